"""Captions made of aligned words: the last steps, and the value that holds their results."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass, replace
from typing import Any

from subalign import formats
from subalign.calls import public
from subalign.checking import check
from subalign.cleaning import Change
from subalign.errors import counted
from subalign.formats import StrPath
from subalign.model import (
    Alignment,
    Break,
    Captions,
    Cue,
    Problem,
    Sentence,
    Transcript,
    Word,
)
from subalign.segmenting import segment
from subalign.styles import DEFAULT, Style, find_style
from subalign.timing import schedule

UNCERTAIN_CONFIDENCE = 0.5
"""Confidence below which a sentence is likelier to be wrong than right."""


@dataclass(frozen=True, slots=True)
class Result:
    """The captions of an episode, with all that was found while making them.

    Args:
        alignment: the words that are shown, with their times.
        captions: the cues, with the words they are made of.
        problems: what breaks the style in the cues.
        style: the limits by which the cues were made.
        warnings: reasons to doubt the result as a whole, one line each.
        transcript: the cleaned transcript; None where the words came from a file.
        changes: what cleaning changed in the transcript.
        shots: when the video cuts, ms.
        audio: the path of the recording as it was given; empty where it came from memory.

    >>> from subalign.model import Word
    >>> words = Alignment((Word("Hello", 0, 400), Word("there.", 400, 900)), "en", 2000)
    >>> result = make_captions(words, "bbc")
    >>> result.captions[0].text, result.problems, result.with_style("ted").style.name
    ('Hello there.', (), 'ted')
    """

    alignment: Alignment
    captions: Captions
    problems: tuple[Problem, ...]
    style: Style
    warnings: tuple[str, ...] = ()
    transcript: Transcript | None = None
    changes: tuple[Change, ...] = ()
    shots: tuple[int, ...] = ()
    audio: str = ""

    @property
    def uncertain(self) -> tuple[Sentence, ...]:
        """Spoken sentences with a confidence below 0.5, the least certain first."""
        spoken = (s for s in self.alignment.sentences() if s.spoken)
        doubtful = (s for s in spoken if s.confidence < UNCERTAIN_CONFIDENCE)
        return tuple(sorted(doubtful, key=lambda sentence: sentence.confidence))

    @property
    def absent(self) -> tuple[Sentence, ...]:
        """Sentences of the text that are not in the recording."""
        return tuple(s for s in self.alignment.sentences() if not s.spoken)

    @public
    def with_style(
        self, style: str | Style, *, fps: float = 0.0, shots: Sequence[int] | None = None
    ) -> Result:
        """Return the same words in captions of another style; nothing is aligned again.

        Args:
            style: a caption style, or the name of one.
            fps: frames per second of the video, Hz; 0 for that of the style.
            shots: when the video cuts, ms; None for the cuts that are known.

        Raises:
            UsageError: no style has this name, or the frame rate is impossible.
        """
        cuts = self.shots if shots is None else tuple(shots)
        made = make_captions(self.alignment, style, fps, cuts)
        return replace(
            made,
            warnings=self.warnings,
            transcript=self.transcript,
            changes=self.changes,
            audio=self.audio,
        )

    @public
    def save(self, path: StrPath, format: str = "") -> None:
        """Write the captions or the words to a file.

        Args:
            path: of the file; its suffix names the format.
            format: name of another format than that of the suffix.

        Raises:
            UsageError: no format has this name or suffix.
            OutputError: the file cannot be written; an existing file stays as it was.
        """
        save(self, path, format)

    @public
    def to_string(self, format: str) -> str:
        """Return the text of a file in a format, such as ``vtt``.

        Raises:
            UsageError: no format has this name.
        """
        return render(self, format)

    def to_dict(self) -> dict[str, Any]:
        """Return the result in lists and dicts that `json.dumps` can write."""
        alignment = replace(self.alignment, timed=None)
        return {
            "audio": self.audio,
            "style": self.style.name,
            "language": alignment.language,
            "engine": alignment.engine,
            "duration": alignment.duration,
            "words": [asdict(word) for word in alignment.words],
            "untranscribed": [list(stretch) for stretch in alignment.untranscribed],
            "cues": [asdict(cue) for cue in self.captions.cues],
            "problems": [asdict(problem) for problem in self.problems],
            "changes": [asdict(change) for change in self.changes],
            "warnings": list(self.warnings),
        }


def make_captions(
    alignment: Alignment, style: str | Style, fps: float = 0.0, shots: Sequence[int] = ()
) -> Result:
    """Break words into cues, time the cues, and check them against the style.

    Args:
        alignment: the words; those that are not in the recording get no cue.
        style: a caption style, or the name of one.
        fps: frames per second of the video, Hz; 0 for that of the style.
        shots: when the video cuts, ms.

    Raises:
        UsageError: no style has this name, or the frame rate is impossible.
    """
    limits = find_style(style, fps)
    cues = schedule(segment(alignment.spoken_only(), limits), limits, alignment.duration, shots)
    problems = tuple(check(cues, limits, alignment.language))
    return Result(alignment, Captions(cues, alignment), problems, limits, shots=tuple(shots))


@public
def load(path: StrPath) -> Captions | Alignment:
    """Read a caption or words file of any format.

    Args:
        path: of the file; its suffix names the format.

    Returns:
        Captions for a file of cues, and an alignment for a file of words.

    Raises:
        UsageError: no format has this suffix.
        InputError: the file is missing or not text.
        FormatError: the file is malformed; ``where`` names the line or the entry.

    >>> load("fixtures/sonnet/words.TextGrid").words[0].text
    '1.'
    """
    found = formats.read_captions(path)
    return found if found.cues or found.alignment is None else found.alignment


@public
def save(value: Result | Captions | Alignment, path: StrPath, format: str = "") -> None:
    """Write captions or words to a file, completely or not at all.

    Words become captions of the default style where the format holds cues, and the time of a cue
    is shared out among its words by length where the format holds words.

    Args:
        value: what to write.
        path: of the file; its suffix names the format.
        format: name of another format than that of the suffix.

    Raises:
        UsageError: no format has this name or suffix.
        FormatError: the format needs what the value lacks, or a time lies before the recording.
        OutputError: the file cannot be written; an existing file stays as it was.

    >>> import os, tempfile
    >>> path = os.path.join(tempfile.mkdtemp(), "hello.srt")
    >>> save(Captions((Cue(0, 900, ("Hello.",)),)), path)
    >>> [cue.text for cue in load(path).cues]
    ['Hello.']
    """
    form = formats.named_format(format) if format else formats.find_format(path)
    formats.write_text(path, form.write(complete(value)))


@public
def render(value: Result | Captions | Alignment, format: str) -> str:
    """Return captions or words as the text of a file.

    Args:
        value: as for `save`.
        format: name of a format, such as ``srt``; `list_formats` lists them.

    Raises:
        UsageError: no format has this name.
        FormatError: the format needs what the value lacks, or a time lies before the recording.

    >>> print(render(Captions((Cue(0, 900, ("Hello.",)),)), "srt"), end="")
    1
    00:00:00,000 --> 00:00:00,900
    Hello.
    <BLANKLINE>
    """
    return formats.named_format(format).write(complete(value))


def complete(value: Result | Captions | Alignment, style: str | Style = DEFAULT) -> Captions:
    """Return both cues and words, so that every format can be written.

    Args:
        value: cues, words, or both.
        style: the style of the cues that are made where there are only words.
    """
    if isinstance(value, Result):
        return value.captions
    captions = Captions(alignment=value) if isinstance(value, Alignment) else value
    alignment = captions.alignment or _words_of(captions.cues)
    if captions.cues:
        return Captions(tuple(_labelled(captions.cues)), alignment)
    return Captions(make_captions(alignment, style).captions.cues, alignment)


def _labelled(cues: Sequence[Cue]) -> Iterator[Cue]:
    """Yield cues that name a new speaker in a label, for formats that do not mark voices."""
    before = ""
    for cue in cues:
        new = cue.speaker and cue.speaker != before
        yield replace(cue, label=cue.label or (f"{cue.speaker}:" if new else ""))
        before = cue.speaker


def _words_of(cues: Sequence[Cue]) -> Alignment:
    """Share the time of each cue among its words by their length; each cue is a sentence."""
    words: list[Word] = []
    for cue in cues:
        texts = [text for line in cue.lines for text in line.split()]
        total = sum(len(t) + 1 for t in texts)
        lasts = max(0, cue.duration)
        at = 0
        for i, text in enumerate(texts):
            start, at = at, at + len(text) + 1
            words.append(
                Word(
                    text=text,
                    start=cue.start + lasts * start // total,
                    end=cue.start + lasts * at // total,
                    confidence=0.0,
                    guessed=True,
                    ends=Break.SENTENCE if i == len(texts) - 1 else Break.NONE,
                    speaker=cue.speaker,
                )
            )
    return Alignment(tuple(words), "", max((c.end for c in cues), default=0))


def warn_of_doubt(alignment: Alignment) -> Iterator[str]:
    """Yield a warning where most sentences are uncertain."""
    spoken = [s for s in alignment.sentences() if s.spoken]
    doubtful = sum(s.confidence < UNCERTAIN_CONFIDENCE for s in spoken)
    heard = any(s.confidence > 0 for s in spoken)  # the engine uniform gives no confidences
    if heard and doubtful > len(spoken) / 2:
        yield (
            f"text and recording hardly agree, {doubtful} of {counted(len(spoken), 'sentence')} "
            f"uncertain: check that both are in language {alignment.language}"
        )
