"""All that is known of a language: one frozen value, with a part for each use.

Lists are text, so that they are easy to read and to edit: words are separated by spaces, phrases
by commas, all in small letters. An elided word keeps its apostrophe ("l'").
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, replace
from enum import Enum

from subalign.languages.lexicon import Lexicon


def words(text: str) -> frozenset[str]:
    """Return the words of a list.

    >>> sorted(words("the a an"))
    ['a', 'an', 'the']
    """
    return frozenset(text.split())


class Role(str, Enum):
    """Role of a function word in its phrase."""

    ARTICLE = "a, the"
    POSSESSIVE = "my, their"
    DETERMINER = "this, every, some: may also stand alone"
    COORDINATOR = "and, but"
    SUBORDINATOR = "because, that, who: opens a clause"
    PREPOSITION = "in, with"
    GENITIVE = "of: ties two nouns more closely than other prepositions"
    INFINITIVE = "to, before a verb"
    AUXILIARY = "is, has, can"
    SUBJECT = "I, they"
    OBJECT = "me, him: tied to the verb in front"
    CONTRACTION = "I'm, it's: a subject and its verb"
    CLITIC = "French ne, me: tied to the verb that follows"
    ENCLITIC = "Russian же, French pas: tied to the word in front"
    DEGREE = "not, very: changes the word that follows"
    PARTICLE = "up, off: often belongs to the verb in front"
    MODIFIER = "big, last: stands in front of its noun"
    NUMBER = "two, million"
    TITLE = "Dr, Mrs"
    CATENATIVE = "want, going: asks for an infinitive"


@dataclass(frozen=True, slots=True)
class FunctionWords:
    """Function words by their role, which tell where a line may end.

    A caption breaks badly after a word that needs the next one ("the", "of", "my") and well
    before a word that opens a new phrase ("because", "with", "who"). Short closed lists have
    both; the rest of a language need not be known.

    Args:
        words: Words of each role; a word may have several.
        phrases: Fixed phrases that open as one word of the role does.
        endings: Ends of words of the role that are in no list.
        unfinished: Words that end nothing: a period or comma after one is a slip.
        verbals: Ends of verbs that follow a preposition ("for singing", "pour chanter").
        plurals: Ends of nouns that no other noun follows ("results", but "result sheet").
        strands: True if a preposition may end its clause ("who to turn to").
        capital_nouns: True if nouns have a capital, so that a function word before one
            belongs to it.
        finites: Ends of verbs that follow a noun, where nouns have a capital ("die Polizei
            erteilt").
        participles: Beginnings of words that end so and are no such verbs ("gemacht").
    """

    words: Mapping[Role, str] = field(default_factory=dict)
    phrases: Mapping[Role, str] = field(default_factory=dict)
    endings: Mapping[Role, str] = field(default_factory=dict)
    unfinished: str = ""
    verbals: str = ""
    plurals: str = ""
    strands: bool = False
    capital_nouns: bool = False
    finites: str = ""
    participles: str = ""


@dataclass(frozen=True, slots=True)
class Disfluencies:
    """Words of spontaneous speech, by which slips of the tongue are known.

    Args:
        unfinished: Words that end no sentence and no clause: a period after one is a slip.
        closed: Further function words; one of them, or of ``unfinished``, that is said twice in
            a row is a stutter.
        doubled: Words that may well be said twice in a row ("very very").
        either: Function words that may well be two words in a row ("took it in in the end").
        openers: Words that begin a new clause, so that nothing before them is joined to them.
        hesitations: Sounds without a meaning ("um").
        fillers: Phrases without a meaning where commas part them from the sentence.
        articles: Articles and possessives that a common noun or adjective follows, hardly a name.
        common: Further words that are never names by themselves.
        definite: Articles that are pronouns too, so that a sentence may end in one.
        asking: Question words that the verb follows in a question.
        auxiliaries: Verbs that ask before an ``asked`` pronoun.
        asked: Pronouns after the verb of a question.
    """

    unfinished: str = ""
    closed: str = ""
    doubled: str = ""
    either: str = ""
    openers: str = ""
    hesitations: str = ""
    fillers: str = ""
    articles: str = ""
    common: str = ""
    definite: str = ""
    asking: str = ""
    auxiliaries: str = ""
    asked: str = ""


@dataclass(frozen=True, slots=True)
class WordClasses:
    """Word classes that the rules of cleaning for this language ask for.

    Args:
        subjects: Personal pronouns that are subjects.
        demonstratives: Pronouns that point to something.
        coordinators: Conjunctions that join two clauses of the same kind.
        copulas: Forms of "to be".
        asking: Auxiliaries that ask before their subject.
        auxiliaries: Further auxiliaries.
        prepositions: Prepositions that a noun follows.
        particles: Adverbs that belong to the verb in front ("give up").
        adverbs: Adverbs of manner and degree.
        question_words: Words that begin a question.
        participles: Participles of irregular and common verbs.
    """

    subjects: str = ""
    demonstratives: str = ""
    coordinators: str = ""
    copulas: str = ""
    asking: str = ""
    auxiliaries: str = ""
    prepositions: str = ""
    particles: str = ""
    adverbs: str = ""
    question_words: str = ""
    participles: str = ""


@dataclass(frozen=True, slots=True)
class SoundWords:
    """Words of sound labels, such as ``[music]`` or ``(laughs)``, and words that no label has.

    A label is often English whatever the speech is, so the words of all languages count together.

    Args:
        acts: Verbs and the like; first or last of up to three words they make a label.
        things: Nouns; a label by themselves, or with one word in front.
        company: Words that make a label with the others, or together.
        speech: Words that show that a speaker says it.
        articles: Words that a label of three or more words has not.
    """

    acts: str = ""
    things: str = ""
    company: str = ""
    speech: str = ""
    articles: str = ""


@dataclass(frozen=True, slots=True)
class Abbreviations:
    """Abbreviations by what a period after them means, and the usual first words of sentences.

    Abbreviations are written without the last period and without spaces: ``z. B.`` and ``z.B.``
    are both ``z.b``. A letter, or letters with a period each (``J.``, ``U.S.``), need no entry
    unless they are ``inner``.

    Args:
        inner: Abbreviations that more of the sentence must follow (``Dr.``, ``e.g.``).
        number: The same before a number (``No. 5``); elsewhere ordinary words.
        either: Abbreviations that end the sentence if a usual first word follows (``Inc.``).
        starts: Usual first words of sentences, up to an apostrophe.
        words: Small letters that are words, not initials.
    """

    inner: str = ""
    number: str = ""
    either: str = ""
    starts: str = ""
    words: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class RegionalForms:
    """Differences of a region from the `Lexicon` of the language; None means no difference.

    Args:
        decimal_mark: Mark between the whole and the fraction of a number.
        group_marks: Marks between thousands.
        point: Word for ``decimal_mark``.
        month_first: True if ``3/4/2021`` is in March.
        date: Template for such a date.
    """

    decimal_mark: str | None = None
    group_marks: str | None = None
    point: str | None = None
    month_first: bool | None = None
    date: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Language:
    """All that is known of one language. Every part may be left out.

    Args:
        code: Primary language subtag of BCP 47: ``de``, ``yue``.
        name: Name in English.
        function_words: Words that tell where a line may end.
        disfluencies: Words by which slips of the tongue are known.
        word_classes: Word classes for the rules of cleaning.
        sounds: Words of sound labels.
        headings: Words before a colon at the start of a line that name no speaker ("Note:").
        abbreviations: Abbreviations, and first words of sentences.
        ordinal_periods: True if a period after figures makes an ordinal (``am 3. Mai``).
        asks_by_semicolon: True if ``;`` is the question mark.
        spaced_marks: True if a space stands before ``!``, ``?``, ``:`` and ``;``.
        clause_commas: True if grammar asks for a comma between clauses, so that a comma in front
            of a filler may belong to the sentence.
        lexicon: Words around numbers, and words of signs.
        regions: Differences of regions by their subtags in capitals; those of ``*`` hold for
            every region that is not named.
        voice: Voice of espeak-ng, where its name is not ``code``, or where another voice is better.
        spaceless_voice: True if the voice reads letters by those around them, across spaces.
        voice_reads_han: True if the voice reads Han characters; others name them.
        ipa: Pairs ``written=meant`` where espeak-ng's phonemes are no pure IPA, or where another
            phone of the acoustic model is nearer.
        writes_vowels: False if short vowels are neither written nor known to espeak-ng.
        phrase_models: Models of BudouX that find phrases, by the second subtag in small letters;
            the one of the empty subtag holds for all others.
        log_prior: Logarithm of how much likelier a text is in this language than in a rare one,
            before a letter is read. It decides between close languages for a word or two
            ("Hello." is not Breton); a sentence outweighs it by far. The numbers are our choice.
    """

    code: str
    name: str
    function_words: FunctionWords = field(default_factory=FunctionWords)
    disfluencies: Disfluencies = field(default_factory=Disfluencies)
    word_classes: WordClasses = field(default_factory=WordClasses)
    sounds: SoundWords = field(default_factory=SoundWords)
    headings: str = ""
    abbreviations: Abbreviations = field(default_factory=Abbreviations)
    ordinal_periods: bool = False
    asks_by_semicolon: bool = False
    spaced_marks: bool = False
    clause_commas: bool = False
    lexicon: Lexicon = field(default_factory=Lexicon)
    regions: Mapping[str, RegionalForms] = field(default_factory=dict)
    voice: str = ""
    spaceless_voice: bool = False
    voice_reads_han: bool = False
    ipa: str = ""
    writes_vowels: bool = True
    phrase_models: Mapping[str, str] = field(default_factory=dict)
    log_prior: float = 0.0

    def lexicon_for(self, region: str = "") -> Lexicon:
        """Return the lexicon as used in a region.

        Args:
            region: Region subtag in capitals, such as ``MX``; empty for none.
        """
        forms = self.regions.get(region, self.regions.get("*") if region else None)
        if forms is None:
            return self.lexicon
        changes = {name: form for name, form in asdict(forms).items() if form is not None}
        return replace(self.lexicon, **changes)
