"""Thresholds of the heuristics that read a transcript."""

from __future__ import annotations

from dataclasses import dataclass

from subalign.errors import UsageError


@dataclass(frozen=True, slots=True, kw_only=True)
class ParsingOptions:
    """Thresholds for telling apart the kinds of text that a transcript may be.

    Shares lie between 0 and 1. None of the numbers comes from a standard: they were set on
    transcripts of podcasts, plays, poems, speech recognisers and wrapped prose, which lie far
    from them on either side.

    Args:
        min_timestamped_lines: Number of timestamps without brackets, one at the start of each
            line, from which they are taken for timestamps. Fewer may be times of day that are
            read aloud (``10:30 we met``).
        min_labelled_share: Share of paragraphs that begin with a speaker label, from which on
            the text is a dialogue and each of its labels is believed.
        max_wrapped_columns: Length of the longest hard-wrapped line, in characters. Editors and
            mail programs wrap at 72 to 100 columns, so a longer line is a paragraph.
        min_run_on_share: Share of lines that begin with a lower-case letter, from which on a
            line end says nothing about sentences. Prose wrapped at 72 columns has about 0.85;
            sonnets and texts of one sentence a line have 0.
        min_filled_share: Share of lines without room for the first word of the next line, from
            which on a text without lower-case letters is hard-wrapped. In wrapped prose these
            are all lines but the last of a paragraph; in verse about one in four, by chance.
        max_lowercase_share: Share of sentences that begin with a lower-case letter, up to which
            such a letter tells that a sentence goes on. Speech recognisers that write no
            capitals write none at all.
        max_sentence_words: Longest sentence in spoken words, some 40 s of speech. Speech
            recognisers write hours without a period, and an aligner needs pieces of a length
            that it can hold in memory.
        min_cut_words: Least number of spoken words in a piece of a sentence that is too long.
        max_cut_words: Largest number of spoken words in such a piece.

    Raises:
        UsageError: ``1 <= min_cut_words <= max_cut_words <= max_sentence_words`` does not hold.
    """

    min_timestamped_lines: int = 3
    min_labelled_share: float = 0.5
    max_wrapped_columns: int = 120
    min_run_on_share: float = 0.2
    min_filled_share: float = 0.8
    max_lowercase_share: float = 0.8
    max_sentence_words: int = 100
    min_cut_words: int = 20
    max_cut_words: int = 60

    def __post_init__(self) -> None:
        if not 1 <= self.min_cut_words <= self.max_cut_words <= self.max_sentence_words:
            raise UsageError(
                "the numbers of words do not fit together",
                where="options",
                hint="write 1 <= min_cut_words <= max_cut_words <= max_sentence_words",
            )
