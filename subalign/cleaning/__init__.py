"""Turn a raw transcript into one that people want to read, without a change of what is aligned.

A rule is a module here with a function ``find``. To add one, write the module and add a line to
the table below; the tests of all rules then run on it too. A package of your own offers a `Rule`
by an entry point of the group ``subalign.cleaning_rules``.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from functools import cache

from subalign import plugins
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
from subalign.cleaning.base import Context, Edit, Level, Rule, pauses_by_place
from subalign.cleaning.decisions import (
    Answer,
    Decision,
    Decisions,
    parse_decisions,
    render_decisions,
)
from subalign.cleaning.diff import Change, changes, readable, render_diff
from subalign.cleaning.evidence import gather_evidence
from subalign.cleaning.glossary import Glossary, parse_glossary
from subalign.cleaning.languages import find_language
from subalign.cleaning.normalising import needed_level, only_said
from subalign.cleaning.options import CleaningOptions
from subalign.cleaning.running import apply_rules, find_offers
from subalign.cleaning.spans import pauses_between, regroup
from subalign.errors import UsageError, nearest
from subalign.model import Transcript

__all__ = [
    "Answer",
    "Change",
    "CleaningOptions",
    "Decision",
    "Decisions",
    "Edit",
    "Glossary",
    "Level",
    "Rule",
    "changes",
    "clean",
    "find_level",
    "list_rules",
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

_LISTED = ("en", "de", "fr", "es", "it", "nl", "pt", "ru")
"""Languages with lists of function words."""

_RULES = (
    Rule("by-hand", Level.VERBATIM, "what a person has written is put in", by_hand.find),
    Rule(
        "glossary-names",
        Level.VERBATIM,
        "variants become the glossary's spelling",
        glossary_names.find,
    ),
    Rule("spacing", Level.VERBATIM, "punctuation stands at its word, once", spacing.find),
    Rule("quotes", Level.VERBATIM, "quotes of two signs become quotation marks", quotes.find),
    Rule("dashes", Level.CLEAN, "two hyphens become a dash", dashes.find),
    Rule("ellipses", Level.TIDY, "two dots become one or three", ellipses.find),
    Rule(
        "digit-groups", Level.TIDY, "a number broken at its thousands is joined", digit_groups.find
    ),
    Rule("split-names", Level.TIDY, "a name in pieces is put together", split_names.find, ("en",)),
    Rule(
        "split-prefixes", Level.TIDY, '"micro" and its word are one', split_prefixes.find, ("en",)
    ),
    Rule(
        "doubled-words", Level.TIDY, "a word said twice is shown once", doubled_words.find, _LISTED
    ),
    Rule(
        "repeated-phrases",
        Level.TIDY,
        "a phrase begun again is shown once",
        repeated_phrases.find,
        _LISTED,
    ),
    Rule(
        "false-starts", Level.TIDY, "a start given up at once is hidden", false_starts.find, ("en",)
    ),
    Rule(
        "restated-fragments",
        Level.TIDY,
        "a broken sentence begun again is hidden",
        restated_fragments.find,
        ("en",),
    ),
    Rule(
        "sentence-echo",
        Level.TIDY,
        "a sentence begun anew is shown once",
        sentence_echo.find,
        _LISTED,
    ),
    Rule(
        "sentence-loop",
        Level.VERBATIM,
        "a sentence written in a loop is shown once",
        sentence_loop.find,
    ),
    Rule(
        "broken-periods",
        Level.TIDY,
        "a period after an unfinished word goes",
        broken_periods.find,
        _LISTED,
    ),
    Rule(
        "doubtful-periods",
        Level.TIDY,
        "a doubtful period goes by words or pause",
        doubtful_periods.find,
        ("en",),
    ),
    Rule(
        "fillers",
        Level.CLEAN,
        "phrases and sounds without a meaning are hidden",
        fillers.find,
        _LISTED,
    ),
    Rule("sentence-case", Level.TIDY, "capitals stand where sentences begin", sentence_case.find),
    Rule("question-marks", Level.TIDY, "a question ends in a question mark", question_marks.find),
    Rule(
        "self-repairs", Level.TIDY, "a second attempt is offered", self_repairs.find, ("en",), True
    ),
    Rule(
        "missing-commas",
        Level.TIDY,
        "commas in a list of names are offered",
        missing_commas.find,
        ("en",),
        True,
    ),
    Rule(
        "number-style",
        Level.TIDY,
        "figures for measures are offered",
        number_style.find,
        ("en",),
        True,
    ),
    Rule(
        "speaker-turns",
        Level.TIDY,
        "a likely change of speaker is offered",
        speaker_turns.find,
        ("en",),
        True,
    ),
    Rule(
        "sounds-like",
        Level.TIDY,
        "what sounds like a glossary name is offered",
        sounds_like.find,
        ("en",),
        True,
    ),
)


@cache
def list_rules() -> tuple[Rule, ...]:
    """Return all rules in the order in which they run, last those of plug-ins.

    Raises:
        SetupError: a plug-in cannot be imported.
    """
    ours = {rule.name for rule in _RULES}
    added = plugins.load("subalign.cleaning_rules", Rule).values()
    return (*_RULES, *(rule for rule in added if rule.name not in ours))


def normalise(
    transcript: Transcript,
    language: str = "en",
    glossary: Glossary | None = None,
    decisions: Decisions | None = None,
    options: CleaningOptions | None = None,
) -> Transcript:
    """Change what is said: names of the glossary, words put in by hand, sentences in a loop.

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
    level = needed_level(decisions or Decisions())
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
    options: CleaningOptions | None = None,
) -> list[Decision]:
    """List all that cleaning does and all that it only offers, for a person to decide.

    Args:
        transcript, level, language, glossary, decisions, options: as for `clean`.

    Returns:
        In the order of the text: what rules do as ``yes``, what a person has decided as decided,
        and the suggestions as ``open``.

    Raises:
        UsageError: there is no such level.
    """
    context = _context(transcript, level, language, glossary, decisions, None, options)
    tokens, done = apply_rules(transcript.tokens, _rules(context), context)
    known = context.decisions
    taken = [
        replace(d, answer=Answer.YES)
        for d in done
        if not known.find(d.rule, d.before, d.left, d.right)
    ]
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
    """List what a person might want to change after cleaning, and nobody has decided.

    Args:
        transcript, level, language, glossary, decisions, options: as for `clean`.

    Returns:
        Open decisions in the order of the text: doubtful cases of all rules, likely changes of
        speaker, words that sound like names of the glossary, and what the higher levels would do.

    Raises:
        UsageError: there is no such level.
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
    words, thresholds = find_language(language), options or CleaningOptions()
    return Context(
        words,
        gather_evidence(transcript.tokens, words, thresholds),
        glossary or Glossary(),
        decisions or Decisions(),
        pauses_by_place(transcript.tokens, pauses or {}),
        find_level(level),
        thresholds,
    )


def _rules(context: Context) -> list[Rule]:
    return [rule for rule in list_rules() if rule.speaks(context.language.code)]
