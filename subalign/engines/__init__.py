"""The ways to find when words were said: one table, and one door that checks the contract."""

from __future__ import annotations

import importlib.util
from collections.abc import Sequence
from dataclasses import replace
from itertools import chain

from subalign.engines import aeneas, auto, ctc, hmm, uniform
from subalign.engines.base import Engine, Found, Utterance
from subalign.errors import AlignmentError, SetupError, TranscriptError, UsageError, nearest
from subalign.events import Progress
from subalign.model import Audio, Span, Token, Transcript

ENGINES: dict[str, Engine] = {
    e.name: e for e in (auto.ENGINE, hmm.ENGINE, aeneas.ENGINE, uniform.ENGINE, ctc.ENGINE)
}
"""All engines by name, the best first; but the one that needs a model of the user's own last."""

AUTO = auto.ENGINE.name
"""The default."""

_FASTEST = 60
"""No one says more characters in a second than this: three times a fast speaker's."""

_CLAUSE = ",;:.!?…—–、，。！？؛،"
"""Marks that change how a synthesiser says what stands before them."""


def find_engine(name: str, model: str = "") -> Engine:
    """The engine called ``name``.

    Args:
        model: folder of the model that it runs; empty for engines that run none.

    Raises:
        InputError: there is no such model.
        UsageError: there is no engine of that name, or it runs no model.
        SetupError: it is not installed.
    """
    if name not in ENGINES:
        raise UsageError(f"no engine {name!r}", where="--engine", hint=nearest(name, ENGINES))
    engine = ENGINES[name]
    if model and not engine.load:
        able = " or ".join(f"--engine {e.name}" for e in ENGINES.values() if e.load)
        raise UsageError(f"engine {name} runs no model", where="--model", hint=f"add {able}")
    if not installed(engine):
        raise SetupError(
            f"engine {name} needs {engine.needs}", where="--engine", hint=engine.install
        )
    return replace(engine, align=engine.load(model)) if engine.load and model else engine


def installed(engine: Engine) -> bool:
    """Whether what the engine needs can be imported."""
    return not engine.needs or importlib.util.find_spec(engine.needs) is not None


def align(
    audio: Audio, transcript: Transcript, language: str, engine: Engine, progress: Progress
) -> list[Span | None]:
    """When each token of ``transcript`` was said; None for those that were not.

    Raises:
        TranscriptError: nothing in it is spoken.
        AlignmentError: it cannot have been said in the time of the recording.
        SetupError, UsageError: what the engine raises.
    """
    sentences = utterances(transcript)
    if not sentences:
        raise TranscriptError("nothing in it is spoken", where=transcript.name)
    said = [utterance for _, utterance in sentences]
    _refuse_impossible(audio, said, transcript.name)
    try:
        found = engine.align(audio, said, language, progress)
    except AlignmentError as refusal:
        where = f"{transcript.name} with {audio.name}"
        raise AlignmentError(refusal.what, where=where, hint=refusal.hint) from None
    _check(found, said, audio.duration, engine.name)
    spans: list[Span | None] = [None] * len(transcript.tokens)
    for i, span in zip(chain(*(tokens for tokens, _ in sentences)), chain(*found), strict=True):
        spans[i] = span
    return spans


def utterances(transcript: Transcript) -> list[tuple[list[int], Utterance]]:
    """The sentences in which something is said: the indices of their spoken tokens, the words."""
    sentences = []
    for sentence in transcript.sentences():
        tokens = [i for i in sentence if transcript.tokens[i].spoken]
        if tokens:
            words = tuple(_with_mark(transcript.tokens[i]) for i in tokens)
            sentences.append((tokens, Utterance(words)))
    return sentences


def _with_mark(token: Token) -> str:
    """What is said, with the clause mark that the reader sees after it."""
    shown = token.shown.rstrip("\"'”’»)]}")
    mark = shown[-1:] if shown[-1:] in _CLAUSE else ""
    return token.spoken.rstrip(_CLAUSE) + mark if token.spoken.rstrip(_CLAUSE) else token.spoken


def _refuse_impossible(audio: Audio, utterances: Sequence[Utterance], name: str) -> None:
    letters = sum(len(word) + 1 for u in utterances for word in u.words)
    if letters > audio.duration / 1000 * _FASTEST:
        raise AlignmentError(
            f"{letters:,} characters cannot be said in {audio.duration / 1000:.1f} s",
            where=name,
            hint="check that transcript and recording belong together",
        )


def _check(found: Found, utterances: Sequence[Utterance], duration: int, name: str) -> None:
    """Raise AssertionError where an engine breaks its contract: that is a bug of ours."""
    if [len(f) for f in found] != [len(u.words) for u in utterances]:
        raise AssertionError(f"engine {name} gave another number of spans than words")
    at = 0
    for span in filter(None, chain(*found)):
        if not at <= span.start <= span.end <= duration:
            raise AssertionError(f"engine {name} gave {span} after {at} ms of {duration}")
        if not 0.0 <= span.confidence <= 1.0:
            raise AssertionError(f"engine {name} gave the confidence {span.confidence}")
        at = span.end
