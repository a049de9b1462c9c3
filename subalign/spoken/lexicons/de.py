"""German."""

from __future__ import annotations

from subalign.spoken.lexicon import Lexicon, Ordinal, Regnal, table

_DATIVE = Ordinal("", "n")

LEXICON = Lexicon(
    point="Komma",
    minus="minus",
    to="bis",
    one=("eins", "ein"),
    years_in_hundreds=True,
    glued=("er", "ern", "mal", "fach", "ste", "sten", "te", "ten"),
    dot_ordinal=Ordinal(),
    ordinal_before=dict.fromkeys(("Jahrhundert", "Jahrhunderts", "Jahrtausend"), _DATIVE),
    months=(
        *("Januar", "Februar", "März", "April", "Mai", "Juni", "Juli"),
        *("August", "September", "Oktober", "November", "Dezember"),
    ),
    day=_DATIVE,
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
)
