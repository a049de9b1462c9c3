"""Names of speakers, by their form alone."""

from __future__ import annotations

import re

from subalign.transcript.masking import listed

_PARTICLES = listed(
    "al and bin da das de del della den der di dos du e et la le o of und van von y & и"
)
_NUMBERED = re.compile(r"[^\W\d_]{1,12}[ _-]?\d{1,3}")
_WORD = re.compile(r"#?\w[\w.'’&/-]*")

# What stands before a colon at the start of a line and names no speaker.
_NO_NAMES = listed("""
    act answer appendix attention author breaking caution caveat chapter conclusion cons copyright
    correction date day disclaimer download duration edit email episode example fact figure
    finally first fig footnote fun goal hint idea important info introduction item keywords
    lesson link links location moral motto nb next note notes number option outline p.s part point
    problem pros ps psalm quote re reason recap recorded remember reminder result rule scene
    second section sidenote solution source sources spoiler step subject summary table takeaway
    task tbd thanks third time tip tips title tl;dr today todo tomorrow topic topics transcript
    translation truth update url verse version warning website week yesterday
    actually also and anyway basically because but consider ever hence imagine indeed listen look
    maybe meaning meanwhile namely no obviously ok okay or right see so still then think thus
    well what who why yeah yes
    achtung anmerkung beispiel datum fazit hinweis kapitel nachtrag quelle schritt teil thema
    tipp titel vorsicht wichtig zusammenfassung
    attention chapitre conclusion étape exemple date important partie rappel remarque résumé
    source sujet titre
    advertencia atención capítulo conclusión consejo ejemplo fecha fuente importante nota parte
    paso resumen tema título
    attenzione capitolo conclusione data esempio fonte importante riassunto titolo
    aandacht conclusie deel hoofdstuk let opmerking samenvatting voorbeeld
    atenção capítulo conclusão dica exemplo passo resumo
    внимание важно вывод глава дата итог источник пример примечание тема часть шаг
    """)


def is_name(text: str) -> bool:
    """Return True if a text has the form of a name.

    A name has one to four words with capitals, or a word with a number. In scripts without
    capitals up to three short words are a name.

    >>> is_name("Anna"), is_name("DR. SMITH"), is_name("Speaker 1"), is_name("Vincent van Gogh")
    (True, True, True, True)
    >>> is_name("Then he said"), is_name("10"), is_name("Chapter 3"), is_name("Note")
    (False, False, False, False)
    """
    words = text.split()
    if not words or len(text) > 40 or words[0].lower().strip(".") in _NO_NAMES:
        return False
    if _NUMBERED.fullmatch(text):
        return True
    counted = [w for w in words if w.lower() not in _PARTICLES]
    if not 1 <= len(counted) <= 4 or not words[0][0].isalpha():
        return False
    if not all(_WORD.fullmatch(w) for w in words if w not in _PARTICLES):
        return False
    letters = [next((c for c in w if c.isalpha()), "") for w in counted]
    if not any(c.lower() != c.upper() for c in letters):
        return len(words) <= 3 and len(text) <= 20
    return all(not c or c != c.lower() or c == c.upper() for c in letters)


def is_distinct(name: str) -> bool:
    """Return True if the form of ``name`` makes it more than a capitalised word before a colon.

    >>> is_distinct("ANNA"), is_distinct("Anna Smith"), is_distinct("Speaker 1")
    (True, True, True)
    >>> is_distinct("Anna"), is_distinct("Look")
    (False, False)
    """
    return name.isupper() or " " in name or any(c.isdigit() for c in name)
