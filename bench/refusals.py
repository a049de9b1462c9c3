"""What becomes of a text that is not, or not all, in the recording."""

from __future__ import annotations

from collections.abc import Sequence

from bench.accuracy import engine, report, script_of, sentences_of
from bench.data import BUILD, FOLDER, Item, items
from bench.tables import show
from subalign.audio import decode
from subalign.engines import AUTO
from subalign.errors import AlignmentError, InputError
from subalign.inputs import load_transcript
from subalign.spoken import verbalise

_FEWEST = 20
"""Sentences from which a text can be reversed or cut to a third, and still be one."""


def run() -> None:
    """Print the table: each text against a recording, and what the default engine does."""
    wanted = items()
    if not wanted:
        print(f"refusals: skipped, no recordings in {FOLDER}")
        return
    rows = []
    # not the next: that one may be part of the same recording
    for item, other in zip(wanted, [*wanted[2:], *wanted[:2]], strict=True):
        own = _sentences(item)
        rows.append([item.name, f"of {other.name}", _outcome(item, _sentences(other), other)])
        if len(own) >= _FEWEST:
            third = own[len(own) // 3 : 2 * len(own) // 3]
            rows.append([item.name, "its own, backwards", _outcome(item, own[::-1], item)])
            rows.append([item.name, "its own, the middle third", _outcome(item, third, item)])
    show("Texts that are not the recording's", ["recording", "text", "outcome"], rows)


def _sentences(item: Item) -> list[str]:
    script = script_of(item)
    return [" ".join(script.tokens[i].shown for i in run) for run in script.sentences()]


def _outcome(item: Item, sentences: Sequence[str], text_of: Item) -> str:
    folder = BUILD / "refusals"
    folder.mkdir(parents=True, exist_ok=True)
    text = folder / f"{item.name}.txt"
    text.write_text("\n\n".join(sentences), "utf-8")
    script = verbalise(load_transcript(text, language=text_of.language), text_of.language)
    words = folder / f"{item.name}.json"
    try:
        engine(AUTO)(decode(item.audio), script, text_of.language, words)
    except AlignmentError as error:
        return f"refused: {error.what}"
    try:
        found = sentences_of(report(words, item))
    except InputError:
        return "placed"
    starts, ends = (found.starts, found.ends) if found else (None, None)
    if not starts or not ends:
        return "placed"
    return (
        f"placed: {starts.n} starts, {starts.within[100]:.1f} % within 100 ms, "
        f"medians {starts.median:.0f} / {ends.median:.0f} ms"
    )
