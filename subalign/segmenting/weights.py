"""Define the weights that decide where captions and lines break.

A layout costs points, and the cheapest one wins. About ten points are enough to move a break by one
word. The weights are round numbers, set by hand from the order that the guidelines of Netflix,
the BBC and DCMP give (after punctuation, before a conjunction, before a preposition; never after
an article), and checked against captions made by people. In the examples ``|`` is the boundary
that the weight is for; the tests read them.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from subalign.languages.base import Role


class BreakScore(NamedTuple):
    """Points that a break at a boundary between two words saves; negative where it costs.

    Args:
        cue: points for a new cue at the boundary.
        line: points for a new line of the same cue.
    """

    cue: int
    line: int


class RoleScore(NamedTuple):
    """Score of a break beside a word of one grammatical role.

    Args:
        role: the role.
        score: points of the break.
        example: text with ``|`` at the boundary, after a language code where it is not English.
    """

    role: Role
    score: BreakScore
    example: str


@dataclass(frozen=True, slots=True)
class BreakWeights:
    """Scores of breaks by what the text and the voice do at a boundary.

    The scores of all features of a boundary are added up.
    """

    # --- where a break belongs ---

    sentence: BreakScore = BreakScore(90, 50)
    """After a sentence: "It was late. | Nobody spoke." """

    clause: BreakScore = BreakScore(70, 20)
    """After ``;`` or ``:``: "one thing is sure: | it rains"."""

    dash: BreakScore = BreakScore(80, 40)
    """After a dash: "he came -- | too late"."""

    comma: BreakScore = BreakScore(60, 25)
    """After a comma: "when it rains, | we stay"."""

    paragraph: BreakScore = BreakScore(60, 0)
    """After a paragraph, in addition to ``sentence``: transcripts have an empty line there."""

    sound: BreakScore = BreakScore(100, 50)
    """Before and after the name of a sound, which is not spoken: "so they went | [applause]"."""

    quote: BreakScore = BreakScore(20, 10)
    """Before an opening and after a closing quotation mark or bracket: "he said | “not yet”
    twice"."""

    pause_per_100_ms: BreakScore = BreakScore(8, 4)
    """In a pause, for each 100 ms beyond ``min_pause_ms``: 32 points for a pause of 0.6 s."""

    min_pause_ms: int = 150
    """Silence up to this duration is not a pause, but part of a stop consonant such as "t"."""

    max_pause_ms: int = 1_500
    """A longer pause scores no more than this one."""

    long_pause: BreakScore = BreakScore(500, 0)
    """In a long pause, in addition: text must not be read long before its words are spoken."""

    long_pause_ms: int = 1_500
    """Duration from which a pause is long. BBC Subtitle Guidelines: at most 1.5 s between text
    and speech."""

    trusted_pause_ms: int = 300
    """Pause from which the period after a preposition is believed to end a sentence. Recognisers
    put periods where a speaker hesitates; the value is subalign's own."""

    starts_phrase: tuple[RoleScore, ...] = (
        RoleScore(Role.COORDINATOR, BreakScore(35, 25), "they sang loudly | and danced"),
        RoleScore(Role.SUBORDINATOR, BreakScore(25, 20), "he left early | because rain fell"),
        RoleScore(Role.INFINITIVE, BreakScore(20, 15), "people gathered | to sing"),
        RoleScore(Role.PREPOSITION, BreakScore(20, 15), "people gathered | in halls"),
        RoleScore(Role.GENITIVE, BreakScore(5, 5), "walls made | of stone"),
        RoleScore(Role.AUXILIARY, BreakScore(30, 20), "our neighbours | have moved"),
        RoleScore(Role.SUBJECT, BreakScore(25, 10), "yesterday evening | we moved"),
        RoleScore(Role.CONTRACTION, BreakScore(25, 10), "yesterday evening | it's said"),
        RoleScore(Role.ARTICLE, BreakScore(5, 10), "workers painted | the bridge"),
        RoleScore(Role.POSSESSIVE, BreakScore(5, 10), "workers painted | our bridge"),
        RoleScore(Role.ENCLITIC, BreakScore(-40, -40), "neighbours did | not move"),
        RoleScore(Role.PARTICLE, BreakScore(-20, -20), "workers carried | up stones"),
        RoleScore(Role.OBJECT, BreakScore(-15, -15), "workers carried | him home"),
    )
    """Before a word that starts a phrase, or that belongs to the word in front. The highest
    score of its roles counts."""

    starts_phrase_after_comma_percent: int = 50
    """Share of ``starts_phrase`` that counts after a comma, which already says that a phrase
    starts."""

    needs_next: tuple[RoleScore, ...] = (
        RoleScore(Role.ARTICLE, BreakScore(-35, -35), "workers painted the | bridge"),
        RoleScore(Role.POSSESSIVE, BreakScore(-35, -35), "workers painted our | bridge"),
        RoleScore(Role.COORDINATOR, BreakScore(-35, -35), "they sang and | danced"),
        RoleScore(Role.PREPOSITION, BreakScore(-30, -25), "people gathered in | halls"),
        RoleScore(Role.GENITIVE, BreakScore(-30, -30), "walls of | stone"),
        RoleScore(Role.INFINITIVE, BreakScore(-30, -30), "people gathered to | sing"),
        RoleScore(Role.CLITIC, BreakScore(-35, -35), "fr: nos voisins ne | partent jamais"),
        RoleScore(Role.SUBJECT, BreakScore(-25, -25), "yesterday we | moved"),
        RoleScore(Role.CONTRACTION, BreakScore(-25, -25), "yesterday it's | said"),
        RoleScore(Role.DEGREE, BreakScore(-25, -15), "workers painted nearly | everything"),
        RoleScore(Role.AUXILIARY, BreakScore(-15, -10), "neighbours have | moved"),
        RoleScore(Role.SUBORDINATOR, BreakScore(-15, -15), "he left because | rain fell"),
        RoleScore(Role.DETERMINER, BreakScore(-10, -10), "workers painted all | of it"),
        RoleScore(Role.MODIFIER, BreakScore(-15, -15), "workers painted large | bridges"),
        RoleScore(Role.NUMBER, BreakScore(-5, -5), "workers painted two | bridges"),
        RoleScore(Role.TITLE, BreakScore(-60, -60), "yesterday Dr | Meyer moved"),
    )
    """After a word that needs the next one. The lowest score of its roles counts."""

    verbal_clause: BreakScore = BreakScore(10, 5)
    """Before a preposition that a verb follows: "people thanked them | for singing"."""

    # --- what stays together ---

    determined: BreakScore = BreakScore(-30, -30)
    """After a determiner that its noun follows: "workers painted these | walls"."""

    graded: BreakScore = BreakScore(-30, -30)
    """Between a word of degree and an adjective or a number, and between two adjectives:
    "workers carried very | large stones", "it weighs nearly | 40 tons", "workers saw large |
    green hills"."""

    one_line_sentence: BreakScore = BreakScore(-60, -60)
    """Inside a sentence that one line can hold: "They will | come." """

    one_cue_sentence: BreakScore = BreakScore(-20, 0)
    """Inside a sentence that one cue can hold: "They will sing in halls, | and at home with
    us." """

    one_cue_sentence_percent: int = 85
    """Largest share of the room of a cue that such a sentence takes. A longer one is held only
    if its lines happen to break well."""

    name: BreakScore = BreakScore(-35, -35)
    """Between two words with capitals, or a name and its number: "yesterday Clara | Schumann
    played", "workers saw Apollo | 11 land"."""

    unit: BreakScore = BreakScore(-30, -30)
    """Between a number and what it counts: "it weighs 40 | tons", "he counted fifty | old
    bridges"."""

    noun_phrase: BreakScore = BreakScore(-10, -10)
    """Between a noun and the words that describe it: "workers painted the railway | bridge"."""

    verb_object: BreakScore = BreakScore(-10, -10)
    """Between a verb and its object: "people came to paint | our bridge"."""

    noun: BreakScore = BreakScore(-30, -30)
    """Before a German noun, which its capital shows: "de: dann kam eine kurze | Pause"."""

    fixed_phrase: BreakScore = BreakScore(-30, -30)
    """Inside a fixed phrase: "he left because | of rain"."""

    stranded: BreakScore = BreakScore(-10, -10)
    """Before a preposition that no noun follows: "the town he came | from, in fact"."""

    verb_infinitive: BreakScore = BreakScore(-5, -5)
    """Between a verb and its infinitive: "people want | to sing"."""

    enclosed: BreakScore = BreakScore(-20, -10)
    """Inside short brackets, quotation marks or notes: "he said (twice | already) no"."""

    max_enclosed_words: int = 12
    """Most words in such brackets, quotation marks or notes: about what a caption holds. The
    value is subalign's own."""

    sentence_rest: BreakScore = BreakScore(-30, -10)
    """Before the last one or two words of a sentence: "they will come | home soon." """

    sentence_head: BreakScore = BreakScore(-25, -10)
    """After the first one or two words of a sentence: "But everybody | sang"."""

    clause_rest: BreakScore = BreakScore(-15, -15)
    """Before a word with a comma after it: "it is in the old town | hall, as ever." """

    compound: BreakScore = BreakScore(-20, -20)
    """Between characters of one Japanese or Chinese word, as far as the script shows it: 経｜済."""

    bunsetsu: BreakScore = BreakScore(15, 15)
    """From hiragana to another script, where most Japanese phrases (bunsetsu) start: 私は｜家."""


@dataclass(frozen=True, slots=True)
class LayoutCosts:
    """Costs of cues and lines by their shape and their time on the screen, in points."""

    # --- shapes ---

    cue: int = 35
    """For each cue; without this cost every word would be a cue."""

    line: int = 15
    """For each line of a cue but the first."""

    mixed_sentences: int = 25
    """For a cue with parts of several sentences: once if it starts inside a sentence, and once
    if it ends inside one. A cue should hold one sentence, or several whole ones."""

    cut_clause: int = 20
    """For a cue that starts with the rest of a clause, of less than half a line, and goes on with
    another clause; and for a cue that ends inside a clause after the end of another."""

    short_cue_per_column: int = 6
    """For each column by which a cue is narrower than half a line."""

    one_word_line: int = 15
    """For each line of one word in a cue of several lines."""

    short_line_per_column: int = 4
    """For each column by which a line, in a cue of several lines, is narrower than a third of the
width."""

    uneven_per_column: int = 1
    """For each column by which two lines differ beyond a tenth of the width."""

    very_uneven_per_column: int = 4
    """For each column by which two lines differ beyond a third of the width, in addition."""

    # --- time ---

    too_fast_per_100_ms: int = 2
    """For each 100 ms that a cue is too short to be read at the highest speed of the style."""

    shared_cue: int = 10_000
    """For two speakers in one cue: more than any bad break, less than a broken limit."""

    broken_limit: int = 1_000_000
    """For a cue whose time breaks a hard limit of the style."""

    broken_limit_per_ms: int = 1_000
    """For each ms beyond the limit, so that an unavoidable break is as small as possible."""
