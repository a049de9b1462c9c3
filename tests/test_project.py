"""What holds for the project as a whole: layers, docstrings, lock, fixtures, start-up, make."""

from __future__ import annotations

import ast
import os
import re
import runpy
import shutil
import subprocess
import sys
import tarfile
import zipfile
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from importlib import metadata
from pathlib import Path

import pytest
from hatchling.builders.sdist import SdistBuilder
from hatchling.builders.wheel import WheelBuilder
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

import subalign
from subalign import errors

ROOT = Path(__file__).resolve().parents[1]
PURE = range(5)
OPENS_FILES = ("subalign.formats", "subalign.formats.files")
IMPURE = frozenset(
    {"os", "pathlib", "shutil", "tempfile", "glob", "fileinput"}
    | {"time", "datetime", "random", "secrets", "uuid"}
    | {"logging", "subprocess", "multiprocessing", "socket"}
)
IMPURE_CALLS = frozenset({"open", "print", "input", "io.open", "io.FileIO"})
HEAVY = (
    *("numpy", "av", "aeneas", "pydub", "pysrt", "webvtt", "espeakng_loader", "num2words"),
    *("onnxruntime", "uroman"),
)
OURS = {
    name
    for name, kind in vars(errors).items()
    if isinstance(kind, type) and issubclass(kind, errors.SubalignError)
}


@dataclass(frozen=True)
class Module:
    name: str
    """With dots, as it is imported: ``subalign.formats.srt``."""
    tree: ast.Module

    @property
    def part(self) -> str:
        """The row of the table that it belongs to: ``formats``; empty for the package itself."""
        return self.name.partition(".")[2].partition(".")[0]

    def imports(self) -> Iterator[str]:
        """Full names of all it imports, also for types only and inside functions."""
        for node in ast.walk(self.tree):
            if isinstance(node, ast.Import):
                yield from (alias.name for alias in node.names)
            elif isinstance(node, ast.ImportFrom):
                assert not node.level, f"{self.name}: relative import"
                yield from (f"{node.module}.{alias.name}" for alias in node.names)


def read_module(path: Path) -> Module:
    parts = path.relative_to(ROOT).with_suffix("").parts
    name = ".".join(parts[:-1] if parts[-1] == "__init__" else parts)
    return Module(name, ast.parse(path.read_text("utf-8"), str(path)))


PACKAGE = [read_module(p) for p in sorted((ROOT / "subalign").rglob("*.py"))]
MODULES = [m for m in PACKAGE if m.part]


def read_layers() -> dict[str, int]:
    text = (ROOT / "CONTRIBUTING.md").read_text("utf-8")
    return {part: int(layer) for layer, part in re.findall(r"^\| (\d+) \| `(\w+)` \|", text, re.M)}


LAYERS = read_layers()
TOP = max(LAYERS.values())


def test_every_module_has_a_layer() -> None:
    assert {m.part for m in MODULES} <= set(LAYERS)


@pytest.mark.parametrize("module", MODULES, ids=lambda m: m.name)
def test_imports_go_to_a_lower_layer(module: Module) -> None:
    for name in module.imports():
        package, _, rest = name.partition(".")
        if package != "subalign":
            continue
        part = rest.split(".")[0]
        own = part == module.part
        # The package itself is above all modules, and only its version is known to them.
        version = part == "__version__"
        lower = LAYERS.get(part, TOP) < LAYERS[module.part]
        assert own or version or lower, f"{module.name} imports {name}"


@pytest.mark.parametrize(
    "module", [m for m in MODULES if LAYERS.get(m.part) in PURE], ids=lambda m: m.name
)
def test_lower_layers_touch_nothing_outside(module: Module) -> None:
    if module.name in OPENS_FILES:
        return
    assert not {name.split(".")[0] for name in module.imports()} & IMPURE
    calls = {ast.unparse(n.func) for n in ast.walk(module.tree) if isinstance(n, ast.Call)}
    assert not calls & IMPURE_CALLS


def public(body: list[ast.stmt], prefix: str) -> Iterator[tuple[str, ast.FunctionDef]]:
    for node in body:
        if not isinstance(node, (ast.FunctionDef, ast.ClassDef)) or node.name.startswith("_"):
            continue
        if isinstance(node, ast.ClassDef):
            yield from public(node.body, f"{prefix}.{node.name}")
        else:
            yield f"{prefix}.{node.name}", node


# The docstrings of cli are the help pages of its commands.
@pytest.mark.parametrize("module", [m for m in PACKAGE if m.part != "cli"], ids=lambda m: m.name)
def test_docstrings_name_the_errors_that_are_raised(module: Module) -> None:
    for name, function in public(module.tree.body, module.name):
        text = ast.get_docstring(function)
        assert text, f"{name} has no docstring"
        for node in ast.walk(function):
            if isinstance(node, ast.Raise) and isinstance(node.exc, ast.Call):
                kind = ast.unparse(node.exc.func).rpartition(".")[2]
                assert kind not in OURS or kind in text, f"{name} does not document {kind}"


def read_lock() -> dict[str, list[Requirement]]:
    found: dict[str, list[Requirement]] = {}
    text = (ROOT / "requirements.lock").read_text("utf-8").replace("\\\n", " ")
    for line in text.splitlines():
        pin, *hashes = line.split(" --hash=")
        assert hashes, f"no hash: {line}"
        assert all(re.fullmatch(r"sha256:[0-9a-f]{64}", h.strip()) for h in hashes), line
        requirement = Requirement(pin)
        assert requirement.url is None, f"an address: {line}"
        assert re.fullmatch(r"==[\w.+!]+", str(requirement.specifier)), f"not one version: {line}"
        found.setdefault(canonicalize_name(requirement.name), []).append(requirement)
    return found


def test_lock_pins_by_hash_and_names_no_address() -> None:
    # read_lock refuses all that is not a pin with hashes: options, addresses, paths, comments
    assert len(read_lock()) > 30


def test_lock_fits_what_the_project_asks_for() -> None:
    lock = read_lock()
    for text in metadata.requires("subalign") or ():
        asked = Requirement(text)
        pins = lock[canonicalize_name(asked.name)]
        for pin in pins:
            version = str(pin.specifier).removeprefix("==")
            assert asked.specifier.contains(version), f"{text}, but {pin}: make lock"


def test_changelog_begins_with_this_version() -> None:
    text = (ROOT / "CHANGELOG.md").read_text("utf-8")
    newest = re.search(r"^## \[(.+?)\] - (unreleased|\d{4}-\d\d-\d\d)$", text, re.M)
    assert newest
    assert newest[1] == subalign.__version__


def test_every_fixture_has_its_origin_and_licence() -> None:
    fixtures = ROOT / "fixtures"
    table = (fixtures / "README.md").read_text("utf-8")
    rows = re.findall(r"^\| `(.+?)` \| (.+?) \| (.+?) \| (.+?) \|$", table, re.M)
    there = {p.relative_to(fixtures).as_posix() for p in fixtures.rglob("*") if p.is_file()}
    assert {name for name, *_ in rows} == there - {"README.md"}
    assert Counter(name for name, *_ in rows).most_common(1)[0][1] == 1


def test_what_is_published_holds_the_package_and_no_fixture(tmp_path: Path) -> None:
    # fixtures/podcast has no licence; tests and measuring data are nobody's business either
    wheel = Path(next(WheelBuilder(str(ROOT)).build(directory=str(tmp_path))))
    source = Path(next(SdistBuilder(str(ROOT)).build(directory=str(tmp_path))))
    with zipfile.ZipFile(wheel) as archive:
        installed = {name.partition("/")[0] for name in archive.namelist()}
    assert installed == {"subalign", f"subalign-{subalign.__version__}.dist-info"}
    with tarfile.open(source) as archive:
        names = [name.partition("/")[2] for name in archive.getnames()]
    files = {"CHANGELOG.md", "LICENSE", "PKG-INFO", "README.md", "pyproject.toml"}
    assert {name.partition("/")[0] for name in names} - {".gitignore"} == files | {"subalign"}
    assert "subalign/py.typed" in names


def test_docs_are_what_the_code_says() -> None:
    pages = runpy.run_path(str(ROOT / "tools" / "make_docs.py"))["pages"]()
    for name, text in pages.items():
        assert (ROOT / "docs" / name).read_text("utf-8") == text, f"docs/{name}: make docs"


@pytest.mark.parametrize("command", ["import subalign", "--help", "--version", "styles"])
def test_start_loads_nothing_heavy(command: str) -> None:
    run = f"sys.argv = ['subalign', {command!r}]; runpy.run_module('subalign', run_name='__main__')"
    code = f"""
import runpy, sys
try:
    {command if command.startswith("import") else run}
except SystemExit as stop:
    assert not stop.code, stop.code
print(*(name for name in {HEAVY!r} if name in sys.modules), file=sys.stderr)
"""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "\n")


@pytest.fixture
def make(tmp_path: Path) -> list[str]:
    """A make that finds its environment ready, and a subalign that writes down its arguments."""
    if not shutil.which("make"):
        pytest.skip("make is not installed")
    for name in ("pyproject.toml", "requirements.lock", "ready"):
        (tmp_path / name).touch()
    subalign_program = tmp_path / "bin" / "subalign"
    subalign_program.parent.mkdir()
    subalign_program.write_text(
        '#!/bin/sh\necho "$@" >> calls\n'
        'for word in "$@"; do case $word in build/*) echo "$4 $6" > "$word";; esac; done\n'
    )
    subalign_program.chmod(0o755)
    for name in ("one/audio.mp3", "one/transcript.txt", "two/audio.opus", "two/transcript.txt"):
        path = tmp_path / "episodes" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.touch()
    (tmp_path / "episodes" / "silent").mkdir()
    (tmp_path / "episodes" / "silent" / "transcript.txt").touch()
    program = ["make", "-C", str(tmp_path), "-f", str(ROOT / "Makefile")]
    return [*program, "EPISODES_DIR=episodes", "BIN=bin", "STAMP=ready"]


def run_make(make: list[str], *goals: str) -> subprocess.CompletedProcess[str]:
    # What an outer make hands down (its jobs, its variables) is not for this one.
    clean = {k: v for k, v in os.environ.items() if k not in ("MAKEFLAGS", "MFLAGS", "MAKELEVEL")}
    return subprocess.run(
        [*make, *goals], env=clean, capture_output=True, text=True, timeout=60, check=False
    )


def test_make_captions_each_episode_once(make: list[str], tmp_path: Path) -> None:
    goals = ["build/one.srt", "build/one.vtt", "build/one.json", "episodes"]
    for _ in range(2):
        done = run_make(make, "-j2", *goals)
        assert done.returncode == 0, done.stderr
    calls = sorted((tmp_path / "calls").read_text().splitlines())
    assert calls == [
        f"align episodes/{name} episodes/{name[:3]}/transcript.txt"
        f" -o build/{name[:3]}.vtt -o build/{name[:3]}.srt --words build/{name[:3]}.json"
        for name in ("one/audio.mp3", "two/audio.opus")
    ]
    assert not (tmp_path / "build" / "silent.vtt").exists()


def test_make_captions_again_when_the_transcript_changed(make: list[str], tmp_path: Path) -> None:
    run_make(make, "episodes")
    transcript = tmp_path / "episodes" / "two" / "transcript.txt"
    later = (tmp_path / "build" / "two.vtt").stat().st_mtime + 10
    os.utime(transcript, (later, later))
    run_make(make, "episodes")
    calls = (tmp_path / "calls").read_text()
    assert (calls.count("one/audio"), calls.count("two/audio")) == (1, 2)


@pytest.mark.parametrize(
    ("goals", "message"),
    [
        (["build/silent.vtt"], "no episodes/silent/audio.*"),
        (["build/unknown.vtt"], "No rule to make target"),
        (["episodes", "EPISODES_DIR=elsewhere"], "no folder in elsewhere holds both"),
    ],
)
def test_make_says_what_is_missing(
    make: list[str], tmp_path: Path, goals: list[str], message: str
) -> None:
    done = run_make(make, *goals)
    assert done.returncode != 0
    assert message in done.stderr
    assert not (tmp_path / "calls").exists()
