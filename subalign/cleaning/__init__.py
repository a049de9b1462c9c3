"""Turns a raw transcript into one that people want to read, without touching what is aligned.

A rule is a module here with one `Rule` value called ``RULE``. To add one, write the module and
add a line to the table below; the tests of all rules then run on it too.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from subalign.cleaning import (
    broken_periods,
    by_hand,
    dashes,
    digit_groups,
    doubled_words,
    doubtful_periods,
    ellipses,
    false_starts,
    fillers,
    glossary_names,
    missing_commas,
    number_style,
    question_marks,
    quotes,
    repeated_phrases,
    restated_fragments,
    self_repairs,
    sentence_case,
    sentence_echo,
    sentence_loop,
    sounds_like,
    spacing,
    speaker_turns,
    split_names,
    split_prefixes,
)
from subalign.cleaning.base import ALL, Context, Edit, Level, Rule, by_place
from subalign.cleaning.decisions import (
    Answer,
    Decision,
    Decisions,
    parse_decisions,
    render_decisions,
)
from subalign.cleaning.diff import Change, changes, readable, render_diff
from subalign.cleaning.evidence import gather
from subalign.cleaning.glossary import Glossary, parse_glossary
from subalign.cleaning.languages import find_language
from subalign.cleaning.normalising import level_of, only_said
from subalign.cleaning.running import run, survey
from subalign.cleaning.spans import pauses_between, regroup
from subalign.errors import UsageError, nearest
from subalign.model import Transcript

__all__ = [
    "ALL",
    "RULES",
    "Answer",
    "Change",
    "Decision",
    "Decisions",
    "Edit",
    "Glossary",
    "Level",
    "Rule",
    "changes",
    "clean",
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

RULES: tuple[Rule, ...] = (
    by_hand.RULE,
    glossary_names.RULE,
    spacing.RULE,
    quotes.RULE,
    dashes.RULE,
    ellipses.RULE,
    digit_groups.RULE,
    split_names.RULE,
    split_prefixes.RULE,
    doubled_words.RULE,
    repeated_phrases.RULE,
    false_starts.RULE,
    restated_fragments.RULE,
    sentence_echo.RULE,
    sentence_loop.RULE,
    broken_periods.RULE,
    doubtful_periods.RULE,
    fillers.RULE,
    sentence_case.RULE,
    question_marks.RULE,
    self_repairs.RULE,
    missing_commas.RULE,
    number_style.RULE,
    speaker_turns.RULE,
    sounds_like.RULE,
)
"""All rules, in the order in which they run. They run again until none finds anything."""


def normalise(
    transcript: Transcript,
    language: str = "en",
    glossary: Glossary | None = None,
    decisions: Decisions | None = None,
) -> Transcript:
    """Change what is said: names of the glossary, words put in by hand, sentences in a loop.

    An aligner needs these and nothing else of cleaning, so the times of the words are the same
    at every level. Align the result and give it to `clean` with its pauses.

    Args:
        transcript: as it was parsed.
        language, glossary, decisions: as for `clean`.

    Returns:
        The same transcript but for the words that are said otherwise. They stand in ``shown`` and
        ``spoken`` as they are written, so call `subalign.spoken.verbalise` afterwards.

    >>> from subalign.transcript import parse_transcript
    >>> made = normalise(parse_transcript("GPD for is , um, here."), glossary=parse_glossary(
    ...     "GPT-4 = GPD for"))
    >>> [token.spoken for token in made.tokens]
    ['GPT-4', 'is', '', 'um,', 'here.']
    """
    level = level_of(decisions or Decisions())
    context = _context(transcript, level, language, glossary, decisions, None)
    tokens, _ = run(transcript.tokens, _rules(context), context)
    return replace(transcript, tokens=tuple(only_said(transcript.tokens, tokens)))


def clean(
    transcript: Transcript,
    level: Level | str = Level.TIDY,
    language: str = "en",
    glossary: Glossary | None = None,
    decisions: Decisions | None = None,
    pauses: Mapping[int, int] | None = None,
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

    Raises:
        UsageError: there is no such level.
    """
    context = _context(transcript, level, language, glossary, decisions, pauses)
    tokens, _ = run(transcript.tokens, _rules(context), context)
    return replace(transcript, tokens=tuple(tokens))


def find_level(name: Level | str) -> Level:
    """The level called ``name``.

    Raises:
        UsageError: there is none; the hint names the near ones.
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
) -> list[Decision]:
    """All that cleaning does and all that it only offers, for a person to decide.

    Args:
        transcript, level, language, glossary, decisions: as for ``clean``.

    Returns:
        In the order of the text: what is done by rule as ``yes``, what a person has decided as
        decided, and the suggestions as ``open``.

    Raises:
        UsageError: there is no such level.
    """
    context = _context(transcript, level, language, glossary, decisions, None)
    _, done = run(transcript.tokens, _rules(context), context)
    known = context.decisions.all
    taken = [replace(d, answer=Answer.YES) for d in done]
    new = [d for d in taken if not context.decisions.find(d.rule, d.before, d.left, d.right)]
    offered = suggest(transcript, level, language, glossary, decisions)
    return sorted([*known, *new, *offered], key=lambda d: d.line)


def suggest(
    transcript: Transcript,
    level: Level | str = Level.TIDY,
    language: str = "en",
    glossary: Glossary | None = None,
    decisions: Decisions | None = None,
) -> list[Decision]:
    """What a person might want to change after cleaning, and nobody has decided.

    Args:
        transcript, level, language, glossary, decisions: as for ``clean``.

    Returns:
        Open decisions in the order of the text: doubtful cases of all rules, likely speaker
        turns, words that sound like the glossary, and what the higher levels would do.

    Raises:
        UsageError: there is no such level.
    """
    context = _context(transcript, level, language, glossary, decisions, None)
    tokens, _ = run(transcript.tokens, _rules(context), context)
    return sorted(survey(tokens, _rules(context), context), key=lambda d: d.line)


def _context(
    transcript: Transcript,
    level: Level | str,
    language: str,
    glossary: Glossary | None,
    decisions: Decisions | None,
    pauses: Mapping[int, int] | None,
) -> Context:
    words = find_language(language)
    return Context(
        words,
        gather(transcript.tokens, words),
        glossary or Glossary(),
        decisions or Decisions(),
        by_place(transcript.tokens, pauses or {}),
        find_level(level),
    )


def _rules(context: Context) -> list[Rule]:
    return [rule for rule in RULES if rule.speaks(context.language.code)]
