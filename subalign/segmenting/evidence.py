"""How much each boundary between two pieces asks for a break, and why.

Each rule looks at one boundary and gives a `Pull`; their sum is what a break there saves. A
rule sees the text and the pauses, never the layout, so that the best layout can be searched for.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable

from subalign.grammar.lexicon import Roles
from subalign.languages.base import Role
from subalign.model import Break
from subalign.segmenting import weights as w
from subalign.segmenting.reading import (
    CONTENT,
    OBJECTS,
    QUOTES_CLOSE,
    QUOTES_OPEN,
    TIES,
    Mark,
    Reading,
)
from subalign.segmenting.weights import Pull
from subalign.text.sounds import NOTES, is_label

_KINDS = ("CJK", "HIRAGANA", "KATAKANA")
"""Kinds of characters, as their names in Unicode begin."""
_COMPOUNDS = {("CJK", "CJK"), ("KATAKANA", "KATAKANA"), ("CJK", "HIRAGANA")}
_BUNSETSU = {("HIRAGANA", "CJK"), ("HIRAGANA", "KATAKANA")}
_COUNTED = CONTENT | {Role.DETERMINER}
_OPENERS = frozenset({Role.SUBORDINATOR, Role.COORDINATOR})
_GROUPS = TIES | _OPENERS
_STRANDS = _GROUPS - {Role.SUBORDINATOR}
_NOUN_TIES = TIES - {Role.INFINITIVE}
_NOTHING = Pull(0, 0)


def _punctuation(r: Reading, b: int) -> Pull:
    """`w.SENTENCE`, `w.CLAUSE`, `w.DASH`, `w.COMMA`."""
    return r.marks[b].value


def _paragraph(r: Reading, b: int) -> Pull:
    """`w.PARAGRAPH`."""
    ends = r.pieces[b - 1].ends is Break.PARAGRAPH and r.marks[b] is Mark.SENTENCE
    return w.PARAGRAPH if ends else _NOTHING


def _pause(r: Reading, b: int) -> Pull:
    """`w.PAUSE`, `w.LONG_PAUSE`."""
    silence = _silence(r, b)
    counted = (min(silence, w.MOST_PAUSE) - w.NO_PAUSE) // 100
    if counted <= 0:
        return _NOTHING
    more = w.LONG_PAUSE if silence >= w.LONG_PAUSE_MS else _NOTHING
    return Pull(counted * w.PAUSE.cue + more.cue, counted * w.PAUSE.line + more.line)


def _silence(r: Reading, b: int) -> int:
    return r.pieces[b].start - r.pieces[b - 1].end


def _leaning(r: Reading, b: int) -> Pull:
    """`w.LEANS`: the word in front needs the next one."""
    if r.marks[b] is not Mark.NONE:
        return _NOTHING
    roles = r.leans[b - 1]
    if not r.opens[b] <= CONTENT | {Role.GENITIVE}:
        # "It is possible | to stay": no noun follows that it could stand in front of.
        roles = roles - {Role.MODIFIER}
    if Role.OBJECT in roles and _is_object(r, b - 1):
        roles = roles - {Role.SUBJECT}
    if Role.DETERMINER in roles and r.opens[b] <= _COUNTED and b not in r.verbs:
        return w.DETERMINED
    if roles & {Role.DEGREE, Role.MODIFIER} and r.opens[b] & {Role.MODIFIER, Role.NUMBER}:
        return w.GRADED
    return min((w.LEANS[role] for role in roles if role in w.LEANS), default=_NOTHING)


def _is_object(r: Reading, i: int) -> bool:
    """Whether a pronoun is the object of what is in front: "for you", "to see it in halls"."""
    if not i or r.marks[i] is not Mark.NONE:
        return False
    before = r.leans[i - 1]
    ends = not r.opens[i + 1] <= CONTENT | {Role.AUXILIARY}
    return Role.SUBORDINATOR not in before and (bool(before & TIES) or (i - 1 in r.verbs and ends))


def _opening(r: Reading, b: int) -> Pull:
    """`w.OPENS`, and where it does not hold: `w.PHRASE`, `w.VERBS`, `w.STRANDED`."""
    if r.marks[b] is Mark.SENTENCE:
        return _NOTHING
    roles = r.opens[b]
    if b in r.tied:
        return w.PHRASE
    if Role.INFINITIVE in roles and Role.CATENATIVE in r.leans[b - 1]:
        return w.VERBS
    # Inside a fixed group such as "more than" the second word opens nothing of its own.
    free = b + 1 < len(r.opens) and b + 1 not in r.tied
    following = r.opens[b + 1] if free else frozenset()
    if _stranded(r, b, following):
        return w.STRANDED
    opening = _opening_roles(r, b, following)
    strongest = max((w.OPENS[role] for role in opening if role in w.OPENS), default=_NOTHING)
    if r.marks[b] is not Mark.COMMA or strongest < _NOTHING:
        return strongest
    return Pull(strongest.cue * w.AFTER_COMMA // 100, strongest.line * w.AFTER_COMMA // 100)


def _opening_roles(r: Reading, b: int, following: Roles) -> Roles:
    """Which of its roles a piece has here, as its neighbours show."""
    roles, before = r.opens[b], r.leans[b - 1]
    if r.marks[b] is not Mark.NONE:
        roles = roles - {Role.ENCLITIC, Role.OBJECT}
    elif not before & _OPENERS and Role.AUXILIARY not in following and Role.OBJECT in roles:
        roles = roles - {Role.SUBJECT}
    if Role.DEGREE in roles:
        roles = roles | (following & _GROUPS)
    if r.marks[b] is Mark.NONE:
        roles = roles - _inside(r, b)
    if r.finite(b):
        return roles | {Role.AUXILIARY}
    return roles if _opens_predicate(r, b, following) else roles - {Role.AUXILIARY}


def _inside(r: Reading, b: int) -> Roles:
    """Which roles open nothing because of the word in front: "of the", "than in", "just as"."""
    before, kept = r.leans[b - 1], set[Role]()
    if before & _NOUN_TIES or (Role.DETERMINER in before and Role.SUBORDINATOR not in before):
        kept |= OBJECTS
    if Role.SUBORDINATOR in before:
        kept |= {Role.SUBJECT, Role.CONTRACTION}
        kept |= TIES if Role.DETERMINER not in before else set()
    listed = Role.DEGREE in before and r.words[b - 1] in r.lexicon.words
    if listed and Role.SUBORDINATOR in r.opens[b]:
        kept |= _GROUPS
    return frozenset(kept)


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
    verb = r.words[b + 1].endswith(r.lexicon.verbals) and r.opens[b + 1] <= CONTENT
    return w.VERBAL_CLAUSE if verb and r.marks[b] is Mark.NONE else _NOTHING


def _stranded(r: Reading, b: int, following: Roles) -> bool:
    """Whether the piece is a preposition that belongs to what is in front."""
    if not r.opens[b] & TIES or Role.SUBORDINATOR in r.opens[b] or b + 1 in r.tied:
        return False
    if b in r.adrift:
        return True
    return r.to_mark[b] == 1 or bool(r.lexicon.strands and following & _STRANDS)


def _whole(r: Reading, b: int) -> Pull:
    """`w.WHOLE`, `w.ONE_CUE`."""
    if b in r.lines:
        return w.WHOLE
    rests = _silence(r, b) >= w.TRUSTED_PAUSE
    return w.ONE_CUE if b in r.cues and not rests and not _beside_sound(r, b) else _NOTHING


def _together(r: Reading, b: int) -> Pull:
    """`w.NAME`, `w.UNIT`, `w.NOUN_PHRASE`: words that are read as one."""
    if not r.plain(b) or not r.words[b - 1] or not r.words[b]:
        return _NOTHING
    if Role.NUMBER in r.leans[b - 1]:
        return w.UNIT
    if r.words[b][0].isdigit() and r.capital(b - 1):
        return w.NAME
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
    return w.VERB_OBJECT if r.opens[b] <= CONTENT or r.opens[b] & OBJECTS else _NOTHING


def _signs(r: Reading, b: int) -> Pull:
    """`w.SOUND`, `w.QUOTE`, `w.INSIDE`: brackets, quotation marks and notes."""
    if _beside_sound(r, b):
        return w.SOUND
    if b in r.enclosed:
        return w.INSIDE
    before, after = r.pieces[b - 1].text, r.pieces[b].text
    quoted = before[-1] in QUOTES_CLOSE or after[0] in QUOTES_OPEN
    return w.QUOTE if quoted else _NOTHING


def _beside_sound(r: Reading, b: int) -> bool:
    return any(_is_sound(piece.text) for piece in r.pieces[b - 1 : b + 1])


def _is_sound(text: str) -> bool:
    return is_label(text) or not text.strip(NOTES)


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
