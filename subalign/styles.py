"""Define the caption styles: named sets of limits, with the source of each number.

A limit that no guideline gives is a choice of subalign's, and its source begins with "ours".
Guidelines give some durations in frames; they are converted to milliseconds at 24 frames per
second, the rate that these guidelines assume.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import Field, dataclass, field, fields, replace
from types import MappingProxyType
from typing import Any

from subalign.calls import public
from subalign.errors import UsageError, nearest
from subalign.times import frame_rate


def _between(least: int, most: int) -> dict[str, tuple[int, int]]:
    """Return the metadata of a field of `Style`: the range that `extend_style` accepts.

    The ranges are subalign's own: a value outside is a slip, such as seconds for milliseconds.
    """
    return {"range": (least, most)}


@dataclass(frozen=True, slots=True)
class Style:
    """The limits that captions have to keep.

    Styles are equal when all their fields but ``sources`` are. They can be pickled, copied,
    hashed, and turned into a dict by `dataclasses.asdict`.

    Args:
        name: the name that selects the style.
        summary: a description in one line.
        line_width: widest line, in columns as `subalign.measure.width` counts them.
        max_lines: most lines in a cue.
        max_cps: highest reading speed, in characters per second; a faster cue is reported.
        min_duration: shortest time on screen, ms.
        max_duration: longest time on screen, ms.
        min_gap: shortest time between two cues, ms.
        chain: gap from which the screen may stay empty, ms; a shorter gap is closed to
            ``min_gap``.
        lead_in: longest time that a cue may come before its first word, ms.
        lead_out: time that a cue stays after its last word when nothing follows, ms.
        linger: longest time that a cue may stay after its last word to be read, ms.
        dashes: True if two speakers may share a cue, on a line each that begins with a hyphen.
        word_times: True if cues carry the time of each word, for formats that can show it (VTT).
        gap_frames: fewest frames between two cues where the frame rate is known.
        fps: frame rate on whose frames cues come and go, in Hz; 0 where there are no frames.
        sources: pairs of the name of a limit and the source of its number.
    """

    name: str
    summary: str
    line_width: int = field(metadata=_between(10, 200))
    max_lines: int = field(metadata=_between(1, 4))
    max_cps: float = field(metadata=_between(1, 100))
    min_duration: int = field(metadata=_between(1, 60_000))
    max_duration: int = field(metadata=_between(1, 60_000))
    min_gap: int = field(metadata=_between(0, 10_000))
    chain: int = field(metadata=_between(0, 10_000))
    lead_in: int = field(metadata=_between(0, 10_000))
    lead_out: int = field(metadata=_between(0, 10_000))
    linger: int = field(metadata=_between(0, 10_000))
    dashes: bool
    word_times: bool = False
    gap_frames: int = field(default=0, metadata=_between(0, 60))
    fps: float = field(default=0.0, metadata=_between(0, 300))
    sources: tuple[tuple[str, str], ...] = field(default=(), compare=False)

    def __str__(self) -> str:
        return self.name

    def source(self, limit: str) -> str:
        """Return the guideline that the number of a limit comes from; empty if none is known.

        >>> find_style("ted").source("max_cps")
        'TED Translators guidelines'
        """
        return dict(self.sources).get(limit, "")


LIMITS = tuple(f.name for f in fields(Style) if f.name not in ("name", "summary", "sources"))
"""Names of the fields of `Style` that are limits with a source."""


class _Source:
    """Guidelines that limits come from, and beginnings of reasons where there is none."""

    OURS = "ours: no guideline gives a number"
    NETFLIX_GENERAL = "Netflix Timed Text Style Guide, General Requirements"
    NETFLIX_TIMING = "Netflix Subtitle Timing Guidelines"
    NETFLIX_ENGLISH = "Netflix Timed Text Style Guide, English"
    BBC = "BBC Subtitle Guidelines 1.2"
    TED = "TED Translators guidelines"
    YOUTUBE = "YouTube Help, Supported subtitle and closed caption files: no limit; ours"
    PODCASTING = "Podcasting 2.0 namespace, transcripts.md"
    DCMP = "DCMP, Captioning Guidelines"
    TIKTOK = "Subtitle Edit, TikTok profile"
    ONSET = "at the onset of speech: a cue that comes early gives away what is said"


def _style(name: str, summary: str, **limits: tuple[float, str]) -> Style:
    """Build a style from pairs of a value and its source."""
    unasked: dict[str, tuple[float, str]] = {
        "word_times": (False, "ours: only karaoke shows them"),
        "gap_frames": (0, "ours: players of the web know no frames"),
        "fps": (0.0, "ours: the video's, which --fps names"),
    }
    limits = {**unasked, **limits}
    values: dict[str, Any] = {limit: value for limit, (value, _) in limits.items()}
    sources = tuple((limit, source) for limit, (_, source) in limits.items())
    return Style(name, summary, **values, sources=sources)


def _like(base: Style, name: str, summary: str, **limits: tuple[float, str]) -> Style:
    """Build a style that differs from another one in some limits."""
    same = {limit: (getattr(base, limit), base.source(limit)) for limit in LIMITS}
    return _style(name, summary, **{**same, **limits})


def _by_name(*styles: Style) -> Mapping[str, Style]:
    return MappingProxyType({style.name: style for style in styles})


_NETFLIX = _style(
    "netflix",
    "Netflix, adult programmes: the usual choice for video",
    line_width=(42, _Source.NETFLIX_ENGLISH),
    max_lines=(2, _Source.NETFLIX_GENERAL),
    max_cps=(20.0, _Source.NETFLIX_ENGLISH + ", adult programmes"),
    min_duration=(833, _Source.NETFLIX_GENERAL + ": 20 frames at 24 fps (5/6 s)"),
    max_duration=(7000, _Source.NETFLIX_GENERAL),
    min_gap=(83, _Source.NETFLIX_GENERAL + ": 2 frames at 24 fps"),
    chain=(500, _Source.NETFLIX_TIMING + ": gaps of 3 to 11 frames are closed to 2"),
    lead_in=(0, _Source.NETFLIX_TIMING + ": in-time within 1-2 frames of the first sound"),
    lead_out=(500, _Source.NETFLIX_TIMING + ": out-time at least 0.5 s after the sound"),
    linger=(1500, _Source.OURS + "; BBC: not more than 1.5 s after speech"),
    dashes=(True, _Source.NETFLIX_ENGLISH + ", dual speakers: a hyphen without a space"),
    gap_frames=(2, _Source.NETFLIX_GENERAL + ": regardless of frame rate"),
)
_YOUTUBE = _style(
    "youtube",
    "YouTube and other web players",
    line_width=(42, _Source.YOUTUBE),
    max_lines=(2, _Source.YOUTUBE),
    max_cps=(21.0, _Source.YOUTUBE + "; as TED"),
    min_duration=(700, _Source.TIKTOK + ": 0.7 s for short web video"),
    max_duration=(7000, _Source.YOUTUBE),
    min_gap=(0, _Source.YOUTUBE),
    chain=(500, _Source.YOUTUBE),
    lead_in=(0, _Source.OURS + ": " + _Source.ONSET),
    lead_out=(500, _Source.OURS),
    linger=(1500, _Source.OURS),
    dashes=(False, "YouTube Help: a new speaker starts a new cue with >>"),
)

STYLES: Mapping[str, Style] = _by_name(
    _NETFLIX,
    _like(
        _NETFLIX,
        "netflix-children",
        "Netflix, children's programmes: time to read for those who still learn it",
        max_cps=(17.0, _Source.NETFLIX_ENGLISH + ", children's programmes"),
    ),
    _style(
        "bbc",
        "BBC: television and iPlayer",
        line_width=(37, _Source.BBC + ": the teletext width that still serves all screens"),
        max_lines=(2, _Source.BBC),
        max_cps=(16.1, _Source.BBC + ": 180 words per minute at 5.36 characters a word"),
        min_duration=(700, _Source.BBC + ": 0.3 s a word, so two short words"),
        max_duration=(7000, _Source.OURS + "; as Netflix"),
        min_gap=(0, _Source.BBC + ": a gap is at least 1 s, or there is none"),
        chain=(1000, _Source.BBC + ": a gap shorter than 1 s is closed"),
        lead_in=(0, _Source.BBC + ": " + _Source.ONSET),
        lead_out=(300, _Source.OURS),
        linger=(1500, _Source.BBC + ": not more than 1.5 s after speech"),
        dashes=(False, _Source.BBC + ": two speakers share a cue only when both speak at once"),
        gap_frames=(0, _Source.BBC + ": no gap"),
    ),
    _style(
        "ted",
        "TED talks and Amara",
        line_width=(42, _Source.TED),
        max_lines=(2, _Source.TED),
        max_cps=(21.0, _Source.TED),
        min_duration=(1000, _Source.TED),
        max_duration=(7000, _Source.TED),
        min_gap=(40, _Source.OURS + ": one frame at 25 fps"),
        chain=(500, _Source.OURS + "; as Netflix"),
        lead_in=(0, _Source.OURS + ": " + _Source.ONSET),
        lead_out=(500, _Source.TED + ": within 0.5 s of the sound"),
        linger=(1500, _Source.OURS + "; as the BBC"),
        dashes=(True, _Source.TED + ": a hyphen in front of each of two speakers"),
        gap_frames=(1, _Source.OURS + ": as min_gap"),
    ),
    _YOUTUBE,
    _style(
        "podcast",
        "Podcast players that scroll the transcript, one card after another",
        line_width=(65, _Source.PODCASTING + ": 65 characters recommended for VTT"),
        max_lines=(2, _Source.PODCASTING),
        max_cps=(25.0, "Subtitle Edit, default profile; a listener reads along"),
        min_duration=(700, _Source.OURS),
        max_duration=(10_000, _Source.OURS + ": two lines of 65 at the pace of speech"),
        min_gap=(0, _Source.OURS + ": cards follow each other"),
        chain=(1000, _Source.OURS),
        lead_in=(0, _Source.OURS + ": " + _Source.ONSET),
        lead_out=(500, _Source.OURS),
        linger=(1500, _Source.OURS),
        dashes=(False, _Source.PODCASTING + ": a new card at a change of speaker"),
    ),
    _style(
        "dcmp",
        "DCMP: educational media in North America",
        line_width=(32, _Source.DCMP + ": a 32-character line"),
        max_lines=(2, _Source.OURS + "; as Netflix"),
        max_cps=(14.3, _Source.DCMP + ": 160 words per minute for adults, 5.36 characters a word"),
        min_duration=(
            1000,
            _Source.OURS + ": the 2 s that DCMP asks of films are more than an answer",
        ),
        max_duration=(6000, "Karamitroglou 1998: 6 s for two full lines"),
        min_gap=(0, _Source.OURS),
        chain=(500, _Source.OURS + "; as Netflix"),
        lead_in=(0, _Source.OURS + ": " + _Source.ONSET),
        lead_out=(500, _Source.OURS),
        linger=(2000, "Karamitroglou 1998: gone 2 s after speech"),
        dashes=(False, _Source.OURS + ": the label names the speaker"),
    ),
    _like(
        _YOUTUBE,
        "vertical",
        "Upright video (9:16): two short lines",
        line_width=(24, _Source.TIKTOK + ": 24 characters; BBC: about 25 at 9:16"),
        max_cps=(25.0, _Source.TIKTOK),
        max_duration=(5000, _Source.TIKTOK),
    ),
    _like(
        _YOUTUBE,
        "karaoke",
        "One line, and the time of each word for players that light it up",
        line_width=(32, _Source.PODCASTING + ": 32 characters for SRT"),
        max_lines=(1, _Source.OURS + ": the eye follows one line"),
        max_cps=(25.0, "Subtitle Edit, default profile; the reader sings along"),
        min_duration=(500, _Source.OURS + ": a sung word"),
        word_times=(True, "W3C WebVTT, section 3.1: cue timestamps"),
    ),
)
"""All built-in styles by name; the first one is the default."""

DEFAULT = next(iter(STYLES))
"""Name of the style that is used where none is given."""


@public
def extend_style(base: Style, name: str, changes: Mapping[str, object]) -> Style:
    """Return a style that takes all limits from another one, except those that are given.

    Args:
        base: the style to start from.
        name: the name of the new style.
        changes: values by names of ``LIMITS``, and ``summary``, as a settings file has them.

    Raises:
        UsageError: a name is not a limit (the hint names the near ones), a value is of the wrong
            kind or out of range, or two limits contradict each other.

    >>> extend_style(find_style("bbc"), "ours", {"line_width": 30}).line_width
    30
    """
    where = f"style {name!r}"
    values: dict[str, Any] = {"summary": f"{base.name}, changed"}
    known = {f.name: f for f in fields(Style) if f.name in (*LIMITS, "summary")}
    for key, value in changes.items():
        if key not in known:
            hint = nearest(key, known)
            raise UsageError(f"no limit is called {key!r}", where=where, hint=hint)
        values[key] = _checked(known[key], value, where)
    sources = {**dict(base.sources), **{key: where for key in changes if key in LIMITS}}
    made = replace(base, name=name, sources=tuple(sources.items()), **values)
    for less, more in ("min_duration", "max_duration"), ("min_gap", "max_duration"):
        if getattr(made, less) > getattr(made, more):
            raise UsageError(
                f"{less} is {getattr(made, less)}, more than {more}, {getattr(made, more)}",
                where=where,
                hint=f"set both, or take another style than {base.name}",
            )
    return made


def _checked(limit: Field[Any], value: object, where: str) -> object:
    """Return the value of a limit, as a float where its field is one."""
    wanted, kinds = {
        "str": ("a text", (str,)),
        "bool": ("true or false", (bool,)),
        "int": ("a whole number", (int,)),
        "float": ("a number", (int, float)),
    }[str(limit.type)]
    # In Python True is an int.
    is_number = isinstance(value, int | float) and not isinstance(value, bool)
    if not isinstance(value, kinds) or (limit.type in ("int", "float") and not is_number):
        hint = f"it must be {wanted}"
        raise UsageError(f"{limit.name} is {value!r}", where=where, hint=hint)
    if not is_number:
        return value
    least, most = limit.metadata["range"]
    if not least <= value <= most:
        hint = f"it must lie between {least:g} and {most:g}"
        raise UsageError(f"{limit.name} is {value:g}", where=where, hint=hint)
    return float(value) if limit.type == "float" else value  # type: ignore[arg-type]


def refuse_rate(fps: float, where: str = "fps") -> None:
    """Refuse a frame rate that no video has.

    Args:
        fps: frames per second.
        where: name of the argument, for the message.

    Raises:
        UsageError: the rate does not lie between 1 and 300 frames per second.
    """
    if not 1 <= fps <= 300:
        raise UsageError(f"{fps:g} frames per second", where=where, hint="for example 23.976")


def on_frames(style: Style, fps: float) -> Style:
    """Return a style for a video with ``fps`` frames per second (1..300).

    ``min_gap`` becomes the duration of ``gap_frames``, and the shortest and longest time on
    screen become those of whole frames.

    Raises:
        UsageError: no video has such a frame rate.

    >>> on_frames(find_style("netflix"), 25).min_gap
    80
    """
    refuse_rate(fps)
    rate = frame_rate(fps)
    least, most = rate.first_from(style.min_duration), rate.last_until(style.max_duration)
    return replace(
        style,
        fps=float(fps),
        min_gap=style.gap_frames * rate.ms // rate.frames or style.min_gap,
        min_duration=least * rate.ms // rate.frames,
        max_duration=-(-most * rate.ms // rate.frames),
    )


def look_up(name: str, known: Mapping[str, Style]) -> Style:
    """Return the style of that name among the known ones.

    Raises:
        UsageError: no style has the name; the hint gives the near ones.
    """
    if name not in known:
        raise UsageError(f"no style {name!r}", where="style", hint=nearest(name, known))
    return known[name]


@public
def find_style(name: str | Style, fps: float = 0.0) -> Style:
    """Return a style, adapted to the frame rate of a video.

    Args:
        name: the name of a built-in style, or a style, which is taken as it is.
        fps: frames per second of the video; 0 for the frame rate of the style.

    Raises:
        UsageError: no style has the name (the hint gives the near ones), or no video has the
            frame rate.

    >>> find_style("bbc").line_width
    37
    """
    style = name if isinstance(name, Style) else look_up(name, STYLES)
    return on_frames(style, fps or style.fps) if fps or style.fps else style
