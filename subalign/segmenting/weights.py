"""What makes a break or a shape good or bad: all weights, in one place.

A layout costs points; the cheapest wins. The weights are round numbers, set by hand from the
order that the guidelines of Netflix, the BBC and DCMP give (after punctuation, before a
conjunction, before a preposition; never after an article), and checked against captions made
by people. Ten points are about what moves a break by one word.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple

from subalign.segmenting.function_words import Role


class Pull(NamedTuple):
    """How much a boundary asks for a break: points that a cue or a line break there saves."""

    cue: int
    line: int


# --- where a break belongs -------------------------------------------------------------------

SENTENCE = Pull(90, 50)
"""After a sentence."""
CLAUSE = Pull(70, 20)
"""After ``;`` or ``:``."""
DASH = Pull(70, 30)
"""After a dash."""
COMMA = Pull(60, 25)
"""After a comma."""
PARAGRAPH = Pull(60, 0)
"""After a paragraph, beside what its last sign gives."""
SOUND = Pull(100, 50)
"""Before and after ``[music]``: it is no part of what is said."""
QUOTE = Pull(20, 10)
"""Before an opening and after a closing quotation mark or bracket."""
PAUSE = Pull(8, 4)
"""For each 100 ms that the voice rests, above ``NO_PAUSE``."""
LONG_PAUSE = Pull(500, 0)
"""After ``LONG_PAUSE_MS`` of silence nothing may stay to be read ahead."""

OPENS: Mapping[Role, Pull] = MappingProxyType(
    {
        Role.COORDINATOR: Pull(35, 25),
        Role.SUBORDINATOR: Pull(25, 20),
        Role.INFINITIVE: Pull(20, 15),
        Role.PREPOSITION: Pull(20, 15),
        Role.GENITIVE: Pull(5, 5),
        Role.AUXILIARY: Pull(30, 20),
        Role.SUBJECT: Pull(15, 10),
        Role.CONTRACTION: Pull(15, 10),
        Role.ARTICLE: Pull(5, 10),
        Role.POSSESSIVE: Pull(5, 10),
        Role.ENCLITIC: Pull(-40, -40),
        Role.PARTICLE: Pull(-10, -10),
        Role.OBJECT: Pull(-15, -15),
    }
)
"""Before a word that opens a group: "he left | because it rained". The strongest counts."""

LEANS: Mapping[Role, Pull] = MappingProxyType(
    {
        Role.ARTICLE: Pull(-35, -35),
        Role.POSSESSIVE: Pull(-35, -35),
        Role.COORDINATOR: Pull(-35, -35),
        Role.PREPOSITION: Pull(-30, -20),
        Role.GENITIVE: Pull(-30, -30),
        Role.INFINITIVE: Pull(-30, -30),
        Role.CLITIC: Pull(-35, -35),
        Role.SUBJECT: Pull(-25, -25),
        Role.CONTRACTION: Pull(-25, -25),
        Role.DEGREE: Pull(-25, -15),
        Role.AUXILIARY: Pull(-15, -10),
        Role.SUBORDINATOR: Pull(-15, -15),
        Role.DETERMINER: Pull(-10, -10),
        Role.MODIFIER: Pull(-15, -15),
        Role.NUMBER: Pull(-5, -5),
        Role.TITLE: Pull(-60, -60),
    }
)
"""After a word that leans on the next: "he left the | house". The strongest counts."""

DETERMINED = Pull(-30, -30)
"""After a determiner that a noun follows: "these | structures"; it may also stand alone."""
GRADED = Pull(-30, -30)
"""Between a word of degree and an adjective: "very | expensive"."""
# --- what stays together ---------------------------------------------------------------------

WHOLE = Pull(-60, -60)
"""Inside a sentence that a line can hold."""
NAME = Pull(-25, -25)
"""Between two words with capitals: "Andy | Grove"."""
UNIT = Pull(-30, -30)
"""Between a number in figures and what it counts: "15 | percent"."""
NOUN_PHRASE = Pull(-10, -10)
"""Between an article's first word and the next: "a mobile | phone"."""
VERB_OBJECT = Pull(-10, -10)
"""Between a verb and its object: "to train | our algorithms"."""
NOUN = Pull(-20, -20)
"""In front of a German noun, which its capital shows: "eine kurzlebige | Grafschaft"."""
PHRASE = Pull(-30, -30)
"""Inside a fixed group: "because | of"."""
STRANDED = Pull(-10, -10)
"""Before a preposition that nothing follows: "who to turn | to when"."""
VERBS = Pull(-5, -5)
"""Between a verb and its infinitive: "want | to go"."""
INSIDE = Pull(-20, -10)
"""Inside a short pair of brackets, quotation marks or ♪."""
LEFTOVER = Pull(-30, -10)
"""So near the end of a sentence that a word or two are left over."""
HEAD = Pull(-25, -10)
"""So near the start of a sentence that only a word or two come before: "No, | they won't"."""
TAIL = Pull(-15, -15)
"""A word before a comma: "the Peace | Prize," would end a line with what belongs above."""
COMPOUND = Pull(-20, -20)
"""Between characters of one Japanese or Chinese word, as far as the script shows it."""
BUNSETSU = Pull(15, 15)
"""From hiragana to another script: most Japanese phrases begin there."""

# --- shapes ----------------------------------------------------------------------------------

CUE = 35
"""For each cue: what makes captions longer than single words."""
LINE = 15
"""For each further line."""
MIXED = 25
"""For a cue that starts, and again for one that ends, inside a sentence, and holds another's
end or start: better one sentence a cue, or several whole ones."""
SHORT_CUE = 5
"""For each column that a cue has less than half a line."""
ONE_WORD_LINE = 15
"""For a line of one word in a cue of several lines."""
SHORT_LINE = 4
"""For each column that a line of several has less than a third of the width."""
UNEVEN = 1
"""For each column by which two lines differ, above a tenth of the width."""
VERY_UNEVEN = 4
"""The same above a third of the width, beside ``UNEVEN``."""

# --- time ------------------------------------------------------------------------------------

TOO_FAST = 2
"""For each 100 ms that are missing to read a cue at the style's speed."""
SHARED_CUE = 10_000
"""For two speakers in a cue: more than any bad break, less than a broken limit."""
ILLEGAL = 1_000_000
"""For a cue whose time breaks a hard limit of the style."""
ILLEGAL_MS = 1_000
"""For each ms by which it does, so that the least is broken where some limit must be."""

NO_PAUSE = 150
"""Silence below this is no pause but a stop consonant, ms."""
MOST_PAUSE = 1_500
"""Silence above this says no more than this, ms."""
LONG_PAUSE_MS = 1_500
"""BBC: no more than 1.5 s between what is read and what is heard."""
TRUSTED_PAUSE = 300
"""Silence after which a period is believed although a preposition stands before it, ms."""
"""CLEANING.md's rule of thumb for joining sentences that a recogniser broke."""
