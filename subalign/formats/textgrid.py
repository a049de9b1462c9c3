"""TextGrid: tiers of labelled intervals, as Praat and the Montreal Forced Aligner use them.

>>> from subalign.model import Alignment, Captions, Word
>>> words = (Word("It's", 100, 250), Word("on.", 300, 400))
>>> text = FORMAT.write(Captions(alignment=Alignment(words, "en", 1500)))
>>> [line.strip() for line in text.splitlines() if "text" in line]
['text = ""', 'text = "It\\'s"', 'text = ""', 'text = "on."', 'text = ""']

Words stand in a tier called ``words``. Cues stand in one called ``phrases``, with the time for
which they are shown: they begin with the voice, and stay after it. The intervals of a tier cover it
without overlap, so an interval that overlaps begins where the one before it ends, and an interval
without length gets a millisecond.

Long and short text files are read by Praat's own rule: free-standing numbers and quoted texts
count, and all else is comment. A tier is taken for words by the last word of its name
(``words``, ``Anna - words``, ``ort``), and for phrases likewise (``utterances``, ``sentences``).
Where neither is found, every interval tier but those of phones and syllables holds phrases; a
tier is named for its speaker where there are several.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import NoReturn, TypeVar

from subalign.errors import FormatError
from subalign.formats.base import (
    Format,
    clean_lines,
    cues_to_write,
    one_line,
    punctuated,
    split_lines,
    spoken_words,
)
from subalign.model import Alignment, Captions, Cue, Word
from subalign.times import LONGEST_S, from_seconds, seconds

_Timed = TypeVar("_Timed", Word, Cue)


# --- writing ---------------------------------------------------------------------------------


def _keep(captions: Captions) -> Captions:
    cues: tuple[Cue, ...] = ()
    if captions.cues or captions.alignment is None:
        shaped = cues_to_write(captions, lambda c: Cue(c.start, c.end, clean_lines(c.labelled)))
        cues = _tiled(shaped.cues)
    if captions.alignment is None:
        return Captions(cues)
    words = _tiled([Word(one_line(w.text), w.start, w.end) for w in spoken_words(captions)])
    last = max(captions.alignment.duration, words[-1].end, *(cue.end for cue in cues[-1:]))
    return Captions(cues, Alignment(punctuated(words), "", last))


def _tiled(items: Sequence[_Timed]) -> tuple[_Timed, ...]:
    tiled: list[_Timed] = []
    free = 0
    for item in sorted(items, key=lambda item: (item.start, item.end)):
        start = max(item.start, free)
        free = max(item.end, start + 1)
        tiled.append(replace(item, start=start, end=free))
    return tuple(tiled)


def _write(captions: Captions) -> str:
    kept = _keep(captions)
    tiers = [("phrases", [(c.start, c.end, "\n".join(c.lines)) for c in kept.cues])]
    last = kept.cues[-1].end if kept.cues else 0
    if kept.alignment:
        tiers.append(("words", [(w.start, w.end, w.text) for w in kept.alignment.words]))
        last = kept.alignment.duration
    tiers = [(name, rows) for name, rows in tiers if rows]
    lines = [
        'File type = "ooTextFile"\nObject class = "TextGrid"\n',
        f"xmin = 0\nxmax = {seconds(last)}\ntiers? <exists>\nsize = {len(tiers)}\nitem []:",
    ]
    for number, (name, rows) in enumerate(tiers, 1):
        whole = list(_with_silence(rows, last))
        lines.append(
            f'    item [{number}]:\n        class = "IntervalTier"\n        name = "{name}"\n'
            f"        xmin = 0\n        xmax = {seconds(last)}\n"
            f"        intervals: size = {len(whole)}"
        )
        lines += [
            f"        intervals [{k}]:\n            xmin = {seconds(start)}\n"
            f'            xmax = {seconds(end)}\n            text = "{text}"'
            for k, (start, end, text) in enumerate(whole, 1)
        ]
    return "\n".join(lines) + "\n"


def _with_silence(
    rows: Sequence[tuple[int, int, str]], last: int
) -> Iterator[tuple[int, int, str]]:
    free = 0
    for start, end, text in rows:
        if start > free:
            yield free, start, ""
        yield start, end, text.replace('"', '""')
        free = end
    if last > free:
        yield free, last, ""


# --- reading ---------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Tier:
    """A tier of intervals with text: ``(start, end, text)``, ms."""

    name: str
    rows: tuple[tuple[int, int, str], ...]

    @property
    def content(self) -> str:
        """Words, phrases or sounds, by the last word of the name; empty where it tells nothing."""
        names = {
            "words": "word words ort orthography wrd",
            "phrases": "phrase phrases utterance utterances utt sentence sentences turn turns "
            "transcript trn",
            "sounds": "phone phones phoneme phonemes phn mau kan sampa ipa "
            "syllable syllables syll mas",
        }
        last = "".join(re.findall(r"\w+", self.name.lower())[-1:])
        return next((content for content, those in names.items() if last in those.split()), "")


class _Tokens:
    """Reader of the free-standing numbers and texts of a file, one after the other."""

    def __init__(self, text: str, where: str) -> None:
        self._text, self._where, self._at = text, where, 0
        number = r"[-+]?[\d.]+(?:[eE][-+]?\d+)?"
        self._token = re.compile(rf'(?<!\S)(?:"((?:[^"]|"")*)"|({number})|(<exists>))(?!\S)')

    def wrong(self, what: str) -> NoReturn:
        line = self._text.count("\n", 0, self._at) + 1
        raise FormatError(what, where=f"{self._where}:{line}")

    def text(self) -> str:
        found = self._next()
        if found[1] is None:
            self.wrong(f"a text in quotes is missing before {found[0][:20]!r}")
        return found[1].replace('""', '"')

    def number(self) -> float:
        found = self._next()
        try:
            value = float(found[2] or "")
        except ValueError:
            self.wrong(f"a number is missing before {found[0][:20]!r}")
        if not -LONGEST_S <= value <= LONGEST_S:
            self.wrong(f"a number is too large: {found[0][:20]}")
        return value

    def skip(self) -> None:
        self._next()

    def _next(self) -> re.Match[str]:
        found = self._token.search(self._text, self._at)
        if not found:
            self.wrong("the file ends too early")
        self._at = found.end()
        return found


def _read(text: str, where: str) -> Captions:
    tokens = _Tokens("\n".join(split_lines(text)), where)
    if tokens.text() != "ooTextFile" or tokens.text() != "TextGrid":
        tokens.wrong("this is no TextGrid in text form")
    tokens.number()
    last = from_seconds(tokens.number())
    tokens.skip()
    tiers = [tier for _ in range(int(tokens.number())) for tier in _tier(tokens)]
    words = [word for tier in tiers if tier.content == "words" for word in _words(tier)]
    phrases = [tier for tier in tiers if tier.rows and tier.content == "phrases"]
    if not words and not phrases:
        phrases = [tier for tier in tiers if tier.rows and tier.content != "sounds"]
    cues = [cue for tier in phrases for cue in _cues(tier, len(phrases) > 1)]
    if not words and not cues:
        found = ", ".join(tier.name for tier in tiers) or "none"
        raise FormatError(f"no tier of words or phrases has text (tiers: {found})", where=where)
    cues.sort(key=lambda cue: (cue.start, cue.end))
    words.sort(key=lambda word: (word.start, word.end))
    duration = max(last, *(word.end for word in words), *(cue.end for cue in cues))
    return Captions(tuple(cues), Alignment(punctuated(words), "", duration) if words else None)


def _tier(tokens: _Tokens) -> Iterator[_Tier]:
    kind, name = tokens.text(), tokens.text()
    if kind not in ("IntervalTier", "TextTier"):
        tokens.wrong(f"no kind of tier: {kind[:20]!r}")
    tokens.number()
    tokens.number()
    rows = [_row(tokens, kind) for _ in range(int(tokens.number()))]
    if kind == "IntervalTier":
        yield _Tier(one_line(name), tuple(row for row in rows if row[2].strip()))


def _row(tokens: _Tokens, kind: str) -> tuple[int, int, str]:
    start = tokens.number()
    end = tokens.number() if kind == "IntervalTier" else start
    if not 0 <= start <= end:
        tokens.wrong(f"an interval from {start:g} to {end:g} s")
    return from_seconds(start), from_seconds(end), tokens.text()


def _words(tier: _Tier) -> Iterator[Word]:
    for start, end, text in tier.rows:
        if shown := one_line(text):
            yield Word(shown, start, end)


def _cues(tier: _Tier, named: bool) -> Iterator[Cue]:
    for start, end, text in tier.rows:
        if shown := clean_lines(text.split("\n")):
            yield Cue(start, end, shown, tier.name if named else "")


FORMAT = Format(
    name="textgrid",
    suffixes=(".textgrid",),
    summary="Praat TextGrid: tiers of words and phrases, for phonetics and forced aligners",
    read=_read,
    write=_write,
    keep=_keep,
)
