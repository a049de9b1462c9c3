"""What makes a break or a shape good or bad: all weights, in one place.

A layout costs points; the cheapest wins. The weights are round numbers, set by hand from the
order that the guidelines of Netflix, the BBC and DCMP give (after punctuation, before a
conjunction, before a preposition; never after an article), and checked against captions made
by people. Ten points are about what moves a break by one word. In the examples ``|`` is the
boundary that the weight is for; the tests read them.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple

from subalign.languages.base import Role


class Pull(NamedTuple):
    """How much a boundary asks for a break: points that a cue or a line break there saves."""

    cue: int
    line: int


# --- where a break belongs -------------------------------------------------------------------

SENTENCE = Pull(90, 50)
"""After a sentence: "It was late. | Nobody spoke." """
CLAUSE = Pull(70, 20)
"""After ``;`` or ``:``: "one thing is sure: | it rains"."""
DASH = Pull(80, 40)
"""After a dash: "he came -- | too late"."""
COMMA = Pull(60, 25)
"""After a comma: "when it rains, | we stay"."""
PARAGRAPH = Pull(60, 0)
"""After a paragraph, beside what its last sign gives: people leave a line empty there."""
SOUND = Pull(100, 50)
"""Before and after a sound, which is no part of what is said: "so they went | [applause]"."""
QUOTE = Pull(20, 10)
"""Before an opening and after a closing quotation mark or bracket: "he said | “not yet” twice"."""
PAUSE = Pull(8, 4)
"""For each 100 ms that the voice rests, above ``NO_PAUSE``: 32 points where it rests for 0.6 s."""
LONG_PAUSE = Pull(500, 0)
"""After ``LONG_PAUSE_MS`` of silence: nothing may stay to be read ahead."""

OPENS: Mapping[Role, Pull] = MappingProxyType(
    {
        Role.COORDINATOR: Pull(35, 25),
        Role.SUBORDINATOR: Pull(25, 20),
        Role.INFINITIVE: Pull(20, 15),
        Role.PREPOSITION: Pull(20, 15),
        Role.GENITIVE: Pull(5, 5),
        Role.AUXILIARY: Pull(30, 20),
        Role.SUBJECT: Pull(25, 10),
        Role.CONTRACTION: Pull(25, 10),
        Role.ARTICLE: Pull(5, 10),
        Role.POSSESSIVE: Pull(5, 10),
        Role.ENCLITIC: Pull(-40, -40),
        Role.PARTICLE: Pull(-20, -20),
        Role.OBJECT: Pull(-15, -15),
    }
)
"""Before a word that opens a group, or belongs to what is in front. The strongest counts."""

OPENING: Mapping[Role, str] = MappingProxyType(
    {
        Role.COORDINATOR: "they sang loudly | and danced",
        Role.SUBORDINATOR: "he left early | because rain fell",
        Role.INFINITIVE: "people gathered | to sing",
        Role.PREPOSITION: "people gathered | in halls",
        Role.GENITIVE: "walls made | of stone",
        Role.AUXILIARY: "our neighbours | have moved",
        Role.SUBJECT: "yesterday evening | we moved",
        Role.CONTRACTION: "yesterday evening | it's said",
        Role.ARTICLE: "workers painted | the bridge",
        Role.POSSESSIVE: "workers painted | our bridge",
        Role.ENCLITIC: "neighbours did | not move",
        Role.PARTICLE: "workers carried | up stones",
        Role.OBJECT: "workers carried | him home",
    }
)
"""An example of each of ``OPENS``; the tests read them."""

AFTER_COMMA = 50
"""How much of it counts after a comma, per cent: the comma has said that a group opens."""

LEANS: Mapping[Role, Pull] = MappingProxyType(
    {
        Role.ARTICLE: Pull(-35, -35),
        Role.POSSESSIVE: Pull(-35, -35),
        Role.COORDINATOR: Pull(-35, -35),
        Role.PREPOSITION: Pull(-30, -25),
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
"""After a word that leans on the next one. The strongest counts."""

LEANING: Mapping[Role, str] = MappingProxyType(
    {
        Role.ARTICLE: "workers painted the | bridge",
        Role.POSSESSIVE: "workers painted our | bridge",
        Role.COORDINATOR: "they sang and | danced",
        Role.PREPOSITION: "people gathered in | halls",
        Role.GENITIVE: "walls of | stone",
        Role.INFINITIVE: "people gathered to | sing",
        Role.CLITIC: "fr: nos voisins ne | partent jamais",
        Role.SUBJECT: "yesterday we | moved",
        Role.CONTRACTION: "yesterday it's | said",
        Role.DEGREE: "workers painted nearly | everything",
        Role.AUXILIARY: "neighbours have | moved",
        Role.SUBORDINATOR: "he left because | rain fell",
        Role.DETERMINER: "workers painted all | of it",
        Role.MODIFIER: "workers painted large | bridges",
        Role.NUMBER: "workers painted two | bridges",
        Role.TITLE: "yesterday Dr | Meyer moved",
    }
)
"""An example of each of ``LEANS``; the tests read them."""

VERBAL_CLAUSE = Pull(10, 5)
"""Before a preposition that a verb follows: "people thanked them | for singing"."""
DETERMINED = Pull(-30, -30)
"""After a determiner that its noun follows: "workers painted these | walls"."""
GRADED = Pull(-30, -30)
"""Between a word of degree and an adjective or a number, and between two adjectives: "workers
carried very | large stones", "it weighs nearly | 40 tons", "workers saw large | green hills"."""

# --- what stays together ---------------------------------------------------------------------

WHOLE = Pull(-60, -60)
"""Inside a sentence that a line can hold: "They will | come." """
ONE_CUE = Pull(-20, 0)
"""Inside a sentence that a cue can hold: "They will sing in halls, | and at home with us." """
FULL = 85
"""How much of a cue such a sentence fills at most, per cent: more needs luck with the lines."""
NAME = Pull(-35, -35)
"""Between two words with capitals, or one and its number: "yesterday Clara | Schumann played",
"workers saw Apollo | 11 land"."""
UNIT = Pull(-30, -30)
"""Between a number and what it counts: "it weighs 40 | tons", "he counted fifty | old bridges"."""
NOUN_PHRASE = Pull(-10, -10)
"""Between the words of a noun and what describes it: "workers painted the railway | bridge"."""
VERB_OBJECT = Pull(-10, -10)
"""Between a verb and its object: "people came to paint | our bridge"."""
NOUN = Pull(-30, -30)
"""In front of a German noun, which its capital shows: "de: dann kam eine kurze | Pause"."""
PHRASE = Pull(-30, -30)
"""Inside a fixed group: "he left because | of rain"."""
STRANDED = Pull(-10, -10)
"""Before a preposition that nothing follows: "the town he came | from, in fact"."""
VERBS = Pull(-5, -5)
"""Between a verb and its infinitive: "people want | to sing"."""
INSIDE = Pull(-20, -10)
"""Inside a short pair of brackets, quotation marks or notes: "he said (twice | already) no"."""
LEFTOVER = Pull(-30, -10)
"""So near the end of a sentence that a word or two are left over: "they will come | home soon." """
HEAD = Pull(-25, -10)
"""So near the start of a sentence that a word or two come before: "But everybody | sang"."""
TAIL = Pull(-15, -15)
"""Before a word that a comma follows: "it is in the old town | hall, as ever." """
COMPOUND = Pull(-20, -20)
"""Between characters of one Japanese or Chinese word, as far as the script shows it: 経｜済."""
BUNSETSU = Pull(15, 15)
"""From hiragana to another script, where most Japanese phrases begin: 私は｜家."""

# --- shapes ----------------------------------------------------------------------------------

CUE = 35
"""For each cue: what makes captions longer than single words."""
LINE = 15
"""For each further line."""
MIXED = 25
"""For a cue that starts, and again for one that ends, inside a sentence, and holds another's
end or start: better one sentence a cue, or several whole ones."""
CUT_CLAUSE = 20
"""For a cue that begins with less than half a line of a clause and goes on with another, and
again for one that ends inside a clause and holds another's end, as commas show them."""
SHORT_CUE = 6
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
"""Silence after which a period is believed although a preposition stands before it, ms. A rule
of thumb for joining sentences that a recogniser broke."""
