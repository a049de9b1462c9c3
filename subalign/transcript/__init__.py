"""A transcript's text -> ``Transcript``: tokens, sentences, paragraphs, speakers.

The steps, each in a module: blank out what is not text (``captions`` for SRT, WebVTT and SBV,
``plain`` with ``stamps`` for all else), find ``speakers`` and ``sounds``, cut the rest into
``words``, and say where ``sentences`` end after the ``layout`` has told what a line end means.
The source is never changed, only pointed into, so nothing of it can be lost.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from heapq import merge
from itertools import pairwise
from operator import itemgetter

from subalign.errors import TranscriptError
from subalign.model import Break, Token, Transcript
from subalign.transcript.captions import is_captions, read_captions
from subalign.transcript.layout import line_breaks
from subalign.transcript.masking import MaskedText, SpeakerChange
from subalign.transcript.plain import read_plain
from subalign.transcript.sentences import mark_sentences
from subalign.transcript.sounds import find_sounds
from subalign.transcript.speakers import SpeakerLabel, find_labels
from subalign.transcript.words import DraftToken, find_words, visible

__all__ = ["parse_transcript"]

_STRENGTH = {Break.NONE: 0, Break.SENTENCE: 1, Break.PARAGRAPH: 2}


def parse_transcript(text: str, name: str = "", language: str = "en") -> Transcript:
    """Read a transcript: plain text with or without speakers, or captions.

    ``Transcript.source`` is ``text`` again, exactly. A word carries its punctuation. Shown but
    silent are sound labels (``why`` is ``sound-label``) and signs without a letter (``sign``);
    a speaker label is neither (``speaker-label``). Timestamps and markup are no tokens: they
    stand in gaps, or in ``raw`` where they touch a word. A gap is empty only where no space
    belongs: after a dash inside a word, and in scripts that write none.

    A sentence has at most 100 spoken words: a longer run without a stop is cut.

    Args:
        text: with its own line ends, which count lines as editors do.
        name: of the file, for messages.
        language: BCP 47; it chooses the abbreviations whose periods end no sentence.

    Raises:
        TranscriptError: it is empty, or nothing in it is spoken.

    >>> made = parse_transcript("ANNA: Hello, Mr. Bo. [laughs] Fine?\\nBO: Fine.")
    >>> [t.shown for t in made.tokens]
    ['', 'Hello,', 'Mr.', 'Bo.', '[laughs]', 'Fine?', '', 'Fine.']
    >>> [len(s) for s in made.sentences()], made.tokens[-1].speaker
    ([5, 1, 2], 'BO')
    """
    masked = read_captions(text) if is_captions(text) else read_plain(text)
    labels = find_labels(masked)
    drafts = list(_draft_tokens(masked.text, labels))
    if not any(draft.spoken for draft in drafts):
        what = "no spoken word in the transcript" if drafts else "the transcript is empty"
        raise TranscriptError(what, where=name, hint="it needs the words that are said")
    _set_speakers(drafts, masked, labels)
    _set_breaks(drafts, masked, labels)
    mark_sentences(drafts, language)
    return Transcript(tuple(_tokens(text, drafts)), text[: drafts[0].start], name, language)


def _draft_tokens(text: str, labels: Sequence[SpeakerLabel]) -> Iterator[DraftToken]:
    """All tokens in order; a label's are silent, and hidden where it names a speaker."""
    done = 0
    marks = merge(
        ((label.start, label.end, "speaker-label") for label in labels),
        ((start, end, "sound-label") for start, end in find_sounds(text)),
        key=itemgetter(0),  # at one place the label comes first
    )
    for start, end, why in marks:
        if start < done:
            continue
        yield from find_words(text, done, start)
        shown = "" if why == "speaker-label" else visible(text[start:end], " ")
        yield DraftToken(start, end, shown, "", why)
        done = end
    yield from find_words(text, done, len(text))


def _set_speakers(
    drafts: Sequence[DraftToken], masked: MaskedText, labels: Sequence[SpeakerLabel]
) -> None:
    """Say who speaks; a voice in the markup goes before a label."""
    names = {label.start: label.name for label in labels}
    voices = [*masked.speaker_changes, SpeakerChange(len(masked.text) + 1, "")]
    voice = named = ""
    following = iter(voices)
    coming = next(following)
    for draft in drafts:
        while coming.start <= draft.start:
            voice, coming = coming.name, next(following)
        if draft.why == "speaker-label":
            named = names[draft.start]
        draft.speaker = voice or named


def _set_breaks(
    drafts: Sequence[DraftToken], masked: MaskedText, labels: Sequence[SpeakerLabel]
) -> None:
    """Set the line of each draft, and the ends that the layout and the speakers make."""
    breaks = line_breaks(masked, {label.line for label in labels})
    at = 0
    for above, draft in pairwise([drafts[0], *drafts]):
        end = Break.NONE
        while at + 1 < len(breaks) and masked.lines[at + 1].start <= draft.start:
            end = max(end, breaks[at], key=_STRENGTH.__getitem__)
            at += 1
        draft.line = masked.lines[at].number
        if above.why == "speaker-label":
            continue
        changes = draft.why == "speaker-label" or draft.speaker != above.speaker
        above.ends = Break.PARAGRAPH if changes else end
    drafts[-1].ends = Break.PARAGRAPH


def _tokens(text: str, drafts: Sequence[DraftToken]) -> Iterator[Token]:
    starts = [draft.start for draft in drafts[1:]]
    for p, following in zip(drafts, [*starts, len(text)], strict=True):
        raw, gap = text[p.start : p.end], text[p.end : following]
        yield Token(raw, gap, p.shown, p.spoken, p.ends, p.speaker, p.why, p.line)
