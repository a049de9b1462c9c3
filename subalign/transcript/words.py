"""Words: what stands between white space, cut where a reader would hear two.

Han, kana and the scripts of South-East Asia write no spaces. There a token is a character
with all that cannot stand without it: marks, vowels written beside their consonant, and the
signs that do not begin a line (JIS X 4051: small kana, the long sign, iteration marks).
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain, pairwise

from subalign.model import Break


@dataclass(slots=True)
class DraftToken:
    """A token in the making: where it stands in the source, and what ``Token`` says of it."""

    start: int
    end: int
    shown: str
    spoken: str
    why: str = ""
    speaker: str = ""
    line: int = 0
    ends: Break = Break.NONE


# French sets a space before high punctuation and inside its quotes, and several languages
# group digits by no-break spaces: none of these spaces parts two words.
_TOKEN = re.compile(
    r"(?:«[ \xa0\u202f](?=\S))?\S+"
    r"(?:(?<=\d)[\xa0\u202f\u2009]\d{3}(?!\d)\S*)*"
    r"(?:[ \xa0\u202f][!?;:»…][!?;:»….,”)]*(?!\S))*"
)

# Most words need no further look; a single period or hyphen stays inside one.
_ORDINARY = re.compile(r"[\"'(]*[A-Za-z0-9]+(?:[-.,'’/][A-Za-z0-9]+)*[.,;:?!\"')]{0,2}")

_SPACELESS = (
    r"\u3041-\u309f\u30a1-\u30fa\u30fc-\u30ff\u31f0-\u31ff\uff66-\uff9f"  # kana
    r"\u3005-\u3007\u3105-\u312f\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
    r"\u0e01-\u0e46\u0e81-\u0ec6\u1000-\u103f\u1050-\u108f\u1780-\u17d7"  # Thai to Khmer
)
_FOLLOWING = r"々ゝゞヽヾーｰぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮヵヶㇰ-ㇿﾞﾟｧ-ｯฯะาำๅๆຯະາຳໆ\u17d7"
_LEADING = r"เ-ไເ-ໄ\u1039\u17d2"  # vowels before their consonant; signs that stack the next
_OPENING = r"「『（《〈【〔“‘(\[{«¿¡"
_OTHER = rf"(?:(?![{_SPACELESS}])\w)+"
_ANY_SPACELESS = re.compile(f"[{_SPACELESS}]")
_START = re.compile(
    rf"[{_OPENING}]*(?:(?<![{_LEADING}])(?![{_FOLLOWING}])(?=\w)[{_SPACELESS}]"
    rf"|{_OTHER}(?:[^\w\s\u3000-\u303f\uff00-\uffef“”‘’—…]+{_OTHER})*)"
)

_BEFORE = r"(?<=[\w\0,;:!?'’\"”»)\]%°])"
_CLOSED = r"[”’»)\]}\0]*"
_CUT = re.compile(
    rf"{_BEFORE}(?:\.{{3,}}|…+){_CLOSED}(?=[\w“‘«\"(\[¿¡\0])"
    rf"|(?:{_BEFORE}|(?<=\.))(?:[—―]+|-{{2,}}|–(?!\d)|(?<!\d)–){_CLOSED}(?=[\w“‘«\"'(\[¿¡$€£\0])"
    r"|(?<=[♩♪♫♬])(?=\w)|(?<=\w)(?=[♩♪♫♬])"
)
_ADDRESS = re.compile(r"://|@|www\.", re.IGNORECASE)

# Signs that a voice reads out when they stand alone; a letter or digit is always read.
_READ_OUT = re.compile(r"[^\W_]|[%‰&+=@°§№×÷±−≈≠≤≥√∞$¢£¤¥\u20a0-\u20cf฿﷼＄￠￡￥％＆＋＝＠]")

_JOINERS = "\u200c\u200d\u200e\u200f\u061c\ufe0e\ufe0f"
_BIDI = dict.fromkeys([0x200E, 0x200F, 0x061C])
# Cc and Cf save the joiners that shape words and emoji, and the marks in _BIDI: overrides and
# isolates would reach over the edge of a token that lost their partner.
_UNSEEN = dict.fromkeys(
    chain(
        (0xAD, 0x200B, 0xFEFF),
        range(0x20),
        range(0x7F, 0xA0),
        range(0x202A, 0x202F),
        range(0x2060, 0x2070),
        range(0xFFF9, 0xFFFC),
    )
)


def find_words(text: str, start: int, end: int) -> Iterator[DraftToken]:
    """The words and signs in ``text[start:end]``; what cannot be seen is left out."""
    for token in _TOKEN.finditer(text, start, end):
        raw, at = token.group(), token.start()
        if _ORDINARY.fullmatch(raw):
            yield DraftToken(at, at + len(raw), raw, raw)
            continue
        for a, b in pairwise((0, *_cuts(raw), len(raw))):
            shown = visible(raw[a:b], "\xa0")
            if shown.strip(_JOINERS):
                spoken = _spoken(shown)
                yield DraftToken(at + a, at + b, shown, spoken, "" if spoken else "sign")


def is_spaceless(char: str) -> bool:
    """Whether ``char`` is of a script that writes no spaces between words.

    >>> is_spaceless("今"), is_spaceless("ก"), is_spaceless("한"), is_spaceless("")
    (True, True, False, False)
    """
    return _ANY_SPACELESS.match(char) is not None


def visible(raw: str, space: str) -> str:
    """``raw`` as a reader sees it: NFC, no control signs, any white space as ``space``."""
    if raw.isascii() and raw.isprintable() and " " not in raw:
        return raw
    seen = " ".join(raw.split()).translate(_UNSEEN)
    return unicodedata.normalize("NFC", space.join(seen.split()))


def _spoken(shown: str) -> str:
    if not _READ_OUT.search(shown):
        return ""
    return shown if shown.isascii() else "".join(shown.translate(_BIDI).split())


def _cuts(raw: str) -> list[int]:
    """Where the token falls into drafts."""
    if raw.isascii() and "--" not in raw and "..." not in raw:
        return []
    if _ANY_SPACELESS.search(raw):
        return [m.start() for m in _START.finditer(raw)][1:]
    if _ADDRESS.search(raw):
        return []
    return [m.end() for m in _CUT.finditer(raw)]
