"""Italian."""

from __future__ import annotations

from subalign.spoken.lexicon import Lexicon, Ordinal, Regnal, table

_FEMININE = Ordinal("o", "a")

LEXICON = Lexicon(
    point="virgola",
    fraction="number",
    minus="meno",
    to="a",
    one=("uno", "un"),
    ordinals={
        **dict.fromkeys(("º", "°", "o"), Ordinal()),
        **dict.fromkeys(("ª", "a"), _FEMININE),
    },
    ordinal_before=dict.fromkeys(("secolo", "secoli"), Ordinal()),
    months=(
        *("gennaio", "febbraio", "marzo", "aprile", "maggio", "giugno", "luglio"),
        *("agosto", "settembre", "ottobre", "novembre", "dicembre"),
    ),
    first_day="primo",
    clock=("e", ""),
    clock_words=("ore",),
    versus="a",
    fractions={
        2: ("mezzo", "mezzi"),
        3: ("terzo", "terzi"),
        4: ("quarto", "quarti"),
        5: ("quinto", "quinti"),
        6: ("sesto", "sesti"),
        8: ("ottavo", "ottavi"),
        10: ("decimo", "decimi"),
    },
    units=table("""
        km = chilometro, chilometri
        m = metro, metri
        cm = centimetro, centimetri
        mm = millimetro, millimetri
        km/h = chilometro all'ora, chilometri all'ora
        m/s = metro al secondo, metri al secondo
        km² = chilometro quadrato, chilometri quadrati
        m² = metro quadrato, metri quadrati
        mq = metro quadrato, metri quadrati
        m³ = metro cubo, metri cubi
        km2 = chilometro quadrato, chilometri quadrati
        m2 = metro quadrato, metri quadrati
        m3 = metro cubo, metri cubi
        kg = chilo, chili
        g = grammo, grammi
        mg = milligrammo, milligrammi
        t = tonnellata, tonnellate
        l = litro, litri
        L = litro, litri
        ml = millilitro, millilitri
        h = ora, ore
        min = minuto, minuti
        s = secondo, secondi
        ms = millisecondo, millisecondi
        Hz = hertz
        kHz = chilohertz
        MHz = megahertz
        GHz = gigahertz
        kB = kilobyte
        MB = megabyte
        GB = gigabyte
        TB = terabyte
        W = watt
        kW = chilowatt
        MW = megawatt
        kWh = chilowattora
        V = volt
        dB = decibel
        kcal = chilocaloria, chilocalorie
        ha = ettaro, ettari
        °C = grado, gradi
        °F = grado Fahrenheit, gradi Fahrenheit
        ° = grado, gradi
        ‰ = per mille
    """),
    percent=("per cento",),
    currencies=table("""
        USD = dollaro, dollari
        EUR = euro
        GBP = sterlina, sterline
        JPY = yen
        CNY = yuan
        RUB = rublo, rubli
        INR = rupia, rupie
        CHF = franco, franchi
        BRL = real
        BTC = bitcoin
        ¢ = centesimo, centesimi
    """),
    cents=table("""
        USD = centesimo, centesimi
        EUR = centesimo, centesimi
        GBP = penny, pence
        CHF = centesimo, centesimi
    """),
    cents_joint="e",
    thousand="mila",
    magnitudes=table("""
        mila =
        milione =
        milioni =
        miliardo =
        miliardi =
        mln = milione, milioni
        mld = miliardo, miliardi
        mrd = miliardo, miliardi
    """),
    of="di",
    times="per",
    number="numero",
    signs=table("""
        & = e
        + = più
        = = uguale
        @ = chiocciola
        % = per cento
        ° = gradi
        # = hashtag
        × = per
        ÷ = diviso
        ± = più o meno
        < = minore di
        > = maggiore di
        ~ = circa
        ≈ = circa
        § = paragrafo
        € = euro
        $ = dollari
        £ = sterline
        ¥ = yen
        ¢ = centesimi
    """),
    address=table("""
        . = punto
        @ = chiocciola
        / = barra
        - = trattino
        _ = trattino basso
    """),
    abbreviations=table("""
        Sig. = signor
        Sig.ra = signora
        Sig.na = signorina
        Sigg. = signori
        Dott. = dottor
        Dott.ssa = dottoressa
        Dr. = dottor
        Prof. = professor
        Prof.ssa = professoressa
        Ing. = ingegner
        Avv. = avvocato
        On. = onorevole
        S. = San
        ecc. = eccetera
        etc. = eccetera
        es. = esempio
        p.es. = per esempio
        p. es. = per esempio
        ca. = circa
        a.C. = avanti Cristo
        d.C. = dopo Cristo
        a. C. = avanti Cristo
        d. C. = dopo Cristo
    """),
    before_number=table("""
        n. = numero
        N. = numero
        nr. = numero
        pag. = pagina
        p. = pagina
        art. = articolo
        cap. = capitolo
        vol. = volume
        fig. = figura
        tel. = telefono
    """),
    counted=("capitolo", "parte", "tomo", "volume", "atto", "scena", "libro", "tipo", "titolo"),
    regnal=Regnal(),
    no_numerals=("I",),
)
