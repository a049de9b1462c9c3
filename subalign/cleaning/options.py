"""The thresholds of cleaning."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class CleaningOptions:
    """Thresholds of the cleaning rules.

    They were set on a podcast of 6,604 words as a speech recogniser wrote it, unless another
    source is named.

    Args:
        short_pause_ms: a doubtful period goes where the silence after its word is shorter, ms. At
            the ends of real sentences in read and in free speech the silence is longer.
        edited_min_words: fewest words of a text that may be taken for edited prose. In the podcast
            6 of 1,000 words are a slip, so hardly any 500 words of raw speech hold none.
        edited_words_per_slip: number of words for each slip above which a text is edited prose.
            Eight novels in four languages have 100,000.
        loop_min_copies: fewest copies of a sentence in a row that count as a loop of a recogniser.
        loop_min_words: fewest words of a sentence whose loop is removed; a shorter loop is only
            offered, because people do say such sentences three times ("Hello. Hello. Hello." in a
            sound check).
        echo_min_words: fewest words of a sentence that is looked for a second time.
        max_repeated_words: words of the longest phrase that is looked for a second time. The
            longest one in the podcast has five.
        max_fragment_letters: letters of the longest broken-off word; longer ones may be words.
        min_plain_name_letters: letters of the shortest glossary name without a capital or figure
            inside that is put together from pieces; a shorter one may be two ordinary words.
        min_similarity_percent: share of equal letters in two Metaphone keys, from which on a phrase
            sounds like a name. Below it every other short word is offered.
    """

    short_pause_ms: int = 300
    edited_min_words: int = 500
    edited_words_per_slip: int = 2000
    loop_min_copies: int = 3
    loop_min_words: int = 4
    echo_min_words: int = 4
    max_repeated_words: int = 8
    max_fragment_letters: int = 3
    min_plain_name_letters: int = 7
    min_similarity_percent: float = 85.0
