"""No line and no cue ends on a word that needs the next one.

A reader who meets "the" at the end of a line has to remember it until the next line is found,
and at the end of a cue until the next cue comes. A break therefore does not follow an article,
a possessive, a preposition, or a coordinator ("and") whose sentence goes on. Source: the
guidelines of Netflix ("line treatment"), the BBC (3.4) and DCMP. A preposition that ends its
clause ("the house we live in | is cold") is not a problem. The rule uses the lists of function
words that captions are broken by, and finds nothing in a language without lists.

PASS (netflix)::

    00:00:01.000 --> 00:00:04.000
    I left the keys
    in the car that we came in.

FAIL (netflix)::

    00:00:01.000 --> 00:00:04.000
    I left the keys in the
    car and the

    00:00:04.083 --> 00:00:06.000
    car in the garage.

    => cue 1: line 1 ends on 'the'
    => cue 1: it ends on 'the'
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import pairwise

from subalign.checking.base import CaptionFile, Finding, define_rule
from subalign.grammar import Grammar, bare, find_grammar
from subalign.languages.base import Role
from subalign.model import Cue, Severity

_NEEDS_NEXT = frozenset({Role.ARTICLE, Role.GENITIVE, Role.INFINITIVE, Role.CLITIC})
"""Roles of words that need the next word in every use."""

_MAY_NEED_NEXT = _NEEDS_NEXT | {Role.POSSESSIVE, Role.PREPOSITION, Role.COORDINATOR}
"""Roles of words that need the next word where they have no other role."""

_MAY_STRAND = frozenset({Role.PREPOSITION, Role.GENITIVE, Role.INFINITIVE})
"""Roles of words that may end a clause in languages with stranded prepositions."""

_STARTS_PHRASE = frozenset(
    {Role.PREPOSITION, Role.SUBORDINATOR, Role.COORDINATOR, Role.AUXILIARY, Role.GENITIVE}
    | {Role.SUBJECT, Role.CONTRACTION}
)
"""Roles of words that start a new phrase, so that the phrase in front is complete."""


@define_rule("bad-break", Severity.WARNING)
def rule(captions: CaptionFile) -> Iterator[Finding]:
    """No line ends on a word that needs the next."""
    grammar = find_grammar(captions.language)
    if not grammar.words:
        return
    needs_next = lru_cache(maxsize=None)(lambda last, first: _needs_next(last, first, grammar))
    for i, cue in enumerate(captions.cues):
        for number, (line, following) in enumerate(pairwise(cue.lines), 1):
            if needs_next(*_around(line, following)):
                yield Finding(i, f"line {number} ends on {line.split()[-1]!r}")
        line = cue.lines[-1] if cue.lines else ""
        if needs_next(*_around(line, _next_line(captions.cues, i))):
            yield Finding(i, f"it ends on {line.split()[-1]!r}")


def _next_line(cues: Sequence[Cue], i: int) -> str:
    """Return the first line of the next cue; empty where another speaker says it."""
    following = cues[i + 1] if i + 1 < len(cues) else None
    if following is None or not following.lines or following.speaker != cues[i].speaker:
        return ""
    return following.lines[0]


def _around(line: str, following: str) -> tuple[str, str]:
    """Return the words before and after a break, empty where punctuation stands at the break."""
    if not line[-1:].isalpha():
        return "", ""
    return line.rsplit(maxsplit=1)[-1], following.split(maxsplit=1)[0] if following else ""


def _needs_next(last: str, first: str, grammar: Grammar) -> bool:
    """Return True if the word before a break needs the word after it."""
    if not last or not first:
        return False
    roles = grammar.roles_as_last(bare(last))
    needing = roles & _MAY_NEED_NEXT
    phrase_ends = bool(grammar.roles_as_first(bare(first)) & _STARTS_PHRASE)
    # "the house we live in | is cold"
    if grammar.strands and phrase_ends and needing <= _MAY_STRAND:
        return False
    # "I told her | that", "now or ever before | they": the word has its other role here.
    other_role = phrase_ends and roles - _MAY_NEED_NEXT and not needing & _NEEDS_NEXT
    return bool(needing) and not other_role
