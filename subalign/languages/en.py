"""English."""

from __future__ import annotations

from subalign.languages.base import (
    Abbreviations,
    Disfluencies,
    FunctionWords,
    Language,
    RegionalForms,
    Role,
    SoundWords,
    WordClasses,
)
from subalign.languages.lexicon import Lexicon, Ordinal, Regnal, table

LANGUAGE = Language(
    code="en",
    name="English",
    log_prior=5.0,
    voice="en-us",
    ipa="ʔ=t ɜ=ɚ",
    # 3/4/2021 is in April everywhere but in the United States.
    regions={
        "US": RegionalForms(),
        "*": RegionalForms(month_first=False, date="the {day} of {month} {year}"),
    },
    sounds=SoundWords(
        acts="""
            applauding applauds barking barks beeping beeps breathes breathing buzzing cheering
            cheers chuckle chuckles chuckling claps clapping clicking coughing coughs cries
            crosstalk crying exhales gasp gasping gasps giggles giggling groaning groans grunts
            humming hums inaudible indecipherable indiscernible indistinct inhales laugh laughing
            laughs laughter moans mumbles mumbling murmuring murmurs overlapping ringing rustling
            scoffs screaming screams shouting shouts sighing sighs singing sings snickers sneezes
            sniffles sniffs sobbing sobs speaking speaks stutters throat unclear unintelligible
            whispering whispers whistles whistling yawns
            """,
        things="""
            applause beep bleep breath chatter footsteps gunshot gunshots jingle music noise noises
            pause scream sigh silence static thud
            """,
        company="""
            audience background bell bells both break birds chirping clears clock commercial crowd
            dog door doors drums engine everyone foreign guitar horn host indistinct instrumental
            intro knock knocking language outro phone piano playing plays quiet ringtone siren slams
            soft song stops thunder typing upbeat wind
            """,
        speech="""
            am are as be been but can could did do don't for had has have i i'm if is it it's like
            love me my no not of or our should so that that's this was we were what when which who
            will with would you your
            """,
        articles="a an another any his her in the their to",
    ),
    headings="""
        act answer appendix attention author breaking caution caveat chapter conclusion cons
        copyright correction date day disclaimer download duration edit email episode example fact
        figure finally first fig footnote fun goal hint idea important info introduction item
        keywords lesson link links location moral motto nb next note notes number option outline p.s
        part point problem pros ps psalm quote re reason recap recorded remember reminder result
        rule scene second section sidenote solution source sources spoiler step subject summary
        table takeaway task tbd thanks third time tip tips title tl;dr today todo tomorrow topic
        topics transcript translation truth update url verse version warning website week yesterday
        actually also and anyway basically because but consider ever hence imagine indeed listen
        look maybe meaning meanwhile namely no obviously ok okay or right see so still then think
        thus well what who why yeah yes
        """,
    abbreviations=Abbreviations(
        inner="""
            mx messrs rev hon pres gov sen rep gen col maj capt lt sgt cpl cmdr adm supt insp mt viz
            incl excl aka asst assoc approx
            """,
        number="""
            nos p ch chap sec para eq art op v vv ver jan feb mar apr jun jul aug sep sept oct nov
            dec mon tue tues wed thu thurs fri sat sun
            """,
        either="""
            esq ph.d llc llp plc ed eds est dist univ bldg rd hwy ave blvd dept govt min max hr hrs
            secs ft lb lbs oz km kg cm mm
            """,
        starts="""
            the a an this that these those it he she we they i you there here his her its our their
            my your but and so then in on at for if when while what why how who where as after
            before however also now no yes not many most some all one another
            """,
        words="a",
    ),
    function_words=FunctionWords(
        words={
            Role.ARTICLE: "a an the",
            Role.POSSESSIVE: "my your his her its our their whose",
            Role.DETERMINER: """
                this that these those every each some any no another other such both all many much
                several few most more whatever whichever enough own same which what whom one
                """,
            Role.COORDINATOR: "and or but nor so yet plus",
            Role.SUBORDINATOR: """
                because if when while although though unless until since whereas whether once before
                after as than that how why where what whenever wherever like who which whom whose
                """,
            Role.PREPOSITION: """
                about above across against along among amid around at behind below beneath beside
                besides between beyond by despite during except for from in inside into near on onto
                outside over past per since through throughout toward towards under until upon via
                with within without like as
                """,
            Role.GENITIVE: "of",
            Role.INFINITIVE: "to",
            Role.AUXILIARY: """
                am is are was were be been being have has had do does did will would shall should
                can could may might must cannot isn't aren't wasn't weren't haven't hasn't hadn't
                don't doesn't didn't won't wouldn't shan't shouldn't can't couldn't mustn't ain't
                """,
            Role.SUBJECT: "i you he she it we they there who",
            Role.OBJECT: "me you him her us them it",
            Role.CONTRACTION: """
                i'm you're he's she's it's we're they're i've you've we've they've i'll you'll he'll
                she'll it'll we'll they'll i'd you'd he'd she'd it'd we'd they'd that's there's
                here's what's who's where's how's that'll there'll let's
                """,
            Role.DEGREE: """
                not very just really quite too so rather pretty almost also never always only even
                still already ever more most less as nearly
                """,
            Role.ENCLITIC: "not",
            Role.PARTICLE: "up down off out away back together along apart aside forward",
            Role.MODIFIER: """
                good great new old big small little long short high low large young same next last
                main best better worst bad real wrong own whole full free different human only other
                early late public private key very first second third single common simple black
                white red green blue hard easy strong clear poor rich true certain major
                """,
            Role.NUMBER: """
                two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen
                sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty
                ninety hundred thousand million billion trillion
                """,
            Role.TITLE: """
                mr mrs ms dr prof professor st sir lord lady captain president senator saint king
                queen aunt uncle
                """,
            Role.CATENATIVE: """
                going want wants wanted need needs needed have has had got able try tries trying
                tried used supposed ought begin begins began start starts started like likes liked
                love hope hoping unable willing ready likely happen happens happened seem seems
                seemed continue tend decided decide
                """,
        },
        phrases={
            Role.PREPOSITION: """
                due to, according to, because of, instead of, out of, such as, as well as, along
                with, ahead of, next to, outside of, inside of, apart from, thanks to, up to, based
                on, away from, in front of, rather than, as to, except for, prior to, in terms of
                """,
            Role.SUBORDINATOR: """
                so that, even if, even though, as if, as though, what if, in order to, as long as,
                as soon as, in case, now that, no matter
                """,
            Role.DEGREE: "at least, at most, more than, less than",
        },
        endings={
            Role.MODIFIER: "al ous ive ful less able ible ic ish ary",
            Role.DEGREE: "ly",
        },
        unfinished="""
            a an the my your our their and or but nor because if than very every of in into with
            from at for to as like i we they he she
            """,
        verbals="ing",
        plurals="ts ns rs ds ls ks ps ms es gs hs ws ys",
        strands=True,
    ),
    disfluencies=Disfluencies(
        unfinished="""
            a an the my your our their and or nor because if than very every whose we he they i i'm
            you're he's she's we're they're i've you've we've they've i'll you'll he'll she'll we'll
            they'll i'd we'd they'd there's that's it's let's what's who's where's how's until
            unless whether
            """,
        closed="""
            of in into to from with at by for about on onto upon over under between through against
            during without within towards toward across behind beyond near per via up down out off
            is are was were am be been being do does did have has had will would can could shall
            should may might must isn't aren't wasn't weren't don't doesn't didn't haven't hasn't
            hadn't won't wouldn't can't couldn't shouldn't cannot got you she it this that these
            those some any each no another his her its him them us me what when where why who how
            which while although though unless until since whereas whether but so as like just then
            there here what's who's where's how's it'll that'll it'd you'd she'd he'd here's not
            also too
            """,
        doubled="""
            very many much so really quite too never ever far way long big little more well now
            there no yes yeah yep yup okay ok oh ah ha haha hey hello hi bye hmm please thanks wow
            blah knock night again please go come stop wait look right sure fine good had one two
            three four five six seven eight nine ten zero hundred thousand million billion la na da
            tut ho hee hear bang tick bla chop old wide round
            """,
        either="""
            that in on over by through about around under up down off out is was do did her you it
            """,
        openers="""
            i you he she it we they there i'm you're he's she's it's we're they're i've you've we've
            they've i'll you'll he'll she'll it'll we'll they'll i'd you'd he'd she'd we'd they'd
            that's there's here's what's who's where's how's that'll there'll let's and but so
            because well yeah yes yep okay ok no oh now then right sure sorry what when where why
            who how which if although though while since as
            """,
        hesitations="um umm uh uhh uhm er erm hmm mhm",
        fillers="you know, i mean, sort of, kind of, like",
        articles="a an every very",
        common="""
            able about above abuse accept accident account accuse acid across act active actor
            actual actually add address adult advance advantage advice after afternoon again against
            age agency ago agree agreement ahead air aircraft airport alarm album alcohol all allow
            almost alone along already also although always amino among amount analysis ancient
            angle animal ankle announcement another answer antibody anxiety any anyone anything
            anyway apart apartment appeal appear appetite apply appointment approach architect
            architecture area argue argument arm army around arrest arrive arrow artery article
            artist ash ask assembly assistant assume astronomer athlete atom attack attempt
            attention attorney audience aunt autumn average avoid award away axis baby back bacteria
            bad bag bake balance ball band bank bar barrel base basic basically battery battle beach
            beam bean bear beard beast beat beautiful because become bed bee beef beer before begin
            behind believe below belt bench beneath best better between beyond big bike bind bird
            birth birthday bishop bit bite bitter black blade blame blanket blast bleed blend blind
            block blood blue board body bomb bond bone book boot border both bottle bottom bowl box
            boy brain branch brave bread break breakfast breast breath breathe breed brick bride
            bridge brief bring broad bronze broth brother brown brush bucket budget build building
            bullet bunch burn bus bush business busy but butter button buy cabin cable cake call
            calm camera camp campaign canal cancer candidate candle cap capable capacity captain car
            carbon care careful carpet carriage carrot carry case cash castle cat catch cattle cause
            cave ceiling celebrate cell central century ceremony certain certainly chain chair
            challenge chamber champion chance change channel chapter character charge cheap check
            cheek cheese chemical chemistry chest chicken chief chocolate choice choose chronic
            church cinema circle circuit citizen city civil civilian claim class clay clean clear
            clearly clerk client cliff climb clinic clinical clock close cloth clothes cloud club
            coach coal coast coat code coffee coin cold colleague collect college colony color
            column combat come comedy comfort command comment commercial commission commit committee
            common communications community company compare complain complaint complete completely
            complex comply compose compound computer concept concern concert condition conduct
            conference confess confirm conflict confuse connect conquer conscience consider
            conspiracy constant construct consume consumer contact contain contest context continue
            contract control convert convict cook cookie cool copper copy corn corner corporate
            corporation correct cost cottage cotton could council counsel count counter country
            countryside county couple courage course court cousin cover cow crack craft crash cream
            create creature credit crew cricket crime crisis critical criticism crop cross crowd
            crown cruel crystal culture cup cure curious currency current currently curtain curve
            customer cut cycle daily dairy damage dance danger dangerous dark data date daughter
            dawn day dead deal dean dear death debate debt decade decide decision decline decrease
            deep defeat defence defend defendant defense definition degree delay delicate delicious
            deliver demand democracy democratic dentist deny department depend deposit depth deputy
            describe desert deserve design desire desk desperate despite dessert destroy destruction
            detail detect detective determine develop development device devil diabetes diagnosis
            dialogue diamond diet difference different difficult digital dinner diplomat direct
            direction dirty disappear disaster discipline discount discover discovery discuss
            disease dish dismiss display distance district divide divine divorce doctor document dog
            dollar domestic door dose double doubt dough down dozen draft drag drama draw drawing
            dream dress drink drive drop drug dry duke during dust duty dynasty each eager ear early
            earn earthquake easily east easy eat economic economy edge editor education effect
            effort egg eight either elbow elect election electric electricity electron elegant
            element else emergency emotion emperor empire employ employee employer empty encourage
            end enemy energy engine engineer enjoy enormous enough ensure enter enterprise
            entertainment entire entrance envelope environment enzyme episode equal equipment era
            error escape especially essay essential estate estimate ethics even event eventually
            ever every everybody everyone everything everywhere evidence evil exactly exam
            examination examine example excellent except excess exchange excitement execute
            executive exercise exhibition exile exist expansion expect expensive experience
            experiment expert explain explanation explosion export expose express extend extension
            external extra extremely eye fabric face facility fact factor factory fade fail failure
            fair faith fall false fame family far farm farmer fashion fast fat fate father fault
            favor favorite favour fear feature federal fee feel fence fever few fiber fiction field
            fight figure fill film filter final finally finance find finding fine finger finish fire
            firm first fish fit five fix flat fleet flesh flight flood floor flour flow flower fluid
            fly focus folk follow food foot for force foreign forest forget form formal former
            formula fortune forward four fraction frame fraud free freedom freeze frequency
            frequently fresh fridge friend frog front frozen fruit fuel full fun function fund funny
            furniture further future galaxy game gang gap garden garlic gas gate gather gene general
            generally generation generous genetic genius gentle gentleman get ghost giant gift
            ginger girl give glad glass global goal goat goddess going gold golden gone good govern
            government governor grab grade grain grammar grand grandfather grandmother grass grave
            gravity great green grief grill grip ground group grow growth guard guess guest guide
            guilt guilty guitar gun habit hair half hammer hand handful handle happen happy harbor
            hard hardly harsh harvest hat hate have hazard head heal health healthy hear heart heat
            heaven heavy heel height helicopter hell helmet help herb hero hide high himself hip
            hire historian historic historical history hit hobby hold hole holiday holy home honest
            honey honor hook horizon horn horror horse hospital host hostile hot hotel hour house
            household housing however huge human hundred hundreds hunger hungry hunt hurt husband
            ice idea ideal identify ignore illegal illness image imagine immediately immune impact
            important impossible improve impulse incident include including income increase
            incredible incredibly indeed independent index individual industry infant infection
            inflation information ingredient injection injury inmate inn innocent insect inside
            instead insurance intellectual intelligence intense interest interesting internal
            international interview into introduction invasion invent invention invest investigation
            investment investor invitation invite involve iron island issue item itself jacket jail
            jaw jazz jewel job join joint joke journal journalist journey joy judge juice jump jury
            just justice keep key kid kidney kill kind king kingdom kitchen knee knife knight knot
            knowledge label labor laboratory labour lack ladder lady lake lamb lamp land landscape
            lane language large laser last late later laugh launch law lawn lawsuit lawyer lay layer
            lazy lead leader leaf league learn least leather leave lecture left leg legacy legal
            legend lemon lens lesion less let letter level liability liberal liberty library license
            lie life lift light like likely limb limit line linen lion lip liquid list listen
            literally literature little live liver loan local lock logic long look loose lord lose
            loss lot lots loud love low luck lunch lung machine magazine magic magnetic maid mail
            main maintain major majority make man manage management manner manufacture many map
            marble march margin marine market marriage massacre massive master match material
            mathematics matter maximum maybe mayor meal mean meaning measure meat medical medicine
            medieval medium meet melt member membrane memory men mental mention merchant mercy mess
            message metal metaphor meter method microscope middle midnight might migration mile
            military milk million mind mineral minimum minister minor minority minute miracle mirror
            miss mission mistake mix mixture mob mode model moderate modern modest molecule moment
            money monk monster month monument mood moon moral more morning mosquito most mostly
            mother motion motor mountain mouse mouth move movement movie much mud multi multiple
            murder murderer muscle museum mushroom music musical musician must mutual mystery myth
            nail naked name narrative narrow nasty nation national natural nature navy near nearly
            necessary neck need needle negative negotiate neither nerve nervous nest net network
            neuron neutral never new news newspaper next nice night nightmare nine noble nobody
            noise none nor normal normally north nose not note nothing notice novel nowhere nuclear
            number nurse nut oath obey object observation observe obvious obviously occasion occur
            ocean odd off offence offense offer office officer official often oil old once one onion
            only onto open opera operate operation opinion opponent opportunity opposite option
            orange orbit orchestra order ordinary organ organic origin original other otherwise
            ought out outcome outside oven over overall own owner oxygen pace pack packet page pain
            paint pair palace pale palm pan panel panic paper parade paradise parent park parliament
            part participant particular particularly partner party pass passage passenger passion
            passport past pasta paste patch patent path patience patient patrol pattern pay payment
            peace peak peasant penalty pencil penny people pepper per percent perfect perfectly
            performance perhaps period permanent permission permit person personal perspective phase
            phenomenon philosopher philosophy phone photo photograph phrase physical physician
            physics piano pick picture piece pig pile pill pilot pipe pitch place plague plain plan
            plane planet plant plasma plastic plate platform play player please plenty plot plug
            pocket poem poet poetry point poison pole police policy political politician politics
            pool poor popular population porch pork port portion portrait pose position positive
            possible possibly pot potato potential pound powder power powerful practice prayer
            precise predict pregnancy pregnant premise prepare presence present preserve president
            press pressure pretty prevent previous price priest primary prince princess principle
            prior prison prisoner privacy private prize probability probably problem process produce
            product production professional professor profit profound program progress prohibit
            project prominent promise proof propaganda proper properly property prophet prosecution
            prosecutor protect protein protest proud prove provide province psychology public pull
            pulse pump punishment pupil purchase pure purple purpose push put quality queen quest
            question queue quick quickly quiet quite rabbit race radical rail railway rain raise
            ranch random range rapid rapidly rare rat rate rather ratio raw reach react read ready
            real reality realize really reason rebel rebellion receive recent recently recipe
            recognize record recording recovery red reduce reform refrigerator refugee refuse regard
            regime regiment region regular regulatory reign relate relationship relative relatively
            release relief religion religious rely remain remedy remember remote remove rent repeat
            replace reply report represent republic reputation request require rescue research
            residence resident resist resistance resolve resource respect respond rest restaurant
            result retail retire return reveal revenge revenue revolution reward rhythm rice rich
            ride rider rifle right ring riot rise risk ritual rival river road roast rob robot rock
            rocket role roll roman romantic roof room root rope rough roughly round royal rubber
            ruin rule ruler rumor run rural sacred sacrifice sad safe safety sail sailor salad
            salary salt same sample sand satellite sauce sausage save say scale scandal scar scene
            scheme scholar school science scientific scientist scope score scream screen script
            sculpture sea seal search season seat second secret secretary section sector secure see
            seed seem seldom sell senator send senior sense sentence separate sergeant series
            serious seriously serve service session set settle settlement seven several severe
            sexual shade shadow shake shallow shame shape share sharp shed sheep sheet shelf shell
            shelter shield shift ship shirt shock shoe shoot shop short shortage should shoulder
            shout show shower shrimp shut sibling sick side siege sign signal significant silence
            silent silk silver similar simmer simple simply sin since sing singer single sink sister
            sit situation six size sketch skill skull sky slave slavery sleep slice slip slow slowly
            small smart smell smile smoke smooth snake snow soap soccer social society socket soft
            software soil solar soldier solid solo solution solve some somebody somehow someone
            something sometimes somewhere son song soon sort soul sound soup source south space
            speak special specific specimen spectacular speech speed spend sphere spice spider
            spinal spine spirit spiritual spoil spoon sport spot spread spring spy squad square
            stable stack staff stage stain stair stake stand standard star starch start state
            statement station statue status stay steady steak steal steam steel stem step stick
            still stir stitch stock stomach stone stop storage store storm story stove straight
            strange stranger strategy straw stream street strength stress strict strike strip stroke
            strong structure struggle student studio study stuff stupid style subject submarine
            substance suburb succeed success such sudden suddenly suffer sugar suggest suicide suit
            sum summer sun super superior supper supply support suppose supreme sure surely surface
            surgeon surgery surplus surprise surrender surround surveillance survey survive suspect
            suspicion swallow swear sweat sweep sweet swim swing sword symbol symptom syndrome
            system table tablet tail take tale talent talk tall tank tap tape target task taste tax
            taxi tea teach team tear technical technique technology telephone telescope television
            tell temper temperature temple temporary ten tenant tend tendency tennis tension tent
            term terrain terrible territory terror terrorist test testify testimony text than thank
            thanks the theater theatre theft theme theory therapy therefore thick thief thigh thin
            thing things think third thirty thorough thought thousand thread threat three throat
            throne through throughout throw thumb thus ticket tie tiger tight time tiny tired tissue
            title to toast tobacco today toe together tomato tomorrow tone tongue tonight too tool
            tooth top topic torture total totally touch tough tour tourist toward towel tower town
            toy trace track trade tradition traffic trail train training transfer translate
            translation trap travel treasure treasury treat treatment treaty tree tremendous trend
            trial tribe trick trip troop tropical trouble true truly trust truth try tube tumor
            tunnel turn twelve twenty twice twin two type typical typically tyrant ugly ulcer
            umbrella uncle under understand unfortunately uniform union unique unit universal
            universe university unless unlike until up upon urban urgent urine use useful usual
            usually vaccine valley valuable value van various vast vegetable vehicle vein velocity
            venture verdict verse version very vessel veteran vice victim victory view village
            violence virtually virus visible vision visit visitor visual vital vitamin vocabulary
            voice volcano volume volunteer vote voter voyage vulnerable wage wagon wait wake walk
            wall wander want war warm warning warrior wash waste watch water wave way weak weakness
            wealth weapon wear weather wedding week weekend weigh weight weird welcome well west
            what whatever wheat wheel when whenever where whether which while whip whisper white who
            whole whom whose why wicked wide widow wife wild wilderness will willing win wind window
            wine wing winner winter wipe wire wisdom wise wish witch with within without witness
            wolf woman wonder wonderful wood wool word words work worker world worry worse worst
            worth would wound wrap wrist write writer wrong yard year years yeast yellow yes
            yesterday yet yield young yourself youth zero zone eleven thirteen fourteen fifteen
            sixteen seventeen eighteen nineteen forty fifty sixty seventy eighty ninety billion
            """,
    ),
    word_classes=WordClasses(
        subjects="i you he she it we they",
        demonstratives="this that these those",
        coordinators="and or but nor so",
        copulas="is are was were am be been",
        asking="""
            is are was were am do does did have has had will would can could shall should may might
            must isn't aren't wasn't weren't don't doesn't didn't haven't hasn't won't wouldn't
            can't couldn't shouldn't
            """,
        auxiliaries="be been being got hadn't mustn't cannot",
        prepositions="""
            of in into to from with at by for about on onto upon over under between through against
            during without within towards toward across behind beyond near per via
            """,
        particles="up down out off away back on in over",
        adverbs="""
            just really actually probably basically very quite simply also only always never still
            even completely totally roughly relatively particularly mostly largely almost maybe
            perhaps
            """,
        question_words="what when where why who whom how which whose",
        participles="""
            put made built done taken given written driven brought bought found held kept left set
            cut sent shown run sold told installed delivered moved placed finished fixed developed
            launched
            """,
    ),
    lexicon=Lexicon(
        decimal_mark=".",
        group_marks=",",
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
    ),
)
