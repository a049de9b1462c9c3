"""What the text around each boundary is: the punctuation, the roles of the words, the groups.

A `Reading` is made once from the pieces of an episode; the rules of `evidence` ask it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from enum import Enum
from itertools import pairwise

from subalign.grammar.lexicon import Lexicon, Roles, bare
from subalign.languages.base import Role
from subalign.measure import width
from subalign.model import Break
from subalign.segmenting import weights as w
from subalign.segmenting.pieces import Piece
from subalign.segmenting.weights import Pull
from subalign.styles import Style
from subalign.text.punctuation import (
    CLAUSE_FINAL,
    CLOSING,
    CLOSING_BRACKETS,
    COMMAS,
    DASHES,
    DOUBLE_QUOTES,
    OPENING,
    OPENING_BRACKETS,
    SENTENCE_FINAL,
)

QUOTES_OPEN = frozenset(DOUBLE_QUOTES + OPENING_BRACKETS) - {"”"}
"""Marks in front of a quotation or insertion; some languages close with them too."""
QUOTES_CLOSE = frozenset(DOUBLE_QUOTES + CLOSING_BRACKETS) - {"„"}
"""Marks behind a quotation or insertion."""
CONTENT = frozenset(
    {Role.DEGREE, Role.MODIFIER, Role.TITLE, Role.CATENATIVE, Role.PARTICLE, Role.NUMBER}
)
"""Roles that words with a meaning of their own have; all others are mere grammar."""
OBJECTS = frozenset({Role.ARTICLE, Role.POSSESSIVE})
"""Roles of words that open the object of a verb or of a preposition."""
TIES = frozenset({Role.PREPOSITION, Role.GENITIVE, Role.INFINITIVE})
"""Roles of words that nothing may part from what follows."""

_AND_SO_ON = frozenset({"etc", "usw", "ecc", "enz"})
"""What ends a list: Latin, German, Italian, Dutch."""
_INITIALS = re.compile(r"[a-z](?:\.[a-z])+")
_LONGEST_PAIR = 12
"""Pieces between two signs that count as a pair: about what a caption holds. Ours."""
_BEFORE_VERBS = frozenset({Role.INFINITIVE, Role.SUBJECT, Role.CLITIC})
_NOUNS = frozenset(
    {Role.ARTICLE, Role.POSSESSIVE, Role.PREPOSITION, Role.GENITIVE, Role.DETERMINER}
)
_NO_NOUNS = frozenset({Role.SUBORDINATOR, Role.INFINITIVE})


class Mark(Enum):
    """The punctuation at a boundary."""

    NONE = Pull(0, 0)
    COMMA = w.COMMA
    CLAUSE = w.CLAUSE
    DASH = w.DASH
    SENTENCE = w.SENTENCE


class Reading:
    """What is known of n pieces and the n + 1 boundaries around them.

    Boundary b stands before piece b.
    """

    def __init__(self, pieces: Sequence[Piece], lexicon: Lexicon, style: Style) -> None:
        self.pieces, self.lexicon = pieces, lexicon
        self.words = [bare(piece.text) for piece in pieces]
        known = set(self.words)
        opens = {word: lexicon.opens(word) for word in known}
        leans = {word: lexicon.leans(word) for word in known}
        self.opens: list[Roles] = [opens[word] for word in self.words]
        """What each piece does for a group that starts with it."""
        self.leans: list[Roles] = [leans[word] for word in self.words]
        """What each piece does for the piece that follows."""
        self.tied: set[int] = set()
        """Boundaries inside a fixed group."""
        self._read_phrases()
        self.marks = [Mark.NONE, *map(self._mark, range(1, len(pieces))), Mark.SENTENCE]
        self.to_sentence = self._distances({Mark.SENTENCE})
        """Pieces from a boundary to the next end of a sentence."""
        self.from_sentence = self._distances_from_sentence()
        """Pieces from the last end of a sentence to a boundary."""
        self.to_mark = self._distances(set(Mark) - {Mark.NONE})
        """Pieces from a boundary to the next punctuation."""
        self.adrift = set(self._adrift())
        """Pieces like the first "to" of "turn to when it rains", which lean on nothing."""
        self.verbs = set(self._verbs())
        """Pieces that are verbs, as their neighbours show."""
        self.phrases = set(self._noun_phrases())
        """Boundaries inside a noun phrase."""
        self.lines = set(self._sentences(0, style.line_width))
        """Boundaries inside a sentence that a line can hold."""
        room = style.line_width * style.max_lines * w.FULL // 100
        self.cues = set(self._sentences(style.line_width, room))
        """Boundaries inside a sentence that a cue can hold, but no line."""
        self.enclosed = set(self._pairs())
        """Boundaries inside a short pair of signs."""

    def after_content(self, b: int) -> bool:
        """Whether a word with a meaning of its own stands right in front."""
        return self.marks[b] is Mark.NONE and self.leans[b - 1] <= CONTENT

    def plain(self, b: int) -> bool:
        """Whether both sides are words with a meaning of their own, with nothing between."""
        return self.after_content(b) and self.opens[b] <= CONTENT

    def capital(self, i: int) -> bool:
        """Whether a piece begins with a capital, behind its opening signs."""
        return self.pieces[i].text.lstrip(OPENING)[:1].isupper()

    def finite(self, b: int) -> bool:
        """Whether a noun stands in front of its verb, as far as German spelling shows it."""
        if not self.lexicon.finites or not self.after_content(b) or self.opens[b]:
            return False
        word = self.words[b]
        verb = word.endswith(self.lexicon.finites) and not word.startswith(self.lexicon.participles)
        return verb and self.capital(b - 1) and not self.capital(b) and self.to_mark[b] > 1

    def _read_phrases(self) -> None:
        for i, word in enumerate(self.words):
            found = self.lexicon.phrase(self.words[i : i + 4]) if word else None
            if found and all(p.text[-1].isalnum() for p in self.pieces[i : i + found[0] - 1]):
                count, role = found
                self.opens[i] = self.leans[i + count - 1] = frozenset({role})
                self.tied.update(range(i + 1, i + count))

    def _mark(self, b: int) -> Mark:
        before = self.pieces[b - 1]
        text = before.text.rstrip(CLOSING + " ")
        last = text[-1:] or " "
        ends = last in SENTENCE_FINAL
        if last in CLAUSE_FINAL:
            return Mark.CLAUSE
        if last in COMMAS:
            # Such a comma marks where the speaker stumbled, or belongs to what is inserted.
            stumbled = self.words[b - 1] in self.lexicon.unfinished
            return Mark.NONE if stumbled or self._closes(b) else Mark.COMMA
        if last in DASHES or text == "-" or text.endswith("--"):
            return Mark.DASH
        if not before.ends:
            return Mark.COMMA if ends and last != "." else Mark.NONE
        if (ends and last != ".") or self._may_end(b):
            unsaid = not ends and before.ends is Break.SENTENCE
            return Mark.COMMA if unsaid else Mark.SENTENCE
        return Mark.NONE

    def _closes(self, b: int) -> bool:
        """Whether a word belongs to what is in front of a comma: "etc.", or "D.C." to a name."""
        if self.words[b] in _AND_SO_ON:
            return True
        return self.capital(b - 1) and bool(_INITIALS.fullmatch(self.words[b]))

    def _may_end(self, b: int) -> bool:
        """Whether a sentence that ends with a period, or with no sign, may do so here."""
        roles, word = self.leans[b - 1], self.words[b - 1]
        small = self.pieces[b].text[0].islower() or self.pieces[b].text[0].isdigit()
        if Role.TITLE in roles or (small and ("." in word or len(word) == 1)):
            return False
        if word not in self.lexicon.unfinished:
            return True
        pause = self.pieces[b].start - self.pieces[b - 1].end
        return bool(roles & TIES) and pause >= w.TRUSTED_PAUSE

    def _distances(self, marks: set[Mark]) -> list[int]:
        out = [0] * len(self.marks)
        following = len(out) - 1
        for b in range(len(out) - 2, -1, -1):
            out[b] = following - b
            if self.marks[b] in marks:
                following = b
        return out

    def _distances_from_sentence(self) -> list[int]:
        out = [0]
        for b in range(1, len(self.marks)):
            out.append(1 if self.marks[b - 1] is Mark.SENTENCE else out[-1] + 1)
        return out

    def _sentences(self, above: int, most: int) -> Iterator[int]:
        """Boundaries inside sentences of more than ``above`` columns, and at most ``most``."""
        first, columns = 0, 0
        for b in range(1, len(self.marks)):
            piece = self.pieces[b - 1]
            columns += width(piece.text) + len(piece.after)
            if self.marks[b] is Mark.SENTENCE:
                if above < columns - len(piece.after) <= most:
                    yield from range(first + 1, b)
                first, columns = b, 0

    def _adrift(self) -> Iterator[int]:
        for i, (roles, following) in enumerate(pairwise(self.opens)):
            clause = Role.SUBORDINATOR in following and Role.DETERMINER not in following
            if Role.INFINITIVE in roles and clause:
                self.leans[i] = frozenset()
                yield i

    def _verbs(self) -> Iterator[int]:
        for i, roles in enumerate(self.opens):
            if not roles <= CONTENT:
                continue
            before = self.leans[i - 1] if i and self.marks[i] is Mark.NONE else frozenset()
            after = self.opens[i + 1] if i + 1 < len(self.opens) else frozenset()
            if self.marks[i + 1] is not Mark.NONE:
                after = frozenset()
            if before & _BEFORE_VERBS or (after & OBJECTS and not before & _NOUNS):
                yield i

    def _noun_phrases(self) -> Iterator[int]:
        start = None
        for b in range(1, len(self.marks)):
            inner = b < len(self.pieces) and self.marks[b] is Mark.NONE
            if inner and self.leans[b - 1] & _NOUNS and not self.leans[b - 1] & _NO_NOUNS:
                start = b
            elif start is not None:
                ended = self._ends_nouns(b) and not self.leans[b - 1]
                if inner and self.opens[b] <= CONTENT and b not in self.verbs and not ended:
                    yield b
                else:
                    start = None

    def _ends_nouns(self, b: int) -> bool:
        """Whether a noun that no other one follows stands in front."""
        if self.lexicon.capital_nouns and b < len(self.pieces) and self.capital(b - 1):
            return not self.capital(b)
        return self.words[b - 1].endswith(self.lexicon.plurals)

    def _pairs(self) -> Iterator[int]:
        start = None
        for i, piece in enumerate(self.pieces):
            if piece.text[0] in QUOTES_OPEN or (piece.text[0] == "♪" and start is None):
                start = i
            text = piece.text.rstrip(SENTENCE_FINAL + COMMAS + CLAUSE_FINAL + " ")
            closes = text[-1:] in QUOTES_CLOSE or (text[-1:] == "♪" and start != i)
            if start is not None and (closes or piece.ends is Break.PARAGRAPH):
                if closes and i - start < _LONGEST_PAIR:
                    yield from range(start + 1, i + 1)
                start = None
