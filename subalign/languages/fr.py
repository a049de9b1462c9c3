"""French."""

from __future__ import annotations

from subalign.languages.base import (
    Abbreviations,
    Disfluencies,
    FunctionWords,
    Language,
    RegionalForms,
    Role,
    SoundWords,
)
from subalign.languages.lexicon import Lexicon, Ordinal, Regnal, table

LANGUAGE = Language(
    code="fr",
    name="French",
    log_prior=3.0,
    ipa="e=ɪ eɪ=eɪ ɑ̃=ɔ ɔ̃=o ɛ̃=ʌ œ̃=ʌ",
    regions={"CH": RegionalForms(decimal_mark=".", group_marks="'’")},
    spaced_marks=True,
    sounds=SoundWords(
        acts="""
            applaudissements chuchote chuchotements inintelligible rire rires riant rit soupir
            soupire soupirs tousse
            """,
        things="bruit bruits musique silence",
        speech="ce c'est de des est et je la le les ma mon ne nous pas que qui une vous",
    ),
    headings="""
        attention chapitre conclusion étape exemple date important partie rappel remarque résumé
        source sujet titre
        """,
    abbreviations=Abbreviations(
        inner="mm mmes mlle mlles mgr bd boul ex p.ex c.-à-d c.à.d éd chap",
        number="n° art p t janv févr avr juil sept oct nov déc",
        either="ste ets cie max hab",
        starts="""
            le la les l un une des ce c cet cette ces il elle on nous vous ils elles je j tu et mais
            ou donc or car si quand comme pour dans en au aux à de du d mon ma mes son sa ses notre
            leur qui que qu quoi pourquoi comment où alors puis ensuite après avant
            """,
        words="a à y",
    ),
    function_words=FunctionWords(
        words={
            Role.ARTICLE: "un une le la les l' du des",
            Role.POSSESSIVE: "mon ma mes ton ta tes son sa ses notre nos votre vos leur leurs",
            Role.DETERMINER: """
                ce cet cette ces chaque quelques plusieurs tout toute tous toutes aucun aucune quel
                quelle quels quelles autre autres même mêmes certains certaines
                """,
            Role.COORDINATOR: "et ou mais ni car or donc",
            Role.SUBORDINATOR: """
                que qu' qui dont où si s' quand lorsque lorsqu' puisque puisqu' comme pourquoi
                comment combien quoique lequel laquelle lesquels lesquelles auquel auxquels duquel
                """,
            Role.PREPOSITION: """
                à au aux dans par pour en vers avec sans sous sur chez entre depuis pendant contre
                malgré parmi selon dès durant avant après devant derrière jusque jusqu' sauf voire
                environ comme
                """,
            Role.GENITIVE: "de d' du des",
            Role.AUXILIARY: """
                est sont était étaient sera seront serait a ont avait avaient aura auront aurait
                peut peuvent pouvait pourrait doit doivent devrait va vont suis es sommes êtes ai as
                avons avez soit fut fait
                """,
            Role.SUBJECT: "je j' tu il elle on nous vous ils elles ça cela c' c'est c'était ce",
            Role.CLITIC: "ne n' se s' me m' te t' lui en y",
            Role.ENCLITIC: "pas",
            Role.DEGREE: """
                très trop si plus moins aussi bien pas jamais toujours encore déjà même assez peu
                beaucoup tellement seulement presque non
                """,
            Role.MODIFIER: """
                grand grande grands grandes petit petite petits petites bon bonne bons bonnes beau
                belle beaux belles nouveau nouvelle nouveaux nouvelles vieux vieille jeune jeunes
                premier première premiers premières dernier dernière derniers dernières seul seule
                vrai vraie mauvais mauvaise meilleur meilleure gros grosse long longue haut haute
                prochain prochaine ancien ancienne deuxième troisième nombreux nombreuses
                """,
            Role.NUMBER: """
                deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze
                seize vingt trente quarante cinquante soixante cent cents mille million millions
                milliard milliards
                """,
            Role.TITLE: "m mme mlle dr pr saint sainte me monsieur madame",
        },
        phrases={
            Role.PREPOSITION: """
                à travers, à cause, grâce à, afin de, afin d', à partir, au lieu, au sein, à côté,
                autour de, près de, loin de, lors de, en raison, face à, quant à, au cours, à
                propos, en tant que, ainsi que, tel que, telle que, tels que
                """,
            Role.SUBORDINATOR: """
                parce que, parce qu', pour que, afin que, bien que, tandis que, alors que, ce qui,
                ce que, ce qu', ce dont, même si, comme si, dès que, tant que, avant que, après que
                """,
        },
        endings={
            Role.DEGREE: "ment",
        },
        unfinished="""
            un une le la les des du et ou mais de à au aux dans pour que qui mon ma mes ton ta tes
            son sa ses notre nos votre vos leurs très
            """,
        verbals="er ir oir re",
    ),
    disfluencies=Disfluencies(
        unfinished="""
            un une le la les des du et ou mais de à au aux que qui mon ma mes ton ta tes très
            """,
        closed="""
            je tu il elle on ils elles ce c'est ça et si dans par pour en vers avec sans sous sur
            chez son sa ses notre nos votre vos leur leurs ne pas est sont était a ont avait y cette
            ces cet quand comme où dont parce suis es sommes êtes étaient étais ai as avons avez
            avaient avais fait peut peux pouvez veut veux doit va vais me te se lui j'ai j'avais
            c'était qu'il qu'elle qu'on d'un d'une n'est l'a s'est aussi moi toi entre depuis
            pendant contre
            """,
        doubled="nous vous très oui non si bien pas plus tout là ha hé bon",
        either="en y",
        openers="""
            je tu il elle on nous vous ils elles ce c'est ça et mais ou donc alors oui non bon voilà
            parce quand comment pourquoi où qui que j'ai c'était est-ce
            """,
        hesitations="euh heu hum",
        fillers="tu sais, vous savez, tu vois, vous voyez, je veux dire, comment dire",
        articles="un une des le la les mon ma mes ton ta tes très",
        asking="pourquoi comment quand où combien qui que quel quelle quels quelles",
        auxiliaries="""
            est es êtes était a as avez avait peux peut pouvez veux veut voulez dois doit sont
            """,
        asked="je tu il elle on nous vous ils elles ce",
    ),
    lexicon=Lexicon(
        group_marks=" .",
        point="virgule",
        fraction="number",
        minus="moins",
        to="à",
        ordinals={
            **dict.fromkeys(("er", "ème", "eme", "e", "ᵉ", "nd", "ers", "èmes", "es"), Ordinal()),
            **dict.fromkeys(("re", "ère", "ere", "nde"), Ordinal("ier", "ière")),
        },
        ordinal_before=dict.fromkeys(("siècle", "siècles"), Ordinal()),
        months=(
            *("janvier", "février", "mars", "avril", "mai", "juin", "juillet"),
            *("août", "septembre", "octobre", "novembre", "décembre"),
        ),
        first_day="premier",
        clock=("heures", "heures"),
        clock_words=("heures", "heure"),
        versus="à",
        fractions={
            2: ("demi", "demis"),
            3: ("tiers",),
            4: ("quart", "quarts"),
            5: ("cinquième", "cinquièmes"),
            6: ("sixième", "sixièmes"),
            8: ("huitième", "huitièmes"),
            10: ("dixième", "dixièmes"),
        },
        units=table("""
            km = kilomètre, kilomètres
            m = mètre, mètres
            cm = centimètre, centimètres
            mm = millimètre, millimètres
            km/h = kilomètre-heure, kilomètres-heure
            m/s = mètre par seconde, mètres par seconde
            km² = kilomètre carré, kilomètres carrés
            m² = mètre carré, mètres carrés
            m³ = mètre cube, mètres cubes
            km2 = kilomètre carré, kilomètres carrés
            m2 = mètre carré, mètres carrés
            m3 = mètre cube, mètres cubes
            kg = kilogramme, kilogrammes
            g = gramme, grammes
            mg = milligramme, milligrammes
            t = tonne, tonnes
            l = litre, litres
            L = litre, litres
            ml = millilitre, millilitres
            h = heure, heures
            min = minute, minutes
            mn = minute, minutes
            s = seconde, secondes
            ms = milliseconde, millisecondes
            Hz = hertz
            kHz = kilohertz
            MHz = mégahertz
            GHz = gigahertz
            Ko = kilo-octet, kilo-octets
            Mo = mégaoctet, mégaoctets
            Go = gigaoctet, gigaoctets
            To = téraoctet, téraoctets
            W = watt, watts
            kW = kilowatt, kilowatts
            MW = mégawatt, mégawatts
            GW = gigawatt, gigawatts
            kWh = kilowattheure, kilowattheures
            V = volt, volts
            dB = décibel, décibels
            kcal = kilocalorie, kilocalories
            ha = hectare, hectares
            °C = degré Celsius, degrés Celsius
            °F = degré Fahrenheit, degrés Fahrenheit
            ° = degré, degrés
            ‰ = pour mille
        """),
        percent=("pour cent",),
        currencies=table("""
            USD = dollar, dollars
            EUR = euro, euros
            GBP = livre, livres
            JPY = yen, yens
            CNY = yuan, yuans
            RUB = rouble, roubles
            INR = roupie, roupies
            KRW = won, wons
            CHF = franc suisse, francs suisses
            CAD = dollar canadien, dollars canadiens
            BRL = real, reals
            PLN = zloty, zlotys
            CZK = couronne, couronnes
            SEK = couronne, couronnes
            BTC = bitcoin, bitcoins
            ¢ = cent, cents
        """),
        cents=table("""
            USD = cent, cents
            EUR = centime, centimes
            GBP = penny, pence
            CHF = centime, centimes
        """),
        thousand="mille",
        magnitudes=table("""
            million =
            millions =
            milliard =
            milliards =
            billion =
            billions =
            M = million, millions
            Md = milliard, milliards
            Mds = milliard, milliards
            Mrd = milliard, milliards
        """),
        of="de",
        times="par",
        number="numéro",
        signs=table("""
            & = et
            + = plus
            = = égale
            @ = arobase
            % = pour cent
            ° = degrés
            # = hashtag
            × = fois
            ÷ = divisé par
            ± = plus ou moins
            < = inférieur à
            > = supérieur à
            ~ = environ
            ≈ = environ
            § = paragraphe
            € = euros
            $ = dollars
            £ = livres
            ¥ = yens
            ¢ = cents
        """),
        address=table("""
            . = point
            @ = arobase
            / = slash
            - = tiret
            _ = underscore
        """),
        abbreviations=table("""
            Mme = Madame
            Mme. = Madame
            Mmes = Mesdames
            Mlle = Mademoiselle
            MM. = Messieurs
            Mgr = Monseigneur
            Dr = Docteur
            Dr. = Docteur
            Pr. = Professeur
            Me. = Maître
            St. = Saint
            Ste. = Sainte
            av. = avant
            J.-C. = Jésus-Christ
            etc. = et cetera
            c.-à-d. = c'est-à-dire
            p. ex. = par exemple
            p.ex. = par exemple
            env. = environ
            bd. = boulevard
            cf. = confer
            janv. = janvier
            févr. = février
            juil. = juillet
            sept. = septembre
            oct. = octobre
            nov. = novembre
            déc. = décembre
            Ier = premier
            Ire = première
        """),
        before_number=table("""
            no = numéro
            No = numéro
            no. = numéro
            nos = numéros
            p. = page
            pp. = pages
            art. = article
            chap. = chapitre
            vol. = volume
            fig. = figure
            tél. = téléphone
        """),
        before_name=table("M. = Monsieur"),
        counted=(
            "chapitre",
            "partie",
            "tome",
            "volume",
            "acte",
            "scène",
            "livre",
            "guerre",
            "titre",
        ),
        regnal=Regnal(limit=1),
    ),
)
