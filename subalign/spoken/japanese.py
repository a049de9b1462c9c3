"""Japanese as it is said, in kana: espeak-ng reads those and no kanji.

pykakasi knows the readings of words; each character of a word is given its share of the morae.
The particles は and へ are said わ and え.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import accumulate
from typing import Any

from subalign.model import Token
from subalign.spoken.characters import share

_HAN = r"\u3005-\u3007\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
_ANY_HAN = re.compile(f"[{_HAN}]")
_RUN = re.compile(rf"[{_HAN}ぁ-ゖァ-ヺー]+")
_PARTICLE = re.compile(rf"(?<=[{_HAN}])(?=[はへ])|(?<=[{_HAN}][はへ])")
"""は and へ behind a kanji are words of their own: 今日は begins with "today", though pykakasi
takes it for a greeting."""
_KANA = re.compile("[ぁ-ゖ]")
_MORA = re.compile(r"[ぁ-ゖァ-ヺ][ぁぃぅぇぉゃゅょゎァィゥェォャュョヮ]?[っッーんン]*")
_ALONE = {"人": "ひと"}
"""Words that pykakasi reads as they sound in compounds."""


def read_kana(tokens: Sequence[Token]) -> list[str]:
    """What is said in each of ``tokens``: in kana where a reading is known.

    Args:
        tokens: their ``spoken`` has words for figures, and no punctuation.
    """
    parts = [token.spoken + _mark(token) for token in tokens]
    text = "".join(parts)
    owners = [i for i, part in enumerate(parts) for _ in part]
    # what is said in the place of each character
    said = list(text)
    for at, written, reading in _readings(text):
        if written != reading:
            end = at + len(written)
            said[at:end] = _shared(written, owners[at:end], reading)
    edges = [0, *accumulate(map(len, parts))]
    return [
        "".join(said[start : start + len(token.spoken)])
        for start, token in zip(edges, tokens, strict=False)
    ]


def _mark(token: Token) -> str:
    """What keeps the words on both sides of the end of a token apart; nothing inside a run."""
    return "。" if token.gap or token.ends or not token.shown[-1:].isalnum() else ""


def _shared(written: str, owners: Sequence[int], reading: str) -> list[str]:
    """What is said in the place of each character of ``written``.

    Every token among ``owners``, one a character, gets its share of the morae. Kana at the end
    of a word are read as they stand. Where there are too few morae the first token has them all,
    and the others nothing that espeak-ng can say.
    """
    kana = 0
    for at in range(len(written) - 1, -1, -1):
        if not (_KANA.match(written, at) and reading.endswith(written[at:])):
            break
        kana += 1
    end = len(written) - kana
    morae = _MORA.findall(reading.removesuffix(written[end:]))
    firsts = [i for i in range(end) if not i or owners[i] != owners[i - 1]]
    said = [""] * end + list(written[end:])
    if len(morae) < len(firsts):
        return [reading, *written[1:]]
    for first, part in zip(firsts, share(morae, len(firsts)), strict=True):
        said[first] = "".join(part)
    return said


def _readings(text: str) -> Iterator[tuple[int, str, str]]:
    """The words of ``text`` in order: where each begins, as written, and as read."""
    for run in _RUN.finditer(text):
        at = run.start()
        for piece in _PARTICLE.split(run[0]):
            items = _reader().convert(piece)
            if "".join(item["orig"] for item in items) == piece:
                for item in items:
                    yield at, item["orig"], _said(item["orig"], item["hira"])
                    at += len(item["orig"])
            else:
                at += len(piece)


def _said(written: str, reading: str) -> str:
    if written == "へ":
        return "え"
    if written.endswith("は"):
        return f"{reading[:-1]}わ"
    return _ALONE.get(written, reading) if _ANY_HAN.search(written) else written


@cache
def _reader() -> Any:
    # Imported here because its dictionary takes a second, which other languages need not pay.
    from pykakasi import kakasi

    return kakasi()  # type: ignore[no-untyped-call]
