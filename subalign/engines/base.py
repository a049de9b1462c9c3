"""What an engine is: a name, what it needs, and one function."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from subalign.acoustics.aligner import Aligner
from subalign.events import Event, Progress, Stage
from subalign.model import Audio, Span

Found = Sequence[Sequence[Span | None]]
"""For each word of each utterance when it is said; None where it is not in the audio. Spans
lie inside the recording, do not overlap and do not go back."""


@dataclass(frozen=True, slots=True)
class Utterance:
    """A sentence to be aligned.

    Args:
        words: what is said, one string a token; each may hold several spoken words and a
            clause mark at its end ("five hundred," ), and none is empty.
    """

    words: tuple[str, ...]


Align = Callable[[Audio, Sequence[Utterance], str, Progress], Found]
"""From the recording, its sentences, a BCP 47 code and what is told the progress to a span for
each word of each sentence."""


@dataclass(frozen=True, slots=True)
class Engine:
    """A way to find when words were said.

    Args:
        name: what ``--engine`` calls it.
        summary: one line for people.
        needs: the package that has to be importable; empty where nothing is needed.
        install: how to get it.
        align: what it does.
        load: for an engine that runs a model of the user's own: from the model's folder to
            what it then does.
    """

    name: str
    summary: str
    needs: str
    install: str
    align: Align
    load: Callable[[str], Align] | None = None


def search_and_settle(aligner: Aligner, progress: Progress) -> Found:
    """What one search through the whole recording finds.

    Raises:
        AlignmentError: most of the text is not in the audio, or nothing can be said of it.
    """
    progress(Event(Stage.ALIGN, 0.0))
    path = aligner.search()
    progress(Event(Stage.ALIGN, 0.4))
    found = aligner.settle(path)
    progress(Event(Stage.ALIGN, 1.0))
    return found


def start_confidence(words: Sequence[Span | None]) -> float:
    """How sure the start of a sentence is, 0..1; 0 where it is not in the audio."""
    return next((span.confidence for span in words if span), 0.0)


def sureness(found: Found) -> float:
    """How many starts of sentences are right, as far as the engine knows."""
    return sum(map(start_confidence, found))
