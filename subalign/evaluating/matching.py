"""Matching of the tokens of two texts."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rapidfuzz.distance import Indel, Levenshtein

UNMATCHED = -1
"""Index of the counterpart of a token that has none."""

Range = tuple[int, int]


@dataclass(frozen=True, slots=True)
class MatchOptions:
    """Options for taking tokens of two texts for the same.

    Args:
        anchor_tokens: length of a run of tokens that stands once in each text and so surely
            belongs together. Of 2, 3, 4 and none, 2 and 3 lose and misplace the fewest tokens
            where text was changed at random.
        max_table_cells: size of a table of all token pairs up to which it is held as bits, 32 MB.
            Our choice.
        min_similarity: share of the letters, 0..1, from which a stretch counts as the same, spelt
            differently ("any more", "anymore"; "Grock", "Grok"; not "sat", "then"). Our choice.
        max_respelt_tokens: length of such a stretch; a number has at most about so many words.
            Our choice.
    """

    anchor_tokens: int = 3
    max_table_cells: int = 1 << 28
    min_similarity: float = 0.7
    max_respelt_tokens: int = 12


_OPTIONS = MatchOptions()


@dataclass(frozen=True, slots=True)
class Match:
    """For each token of the reference its counterpart in the hypothesis, or `UNMATCHED`.

    Args:
        same: the same token.
        starts: where the same begins: as ``same``, and the first token of a stretch that is
            spelt differently.
        ends: where the same ends, likewise.
    """

    same: list[int]
    starts: list[int]
    ends: list[int]

    @property
    def count(self) -> int:
        """Number of tokens that are the same."""
        return len(self.same) - self.same.count(UNMATCHED)


def match(reference: Sequence[str], hypothesis: Sequence[str]) -> Match:
    """Match two texts in order.

    Runs of tokens that stand once in each text are matched first (as patience diff
    does with lines), what lies between them by the fewest insertions and deletions. A stretch
    between two matches counts as the same, spelt differently, where its letters are alike or
    one of the sides has digits ("20", "twenty").
    """
    same = [UNMATCHED] * len(reference)
    for i, j in _anchors(reference, hypothesis):
        same[i : i + _OPTIONS.anchor_tokens] = range(j, j + _OPTIONS.anchor_tokens)
    for (r1, r2), (h1, h2) in list(_stretches(same, len(hypothesis))):
        for r, h, n in _equal(reference[r1:r2], hypothesis[h1:h2]):
            same[r1 + r : r1 + r + n] = range(h1 + h, h1 + h + n)
    starts, ends = same.copy(), same.copy()
    for (r1, r2), (h1, h2) in _stretches(same, len(hypothesis)):
        if _alike(reference[r1:r2], hypothesis[h1:h2]):
            starts[r1] = h1
            ends[r2 - 1] = h2 - 1
    return Match(same, starts, ends)


def _anchors(a: Sequence[str], b: Sequence[str]) -> list[tuple[int, int]]:
    """Return the longest rising row of places of the runs that both texts have once."""
    here, there = _once(a), _once(b)
    pairs = [(i, there[run]) for run, i in here.items() if run in there]
    tails: list[int] = []
    ends: list[int] = []
    before: list[int] = []
    for k, (_, j) in enumerate(pairs):
        at = bisect_left(tails, j)
        tails[at : at + 1] = [j]
        ends[at : at + 1] = [k]
        before.append(ends[at - 1] if at else UNMATCHED)
    rising: list[tuple[int, int]] = []
    k = ends[-1] if ends else UNMATCHED
    while k != UNMATCHED:
        rising.append(pairs[k])
        k = before[k]
    return list(_disjoint(reversed(rising)))


def _once(texts: Sequence[str]) -> dict[tuple[str, ...], int]:
    runs = list(zip(*(texts[k:] for k in range(_OPTIONS.anchor_tokens)), strict=False))
    counts = Counter(runs)
    return {run: i for i, run in enumerate(runs) if counts[run] == 1}


def _disjoint(rising: Iterator[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Yield the runs that lie apart, or on the same diagonal as the one before."""
    size = _OPTIONS.anchor_tokens
    last = (-size, -size)
    for i, j in rising:
        apart = min(i - last[0], j - last[1]) >= size
        if apart or i - j == last[0] - last[1]:
            yield i, j
            last = (i, j)


def _equal(a: Sequence[str], b: Sequence[str]) -> Iterator[tuple[int, int, int]]:
    # Indel matches best but needs the whole table; Levenshtein divides it (Hirschberg).
    kind = Indel if len(a) * len(b) <= _OPTIONS.max_table_cells else Levenshtein
    for op in kind.opcodes(a, b):
        if op.tag == "equal":
            yield op.src_start, op.dest_start, op.src_end - op.src_start


def _stretches(same: Sequence[int], length: int) -> Iterator[tuple[Range, Range]]:
    """Yield what lies between two matches, on both sides, where neither side is empty."""
    r, h = 0, 0
    for i, j in [*((i, j) for i, j in enumerate(same) if j != UNMATCHED), (len(same), length)]:
        if i > r and j > h:
            yield (r, i), (h, j)
        r, h = i + 1, j + 1


def _alike(a: Sequence[str], b: Sequence[str]) -> bool:
    if max(len(a), len(b)) > _OPTIONS.max_respelt_tokens:
        return False
    one, other = "".join(a), "".join(b)
    digits = _has_digits(one) != _has_digits(other)
    return digits or Indel.normalized_similarity(one, other) >= _OPTIONS.min_similarity


def _has_digits(text: str) -> bool:
    return any(map(str.isdigit, text))
