"""Tokenisation: text between white space, cut where a reader would hear two words.

Han, kana and the scripts of South-East Asia write no spaces. There a token is one character
with all that cannot stand without it: combining marks, vowels written beside their consonant,
and the signs that do not begin a line (JIS X 4051: small kana, the long sign, iteration
marks).
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import chain, pairwise

from subalign.model import Break
from subalign.text.punctuation import OPENING_BRACKETS, OPENING_QUOTES, char_class
from subalign.text.scripts import NOT_FIRST, SPACELESS, is_spaceless


@dataclass(slots=True)
class DraftToken:
    """Token in the making.

    Args:
        start: Offset of its first character in the source.
        end: Offset after its last character.
        shown: Text that a reader sees; empty for a speaker label.
        spoken: Text to be spoken; empty for what is silent.
        why: Reason why it is silent or not shown, such as ``sound-label``; else empty.
        speaker: Name of the speaker, as far as known.
        line: Line number in the source, from 1.
        ends: What ends after the token.
    """

    start: int
    end: int
    shown: str
    spoken: str
    why: str = ""
    speaker: str = ""
    line: int = 0
    ends: Break = Break.NONE


@dataclass(frozen=True, slots=True)
class _Patterns:
    """Regular expressions of the tokeniser.

    Args:
        chunk: Text between white space. French sets a space before high punctuation and inside
            its quotes, and several languages group digits by no-break spaces: none of these
            spaces parts two words.
        ordinary: ASCII word that is never cut and is spoken as it stands. A single period or
            hyphen stays inside a word. Most chunks match, and need no further look.
        spaceless_token: Token in text that has such a letter.
        cut: Place after which a chunk of another script is cut: an ellipsis or dash that
            touches the next word, and a musical note beside a word.
        address: Sign of a web or mail address, which is never cut.
        read_out: Letter, digit, or a sign that a voice reads out when it stands alone.
    """

    chunk: re.Pattern[str]
    ordinary: re.Pattern[str]
    spaceless_token: re.Pattern[str]
    cut: re.Pattern[str]
    address: re.Pattern[str]
    read_out: re.Pattern[str]


@cache
def _patterns() -> _Patterns:
    return _Patterns(
        chunk=re.compile(
            r"(?:«[ \xa0\u202f](?=\S))?\S+"
            r"(?:(?<=\d)[\xa0\u202f\u2009]\d{3}(?!\d)\S*)*"
            r"(?:[ \xa0\u202f][!?;:»…][!?;:»….,”)]*(?!\S))*"
        ),
        ordinary=re.compile(r"[\"'(]*[A-Za-z0-9]+(?:[-.,'’/][A-Za-z0-9]+)*[.,;:?!\"')]{0,2}"),
        spaceless_token=_spaceless_token_pattern(),
        cut=_cut_pattern(),
        address=re.compile(r"://|@|www\.", re.IGNORECASE),
        read_out=re.compile(r"[^\W_]|[%‰&+=@°§№×÷±−≈≠≤≥√∞$¢£¤¥\u20a0-\u20cf฿﷼＄￠￡￥％＆＋＝＠]"),
    )


def _spaceless_token_pattern() -> re.Pattern[str]:
    opening = char_class(f"{OPENING_BRACKETS}{OPENING_QUOTES}¿¡")
    joins_next = r"เ-ไເ-ໄ\u1039\u17d2"  # vowels before their consonant; signs that stack the next
    other_word = rf"(?:(?![{SPACELESS}])\w)+"
    return re.compile(
        rf"{opening}*(?:(?<![{joins_next}])(?![{NOT_FIRST}])(?=\w)[{SPACELESS}]"
        rf"|{other_word}(?:[^\w\s\u3000-\u303f\uff00-\uffef“”‘’—…]+{other_word})*)"
    )


def _cut_pattern() -> re.Pattern[str]:
    behind_word = r"(?<=[\w\0,;:!?'’\"”»)\]%°])"
    closing = r"[”’»)\]}\0]*"
    ellipsis = rf"{behind_word}(?:\.{{3,}}|…+){closing}(?=[\w“‘«\"(\[¿¡\0])"
    dash = r"(?:[—―]+|-{2,}|–(?!\d)|(?<!\d)–)"  # an en dash between digits is a range
    dash_in_word = rf"(?:{behind_word}|(?<=\.)){dash}{closing}(?=[\w“‘«\"'(\[¿¡$€£\0])"
    note = r"(?<=[♩♪♫♬])(?=\w)|(?<=\w)(?=[♩♪♫♬])"
    return re.compile(f"{ellipsis}|{dash_in_word}|{note}")


def find_words(text: str, start: int, end: int) -> Iterator[DraftToken]:
    """Yield the tokens of a stretch of text: words, and signs with ``why`` set to ``sign``.

    Text that cannot be seen is left out.

    Args:
        text: Masked text.
        start: Offset of the stretch.
        end: Offset after it.

    >>> [token.shown for token in find_words("Wait—what? 今日は", 0, 14)]
    ['Wait—', 'what?', '今', '日', 'は']
    """
    patterns = _patterns()
    is_ordinary = patterns.ordinary.fullmatch
    for chunk in patterns.chunk.finditer(text, start, end):
        raw, at = chunk.group(), chunk.start()
        if is_ordinary(raw):
            yield DraftToken(at, at + len(raw), raw, raw)
            continue
        for a, b in pairwise((0, *_cuts(raw), len(raw))):
            shown = visible(raw[a:b], "\xa0")
            # Joiners and variation selectors alone are as good as nothing.
            if shown.strip("\u200c\u200d\u200e\u200f\u061c\ufe0e\ufe0f"):
                spoken = _spoken(shown)
                yield DraftToken(at + a, at + b, shown, spoken, "" if spoken else "sign")


def visible(raw: str, space: str) -> str:
    """Return ``raw`` as a reader sees it.

    The text is normalised to NFC, control characters are dropped, and each run of white space
    becomes ``space``.
    """
    if raw.isascii() and raw.isprintable() and " " not in raw:
        return raw
    seen = " ".join(raw.split()).translate(_control_characters())
    return unicodedata.normalize("NFC", space.join(seen.split()))


@cache
def _control_characters() -> dict[int, None]:
    """Return a translation table that drops the characters of Unicode categories Cc and Cf.

    Joiners that shape words and emoji stay, and so do marks of direction. Overrides and
    isolates of direction go, for they would reach beyond a token that lost their partner.
    """
    return dict.fromkeys(
        chain(
            (0xAD, 0x200B, 0xFEFF),
            range(0x20),
            range(0x7F, 0xA0),
            range(0x202A, 0x202F),
            range(0x2060, 0x2070),
            range(0xFFF9, 0xFFFC),
        )
    )


def _spoken(shown: str) -> str:
    """Return the text to be spoken: ``shown`` without spaces and marks of direction."""
    if not _patterns().read_out.search(shown):
        return ""
    if shown.isascii():
        return shown
    marks_of_direction = dict.fromkeys((0x200E, 0x200F, 0x061C))
    return "".join(shown.translate(marks_of_direction).split())


def _cuts(raw: str) -> list[int]:
    """Return the offsets at which a chunk is cut into tokens."""
    if raw.isascii() and "--" not in raw and "..." not in raw:
        return []
    patterns = _patterns()
    if any(map(is_spaceless, raw)):
        return [m.start() for m in patterns.spaceless_token.finditer(raw)][1:]
    if patterns.address.search(raw):
        return []
    return [m.end() for m in patterns.cut.finditer(raw)]
