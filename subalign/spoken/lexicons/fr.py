"""French."""

from __future__ import annotations

from subalign.spoken.lexicon import Lexicon, Ordinal, Regnal, table

_FEMININE = Ordinal("ier", "ière")

LEXICON = Lexicon(
    point="virgule",
    fraction="number",
    minus="moins",
    to="à",
    ordinals={
        **dict.fromkeys(("er", "ème", "eme", "e", "ᵉ", "nd", "ers", "èmes", "es"), Ordinal()),
        **dict.fromkeys(("re", "ère", "ere", "nde"), _FEMININE),
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
    counted=("chapitre", "partie", "tome", "volume", "acte", "scène", "livre", "guerre", "titre"),
    regnal=Regnal(limit=1),
)
