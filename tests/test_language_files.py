"""Files of languages: each is valid and found, and a new one needs nothing but itself."""

from __future__ import annotations

import dataclasses
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from subalign import languages
from subalign.acoustics.graph import ipa
from subalign.acoustics.tts import espeak
from subalign.errors import UsageError
from subalign.languages import Language, check_language, find_language, list_languages, split_tag
from subalign.languages.base import Role
from subalign.spoken import verbalise
from subalign.transcript import parse_transcript

FOLDER = Path(languages.__file__).parent
HELPERS = {"__init__", "base", "lexicon"}


def lists(language: Language) -> Iterator[tuple[str, str]]:
    """Yield the name and the text of each list of words or phrases."""
    for part in ("function_words", "disfluencies", "word_classes", "sounds", "abbreviations"):
        group = getattr(language, part)
        for field in dataclasses.fields(group):
            value = getattr(group, field.name)
            for text in value.values() if isinstance(value, dict) else [value]:
                if isinstance(text, str):
                    yield f"{part}.{field.name}", text


def test_every_file_is_a_language() -> None:
    names = {path.stem for path in FOLDER.glob("*.py")} - HELPERS
    assert len(names) > 60
    assert set(list_languages()) == names


@pytest.mark.parametrize("code", list_languages())
def test_a_file_is_valid(code: str) -> None:
    language = find_language(code)
    assert (language.code, split_tag(code)) == (code, (code,))
    assert re.fullmatch(r"[A-Z][a-z]+( [A-Z][a-z]+)?", language.name)
    # It says more than its name.
    assert language != Language(code=code, name=language.name)
    check_language(code)
    for name, text in lists(language):
        assert text == text.lower(), name
        assert '"' not in text, name
        words = [part.strip() for part in text.split(",")] if "," in text else text.split()
        assert all(words) or not text, name
    assert all(pair.count("=") == 1 for pair in language.ipa.split())
    assert "" in (language.phrase_models or {"": ""})


@pytest.mark.parametrize("code", list_languages())
def test_voices_and_phonemes_are_those_of_espeak(code: str) -> None:
    language = find_language(code)
    if language.voice or language.ipa or not language.writes_vowels:
        voice = espeak.find_voice(code)
        assert find_language(voice.rpartition("/")[2]) is language
        meant = [pair.partition("=")[2] for pair in language.ipa.split()]
        assert all(ipa.phones(phoneme) for phoneme in meant if phoneme)


FULL = ("de", "en", "es", "fr", "it", "nl", "pt", "ru")


@pytest.mark.parametrize("code", FULL)
def test_these_languages_are_complete(code: str) -> None:
    language = find_language(code)
    given = {name for name, text in lists(language) if text}
    groups = ("abbreviations.inner", "abbreviations.number", "abbreviations.either")
    assert given >= {*groups, "abbreviations.starts", "function_words.unfinished"}
    assert given >= {"sounds.acts", "sounds.things", "sounds.speech"}
    assert language.headings
    spoken = ("unfinished", "closed", "doubled", "openers", "hesitations", "fillers")
    assert given >= {f"disfluencies.{name}" for name in spoken}
    needed = {Role.POSSESSIVE, Role.COORDINATOR, Role.SUBORDINATOR, Role.PREPOSITION}
    assert needed | {Role.AUXILIARY, Role.NUMBER, Role.TITLE} <= set(language.function_words.words)
    lexicon = language.lexicon
    assert len(lexicon.months) == 12
    assert all((lexicon.units, lexicon.currencies, lexicon.percent, lexicon.signs))


def test_codes_lead_to_one_value() -> None:
    assert find_language("nb-NO") is find_language("no")
    assert find_language("cmn") is find_language("ZH_tw") is find_language("zh-Hant")
    assert find_language("xx") == Language(code="xx", name="")
    # No module of another name is taken for a language.
    assert find_language("base").name == find_language("").name == ""


def test_regions_differ_by_what_they_say() -> None:
    swiss = find_language("de").lexicon_for("CH")
    assert (swiss.decimal_mark, swiss.group_marks, swiss.point) == (".", "'’", "Komma")
    english = find_language("en")
    assert english.lexicon_for("US") == english.lexicon_for() == english.lexicon
    assert not english.lexicon_for("AU").month_first


@pytest.mark.parametrize(
    ("tag", "hint"),
    [
        ("Swedish", "did you mean sv"),
        ("eng", "did you mean en"),
        ("qq", "such as en"),
        ("en--us", "such as"),
        ("x", "such as"),
    ],
)
def test_languages_that_do_not_exist_are_refused(tag: str, hint: str) -> None:
    with pytest.raises(UsageError, match=hint):
        check_language(tag)


def test_every_language_of_espeak_exists() -> None:
    for tag in espeak.voices():
        if len(tag.split("-")[0]) < 4:  # Klingon has the code of its script
            check_language(tag)


def test_a_new_file_is_all_that_a_language_needs(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with pytest.raises(UsageError):
        check_language("qtx")
    languages._load.cache_clear()
    (tmp_path / "qtx.py").write_text(
        "from subalign.languages.base import Abbreviations, Language\n"
        "from subalign.languages.lexicon import Lexicon\n\n"
        "LANGUAGE = Language(\n"
        "    code='qtx',\n"
        "    name='Toylandic',\n"
        "    abbreviations=Abbreviations(inner='abk'),\n"
        "    lexicon=Lexicon(signs={'&': ('ja',)}),\n"
        ")\n",
        "utf-8",
    )
    monkeypatch.setattr(languages, "__path__", [*languages.__path__, str(tmp_path)])
    try:
        check_language("qtx-DE")
        assert find_language("qtx").name == "Toylandic"
        assert "qtx" in list_languages()
        script = parse_transcript("Vi abk. Test & mer. Ok?", "", "qtx")
        assert len(list(script.sentences())) == 2
        assert "ja" in [token.spoken for token in verbalise(script, "qtx").tokens]
    finally:
        languages._load.cache_clear()
        sys.modules.pop("subalign.languages.qtx", None)


def test_a_file_that_fails_is_not_hidden(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "qty.py").write_text("import no_such_module\n", "utf-8")
    monkeypatch.setattr(languages, "__path__", [*languages.__path__, str(tmp_path)])
    with pytest.raises(ModuleNotFoundError, match="no_such_module"):
        find_language("qty")


def test_one_language_is_imported_when_it_is_needed() -> None:
    code = """
import sys
from subalign import languages
languages.check_language("de-AT")
languages.find_language("de")
named = [name for name in sys.modules if name.startswith("subalign.languages.")]
heavy = {"numpy", "py3langid", "espeakng_loader", "num2words"} & set(sys.modules)
print(sorted(named), sorted(heavy))
"""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    expected = [f"subalign.languages.{name}" for name in ("base", "de", "lexicon")]
    assert done.stdout.strip() == f"{expected} []"
