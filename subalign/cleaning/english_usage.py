"""English words by what can stand beside them, for the rules that look at two or three words.

The lists are common grammar, written for this project. The word classes that they build on
(pronouns, prepositions, auxiliaries and so on) are those of the language.
"""

from __future__ import annotations

from dataclasses import dataclass

from subalign.cleaning.english import (
    ADVERBS,
    ARTICLES,
    AUXILIARIES,
    CONTRACTIONS,
    COORDINATORS,
    DEMONSTRATIVES,
    PARTICIPLES,
    POSSESSIVES,
    SUBJECTS,
)


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


@dataclass(frozen=True, slots=True)
class EnglishUsage:
    """English words by what can stand beside them. Each field has an example."""

    # --- what needs something after it ----------------------------------------------------
    conjunctions: frozenset[str] = _words("and or nor because if than but until unless whether")
    """Conjunctions that end no sentence: "faster than"."""
    verbs_with_on: frozenset[str] = _words(
        "depend depends rely relies insist insists focus concentrate comment"
    )
    """Verbs whose "on" is followed by a noun: "depends on"."""
    verbs_with_in: frozenset[str] = _words(
        "result results believe believes specialize consist engage invest"
    )
    """Verbs whose "in" is followed by a noun: "believes in"."""
    incomplete_verbs: frozenset[str] = _words(
        "is are was were be been has have had must got will would should can could"
    )
    """Verbs that need more than a subject, unless it is understood: "the speed was"."""
    linking_verbs: frozenset[str] = _words(
        "seem seems seemed sound sounds sounded become becomes became"
    )
    """Verbs that are followed by what their subject is like: "it seems"."""
    transitive: frozenset[str] = _words(
        "takes took costs includes involves requires contains means"
    )
    """Verbs that need an object: "it takes"."""
    thinking: frozenset[str] = _words("think guess suppose")
    """Verbs that do not stand without what is thought: "I think that"."""
    attributive: frozenset[str] = _words(
        "main ultimate actual entire whole very same next last first past biggest largest greatest"
        " smallest oldest youngest highest lowest hardest easiest latest newest longest"
    )
    """Adjectives that are followed by a noun: "the main"."""
    ordinals: frozenset[str] = _words("first second third last next same only other")
    """Words that may stand for a noun after an article: "the first"."""
    causing: frozenset[str] = _words(
        "get gets getting got have having had see seeing want keep keeping"
    )
    """Verbs that are followed by an object and a participle: "getting it put in place"."""
    ordering: frozenset[str] = _words(
        "invite invited invites ask asked asks tell told tells allow allowed allows force forced"
        " forces enable enabled enables encourage encouraged encourages persuade persuaded convince"
        " convinced require required requires teach taught teaches order ordered urge urged remind"
        " reminded permit permitted warn warned hire hired need needs needed takes took use uses"
        " used"
    )
    """Verbs whose object is told, or needed, to do something: "asked the judge to wait"."""
    told: frozenset[str] = _words(
        "reason problem thing point fact idea issue answer truth trouble hope"
    )
    """Nouns that are told in a clause: "the reason is that"."""

    # --- infinitives -----------------------------------------------------------------------
    to: frozenset[str] = _words("to wanna gonna gotta")
    """Words before an infinitive: "gonna go"."""
    bare_to: frozenset[str] = _words(
        "want wants wanted have has had need needs needed going used able like love supposed ought"
        " got"
    )
    """Words after which "to" may stand for a whole infinitive: "I want to."."""
    same_clause_to: frozenset[str] = _words(
        "had have has going want wanted need needed trying try tried used able like started began"
        " decided supposed got"
    )
    """Words after which an infinitive has the subject of its clause: "we tried to play"."""
    going: frozenset[str] = _words("went go goes came come comes moved next close according")
    """Words after which "to" is followed by a noun: "went to school"."""
    infinitives: frozenset[str] = _words("have be do get go make take know see find come think")
    """The commonest infinitives: "could not have known"."""
    plain_verbs: frozenset[str] = _words(
        "have be do get go make take know see find come think remember say tell believe imagine"
        " wait leave stop start keep put buy eat speak live happen let give learn become understand"
        " afford explain wear want need feel write send build"
    )
    """Common verbs in the form that follows "should": "you should wear it"."""

    # --- clauses ---------------------------------------------------------------------------
    nominatives: frozenset[str] = _words("i we he she they")
    """Pronouns that are subjects only: "the man I spoke to"."""
    there_subjects: frozenset[str] = SUBJECTS | {"there"}
    """Words that stand after the verb of a question: "is there"."""
    clause_signs: frozenset[str] = (
        AUXILIARIES | CONTRACTIONS | SUBJECTS | _words("honest fair clear sure precise exact")
    )
    """Words of a clause of its own, and of phrases such as "to be honest"."""
    clause_words: frozenset[str] = AUXILIARIES | CONTRACTIONS | SUBJECTS
    """Words that most clauses have one of; a phrase without them hardly is a clause."""
    cleft_openers: frozenset[str] = _words("all what where who how thing reason problem point")
    """Words that open a clause before a second "is": "what it is is a fungus"."""
    saying: frozenset[str] = _words(
        "say says said quoth think thinks thought know knows knew believe mean means"
    )
    """Verbs with their subject after them: "thought I, I cannot"."""
    clause_stems: frozenset[str] = _words(
        "say said tell told think thought know knew known believ believe mean meant hop hope hear"
        " heard fear find found feel felt see saw seen show shown learn claim agre agree admit argu"
        " argue assum assume suppos suppose guess understand understood realiz realize realis"
        " realise remember forget forgot notic notice not note expect explain wish doubt prov prove"
        " decid decide conclud conclude suggest insist promis promise imagin imagine mention point"
        " fact idea clear sure certain true likely possibl possible probabl probable evident"
        " obviou obvious plain afraid glad sorry happy aware proud right wrong good bad sad odd"
        " strang strange important so such is was be been commonplac commonplace news hint chanc"
        " chance case way reason answer story rule law belief opinion view sense evidenc evidence"
        " proof sign"
    )
    """Words, without their endings, that a clause with "that" follows: "he said that that is"."""
    particle_verb_stems: frozenset[str] = _words(
        "tak take took taken com come came go goe went gone going put bring brought let get got"
        " gett mov move walk ran run runn turn fit slip drop carr carry held hold sit sat sitt"
        " stand stood look lock log break broke broken hand giv give gave call check cut step stepp"
        " fill bas base drag pull push throw threw thrown send sent keep kept lay lie mov switch"
        " work back pas pass hang hung jump fall fell liv live set settl sign stay start sta turn"
        " us use count depend focus insist reli rely agre agree ey believ cut trad thrown"
    )
    """Verbs, without their endings, with a small word of their own: "took it in in the end"."""
    joints: frozenset[str] = COORDINATORS | _words(
        "as if because when then now also wish think said know knew feel felt"
    )
    """Words before a clause of two words: "when it has"."""
    needing: frozenset[str] = _words("have has had need want see get got know")
    """Verbs before "any" in a denial: "we don't have any time"."""
    negatable: frozenset[str] = _words(
        "can could ca will would wo should must might may did do does"
    )
    """Auxiliaries without their "n't": "you shouldn't always wear it"."""
    modals: frozenset[str] = _words("must will would should can could")
    """Auxiliaries before an infinitive: "it would be"."""

    # --- small words of other kinds --------------------------------------------------------
    owning: frozenset[str] = _words("have has had")
    """Verbs of having: "it has a"."""
    giving: frozenset[str] = _words("give gives gave offered handed")
    """Verbs with two objects: "they gave me a chance"."""
    modifiers: frozenset[str] = _words("more most less least so too be have")
    """Words that go on with what a verb says, beside adverbs: "is. Too big"."""
    denied: frozenset[str] = _words("sure even really very quite able allowed interested")
    """Words that "not" often belongs to: "I'm not. Sure about it"."""
    standing: frozenset[str] = _words("arguably also then now certainly clearly already once")
    """Words, beside adverbs, after "who was": "who was. Once a king"."""
    forbidden: frozenset[str] = _words("dare worry forget ever touch move")
    """Verbs after "don't you" in an order: "don't you dare"."""
    subordinating: frozenset[str] = _words("before after when if because until so for to")
    """Words that begin a clause or phrase after a question: "what kind we need before we go"."""
    answers: frozenset[str] = _words("yeah yes no well okay ok sure right oh")
    """Words that begin an answer."""
    afterthoughts: frozenset[tuple[str, str]] = frozenset(
        (("i", "think"), ("i", "guess"), ("i", "suppose"), ("i", "believe"))
    )
    """Clauses that are put after or into a sentence: "they manage it, I think"."""
    determiners: frozenset[str] = ARTICLES | POSSESSIVES | DEMONSTRATIVES
    """Words before a noun."""
    lone_prepositions: frozenset[str] = _words(
        "in on over by through about behind beyond near across under"
    )
    """Prepositions that also stand alone: "went in"."""
    passives: frozenset[str] = PARTICIPLES | _words(
        "spoken thought heard seen known dealt gone come"
    )
    """Participles, whose preposition may stand alone: "what was dealt with"."""
    times: frozenset[str] = _words(
        "year week day time morning night month yesterday today tomorrow"
    )
    """Nouns of time, which a clause without a link follows: "the year we met"."""
    numbers: frozenset[str] = _words(
        "a one two three four five six seven eight nine ten eleven twelve fifteen twenty thirty"
        " forty fifty sixty seventy eighty ninety hundred thousand million billion"
    )
    """Number words: "between ten and twenty"."""
    qualities: frozenset[str] = _words(
        "big small large huge little new old young good great bad high low long short open closed"
        " free full real strong weak fast slow hot cold many more most several enough different"
        " two three four five six seven eight nine ten"
    )
    """Common adjectives, which hardly begin a sentence."""
    sentence_adverbs: frozenset[str] = ADVERBS | _words(
        "obviously absolutely exactly certainly definitely honestly frankly literally finally"
        " clearly apparently hopefully luckily fortunately unfortunately generally normally usually"
        " especially early only family"
    )
    """Words in "-ly", and other adverbs, that tell nothing of how something is done."""
    adjective_endings: tuple[str, ...] = (
        *("ory", "ary", "al", "ous", "ive", "ible", "able", "ic"),
    )
    """Endings of adjectives."""
    predicate_endings: tuple[str, ...] = (*("ed", "ing", "ly", "ous", "ive", "ible", "able", "al"),)
    """Endings of what is said of a subject after "is"."""

    # --- questions -------------------------------------------------------------------------
    question_leads: frozenset[str] = (ADVERBS - {"never"}) | _words(
        "so and but or well okay ok yeah now then exactly like sorry because generally"
    )
    """Words before a question: "so how do you"."""
    inverting: frozenset[str] = _words("do does did would will can could should are is have has")
    """Verbs before the subject of a question: "how many do you have"."""
    not_only_asking: frozenset[str] = _words("do have had may might were should")
    """Verbs before a subject that may also order or wish: "had I known"."""
    asked_about: frozenset[str] = _words(
        "know knows knew asked ask asks wonder wondered see understand tell"
    )
    """Verbs before a question that is told, not asked: "I know how do you"."""
    happening: frozenset[str] = _words(
        "happened made brought got inspired taught convinced motivated drove led changed drew"
        " attracted told gave caused helped sparked surprised makes brings gets drives happens"
        " worries inspires keeps motivates excites scares"
    )
    """Verbs directly after "what" or "who" as subject: "what happened to it"."""
    anyone: frozenset[str] = _words(
        "people everyone everybody anyone anybody someone somebody things kids most many others"
    )
    """Subjects without an article: "do people like it"."""


USAGE = EnglishUsage()
"""The lists that the English rules use."""
