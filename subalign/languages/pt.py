"""Portuguese."""

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
    code="pt",
    name="Portuguese",
    log_prior=3.0,
    voice="pt-br",
    ipa="y=ɪ x=h æ=ɐ e=ɪ eɪ=eɪ",
    sounds=SoundWords(
        acts="aplauso gargalhada gargalhadas inaudível ininteligível palmas risos tosse",
        things="silêncio ruído",
        speech="e eu meu minha não o os uma",
    ),
    headings="atenção capítulo conclusão dica exemplo passo resumo",
    abbreviations=Abbreviations(
        inner="""
            sra srs sras srta dra eng exmo exma v.ex p.ex ex aprox av pág págs apt profa sto sta
            """,
        number="nº art cap",
        either="ltda cia",
        starts="""
            o a os as um uma uns umas este esta isto esse essa isso aquele aquela ele ela nós eles
            elas eu tu você e mas ou se não sim quando como para por em no na nos nas de do da dos
            das com sem meu sua seu que quem onde porque então depois antes já também há
            """,
        words="a e o",
    ),
    function_words=FunctionWords(
        words={
            Role.ARTICLE: "o a os as um uma uns umas",
            Role.POSSESSIVE: """
                meu minha meus minhas teu tua seu sua seus suas nosso nossa nossos nossas
                """,
            Role.DETERMINER: """
                este esta estes estas esse essa esses essas aquele aquela aqueles aquelas cada todo
                toda todos todas outro outra outros outras algum alguma alguns algumas nenhum
                nenhuma muito muita muitos muitas poucos vários várias qualquer mesmo mesma
                """,
            Role.COORDINATOR: "e ou mas nem porém",
            Role.SUBORDINATOR: """
                que se porque quando como onde embora enquanto quem qual quais cujo cuja pois
                conforme quanto
                """,
            Role.PREPOSITION: """
                em com por para sem sob sobre entre até desde contra durante perante após ao aos à
                às no na nos nas num numa pelo pela pelos pelas neste nesta nesse nessa naquele
                naquela como
                """,
            Role.GENITIVE: "de do da dos das dum duma deste desta desse dessa daquele daquela",
            Role.AUXILIARY: """
                é são era eram foi foram ser está estão estava estavam há tem têm tinha tinham pode
                podem podia poderia deve devem deveria vai vão ia será serão seria sou somos estou
                estamos
                """,
            Role.SUBJECT: "eu tu ele ela nós eles elas você vocês",
            Role.CLITIC: "não me te se lhe lhes",
            Role.DEGREE: "mais menos tão quase já também sempre nunca só ainda bem",
            Role.MODIFIER: """
                grande grandes bom boa bons boas mau novo nova novos novas primeiro primeira segundo
                segunda terceiro último última melhor pior maior menor
                """,
            Role.NUMBER: """
                dois duas três quatro cinco seis sete oito nove dez onze doze quinze vinte trinta
                quarenta cinquenta sessenta cem cento mil milhão milhões
                """,
            Role.TITLE: "sr sra dr dra dom dona são santa senhor senhora",
        },
        phrases={
            Role.PREPOSITION: """
                através de, por causa, a partir, em vez, junto com, devido a, graças a, antes de,
                depois de, dentro de, fora de, perto de, em relação, assim como, além de
                """,
            Role.SUBORDINATOR: """
                para que, já que, assim que, o que, a não ser que, mesmo que, antes que, depois que,
                de modo que, sem que, desde que
                """,
        },
        endings={
            Role.DEGREE: "mente",
        },
        unfinished="""
            o os um uma e ou mas de do da dos das em no na com para por que meu minha seu sua
            """,
        verbals="ar er ir",
    ),
    disfluencies=Disfluencies(
        unfinished="o a os um uma e ou mas de do da dos das em no na com por que meu minha seu sua",
        closed="""
            eu ele ela nós eles elas a as ao à aos às nos nas pelo pela para sem sobre até não me te
            se lhe é são era está estão há tem têm foi quando como onde porque este esta esse essa
            isso isto sou és somos eram era fui foram tenho temos tinha tinham pode podem quero quer
            vai vou vamos também mas desde durante contra entre pelos pelas num numa dum cada algo
            qual quem você vocês nosso nossa dele dela
            """,
        doubled="muito não sim já se quase bem logo nos",
        either="a",
        openers="""
            eu tu ele ela nós eles elas você vocês e mas ou então sim não porque quando como que
            quem onde é isso isto
            """,
        hesitations="hã ahn hum éh",
        fillers="sabe, quer dizer, tipo assim, digamos",
        articles="um uma o os meu minha seu sua",
    ),
    lexicon=Lexicon(
        point="vírgula",
        fraction="number",
        minus="menos",
        to="a",
        ordinals={
            **dict.fromkeys(("º", ".º", "o", ".o", "°"), Ordinal()),
            **dict.fromkeys(("ª", ".ª", "a", ".a"), Ordinal("o", "a")),
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
    ),
)
