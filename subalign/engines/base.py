"""The contract of an engine: a name, what the engine needs, and one function that aligns."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from subalign.events import Progress
from subalign.model import Audio, Span

WordSpans = Sequence[Sequence[Span | None]]
"""A span for each word of each utterance; None for a word that is not in the recording. Spans lie
inside the recording, do not overlap, and their starts never fall."""

MIN_SURE_CONFIDENCE = 0.7
"""Confidence of its first word from which on the place of a sentence counts as sure."""


@dataclass(frozen=True, slots=True)
class Utterance:
    """A sentence to be aligned.

    Args:
        words: one string for each token, none of them empty; a string may hold several spoken
            words and a clause mark at its end (``five hundred,``).
    """

    words: tuple[str, ...]


Align = Callable[[Audio, Sequence[Utterance], str, Progress], WordSpans]
"""Function from the recording, its sentences, a BCP 47 language tag and a ``progress`` callable
to the spans of all words."""


def accept_any_language(language: str) -> None:
    """Accept any language: the ``check_language`` of an engine that can align them all."""


@dataclass(frozen=True, slots=True)
class Engine:
    """A way to align.

    Args:
        name: the name by which users choose the engine.
        summary: one line for people.
        align: the function that aligns; None for an engine that needs a model, see ``load``.
        needs: the package that must be importable; empty where nothing is needed.
        install: the command that installs this package.
        check_language: raises `UsageError` for a language tag that the engine cannot align.
        load: for an engine that runs a model of the user's own: from the folder of the model to
            the engine with this model.
        version: of the engine and its model. It is part of the key of cached results: change it
            whenever the engine gives other spans than before. The version of subalign is added to
            it.
        hears: True where the spans of a sentence follow from the sound near it. Of a changed text,
            only the neighbourhood of each change is then aligned again.
    """

    name: str
    summary: str
    align: Align | None = None
    needs: str = ""
    install: str = ""
    check_language: Callable[[str], object] = accept_any_language
    load: Callable[[str], Engine] | None = None
    version: str = ""
    hears: bool = True


def start_confidence(words: Sequence[Span | None]) -> float:
    """Return the confidence of the first aligned word of a sentence, 0..1; 0 where none is."""
    return next((span.confidence for span in words if span), 0.0)


def expected_correct_starts(spans: WordSpans) -> float:
    """Return the expected number of correct sentence starts: the sum of their confidences."""
    return sum(map(start_confidence, spans))
