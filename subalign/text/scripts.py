"""Scripts: which write no spaces between words, and which characters are kanji or kana.

The ranges stand in strings for use inside a character class of a regular expression. Source:
Unicode 15.1, Scripts and Blocks.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache

HAN = r"\u3005-\u3007\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
"""Characters of Chinese origin, with the Japanese marks that repeat one."""

KANA = r"\u3041-\u309f\u30a1-\u30fa\u30fc-\u30ff\u31f0-\u31ff\uff66-\uff9f"
"""Syllables of Japanese, full and half width, with the long sign."""

SPACELESS = (
    rf"{KANA}{HAN}\u3105-\u312f"  # bopomofo
    r"\u0e01-\u0e46\u0e81-\u0ec6\u1000-\u103f\u1050-\u108f\u1780-\u17d7"  # Thai to Khmer
)
"""Letters of the scripts that write no spaces between words."""

NOT_FIRST = (
    "々ゝゞヽヾーｰぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮヵヶ"
    "ㇰㇱㇲㇳㇴㇵㇶㇷㇸㇹㇺㇻㇼㇽㇾㇿﾞﾟｧｨｩｪｫｬｭｮｯ"
    "ฯะาำๅๆຯະາຳໆ\u17d7"
)
"""Letters that no line begins with: small kana, the long sign, iteration marks (JIS X 4051), and
Thai and Lao vowels written after their consonant."""


@cache
def _spaceless() -> re.Pattern[str]:
    return re.compile(f"[{SPACELESS}]")


def is_spaceless(char: str) -> bool:
    """Return True if ``char`` belongs to a script that writes no spaces between words.

    >>> is_spaceless("今"), is_spaceless("ก"), is_spaceless("한"), is_spaceless("")
    (True, True, False, False)
    """
    return _spaceless().match(char) is not None


def is_wide(char: str) -> bool:
    """Return True if ``char`` takes two columns: full width or wide by Unicode TR 11.

    >>> is_wide("今"), is_wide("。"), is_wide("a")
    (True, True, False)
    """
    return unicodedata.east_asian_width(char) in "WF"
