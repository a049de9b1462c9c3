"""Score each boundary between two pieces of text: how many points a break there saves.

Each rule looks at one boundary and gives a `BreakScore`; the scores of all rules are added up.
A rule knows the text and the pauses, but not the layout, so that a search over all layouts can
use the scores.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterable
from functools import cache

from subalign.grammar import Roles
from subalign.languages.base import Role
from subalign.model import Break
from subalign.segmenting.analysis import CONTENT, OBJECT_STARTS, TIES, Mark, TextAnalysis
from subalign.segmenting.weights import BreakScore, BreakWeights
from subalign.text.sounds import NOTES, is_label

NOTHING = BreakScore(0, 0)
"""Score of a boundary to which a rule does not apply."""

_CLAUSE_STARTS = frozenset({Role.SUBORDINATOR, Role.COORDINATOR})
"""Roles of words that join a clause to the one before."""

_PHRASE_STARTS = TIES | _CLAUSE_STARTS
"""Roles of words that always start a phrase."""


class BreakScorer:
    """Rules that score the boundaries of a text.

    Boundaries are indices from 1 up to the last one before the end of the text.

    Args:
        text: the text.
        weights: the score of each feature.
    """

    def __init__(self, text: TextAnalysis, weights: BreakWeights) -> None:
        self._text, self._weights = text, weights
        self._marks = {
            Mark.NONE: NOTHING,
            Mark.COMMA: weights.comma,
            Mark.CLAUSE: weights.clause,
            Mark.DASH: weights.dash,
            Mark.SENTENCE: weights.sentence,
        }
        starts_phrase = {entry.role: entry.score for entry in weights.starts_phrase}
        needs_next = {entry.role: entry.score for entry in weights.needs_next}
        # Few combinations of roles occur, so each is looked up once.
        self._highest_start = cache(
            lambda roles: max(_scores(roles, starts_phrase), default=NOTHING)
        )
        self._lowest_need = cache(lambda roles: min(_scores(roles, needs_next), default=NOTHING))
        self._sounds = [_is_sound(piece.text) for piece in text.pieces]
        self.rules: tuple[Callable[[int], BreakScore], ...] = (
            self._mark,
            self._paragraph,
            self._pause,
            self._needed_word,
            self._phrase_start,
            self._verbal_clause,
            self._short_sentence,
            self._unit,
            self._verb_object,
            self._sound_or_quote,
            self._rest,
            self._script,
        )
        """Functions from a boundary to its score."""

    def _mark(self, b: int) -> BreakScore:
        """Score the punctuation."""
        return self._marks[self._text.marks[b]]

    def _paragraph(self, b: int) -> BreakScore:
        """Score the end of a paragraph."""
        ends = self._text.pieces[b - 1].ends is Break.PARAGRAPH
        return self._weights.paragraph if ends and self._text.marks[b] is Mark.SENTENCE else NOTHING

    def _pause(self, b: int) -> BreakScore:
        """Score the pause."""
        weights, pause = self._weights, self._text.pauses_ms[b]
        steps = (min(pause, weights.max_pause_ms) - weights.min_pause_ms) // 100
        if steps <= 0:
            return NOTHING
        more = weights.long_pause if pause >= weights.long_pause_ms else NOTHING
        each = weights.pause_per_100_ms
        return BreakScore(steps * each.cue + more.cue, steps * each.line + more.line)

    def _needed_word(self, b: int) -> BreakScore:
        """Score a word before the boundary that needs the next one."""
        text = self._text
        roles, next_roles = text.needs_next[b - 1], text.starts_phrase[b]
        if not roles or text.marks[b] is not Mark.NONE:
            return NOTHING
        if Role.MODIFIER in roles and not next_roles <= CONTENT | {Role.GENITIVE}:
            # "It is possible | to stay": no noun follows that it could stand before.
            roles = roles - {Role.MODIFIER}
        if Role.OBJECT in roles and self._is_object(b - 1):
            roles = roles - {Role.SUBJECT}
        determines = Role.DETERMINER in roles and b not in text.verbs
        if determines and next_roles <= CONTENT | {Role.DETERMINER}:
            return self._weights.determined
        if _is_graded(roles, next_roles):
            return self._weights.graded
        return self._lowest_need(roles)

    def _is_object(self, i: int) -> bool:
        """Return True for a pronoun that is an object: "for you", "to see it in halls"."""
        text = self._text
        if not i or text.marks[i] is not Mark.NONE:
            return False
        before = text.needs_next[i - 1]
        ends = not text.starts_phrase[i + 1] <= CONTENT | {Role.AUXILIARY}
        object_of_verb = i - 1 in text.verbs and ends
        return Role.SUBORDINATOR not in before and (bool(before & TIES) or object_of_verb)

    def _phrase_start(self, b: int) -> BreakScore:
        """Score a word after the boundary that starts a phrase, or belongs to the one before."""
        text, weights = self._text, self._weights
        mark, roles = text.marks[b], text.starts_phrase[b]
        if mark is Mark.SENTENCE:
            return NOTHING
        if b in text.inside_fixed_phrase:
            return weights.fixed_phrase
        if Role.INFINITIVE in roles and Role.CATENATIVE in text.needs_next[b - 1]:
            return weights.verb_infinitive
        score = self._free_phrase_start(b)
        if mark is not Mark.COMMA or score < NOTHING:
            return score
        percent = weights.starts_phrase_after_comma_percent
        return BreakScore(score.cue * percent // 100, score.line * percent // 100)

    def _free_phrase_start(self, b: int) -> BreakScore:
        """Do as `_phrase_start`, outside of fixed phrases and disregarding commas."""
        text = self._text
        if not text.starts_phrase[b]:
            # A verb after its noun, as German spelling shows it, starts what an auxiliary starts.
            verb = frozenset({Role.AUXILIARY})
            return self._highest_start(verb) if text.finite_verb(b) else NOTHING
        # Inside a fixed phrase such as "more than" the second word starts nothing of its own.
        free = b + 1 < len(text.pieces) and b + 1 not in text.inside_fixed_phrase
        next_roles = text.starts_phrase[b + 1] if free else frozenset()
        if self._is_stranded(b, next_roles):
            return self._weights.stranded
        return self._highest_start(self._roles_here(b, next_roles))

    def _roles_here(self, b: int, next_roles: Roles) -> Roles:
        """Return the roles that the word after the boundary has beside its neighbours."""
        text = self._text
        roles, before = text.starts_phrase[b], text.needs_next[b - 1]
        alone = text.marks[b] is not Mark.NONE
        if alone:
            roles = roles - {Role.ENCLITIC, Role.OBJECT}
        elif Role.OBJECT in roles and not before & _CLAUSE_STARTS:
            roles = roles if Role.AUXILIARY in next_roles else roles - {Role.SUBJECT}
        if Role.DEGREE in roles:
            roles = roles | (next_roles & _PHRASE_STARTS)
        if roles and before and not alone:
            roles = roles - self._roles_excluded(b)
        if Role.AUXILIARY in roles and not self._starts_predicate(b, next_roles):
            return roles - {Role.AUXILIARY}
        return roles

    def _roles_excluded(self, b: int) -> Roles:
        """Return the roles that start nothing after the word before: "of the", "than in"."""
        text = self._text
        before, excluded = text.needs_next[b - 1], set[Role]()
        subordinator, determiner = Role.SUBORDINATOR in before, Role.DETERMINER in before
        if Role.PREPOSITION in before or Role.GENITIVE in before:
            excluded |= OBJECT_STARTS
        if determiner and not subordinator:
            excluded |= OBJECT_STARTS
        if subordinator:
            excluded |= {Role.SUBJECT, Role.CONTRACTION}
        if subordinator and not determiner:
            excluded |= TIES
        listed = Role.DEGREE in before and text.words[b - 1] in text.grammar.words
        if listed and Role.SUBORDINATOR in text.starts_phrase[b]:
            # "just as it rains": the phrase starts with the word of degree.
            excluded |= _PHRASE_STARTS
        return frozenset(excluded)

    def _starts_predicate(self, b: int, next_roles: Roles) -> bool:
        """Return True if an auxiliary here may follow its subject, and ends no clause."""
        text = self._text
        if not text.behind_content(b) or Role.DEGREE in text.needs_next[b - 1]:
            return False
        if text.to_mark[b] == 1 or (text.grammar.capital_nouns and not text.capital[b - 1]):
            return False
        return Role.COORDINATOR not in next_roles

    def _verbal_clause(self, b: int) -> BreakScore:
        """Score a preposition that a verb follows: "for singing"."""
        text = self._text
        roles = text.starts_phrase[b]
        if Role.PREPOSITION not in roles and Role.GENITIVE not in roles:
            return NOTHING
        if text.marks[b] is not Mark.NONE or text.marks[b + 1] is not Mark.NONE:
            return NOTHING
        verb = text.words[b + 1].endswith(text.grammar.verbals)
        follows = verb and text.starts_phrase[b + 1] <= CONTENT
        return self._weights.verbal_clause if follows else NOTHING

    def _is_stranded(self, b: int, next_roles: Roles) -> bool:
        """Return True if a preposition after the boundary belongs to what is in front."""
        text, roles = self._text, self._text.starts_phrase[b]
        if not roles & TIES or Role.SUBORDINATOR in roles or b + 1 in text.inside_fixed_phrase:
            return False
        if b in text.stranded_infinitives or text.to_mark[b] == 1:
            return True
        return text.grammar.strands and bool(next_roles & (_PHRASE_STARTS - {Role.SUBORDINATOR}))

    def _short_sentence(self, b: int) -> BreakScore:
        """Score the inside of a sentence that a line or a cue can hold."""
        text, weights = self._text, self._weights
        if b in text.inside_line_sentence:
            return weights.one_line_sentence
        if b not in text.inside_cue_sentence or self._beside_sound(b):
            return NOTHING
        rests = text.pauses_ms[b] >= weights.trusted_pause_ms
        return NOTHING if rests else weights.one_cue_sentence

    def _unit(self, b: int) -> BreakScore:
        """Score words that are read as one: a name, a number and its unit, a noun phrase."""
        text, weights = self._text, self._weights
        if not text.between_content(b) or not text.words[b - 1] or not text.words[b]:
            return NOTHING
        if Role.NUMBER in text.needs_next[b - 1]:
            return weights.unit
        if text.capital[b - 1] and text.words[b][0].isdigit():
            return weights.name
        if text.pieces[b].text[0].isupper():
            if text.capital[b - 1]:
                return weights.name
            # In German every noun has a capital, and no other word.
            if text.grammar.capital_nouns:
                return weights.noun
        return weights.noun_phrase if b in text.inside_noun_phrase else NOTHING

    def _verb_object(self, b: int) -> BreakScore:
        """Score the object of a verb."""
        text = self._text
        if b - 1 not in text.verbs or text.marks[b] is not Mark.NONE:
            return NOTHING
        follows = text.starts_phrase[b] <= CONTENT or text.starts_phrase[b] & OBJECT_STARTS
        return self._weights.verb_object if follows else NOTHING

    def _sound_or_quote(self, b: int) -> BreakScore:
        """Score the names of sounds, brackets, quotation marks and notes."""
        if self._beside_sound(b):
            return self._weights.sound
        if b in self._text.inside_pair:
            return self._weights.enclosed
        return self._weights.quote if self._text.shows_quote(b) else NOTHING

    def _beside_sound(self, b: int) -> bool:
        return self._sounds[b - 1] or self._sounds[b]

    def _rest(self, b: int) -> BreakScore:
        """Score the word or two that would be left alone before or after the break."""
        text, weights = self._text, self._weights
        mark = text.marks[b]
        if mark is Mark.SENTENCE:
            return NOTHING
        if text.to_sentence_end[b] <= 2:
            return weights.sentence_rest
        if text.from_sentence_start[b] <= 2:
            return weights.sentence_head
        return weights.clause_rest if mark is Mark.NONE and text.to_mark[b] == 1 else NOTHING

    def _script(self, b: int) -> BreakScore:
        """Score a change of script where words are written without spaces."""
        before, after = self._text.pieces[b - 1], self._text.pieces[b]
        if before.after or self._text.marks[b] is not Mark.NONE:
            return NOTHING
        scripts = _script_of(before.text[-1]), _script_of(after.text[0])
        if scripts in (("CJK", "CJK"), ("KATAKANA", "KATAKANA"), ("CJK", "HIRAGANA")):
            return self._weights.compound
        starts = scripts in (("HIRAGANA", "CJK"), ("HIRAGANA", "KATAKANA"))
        return self._weights.bunsetsu if starts else NOTHING


def score_breaks(text: TextAnalysis, weights: BreakWeights) -> list[BreakScore]:
    """Return the points that a break saves at each of the n + 1 boundaries of n pieces."""
    cue, line = ([0] * len(text.marks) for _ in range(2))
    # Rule by rule rather than boundary by boundary, which Python runs in half the time.
    for rule in BreakScorer(text, weights).rules:
        for b in range(1, len(text.pieces)):
            score = rule(b)
            if score is not NOTHING:
                cue[b] += score.cue
                line[b] += score.line
    return list(map(BreakScore, cue, line))


def _scores(roles: Roles, table: dict[Role, BreakScore]) -> Iterable[BreakScore]:
    return (table[role] for role in roles if role in table)


def _is_graded(roles: Roles, next_roles: Roles) -> bool:
    """Return True for a word of degree or an adjective before an adjective or a number."""
    grades = Role.DEGREE in roles or Role.MODIFIER in roles
    return grades and (Role.MODIFIER in next_roles or Role.NUMBER in next_roles)


def _is_sound(text: str) -> bool:
    return is_label(text) or not text.strip(NOTES)


@cache
def _script_of(char: str) -> str:
    """Return the script of a Japanese or Chinese character, as its Unicode name begins."""
    name = unicodedata.name(char, "")
    scripts = ("CJK", "HIRAGANA", "KATAKANA")
    return next((script for script in scripts if name.startswith(script)), "")
