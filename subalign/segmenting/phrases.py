"""Find where phrases start in scripts that write no spaces; no line may end inside a phrase.

BudouX, which browsers and Android break such lines with, has a small model for each of
Japanese, Chinese in both scripts, and Thai.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from itertools import accumulate
from typing import Any

from subalign.languages import find_language, split_tag


def phrase_starts(text: str, language: str) -> frozenset[int] | None:
    """Return the offsets in ``text`` at which a phrase begins.

    Args:
        text: Running text.
        language: BCP 47 code.

    Returns:
        The offsets; None in languages that write spaces, or without a model.

    >>> sorted(phrase_starts("猫が好きです。", "ja")), phrase_starts("I like cats.", "en")
    ([0, 2], None)
    """
    models = find_language(language).phrase_models
    if not models:
        return None
    variant = (*split_tag(language), "")[1]
    parser = _parser(models.get(variant, models[""]))
    return frozenset(accumulate(map(len, parser.parse(text)[:-1]), initial=0))


@cache
def _parser(name: str) -> Any:
    import budoux

    load: Callable[[], Any] = getattr(budoux, f"load_default_{name}_parser")
    return load()
