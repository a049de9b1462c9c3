"""The word lists of English, by which a slip of the tongue or of the recogniser is known."""

from __future__ import annotations

ARTICLES = frozenset("a an the".split())
POSSESSIVES = frozenset("my your our their its his her whose".split())
SUBJECTS = frozenset("i you he she it we they".split())
DEMONSTRATIVES = frozenset("this that these those".split())
CONTRACTIONS = frozenset(
    "i'm you're he's she's it's we're they're i've you've we've they've i'll you'll he'll she'll"
    " it'll we'll they'll i'd you'd he'd she'd it'd we'd they'd that's there's here's what's who's"
    " where's how's that'll there'll let's".split()
)
COORDINATORS = frozenset("and or but nor so".split())
BE = frozenset("is are was were am be been".split())
ASKING = frozenset(
    "is are was were am do does did have has had will would can could shall should may might must"
    " isn't aren't wasn't weren't don't doesn't didn't haven't hasn't won't wouldn't can't couldn't"
    " shouldn't".split()
)
"""Auxiliaries: in front of their subject they ask."""
AUXILIARIES = ASKING | frozenset("be been being got hadn't mustn't cannot".split())
PREPOSITIONS = frozenset(
    "of in into to from with at by for about on onto upon over under between through against"
    " during without within towards toward across behind beyond near per via".split()
)
PARTICLES = frozenset("up down out off away back on in over".split())
ADVERBS = frozenset(
    "just really actually probably basically very quite simply also only always never still even"
    " completely totally roughly relatively particularly mostly largely almost maybe"
    " perhaps".split()
)
QUESTION_WORDS = frozenset("what when where why who whom how which whose".split())
PARTICIPLES = frozenset(
    "put made built done taken given written driven brought bought found held kept left set cut"
    " sent shown run sold told installed delivered moved placed finished fixed developed"
    " launched".split()
)

UNFINISHED = (
    "a an the my your our their and or nor because if than very every whose we he they i"
    " i'm you're he's she's we're they're i've you've we've they've i'll you'll he'll she'll we'll"
    " they'll i'd we'd they'd there's that's it's let's what's who's where's how's until unless"
)
CLOSED = (
    "of in into to from with at by for about on onto upon over under between through against"
    " during without within towards toward across behind beyond near per via up down out off"
    " is are was were am be been being do does did have has had will would can could shall should"
    " may might must isn't aren't wasn't weren't don't doesn't didn't haven't hasn't hadn't won't"
    " wouldn't can't couldn't shouldn't cannot got you she it this that these those some any each"
    " no another his her its him them us me what when where why who how which while although"
    " though unless until since whereas whether but so as like just then there here what's who's"
    " where's how's it'll that'll it'd you'd she'd he'd here's not also too"
)
DOUBLED = (
    "very many much so really quite too never ever far way long big little more well now there"
    " no yes yeah yep yup okay ok oh ah ha haha hey hello hi bye hmm please thanks wow blah knock"
    " night again please go come stop wait look right sure fine good had one two three four"
    " five six seven eight nine ten zero hundred thousand million billion la na da tut ho hee hear"
    " bang tick bla chop old wide round"
)
"""Said twice for emphasis, in greetings, in numbers, or by grammar (``had had``)."""

OPENERS = (
    "i you he she it we they there i'm you're he's she's it's we're they're i've you've we've"
    " they've i'll you'll he'll she'll it'll we'll they'll i'd you'd he'd she'd we'd they'd that's"
    " there's here's what's who's where's how's that'll there'll let's and but so because well"
    " yeah yes yep okay ok no oh now then right sure sorry what when where why who how which if"
    " although though while since as"
)
EITHER = "that in on over by through about around under up down off out is was do did her you it"
"""Said twice by grammar: "I know that that is", "it came in in May", "I told you you would"."""

COMMON = """
    able about above accept across act active actual actually add after again against age ago
    agree ahead air all allow almost alone along already also although always among amount
    another answer any anyone anything anyway apart appear apply approach area around arrive
    article ask assume attack attempt attention average avoid away baby back bad balance bank
    base basic basically beat beautiful because become bed before begin behind believe below best
    better between beyond big bit black blood blue board body book both bottom box boy break
    bring brother brown build building burn business busy but buy call capable capacity car care
    careful carry case cash catch cause cell central century certain certainly chair challenge
    chance change character charge cheap check choice choose church circle city claim class
    clean clear clearly climb close cold collect college color come comment commercial common
    communications community company compare complete completely computer concept concern
    condition confirm connect consider contain continue control cool copy corner correct cost
    could count country couple course court cover create crime cross culture current currently
    customer cut daily damage dark data date daughter day dead deal dear death decide decision
    deep defend degree delay deliver demand depend describe desert deserve design desk despite
    destroy detail determine develop development device difference different difficult direct
    direction dirty discover discuss disease distance divide doctor door double doubt down draw
    dream dress drink drive drop dry during each early earn easily east easy eat edge education
    effect effort eight either electric electricity element else empty encourage end enemy energy
    engine engineer enjoy enough ensure enter entire environment equal error especially essential
    even event eventually ever every everybody everyone everything everywhere evidence exactly
    example excellent except exchange exist expect expensive experience experiment explain
    express extend extra extremely eye face fact factor factory fail failure fair fall false
    family far farm fast father fear feature feel few field fight figure fill final finally
    finance find fine finger finish fire firm first fish fit five fix flat floor flow fly focus
    follow food foot for force foreign forest forget form former forward four free freedom
    frequently fresh friend front fuel full fun function fund funny further future game garden
    general generally get girl give glad glass global goal going gold gone good great green ground
    group grow growth guess guide gun habit hair half hand handle happen happy hard hardly hate
    have head health hear heart heat heavy height help high himself hire history hit hold hole
    home horse hospital hot hotel hour house however huge human hundred hundreds hurt idea
    identify ignore image imagine immediately impact important impossible improve include
    including increase incredible incredibly indeed independent individual industry information
    inside instead interest interesting internal international into invent invest investment
    invite involve iron island issue item itself job join judge jump just keep key kid kill kind
    king kitchen knowledge lack lady land language large last late later laugh launch law lay
    lead leader learn least leave left leg legal less let letter level lie life light like likely
    limit line list listen literally little live local long look lose loss lot lots loud love
    low luck machine main maintain major majority make man manage management many map market
    marriage massive match material matter maximum maybe mean meaning measure medical meet member
    memory men mention message metal method middle might mile military milk million mind minute
    miss mission mistake mix model modern moment money month moon more morning most mostly mother
    mountain mouth move much multi multiple murder music must name narrow nation national natural
    nature near nearly necessary neck need neither network never new news next nice night nine
    nobody noise none nor normal normally north nose not note nothing notice nowhere number
    obvious obviously occur off offer office often oil old once one only onto open operate
    opinion opportunity opposite option order ordinary original other otherwise ought out outside
    over overall own owner page pain paint pair paper parent park part particular particularly
    partner party pass past path pattern pay peace people per perfect perfectly perhaps period
    person personal physical pick picture piece place plan planet plant play please plenty point
    police policy political poor popular population position positive possible possibly potential
    power powerful practice prepare present president press pressure pretty prevent previous price
    primary principle private probably problem process produce product production professional
    program progress project promise proper properly protect prove provide public pull purpose
    push put quality question quick quickly quiet quite race radical rain raise random range rapid
    rapidly rare rate rather raw reach react read ready real reality realize really reason
    receive recent recently recognize record recording red reduce refuse regard region regular
    regulatory relate relationship relative relatively release rely remain remember remote remove
    repeat replace reply report represent request require research resource respect respond rest
    result retail return reveal ride right ring rise risk river road rock role roll room
    roughly round rule run sad safe safety same save say scale school science score sea search
    season seat second secret section secure see seem seldom sell send sense separate series
    serious seriously serve service set settle seven several shake shape share sharp ship shoot
    shop short should shoulder shout show shut sick side sign signal significant similar simple
    simply since sing single sister sit situation six size skill sky sleep slow slowly small smart
    smile snow social society soft software soil soldier solution solve some somebody somehow
    someone something sometimes somewhere son song soon sort sound source south space speak
    special specific speech speed spend spirit spot spread spring stable staff stage stand
    standard star start state statement station stay step stick still stock stone stop store
    story straight strange street strength strike strong structure student study stuff stupid
    subject succeed success such sudden suddenly suffer suggest summer sun super supply support
    suppose sure surely surface surprise survive sweet swim system table take talk tall task tax
    teach team technical technology tell ten tend term terrible test than thank thanks the theme
    theory therefore thick thin thing things think third thirty thought thousand threat three
    through throughout throw thus time tiny tired to today together tomorrow tonight too tool top
    topic total totally touch tough toward town trade tradition traffic train training transfer
    travel treat tree tremendous trip trouble true truly trust truth try turn twelve twenty twice
    two type typical typically ugly under understand unfortunately union unique unit universe
    unless unlike until up upon use useful usual usually value various vehicle version very
    victory view village violence virtually vision visit voice vote wait wake walk wall want war
    warm wash waste watch water wave way weak weapon wear weather week weight welcome well west
    what whatever wheel when whenever where whether which while white who whole whom whose why
    wide wife will win wind window winner winter wish with within without woman wonder wonderful
    wood word words work worker world worry worse worst worth would write wrong yard year years
    yellow yes yesterday yet young yourself zero
"""
"""Words that are common in speech and rarely names; a capital after a false period is no name."""
