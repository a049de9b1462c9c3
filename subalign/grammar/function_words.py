"""The small words of each language, by what they do: data, not code.

A caption breaks badly after a word that leans on the next one ("the", "of", "my") and well
before a word that opens a new group ("because", "with", "who"). Short closed lists know both;
the rest of a language need not be known. A language that is not here is broken by punctuation,
pauses and shape alone.

The lists are common grammar, written for this project. A word may stand in several. An elided
word keeps its apostrophe ("l'"); it is found at the start of "l'homme". Phrases are separated
by commas.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum
from types import MappingProxyType


class Role(str, Enum):
    """What a small word does."""

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
class Language:
    """The lists of one language; words and endings separated by spaces.

    Args:
        words: the words that do a job.
        phrases: fixed groups that open as one word does; separated by commas.
        endings: how words end that do a job and are in no list.
        unfinished: words that end nothing: a period or comma after one is a slip.
        verbals: how verbs end that follow a preposition ("for singing", "pour chanter").
        plurals: how nouns end that no other noun follows ("results", but "result sheet").
        strands: a preposition may end its clause ("who to turn to").
        capital_nouns: nouns have a capital, so a small word in front of one belongs to it.
        finites: where they have, how verbs end that follow a noun ("die Polizei erteilt").
        participles: how words begin that end so and are no such verbs ("gemacht").
    """

    words: Mapping[Role, str]
    phrases: Mapping[Role, str] = field(default_factory=dict)
    endings: Mapping[Role, str] = field(default_factory=dict)
    unfinished: str = ""
    verbals: str = ""
    plurals: str = ""
    strands: bool = False
    capital_nouns: bool = False
    finites: str = ""
    participles: str = ""


_ENGLISH = Language(
    {
        Role.ARTICLE: "a an the",
        Role.POSSESSIVE: "my your his her its our their whose",
        Role.DETERMINER: (
            "this that these those every each some any no another other such both all many much"
            " several few most more whatever whichever enough own same which what"
            " whom one"
        ),
        Role.COORDINATOR: "and or but nor so yet plus",
        Role.SUBORDINATOR: (
            "because if when while although though unless until since whereas whether once before"
            " after as than that how why where what whenever wherever like who which whom whose"
        ),
        Role.PREPOSITION: (
            "about above across against along among amid around at behind below beneath beside"
            " besides between beyond by despite during except for from in inside into near on"
            " onto outside over past per since through throughout toward towards under until"
            " upon via with within without like as"
        ),
        Role.GENITIVE: "of",
        Role.INFINITIVE: "to",
        Role.AUXILIARY: (
            "am is are was were be been being have has had do does did will would shall should can"
            " could may might must cannot isn't aren't wasn't weren't haven't hasn't hadn't don't"
            " doesn't didn't won't wouldn't shan't shouldn't can't couldn't mustn't ain't"
        ),
        Role.SUBJECT: "i you he she it we they there who",
        Role.OBJECT: "me you him her us them it",
        Role.CONTRACTION: (
            "i'm you're he's she's it's we're they're i've you've we've they've i'll you'll he'll"
            " she'll it'll we'll they'll i'd you'd he'd she'd it'd we'd they'd that's there's"
            " here's what's who's where's how's that'll there'll let's"
        ),
        Role.DEGREE: (
            "not very just really quite too so rather pretty almost also never always only even"
            " still already ever more most less as nearly"
        ),
        Role.ENCLITIC: "not",
        Role.PARTICLE: "up down off out away back together along apart aside forward",
        Role.MODIFIER: (
            "good great new old big small little long short high low large young same next last"
            " main best better worst bad real wrong own whole full free different human only"
            " other early late public private key very first second third single common simple"
            " black white red green blue hard easy strong clear poor rich true certain major"
        ),
        Role.NUMBER: (
            "two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen"
            " sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty"
            " ninety hundred thousand million billion trillion"
        ),
        Role.TITLE: (
            "mr mrs ms dr prof professor st sir lord lady captain president senator saint king"
            " queen aunt uncle"
        ),
        Role.CATENATIVE: (
            "going want wants wanted need needs needed have has had got able try tries trying"
            " tried used supposed ought begin begins began start starts started like likes liked"
            " love hope hoping unable willing ready likely happen happens happened seem seems"
            " seemed continue tend decided decide"
        ),
    },
    phrases={
        Role.PREPOSITION: (
            "due to, according to, because of, instead of, out of, such as, as well as, along with,"
            " ahead of, next to, outside of, inside of, apart from, thanks to, up to, based on,"
            " away from, in front of, rather than, as to, except for, prior to, in terms of"
        ),
        Role.SUBORDINATOR: (
            "so that, even if, even though, as if, as though, what if, in order to, as long as,"
            " as soon as, in case, now that, no matter"
        ),
        Role.DEGREE: "at least, at most, more than, less than",
    },
    endings={Role.MODIFIER: "al ous ive ful less able ible ic ish ary", Role.DEGREE: "ly"},
    verbals="ing",
    plurals="ts ns rs ds ls ks ps ms es gs hs ws ys",
    unfinished=(
        "a an the my your our their and or but nor because if than very every of in into"
        " with from at for to as like i we they he she"
    ),
    strands=True,
)

_GERMAN = Language(
    {
        Role.ARTICLE: (
            "der die das den dem des ein eine einen einem einer eines kein keine keinen keinem"
            " keiner keines"
        ),
        Role.POSSESSIVE: (
            "mein meine meinen meinem meiner meines dein deine deinen deinem deiner deines seine"
            " seinen seinem seiner seines ihre ihren ihrem ihrer ihres unser unsere unseren"
            " unserem unserer unseres euer eure euren eurem eurer"
        ),
        Role.DETERMINER: (
            "dieser diese dieses diesen diesem jener jene jenes jenen jenem jeder jede jedes"
            " jeden jedem alle allen aller alles manche mancher viele vielen vieler einige einigen"
            " einiger mehrere mehreren wenige wenigen welche welcher welches welchen welchem"
            " solche solcher solches beide beiden andere anderen anderer anderes"
        ),
        Role.COORDINATOR: "und oder aber sondern denn sowie beziehungsweise",
        Role.SUBORDINATOR: (
            "dass daß weil wenn als ob obwohl während bevor nachdem damit sodass indem falls"
            " sobald solange bis seit wie wer was wo wann warum weshalb wieso wohin woher wobei"
            " womit wodurch worauf worüber woran sofern soweit"
        ),
        Role.PREPOSITION: (
            "in im an am auf aus bei beim mit nach von vom zum zur für durch über unter um vor"
            " hinter neben zwischen gegen ohne seit während wegen trotz ab bis ins ans außer"
            " innerhalb außerhalb anhand aufgrund laut gemäß mithilfe pro statt als wie"
        ),
        Role.AUXILIARY: (
            "ist sind war waren bin bist seid wäre wären hat haben hatte hatten habe hast habt"
            " hätte hätten wird werden wurde wurden werde wirst würde würden kann können konnte"
            " konnten könnte könnten muss müssen musste mussten müsste soll sollen sollte sollten"
            " will wollen wollte wollten darf dürfen durfte durften dürfte mag mögen möchte"
            " kam kamen ging gingen gab gaben nahm nahmen stand standen sah sahen fand fanden ließ"
            " ließen hielt hielten blieb blieben begann begannen lag lagen"
        ),
        Role.OBJECT: ("ich du er sie es wir ihr man mich mir dich dir ihn ihm uns euch sich ihnen"),
        Role.CLITIC: "zu",
        Role.DEGREE: (
            "nicht sehr so nur auch noch schon ganz gar mehr immer nie fast ziemlich besonders"
            " etwa rund sogar zu bereits erst lediglich kaum"
        ),
        Role.NUMBER: (
            "zwei drei vier fünf sechs sieben acht neun zehn elf zwölf zwanzig dreißig vierzig"
            " fünfzig sechzig siebzig achtzig neunzig hundert tausend million millionen milliarde"
            " milliarden"
        ),
        Role.TITLE: "herr herrn frau dr prof doktor professor sankt st",
    },
    phrases={
        Role.PREPOSITION: "bis zu, bis zum, bis zur, zusammen mit, im gegensatz zu, aufgrund von",
        Role.SUBORDINATOR: "so dass, als ob, auch wenn, selbst wenn, wie viel, wie viele, je mehr",
    },
    endings={
        Role.MODIFIER: (
            "ige igen iger iges igem liche lichen licher liches lichem ische ischen ischer isches"
            " ischem bare baren barer bares barem same samen samer sames samem"
        )
    },
    unfinished=(
        "und oder sondern dass weil ein eine einen einem eines dem des im am zum zur vom beim ins"
    ),
    capital_nouns=True,
    finites="t te ten",
    participles="ge",
)

_FRENCH = Language(
    {
        Role.ARTICLE: "un une le la les l' du des",
        Role.POSSESSIVE: "mon ma mes ton ta tes son sa ses notre nos votre vos leur leurs",
        Role.DETERMINER: (
            "ce cet cette ces chaque quelques plusieurs tout toute tous toutes aucun aucune quel"
            " quelle quels quelles autre autres même mêmes certains certaines"
        ),
        Role.COORDINATOR: "et ou mais ni car or donc",
        Role.SUBORDINATOR: (
            "que qu' qui dont où si s' quand lorsque lorsqu' puisque puisqu' comme pourquoi"
            " comment combien quoique lequel laquelle lesquels lesquelles auquel auxquels duquel"
        ),
        Role.PREPOSITION: (
            "à au aux dans par pour en vers avec sans sous sur chez entre depuis pendant contre"
            " malgré parmi selon dès durant avant après devant derrière jusque jusqu' sauf voire"
            " environ comme"
        ),
        Role.GENITIVE: "de d' du des",
        Role.AUXILIARY: (
            "est sont était étaient sera seront serait a ont avait avaient aura auront aurait peut"
            " peuvent pouvait pourrait doit doivent devrait va vont suis es sommes êtes ai as"
            " avons avez soit fut fait"
        ),
        Role.SUBJECT: "je j' tu il elle on nous vous ils elles ça cela c' c'est c'était ce",
        Role.CLITIC: "ne n' se s' me m' te t' lui en y",
        Role.ENCLITIC: "pas",
        Role.DEGREE: (
            "très trop si plus moins aussi bien pas jamais toujours encore déjà même assez peu"
            " beaucoup tellement seulement presque non"
        ),
        Role.MODIFIER: (
            "grand grande grands grandes petit petite petits petites bon bonne bons bonnes beau"
            " belle beaux belles nouveau nouvelle nouveaux nouvelles vieux vieille jeune jeunes"
            " premier première premiers premières dernier dernière derniers dernières seul seule"
            " vrai vraie mauvais mauvaise meilleur meilleure gros grosse long longue haut haute"
            " prochain prochaine ancien ancienne deuxième troisième nombreux nombreuses"
        ),
        Role.NUMBER: (
            "deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize"
            " vingt trente quarante cinquante soixante cent cents mille million millions milliard"
            " milliards"
        ),
        Role.TITLE: "m mme mlle dr pr saint sainte me monsieur madame",
    },
    phrases={
        Role.PREPOSITION: (
            "à travers, à cause, grâce à, afin de, afin d', à partir, au lieu, au sein, à côté,"
            " autour de, près de, loin de, lors de, en raison, face à, quant à, au cours, à propos,"
            " en tant que, ainsi que, tel que, telle que, tels que"
        ),
        Role.SUBORDINATOR: (
            "parce que, parce qu', pour que, afin que, bien que, tandis que, alors que, ce qui,"
            " ce que, ce qu', ce dont, même si, comme si, dès que, tant que, avant que, après que"
        ),
    },
    endings={Role.DEGREE: "ment"},
    verbals="er ir oir re",
    unfinished=(
        "un une le la les des du et ou mais de à au aux dans pour que qui mon ma mes ton ta tes"
        " son sa ses notre nos votre vos leurs très"
    ),
)

_SPANISH = Language(
    {
        Role.ARTICLE: "el la los las un una unos unas lo",
        Role.POSSESSIVE: "mi mis tu tus su sus nuestro nuestra nuestros nuestras vuestro vuestra",
        Role.DETERMINER: (
            "este esta estos estas ese esa esos esas aquel aquella aquellos aquellas cada todo"
            " toda todos todas otro otra otros otras algún alguna algunos algunas ningún ninguna"
            " mucho mucha muchos muchas poco pocos varios varias cualquier tanto tanta"
        ),
        Role.COORDINATOR: "y e o u ni pero sino",
        Role.SUBORDINATOR: (
            "que si porque cuando como donde aunque mientras quien quienes cual cuales cuyo cuya"
            " pues según qué cómo cuándo dónde quién cuál cuánto"
        ),
        Role.PREPOSITION: (
            "a al ante bajo con contra desde durante en entre hacia hasta mediante para por sin"
            " sobre tras como"
        ),
        Role.GENITIVE: "de del",
        Role.AUXILIARY: (
            "es son era eran fue fueron ser está están estaba estaban ha han había habían he hemos"
            " has hay puede pueden podía podría debe deben debería va van iba iban será serán"
            " sería"
        ),
        Role.SUBJECT: "yo tú él ella nosotros vosotros ellos ellas usted ustedes",
        Role.CLITIC: "no me te se nos os le les",
        Role.DEGREE: "muy más menos tan casi ya también siempre nunca solo sólo bastante",
        Role.MODIFIER: (
            "gran buen mal primer primera segundo segunda tercer nuevo nueva nuevos nuevas mejor"
            " peor mayor menor último última mismo misma mismos mismas"
        ),
        Role.NUMBER: (
            "dos tres cuatro cinco seis siete ocho nueve diez once doce trece quince veinte"
            " treinta cuarenta cincuenta sesenta cien ciento mil millón millones"
        ),
        Role.TITLE: "sr sra srta dr dra don doña san santa señor señora",
    },
    phrases={
        Role.PREPOSITION: (
            "a través, a causa, a partir, en lugar, en vez, junto a, junto con, debido a,"
            " gracias a, acerca de, antes de, después de, dentro de, fuera de, cerca de, alrededor"
            " de, además de, frente a, tal como, así como"
        ),
        Role.SUBORDINATOR: (
            "para que, ya que, así que, lo que, a pesar de que, aun cuando, antes de que,"
            " después de que, tal que, de modo que, sin que, el que, la que, los que, las que"
        ),
    },
    endings={Role.DEGREE: "mente"},
    verbals="ar er ir arse erse irse",
    unfinished="el la los las un una y e pero de del al con para por que mi tu su sus muy",
)

_ITALIAN = Language(
    {
        Role.ARTICLE: "il lo la i gli le un uno una l' un'",
        Role.POSSESSIVE: (
            "mio mia miei mie tuo tua tuoi tue suo sua suoi sue nostro nostra nostri nostre vostro"
            " vostra loro"
        ),
        Role.DETERMINER: (
            "questo questa questi queste quest' quello quella quelli quelle quel quei quegli"
            " quell' ogni tutto tutta tutti tutte altro altra altri altre qualche alcuni alcune"
            " molti molte molta pochi poche stesso stessa nessun nessuna qualsiasi tanti tante"
        ),
        Role.COORDINATOR: "e ed o oppure ma né però anzi",
        Role.SUBORDINATOR: (
            "che ch' se perché quando come dove dov' mentre sebbene chi cui quale quali affinché"
            " poiché siccome appena quanto"
        ),
        Role.PREPOSITION: (
            "a ad in con su per tra fra da dal dallo dalla dai dagli dalle dall' al allo alla ai"
            " agli alle all' nel nello nella nei negli nelle nell' sul sullo sulla sui sugli sulle"
            " sull' verso senza sotto sopra dopo durante contro fino entro oltre presso tramite"
            " come"
        ),
        Role.GENITIVE: "di d' del dello della dei degli delle dell'",
        Role.AUXILIARY: (
            "è sono era erano sarà saranno ho hai ha abbiamo avete hanno aveva avevano può possono"
            " poteva potrebbe deve devono doveva dovrebbe sta stanno stava va vanno fu furono siamo"
            " siete sia siano"
        ),
        Role.SUBJECT: "io tu lui lei noi voi egli ella essi c'è c'era",
        Role.CLITIC: "non mi m' ti t' si s' ci c' vi v' ne n'",
        Role.DEGREE: "molto più meno così troppo tanto quasi anche ancora già sempre mai solo",
        Role.MODIFIER: (
            "gran grande grandi buon buona bel bella belle bei nuovo nuova nuovi nuove primo prima"
            " secondo seconda terzo ultimo ultima vero vera"
        ),
        Role.NUMBER: (
            "due tre quattro cinque sei sette otto nove dieci undici dodici venti trenta quaranta"
            " cinquanta sessanta cento mille mila milione milioni miliardo miliardi"
        ),
        Role.TITLE: "sig signor signora dott dottor prof professor don san santa",
    },
    phrases={
        Role.PREPOSITION: (
            "a causa, a partire, insieme a, insieme con, grazie a, invece di, prima di, vicino a,"
            " intorno a, davanti a, all'interno di, al di, in base a, così come"
        ),
        Role.SUBORDINATOR: (
            "anche se, dopo che, prima che, in modo che, dal momento che, quello che, ciò che,"
            " come se, fino a quando, ogni volta che"
        ),
    },
    endings={Role.DEGREE: "mente"},
    verbals="are ere ire arsi ersi irsi",
    unfinished="il lo la i gli le un una e ed ma di a da in con per che del della mio tuo suo",
)

_DUTCH = Language(
    {
        Role.ARTICLE: "de het een 't geen",
        Role.POSSESSIVE: "mijn jouw haar ons onze jullie hun uw",
        Role.DETERMINER: (
            "deze dit die dat elke elk ieder iedere alle veel weinig meer sommige andere enkele"
            " beide zulke welke"
        ),
        Role.COORDINATOR: "en of maar want dus noch",
        Role.SUBORDINATOR: (
            "dat omdat als alsof toen wanneer terwijl hoewel voordat nadat zodat totdat indien"
            " tenzij die wat wie waar hoe waarom waarin waarmee waarop sinds zoals dan"
        ),
        Role.PREPOSITION: (
            "in op aan bij met naar voor door over onder om uit tegen zonder tussen na tot vanaf"
            " vanuit binnen buiten achter naast langs rond per sinds tijdens volgens wegens via als"
        ),
        Role.GENITIVE: "van",
        Role.AUXILIARY: (
            "is zijn was waren ben bent heeft hebben had hadden heb hebt wordt worden werd werden"
            " word kan kunnen kon konden kun moet moeten moest moesten zal zullen zou zouden wil"
            " willen wilde wilden mag mogen mocht gaat gaan ging gingen"
        ),
        Role.OBJECT: "ik jij je hij zij ze wij we u men mij me jou hem ons zich hen",
        Role.CLITIC: "te",
        Role.DEGREE: "niet heel erg zeer zo te ook nog al bijna altijd nooit alleen vrij best",
        Role.NUMBER: (
            "twee drie vier vijf zes zeven acht negen tien elf twaalf twintig dertig veertig"
            " vijftig zestig honderd duizend miljoen miljard"
        ),
        Role.TITLE: "dhr mevr mw dr prof meneer mevrouw sint st",
    },
    phrases={
        Role.PREPOSITION: "in plaats van, op basis van, ten opzichte van, samen met, tot aan",
        Role.SUBORDINATOR: "ook al, zo dat, net als, om te, in hoeverre, hoe meer",
    },
    endings={Role.MODIFIER: "ige lijke ische bare zame loze"},
    unfinished="de het een en of want dat omdat van mijn jouw onze hun uw",
)

_PORTUGUESE = Language(
    {
        Role.ARTICLE: "o a os as um uma uns umas",
        Role.POSSESSIVE: (
            "meu minha meus minhas teu tua seu sua seus suas nosso nossa nossos nossas"
        ),
        Role.DETERMINER: (
            "este esta estes estas esse essa esses essas aquele aquela aqueles aquelas cada todo"
            " toda todos todas outro outra outros outras algum alguma alguns algumas nenhum"
            " nenhuma muito muita muitos muitas poucos vários várias qualquer mesmo mesma"
        ),
        Role.COORDINATOR: "e ou mas nem porém",
        Role.SUBORDINATOR: (
            "que se porque quando como onde embora enquanto quem qual quais cujo cuja pois"
            " conforme quanto"
        ),
        Role.PREPOSITION: (
            "em com por para sem sob sobre entre até desde contra durante perante após ao aos à"
            " às no na nos nas num numa pelo pela pelos pelas neste nesta nesse nessa naquele"
            " naquela como"
        ),
        Role.GENITIVE: "de do da dos das dum duma deste desta desse dessa daquele daquela",
        Role.AUXILIARY: (
            "é são era eram foi foram ser está estão estava estavam há tem têm tinha tinham pode"
            " podem podia poderia deve devem deveria vai vão ia será serão seria sou somos estou"
            " estamos"
        ),
        Role.SUBJECT: "eu tu ele ela nós eles elas você vocês",
        Role.CLITIC: "não me te se lhe lhes",
        Role.DEGREE: "mais menos tão quase já também sempre nunca só ainda bem",
        Role.MODIFIER: (
            "grande grandes bom boa bons boas mau novo nova novos novas primeiro primeira segundo"
            " segunda terceiro último última melhor pior maior menor"
        ),
        Role.NUMBER: (
            "dois duas três quatro cinco seis sete oito nove dez onze doze quinze vinte trinta"
            " quarenta cinquenta sessenta cem cento mil milhão milhões"
        ),
        Role.TITLE: "sr sra dr dra dom dona são santa senhor senhora",
    },
    phrases={
        Role.PREPOSITION: (
            "através de, por causa, a partir, em vez, junto com, devido a, graças a, antes de,"
            " depois de, dentro de, fora de, perto de, em relação, assim como, além de"
        ),
        Role.SUBORDINATOR: (
            "para que, já que, assim que, o que, a não ser que, mesmo que, antes que, depois que,"
            " de modo que, sem que, desde que"
        ),
    },
    endings={Role.DEGREE: "mente"},
    verbals="ar er ir",
    unfinished="o os um uma e ou mas de do da dos das em no na com para por que meu minha seu sua",
)

_RUSSIAN = Language(
    {
        Role.POSSESSIVE: (
            "мой моя моё мое мои моего моей моих твой твоя твоё твое твои наш наша наше наши"
            " нашего нашей наших ваш ваша ваше ваши вашего вашей ваших свой своя своё свое свои"
            " своего своей своих"
        ),
        Role.DETERMINER: (
            "этот эта это эти этого этой этих этом этому этим тот та то те того той тех тому"
            " каждый каждая каждое каждого весь вся всё все всех другой другая другие такой такая"
            " такие какой какая какие сам самый самая самые некоторые несколько много мало любой"
        ),
        Role.COORDINATOR: "и или но а да либо ни",
        Role.SUBORDINATOR: (
            "что чтобы если когда как где который которая которое которые которого которой которых"
            " которому которым которую котором кто чей потому поскольку хотя пока куда откуда"
            " почему зачем будто словно"
        ),
        Role.PREPOSITION: (
            "в во на с со к ко о об обо от ото по за из изо у до для без при про над под перед"
            " между через среди около после против ради кроме вокруг возле мимо вместо внутри из-за"
        ),
        Role.AUXILIARY: (
            "был была было были будет будут есть буду будем может могут мог могла можно нужно надо"
            " должен должна должны"
        ),
        Role.SUBJECT: "я ты он она оно мы вы они",
        Role.CLITIC: "не ни",
        Role.ENCLITIC: "же ж бы б ли ль",
        Role.DEGREE: "очень более менее так уже ещё еще также тоже только даже почти слишком",
        Role.NUMBER: (
            "два две три четыре пять шесть семь восемь девять десять двадцать тридцать сорок"
            " пятьдесят сто тысяча тысячи тысяч миллион миллиона миллионов миллиард миллиардов"
        ),
        Role.TITLE: "г г-н г-жа господин госпожа доктор профессор святой",
    },
    phrases={
        Role.PREPOSITION: (
            "в течение, в связи с, в результате, по поводу, несмотря на, вместе с,"
            " рядом с, в отличие от, по сравнению с"
        ),
        Role.SUBORDINATOR: (
            "потому что, так как, для того чтобы, то что, как будто, в то время как, после того"
            " как, до того как, перед тем как, тем более"
        ),
    },
    endings={
        Role.MODIFIER: (
            "ский ского скому ским ском ская ской скую ское ские ских скими"
            " ный ного ному ным ном ная ной ную ное ные ных ными"
        )
    },
    unfinished="и или но а в во на с со к ко о об от по за из у до для без при что чтобы если",
)

LANGUAGES: Mapping[str, Language] = MappingProxyType(
    {
        "de": _GERMAN,
        "en": _ENGLISH,
        "es": _SPANISH,
        "fr": _FRENCH,
        "it": _ITALIAN,
        "nl": _DUTCH,
        "pt": _PORTUGUESE,
        "ru": _RUSSIAN,
    }
)
"""By the first part of a BCP 47 code."""
