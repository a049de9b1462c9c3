"""Where phrases begin in scripts that write no spaces: no line may end inside one.

BudouX, which browsers and Android break such lines with, has a small model for each of
Japanese, Chinese in both scripts, and Thai.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from itertools import accumulate
from typing import Any

_TRADITIONAL = ("zh-hant", "zh-tw", "zh-hk", "zh-mo", "yue")


def phrase_starts(text: str, language: str) -> frozenset[int] | None:
    """Where in ``text`` a phrase begins; None in languages that write spaces, or without a model.

    Args:
        language: BCP 47 code.

    >>> sorted(phrase_starts("猫が好きです。", "ja")), phrase_starts("I like cats.", "en")
    ([0, 2], None)
    """
    load = _loader(language.lower().replace("_", "-"))
    if load is None:
        return None
    return frozenset(accumulate(map(len, _parser(load).parse(text)[:-1]), initial=0))


def _loader(code: str) -> str | None:
    main = code.partition("-")[0]
    if code.startswith(_TRADITIONAL):
        return "traditional_chinese"
    return {
        "ja": "japanese",
        "zh": "simplified_chinese",
        "cmn": "simplified_chinese",
        "th": "thai",
    }.get(main)


@cache
def _parser(name: str) -> Any:
    import budoux

    load: Callable[[], Any] = getattr(budoux, f"load_default_{name}_parser")
    return load()
