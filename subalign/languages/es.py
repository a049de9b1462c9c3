"""Spanish."""

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
    code="es",
    name="Spanish",
    log_prior=3.0,
    ipa="x=h",
    regions=dict.fromkeys(
        ("DO", "GT", "HN", "MX", "NI", "PA", "PE", "PR", "SV", "US"),
        RegionalForms(decimal_mark=".", group_marks=",", point="punto"),
    ),
    sounds=SoundWords(
        acts="""
            aplausos ininteligible inaudible murmullos riendo risa risas ríe suspira suspiro
            suspiros susurra tose
            """,
        things="música ruido ruidos silencio",
        speech="como con el es la las los me mi no que su un una y yo",
    ),
    headings="""
        advertencia atención capítulo conclusión consejo ejemplo fecha fuente importante nota parte
        paso resumen tema título
        """,
    abbreviations=Abbreviations(
        inner="""
            ee sra sres sras srta dña dra lic arq ud uds vd vds gral cnel avda pág págs p.ej ej
            aprox máx mín depto prov ntra sto sta
            """,
        number="núm núms art cap",
        either="ee.uu uu cía ltda",
        starts="""
            el la los las lo un una unos unas este esta estos estas ese esa eso esto él ella
            nosotros ellos ellas yo tú usted y pero o si no sí cuando como para por en a al de del
            con sin mi su sus tu nuestro que qué quién cómo dónde entonces luego después antes ya
            también hay
            """,
        words="e o u y",
    ),
    function_words=FunctionWords(
        words={
            Role.ARTICLE: "el la los las un una unos unas lo",
            Role.POSSESSIVE: """
                mi mis tu tus su sus nuestro nuestra nuestros nuestras vuestro vuestra
                """,
            Role.DETERMINER: """
                este esta estos estas ese esa esos esas aquel aquella aquellos aquellas cada todo
                toda todos todas otro otra otros otras algún alguna algunos algunas ningún ninguna
                mucho mucha muchos muchas poco pocos varios varias cualquier tanto tanta
                """,
            Role.COORDINATOR: "y e o u ni pero sino",
            Role.SUBORDINATOR: """
                que si porque cuando como donde aunque mientras quien quienes cual cuales cuyo cuya
                pues según qué cómo cuándo dónde quién cuál cuánto
                """,
            Role.PREPOSITION: """
                a al ante bajo con contra desde durante en entre hacia hasta mediante para por sin
                sobre tras como
                """,
            Role.GENITIVE: "de del",
            Role.AUXILIARY: """
                es son era eran fue fueron ser está están estaba estaban ha han había habían he
                hemos has hay puede pueden podía podría debe deben debería va van iba iban será
                serán sería
                """,
            Role.SUBJECT: "yo tú él ella nosotros vosotros ellos ellas usted ustedes",
            Role.CLITIC: "no me te se nos os le les",
            Role.DEGREE: "muy más menos tan casi ya también siempre nunca solo sólo bastante",
            Role.MODIFIER: """
                gran buen mal primer primera segundo segunda tercer nuevo nueva nuevos nuevas mejor
                peor mayor menor último última mismo misma mismos mismas
                """,
            Role.NUMBER: """
                dos tres cuatro cinco seis siete ocho nueve diez once doce trece quince veinte
                treinta cuarenta cincuenta sesenta cien ciento mil millón millones
                """,
            Role.TITLE: "sr sra srta dr dra don doña san santa señor señora",
        },
        phrases={
            Role.PREPOSITION: """
                a través, a causa, a partir, en lugar, en vez, junto a, junto con, debido a, gracias
                a, acerca de, antes de, después de, dentro de, fuera de, cerca de, alrededor de,
                además de, frente a, tal como, así como
                """,
            Role.SUBORDINATOR: """
                para que, ya que, así que, lo que, a pesar de que, aun cuando, antes de que, después
                de que, tal que, de modo que, sin que, el que, la que, los que, las que
                """,
        },
        endings={
            Role.DEGREE: "mente",
        },
        unfinished="el la los las un una y e pero de del al con para por que mi tu su sus muy",
        verbals="ar er ir arse erse irse",
    ),
    disfluencies=Disfluencies(
        unfinished="el los las un una y e pero de del al con por que porque mi tu su sus muy",
        closed="""
            yo él ella nosotros ellos ellas la lo unos unas en a para sin sobre entre hasta desde no
            me te se nos le les es son era está están ha han hay si porque cuando como donde este
            esta estos estas ese esa eso o ni soy eres somos fue fueron había he has hemos puede
            pueden quiero quiere va voy vamos tiene tengo tienen también pero desde durante contra
            según hacia cual quien cuya yo tú usted ustedes aquel aquella algo cada
            """,
        doubled="muy no sí casi ya más poco luego bueno",
        either="que",
        openers="""
            yo tú él ella nosotros ellos ellas usted ustedes y pero o entonces bueno sí no porque
            cuando cómo qué quién dónde es esto eso
            """,
        hesitations="eh ehh em mmm",
        fillers="o sea, digamos, sabes, es decir",
        articles="un una el los las mi tu su sus muy",
        definite="la",
    ),
    lexicon=Lexicon(
        point="coma",
        fraction="number",
        minus="menos",
        to="a",
        one=("uno", "un"),
        ordinals={
            **dict.fromkeys(("º", ".º", "o", ".o", "°"), Ordinal()),
            **dict.fromkeys(("ª", ".ª", "a", ".a"), Ordinal("o", "a")),
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
        counted=(
            "siglo",
            "siglos",
            "capítulo",
            "parte",
            "tomo",
            "volumen",
            "acto",
            "escena",
            "tipo",
        ),
        regnal=Regnal(limit=10),
    ),
)
