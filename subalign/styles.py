"""Caption styles: named sets of limits, with the source of each number.

A limit that no guideline gives is ours, and its source says so. Frames become milliseconds
at 24 frames per second, the rate that the guidelines assume.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields, replace
from math import ceil, floor
from types import MappingProxyType

from subalign.errors import UsageError, nearest
from subalign.times import SLACK, exact_rate


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
        word_times: cues carry the time of each word, for formats that can show it (VTT).
        gap_frames: least frames between two cues, where the frame rate is known.
        fps: frames per second that cues come and go on; 0 where there are no frames.
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
    word_times: bool
    gap_frames: int
    fps: float
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
_DCMP = "DCMP, Captioning Guidelines"
_TIKTOK = "Subtitle Edit, TikTok profile"
_ONSET = "at the onset of speech: a cue that comes early gives away what is said"
_PLAIN: Mapping[str, tuple[int | float | bool, str]] = {
    "word_times": (False, "ours: only karaoke shows them"),
    "gap_frames": (0, "ours: players of the web know no frames"),
    "fps": (0.0, "ours: the video's, which --fps names"),
}
"""What most styles do not ask for."""


def _style(name: str, summary: str, **limits: tuple[int | float | bool, str]) -> Style:
    limits = {**_PLAIN, **limits}
    numbers = {field: value for field, (value, _) in limits.items()}
    sources = {field: source for field, (_, source) in limits.items()}
    return Style(name, summary, **numbers, sources=MappingProxyType(sources))  # type: ignore[arg-type]


def _like(base: Style, name: str, summary: str, **limits: tuple[int | float | bool, str]) -> Style:
    same = {field: (getattr(base, field), base.sources[field]) for field in LIMITS}
    return _style(name, summary, **{**same, **limits})


_NETFLIX = _style(
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
    gap_frames=(2, _NETFLIX_GENERAL + ": regardless of frame rate"),
)
_YOUTUBE_STYLE = _style(
    "youtube",
    "YouTube and other web players",
    line_width=(42, _YOUTUBE),
    max_lines=(2, _YOUTUBE),
    max_cps=(21.0, _YOUTUBE + "; as TED"),
    min_duration=(700, _TIKTOK + ": 0.7 s for short web video"),
    max_duration=(7000, _YOUTUBE),
    min_gap=(0, _YOUTUBE),
    chain=(500, _YOUTUBE),
    lead_in=(0, _OURS + ": " + _ONSET),
    lead_out=(500, _OURS),
    linger=(1500, _OURS),
    dashes=(False, "YouTube Help: a new speaker starts a new cue with >>"),
)

_ALL = (
    _NETFLIX,
    _like(
        _NETFLIX,
        "netflix-children",
        "Netflix, children's programmes: time to read for those who still learn it",
        max_cps=(17.0, _NETFLIX_ENGLISH + ", children's programmes"),
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
        gap_frames=(0, _BBC + ": no gap"),
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
        gap_frames=(1, _OURS + ": as min_gap"),
    ),
    _YOUTUBE_STYLE,
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
    _style(
        "dcmp",
        "DCMP: educational media in North America",
        line_width=(32, _DCMP + ": a 32-character line"),
        max_lines=(2, _OURS + "; as Netflix"),
        max_cps=(14.3, _DCMP + ": 160 words per minute for adults, 5.36 characters a word"),
        min_duration=(1000, _OURS + ": the 2 s that DCMP asks of films are more than an answer"),
        max_duration=(6000, "Karamitroglou 1998: 6 s for two full lines"),
        min_gap=(0, _OURS),
        chain=(500, _OURS + "; as Netflix"),
        lead_in=(0, _OURS + ": " + _ONSET),
        lead_out=(500, _OURS),
        linger=(2000, "Karamitroglou 1998: gone 2 s after speech"),
        dashes=(False, _OURS + ": the label names the speaker"),
    ),
    _like(
        _YOUTUBE_STYLE,
        "vertical",
        "Upright video (9:16): two short lines",
        line_width=(24, _TIKTOK + ": 24 characters; BBC: about 25 at 9:16"),
        max_cps=(25.0, _TIKTOK),
        max_duration=(5000, _TIKTOK),
    ),
    _like(
        _YOUTUBE_STYLE,
        "karaoke",
        "One line, and the time of each word for players that light it up",
        line_width=(32, _PODCASTING + ": 32 characters for SRT"),
        max_lines=(1, _OURS + ": the eye follows one line"),
        max_cps=(25.0, "Subtitle Edit, default profile; the reader sings along"),
        min_duration=(500, _OURS + ": a sung word"),
        word_times=(True, "W3C WebVTT, section 3.1: cue timestamps"),
    ),
)

STYLES: Mapping[str, Style] = MappingProxyType({s.name: s for s in _ALL})
"""All styles by name; the first is the default."""

DEFAULT = _ALL[0].name


_RANGES: Mapping[str, tuple[float, float]] = {
    "line_width": (10, 200),
    "max_lines": (1, 4),
    "max_cps": (1, 100),
    "min_duration": (1, 60_000),
    "max_duration": (1, 60_000),
    "gap_frames": (0, 60),
    "fps": (0, 300),
}
"""Least and most that a style may ask for; times not named here lie between 0 and 10 s. Ours:
what is outside is a slip of the pen, such as seconds for milliseconds."""


def extend(base: Style, name: str, changes: Mapping[str, object]) -> Style:
    """A style of one's own: ``base`` with other limits.

    Args:
        base: the style that all other limits are taken from.
        name: what the new one is called.
        changes: values by the names of ``LIMITS``, and ``summary``, as a settings file has them.

    Raises:
        UsageError: a name that is no limit (the hint names the near ones), a value of the wrong
            kind or out of range, or limits that contradict each other.

    >>> extend(find_style("bbc"), "ours", {"line_width": 30}).line_width
    30
    """
    where = f"style {name!r}"
    for key, value in changes.items():
        if key != "summary" and key not in LIMITS:
            hint = nearest(key, [*LIMITS, "summary"])
            raise UsageError(f"no limit is called {key!r}", where=where, hint=hint)
        _refuse_wrong(key, value, where)
    values = {k: float(v) if k in _FRACTIONS else v for k, v in changes.items()}  # type: ignore[arg-type]
    sources = {**base.sources, **dict.fromkeys((k for k in values if k in LIMITS), where)}
    summary = {"summary": f"{base.name}, changed"} if "summary" not in values else {}
    made = replace(base, name=name, sources=MappingProxyType(sources), **summary, **values)  # type: ignore[arg-type]
    for less, more in ("min_duration", "max_duration"), ("min_gap", "max_duration"):
        if getattr(made, less) > getattr(made, more):
            raise UsageError(
                f"{less} is {getattr(made, less)}, more than {more}, {getattr(made, more)}",
                where=where,
                hint=f"set both, or take another style than {base.name}",
            )
    return made


def _refuse_wrong(key: str, value: object, where: str) -> None:
    kind = {"summary": str, "dashes": bool, "word_times": bool}.get(key, int)
    number = isinstance(value, int) or (key in _FRACTIONS and isinstance(value, float))
    right = number and not isinstance(value, bool) if kind is int else isinstance(value, kind)
    if not right:
        wanted = {str: "a text", bool: "true or false"}.get(kind, "a whole number")
        wanted = "a number" if key in _FRACTIONS else wanted
        raise UsageError(f"{key} is {value!r}", where=where, hint=f"it must be {wanted}")
    if kind is int and isinstance(value, int | float):
        least, most = _RANGES.get(key, (0, 10_000))
        if not least <= value <= most:
            hint = f"it must lie between {least:g} and {most:g}"
            raise UsageError(f"{key} is {value:g}", where=where, hint=hint)


_FRACTIONS = frozenset({"max_cps", "fps"})
"""Limits that need not be whole."""


def refuse_rate(fps: float, option: str) -> None:
    """Refuse a frame rate that no video has.

    Raises:
        UsageError: it does not lie between 1 and 300 frames per second.
    """
    if not 1 <= fps <= 300:
        raise UsageError(f"{fps:g} frames per second", where=option, hint="for example 23.976")


def on_frames(style: Style, fps: float) -> Style:
    """``style`` for a video of so many frames per second (1..300).

    Its gap in frames becomes time, and durations become those of whole frames.

    Raises:
        UsageError: no video has such a frame rate.

    >>> on_frames(find_style("netflix"), 25).min_gap
    80
    """
    refuse_rate(fps, "--fps")
    rate = exact_rate(fps) / 1000
    least = ceil(style.min_duration * rate - SLACK)
    most = floor(style.max_duration * rate + SLACK)
    return replace(
        style,
        fps=float(fps),
        min_gap=int(style.gap_frames / rate) or style.min_gap,
        min_duration=int(least / rate),
        max_duration=ceil(most / rate),
    )


def look_up(name: str, known: Mapping[str, Style]) -> Style:
    """The style called ``name`` among the known ones.

    Raises:
        UsageError: there is none; the hint names the near ones.
    """
    if name not in known:
        raise UsageError(f"no style {name!r}", where="style", hint=nearest(name, known))
    return known[name]


def find_style(name: str | Style, fps: float = 0.0) -> Style:
    """The style called ``name``, or that style itself, for a video.

    Args:
        name: of a style, or one of one's own.
        fps: frames per second of the video; 0 for those of the style.

    Raises:
        UsageError: there is none (the hint names the near ones), or no such frame rate.
    """
    style = name if isinstance(name, Style) else look_up(name, STYLES)
    return on_frames(style, fps or style.fps) if fps or style.fps else style
