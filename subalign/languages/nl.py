"""Dutch."""

from __future__ import annotations

from subalign.languages.base import (
    Abbreviations,
    Disfluencies,
    FunctionWords,
    Language,
    Role,
    SoundWords,
)
from subalign.languages.lexicon import Lexicon, Ordinal, Regnal, table

LANGUAGE = Language(
    code="nl",
    name="Dutch",
    log_prior=3.0,
    ipa="e=ɪ eɪ=eɪ",
    clause_commas=True,
    sounds=SoundWords(
        acts="applaus gejuich gelach hoest lachend onverstaanbaar zucht zuchten",
        things="muziek stilte geluid",
        speech="dat de een en het ik is mijn niet wij",
    ),
    headings="aandacht conclusie deel hoofdstuk let opmerking samenvatting voorbeeld",
    abbreviations=Abbreviations(
        inner="""
            dhr mevr mw drs ir ing bijv b.v d.w.z m.b.t o.a t.o.v i.p.v m.a.w a.u.b i.v.m ca evt
            incl excl vgl zgn jl ll
            """,
        number="blz art pag jan feb mrt apr jun jul aug sep sept okt nov dec",
        either="enz e.d",
        starts="""
            de het een dit dat deze die er hij zij ze wij we jullie ik jij je u en maar of dus want
            als toen wanneer hoe wat wie waar waarom in op aan bij met van voor na om te zijn haar
            mijn ons onze hun ook nu daar hier dan niet geen ja nee
            """,
    ),
    function_words=FunctionWords(
        words={
            Role.ARTICLE: "de het een 't geen",
            Role.POSSESSIVE: "mijn jouw haar ons onze jullie hun uw",
            Role.DETERMINER: """
                deze dit die dat elke elk ieder iedere alle veel weinig meer sommige andere enkele
                beide zulke welke
                """,
            Role.COORDINATOR: "en of maar want dus noch",
            Role.SUBORDINATOR: """
                dat omdat als alsof toen wanneer terwijl hoewel voordat nadat zodat totdat indien
                tenzij die wat wie waar hoe waarom waarin waarmee waarop sinds zoals dan
                """,
            Role.PREPOSITION: """
                in op aan bij met naar voor door over onder om uit tegen zonder tussen na tot vanaf
                vanuit binnen buiten achter naast langs rond per sinds tijdens volgens wegens via
                als
                """,
            Role.GENITIVE: "van",
            Role.AUXILIARY: """
                is zijn was waren ben bent heeft hebben had hadden heb hebt wordt worden werd werden
                word kan kunnen kon konden kun moet moeten moest moesten zal zullen zou zouden wil
                willen wilde wilden mag mogen mocht gaat gaan ging gingen
                """,
            Role.OBJECT: "ik jij je hij zij ze wij we u men mij me jou hem ons zich hen",
            Role.CLITIC: "te",
            Role.DEGREE: "niet heel erg zeer zo te ook nog al bijna altijd nooit alleen vrij best",
            Role.NUMBER: """
                twee drie vier vijf zes zeven acht negen tien elf twaalf twintig dertig veertig
                vijftig zestig honderd duizend miljoen miljard
                """,
            Role.TITLE: "dhr mevr mw dr prof meneer mevrouw sint st",
        },
        phrases={
            Role.PREPOSITION: "in plaats van, op basis van, ten opzichte van, samen met, tot aan",
            Role.SUBORDINATOR: "ook al, zo dat, net als, om te, in hoeverre, hoe meer",
        },
        endings={
            Role.MODIFIER: "ige lijke ische bare zame loze",
        },
        unfinished="de het een en of want dat omdat van mijn jouw onze hun uw",
    ),
    disfluencies=Disfluencies(
        unfinished="de het een en of want dat omdat mijn jouw onze uw",
        closed="""
            ik jij je hij ze wij we er dit deze die als toen in op aan bij met naar voor door over
            om uit tegen zonder tot van is zijn was waren ben heeft hebben had kan kunnen moet zal
            zou wil niet ook nog te hun maar mij me jou hem haar ons hen u mijn bent waren hebt
            gehad kon konden mag moeten zullen zouden willen wil wordt worden werd gaat ga gaan doet
            sinds tussen achter naast tijdens hoe wat wie waar waarom elke iets daar hier
            """,
        doubled="die dat heel ja nee zo nou erg veel",
        either="zijn op aan uit over door",
        openers="""
            ik jij je hij zij ze wij we u het er dit dat deze die maar en of dus ja nee nou want als
            dan hoe wat wie waar waarom is
            """,
        hesitations="eh ehm uh uhm hm",
        fillers="weet je, weet je wel, zeg maar, ik bedoel",
        articles="een de het mijn jouw onze uw",
        asking="waarom wanneer waar hoe wat wie",
        auxiliaries="""
            is was heb hebt heeft hebben had ben bent zijn waren kan kun kunt kunnen kon wil wilt
            wilde moet moest zal zou doe doet deed ga gaat ging wordt werd denk vind
            """,
        asked="je jij hij ze zij we wij jullie u het ik dat",
    ),
    lexicon=Lexicon(
        point="komma",
        minus="min",
        to="tot",
        years_in_hundreds=True,
        glued=("er", "ers"),
        ordinals=dict.fromkeys(("e", "de", "ste", "ᵉ"), Ordinal()),
        ordinal_before=dict.fromkeys(("eeuw", "eeuwen"), Ordinal()),
        months=(
            *("januari", "februari", "maart", "april", "mei", "juni", "juli"),
            *("augustus", "september", "oktober", "november", "december"),
        ),
        clock=("uur", "uur"),
        clock_words=("uur",),
        fractions={
            2: ("half", "halve"),
            3: ("derde",),
            4: ("kwart",),
            5: ("vijfde",),
            6: ("zesde",),
            8: ("achtste",),
            10: ("tiende",),
        },
        units=table("""
            km = kilometer
            m = meter
            cm = centimeter
            mm = millimeter
            km/h = kilometer per uur
            km/u = kilometer per uur
            m/s = meter per seconde
            km² = vierkante kilometer
            m² = vierkante meter
            m³ = kubieke meter
            km2 = vierkante kilometer
            m2 = vierkante meter
            m3 = kubieke meter
            kg = kilo
            g = gram
            mg = milligram
            t = ton
            l = liter
            L = liter
            ml = milliliter
            u = uur
            min = minuut, minuten
            s = seconde, seconden
            ms = milliseconde, milliseconden
            Hz = hertz
            kHz = kilohertz
            MHz = megahertz
            GHz = gigahertz
            kB = kilobyte
            MB = megabyte
            GB = gigabyte
            TB = terabyte
            W = watt
            kW = kilowatt
            MW = megawatt
            kWh = kilowattuur
            V = volt
            dB = decibel
            kcal = kilocalorie, kilocalorieën
            pk = PK
            ha = hectare
            °C = graden Celsius
            °F = graden Fahrenheit
            ° = graad, graden
            ‰ = promille
        """),
        percent=("procent",),
        currencies=table("""
            USD = dollar
            EUR = euro
            GBP = pond
            JPY = yen
            CNY = yuan
            RUB = roebel
            INR = roepie
            CHF = Zwitserse frank
            BTC = bitcoin
            ¢ = cent
        """),
        cents=table("""
            USD = cent
            EUR = cent
            GBP = pence
        """),
        thousand="duizend",
        magnitudes=table("""
            duizend =
            miljoen =
            miljard =
            biljoen =
            mln = miljoen
            mln. = miljoen
            mld = miljard
            mld. = miljard
            mrd = miljard
        """),
        times="bij",
        number="nummer",
        signs=table("""
            & = en
            + = plus
            = = is
            @ = apenstaartje
            % = procent
            ° = graden
            # = hashtag
            × = keer
            ÷ = gedeeld door
            ± = ongeveer
            < = kleiner dan
            > = groter dan
            ~ = ongeveer
            ≈ = ongeveer
            § = paragraaf
            € = euro
            $ = dollar
            £ = pond
            ¥ = yen
            ¢ = cent
        """),
        address=table("""
            . = punt
            @ = apenstaartje
            / = slash
            - = streepje
            _ = laag streepje
        """),
        abbreviations=table("""
            dhr. = de heer
            mevr. = mevrouw
            mw. = mevrouw
            dr. = doctor
            drs. = doctorandus
            prof. = professor
            ir. = ingenieur
            mr. = meester
            St. = Sint
            bijv. = bijvoorbeeld
            bv. = bijvoorbeeld
            d.w.z. = dat wil zeggen
            enz. = enzovoort
            etc. = et cetera
            o.a. = onder andere
            m.a.w. = met andere woorden
            n.a.v. = naar aanleiding van
            t.o.v. = ten opzichte van
            i.p.v. = in plaats van
            m.b.t. = met betrekking tot
            ca. = circa
            evt. = eventueel
            incl. = inclusief
            excl. = exclusief
            jl. = jongstleden
            a.u.b. = alstublieft
            v.Chr. = voor Christus
            n.Chr. = na Christus
            jan. = januari
            feb. = februari
            aug. = augustus
            sept. = september
            okt. = oktober
            nov. = november
            dec. = december
        """),
        before_number=table("""
            nr. = nummer
            Nr. = nummer
            blz. = bladzijde
            p. = pagina
            art. = artikel
            hfst. = hoofdstuk
            tel. = telefoon
        """),
        counted=("hoofdstuk", "deel", "akte", "wereldoorlog", "artikel", "boek", "type"),
        regnal=Regnal(article="de"),
    ),
)
