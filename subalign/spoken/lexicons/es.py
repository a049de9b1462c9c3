"""Spanish."""

from __future__ import annotations

from subalign.spoken.lexicon import Lexicon, Ordinal, Regnal, table

_FEMININE = Ordinal("o", "a")

LEXICON = Lexicon(
    point="coma",
    fraction="number",
    minus="menos",
    to="a",
    one=("uno", "un"),
    ordinals={
        **dict.fromkeys(("º", ".º", "o", ".o", "°"), Ordinal()),
        **dict.fromkeys(("ª", ".ª", "a", ".a"), _FEMININE),
        **dict.fromkeys(("er", ".er"), Ordinal("ero", "er")),
    },
    months=(
        *("enero", "febrero", "marzo", "abril", "mayo", "junio", "julio"),
        *("agosto", "septiembre", "octubre", "noviembre", "diciembre"),
    ),
    date="{day} de {month} de {year}",
    clock=("y", ""),
    clock_words=("horas", "hora"),
    versus="a",
    fractions={
        2: ("medio", "medios"),
        3: ("tercio", "tercios"),
        4: ("cuarto", "cuartos"),
        5: ("quinto", "quintos"),
        6: ("sexto", "sextos"),
        8: ("octavo", "octavos"),
        10: ("décimo", "décimos"),
    },
    units=table("""
        km = kilómetro, kilómetros
        m = metro, metros
        cm = centímetro, centímetros
        mm = milímetro, milímetros
        km/h = kilómetro por hora, kilómetros por hora
        m/s = metro por segundo, metros por segundo
        km² = kilómetro cuadrado, kilómetros cuadrados
        m² = metro cuadrado, metros cuadrados
        m³ = metro cúbico, metros cúbicos
        km2 = kilómetro cuadrado, kilómetros cuadrados
        m2 = metro cuadrado, metros cuadrados
        m3 = metro cúbico, metros cúbicos
        kg = kilo, kilos
        g = gramo, gramos
        mg = miligramo, miligramos
        t = tonelada, toneladas
        l = litro, litros
        L = litro, litros
        ml = mililitro, mililitros
        h = hora, horas
        min = minuto, minutos
        s = segundo, segundos
        ms = milisegundo, milisegundos
        Hz = hercio, hercios
        kHz = kilohercio, kilohercios
        MHz = megahercio, megahercios
        GHz = gigahercio, gigahercios
        kB = kilobyte, kilobytes
        MB = megabyte, megabytes
        GB = gigabyte, gigabytes
        TB = terabyte, terabytes
        W = vatio, vatios
        kW = kilovatio, kilovatios
        MW = megavatio, megavatios
        kWh = kilovatio hora, kilovatios hora
        V = voltio, voltios
        dB = decibelio, decibelios
        kcal = kilocaloría, kilocalorías
        ha = hectárea, hectáreas
        °C = grado centígrado, grados centígrados
        °F = grado Fahrenheit, grados Fahrenheit
        ° = grado, grados
        ‰ = por mil
    """),
    percent=("por ciento",),
    currencies=table("""
        USD = dólar, dólares
        EUR = euro, euros
        GBP = libra, libras
        JPY = yen, yenes
        CNY = yuan, yuanes
        RUB = rublo, rublos
        INR = rupia, rupias
        CHF = franco suizo, francos suizos
        BRL = real, reales
        BTC = bitcoin, bitcoins
        ¢ = centavo, centavos
    """),
    cents=table("""
        USD = centavo, centavos
        EUR = céntimo, céntimos
        GBP = penique, peniques
    """),
    cents_joint="con",
    thousand="mil",
    magnitudes=table("""
        mil =
        millón =
        millones =
        billón =
        billones =
        M = millón, millones
        MM = millón, millones
        mill. = millón, millones
    """),
    of="de",
    times="por",
    number="número",
    signs=table("""
        & = y
        + = más
        = = igual a
        @ = arroba
        % = por ciento
        ° = grados
        # = hashtag
        × = por
        ÷ = dividido por
        ± = más menos
        < = menor que
        > = mayor que
        ~ = aproximadamente
        ≈ = aproximadamente
        § = sección
        € = euros
        $ = dólares
        £ = libras
        ¥ = yenes
        ¢ = centavos
    """),
    address=table("""
        . = punto
        @ = arroba
        / = barra
        - = guion
        _ = guion bajo
    """),
    abbreviations=table("""
        Sr. = señor
        Sra. = señora
        Srta. = señorita
        Sres. = señores
        Dr. = doctor
        Dra. = doctora
        D. = don
        Dña. = doña
        Prof. = profesor
        Ud. = usted
        Uds. = ustedes
        Vd. = usted
        Vds. = ustedes
        Sta. = santa
        Sto. = santo
        Avda. = avenida
        Av. = avenida
        etc. = etcétera
        p. ej. = por ejemplo
        p.ej. = por ejemplo
        aprox. = aproximadamente
        EE. UU. = Estados Unidos
        EE.UU. = Estados Unidos
        EEUU = Estados Unidos
        a. C. = antes de Cristo
        a.C. = antes de Cristo
        d. C. = después de Cristo
        d.C. = después de Cristo
        a. m. = a m
        p. m. = p m
    """),
    before_number=table("""
        n.º = número
        N.º = número
        núm. = número
        Núm. = número
        no. = número
        No. = número
        pág. = página
        págs. = páginas
        art. = artículo
        cap. = capítulo
        vol. = volumen
        fig. = figura
        tel. = teléfono
    """),
    counted=("siglo", "siglos", "capítulo", "parte", "tomo", "volumen", "acto", "escena", "tipo"),
    regnal=Regnal(limit=10),
)
