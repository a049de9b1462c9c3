"""Engines: the ways to find when words were said, and one function that checks their contract.

An engine is a module here with one `Engine` value called ``ENGINE``. To add one, write the module
and add its name to `BUILT_IN`; or offer it from a package of your own by an entry point of the
group ``subalign.engines``. The tests of all engines then run on it too.
"""

from __future__ import annotations

import importlib.util
from collections.abc import Sequence
from itertools import chain

from subalign.engines.base import Engine, Utterance, WordSpans
from subalign.errors import AlignmentError, SetupError, TranscriptError, UsageError
from subalign.events import Progress
from subalign.model import Audio, Span, Token, Transcript
from subalign.plugins import Registry
from subalign.text.punctuation import CLAUSE_FINAL, COMMAS, DASHES, SENTENCE_FINAL, final_mark

AUTO = "auto"
"""Name of the default engine."""

BUILT_IN = (AUTO, "hmm", "aeneas", "uniform", "ctc")
"""Modules of our own engines, the best first, and last the one that needs a model of the user's."""

_MAX_CHARACTERS_PER_SECOND = 60
"""Three times the pace of a fast speaker: a recording cannot hold more text. Our choice."""

_CLAUSE_MARKS = COMMAS + CLAUSE_FINAL + SENTENCE_FINAL + DASHES
"""Marks that change how a synthesiser says what stands before them."""


_ENGINES = Registry(
    "engine", "subalign.engines", Engine, {name: f"{__name__}.{name}:ENGINE" for name in BUILT_IN}
)


def list_engines() -> tuple[Engine, ...]:
    """Return all engines, also those of plug-ins, the best first.

    Raises:
        SetupError: a plug-in cannot be imported.

    >>> [engine.name for engine in list_engines()][:2]
    ['auto', 'hmm']
    """
    return _ENGINES.all()


def check_name(name: str) -> None:
    """Refuse an engine that does not exist, without importing any.

    Raises:
        UsageError: no engine has this name; the hint names the near ones.
    """
    _ENGINES.check(name)


def find_engine(name: str, model: str = "") -> Engine:
    """Return the engine with a name.

    Args:
        name: such as ``auto``.
        model: folder of the model that the engine runs; empty for engines that run none.

    Raises:
        InputError: the folder holds no such model.
        UsageError: no engine has this name, the engine runs no model, or it needs one.
        SetupError: the package that the engine needs is not installed.
    """
    engine = _ENGINES.find(name)
    if model and not engine.load:
        able = " or ".join(e.name for e in list_engines() if e.load)
        raise UsageError(f"engine {name} runs no model", where="model", hint=f"engine {able} does")
    if not model and not engine.align:
        hint = "name the folder of one"
        raise UsageError(f"engine {name} needs a model", where="model", hint=hint)
    if not is_installed(engine):
        raise SetupError(f"engine {name} needs {engine.needs}", where="engine", hint=engine.install)
    return engine.load(model) if engine.load and model else engine


def is_installed(engine: Engine) -> bool:
    """Return True where the package that the engine needs can be imported."""
    return not engine.needs or importlib.util.find_spec(engine.needs) is not None


def align(
    audio: Audio, transcript: Transcript, language: str, engine: Engine, progress: Progress
) -> list[Span | None]:
    """Align a transcript: return a span for each token; None for a token that was not heard.

    Args:
        audio: the recording.
        transcript: its tokens' ``spoken`` holds the words as they are said.
        language: BCP 47 tag.
        engine: the way to align.
        progress: called with the events of the work.

    Raises:
        TranscriptError: no token is spoken.
        UsageError: the engine cannot align this language.
        AlignmentError: text and recording do not belong together.
        SetupError: a package that the engine needs is not installed.
    """
    from threadpoolctl import threadpool_limits

    sentences = utterances(transcript)
    if not sentences:
        raise TranscriptError("nothing in it is spoken", where=transcript.name)
    engine.check_language(language)
    said = [utterance for _, utterance in sentences]
    _refuse_impossible(audio, said, transcript.name)
    assert engine.align, f"engine {engine.name} needs a model"
    try:
        # Threads that wait for each other triple the CPU time of products of small matrices.
        with threadpool_limits(limits=1, user_api="blas"):
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
    """Return the sentences in which something is said: the indices of their spoken tokens, and
    their words."""
    sentences = []
    for sentence in transcript.sentences():
        tokens = [i for i in sentence if transcript.tokens[i].spoken]
        if tokens:
            words = tuple(_with_mark(transcript.tokens[i]) for i in tokens)
            sentences.append((tokens, Utterance(words)))
    return sentences


def _with_mark(token: Token) -> str:
    """Return the spoken words with the clause mark that the reader sees after them."""
    mark = final_mark(token.shown)
    mark = mark if mark in _CLAUSE_MARKS else ""
    bare = token.spoken.rstrip(_CLAUSE_MARKS)
    return bare + mark if bare else token.spoken


def _refuse_impossible(audio: Audio, sentences: Sequence[Utterance], name: str) -> None:
    letters = sum(len(word) + 1 for u in sentences for word in u.words)
    if letters > audio.duration / 1000 * _MAX_CHARACTERS_PER_SECOND:
        raise AlignmentError(
            f"{letters:,} characters cannot be said in {audio.duration / 1000:.1f} s",
            where=name,
            hint="check that transcript and recording belong together",
        )


def _check(found: WordSpans, sentences: Sequence[Utterance], duration: int, name: str) -> None:
    """Raise AssertionError where an engine breaks its contract: that is a bug of the engine."""
    if [len(f) for f in found] != [len(u.words) for u in sentences]:
        raise AssertionError(f"engine {name} gave another number of spans than words")
    at = 0
    for span in filter(None, chain(*found)):
        if not at <= span.start <= span.end <= duration:
            raise AssertionError(f"engine {name} gave {span} after {at} ms of {duration}")
        if not 0.0 <= span.confidence <= 1.0:
            raise AssertionError(f"engine {name} gave the confidence {span.confidence}")
        at = span.end
