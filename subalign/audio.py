"""Any media file that FFmpeg decodes, as 16 kHz mono samples; clips of them by pydub.

PyAV brings FFmpeg inside its wheel, so nothing has to be installed on the system. The file
is decoded as a stream: memory grows by two bytes per sample (115 MB an hour), whatever the
rate and the number of channels of the source.

Samples follow the clock of the player, because captions do. So gaps in the times of a stream (lost
packets, silence that was not sent, an edit list) are filled with silence, and a track that begins
after the picture begins with silence.
"""

from __future__ import annotations

import errno
import io
import os
import warnings
from collections.abc import Callable, Iterable, Iterator
from itertools import chain, groupby
from typing import TYPE_CHECKING, Any, BinaryIO

import av
import numpy as np
from av.format import Flags

from subalign.calls import public
from subalign.errors import AudioError, UsageError
from subalign.formats.files import write_bytes
from subalign.model import RATE, Audio
from subalign.times import short

if TYPE_CHECKING:
    import numpy.typing as npt
    from pydub import AudioSegment

    from subalign.model import Samples

Progress = Callable[[float], None]
"""Called with the share of the work that is done, 0..1."""

_MIN_DURATION_MS = 100
"""Shorter recordings cannot hold a word, ms."""

SILENCE = -70.0
"""A recording that never gets louder than this holds no speech, dB below full scale.

Quiet speech of 16-bit recordings peaks above -50; the noise of a muted input lies below -80.
"""

OPEN: dict[str, Any] = (
    {} if int(av.__version__.split(".")[0]) > 18 else {"metadata_errors": "ignore"}
)
"""Up to PyAV 18, tags that are not UTF-8 keep a file from being opened."""

JITTER = 0.05
"""Delay of a frame up to which no gap is assumed before the frame, s. Our choice: containers round
times to ms, encoders begin up to 46 ms (2048 samples) late, and nobody sees so small an error."""

_JUMP = 10.0
"""Largest gap in a stream whose times may jump, or whose length is unknown, s; a larger step is a
jump. It is the default -dts_delta_threshold of the program ffmpeg."""

_MAX_CHANNELS = 64
"""Most channels of an array; more columns mean that the array is transposed. Our choice."""

_RATES = range(1_000, 1_000_001)
"""Rates that a recording may have, Hz. Ours: speech needs more, and no device samples faster."""

_MAX_PEAK = 8.0
"""Floating-point samples above this are on another scale than -1 to 1. Ours: what a decoder or a
filter adds to loud sound stays below 2."""

_BLOCK = 65_536
"""Samples that are resampled together."""

_COUNTED = frozenset({"mp3", "aac", "loas", "ac3", "eac3", "dts", "amr"})
"""Formats that hold no times: FFmpeg counts frames, and miscounts where the file is damaged."""

_GUESSED_DURATION = frozenset({"mp3", "aac", "adts", "mpegts", "mpeg", "loas"})
"""Containers without an index, whose duration FFmpeg estimates from the size of the file."""


def decode(
    source: str | os.PathLike[str] | BinaryIO,
    *,
    track: int = 1,
    progress: Progress | None = None,
) -> Audio:
    """Read the audio of a media file.

    Args:
        source: the path of any audio or video file that FFmpeg can read, or a file object that is
            open for reading.
        track: which of its audio tracks, counted from 1.
        progress: called with the share that is decoded, 0..1.

    Raises:
        AudioError: the recording is missing, unreadable, not media, without an audio track,
            truncated, shorter than 100 ms or silent.
        UsageError: the file has no such track.
    """
    if isinstance(source, str | os.PathLike):
        opened: str | BinaryIO = os.fspath(source)
        name = os.fspath(source)
    else:
        opened, name = _rewound(source), "recording"
    try:
        with av.open(opened, **OPEN) as container:
            stream = _choose(container, track, name)
            frames = _in_time(_frames(container, stream), *_clock(container, stream))
            samples = _collect(frames, _length(container, stream), progress)
            stated = _stated(container, stream)
    except av.error.FFmpegError as error:
        raise explain(error, name) from None
    audio = Audio(samples, name)
    _refuse_unusable(audio, stated)
    return audio


def _rewound(file: BinaryIO) -> BinaryIO:
    """Return a file object at its beginning, where FFmpeg looks for the kind of a file.

    Raises:
        UsageError: it is closed, or not open for reading bytes.
    """
    try:
        readable = getattr(file, "readable", lambda: True)() and isinstance(file.read(0), bytes)
        if readable and hasattr(file, "seekable") and file.seekable():
            file.seek(0)
    except (OSError, ValueError):
        readable = False
    if not readable:
        raise UsageError(
            "the file object cannot be read as bytes",
            where="recording",
            hint="open it with open(path, 'rb')",
        )
    return file


def from_array(values: npt.ArrayLike, rate: int) -> Audio:
    """Make a recording of samples in memory.

    Args:
        values: of shape (n,) or (n, channels): whole numbers of 16 bits, or floating-point numbers
            from -1 to 1. Channels are averaged.
        rate: samples per second, Hz.

    Raises:
        AudioError: the recording is shorter than 100 ms, or silent.
        UsageError: there is no rate, or the array has another shape, type or scale.
    """
    try:
        samples = np.asarray(values)
    except ValueError:
        hint = "give shape (n,) or (n, channels)"
        raise UsageError("an array of no shape", where="source", hint=hint) from None
    if rate not in _RATES:
        what = f"no recording has {rate} Hz" if rate else "an array needs its rate"
        raise UsageError(what, where="rate", hint="such as rate=44100")
    if samples.ndim == 2 and samples.shape[1] <= _MAX_CHANNELS:
        samples = samples.mean(axis=1).astype(samples.dtype)
    if samples.ndim != 1:
        hint = "give shape (n,) or (n, channels)"
        raise UsageError(f"an array of shape {samples.shape}", where="source", hint=hint)
    if np.issubdtype(samples.dtype, np.floating):
        peak = np.max(np.abs(samples), where=np.isfinite(samples), initial=0.0)
        if peak > _MAX_PEAK:
            hint = "divide it, so that its numbers lie between -1 and 1"
            raise UsageError(f"an array with samples of {peak:.0f}", where="source", hint=hint)
        samples = np.round(np.clip(np.nan_to_num(samples), -1, 1) * 32767).astype(np.int16)
    if samples.dtype != np.int16:
        hint = "give int16, or floating-point numbers from -1 to 1"
        raise UsageError(f"an array of {samples.dtype}", where="source", hint=hint)
    audio = Audio(resample(np.ascontiguousarray(samples), rate), "recording")
    _refuse_unusable(audio, 0)
    return audio


@public
def save_clip(audio: Audio, start: int, end: int, path: str | os.PathLike[str]) -> None:
    """Write a part of a recording as a WAV file, for a person to listen to.

    Args:
        audio: the recording.
        start, end: of the part, ms; cut to what there is.
        path: of the file.

    Raises:
        OutputError: the file cannot be written.

    >>> import os, tempfile
    >>> path = os.path.join(tempfile.mkdtemp(), "clip.wav")
    >>> save_clip(decode("fixtures/sonnet/audio.opus"), 2735, 5812, path)
    >>> decode(path).duration
    3077
    """
    wav = io.BytesIO()
    as_segment(audio.clip(start, end)).export(wav, "wav")
    write_bytes(path, wav.getvalue())


def as_segment(audio: Audio) -> AudioSegment:
    """Return a recording as a pydub segment, for measuring and for export to WAV.

    pydub never decodes here: its own decoding needs an ``ffmpeg`` program and holds the whole
    file several times in memory.
    """
    with warnings.catch_warnings():
        # It looks for ffmpeg programs that are not needed, and its regular expressions
        # hold escapes that Python 3.12 warns about.
        warnings.simplefilter("ignore")
        from pydub import AudioSegment

    return AudioSegment(audio.samples.tobytes(), sample_width=2, frame_rate=RATE, channels=1)


def resample(samples: Samples, rate: int, to: int = RATE) -> Samples:
    """Resample mono int16 ``samples`` of shape (n,) from ``rate`` to ``to`` Hz."""
    if rate == to or not len(samples):
        return samples
    frame = av.AudioFrame.from_ndarray(samples.reshape(1, -1), format="s16", layout="mono")
    frame.sample_rate = rate
    resampler = av.AudioResampler(format="s16", layout="mono", rate=to)
    parts = [*resampler.resample(frame), *resampler.resample(None)]
    return np.concatenate([part.to_ndarray().ravel() for part in parts])


def _choose(container: Any, track: int, name: str) -> Any:
    streams = container.streams.audio
    written = container.streams.subtitles and not container.streams.video
    if not streams and (written or container.format.name == "tty"):
        hint = "the recording comes first, then its text"
        raise AudioError("this is text, not a recording", where=name, hint=hint)
    if not streams:
        kind = "a video without an audio track" if container.streams.video else "no audio in it"
        raise AudioError(kind, where=name, hint="give a file that holds the recording")
    if not 1 <= track <= len(streams):
        tracks = ", ".join(f"{i} {_describe(s)}" for i, s in enumerate(streams, 1))
        raise UsageError(f"no audio track {track}", where=name, hint=f"it has {tracks}")
    return streams[track - 1]


def _describe(stream: Any) -> str:
    parts = [stream.metadata.get(key, "") for key in ("language", "title")]
    return f"({' '.join(p for p in parts if p) or stream.codec_context.name})"


def _frames(container: Any, stream: Any) -> Iterator[Any]:
    """Yield the decoded frames; damaged packets are skipped, as players skip them."""
    for packet in container.demux(stream):
        try:
            yield from packet.decode()
        except av.error.InvalidDataError:
            continue


def _clock(container: Any, stream: Any) -> tuple[float, float]:
    """Return when the file begins, and the longest gap that its times may have, s.

    A file begins with its earliest stream, as in FFmpeg, mpv and `shots`.
    """
    if container.format.name in _COUNTED:
        return 0.0, 0.0
    goes_on = not container.format.flags & Flags.ts_discont.value
    longest = _length(container, stream) / RATE if goes_on else _JUMP
    return (container.start_time or 0) / av.time_base, longest or _JUMP


def _in_time(frames: Iterable[Any], start: float, longest: float) -> Iterator[Any]:
    """Yield the frames, with silence where their times leave a gap."""
    now = start
    for frame in frames:
        if frame.time is not None:
            gap = frame.time - now
            if JITTER < gap <= longest:
                yield from _silence(frame, round(gap * frame.sample_rate))
            if gap > JITTER or gap < -_JUMP:
                now = frame.time
        now += frame.samples / frame.sample_rate
        yield frame


def _silence(like: Any, samples: int) -> Iterator[Any]:
    """Yield frames of silence in the format of a frame, with this many samples together."""
    zero = b"\x80" if like.format.name.startswith("u8") else b"\0"
    for done in range(0, samples, _BLOCK):
        frame = av.AudioFrame(like.format.name, like.layout.name, min(_BLOCK, samples - done))
        frame.sample_rate = like.sample_rate
        for plane in frame.planes:
            plane.update(zero * plane.buffer_size)
        yield frame


def _collect(frames: Iterator[Any], length: int, progress: Progress | None) -> Any:
    out = bytearray()
    for _, alike in groupby(frames, lambda f: (f.format.name, f.layout.name, f.sample_rate)):
        resampler = av.AudioResampler(format="s16", layout="mono", rate=RATE)
        for block in chain(_blocks(alike), (None,)):
            for part in resampler.resample(block):
                out += memoryview(part.planes[0])[: part.samples * 2]
            if progress and length:
                progress(min(1.0, len(out) / (2 * length)))
    return np.frombuffer(out, dtype=np.int16)


def _blocks(frames: Iterable[Any]) -> Iterator[Any]:
    """Yield frames of one format joined, because each call of the resampler has a cost."""
    joined = av.AudioFifo()
    for frame in frames:
        # joining asks for times without gaps, which damaged files do not have
        frame.pts = None
        joined.write(frame)
        if joined.samples >= _BLOCK:
            yield joined.read()
    if joined.samples:
        yield joined.read()


def _length(container: Any, stream: Any) -> int:
    """Return the expected number of samples at ``RATE``; 0 where the file does not give it."""
    if stream.duration and stream.time_base:
        return int(stream.duration * stream.time_base * RATE)
    return int((container.duration or 0) / av.time_base * RATE)


def _stated(container: Any, stream: Any) -> int:
    """Return the duration that the file itself states, ms; 0 where FFmpeg only estimates one."""
    if _GUESSED_DURATION.intersection(container.format.name.split(",")):
        return 0
    return _length(container, stream) * 1000 // RATE


def _refuse_unusable(audio: Audio, stated: int) -> None:
    if audio.duration < _MIN_DURATION_MS:
        raise AudioError(
            f"only {audio.duration} ms of audio",
            where=audio.name,
            hint="give the whole recording",
        )
    if audio.duration + 1000 < stated * 0.98:
        raise AudioError(
            f"truncated: {short(audio.duration)} of {short(stated)} can be decoded",
            where=audio.name,
            hint="copy or export the file again",
        )
    if as_segment(audio).max_dBFS < SILENCE:
        raise AudioError(
            "silence from start to end",
            where=audio.name,
            hint="check the recording or choose another track",
        )


def explain(error: Any, name: str) -> AudioError:
    """Return the error that tells a user what FFmpeg's ``error`` about the file ``name`` means."""
    if error.errno == errno.ENOENT:
        return AudioError("no such file", where=name, hint="check the path")
    if error.errno == errno.EISDIR or os.path.isdir(name):
        return AudioError("a folder, not a media file", where=name)
    if error.errno in (errno.EACCES, errno.EPERM):
        return AudioError("cannot be read", where=name, hint="check its permissions")
    if os.path.isfile(name) and not os.path.getsize(name):
        return AudioError("an empty file", where=name, hint="copy or export it again")
    return AudioError(
        "not a media file that FFmpeg can decode, or its beginning or end is missing",
        where=name,
        hint="play it to check, then export it again, for example as WAV or MP3",
    )
