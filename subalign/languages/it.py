"""Italian."""

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
    code="it",
    name="Italian",
    log_prior=3.0,
    ipa="e=ɪ eɪ=eɪ",
    regions={"CH": RegionalForms(decimal_mark=".", group_marks="'’")},
    sounds=SoundWords(
        acts="""
            applausi applauso incomprensibile ridono risata risate sospira sospiro sussurra tossisce
            """,
        things="musica rumore rumori silenzio",
        speech="che di e gli il io la le lo mia mio non una",
    ),
    headings="""
        attenzione capitolo conclusione data esempio fonte importante riassunto titolo
        """,
    abbreviations=Abbreviations(
        inner="""
            sig sigg sig.ra sig.na dott dott.ssa prof.ssa avv arch rag es p.es cfr pag pagg v.le
            mons
            """,
        number="art cap",
        either="ecc s.p.a s.r.l",
        starts="""
            il lo la i gli le l un uno una questo questa questi queste quello quella egli ella lui
            lei noi voi loro io tu e ma o se non sì quando come per in a al di del con senza mio suo
            che chi cosa dove perché poi dopo prima ora anche c ci
            """,
        words="e o",
    ),
    function_words=FunctionWords(
        words={
            Role.ARTICLE: "il lo la i gli le un uno una l' un'",
            Role.POSSESSIVE: """
                mio mia miei mie tuo tua tuoi tue suo sua suoi sue nostro nostra nostri nostre
                vostro vostra loro
                """,
            Role.DETERMINER: """
                questo questa questi queste quest' quello quella quelli quelle quel quei quegli
                quell' ogni tutto tutta tutti tutte altro altra altri altre qualche alcuni alcune
                molti molte molta pochi poche stesso stessa nessun nessuna qualsiasi tanti tante
                """,
            Role.COORDINATOR: "e ed o oppure ma né però anzi",
            Role.SUBORDINATOR: """
                che ch' se perché quando come dove dov' mentre sebbene chi cui quale quali affinché
                poiché siccome appena quanto
                """,
            Role.PREPOSITION: """
                a ad in con su per tra fra da dal dallo dalla dai dagli dalle dall' al allo alla ai
                agli alle all' nel nello nella nei negli nelle nell' sul sullo sulla sui sugli sulle
                sull' verso senza sotto sopra dopo durante contro fino entro oltre presso tramite
                come
                """,
            Role.GENITIVE: "di d' del dello della dei degli delle dell'",
            Role.AUXILIARY: """
                è sono era erano sarà saranno ho hai ha abbiamo avete hanno aveva avevano può
                possono poteva potrebbe deve devono doveva dovrebbe sta stanno stava va vanno fu
                furono siamo siete sia siano
                """,
            Role.SUBJECT: "io tu lui lei noi voi egli ella essi c'è c'era",
            Role.CLITIC: "non mi m' ti t' si s' ci c' vi v' ne n'",
            Role.DEGREE: "molto più meno così troppo tanto quasi anche ancora già sempre mai solo",
            Role.MODIFIER: """
                gran grande grandi buon buona bel bella belle bei nuovo nuova nuovi nuove primo
                prima secondo seconda terzo ultimo ultima vero vera
                """,
            Role.NUMBER: """
                due tre quattro cinque sei sette otto nove dieci undici dodici venti trenta quaranta
                cinquanta sessanta cento mille mila milione milioni miliardo miliardi
                """,
            Role.TITLE: "sig signor signora dott dottor prof professor don san santa",
        },
        phrases={
            Role.PREPOSITION: """
                a causa, a partire, insieme a, insieme con, grazie a, invece di, prima di, vicino a,
                intorno a, davanti a, all'interno di, al di, in base a, così come
                """,
            Role.SUBORDINATOR: """
                anche se, dopo che, prima che, in modo che, dal momento che, quello che, ciò che,
                come se, fino a quando, ogni volta che
                """,
        },
        endings={
            Role.DEGREE: "mente",
        },
        unfinished="il lo la i gli le un una e ed ma di a da in con per che del della mio tuo suo",
        verbals="are ere ire arsi ersi irsi",
    ),
    disfluencies=Disfluencies(
        unfinished="il lo i gli un uno una e ed ma di da in con per che del della mio tuo suo",
        closed="""
            io lui lei noi voi loro la le a ad su tra fra al alla nel nella sul sulla dal dalla dei
            delle non mi ti si ci vi ne è sono era ho ha abbiamo hanno se perché quando come dove
            questo questa quel quella o siamo siete erano sia sei hai avete aveva avevo avevano può
            posso possiamo vuole voglio deve devo va vado anche senza sopra sotto dopo prima durante
            contro verso dello degli agli alle dai dalle nei nelle sui sulle ogni qualche cui chi
            """,
        doubled="piano così molto no sì via ben quasi si ci poco bene ciao",
        either="la",
        openers="""
            io tu lui lei noi voi loro e ma o allora quindi sì no perché quando come cosa chi dove è
            questo questa
            """,
        hesitations="ehm eh uhm mmm",
        fillers="diciamo, insomma, sai, come dire, cioè",
        articles="un uno una il lo i gli mio tuo suo",
        definite="la le",
    ),
    lexicon=Lexicon(
        point="virgola",
        fraction="number",
        minus="meno",
        to="a",
        one=("uno", "un"),
        ordinals={
            **dict.fromkeys(("º", "°", "o"), Ordinal()),
            **dict.fromkeys(("ª", "a"), Ordinal("o", "a")),
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
    ),
)
