"""Comparison of the breaks of captions with those of a person.

Sigma (Karakanta, Buet, Cettolo, Yvon, "Evaluating Subtitle Segmentation for End-to-end
Generation Systems", LREC 2022): BLEU over words and break marks, divided by the highest BLEU that
is possible with this text and number of breaks. 100: every break where the reference has it. Break
F1 counts breaks one by one; sentence ends, which are given, do not count.

BLEU is that of Papineni et al. (ACL 2002) with the tokenisation of NIST mteval-v13a and
exponential smoothing, the defaults of sacrebleu.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum
from itertools import accumulate, pairwise

from subalign.evaluating.comparing import percent
from subalign.evaluating.items import tokens
from subalign.evaluating.matching import UNMATCHED, match
from subalign.measure import width
from subalign.model import Cue
from subalign.text.punctuation import ends_sentence

MAX_NGRAM_WORDS = 4
"""Length of the longest n-grams of BLEU, words (Papineni et al.)."""


class BreakKind(Enum):
    """Kind of the break after a word of a caption; the value is its mark in the text for BLEU."""

    NONE = ""
    LINE = "\u00b5"
    CUE = "\u00a7"


Broken = tuple[str, BreakKind]
"""A word and what ends after it."""


@dataclass(frozen=True, slots=True)
class Breaks:
    """Breaks of captions against those of a reference; percent.

    Args:
        sigma: BLEU of words and breaks relative to the best possible BLEU, 0..100.
        f1: of all breaks, wherever they are.
        line_f1, cue_f1: of line breaks and of cue breaks, each kind on its own.
        narrow: share of the lines that are not wider than the style allows.
    """

    sigma: float
    f1: float
    line_f1: float
    cue_f1: float
    narrow: float


def compare_breaks(reference: Sequence[Cue], hypothesis: Sequence[Cue], line_width: int) -> Breaks:
    """Compare the breaks of two caption files.

    Args:
        reference, hypothesis: cues with text, in order; the texts may differ a little.
        line_width: most columns of a line.
    """
    sentences = list(_sentences(broken(reference)))
    lines = [line for cue in hypothesis for line in cue.lines]
    narrow = percent(sum(width(line) <= line_width for line in lines), len(lines))
    return score_breaks(sentences, broken(hypothesis), narrow)


def broken(cues: Sequence[Cue]) -> list[Broken]:
    """Return the words of cues and what ends after each."""
    words: list[Broken] = []
    for cue in cues:
        lines = [line.split() for line in cue.labelled if line.split()]
        for line in lines:
            words += [(word, BreakKind.NONE) for word in line]
            words[-1] = (line[-1], BreakKind.CUE if line is lines[-1] else BreakKind.LINE)
    return words


def _sentences(words: Sequence[Broken]) -> Iterator[list[Broken]]:
    """Split at cue breaks after the punctuation of a sentence end."""
    first = 0
    for i, (word, ends) in enumerate(words, 1):
        if i == len(words) or (ends is BreakKind.CUE and ends_sentence(word)):
            yield list(words[first:i])
            first = i


def score_breaks(
    sentences: Sequence[Sequence[Broken]], hypothesis: Sequence[Broken], narrow: float
) -> Breaks:
    """Score the breaks of one text against the sentences of another."""
    reference = [word for sentence in sentences for word in sentence]
    same = match([_plain(word) for word, _ in reference], [_plain(w) for w, _ in hypothesis]).same
    own = [list(hypothesis[a:b]) for a, b in pairwise(_cuts(sentences, same, len(hypothesis)))]
    return Breaks(
        _sigma(sentences, own),
        _f1(sentences, own, same, (BreakKind.LINE, BreakKind.CUE)),
        _f1(sentences, own, same, (BreakKind.LINE,)),
        _f1(sentences, own, same, (BreakKind.CUE,)),
        narrow,
    )


def _plain(word: str) -> str:
    return " ".join(tokens(word)) or word


def _cuts(sentences: Sequence[Sequence[Broken]], same: Sequence[int], length: int) -> list[int]:
    """Return where the sentences of the reference begin in the hypothesis, and the last ends."""
    after, known = [length] * (len(same) + 1), length
    for i in range(len(same) - 1, -1, -1):
        known = same[i] if same[i] != UNMATCHED else known
        after[i] = known
    starts = list(accumulate((len(sentence) for sentence in sentences), initial=0))
    return [0, *(after[i] for i in starts[1:-1]), length]


def _f1(
    sentences: Sequence[Sequence[Broken]],
    own: Sequence[Sequence[Broken]],
    same: Sequence[int],
    kinds: Sequence[BreakKind],
) -> float:
    wanted, ends = _inner(sentences), _inner(own)
    both = sum(
        end in kinds and same[i] != UNMATCHED and ends[same[i]] in kinds
        for i, end in enumerate(wanted)
    )
    total = sum(end in kinds for end in wanted) + sum(end in kinds for end in ends)
    return percent(2 * both, total) if total else 100.0


def _inner(parts: Sequence[Sequence[Broken]]) -> list[BreakKind]:
    """Return what ends after each word, without the ends of sentences."""
    return [
        BreakKind.NONE if k == len(part) else ends
        for part in parts
        for k, (_, ends) in enumerate(part, 1)
    ]


# --- BLEU ------------------------------------------------------------------------------------


def _sigma(reference: Sequence[Sequence[Broken]], own: Sequence[Sequence[Broken]]) -> float:
    plain = _bleu(_texts(own, marks=False), _texts(reference, marks=False))
    marked = _bleu(_texts(own, marks=True), _texts(reference, marks=True))
    words = sum(map(len, own))
    alpha = sum(ends is not BreakKind.NONE for part in own for _, ends in part) / max(1, words)
    lower = [1.0, *plain]
    most = [
        ((1 - k * alpha) * plain[k] + (k + 1) * alpha * lower[k]) / (1 + alpha)
        for k in range(MAX_NGRAM_WORDS)
    ]
    # The brevity penalty stands above and below the line.
    if min(*marked, *most) <= 0:
        return 0.0
    return 100 * math.exp(
        sum(math.log(m / b) for m, b in zip(marked, most, strict=True)) / MAX_NGRAM_WORDS
    )


def _texts(parts: Sequence[Sequence[Broken]], *, marks: bool) -> list[list[str]]:
    return [
        _mteval(" ".join(t for word, ends in part for t in (word, *(ends.value if marks else ""))))
        for part in parts
    ]


def _bleu(hypothesis: Sequence[list[str]], reference: Sequence[list[str]]) -> list[float]:
    """Return the precisions of n-grams of 1 to 4 tokens over all sentences, 0..1."""
    right, total = [0] * MAX_NGRAM_WORDS, [0] * MAX_NGRAM_WORDS
    for own, wanted in zip(hypothesis, reference, strict=True):
        for k in range(MAX_NGRAM_WORDS):
            runs, known = _runs(own, k + 1), _runs(wanted, k + 1)
            right[k] += sum(min(n, known[run]) for run, n in runs.items())
            total[k] += sum(runs.values())
    precisions, smooth = [], 1
    for hits, n in zip(right, total, strict=True):
        if n and not hits:
            smooth *= 2
        precisions.append((hits or 1 / smooth) / n if n else 0.0)
    return precisions


def _runs(texts: Sequence[str], n: int) -> Counter[tuple[str, ...]]:
    return Counter(zip(*(texts[k:] for k in range(n)), strict=False))


def _mteval(text: str) -> list[str]:
    """Return the tokens by NIST mteval-v13a: signs apart, points and commas outside numbers."""
    for entity, sign in ("&quot;", '"'), ("&amp;", "&"), ("&lt;", "<"), ("&gt;", ">"):
        text = text.replace(entity, sign)
    text = re.sub(r"([!-&(-+:-@\[-`{-~/])", r" \1 ", f" {text} ")
    text = re.sub(r"([^0-9])([.,])", r"\1 \2 ", text)
    text = re.sub(r"([.,])([^0-9])", r" \1 \2", text)
    return re.sub(r"([0-9])(-)", r"\1 \2 ", text).split()
