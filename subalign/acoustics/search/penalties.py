"""Penalties of garbage and skipped words, by how well the model fits a recording."""

from __future__ import annotations

from dataclasses import dataclass, replace

from subalign.acoustics.options import SearchOptions


@dataclass(frozen=True, slots=True)
class Penalties:
    """Penalties of both passes, logs.

    Args:
        garbage: of sound that is not in the text, per frame, first pass.
        inner_garbage: of such sound where no mark allows a pause, per frame, first pass.
        skip: of leaving out a word of two phones, first pass; four more phones cost as much again.
        second_garbage: as ``garbage``, second pass.
        second_skip: of leaving out a word, second pass.
    """

    garbage: float
    inner_garbage: float
    skip: float
    second_garbage: float
    second_skip: float

    def with_skips(self, factor: float) -> Penalties:
        """Return the same penalties, but another one of leaving out words in the first pass."""
        return replace(self, skip=factor * self.skip)


def penalties_for(fit: float, options: SearchOptions) -> Penalties:
    """Return the penalties for a recording: the worse the fit, the higher.

    Where the model fits a recording badly, even the right words fit badly, and low penalties
    would leave them out.

    Args:
        fit: median log likelihood per frame of the phones on a path, at most 0.
        options: slopes and bounds of the penalties.
    """
    garbage = _garbage(fit, options)
    second = options.second_garbage_offset - options.second_garbage_slope * fit
    second = max(options.min_second_garbage, second)
    return Penalties(
        garbage=garbage,
        inner_garbage=_inner(garbage, options),
        skip=options.min_skip + options.skip_slope * max(options.skip_fit - fit, 0.0),
        second_garbage=second,
        second_skip=options.second_pass_skip * second,
    )


def lenient_penalties(options: SearchOptions) -> Penalties:
    """Return penalties that let every text through, to measure how well the model fits."""
    garbage = options.lenient_garbage
    return replace(
        penalties_for(options.good_fit, options),
        garbage=garbage,
        inner_garbage=_inner(garbage, options),
        skip=options.lenient_skip,
    )


def _garbage(fit: float, options: SearchOptions) -> float:
    return max(options.min_garbage, options.garbage_offset - options.garbage_slope * fit)


def _inner(garbage: float, options: SearchOptions) -> float:
    usual = _garbage(options.good_fit, options)
    return garbage + options.inner_garbage * max(0.0, garbage - usual)
