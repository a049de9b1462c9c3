"""Turn a recording and its transcript into captions that a video player shows well.

>>> import subalign as sa  # doctest: +SKIP
>>> made = sa.caption("ep.mp3", "ep.txt", style="netflix")  # doctest: +SKIP
>>> made.save("ep.srt")  # doctest: +SKIP
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from subalign.pipeline import caption

__all__ = ["__version__", "caption"]

__version__ = "0.1.0"


def __getattr__(name: str) -> Any:
    # imported when asked for, so that the command line can print its help at once
    if name == "caption":
        from subalign.pipeline import caption

        return caption
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
