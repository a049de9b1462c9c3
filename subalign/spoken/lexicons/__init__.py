"""The words around numbers, a file per language; a new one needs a file and a line here."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from types import MappingProxyType

from subalign.spoken.lexicon import Lexicon, Ordinal
from subalign.spoken.lexicons import de, en, es, fr, it, nl, others, pt, ru

LEXICONS: Mapping[str, Lexicon] = MappingProxyType(
    {
        **others.OTHERS,
        "de": de.LEXICON,
        "en": en.LEXICON,
        "es": es.LEXICON,
        "fr": fr.LEXICON,
        "it": it.LEXICON,
        "nb": others.OTHERS["no"],
        "nl": nl.LEXICON,
        "nn": others.OTHERS["no"],
        "pt": pt.LEXICON,
        "ru": ru.LEXICON,
    }
)
"""By the first part of the BCP 47 code."""

# How figures are written: Unicode CLDR 44, number symbols. What differs from 1.000,5.
_POINT = frozenset({"bn", "cy", "en", "fa", "he", "ja", "kn", "ko", "te", "th"})
_POINT_REGIONS = frozenset(
    f"es-{region}" for region in ("DO", "GT", "HN", "MX", "NI", "PA", "PE", "PR", "SV", "US")
)
_APOSTROPHE_REGIONS = frozenset({"de-CH", "de-LI", "fr-CH", "it-CH"})
_SPACE = frozenset(
    {"be", "cs", "eo", "fi", "fr", "hu", "lt", "lv", "nb", "nn", "no", "pl", "ru", "sk", "sv", "uk"}
)
_DOT_ORDINAL = frozenset({"da", "fi", "hu", "nb", "nn", "no", "pl", "sl", "tr"})
"""Where ``3.`` is an ordinal that num2words has."""


def find_lexicon(language: str, region: str = "") -> Lexicon:
    """The words for ``language`` as used in ``region`` (codes of BCP 47).

    A language that is not here gets one that knows no more than its decimal mark.

    >>> find_lexicon("es").decimal_mark, find_lexicon("es", "MX").decimal_mark
    (',', '.')
    """
    place = f"{language}-{region}"
    lexicon = LEXICONS.get(language, Lexicon())
    if language in _DOT_ORDINAL:
        lexicon = replace(lexicon, dot_ordinal=Ordinal())
    if language in _SPACE:
        lexicon = replace(lexicon, group_marks=" .")
    if language in _POINT or place in _POINT_REGIONS:
        lexicon = replace(lexicon, decimal_mark=".", group_marks=",")
    if place in _POINT_REGIONS:
        return replace(lexicon, point="punto")
    if place in _APOSTROPHE_REGIONS:
        return replace(lexicon, decimal_mark=".", group_marks="'’")
    if language == "en" and region not in ("", "US"):
        # 3/4/2021 is in April everywhere but in the United States.
        return replace(lexicon, month_first=False, date="the {day} of {month} {year}")
    return lexicon
