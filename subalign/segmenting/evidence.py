"""How much each boundary between two pieces asks for a break, and why.

Each rule looks at one boundary and gives a `Pull`; their sum is what a break there saves. A
rule sees the text and the pauses, never the layout, so that the best layout can be searched for.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterator, Sequence
from enum import Enum
from itertools import pairwise

from subalign.grammar.function_words import Role
from subalign.grammar.lexicon import Lexicon, Roles, bare
from subalign.measure import width
from subalign.model import Break
from subalign.segmenting import weights as w
from subalign.segmenting.pieces import Piece
from subalign.segmenting.weights import Pull

_CLOSERS = "\"'”’“‘»)]）」』】〉》 "
_QUOTES_OPEN = frozenset('"“„«»「『([（【')
_QUOTES_CLOSE = frozenset('"”“»«」』)]）】')
_OPENERS = "\"“„«(["
_SENTENCE_ENDS = frozenset(".!?…。！？｡।؟")
_CLAUSE_ENDS = frozenset(";:；：")
_COMMAS = frozenset(",、，،")
_DASHES = frozenset("–—―")
_SOUNDS = ("[]", "()", "（）", "［］", "【】", "♪♪")
_KINDS = ("CJK", "HIRAGANA", "KATAKANA")
"""Kinds of characters, as their names in Unicode begin."""
_COMPOUNDS = {("CJK", "CJK"), ("KATAKANA", "KATAKANA"), ("CJK", "HIRAGANA")}
_BUNSETSU = {("HIRAGANA", "CJK"), ("HIRAGANA", "KATAKANA")}
_LONGEST_PAIR = 12
"""Pieces between two signs that count as a pair: about what a caption holds. Ours."""
_CONTENT = frozenset(
    {Role.DEGREE, Role.MODIFIER, Role.TITLE, Role.CATENATIVE, Role.PARTICLE, Role.NUMBER}
)
"""Roles that words with a meaning of their own have; all others are mere grammar."""
_COUNTED = _CONTENT | {Role.DETERMINER}
_GROUPS = frozenset(
    {Role.PREPOSITION, Role.SUBORDINATOR, Role.COORDINATOR, Role.INFINITIVE, Role.GENITIVE}
)
_STRANDS = _GROUPS - {Role.SUBORDINATOR}
_TIES = frozenset({Role.PREPOSITION, Role.GENITIVE, Role.INFINITIVE})
_BEFORE_VERBS = frozenset({Role.INFINITIVE, Role.SUBJECT, Role.CLITIC})
_OBJECTS = frozenset({Role.ARTICLE, Role.POSSESSIVE})
_NOUN_TIES = frozenset({Role.PREPOSITION, Role.GENITIVE})
_NOUNS = frozenset(
    {Role.ARTICLE, Role.POSSESSIVE, Role.PREPOSITION, Role.GENITIVE, Role.DETERMINER}
)
_NO_NOUNS = frozenset({Role.SUBORDINATOR, Role.INFINITIVE})
_NOTHING = Pull(0, 0)


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

    def __init__(self, pieces: Sequence[Piece], lexicon: Lexicon, line_width: int) -> None:
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
        self.whole = set(self._short_sentences(line_width))
        """Boundaries inside a sentence that a line can hold."""
        self.enclosed = set(self._pairs())
        """Boundaries inside a short pair of signs."""

    def after_content(self, b: int) -> bool:
        """Whether a word with a meaning of its own stands right in front."""
        return self.marks[b] is Mark.NONE and self.leans[b - 1] <= _CONTENT

    def plain(self, b: int) -> bool:
        """Whether both sides are words with a meaning of their own, with nothing between."""
        return self.after_content(b) and self.opens[b] <= _CONTENT

    def capital(self, i: int) -> bool:
        """Whether a piece begins with a capital, behind its opening signs."""
        return self.pieces[i].text.lstrip(_OPENERS)[:1].isupper()

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
        text = before.text.rstrip(_CLOSERS)
        last = text[-1:]
        if last in _CLAUSE_ENDS:
            return Mark.CLAUSE
        if last in _COMMAS:
            # Such a comma marks where the speaker stumbled, or belongs to what is inserted.
            return Mark.NONE if self.words[b - 1] in self.lexicon.unfinished else Mark.COMMA
        if last in _DASHES or text == "-" or text.endswith("--"):
            return Mark.DASH
        if not before.ends:
            return Mark.COMMA if last in _SENTENCE_ENDS - {"."} else Mark.NONE
        if last in _SENTENCE_ENDS - {"."} or self._may_end(b):
            unsaid = last not in _SENTENCE_ENDS and before.ends is Break.SENTENCE
            return Mark.COMMA if unsaid else Mark.SENTENCE
        return Mark.NONE

    def _may_end(self, b: int) -> bool:
        """Whether a sentence that ends with a period, or with no sign, may do so here."""
        roles, word = self.leans[b - 1], self.words[b - 1]
        small = self.pieces[b].text[0].islower()
        if Role.TITLE in roles or (small and ("." in word or len(word) == 1)):
            return False
        if word not in self.lexicon.unfinished:
            return True
        pause = self.pieces[b].start - self.pieces[b - 1].end
        return bool(roles & _TIES) and pause >= w.TRUSTED_PAUSE

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

    def _short_sentences(self, line_width: int) -> Iterator[int]:
        first, columns = 0, 0
        for b in range(1, len(self.marks)):
            piece = self.pieces[b - 1]
            columns += width(piece.text) + len(piece.after)
            if self.marks[b] is Mark.SENTENCE:
                if columns - len(piece.after) <= line_width:
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
            if not roles <= _CONTENT:
                continue
            before = self.leans[i - 1] if i and self.marks[i] is Mark.NONE else frozenset()
            after = self.opens[i + 1] if i + 1 < len(self.opens) else frozenset()
            if self.marks[i + 1] is not Mark.NONE:
                after = frozenset()
            if before & _BEFORE_VERBS or (after & _OBJECTS and not before & _NOUNS):
                yield i

    def _noun_phrases(self) -> Iterator[int]:
        start = None
        for b in range(1, len(self.marks)):
            inner = b < len(self.pieces) and self.marks[b] is Mark.NONE
            if inner and self.leans[b - 1] & _NOUNS and not self.leans[b - 1] & _NO_NOUNS:
                start = b
            elif start is not None:
                ended = self.words[b - 1].endswith(self.lexicon.plurals) and not self.leans[b - 1]
                if inner and self.opens[b] <= _CONTENT and b not in self.verbs and not ended:
                    yield b
                else:
                    start = None

    def _pairs(self) -> Iterator[int]:
        start = None
        for i, piece in enumerate(self.pieces):
            if piece.text[0] in _QUOTES_OPEN or (piece.text[0] == "♪" and start is None):
                start = i
            text = piece.text.rstrip(".,;:!?…。、，！？ ")
            closes = text[-1:] in _QUOTES_CLOSE or (text[-1:] == "♪" and start != i)
            if start is not None and (closes or piece.ends is Break.PARAGRAPH):
                if closes and i - start < _LONGEST_PAIR:
                    yield from range(start + 1, i + 1)
                start = None


def _punctuation(r: Reading, b: int) -> Pull:
    """`w.SENTENCE`, `w.CLAUSE`, `w.DASH`, `w.COMMA`."""
    return r.marks[b].value


def _paragraph(r: Reading, b: int) -> Pull:
    """`w.PARAGRAPH`."""
    ends = r.pieces[b - 1].ends is Break.PARAGRAPH and r.marks[b] is Mark.SENTENCE
    return w.PARAGRAPH if ends else _NOTHING


def _pause(r: Reading, b: int) -> Pull:
    """`w.PAUSE`, `w.LONG_PAUSE`."""
    silence = r.pieces[b].start - r.pieces[b - 1].end
    counted = (min(silence, w.MOST_PAUSE) - w.NO_PAUSE) // 100
    if counted <= 0:
        return _NOTHING
    more = w.LONG_PAUSE if silence >= w.LONG_PAUSE_MS else _NOTHING
    return Pull(counted * w.PAUSE.cue + more.cue, counted * w.PAUSE.line + more.line)


def _leaning(r: Reading, b: int) -> Pull:
    """`w.LEANS`: the word in front needs the next one."""
    roles = r.leans[b - 1]
    if r.marks[b] is not Mark.NONE:
        return _NOTHING
    if Role.DETERMINER in roles and r.opens[b] <= _COUNTED and b not in r.verbs:
        return w.DETERMINED
    if Role.DEGREE in roles and Role.MODIFIER in r.opens[b]:
        return w.GRADED
    return min((w.LEANS[role] for role in roles if role in w.LEANS), default=_NOTHING)


def _opening(r: Reading, b: int) -> Pull:
    """`w.OPENS`, and where it does not hold: `w.PHRASE`, `w.VERBS`, `w.STRANDED`."""
    if r.marks[b] is Mark.SENTENCE:
        return _NOTHING
    roles = r.opens[b]
    if b in r.tied:
        return w.PHRASE
    if Role.INFINITIVE in roles and Role.CATENATIVE in r.leans[b - 1]:
        return w.VERBS
    following = r.opens[b + 1] if b + 1 < len(r.opens) else frozenset()
    if _stranded(r, b, following):
        return w.STRANDED
    opener = r.leans[b - 1] & {Role.SUBORDINATOR, Role.COORDINATOR}
    if r.marks[b] is Mark.NONE and not opener and Role.AUXILIARY not in following:
        roles = roles - {Role.SUBJECT} if Role.OBJECT in roles else roles
    if Role.DEGREE in roles:
        roles = roles | (following & _GROUPS)
    if r.leans[b - 1] & _NOUN_TIES:
        roles = roles - _OBJECTS
    if r.finite(b):
        roles = roles | {Role.AUXILIARY}
    elif not _opens_predicate(r, b, following):
        roles = roles - {Role.AUXILIARY}
    if r.marks[b] is not Mark.NONE:
        roles = roles - {Role.ENCLITIC, Role.OBJECT}
    return max((w.OPENS[role] for role in roles if role in w.OPENS), default=_NOTHING)


def _opens_predicate(r: Reading, b: int, following: Roles) -> bool:
    """Whether an auxiliary here may follow its subject, and closes no clause."""
    if not r.after_content(b) or Role.DEGREE in r.leans[b - 1] or r.to_mark[b] == 1:
        return False
    if r.lexicon.capital_nouns and not r.capital(b - 1):
        return False
    return Role.COORDINATOR not in following


def _verbal_clause(r: Reading, b: int) -> Pull:
    """`w.VERBAL_CLAUSE`."""
    prepositions = r.opens[b] & {Role.PREPOSITION, Role.GENITIVE}
    if not prepositions or b + 1 >= len(r.words) or r.marks[b + 1] is not Mark.NONE:
        return _NOTHING
    verb = r.words[b + 1].endswith(r.lexicon.verbals) and r.opens[b + 1] <= _CONTENT
    return w.VERBAL_CLAUSE if verb and r.marks[b] is Mark.NONE else _NOTHING


def _stranded(r: Reading, b: int, following: Roles) -> bool:
    """Whether the piece is a preposition that belongs to what is in front."""
    if not r.opens[b] & _TIES or Role.SUBORDINATOR in r.opens[b] or b + 1 in r.tied:
        return False
    if b in r.adrift:
        return True
    return r.to_mark[b] == 1 or bool(r.lexicon.strands and following & _STRANDS)


def _whole(r: Reading, b: int) -> Pull:
    """`w.WHOLE`."""
    return w.WHOLE if b in r.whole else _NOTHING


def _together(r: Reading, b: int) -> Pull:
    """`w.NAME`, `w.UNIT`, `w.NOUN_PHRASE`: words that are read as one."""
    if not r.plain(b) or not r.words[b - 1] or not r.words[b]:
        return _NOTHING
    if r.words[b - 1][0].isdigit():
        return w.UNIT
    if r.pieces[b].text[0].isupper():
        if r.capital(b - 1):
            return w.NAME
        if r.lexicon.capital_nouns:
            return w.NOUN
    return w.NOUN_PHRASE if b in r.phrases else _NOTHING


def _verbal(r: Reading, b: int) -> Pull:
    """`w.VERB_OBJECT`: behind a verb that its neighbours show."""
    if r.marks[b] is not Mark.NONE or b - 1 not in r.verbs:
        return _NOTHING
    return w.VERB_OBJECT if r.opens[b] <= _CONTENT or r.opens[b] & _OBJECTS else _NOTHING


def _signs(r: Reading, b: int) -> Pull:
    """`w.SOUND`, `w.QUOTE`, `w.INSIDE`: brackets, quotation marks and notes."""
    before, after = r.pieces[b - 1].text, r.pieces[b].text
    if _is_sound(before) or _is_sound(after):
        return w.SOUND
    if b in r.enclosed:
        return w.INSIDE
    quoted = before[-1] in _QUOTES_CLOSE or after[0] in _QUOTES_OPEN
    return w.QUOTE if quoted else _NOTHING


def _is_sound(text: str) -> bool:
    return text[0] + text[-1] in _SOUNDS or text == "♪"


def _remnant(r: Reading, b: int) -> Pull:
    """`w.LEFTOVER`, `w.TAIL`: what would stand alone behind the break."""
    if r.marks[b] is Mark.SENTENCE:
        return _NOTHING
    if r.to_sentence[b] <= 2:
        return w.LEFTOVER
    if r.from_sentence[b] <= 2:
        return w.HEAD
    return w.TAIL if r.marks[b] is Mark.NONE and r.to_mark[b] == 1 else _NOTHING


def _script(r: Reading, b: int) -> Pull:
    """`w.COMPOUND`, `w.BUNSETSU`: where no spaces are, the script shows some words."""
    if r.pieces[b - 1].after or r.marks[b] is not Mark.NONE:
        return _NOTHING
    pair = _kind(r.pieces[b - 1].text[-1]), _kind(r.pieces[b].text[0])
    if pair in _COMPOUNDS:
        return w.COMPOUND
    return w.BUNSETSU if pair in _BUNSETSU else _NOTHING


def _kind(char: str) -> str:
    name = unicodedata.name(char, "")
    return next((kind for kind in _KINDS if name.startswith(kind)), "")


RULES: tuple[Callable[[Reading, int], Pull], ...] = (
    _punctuation,
    _paragraph,
    _pause,
    _leaning,
    _opening,
    _verbal_clause,
    _whole,
    _together,
    _verbal,
    _signs,
    _remnant,
    _script,
)


def pulls(reading: Reading) -> list[Pull]:
    """What a break saves at each boundary of n pieces: n + 1 of them, none at both ends."""
    out = [_NOTHING] * len(reading.marks)
    for b in range(1, len(reading.pieces)):
        found = [rule(reading, b) for rule in RULES]
        out[b] = Pull(sum(p.cue for p in found), sum(p.line for p in found))
    return out
