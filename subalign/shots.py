"""Times of the cuts of a video, so that captions can come and go with the cuts.

FFmpeg's ``select`` filter compares each frame with the one before and lets through those that
differ as much as another shot does. It needs no model and sees every frame once, small. Cuts
are kept: a second run on the same video does not look for them again.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from typing import Any

import av

from subalign.audio import OPEN, explain
from subalign.cache import cached, digest, file_digest
from subalign.calls import public
from subalign.errors import AudioError
from subalign.events import Progress, Stage, ignore, of_stage

_SCORE = 0.3
"""Difference to the frame before, 0..1, from which on it is a cut: the value that FFmpeg's
documentation gives (ffmpeg-filters, select: "a sane value is between 0.3 and 0.5")."""
_WIDTH = 160
"""Columns of the picture that are compared: enough for a cut, and quick."""

Report = Callable[[float], None]


@public
def find_shots(video: str | os.PathLike[str], progress: Progress = ignore) -> tuple[int, ...]:
    """Find the cuts of a video: where a new shot begins, ms from the start of the file.

    The beginning of the first shot is not among them. Cuts are cached by the contents of the file.

    Args:
        video: the path of a video file.
        progress: called with the events of the search; none where the cuts are cached.

    Raises:
        AudioError: the file cannot be read, or holds no picture.
    """
    how = f"select gt(scene,{_SCORE}) scale {_WIDTH} PyAV {av.__version__}"
    report = of_stage(progress, Stage.SHOTS)
    known = file_digest(video)
    key = digest(known, how) if known else None
    return cached("shots", key, _times, lambda: _look(os.fspath(video), report))


def _times(entry: object) -> tuple[int, ...]:
    """Return a cache entry as times; raise TypeError or ValueError if it is anything else."""
    if not isinstance(entry, list):
        raise TypeError
    return tuple(map(int, entry))


def _look(name: str, report: Report) -> tuple[int, ...]:
    try:
        with av.open(name, **OPEN) as container:
            if not container.streams.video:
                raise AudioError("no picture in it", where=name, hint="give the video itself")
            stream = container.streams.video[0]
            stream.thread_type = "AUTO"
            start = (container.start_time or 0) / av.time_base
            length = (container.duration or 0) / av.time_base
            return tuple(_cuts(container, stream, start, length, report))
    except av.error.FFmpegError as error:
        raise explain(error, name) from None


def _cuts(
    container: Any, stream: Any, start: float, length: float, report: Report
) -> Iterator[int]:
    graph = av.filter.Graph()
    source = graph.add_buffer(template=stream)
    scale = graph.add("scale", f"{_WIDTH}:-2")
    select = graph.add("select", f"gt(scene,{_SCORE})")
    sink = graph.add("buffersink")
    graph.link_nodes(source, scale, select, sink).configure()
    for frame in _frames(container, stream):
        if length and frame.time is not None:
            report(min(1.0, max(0.0, (frame.time - start) / length)))
        graph.push(frame)
        yield from (round((cut.time - start) * 1000) for cut in _pulled(graph))


def _frames(container: Any, stream: Any) -> Iterator[Any]:
    for packet in container.demux(stream):
        try:
            yield from packet.decode()
        except av.error.InvalidDataError:
            continue


def _pulled(graph: Any) -> Iterator[Any]:
    while True:
        try:
            yield graph.pull()
        except (av.error.BlockingIOError, av.error.EOFError):
            return
