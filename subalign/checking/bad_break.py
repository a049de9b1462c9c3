"""No line and no cue ends on a word that leans on the next one.

Who reads "the" at the end of a line has to keep it in mind until the next line is found; at
the end of a cue, until the next one comes. So a break does not follow an article, a possessive,
a preposition or a coordinator ("and") that goes on. Source: the guidelines of Netflix ("line
treatment"), the BBC (3.4) and DCMP. A preposition that ends its clause ("the house we live in |
is cold") is no fault. The words come from the lists that captions are broken by; in a language
that has none, nothing is found.

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

from subalign.checking.base import Finding, Rule, Subject
from subalign.grammar.function_words import Role
from subalign.grammar.lexicon import Lexicon, bare, lexicon
from subalign.model import Cue, Severity

_ALWAYS = frozenset({Role.ARTICLE, Role.GENITIVE, Role.INFINITIVE, Role.CLITIC})
_LEAN = _ALWAYS | {Role.POSSESSIVE, Role.PREPOSITION, Role.COORDINATOR}
_MAY_STRAND = frozenset({Role.PREPOSITION, Role.GENITIVE, Role.INFINITIVE})
_OPENS_NEW = frozenset(
    {Role.PREPOSITION, Role.SUBORDINATOR, Role.COORDINATOR, Role.AUXILIARY, Role.GENITIVE}
    | {Role.SUBJECT, Role.CONTRACTION}
)


def _find(subject: Subject) -> Iterator[Finding]:
    lists = lexicon(subject.language)
    if not lists.words:
        return
    leaning = lru_cache(maxsize=None)(lambda last, first: _leans(last, first, lists))
    for i, cue in enumerate(subject.cues):
        for number, (line, following) in enumerate(pairwise(cue.lines), 1):
            if leaning(*_around(line, following)):
                yield Finding(i, f"line {number} ends on {line.split()[-1]!r}")
        line = cue.lines[-1] if cue.lines else ""
        if leaning(*_around(line, _next_line(subject.cues, i))):
            yield Finding(i, f"it ends on {line.split()[-1]!r}")


def _next_line(cues: Sequence[Cue], i: int) -> str:
    """The first line of the next cue where the same one speaks on."""
    following = cues[i + 1] if i + 1 < len(cues) else None
    if following is None or not following.lines or following.speaker != cues[i].speaker:
        return ""
    return following.lines[0]


def _around(line: str, following: str) -> tuple[str, str]:
    """The words before and after a break; none where a sign stands there."""
    if not line[-1:].isalpha():
        return "", ""
    return line.rsplit(maxsplit=1)[-1], following.split(maxsplit=1)[0] if following else ""


def _leans(last: str, first: str, lists: Lexicon) -> bool:
    if not last or not first:
        return False
    roles = lists.leans(bare(last))
    leaning = roles & _LEAN
    ends_group = bool(lists.opens(bare(first)) & _OPENS_NEW)
    if lists.strands and ends_group and leaning <= _MAY_STRAND:
        return False
    # "I told her | that", "now or ever before | they"
    other = ends_group and roles - _LEAN and not leaning & _ALWAYS
    return bool(leaning) and not other


RULE = Rule("bad-break", Severity.WARNING, "no line ends on a word that leans on the next", _find)
