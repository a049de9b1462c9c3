"""Caption styles: named sets of limits, with the source of each number.

A limit that no guideline gives is ours, and its source says so. Frames become milliseconds
at 24 frames per second, the rate that the guidelines assume.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields, replace
from types import MappingProxyType

from subalign.errors import UsageError, nearest


@dataclass(frozen=True, slots=True)
class Style:
    """The limits that captions keep.

    Args:
        name: what ``--style`` calls it.
        summary: one line for people.
        line_width: most columns in a line (``measure.width``).
        max_lines: most lines in a cue.
        max_cps: reading speed above which a cue is reported, characters per second.
        min_duration: shortest time on screen, ms.
        max_duration: longest time on screen, ms.
        min_gap: least time between two cues, ms.
        chain: a longer gap that is still shorter than this is closed to ``min_gap``, ms.
        lead_in: how long before its first word a cue may come, ms.
        lead_out: how long after its last word a cue stays when nothing follows, ms.
        linger: how long after its last word it may stay to be read, ms.
        dashes: two speakers may share a cue, a line each, with a hyphen in front.
        sources: where each number comes from, by the name of its field.
    """

    name: str
    summary: str
    line_width: int
    max_lines: int
    max_cps: float
    min_duration: int
    max_duration: int
    min_gap: int
    chain: int
    lead_in: int
    lead_out: int
    linger: int
    dashes: bool
    sources: Mapping[str, str]

    def __str__(self) -> str:
        return self.name


LIMITS = tuple(f.name for f in fields(Style) if f.name not in ("name", "summary", "sources"))
"""The fields of a style that are numbers with a source."""

_OURS = "ours: no guideline gives a number"
_NETFLIX_GENERAL = "Netflix Timed Text Style Guide, General Requirements"
_NETFLIX_TIMING = "Netflix Subtitle Timing Guidelines"
_NETFLIX_ENGLISH = "Netflix Timed Text Style Guide, English"
_BBC = "BBC Subtitle Guidelines 1.2"
_TED = "TED Translators guidelines"
_YOUTUBE = "YouTube Help, Supported subtitle and closed caption files: no limit; ours"
_PODCASTING = "Podcasting 2.0 namespace, transcripts.md"
_ONSET = "at the onset of speech: a cue that comes early gives away what is said"


def _style(name: str, summary: str, **limits: tuple[int | float | bool, str]) -> Style:
    numbers = {field: value for field, (value, _) in limits.items()}
    sources = {field: source for field, (_, source) in limits.items()}
    return Style(name, summary, **numbers, sources=MappingProxyType(sources))  # type: ignore[arg-type]


_ALL = (
    _style(
        "netflix",
        "Netflix, adult programmes: the usual choice for video",
        line_width=(42, _NETFLIX_ENGLISH),
        max_lines=(2, _NETFLIX_GENERAL),
        max_cps=(20.0, _NETFLIX_ENGLISH + ", adult programmes"),
        min_duration=(833, _NETFLIX_GENERAL + ": 20 frames at 24 fps (5/6 s)"),
        max_duration=(7000, _NETFLIX_GENERAL),
        min_gap=(83, _NETFLIX_GENERAL + ": 2 frames at 24 fps"),
        chain=(500, _NETFLIX_TIMING + ": gaps of 3 to 11 frames are closed to 2"),
        lead_in=(0, _NETFLIX_TIMING + ": in-time within 1-2 frames of the first sound"),
        lead_out=(500, _NETFLIX_TIMING + ": out-time at least 0.5 s after the sound"),
        linger=(1500, _OURS + "; BBC: not more than 1.5 s after speech"),
        dashes=(True, _NETFLIX_ENGLISH + ", dual speakers: a hyphen without a space"),
    ),
    _style(
        "bbc",
        "BBC: television and iPlayer",
        line_width=(37, _BBC + ": the teletext width that still serves all screens"),
        max_lines=(2, _BBC),
        max_cps=(16.1, _BBC + ": 180 words per minute at 5.36 characters a word"),
        min_duration=(700, _BBC + ": 0.3 s a word, so two short words"),
        max_duration=(7000, _OURS + "; as Netflix"),
        min_gap=(0, _BBC + ": a gap is at least 1 s, or there is none"),
        chain=(1000, _BBC + ": a gap shorter than 1 s is closed"),
        lead_in=(0, _BBC + ": " + _ONSET),
        lead_out=(300, _OURS),
        linger=(1500, _BBC + ": not more than 1.5 s after speech"),
        dashes=(False, _BBC + ": two speakers share a cue only when both speak at once"),
    ),
    _style(
        "ted",
        "TED talks and Amara",
        line_width=(42, _TED),
        max_lines=(2, _TED),
        max_cps=(21.0, _TED),
        min_duration=(1000, _TED),
        max_duration=(7000, _TED),
        min_gap=(40, _OURS + ": one frame at 25 fps"),
        chain=(500, _OURS + "; as Netflix"),
        lead_in=(0, _OURS + ": " + _ONSET),
        lead_out=(500, _TED + ": within 0.5 s of the sound"),
        linger=(1500, _OURS + "; as the BBC"),
        dashes=(True, _TED + ": a hyphen in front of each of two speakers"),
    ),
    _style(
        "youtube",
        "YouTube and other web players",
        line_width=(42, _YOUTUBE),
        max_lines=(2, _YOUTUBE),
        max_cps=(21.0, _YOUTUBE + "; as TED"),
        min_duration=(700, "Subtitle Edit, TikTok profile: 0.7 s for short web video"),
        max_duration=(7000, _YOUTUBE),
        min_gap=(0, _YOUTUBE),
        chain=(500, _YOUTUBE),
        lead_in=(0, _OURS + ": " + _ONSET),
        lead_out=(500, _OURS),
        linger=(1500, _OURS),
        dashes=(False, "YouTube Help: a new speaker starts a new cue with >>"),
    ),
    _style(
        "podcast",
        "Podcast players that scroll the transcript, one card after another",
        line_width=(65, _PODCASTING + ": 65 characters recommended for VTT"),
        max_lines=(2, _PODCASTING),
        max_cps=(25.0, "Subtitle Edit, default profile; a listener reads along"),
        min_duration=(700, _OURS),
        max_duration=(10_000, _OURS + ": two lines of 65 at the pace of speech"),
        min_gap=(0, _OURS + ": cards follow each other"),
        chain=(1000, _OURS),
        lead_in=(0, _OURS + ": " + _ONSET),
        lead_out=(500, _OURS),
        linger=(1500, _OURS),
        dashes=(False, _PODCASTING + ": a new card at a change of speaker"),
    ),
)

STYLES: Mapping[str, Style] = MappingProxyType({s.name: s for s in _ALL})
"""All styles by name; the first is the default."""

DEFAULT = _ALL[0].name


def extend(base: Style, name: str, changes: Mapping[str, object]) -> Style:
    """A style of one's own: ``base`` with other limits.

    Args:
        base: the style that all other limits are taken from.
        name: what the new one is called.
        changes: values by the names of ``LIMITS``, and ``summary``, as a settings file has them.

    Raises:
        UsageError: a name that is no limit (the hint names the near ones), or a value of the
            wrong kind.

    >>> extend(find_style("bbc"), "ours", {"line_width": 30}).line_width
    30
    """
    where = f"style {name!r}"
    for key, value in changes.items():
        if key != "summary" and key not in LIMITS:
            hint = nearest(key, [*LIMITS, "summary"])
            raise UsageError(f"no limit is called {key!r}", where=where, hint=hint)
        own = getattr(base, key)
        whole = isinstance(value, int) and not isinstance(value, bool) and value >= 0
        fits = (
            whole
            if isinstance(own, float)
            else isinstance(value, type(own))
            and (whole or not isinstance(value, int) or isinstance(own, bool))
        )
        if not fits and not (isinstance(own, float) and isinstance(value, float) and value > 0):
            raise UsageError(f"{key} cannot be {value!r}", where=where, hint=f"as {own!r}")
    sources = {**base.sources, **dict.fromkeys((k for k in changes if k in LIMITS), where)}
    summary = {"summary": f"{base.name}, changed"} if "summary" not in changes else {}
    made = {**summary, **changes}
    return replace(base, name=name, sources=MappingProxyType(sources), **made)  # type: ignore[arg-type]


def find_style(name: str | Style) -> Style:
    """The style called ``name``; a style is itself.

    Raises:
        UsageError: there is none; the hint names the near ones.
    """
    if isinstance(name, Style):
        return name
    if name not in STYLES:
        raise UsageError(f"no style {name!r}", where="--style", hint=nearest(name, STYLES))
    return STYLES[name]
