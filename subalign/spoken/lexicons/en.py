"""English."""

from __future__ import annotations

from subalign.spoken.lexicon import Lexicon, Ordinal, Regnal, table

LEXICON = Lexicon(
    point="point",
    minus="minus",
    to="to",
    years_in_hundreds=True,
    pairs="oh",
    noun_ends=("s", "people", "men", "women", "children"),
    no_nouns=("as", "has", "his", "is", "its", "perhaps", "this", "us", "was"),
    dating=("after", "before", "by", "from", "in", "of", "since", "to", "until", "year"),
    plurals=(("y", "ies"), ("x", "xes"), ("", "s")),
    ordinals=dict.fromkeys(("st", "nd", "rd", "th"), Ordinal()),
    ordinal_before=dict.fromkeys(("century", "centuries"), Ordinal()),
    months=(
        *("January", "February", "March", "April", "May", "June", "July"),
        *("August", "September", "October", "November", "December"),
    ),
    day=Ordinal(),
    of_month="of",
    month_first=True,
    date="{month} {day} {year}",
    clock=("", "o'clock"),
    clock_words=("am", "pm", "AM", "PM", "a.m", "p.m", "o'clock", "o’clock", "hours"),
    versus="to",
    fractions={
        2: ("half", "halves"),
        3: ("third", "thirds"),
        4: ("quarter", "quarters"),
        5: ("fifth", "fifths"),
        6: ("sixth", "sixths"),
        7: ("seventh", "sevenths"),
        8: ("eighth", "eighths"),
        9: ("ninth", "ninths"),
        10: ("tenth", "tenths"),
        16: ("sixteenth", "sixteenths"),
    },
    units=table("""
        km = kilometer, kilometers
        m = meter, meters
        cm = centimeter, centimeters
        mm = millimeter, millimeters
        km/h = kilometer an hour, kilometers an hour
        kph = kilometer an hour, kilometers an hour
        mph = mile an hour, miles an hour
        m/s = meter per second, meters per second
        mi = mile, miles
        yd = yard, yards
        ft = foot, feet
        in = inch, inches
        km² = square kilometer, square kilometers
        m² = square meter, square meters
        m³ = cubic meter, cubic meters
        km2 = square kilometer, square kilometers
        m2 = square meter, square meters
        m3 = cubic meter, cubic meters
        sq ft = square foot, square feet
        kg = kilogram, kilograms
        g = gram, grams
        mg = milligram, milligrams
        lb = pound, pounds
        lbs = pound, pounds
        oz = ounce, ounces
        l = liter, liters
        L = liter, liters
        ml = milliliter, milliliters
        mL = milliliter, milliliters
        h = hour, hours
        hr = hour, hours
        hrs = hour, hours
        min = minute, minutes
        mins = minute, minutes
        s = second, seconds
        sec = second, seconds
        secs = second, seconds
        ms = millisecond, milliseconds
        Hz = hertz
        kHz = kilohertz
        MHz = megahertz
        GHz = gigahertz
        kB = kilobyte, kilobytes
        KB = kilobyte, kilobytes
        MB = megabyte, megabytes
        GB = gigabyte, gigabytes
        TB = terabyte, terabytes
        Mbps = megabit per second, megabits per second
        Gbps = gigabit per second, gigabits per second
        fps = frame per second, frames per second
        W = watt, watts
        kW = kilowatt, kilowatts
        MW = megawatt, megawatts
        GW = gigawatt, gigawatts
        kWh = kilowatt hour, kilowatt hours
        V = volt, volts
        dB = decibel, decibels
        kcal = kilocalorie, kilocalories
        ha = hectare, hectares
        px = pixel, pixels
        bps = basis point, basis points
        °C = degree Celsius, degrees Celsius
        °F = degree Fahrenheit, degrees Fahrenheit
        ° = degree, degrees
        ‰ = per mille
    """),
    bound=("in",),
    percent=("percent",),
    currencies=table("""
        USD = dollar, dollars
        EUR = euro, euros
        GBP = pound, pounds
        JPY = yen
        CNY = yuan
        RUB = rouble, roubles
        INR = rupee, rupees
        KRW = won
        CHF = Swiss franc, Swiss francs
        CAD = Canadian dollar, Canadian dollars
        AUD = Australian dollar, Australian dollars
        NZD = New Zealand dollar, New Zealand dollars
        BRL = real, reais
        PLN = zloty
        CZK = crown, crowns
        SEK = kronor
        TRY = lira
        ILS = shekel, shekels
        UAH = hryvnia
        BTC = bitcoin, bitcoins
        ¢ = cent, cents
    """),
    cents=table("""
        USD = cent, cents
        EUR = cent, cents
        GBP = penny, pence
    """),
    thousand="thousand",
    magnitudes=table("""
        hundred =
        thousand =
        million =
        billion =
        trillion =
        bn = billion
        mn = million
        mln = million
        M = million
        B = billion
        tn = trillion
    """),
    times="by",
    number="number",
    signs=table("""
        & = and
        + = plus
        = = equals
        @ = at
        % = percent
        ° = degrees
        # = hashtag
        × = times
        ÷ = divided by
        ± = plus or minus
        < = less than
        > = greater than
        ~ = about
        ≈ = about
        § = section
        ¶ = paragraph
        © = copyright
        € = euros
        $ = dollars
        £ = pounds
        ¥ = yen
        ¢ = cents
    """),
    address=table("""
        . = dot
        @ = at
        / = slash
        - = dash
        _ = underscore
    """),
    abbreviations=table("""
        Dr. = Drive
        St. = Street
        Mr. = Mister
        Mr = Mister
        Mrs. = Missus
        Mrs = Missus
        Ms. = Ms
        Messrs. = Messers
        Prof. = Professor
        Rev. = Reverend
        Hon. = Honorable
        Gov. = Governor
        Sen. = Senator
        Rep. = Representative
        Gen. = General
        Col. = Colonel
        Capt. = Captain
        Lt. = Lieutenant
        Sgt. = Sergeant
        Jr. = Junior
        Jr = Junior
        Sr. = Senior
        Inc. = Incorporated
        Corp. = Corporation
        Co. = Company
        Ltd. = Limited
        Ltd = Limited
        Bros. = Brothers
        Dept. = Department
        Univ. = University
        Ave. = Avenue
        Blvd. = Boulevard
        Rd. = Road
        Mt. = Mount
        Ft. = Fort
        vs. = versus
        vs = versus
        v. = versus
        etc. = et cetera
        etc = et cetera
        e.g. = for example
        i.e. = that is
        cf. = compare
        viz. = namely
        approx. = approximately
        est. = estimated
        ca. = circa
        incl. = including
        excl. = excluding
        w/ = with
        w/o = without
        a.k.a. = A.K.A
        p.m. = PM
        a.m. = A.M
        a.m = A.M
        p.m = PM
        Ph.D. = PhD
        Ph.D = PhD
        C# = C sharp
        F# = F sharp
        24/7 = twenty-four seven
        Jan. = January
        Feb. = February
        Apr. = April
        Aug. = August
        Sept. = September
        Oct. = October
        Nov. = November
        Dec. = December
    """),
    before_number=table("""
        No. = number
        no. = number
        Nos. = numbers
        nos. = numbers
        Nr. = number
        Vol. = volume
        vol. = volume
        Ch. = chapter
        ch. = chapter
        Chap. = chapter
        Fig. = figure
        fig. = figure
        Sec. = section
        sec. = section
        Art. = article
        Eq. = equation
        Ver. = version
        ver. = version
        v = version
        Ep. = episode
        ep. = episode
        p. = page
        pp. = pages
        c. = circa
        Mar. = March
        Jun. = June
        Jul. = July
        Jan = January
        Feb = February
        Mar = March
        Apr = April
        Jun = June
        Jul = July
        Aug = August
        Sep = September
        Sept = September
        Sep. = September
        Oct = October
        Nov = November
        Dec = December
    """),
    before_name=table("""
        Dr. = Doctor
        Dr = Doctor
        St. = Saint
        Pres. = President
    """),
    counted=(
        *("act", "annex", "appendix", "article", "book", "bowl", "chapter", "class", "episode"),
        *("figure", "grade", "level", "mark", "part", "phase", "scene", "section", "season"),
        *("series", "stage", "table", "tier", "title", "type", "volume", "war"),
    ),
    regnal=Regnal(article="the"),
    no_numerals=("I", "V", "X"),
)
