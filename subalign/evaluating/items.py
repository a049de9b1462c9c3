"""Items of a comparison: pieces of text with times, from any file that has them."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum
from functools import cache, lru_cache

from subalign.model import Captions, Cue, Sentence, Word

Interval = tuple[int, int]
"""Start and end, ms."""


class Unit(str, Enum):
    """Kind of items that are compared, in the order of reports."""

    PHRASES = "phrases"
    """Phrases of both sides."""
    PHRASES_BY_WORDS = "phrases-by-words"
    """Phrases of the reference against the words of the hypothesis."""
    WORDS = "words"
    """Words of both sides."""
    PHRASES_ON_WORDS = "phrases-on-words"
    """Phrases of the hypothesis, which has no words, against the words of the reference."""

    def __str__(self) -> str:
        return self.value


@dataclass(frozen=True, slots=True)
class Item:
    """A word, or a phrase: a sentence, a cue, a labelled stretch of speech.

    Args:
        text: as it is written.
        start, end: ms; None where no time is known, or none is trusted.
        spoken: whether it is in the recording at all.
        confidence: 0..1, of the start, as the file gives it; None where the file gives none.
    """

    text: str
    start: int | None
    end: int | None
    spoken: bool = True
    confidence: float | None = None


@dataclass(frozen=True, slots=True)
class Timed:
    """A file of times: words, phrases, or both, each in the order of the text.

    Args:
        name: of the file, for reports and errors.
        words, phrases: either may be empty.
        extra: where something is said that the text does not have, ms.
        duration: of the recording, ms; 0 where unknown.
        cues: what is on the screen; empty for files that are not captions.
    """

    name: str
    words: tuple[Item, ...] = ()
    phrases: tuple[Item, ...] = ()
    extra: tuple[Interval, ...] = ()
    duration: int = 0
    cues: tuple[Cue, ...] = ()

    @property
    def coarse(self) -> tuple[Item, ...]:
        """The phrases, or the words of a file that has no phrases."""
        return self.phrases or self.words


def from_captions(captions: Captions, name: str, *, trusted: bool = False) -> Timed:
    """Return the words and phrases of a caption or words file.

    Args:
        captions: what the file holds.
        name: of the file, for reports and errors.
        trusted: whether the file is a reference, in which a time that was filled in
            (``guessed``) is no time.
    """
    cues = tuple(Item(cue.text, cue.start, cue.end) for cue in captions.cues)
    alignment = captions.alignment
    if alignment is None:
        return Timed(name, (), cues, cues=captions.cues)
    sentences = alignment.sentences()
    # Words without any punctuation are one sentence, which says nothing.
    spoken = sentences if len(sentences) > 1 else []
    sure = any(word.confidence != 1 for word in alignment.words)
    return Timed(
        name,
        tuple(_word(word, trusted, sure) for word in alignment.words),
        cues or tuple(_sentence(sentence, trusted, sure) for sentence in spoken),
        duration=alignment.duration,
        cues=captions.cues,
    )


def _word(word: Word, trusted: bool, sure: bool) -> Item:
    if not word.spoken:
        return Item(word.text, None, None, spoken=False)
    if word.guessed:
        return Item(word.text, *((None, None) if trusted else (word.start, word.end)))
    return Item(word.text, word.start, word.end, confidence=word.confidence if sure else None)


def _sentence(sentence: Sentence, trusted: bool, sure: bool) -> Item:
    words = [word for word in sentence.words if word.spoken]
    if not words:
        return Item(sentence.text, None, None, spoken=False)
    heard = not all(word.guessed for word in words)
    start = None if trusted and sentence.words[0].guessed else sentence.start
    end = None if trusted and sentence.words[-1].guessed else sentence.end
    confidence = sentence.confidence if sure and heard else None
    return Item(sentence.text, start, end, confidence=confidence)


@cache
def _token_pattern() -> re.Pattern[str]:
    # Scripts that write no spaces (and Korean, as usual in its scoring): compared by character.
    single = (
        "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff"
        "\uf900-\ufaff\uac00-\ud7a3"
    )
    return re.compile(f"[{single}]|[^\\s'{single}]+(?:'+[^\\s'{single}]+)*")


@lru_cache(maxsize=1 << 16)
def tokens(text: str) -> tuple[str, ...]:
    """Return what of ``text`` is compared: words in lower case without punctuation or markup.

    >>> tokens("It’s [laughs] 20,000 — “Wörter”!")
    ("it's", '20', '000', 'wörter')
    >>> tokens("字幕 ok")
    ('字', '幕', 'ok')
    """
    plain = unicodedata.normalize("NFKC", text).lower()
    plain = plain.translate(str.maketrans("\u2019\u2018`", "'''"))
    unmarked = re.sub(r"\[[^\]]*\]|<[^>]*>", " ", plain)
    kept = "".join(c if _is_text(c) else " " for c in unmarked)
    return tuple(_token_pattern().findall(kept))


def _is_text(char: str) -> bool:
    # Marks are vowels in the scripts of India; a regular expression's \w leaves them out.
    return char.isalnum() or char == "'" or unicodedata.category(char)[0] == "M"


@dataclass(frozen=True, slots=True)
class Tokens:
    """The tokens of many items in a row.

    Args:
        texts: of all items.
        owners: the item of each token.
        spans: the first and the last token of each item; None for items without tokens.
    """

    texts: list[str]
    owners: list[int]
    spans: list[tuple[int, int] | None]


def tokenize(items: Sequence[Item]) -> Tokens:
    """Return the tokens of ``items``."""
    texts: list[str] = []
    owners: list[int] = []
    spans: list[tuple[int, int] | None] = []
    for i, item in enumerate(items):
        own = tokens(item.text)
        spans.append((len(texts), len(texts) + len(own) - 1) if own else None)
        texts += own
        owners += [i] * len(own)
    return Tokens(texts, owners, spans)
