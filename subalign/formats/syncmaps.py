"""Captions as a sync map of aeneas, whose classes write several formats.

aeneas writes texts as they are, so escaping is left to the module of each format. The modules
read for themselves: aeneas takes what is no time for 0, and needs text around each line break.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from subalign.model import Cue
from subalign.times import SECOND


def write(cues: Sequence[Cue], variant: str, **layout: str | None) -> str:
    """Return cues as the text of a sync map.

    Args:
        cues: with lines as they shall stand in the file.
        variant: what aeneas calls the format, such as ``ttml``.
        layout: attributes of aeneas' writer that are to have other values.
    """
    from aeneas.exacttiming import TimeValue
    from aeneas.syncmap import SyncMap, SyncMapFormat, SyncMapFragment
    from aeneas.textfile import TextFragment

    fragments = SyncMap()
    for number, cue in enumerate(cues, 1):
        start, end = (TimeValue(ms) / SECOND for ms in (cue.start, cue.end))
        text = TextFragment(f"f{number:06}", lines=list(cue.lines))
        fragments.add_fragment(SyncMapFragment(text, begin=start, end=end))
    writer: Any = SyncMapFormat.CODE_TO_CLASS[variant](variant=variant)
    for name, value in layout.items():
        setattr(writer, name, value)
    return str(writer.format(fragments))
