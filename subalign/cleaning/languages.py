"""The small words of each language, by what they say about a slip of the tongue: data only.

The lists are common grammar and common speech, written for this project.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from subalign.cleaning import english

Phrase = tuple[str, ...]


@dataclass(frozen=True)
class Language:
    """The lists of one language, in small letters.

    Args:
        code: first part of its BCP 47 code.
        unfinished: words that end no sentence and no clause: a period after one is a slip.
        closed: function words; one that is said twice in a row is a stutter.
        doubled: words that may well be said twice in a row.
        either: function words that may well be two words in a row ("took it in in the end").
        openers: words that begin a clause of its own, so nothing in front is joined to them.
        hesitations: sounds without a meaning.
        fillers: phrases without a meaning where commas part them from the sentence.
        articles: articles and possessives that a common noun or adjective follows, hardly a name.
        common: words that are never names by themselves.
        definite: articles that are pronouns too, so that a sentence may end in one.
        asking: question words that the verb follows in a question.
        auxiliaries: verbs that ask in front of an ``asked`` pronoun.
        asked: pronouns behind the verb of a question.
    """

    code: str
    unfinished: frozenset[str] = frozenset()
    closed: frozenset[str] = frozenset()
    doubled: frozenset[str] = frozenset()
    either: frozenset[str] = frozenset()
    openers: frozenset[str] = frozenset()
    hesitations: frozenset[str] = frozenset()
    fillers: tuple[Phrase, ...] = ()
    articles: frozenset[str] = frozenset()
    common: frozenset[str] = frozenset()
    definite: frozenset[str] = frozenset()
    asking: frozenset[str] = frozenset()
    auxiliaries: frozenset[str] = frozenset()
    asked: frozenset[str] = frozenset()

    @cached_property
    def fillers_by_word(self) -> dict[str, list[Phrase]]:
        """The fillers by their first word."""
        found: dict[str, list[Phrase]] = {}
        for filler in self.fillers:
            found.setdefault(filler[0], []).append(filler)
        return found


def find_language(code: str) -> Language:
    """Return the lists for a BCP 47 code; empty ones for a language that has none.

    >>> find_language("de-AT").code, len(find_language("xx").closed)
    ('de', 0)
    """
    first = code.replace("_", "-").split("-")[0].lower()
    return _LANGUAGES.get(first) or Language(first)


def _of(
    code: str,
    *,
    unfinished: str,
    closed: str,
    doubled: str,
    openers: str,
    hesitations: str,
    fillers: str,
    either: str = "",
    articles: str = "",
    common: str = "",
    definite: str = "",
    asking: str = "",
    auxiliaries: str = "",
    asked: str = "",
) -> Language:
    small = frozenset(f"{unfinished} {closed}".split())
    return Language(
        code,
        unfinished=frozenset(unfinished.split()),
        closed=small,
        doubled=frozenset(doubled.split()),
        either=frozenset(either.split()),
        openers=frozenset(openers.split()),
        hesitations=frozenset(hesitations.split()),
        fillers=tuple(tuple(phrase.split()) for phrase in fillers.split(",")),
        articles=frozenset(articles.split()),
        common=small | frozenset(f"{openers} {common}".split()),
        definite=frozenset(definite.split()),
        asking=frozenset(asking.split()),
        auxiliaries=frozenset(auxiliaries.split()),
        asked=frozenset(asked.split()),
    )


_ENGLISH = _of(
    "en",
    unfinished=english.UNFINISHED,
    closed=english.CLOSED,
    doubled=english.DOUBLED,
    either=english.EITHER,
    articles="a an every very",
    openers=english.OPENERS,
    hesitations="um umm uh uhh uhm er erm hmm mhm",
    fillers="you know, i mean, sort of, kind of, like",
    common=english.COMMON,
)
_GERMAN = _of(
    "de",
    unfinished=(
        "und oder sondern dass weil ein eine einen einem eines dem des im am zum zur vom beim ins"
        " mein meine unser unsere sehr"
    ),
    closed=(
        "der die das den ich du er es wir ihr man aber denn wenn ob in an auf aus bei mit nach"
        " von zu für durch über unter um vor gegen ohne ist sind war waren hat haben hatte wird"
        " werden kann können muss müssen soll will nicht auch noch dieser diese dieses kein keine"
        " sein seine ihre dein deine wie was wo wann warum als bis mich mir dich dir uns euch ihm"
        " ihn ihnen sich bin bist seid habe hast habt hatten hatte würde würden wurde wurden"
        " kannst könnt konnte konnten möchte möchten musst musste mussten soll sollen sollte"
        " sollten willst wollen wollte darf dürfen seit zwischen hinter neben während wegen statt"
        " diesem diesen jeder jede jedes einer eines etwas mal schon dann"
    ),
    articles="sehr",
    definite="der die das den",
    asking="warum wieso weshalb wann wo woher wohin wie was wer wen wem",
    auxiliaries=(
        "ist sind war waren bist seid hat haben hast habt hatte hatten hattest warst kann kannst"
        " können könnt konnte muss musst müssen soll sollst sollen will willst wollen wird wirst"
        " werden würde würden würdest wurde wurden darf darfst dürfen magst mag machst macht machen"
        " geht kommt kommst heißt gibt ging kam dauert kostet denkst glaubst meinst findest"
    ),
    asked="du er sie es wir ihr man ich das denn",
    doubled="die das der den sie so sehr ja nein na nee ganz viel viele nur doch immer nie hey ha",
    either="ihr sein zu auf an aus um vor über durch",
    openers=(
        "ich du er sie es wir ihr man das dies aber und oder also ja nein doch denn weil wenn dann"
        " da hier wie was wer wo wann warum ist sind hat haben kann können"
    ),
    hesitations="äh ähm öh öhm hm hmm",
    fillers="sag ich mal, sagen wir mal, weißt du, wissen sie, ich meine",
)
_FRENCH = _of(
    "fr",
    unfinished="un une le la les des du et ou mais de à au aux que qui mon ma mes ton ta tes très",
    closed=(
        "je tu il elle on ils elles ce c'est ça et si dans par pour en vers avec sans sous sur"
        " chez son sa ses notre nos votre vos leur leurs ne pas est sont était a ont avait y cette"
        " ces cet quand comme où dont parce suis es sommes êtes étaient étais ai as avons avez"
        " avaient avais fait peut peux pouvez veut veux doit va vais me te se lui j'ai j'avais"
        " c'était qu'il qu'elle qu'on d'un d'une n'est l'a s'est aussi moi toi entre depuis"
        " pendant contre"
    ),
    doubled="nous vous très oui non si bien pas plus tout là ha hé bon",
    either="en y",
    articles="un une des le la les mon ma mes ton ta tes très",
    openers=(
        "je tu il elle on nous vous ils elles ce c'est ça et mais ou donc alors oui non bon voilà"
        " parce quand comment pourquoi où qui que j'ai c'était est-ce"
    ),
    asking="pourquoi comment quand où combien qui que quel quelle quels quelles",
    auxiliaries=(
        "est es êtes était a as avez avait peux peut pouvez veux veut voulez dois doit sont"
    ),
    asked="je tu il elle on nous vous ils elles ce",
    hesitations="euh heu hum",
    fillers="tu sais, vous savez, tu vois, vous voyez, je veux dire, comment dire",
)
_SPANISH = _of(
    "es",
    unfinished="el los las un una y e pero de del al con por que porque mi tu su sus muy",
    closed=(
        "yo él ella nosotros ellos ellas la lo unos unas en a para sin sobre entre hasta desde no"
        " me te se nos le les es son era está están ha han hay si porque cuando como donde este"
        " esta estos estas ese esa eso o ni soy eres somos fue fueron había he has hemos puede"
        " pueden quiero quiere va voy vamos tiene tengo tienen también pero desde durante contra"
        " según hacia cual quien cuya yo tú usted ustedes aquel aquella algo cada"
    ),
    doubled="muy no sí casi ya más poco luego bueno",
    either="que",
    definite="la",
    articles="un una el los las mi tu su sus muy",
    openers=(
        "yo tú él ella nosotros ellos ellas usted ustedes y pero o entonces bueno sí no porque"
        " cuando cómo qué quién dónde es esto eso"
    ),
    hesitations="eh ehh em mmm",
    fillers="o sea, digamos, sabes, es decir",
)
_ITALIAN = _of(
    "it",
    unfinished="il lo i gli un uno una e ed ma di da in con per che del della mio tuo suo",
    closed=(
        "io lui lei noi voi loro la le a ad su tra fra al alla nel nella sul sulla dal dalla dei"
        " delle non mi ti si ci vi ne è sono era ho ha abbiamo hanno se perché quando come dove"
        " questo questa quel quella o siamo siete erano sia sei hai avete aveva avevo avevano può"
        " posso possiamo vuole voglio deve devo va vado anche senza sopra sotto dopo prima durante"
        " contro verso dello degli agli alle dai dalle nei nelle sui sulle ogni qualche cui chi"
    ),
    doubled="piano così molto no sì via ben quasi si ci poco bene ciao",
    either="la",
    articles="un uno una il lo i gli mio tuo suo",
    definite="la le",
    openers=(
        "io tu lui lei noi voi loro e ma o allora quindi sì no perché quando come cosa chi dove"
        " è questo questa"
    ),
    hesitations="ehm eh uhm mmm",
    fillers="diciamo, insomma, sai, come dire, cioè",
)
_DUTCH = _of(
    "nl",
    unfinished="de het een en of want dat omdat mijn jouw onze uw",
    closed=(
        "ik jij je hij ze wij we er dit deze die als toen in op aan bij met naar voor door over"
        " om uit tegen zonder tot van is zijn was waren ben heeft hebben had kan kunnen moet zal"
        " zou wil niet ook nog te hun maar mij me jou hem haar ons hen u mijn bent waren hebt"
        " gehad kon konden mag moeten zullen zouden willen wil wordt worden werd gaat ga gaan doet"
        " sinds tussen achter naast tijdens hoe wat wie waar waarom elke iets daar hier"
    ),
    doubled="die dat heel ja nee zo nou erg veel",
    asking="waarom wanneer waar hoe wat wie",
    auxiliaries=(
        "is was heb hebt heeft hebben had ben bent zijn waren kan kun kunt kunnen kon wil wilt"
        " wilde moet moest zal zou doe doet deed ga gaat ging wordt werd denk vind"
    ),
    asked="je jij hij ze zij we wij jullie u het ik dat",
    either="zijn op aan uit over door",
    articles="een de het mijn jouw onze uw",
    openers=(
        "ik jij je hij zij ze wij we u het er dit dat deze die maar en of dus ja nee nou want als"
        " dan hoe wat wie waar waarom is"
    ),
    hesitations="eh ehm uh uhm hm",
    fillers="weet je, weet je wel, zeg maar, ik bedoel",
)
_PORTUGUESE = _of(
    "pt",
    unfinished="o a os um uma e ou mas de do da dos das em no na com por que meu minha seu sua",
    closed=(
        "eu ele ela nós eles elas a as ao à aos às nos nas pelo pela para sem sobre até não me te"
        " se lhe é são era está estão há tem têm foi quando como onde porque este esta esse essa"
        " isso isto sou és somos eram era fui foram tenho temos tinha tinham pode podem quero quer"
        " vai vou vamos também mas desde durante contra entre pelos pelas num numa dum cada algo"
        " qual quem você vocês nosso nossa dele dela"
    ),
    doubled="muito não sim já se quase bem logo nos",
    either="a",
    articles="um uma o os meu minha seu sua",
    openers=(
        "eu tu ele ela nós eles elas você vocês e mas ou então sim não porque quando como que quem"
        " onde é isso isto"
    ),
    hesitations="hã ahn hum éh",
    fillers="sabe, quer dizer, tipo assim, digamos",
)
_RUSSIAN = _of(
    "ru",
    unfinished="и или но а в во на с со к ко о об от по за из у до для без при что чтобы если",
    closed=(
        "я ты он она оно мы вы они не ни это этот эта эти мой моя наш наша который которая"
        " которые как где когда потому был была было были бы же ли его её их мне нам меня тебя"
        " него неё нас вас них мной тобой ним ней нами вами ними мне тебе ему ей вам им себя себе"
        " свой своя своё свои твой твоя ваш ваша может могут можно нужно надо есть ещё уже тоже"
        " также только даже через между над под перед после про этого этой этому этом этих тот та"
        " те том там тут сейчас"
    ),
    doubled="да нет очень так ну чуть еле вот что ли давай много все всё",
    openers=(
        "я ты он она оно мы вы они это и но а или да нет ну вот так как где когда кто что почему"
        " потому потом тогда теперь там тут"
    ),
    hesitations="э эм ээ мм эээ",
    fillers="как бы, так сказать, знаешь, знаете, в общем, короче",
)

_LANGUAGES = {
    made.code: made
    for made in (
        _ENGLISH,
        _GERMAN,
        _FRENCH,
        _SPANISH,
        _ITALIAN,
        _DUTCH,
        _PORTUGUESE,
        _RUSSIAN,
    )
}

LISTED = tuple(_LANGUAGES)
"""First parts of the BCP 47 codes of the languages that have lists."""
