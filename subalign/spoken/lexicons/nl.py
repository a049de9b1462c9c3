"""Dutch."""

from __future__ import annotations

from subalign.spoken.lexicon import Lexicon, Ordinal, Regnal, table

LEXICON = Lexicon(
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
)
