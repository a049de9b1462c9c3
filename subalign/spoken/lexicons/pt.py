"""Portuguese."""

from __future__ import annotations

from subalign.spoken.lexicon import Lexicon, Ordinal, Regnal, table

_FEMININE = Ordinal("o", "a")

LEXICON = Lexicon(
    point="vírgula",
    fraction="number",
    minus="menos",
    to="a",
    ordinals={
        **dict.fromkeys(("º", ".º", "o", ".o", "°"), Ordinal()),
        **dict.fromkeys(("ª", ".ª", "a", ".a"), _FEMININE),
    },
    months=(
        *("janeiro", "fevereiro", "março", "abril", "maio", "junho", "julho"),
        *("agosto", "setembro", "outubro", "novembro", "dezembro"),
    ),
    first_day="primeiro",
    date="{day} de {month} de {year}",
    clock=("e", "horas"),
    clock_words=("horas", "hora"),
    versus="a",
    fractions={
        2: ("meio", "meios"),
        3: ("terço", "terços"),
        4: ("quarto", "quartos"),
        5: ("quinto", "quintos"),
        6: ("sexto", "sextos"),
        8: ("oitavo", "oitavos"),
        10: ("décimo", "décimos"),
    },
    units=table("""
        km = quilômetro, quilômetros
        m = metro, metros
        cm = centímetro, centímetros
        mm = milímetro, milímetros
        km/h = quilômetro por hora, quilômetros por hora
        m/s = metro por segundo, metros por segundo
        km² = quilômetro quadrado, quilômetros quadrados
        m² = metro quadrado, metros quadrados
        m³ = metro cúbico, metros cúbicos
        km2 = quilômetro quadrado, quilômetros quadrados
        m2 = metro quadrado, metros quadrados
        m3 = metro cúbico, metros cúbicos
        kg = quilo, quilos
        g = grama, gramas
        mg = miligrama, miligramas
        t = tonelada, toneladas
        l = litro, litros
        L = litro, litros
        ml = mililitro, mililitros
        h = hora, horas
        min = minuto, minutos
        s = segundo, segundos
        ms = milissegundo, milissegundos
        Hz = hertz
        kHz = quilohertz
        MHz = megahertz
        GHz = gigahertz
        kB = kilobyte, kilobytes
        MB = megabyte, megabytes
        GB = gigabyte, gigabytes
        TB = terabyte, terabytes
        W = watt, watts
        kW = quilowatt, quilowatts
        MW = megawatt, megawatts
        kWh = quilowatt-hora, quilowatts-hora
        V = volt, volts
        dB = decibel, decibéis
        kcal = quilocaloria, quilocalorias
        ha = hectare, hectares
        °C = grau Celsius, graus Celsius
        °F = grau Fahrenheit, graus Fahrenheit
        ° = grau, graus
        ‰ = por mil
    """),
    percent=("por cento",),
    currencies=table("""
        USD = dólar, dólares
        EUR = euro, euros
        GBP = libra, libras
        BRL = real, reais
        JPY = iene, ienes
        CNY = iuane, iuanes
        RUB = rublo, rublos
        CHF = franco suíço, francos suíços
        BTC = bitcoin, bitcoins
        ¢ = centavo, centavos
    """),
    cents=table("""
        USD = centavo, centavos
        EUR = cêntimo, cêntimos
        BRL = centavo, centavos
    """),
    cents_joint="e",
    thousand="mil",
    magnitudes=table("""
        mil =
        milhão =
        milhões =
        bilhão =
        bilhões =
        trilhão =
        trilhões =
        mi = milhão, milhões
        M = milhão, milhões
        bi = bilhão, bilhões
    """),
    of="de",
    times="por",
    number="número",
    signs=table("""
        & = e
        + = mais
        = = igual a
        @ = arroba
        % = por cento
        ° = graus
        # = hashtag
        × = vezes
        ÷ = dividido por
        ± = mais ou menos
        < = menor que
        > = maior que
        ~ = cerca de
        ≈ = cerca de
        § = parágrafo
        € = euros
        $ = dólares
        £ = libras
        ¥ = ienes
        ¢ = centavos
    """),
    address=table("""
        . = ponto
        @ = arroba
        / = barra
        - = hífen
        _ = underline
    """),
    abbreviations=table("""
        Sr. = senhor
        Sra. = senhora
        Srta. = senhorita
        Srs. = senhores
        Dr. = doutor
        Dra. = doutora
        Prof. = professor
        Profa. = professora
        D. = dom
        Sto. = santo
        Sta. = santa
        Av. = avenida
        R. = rua
        etc. = et cetera
        p. ex. = por exemplo
        p.ex. = por exemplo
        aprox. = aproximadamente
        EUA = Estados Unidos
        a.C. = antes de Cristo
        d.C. = depois de Cristo
        a. C. = antes de Cristo
        d. C. = depois de Cristo
        vs. = versus
    """),
    before_number=table("""
        n.º = número
        N.º = número
        n. = número
        no. = número
        nº. = número
        pág. = página
        p. = página
        art. = artigo
        cap. = capítulo
        vol. = volume
        fig. = figura
        tel. = telefone
    """),
    counted=("século", "séculos", "capítulo", "parte", "tomo", "volume", "ato", "cena", "tipo"),
    regnal=Regnal(limit=10),
)
