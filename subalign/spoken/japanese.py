"""Japanese as it is said, in kana: espeak-ng reads kana and no kanji.

pykakasi knows the readings of words. Each character of a word gets its share of the morae. The
particles は and へ are said わ and え.
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
"""Kanji that pykakasi may know and their iteration marks, for use inside a character class. One of
Unicode's supplementary planes is unknown to it, and the words on both sides are read without it."""


def read_kana(tokens: Sequence[Token]) -> list[str]:
    """Return the words of each token, in kana where a reading is known.

    Args:
        tokens: Tokens whose ``spoken`` has words for figures, and no punctuation.
    """
    parts = [token.spoken + _separator(token) for token in tokens]
    text = "".join(parts)
    owners = [i for i, part in enumerate(parts) for _ in part]
    kana = list(text)  # what is said in the place of each character
    for at, written, reading in _readings(text):
        if written != reading:
            end = at + len(written)
            kana[at:end] = _distribute(written, owners[at:end], reading)
    edges = [0, *accumulate(map(len, parts))]
    return [
        "".join(kana[start : start + len(token.spoken)])
        for start, token in zip(edges, tokens, strict=False)
    ]


def _separator(token: Token) -> str:
    """Return what keeps words on both sides of a token's end apart; nothing inside a run."""
    return "。" if token.gap or token.ends or not token.shown[-1:].isalnum() else ""


def _distribute(written: str, owners: Sequence[int], reading: str) -> list[str]:
    """Distribute the reading of a word over its characters.

    Each token gets its share of the morae at its first character. Kana at the end of a word
    are read as they stand. With fewer morae than tokens, the first token gets all of them, and
    the others keep characters that espeak-ng does not say.

    Args:
        written: The word as written.
        owners: Number of the token of each character.
        reading: The word in kana.

    Returns:
        What is said in the place of each character.
    """
    end = len(written) - _trailing_kana(written, reading)
    # A mora is a kana with what lengthens or closes it: しゃ, かん, きっ.
    mora = r"[ぁ-ゖァ-ヺ][ぁぃぅぇぉゃゅょゎァィゥェォャュョヮ]?[っッーんン]*"
    morae = re.findall(mora, reading.removesuffix(written[end:]))
    firsts = [i for i in range(end) if not i or owners[i] != owners[i - 1]]
    if len(morae) < len(firsts):
        return [reading, *written[1:]]
    said = [""] * end + list(written[end:])
    for first, part in zip(firsts, share(morae, len(firsts)), strict=True):
        said[first] = "".join(part)
    return said


def _trailing_kana(written: str, reading: str) -> int:
    """Return how many hiragana at the end of ``written`` also end its ``reading``."""
    kana = 0
    for at in range(len(written) - 1, -1, -1):
        if not (re.match("[ぁ-ゖ]", written[at]) and reading.endswith(written[at:])):
            break
        kana += 1
    return kana


def _readings(text: str) -> Iterator[tuple[int, str, str]]:
    """Yield the words of ``text`` in order: offset, as written, and as read."""
    # は and へ after a kanji are words of their own: 今日は begins with "today", though
    # pykakasi takes it for a greeting.
    around_particle = re.compile(rf"(?<=[{_HAN}])(?=[はへ])|(?<=[{_HAN}][はへ])")
    for run in re.finditer(rf"[{_HAN}ぁ-ゖァ-ヺー]+", text):
        at = run.start()
        for part in around_particle.split(run[0]):
            items = _converter().convert(part)
            if "".join(item["orig"] for item in items) == part:
                for item in items:
                    yield at, item["orig"], _reading(item["orig"], item["hira"])
                    at += len(item["orig"])
            else:  # pykakasi changed the text, so its words cannot be placed
                at += len(part)


def _reading(written: str, converted: str) -> str:
    """Return how a word is said, given what pykakasi makes of it."""
    if written == "へ":
        return "え"
    if written.endswith("は"):
        return f"{converted[:-1]}わ"
    if written == "人":  # pykakasi gives its reading in compounds
        return "ひと"
    return converted if re.search(f"[{_HAN}]", written) else written


@cache
def _converter() -> Any:
    # Imported here because its dictionary takes a second, which other languages need not pay.
    from pykakasi import kakasi

    return kakasi()  # type: ignore[no-untyped-call]
