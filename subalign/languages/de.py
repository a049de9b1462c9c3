"""German."""

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
    code="de",
    name="German",
    log_prior=3.0,
    ipa="r=ɐ e=ɪ eɪ=eɪ",
    ordinal_periods=True,
    clause_commas=True,
    regions=dict.fromkeys(("CH", "LI"), RegionalForms(decimal_mark=".", group_marks="'’")),
    sounds=SoundWords(
        acts="""
            beifall flüstert gekicher gelächter hustet husten jubel kichert klatschen klatscht lacht
            lachen lachend räuspert schluchzt schmunzelt schreit seufzen seufzt stöhnt
            unverständlich weint
            """,
        things="musik pause stille geräusch geräusche",
        speech="das dass die der ein eine ich ist mein nicht sie sind und war wir",
    ),
    headings="""
        achtung anmerkung beispiel datum fazit hinweis kapitel nachtrag quelle schritt teil thema
        tipp titel vorsicht wichtig zusammenfassung
        """,
    abbreviations=Abbreviations(
        inner="""
            hr hrn fr frl dipl ing bzw ca vgl ggf ggfs evtl evt sog inkl exkl zzgl abzgl bspw z.b
            d.h u.a o.ä s.o s.u i.d.r a.d i.a i.v v.a o.g m.e z.t z.zt dt engl frz lat griech ital
            geb gest allg bes ehem einschl insb insbes jew mind mögl rd südl nördl östl westl tägl
            med phil
            """,
        number="""
            s abs aufl bd bl hrsg kap mio mrd nrn str tab tsd ziff jan feb febr mär apr jun jul aug
            sep sept okt nov dez
            """,
        either="usw usf u.ä u.v.m jh jhd max std sek mio mrd n.chr v.chr gmbh m.b.h str",
        starts="""
            der die das den dem des ein eine einen einem einer er sie es wir ihr ich du man dies
            diese dieser dieses diesen und aber oder doch denn auch da dann so nun jetzt hier dort
            wenn als weil ob wie was wer wo warum nach vor in im am an auf bei mit von zu für seit
            durch danach dabei damit dazu daher darum deshalb sein seine ihre mein meine unser kein
            keine nicht nur noch schon ja nein heute
            """,
    ),
    function_words=FunctionWords(
        words={
            Role.ARTICLE: """
                der die das den dem des ein eine einen einem einer eines kein keine keinen keinem
                keiner keines
                """,
            Role.POSSESSIVE: """
                mein meine meinen meinem meiner meines dein deine deinen deinem deiner deines seine
                seinen seinem seiner seines ihre ihren ihrem ihrer ihres unser unsere unseren
                unserem unserer unseres euer eure euren eurem eurer
                """,
            Role.DETERMINER: """
                dieser diese dieses diesen diesem jener jene jenes jenen jenem jeder jede jedes
                jeden jedem alle allen aller alles manche mancher viele vielen vieler einige einigen
                einiger mehrere mehreren wenige wenigen welche welcher welches welchen welchem
                solche solcher solches beide beiden andere anderen anderer anderes
                """,
            Role.COORDINATOR: "und oder aber sondern denn sowie beziehungsweise",
            Role.SUBORDINATOR: """
                dass daß weil wenn als ob obwohl während bevor nachdem damit sodass indem falls
                sobald solange bis seit wie wer was wo wann warum weshalb wieso wohin woher wobei
                womit wodurch worauf worüber woran sofern soweit
                """,
            Role.PREPOSITION: """
                in im an am auf aus bei beim mit nach von vom zum zur für durch über unter um vor
                hinter neben zwischen gegen ohne seit während wegen trotz ab bis ins ans außer
                innerhalb außerhalb anhand aufgrund laut gemäß mithilfe pro statt als wie
                """,
            Role.AUXILIARY: """
                ist sind war waren bin bist seid wäre wären hat haben hatte hatten habe hast habt
                hätte hätten wird werden wurde wurden werde wirst würde würden kann können konnte
                konnten könnte könnten muss müssen musste mussten müsste soll sollen sollte sollten
                will wollen wollte wollten darf dürfen durfte durften dürfte mag mögen möchte kam
                kamen ging gingen gab gaben nahm nahmen stand standen sah sahen fand fanden ließ
                ließen hielt hielten blieb blieben begann begannen lag lagen
                """,
            Role.OBJECT: """
                ich du er sie es wir ihr man mich mir dich dir ihn ihm uns euch sich ihnen
                """,
            Role.CLITIC: "zu",
            Role.DEGREE: """
                nicht sehr so nur auch noch schon ganz gar mehr immer nie fast ziemlich besonders
                etwa rund sogar zu bereits erst lediglich kaum
                """,
            Role.NUMBER: """
                zwei drei vier fünf sechs sieben acht neun zehn elf zwölf zwanzig dreißig vierzig
                fünfzig sechzig siebzig achtzig neunzig hundert tausend million millionen milliarde
                milliarden
                """,
            Role.TITLE: "herr herrn frau dr prof doktor professor sankt st",
        },
        phrases={
            Role.PREPOSITION: """
                bis zu, bis zum, bis zur, zusammen mit, im gegensatz zu, aufgrund von
                """,
            Role.SUBORDINATOR: """
                so dass, als ob, auch wenn, selbst wenn, wie viel, wie viele, je mehr
                """,
        },
        endings={
            Role.MODIFIER: """
                ige igen iger iges igem liche lichen licher liches lichem ische ischen ischer isches
                ischem bare baren barer bares barem same samen samer sames samem
                """,
        },
        unfinished="""
            und oder sondern dass weil ein eine einen einem eines dem des im am zum zur vom beim ins
            """,
        capital_nouns=True,
        finites="t te ten",
        participles="ge",
    ),
    disfluencies=Disfluencies(
        unfinished="""
            und oder sondern dass weil ein eine einen einem eines dem des im am zum zur vom beim ins
            mein meine unser unsere sehr
            """,
        closed="""
            der die das den ich du er es wir ihr man aber denn wenn ob in an auf aus bei mit nach
            von zu für durch über unter um vor gegen ohne ist sind war waren hat haben hatte wird
            werden kann können muss müssen soll will nicht auch noch dieser diese dieses kein keine
            sein seine ihre dein deine wie was wo wann warum als bis mich mir dich dir uns euch ihm
            ihn ihnen sich bin bist seid habe hast habt hatten hatte würde würden wurde wurden
            kannst könnt konnte konnten möchte möchten musst musste mussten soll sollen sollte
            sollten willst wollen wollte darf dürfen seit zwischen hinter neben während wegen statt
            diesem diesen jeder jede jedes einer eines etwas mal schon dann
            """,
        doubled="""
            die das der den sie so sehr ja nein na nee ganz viel viele nur doch immer nie hey ha
            """,
        either="ihr sein zu auf an aus um vor über durch",
        openers="""
            ich du er sie es wir ihr man das dies aber und oder also ja nein doch denn weil wenn
            dann da hier wie was wer wo wann warum ist sind hat haben kann können
            """,
        hesitations="äh ähm öh öhm hm hmm",
        fillers="sag ich mal, sagen wir mal, weißt du, wissen sie, ich meine",
        articles="sehr",
        definite="der die das den",
        asking="warum wieso weshalb wann wo woher wohin wie was wer wen wem",
        auxiliaries="""
            ist sind war waren bist seid hat haben hast habt hatte hatten hattest warst kann kannst
            können könnt konnte muss musst müssen soll sollst sollen will willst wollen wird wirst
            werden würde würden würdest wurde wurden darf darfst dürfen magst mag machst macht
            machen geht kommt kommst heißt gibt ging kam dauert kostet denkst glaubst meinst findest
            """,
        asked="du er sie es wir ihr man ich das denn",
    ),
    lexicon=Lexicon(
        point="Komma",
        minus="minus",
        to="bis",
        one=("eins", "ein"),
        years_in_hundreds=True,
        glued=("er", "ern", "mal", "fach", "ste", "sten", "te", "ten"),
        dot_ordinal=Ordinal(),
        ordinal_before=dict.fromkeys(
            ("Jahrhundert", "Jahrhunderts", "Jahrtausend"), Ordinal("", "n")
        ),
        months=(
            *("Januar", "Februar", "März", "April", "Mai", "Juni", "Juli"),
            *("August", "September", "Oktober", "November", "Dezember"),
        ),
        day=Ordinal("", "n"),
        clock=("Uhr", "Uhr"),
        clock_words=("Uhr",),
        versus="zu",
        fractions={
            2: ("halb", "halbe"),
            3: ("Drittel",),
            4: ("Viertel",),
            5: ("Fünftel",),
            6: ("Sechstel",),
            7: ("Siebtel",),
            8: ("Achtel",),
            9: ("Neuntel",),
            10: ("Zehntel",),
        },
        units=table("""
            km = Kilometer
            m = Meter
            cm = Zentimeter
            mm = Millimeter
            km/h = Kilometer pro Stunde
            m/s = Meter pro Sekunde
            km² = Quadratkilometer
            m² = Quadratmeter
            qm = Quadratmeter
            m³ = Kubikmeter
            km2 = Quadratkilometer
            m2 = Quadratmeter
            m3 = Kubikmeter
            kg = Kilogramm
            g = Gramm
            mg = Milligramm
            t = Tonne, Tonnen
            l = Liter
            L = Liter
            ml = Milliliter
            h = Stunde, Stunden
            Std. = Stunde, Stunden
            min = Minute, Minuten
            Min. = Minute, Minuten
            s = Sekunde, Sekunden
            Sek. = Sekunde, Sekunden
            ms = Millisekunde, Millisekunden
            Hz = Hertz
            kHz = Kilohertz
            MHz = Megahertz
            GHz = Gigahertz
            kB = Kilobyte
            MB = Megabyte
            GB = Gigabyte
            TB = Terabyte
            W = Watt
            kW = Kilowatt
            MW = Megawatt
            GW = Gigawatt
            kWh = Kilowattstunde, Kilowattstunden
            V = Volt
            dB = Dezibel
            kcal = Kilokalorie, Kilokalorien
            PS = PS
            ha = Hektar
            °C = Grad Celsius
            °F = Grad Fahrenheit
            ° = Grad
            ‰ = Promille
        """),
        percent=("Prozent",),
        currencies=table("""
            USD = Dollar
            EUR = Euro
            GBP = Pfund
            JPY = Yen
            CNY = Yuan
            RUB = Rubel
            INR = Rupie, Rupien
            KRW = Won
            CHF = Franken
            BRL = Real
            PLN = Zloty
            CZK = Kronen
            SEK = Kronen
            TRY = Lira
            UAH = Hrywnja
            BTC = Bitcoin
            ¢ = Cent
        """),
        cents=table("""
            USD = Cent
            EUR = Cent
            GBP = Pence
            CHF = Rappen
        """),
        thousand="tausend",
        magnitudes=table("""
            tausend =
            Tausend =
            Million =
            Millionen =
            Milliarde =
            Milliarden =
            Billion =
            Billionen =
            Tsd. = tausend
            Mio. = Million, Millionen
            Mio = Million, Millionen
            Mill. = Million, Millionen
            Mrd. = Milliarde, Milliarden
            Mrd = Milliarde, Milliarden
            Bio. = Billion, Billionen
        """),
        times="mal",
        number="Nummer",
        signs=table("""
            & = und
            + = plus
            = = gleich
            @ = at
            % = Prozent
            ° = Grad
            # = Hashtag
            × = mal
            ÷ = geteilt durch
            ± = plus minus
            < = kleiner als
            > = größer als
            ~ = circa
            ≈ = circa
            § = Paragraph
            € = Euro
            $ = Dollar
            £ = Pfund
            ¥ = Yen
            ¢ = Cent
        """),
        address=table("""
            . = Punkt
            @ = at
            / = Slash
            - = Bindestrich
            _ = Unterstrich
        """),
        abbreviations=table("""
            z. B. = zum Beispiel
            z.B. = zum Beispiel
            d. h. = das heißt
            d.h. = das heißt
            u. a. = unter anderem
            u.a. = unter anderem
            u. Ä. = und Ähnliches
            u.Ä. = und Ähnliches
            o. Ä. = oder Ähnliches
            o.Ä. = oder Ähnliches
            z. T. = zum Teil
            z.T. = zum Teil
            i. d. R. = in der Regel
            i.d.R. = in der Regel
            v. a. = vor allem
            v.a. = vor allem
            u. s. w. = und so weiter
            n. Chr. = nach Christus
            v. Chr. = vor Christus
            bzw. = beziehungsweise
            usw. = und so weiter
            etc. = et cetera
            ca. = circa
            evtl. = eventuell
            ggf. = gegebenenfalls
            vgl. = vergleiche
            bspw. = beispielsweise
            inkl. = inklusive
            exkl. = exklusive
            zzgl. = zuzüglich
            sog. = sogenannte
            Dr. = Doktor
            Prof. = Professor
            Hr. = Herr
            Hrn. = Herrn
            Fr. = Frau
            St. = Sankt
            Str. = Straße
            Jh. = Jahrhundert
            Mio. = Millionen
            Mrd. = Milliarden
            Std. = Stunden
            Min. = Minuten
            Jan. = Januar
            Feb. = Februar
            Aug. = August
            Sept. = September
            Okt. = Oktober
            Nov. = November
            Dez. = Dezember
        """),
        before_number=table("""
            Nr. = Nummer
            Abs. = Absatz
            Art. = Artikel
            Bd. = Band
            Kap. = Kapitel
            S. = Seite
            Tel. = Telefon
            Abb. = Abbildung
        """),
        counted=("Kapitel", "Teil", "Band", "Akt", "Szene", "Weltkrieg", "Artikel", "Typ", "Stufe"),
        regnal=Regnal(Ordinal(), "der"),
    ),
)
