"""Abbreviations by what a period after them means, for each language.

Written small, without the last period; ``z. B.`` and ``z.B.`` are both ``z.b``. A letter, or
letters with a period each (``J.``, ``U.S.``), need no entry unless they are ``inner``.
"""

from __future__ import annotations

from dataclasses import dataclass, fields
from functools import cache

from subalign.transcript.masking import listed


@dataclass(frozen=True, slots=True)
class Abbreviations:
    """The abbreviations of a language, and its usual first words.

    Args:
        inner: more of the sentence must follow (``Dr.``, ``e.g.``).
        number: the same before a number (``No. 5``); else an ordinary word.
        either: the end of a sentence if a usual first word follows (``Inc.``, ``p.m.``).
        starts: usual first words of sentences, up to an apostrophe.
        words: small letters that are words, not initials.
    """

    inner: frozenset[str] = frozenset()
    number: frozenset[str] = frozenset()
    either: frozenset[str] = frozenset()
    starts: frozenset[str] = frozenset()
    words: frozenset[str] = frozenset()


_ORDINALS = listed("bs cs da de et fi fo hr hu is lb lt lv nb nn no pl sk sl sr tr")


@cache
def abbreviations(language: str) -> Abbreviations:
    """Those of ``language`` (BCP 47) and those in use everywhere.

    >>> "bzw" in abbreviations("de-AT").inner, "bzw" in abbreviations("en").inner
    (True, False)
    """
    own = _BY_LANGUAGE.get(_primary(language), Abbreviations())
    return Abbreviations(
        *(getattr(_EVERYWHERE, f.name) | getattr(own, f.name) for f in fields(Abbreviations))
    )


def has_ordinals(language: str) -> bool:
    """Whether a period after digits makes an ordinal there (``am 3. Mai``).

    >>> has_ordinals("de"), has_ordinals("en-GB")
    (True, False)
    """
    return _primary(language) in _ORDINALS


def asks_by_semicolon(language: str) -> bool:
    """Whether ``;`` is the question mark, as in Greek.

    >>> asks_by_semicolon("el-GR"), asks_by_semicolon("en")
    (True, False)
    """
    return _primary(language) == "el"


def _primary(language: str) -> str:
    return language.replace("_", "-").split("-")[0].lower()


def _of(
    inner: str = "", number: str = "", either: str = "", starts: str = "", words: str = ""
) -> Abbreviations:
    return Abbreviations(*(listed(s) for s in (inner, number, either, starts, words)))


_EVERYWHERE = _of(
    "mr mrs ms mme dr prof st cf vs e.g i.e resp",
    "no nr vol fig pp",
    "etc jr sr inc ltd co corp bros tel",
)
_BY_LANGUAGE = {
    "en": _of(
        "mx messrs rev hon pres gov sen rep gen col maj capt lt sgt cpl cmdr adm supt insp mt viz"
        " incl excl aka asst assoc approx",
        "nos p ch chap sec para eq art op v vv ver jan feb mar apr jun jul aug sep sept oct nov dec"
        " mon tue tues wed thu thurs fri sat sun",
        "esq ph.d llc llp plc ed eds est dist univ bldg rd hwy ave blvd dept govt min max hr hrs"
        " secs ft lb lbs oz km kg cm mm",
        "the a an this that these those it he she we they i you there here his her its our their my"
        " your but and so then in on at for if when while what why how who where as after before"
        " however also now no yes not many most some all one another",
        words="a",
    ),
    "de": _of(
        "hr hrn fr frl dipl ing bzw ca vgl ggf ggfs evtl evt sog inkl exkl zzgl abzgl bspw z.b d.h"
        " u.a o.ä s.o s.u i.d.r a.d i.a i.v v.a o.g m.e z.t z.zt dt engl frz lat griech ital geb"
        " gest allg bes ehem einschl insb insbes jew mind mögl rd südl nördl östl westl"
        " tägl med phil",
        "s abs aufl bd bl hrsg kap mio mrd nrn str tab tsd ziff jan feb febr mär apr jun jul aug"
        " sep sept okt nov dez",
        "usw usf u.ä u.v.m jh jhd max std sek mio mrd n.chr v.chr gmbh m.b.h str",
        "der die das den dem des ein eine einen einem einer er sie es wir ihr ich du man dies diese"
        " dieser dieses diesen und aber oder doch denn auch da dann so nun jetzt hier dort wenn als"
        " weil ob wie was wer wo warum nach vor in im am an auf bei mit von zu für seit durch"
        " danach dabei damit dazu daher darum deshalb sein seine ihre mein meine unser kein keine"
        " nicht nur noch schon ja nein heute",
    ),
    "fr": _of(
        "mm mmes mlle mlles mgr bd boul ex p.ex c.-à-d c.à.d éd chap",
        "n° art p t janv févr avr juil sept oct nov déc",
        "ste ets cie max hab",
        "le la les l un une des ce c cet cette ces il elle on nous vous ils elles je j tu et mais"
        " ou donc or car si quand comme pour dans en au aux à de du d mon ma mes son sa ses notre"
        " leur qui que qu quoi pourquoi comment où alors puis ensuite après avant",
        words="a à y",
    ),
    "es": _of(
        "ee sra sres sras srta dña dra lic arq ud uds vd vds gral cnel avda pág págs p.ej ej aprox"
        " máx mín depto prov ntra sto sta",
        "núm núms art cap",
        "ee.uu uu cía ltda",
        "el la los las lo un una unos unas este esta estos estas ese esa eso esto él ella nosotros"
        " ellos ellas yo tú usted y pero o si no sí cuando como para por en a al de del con sin mi"
        " su sus tu nuestro que qué quién cómo dónde entonces luego después antes ya también hay",
        words="e o u y",
    ),
    "it": _of(
        "sig sigg sig.ra sig.na dott dott.ssa prof.ssa avv arch rag es p.es cfr pag pagg v.le mons",
        "art cap",
        "ecc s.p.a s.r.l",
        "il lo la i gli le l un uno una questo questa questi queste quello quella egli ella lui"
        " lei noi voi loro io tu e ma o se non sì quando come per in a al di del con senza mio suo"
        " che chi cosa dove perché poi dopo prima ora anche c ci",
        words="e o",
    ),
    "nl": _of(
        "dhr mevr mw drs ir ing bijv b.v d.w.z m.b.t o.a t.o.v i.p.v m.a.w a.u.b i.v.m ca evt incl"
        " excl vgl zgn jl ll",
        "blz art pag jan feb mrt apr jun jul aug sep sept okt nov dec",
        "enz e.d",
        "de het een dit dat deze die er hij zij ze wij we jullie ik jij je u en maar of dus want"
        " als toen wanneer hoe wat wie waar waarom in op aan bij met van voor na om te zijn haar"
        " mijn ons onze hun ook nu daar hier dan niet geen ja nee",
    ),
    "pt": _of(
        "sra srs sras srta dra eng exmo exma v.ex p.ex ex aprox av pág págs apt profa sto sta",
        "nº art cap",
        "ltda cia",
        "o a os as um uma uns umas este esta isto esse essa isso aquele aquela ele ela nós eles"
        " elas eu tu você e mas ou se não sim quando como para por em no na nos nas de do da dos"
        " das com sem meu sua seu que quem onde porque então depois antes já também há",
        words="a e o",
    ),
    "ru": _of(
        "г-н г-жа им ул пр просп пл пер наб проф акад д-р тов св т.е т.к т.н напр см ср прим обл"
        " р-н",
        "стр рис табл гл пп ст № кв",
        "гг вв т.д т.п др тыс млн млрд руб коп мин сек н.э",
        "это этот эта эти тот та те он она оно они мы вы я ты и а но или если когда как что кто где"
        " почему потому в на с к по из у о от до для за при после потом затем так там здесь тут не"
        " нет да ну вот мой наш его её их также",
        words="а я",
    ),
    "pl": _of(
        "al inż mgr hab im np tzw tzn m.in tj pt por zob red ul św",
        "str ust poz rys",
        "itd itp tys mln mld zł gr godz",
        "to ten ta te on ona ono oni my wy ja ty i a ale lub jeśli gdy kiedy jak co kto gdzie w na"
        " z do po od dla za przy nie tak potem więc tam tu mój jego jej ich",
    ),
    "cs": _of(
        "pí ing mgr mudr judr phdr bc doc ul nám tzv např tj mj sv",
        "str čl odst",
        "atd apod aj tis mil mld kč",
        "to ten ta ti on ona ono oni my vy já ty a ale nebo když jak co kdo kde v na z do po od pro"
        " za při ne ano pak tam tady můj jeho její jejich",
    ),
    "sv": _of(
        "hr fr t.ex bl.a d.v.s s.k f.d ca jfr ev inkl",
        "kap",
        "osv o.s.v m.m m.fl kl",
        "det den de en ett han hon vi ni jag du men och så då när om hur vad vem var i på med av"
        " för till från efter sedan nu här där inte ja nej min din sin vår",
    ),
}
