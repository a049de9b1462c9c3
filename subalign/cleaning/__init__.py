"""Cleaning: `normalise` corrects the words that are aligned, and `clean` those that are shown.

A rule is a module here with a function called ``rule``, which `define_rule` makes a `Rule`. To add
one, write the module and add a line to the table below; or offer it from another package by an
entry point of the group ``subalign.cleaning_rules``. The tests of all rules then run on it too.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from subalign.cleaning.base import Context, Edit, Level, Rule, define_rule, pauses_by_place
from subalign.cleaning.decisions import (
    Answer,
    Decision,
    Decisions,
    parse_decisions,
    render_decisions,
)
from subalign.cleaning.diff import Change, changes, readable, render_diff
from subalign.cleaning.glossary import Glossary, parse_glossary
from subalign.cleaning.normalising import needed_level, only_said
from subalign.cleaning.options import CleaningOptions
from subalign.cleaning.running import apply_rules, find_offers, undecided
from subalign.cleaning.spans import pauses_between, regroup
from subalign.cleaning.word_sets import find_word_sets
from subalign.errors import InputError, UsageError, nearest
from subalign.model import Transcript
from subalign.plugins import Registry

__all__ = [
    "RULES",
    "Answer",
    "Change",
    "CleaningOptions",
    "Decision",
    "Decisions",
    "Edit",
    "Glossary",
    "Level",
    "Rule",
    "all_rules",
    "changes",
    "clean",
    "define_rule",
    "find_level",
    "normalise",
    "parse_decisions",
    "parse_glossary",
    "pauses_between",
    "readable",
    "regroup",
    "render_decisions",
    "render_diff",
    "review",
    "suggest",
]

_RULES = Registry(
    "cleaning rule",
    "subalign.cleaning_rules",
    Rule,
    {
        name: f"{__name__}.{name.replace('-', '_')}:rule"
        for name in (
            "by-hand",
            "glossary-names",
            "spacing",
            "quotes",
            "dashes",
            "ellipses",
            "digit-groups",
            "split-names",
            "split-prefixes",
            "doubled-words",
            "repeated-phrases",
            "false-starts",
            "restated-fragments",
            "sentence-echo",
            "sentence-loop",
            "broken-periods",
            "doubtful-periods",
            "fillers",
            "sentence-case",
            "question-marks",
            "self-repairs",
            "missing-commas",
            "number-style",
            "speaker-turns",
            "sounds-like",
        )
    },
)
"""All rules, in the order in which they run."""

RULES = tuple(map(_RULES.find, _RULES.built_in))
"""The built-in rules, in the same order."""


def all_rules() -> tuple[Rule, ...]:
    """Return the built-in rules and then those of plug-ins, in the order in which they run.

    Raises:
        SetupError: a plug-in cannot be imported, or is not a rule.

    >>> [rule.name for rule in all_rules() if rule.level is Level.CLEAN]
    ['dashes', 'fillers']
    """
    return _RULES.all()


def normalise(
    transcript: Transcript,
    language: str = "en",
    glossary: Glossary | None = None,
    decisions: Decisions | None = None,
    options: CleaningOptions | None = None,
) -> Transcript:
    """Change the words that are aligned: glossary names, words put in by hand, sentences in a loop.

    An aligner needs these changes and no others, so the times of the words are the same at every
    level. Align the result, and give it to `clean` with its pauses.

    Args:
        transcript: as it was parsed.
        language, glossary, decisions, options: as for `clean`.

    Returns:
        The transcript with other tokens where other words are said. They stand in ``spoken`` as
        they are written, so call `subalign.spoken.verbalise` afterwards.

    >>> from subalign.transcript import parse_transcript
    >>> names = Glossary.from_dict({"GPT-4": ["GPD for"]})
    >>> made = normalise(parse_transcript("GPD for is the the um, end."), glossary=names)
    >>> [token.spoken for token in made.tokens]
    ['GPT-4', 'is', 'the', 'the', 'um,', 'end.']
    """
    level = needed_level(decisions or Decisions(), all_rules())
    context = _context(transcript, level, language, glossary, decisions, None, options)
    tokens, _ = apply_rules(transcript.tokens, _rules(context), context)
    return replace(transcript, tokens=tuple(only_said(transcript.tokens, tokens)))


def clean(
    transcript: Transcript,
    level: Level | str = Level.TIDY,
    language: str = "en",
    glossary: Glossary | None = None,
    decisions: Decisions | None = None,
    pauses: Mapping[int, int] | None = None,
    options: CleaningOptions | None = None,
) -> Transcript:
    """Hide and rewrite what reads badly.

    Nothing is deleted: ``source`` stays the same, and hidden words are still said. Cleaning a
    clean transcript changes nothing.

    Args:
        transcript: as it was parsed, or as `normalise` returns it.
        level: ``verbatim``, ``tidy`` or ``clean``.
        language: BCP 47 code; rules that need word lists run in the languages that have them.
        glossary: preferred spellings; their exact variants are replaced.
        decisions: what a person accepted or refused.
        pauses: from the index of a token to the silence after it in ms, as `pauses_between`
            measures it. A pause decides whether a doubtful period stays.
        options: other thresholds than those of `CleaningOptions`.

    Raises:
        UsageError: there is no such level.
        InputError: a decision names a rule that does not exist; the hint gives the near ones.
        SetupError: a plug-in cannot be imported, or is not a rule.

    >>> from subalign.transcript import parse_transcript
    >>> readable(clean(parse_transcript("We saw the the. End of it, you know."), "clean"))
    'We saw the end of it.\\n'
    """
    context = _context(transcript, level, language, glossary, decisions, pauses, options)
    tokens, _ = apply_rules(transcript.tokens, _rules(context), context)
    return replace(transcript, tokens=tuple(tokens))


def find_level(name: Level | str) -> Level:
    """Return the level with a name.

    Raises:
        UsageError: no level has this name; the hint names the near ones.

    >>> find_level("tidy").includes(Level.VERBATIM)
    True
    """
    try:
        return Level(name)
    except ValueError:
        hint = nearest(str(name), [known.value for known in Level])
        raise UsageError(f"no cleaning level {name!r}", where="level", hint=hint) from None


def review(
    transcript: Transcript,
    level: Level | str = Level.TIDY,
    language: str = "en",
    glossary: Glossary | None = None,
    decisions: Decisions | None = None,
    options: CleaningOptions | None = None,
) -> list[Decision]:
    """List the changes that cleaning makes, and those that it only offers, for a person to decide.

    Args:
        transcript, level, language, glossary, decisions, options: as for `clean`.

    Returns:
        Decisions in the order of the text: ``yes`` for what rules do, the person's answer for what
        is decided, and ``open`` for suggestions.

    Raises:
        UsageError: there is no such level.
        InputError: a decision names a rule that does not exist; the hint gives the near ones.
        SetupError: a plug-in cannot be imported, or is not a rule.

    >>> from subalign.transcript import parse_transcript
    >>> for d in review(parse_transcript("It is the the end. Yes, Brazil India Turkey.")):
    ...     print(d.answer.value, d.rule, repr(d.before), "becomes", repr(d.after))
    yes doubled-words 'the' becomes ''
    open missing-commas 'Brazil India Turkey.' becomes 'Brazil, India, Turkey.'
    """
    context = _context(transcript, level, language, glossary, decisions, None, options)
    tokens, done = apply_rules(transcript.tokens, _rules(context), context)
    known = context.decisions
    taken = [replace(d, answer=Answer.YES) for d in undecided(done)]
    offered = find_offers(tokens, _rules(context), context)
    return sorted([*known.all, *taken, *sorted(offered, key=_line)], key=_line)


def suggest(
    transcript: Transcript,
    level: Level | str = Level.TIDY,
    language: str = "en",
    glossary: Glossary | None = None,
    decisions: Decisions | None = None,
    options: CleaningOptions | None = None,
) -> list[Decision]:
    """List changes that a person might want after cleaning, and that nobody has decided.

    Args:
        transcript, level, language, glossary, decisions, options: as for `clean`.

    Returns:
        Open decisions in the order of the text: doubtful cases of all rules, likely changes of
        speaker, words that sound like names of the glossary, and what the higher levels would do.

    Raises:
        UsageError: there is no such level.
        InputError: a decision names a rule that does not exist; the hint gives the near ones.
        SetupError: a plug-in cannot be imported, or is not a rule.

    >>> from subalign.transcript import parse_transcript
    >>> [d.rule for d in suggest(parse_transcript("It is the the end. Yes, Brazil India Turkey."))]
    ['missing-commas']
    """
    context = _context(transcript, level, language, glossary, decisions, None, options)
    tokens, _ = apply_rules(transcript.tokens, _rules(context), context)
    return sorted(find_offers(tokens, _rules(context), context), key=_line)


def _line(decision: Decision) -> int:
    return decision.line


def _context(
    transcript: Transcript,
    level: Level | str,
    language: str,
    glossary: Glossary | None,
    decisions: Decisions | None,
    pauses: Mapping[int, int] | None,
    options: CleaningOptions | None,
) -> Context:
    decisions = decisions or Decisions()
    _check_names(decisions)
    return Context(
        transcript.tokens,
        find_word_sets(language),
        glossary or Glossary(),
        decisions,
        pauses_by_place(transcript.tokens, pauses or {}),
        find_level(level),
        options or CleaningOptions(),
    )


def _check_names(decisions: Decisions) -> None:
    known = [rule.name for rule in all_rules()]
    for name in {decision.rule for decision in decisions.all}.difference(known):
        raise InputError(f"no cleaning rule {name!r}", where="decisions", hint=nearest(name, known))


def _rules(context: Context) -> list[Rule]:
    return [rule for rule in all_rules() if rule.speaks(context.language.code)]
