"""Analyse the text around each boundary: punctuation, roles of the words, phrases, pauses."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from enum import Enum
from itertools import pairwise

from subalign.grammar import Grammar, Roles, bare
from subalign.languages.base import Role
from subalign.measure import width
from subalign.model import Break
from subalign.segmenting.pieces import Piece
from subalign.segmenting.weights import BreakWeights
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

CONTENT = frozenset(
    {Role.DEGREE, Role.MODIFIER, Role.TITLE, Role.CATENATIVE, Role.PARTICLE, Role.NUMBER}
)
"""Roles of words with a meaning of their own; words of all other roles are mere grammar."""

OBJECT_STARTS = frozenset({Role.ARTICLE, Role.POSSESSIVE})
"""Roles of words that start the object of a verb or of a preposition."""

TIES = frozenset({Role.PREPOSITION, Role.GENITIVE, Role.INFINITIVE})
"""Roles of words that need what follows, such as "of"."""

_NOUN_STARTS = OBJECT_STARTS | {Role.PREPOSITION, Role.GENITIVE, Role.DETERMINER}
"""Roles of words that a noun phrase follows."""

_QUOTES_OPEN = frozenset(DOUBLE_QUOTES + OPENING_BRACKETS) - {"”"}
"""Marks before a quotation or insertion; some languages close with them too."""

_QUOTES_CLOSE = frozenset(DOUBLE_QUOTES + CLOSING_BRACKETS) - {"„"}
"""Marks after a quotation or insertion."""


class Mark(str, Enum):
    """Punctuation at a boundary."""

    NONE = "none"
    COMMA = "comma"
    CLAUSE = "colon or semicolon"
    DASH = "dash"
    SENTENCE = "end of a sentence"


class TextAnalysis:
    """Features of the n + 1 boundaries around n pieces of text.

    Boundary b stands before piece b. "Inside" a group of pieces are the boundaries between them.

    Args:
        pieces: the text.
        grammar: the function words of its language.
        style: the room of lines and cues.
        weights: the thresholds.
    """

    def __init__(
        self, pieces: Sequence[Piece], grammar: Grammar, style: Style, weights: BreakWeights
    ) -> None:
        self.pieces, self.grammar = pieces, grammar
        self.widths = [width(piece.text) for piece in pieces]
        """Columns of each piece."""
        bare_words = {text: bare(text) for text in {piece.text for piece in pieces}}
        self.words = [bare_words[piece.text] for piece in pieces]
        """Each piece without punctuation, in lower case."""
        starts = {word: grammar.roles_as_first(word) for word in bare_words.values()}
        needs = {word: grammar.roles_as_last(word) for word in bare_words.values()}
        self.starts_phrase: list[Roles] = [starts[word] for word in self.words]
        """Roles of each piece for the phrase that it starts."""
        self.needs_next: list[Roles] = [needs[word] for word in self.words]
        """Roles of each piece for the piece after it."""
        self.capital = [piece.text.lstrip(OPENING)[:1].isupper() for piece in pieces]
        """True for pieces that start with a capital, after opening punctuation."""
        self.pauses_ms = [0, *(b.start - a.end for a, b in pairwise(pieces)), 0]
        """Silence at each boundary."""
        self.inside_fixed_phrase = set(self._fixed_phrases())
        self.marks = [Mark.NONE, *self._marks(weights.trusted_pause_ms), Mark.SENTENCE]
        """Punctuation at each boundary."""
        self.to_sentence_end = self._distances({Mark.SENTENCE})
        """Number of pieces from a boundary to the next end of a sentence."""
        self.from_sentence_start = self._distances_from_start()
        """Number of pieces from the start of the sentence to a boundary."""
        self.to_mark = self._distances(set(Mark) - {Mark.NONE})
        """Number of pieces from a boundary to the next punctuation."""
        self.stranded_infinitives = set(self._stranded_infinitives())
        """Pieces such as the first "to" of "turn to when it rains", which need no next word."""
        self.verbs = set(self._verbs())
        """Pieces that are verbs, as their neighbours show."""
        self.inside_noun_phrase = set(self._noun_phrases())
        sentence_room = style.line_width * style.max_lines * weights.one_cue_sentence_percent // 100
        self.inside_line_sentence = set(self._sentences(0, style.line_width))
        """Boundaries inside a sentence that a line can hold."""
        self.inside_cue_sentence = set(self._sentences(style.line_width, sentence_room))
        """Boundaries inside a sentence that a cue can hold, but not a line."""
        self.inside_pair = set(self._pairs(weights.max_enclosed_words))
        """Boundaries inside short brackets, quotation marks or notes."""

    def behind_content(self, b: int) -> bool:
        """Return True if a word with a meaning of its own stands right before the boundary."""
        return self.marks[b] is Mark.NONE and self.needs_next[b - 1] <= CONTENT

    def between_content(self, b: int) -> bool:
        """Return True if words with a meaning of their own stand on both sides."""
        return self.behind_content(b) and self.starts_phrase[b] <= CONTENT

    def finite_verb(self, b: int) -> bool:
        """Return True if a noun stands before its verb, as far as German spelling shows it."""
        if not self.grammar.finites or not self.behind_content(b) or self.starts_phrase[b]:
            return False
        word = self.words[b]
        verb = word.endswith(self.grammar.finites) and not word.startswith(self.grammar.participles)
        return verb and self.capital[b - 1] and not self.capital[b] and self.to_mark[b] > 1

    def shows_quote(self, b: int) -> bool:
        """Return True if a quotation or bracket closes before the boundary or opens after it."""
        before, after = self.pieces[b - 1].text, self.pieces[b].text
        return before[-1] in _QUOTES_CLOSE or after[0] in _QUOTES_OPEN

    def _fixed_phrases(self) -> Iterator[int]:
        """Give fixed phrases the role of one word, and yield the boundaries inside them."""
        for i, word in enumerate(self.words):
            if word not in self.grammar.phrases:
                continue
            found = self.grammar.phrase(self.words[i : i + 4])
            if found and all(p.text[-1].isalnum() for p in self.pieces[i : i + found[0] - 1]):
                count, role = found
                self.starts_phrase[i] = self.needs_next[i + count - 1] = frozenset({role})
                yield from range(i + 1, i + count)

    def _marks(self, trusted_pause_ms: int) -> Iterator[Mark]:
        for b in range(1, len(self.pieces)):
            before = self.pieces[b - 1]
            # Most pieces end in a letter, where nothing is to be stripped.
            plain = before.text[-1].isalnum() and not before.ends
            yield Mark.NONE if plain else self._mark(b, before, trusted_pause_ms)

    def _mark(self, b: int, before: Piece, trusted_pause_ms: int) -> Mark:
        text = before.text.rstrip(CLOSING + " ")
        last = text[-1:] or " "
        ends = last in SENTENCE_FINAL
        if last in CLAUSE_FINAL:
            return Mark.CLAUSE
        if last in COMMAS:
            # Such a comma marks where the speaker stumbled, or belongs to what is inserted.
            stumbled = self.words[b - 1] in self.grammar.unfinished
            return Mark.NONE if stumbled or self._closes(b) else Mark.COMMA
        if last in DASHES or text == "-" or text.endswith("--"):
            return Mark.DASH
        if not before.ends:
            return Mark.COMMA if ends and last != "." else Mark.NONE
        if (ends and last != ".") or self._may_end(b, trusted_pause_ms):
            unsaid = not ends and before.ends is Break.SENTENCE
            return Mark.COMMA if unsaid else Mark.SENTENCE
        return Mark.NONE

    def _closes(self, b: int) -> bool:
        """Return True if the comma before the boundary is part of a list or a name.

        "etc." ends a list, also in German, Italian and Dutch, and "D.C." belongs to a name.
        """
        word = self.words[b]
        if word in ("etc", "usw", "ecc", "enz"):
            return True
        return self.capital[b - 1] and bool(re.fullmatch(r"[a-z](?:\.[a-z])+", word))

    def _may_end(self, b: int, trusted_pause_ms: int) -> bool:
        """Return True if a sentence with a period, or with no mark, may end at the boundary."""
        roles, word = self.needs_next[b - 1], self.words[b - 1]
        small = self.pieces[b].text[0].islower() or self.pieces[b].text[0].isdigit()
        if Role.TITLE in roles or (small and ("." in word or len(word) == 1)):
            return False
        if word not in self.grammar.unfinished:
            return True
        return bool(roles & TIES) and self.pauses_ms[b] >= trusted_pause_ms

    def _distances(self, marks: Collection[Mark]) -> list[int]:
        out = [0] * len(self.marks)
        following = len(out) - 1
        for b in range(len(out) - 2, -1, -1):
            out[b] = following - b
            if self.marks[b] in marks:
                following = b
        return out

    def _distances_from_start(self) -> list[int]:
        out = [0]
        for mark in self.marks[:-1]:
            out.append(1 if mark is Mark.SENTENCE else out[-1] + 1)
        return out

    def _sentences(self, above: int, most: int) -> Iterator[int]:
        """Yield boundaries inside sentences of more than ``above`` and up to ``most`` columns."""
        first, columns = 0, 0
        for b, piece in enumerate(self.pieces, 1):
            columns += self.widths[b - 1]
            if self.marks[b] is Mark.SENTENCE:
                if above < columns <= most:
                    yield from range(first + 1, b)
                first, columns = b, 0
            else:
                columns += len(piece.after)

    def _stranded_infinitives(self) -> Iterator[int]:
        for i, (roles, following) in enumerate(pairwise(self.starts_phrase)):
            if Role.INFINITIVE not in roles:
                continue
            if Role.SUBORDINATOR in following and Role.DETERMINER not in following:
                self.needs_next[i] = frozenset()
                yield i

    def _verbs(self) -> Iterator[int]:
        before_verbs = frozenset({Role.INFINITIVE, Role.SUBJECT, Role.CLITIC})
        nothing: Roles = frozenset()
        for i, roles in enumerate(self.starts_phrase):
            if not roles <= CONTENT:
                continue
            before = self.needs_next[i - 1] if i and self.marks[i] is Mark.NONE else nothing
            joined = i + 1 < len(self.pieces) and self.marks[i + 1] is Mark.NONE
            after = self.starts_phrase[i + 1] if joined else nothing
            if before & before_verbs or (after & OBJECT_STARTS and not before & _NOUN_STARTS):
                yield i

    def _noun_phrases(self) -> Iterator[int]:
        other_uses = frozenset({Role.SUBORDINATOR, Role.INFINITIVE})
        start = None
        for b in range(1, len(self.marks)):
            inner = b < len(self.pieces) and self.marks[b] is Mark.NONE
            before = self.needs_next[b - 1]
            if inner and before & _NOUN_STARTS and not before & other_uses:
                start = b
            elif start is not None:
                ended = self._ends_noun_phrase(b) and not before
                if inner and self.starts_phrase[b] <= CONTENT and b not in self.verbs and not ended:
                    yield b
                else:
                    start = None

    def _ends_noun_phrase(self, b: int) -> bool:
        """Return True if the word before the boundary is a noun that no other one follows."""
        if self.grammar.capital_nouns and b < len(self.pieces) and self.capital[b - 1]:
            return not self.capital[b]
        return self.words[b - 1].endswith(self.grammar.plurals)

    def _pairs(self, most: int) -> Iterator[int]:
        start = None
        for i, piece in enumerate(self.pieces):
            if piece.text[0] in _QUOTES_OPEN or (piece.text[0] == "♪" and start is None):
                start = i
            if start is None:
                continue
            last = piece.text.rstrip(SENTENCE_FINAL + COMMAS + CLAUSE_FINAL + " ")[-1:]
            closes = last in _QUOTES_CLOSE or (last == "♪" and start != i)
            if closes and i - start < most:
                yield from range(start + 1, i + 1)
            if closes or piece.ends is Break.PARAGRAPH:
                start = None
