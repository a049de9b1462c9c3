"""Reading of transcripts: text to a ``Transcript`` of tokens, sentences and speakers.

The steps, each in a module:

1. Mask what is not text: ``captions`` for SRT, WebVTT and SBV, ``plain`` with ``timestamps``
   for everything else. The result is a ``MaskedText``.
2. Find the ``speakers`` and the ``sounds``, and split the rest into ``words``.
3. Find what line ends mean (``layout``), and where ``sentences`` end.

The source is never changed: tokens are spans of it, so no character can be lost.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from heapq import merge
from itertools import pairwise
from operator import itemgetter

from subalign.errors import TranscriptError
from subalign.model import Break, Token, Transcript
from subalign.text.sounds import find_sounds
from subalign.transcript.captions import is_captions, read_captions
from subalign.transcript.layout import line_breaks
from subalign.transcript.masking import MaskedText, SpeakerChange
from subalign.transcript.options import ParsingOptions
from subalign.transcript.plain import read_plain
from subalign.transcript.sentences import mark_sentences
from subalign.transcript.speakers import SpeakerLabel, find_labels
from subalign.transcript.words import DraftToken, find_words, visible

__all__ = ["ParsingOptions", "parse_transcript"]


def parse_transcript(
    text: str, name: str = "", language: str = "en", *, options: ParsingOptions | None = None
) -> Transcript:
    """Parse a transcript: plain text with or without speakers, or captions.

    A token is a word with its punctuation. Tokens that nobody speaks say so in ``why``:
    ``sound-label`` and ``sign`` (a sign without letters) are shown but silent;
    ``speaker-label`` is neither shown nor spoken. Timestamps and markup are not tokens: they
    belong to the ``gap`` between two tokens, or to ``raw`` where they touch a word. A gap is
    empty only where no space belongs: after a dash inside a word, and in scripts that write no
    spaces.

    Args:
        text: Content of the transcript. Line ends may be of any system.
        name: File name, for messages and for ``Transcript.name``.
        language: BCP 47 tag; it chooses the abbreviations whose periods end no sentence.
        options: Thresholds of the heuristics; by default those of ``ParsingOptions``.

    Returns:
        The transcript. Its ``source`` equals ``text``. A sentence has at most 100 spoken words
        (``ParsingOptions.max_sentence_words``): a longer run without a stop is cut.

    Raises:
        TranscriptError: ``text`` is empty, or nothing in it is spoken.

    >>> made = parse_transcript("ANNA: Hello, Mr. Bo. [laughs] Fine?\\nBO: Fine.")
    >>> [t.shown for t in made.tokens]
    ['', 'Hello,', 'Mr.', 'Bo.', '[laughs]', 'Fine?', '', 'Fine.']
    >>> [len(s) for s in made.sentences()], made.tokens[-1].speaker
    ([5, 1, 2], 'BO')
    """
    options = options or ParsingOptions()
    masked = read_captions(text) if is_captions(text) else read_plain(text, options)
    labels = find_labels(masked, options)
    drafts = list(_draft_tokens(masked.text, labels))
    if not any(draft.spoken for draft in drafts):
        what = "no spoken word in the transcript" if drafts else "the transcript is empty"
        raise TranscriptError(what, where=name, hint="a transcript needs the words that are said")
    _set_speakers(drafts, masked, labels)
    _set_breaks(drafts, masked, labels, options)
    mark_sentences(drafts, language, options)
    return Transcript(tuple(_tokens(text, drafts)), text[: drafts[0].start], name, language)


def _draft_tokens(text: str, labels: Sequence[SpeakerLabel]) -> Iterator[DraftToken]:
    """Yield all tokens in order: words, speaker labels and sound labels."""
    done = 0
    marks = merge(
        ((label.start, label.end, "speaker-label") for label in labels),
        ((start, end, "sound-label") for start, end in find_sounds(text)),
        key=itemgetter(0),  # merge is stable: at the same offset the speaker label comes first
    )
    for start, end, why in marks:
        if start < done:  # "[Anna]:" is found as a speaker and as a sound
            continue
        yield from find_words(text, done, start)
        shown = "" if why == "speaker-label" else visible(text[start:end], " ")
        yield DraftToken(start, end, shown, "", why)
        done = end
    yield from find_words(text, done, len(text))


def _set_speakers(
    drafts: Sequence[DraftToken], masked: MaskedText, labels: Sequence[SpeakerLabel]
) -> None:
    """Set ``speaker`` of each token; a name in the markup has precedence over a label."""
    names = {label.start: label.name for label in labels}
    changes = iter([*masked.speaker_changes, SpeakerChange(len(masked.text) + 1, "")])
    in_markup = in_label = ""
    coming = next(changes)
    for draft in drafts:
        while coming.start <= draft.start:
            in_markup, coming = coming.name, next(changes)
        if draft.why == "speaker-label":
            in_label = names[draft.start]
        draft.speaker = in_markup or in_label


def _set_breaks(
    drafts: Sequence[DraftToken],
    masked: MaskedText,
    labels: Sequence[SpeakerLabel],
    options: ParsingOptions,
) -> None:
    """Set ``line`` of each token, and ``ends`` where the layout or a new speaker ends something."""
    breaks = line_breaks(masked, {label.line for label in labels}, options)
    strength = (Break.NONE, Break.SENTENCE, Break.PARAGRAPH).index
    at = 0
    for above, draft in pairwise([drafts[0], *drafts]):
        end = Break.NONE
        # Lines without a token lie between the two, so the strongest of their ends counts.
        while at + 1 < len(breaks) and masked.lines[at + 1].start <= draft.start:
            end = max(end, breaks[at], key=strength)
            at += 1
        draft.line = masked.lines[at].number
        if above.why == "speaker-label":  # a label on its own line belongs to what follows
            continue
        is_new_speaker = draft.why == "speaker-label" or draft.speaker != above.speaker
        above.ends = Break.PARAGRAPH if is_new_speaker else end
    drafts[-1].ends = Break.PARAGRAPH


def _tokens(text: str, drafts: Sequence[DraftToken]) -> Iterator[Token]:
    """Yield the tokens, each with the source text up to the next one."""
    starts = [draft.start for draft in drafts[1:]]
    for p, following in zip(drafts, [*starts, len(text)], strict=True):
        raw, gap = text[p.start : p.end], text[p.end : following]
        yield Token(raw, gap, p.shown, p.spoken, p.ends, p.speaker, p.why, p.line)
