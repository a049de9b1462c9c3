"""Decoding: what FFmpeg can read becomes 16 kHz mono, and what it cannot is one clear line."""

from __future__ import annotations

from fractions import Fraction
from pathlib import Path
from typing import Any

import av
import numpy as np
import numpy.typing as npt
import pytest

from subalign.audio import _in_time, _silence, as_segment, decode, from_array, resample, save_clip
from subalign.errors import AudioError, SubalignError, UsageError
from subalign.model import RATE, Audio

SONNET = Path(__file__).parents[1] / "fixtures" / "sonnet" / "audio.opus"


def tone(hz: float, ms: int, rate: int = RATE) -> npt.NDArray[Any]:
    t = np.arange(rate * ms // 1000) / rate
    return (8000 * np.sin(2 * np.pi * hz * t)).astype(np.int16)


def write(
    path: Path, tracks: list[npt.NDArray[Any]], codec: str, rate: int = 48_000, video: bool = False
) -> Path:
    """A media file with one audio stream for each of the mono ``tracks``."""
    container: Any
    picture: Any
    with av.open(str(path), "w") as container:
        if video:
            picture = container.add_stream("mpeg4", rate=5)
            picture.width = picture.height = 16
            picture.pix_fmt = "yuv420p"
        streams = [container.add_stream(codec, rate=rate, layout="stereo") for _ in tracks]
        if video:
            for _ in range(5):
                black = av.VideoFrame.from_ndarray(np.zeros((16, 16, 3), np.uint8), "rgb24")
                container.mux(picture.encode(black))
            container.mux(picture.encode(None))
        for stream, samples in zip(streams, tracks, strict=True):
            resampler = av.AudioResampler(
                format=stream.codec_context.format, layout="stereo", rate=rate, frame_size=960
            )
            frame = av.AudioFrame.from_ndarray(samples.reshape(1, -1), format="s16", layout="mono")
            frame.sample_rate, frame.pts, frame.time_base = RATE, 0, Fraction(1, RATE)
            for part in [*resampler.resample(frame), *resampler.resample(None)]:
                container.mux(stream.encode(part))
            container.mux(stream.encode(None))
    return path


def loudest_hz(audio: Audio) -> float:
    spectrum = np.abs(np.fft.rfft(audio.samples))
    return float(np.argmax(spectrum) * RATE / len(audio.samples))


@pytest.mark.parametrize(
    ("suffix", "codec"),
    [
        ("wav", "pcm_s16le"),
        ("flac", "flac"),
        ("mp3", "libmp3lame"),
        ("m4a", "aac"),
        ("mp4", "aac"),
        ("opus", "libopus"),
        ("mkv", "libopus"),
        ("webm", "libopus"),
    ],
)
def test_every_container_gives_the_same_sound(tmp_path: Path, suffix: str, codec: str) -> None:
    audio = decode(write(tmp_path / f"a.{suffix}", [tone(440, 2000)], codec))
    assert abs(audio.duration - 2000) < 80
    assert loudest_hz(audio) == pytest.approx(440, abs=2)


def test_joined_files_of_different_formats_are_one_recording(tmp_path: Path) -> None:
    """As publishers join an advertisement and an episode."""
    first = write(tmp_path / "a.mp3", [tone(440, 3000)], "mp3", 44_100)
    second = write(tmp_path / "b.mp3", [tone(880, 3000)], "mp3", 24_000)
    joined = tmp_path / "both.mp3"
    joined.write_bytes(first.read_bytes() + second.read_bytes())
    audio = decode(joined)
    assert audio.duration == pytest.approx(6000, abs=200)
    assert loudest_hz(audio.clip(500, 2500)) == pytest.approx(440, abs=2)
    assert loudest_hz(audio.clip(3500, 5500)) == pytest.approx(880, abs=2)


def write_timed(
    path: Path, parts: list[tuple[float, npt.NDArray[Any]]], codec: str, *, video: bool = True
) -> Path:
    """A media file whose sound begins again at each of the times, s, beside 10 s of picture."""
    container: Any
    with av.open(str(path), "w") as container:
        sound = container.add_stream(codec, rate=RATE, layout="mono")
        if video:
            picture: Any = container.add_stream("mpeg4", rate=5)
            picture.width = picture.height = 16
            picture.pix_fmt = "yuv420p"
            for _ in range(50):
                black = av.VideoFrame.from_ndarray(np.zeros((16, 16, 3), np.uint8), "rgb24")
                container.mux(picture.encode(black))
            container.mux(picture.encode(None))
        size = sound.codec_context.frame_size or 1024
        for start, samples in parts:
            for at in range(0, len(samples) - size + 1, size):
                part: npt.NDArray[Any] = samples[at : at + size].reshape(1, -1)
                if sound.codec_context.format.name == "fltp":
                    part = part.astype(np.float32) / 32_768
                frame = av.AudioFrame.from_ndarray(part, sound.codec_context.format.name, "mono")
                frame.sample_rate, frame.time_base = RATE, Fraction(1, RATE)
                frame.pts = round(start * RATE) + at
                container.mux(sound.encode(frame))
        container.mux(sound.encode(None))
    return path


def onsets(audio: Audio) -> list[float]:
    """When sound begins after silence, s."""
    loud = np.flatnonzero(np.abs(audio.samples.astype(int)) > 2000)
    return [float(loud[0]) / RATE, *(loud[1:][np.diff(loud) > RATE // 10] / RATE)]


@pytest.mark.parametrize(
    ("name", "codec"),
    [("a.mkv", "pcm_s16le"), ("a.mkv", "flac"), ("a.mp4", "aac"), ("a.mov", "aac"),
     ("a.ts", "aac")],
)  # fmt: skip
def test_gaps_in_the_times_are_silence(tmp_path: Path, name: str, codec: str) -> None:
    """As after lost packets, or where a track begins after the picture."""
    parts = [(0.8, tone(440, 1000)), (4.0, tone(440, 1000)), (8.5, tone(440, 1000))]
    audio = decode(write_timed(tmp_path / name, parts, codec))
    assert onsets(audio) == pytest.approx([0.8, 4.0, 8.5], abs=0.08)
    assert audio.duration == pytest.approx(9500, abs=100)


def test_a_track_alone_begins_when_it_begins(tmp_path: Path) -> None:
    parts = [(0.8, tone(440, 1000)), (4.0, tone(440, 1000))]
    audio = decode(write_timed(tmp_path / "a.mkv", parts, "pcm_s16le", video=False))
    assert onsets(audio) == pytest.approx([0.0, 3.2], abs=0.01)


def test_jitter_of_the_times_is_no_gap(tmp_path: Path) -> None:
    sound = tone(440, 4000)
    late = [(at / RATE + (0.03 if at % 3 else 0.0), sound[at : at + 1024])
            for at in range(0, len(sound) - 1024, 1024)]  # fmt: skip
    audio = decode(write_timed(tmp_path / "a.mkv", late, "pcm_s16le", video=False))
    assert np.array_equal(audio.samples, sound[: len(audio.samples)])
    assert len(audio.samples) > len(sound) - 2048


@pytest.mark.parametrize("jump", [-600.0, 100_000.0])
def test_times_that_start_anew_are_no_gap(tmp_path: Path, jump: float) -> None:
    """As in joined or broken streams: hours of silence would stand for nothing."""
    frames = [
        audio_frame(at, at / RATE + (jump if at > RATE else 0)) for at in range(0, 48_000, 480)
    ]
    timed = list(_in_time(frames, 0.0, 3600.0))
    assert len(timed) == len(frames)
    gap = [*frames, audio_frame(0, 3.0 + jump + 2.0)]
    assert sum(f.samples for f in _in_time(gap, 0.0, 3600.0)) == 48_000 + 480 + 2 * RATE


def audio_frame(seed: int, time: float) -> Any:
    frame = av.AudioFrame.from_ndarray(np.full((1, 480), seed % 99, np.int16), "s16", "mono")
    frame.sample_rate, frame.time_base, frame.pts = RATE, Fraction(1, RATE), round(time * RATE)
    return frame


@pytest.mark.parametrize("form", ["u8", "s16p", "fltp"])
def test_silence_is_silent_in_every_format(form: str) -> None:
    like = av.AudioFrame(form, "stereo", 480)
    like.sample_rate = 44_100
    parts = list(_silence(like, 100_000))
    assert sum(part.samples for part in parts) == 100_000
    resampler = av.AudioResampler(format="s16", layout="mono", rate=RATE)
    for part in [*parts, None]:
        for out in resampler.resample(part):
            assert not out.to_ndarray().any()


def test_the_fixture_is_the_whole_sonnet() -> None:
    shares: list[float] = []
    audio = decode(SONNET, progress=shares.append)
    assert audio.samples.dtype == np.int16
    assert audio.duration == pytest.approx(53_300, abs=200)
    assert shares == sorted(shares)
    assert shares[-1] > 0.9


def test_a_track_is_chosen_by_number(tmp_path: Path) -> None:
    path = write(tmp_path / "film.mkv", [tone(300, 1000), tone(900, 1000)], "flac", video=True)
    assert loudest_hz(decode(path)) == pytest.approx(300, abs=5)
    assert loudest_hz(decode(path, track=2)) == pytest.approx(900, abs=5)
    with pytest.raises(UsageError, match=r"no audio track 3 .it has 1 .flac., 2 .flac."):
        decode(path, track=3)


def test_a_video_without_sound_is_refused(tmp_path: Path) -> None:
    with pytest.raises(AudioError, match="a video without an audio track"):
        decode(write(tmp_path / "mute.mp4", [], "aac", video=True))


@pytest.mark.parametrize("name", ["talk.txt", "talk.srt"])
def test_a_text_is_no_recording(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    path.write_text("1\n00:00:01,000 --> 00:00:02,000\nAll is well.\n", "utf-8")
    with pytest.raises(AudioError, match="this is text, not a recording"):
        decode(path)


def _truncated(tmp_path: Path) -> Path:
    whole = write(tmp_path / "whole.flac", [tone(440, 60_000)], "flac").read_bytes()
    path = tmp_path / "cut.flac"
    path.write_bytes(whole[: len(whole) // 3])
    return path


def _bytes(tmp_path: Path, data: bytes) -> Path:
    path = tmp_path / "a.mp3"
    path.write_bytes(data)
    return path


@pytest.mark.parametrize(
    ("make", "says"),
    [
        (lambda tmp: tmp / "none.mp3", "no such file"),
        (lambda tmp: tmp, "a folder"),
        (lambda tmp: _bytes(tmp, b""), "an empty file"),
        (
            lambda tmp: _bytes(tmp, b"This is a transcript, not a recording.\n" * 50),
            "not a media file",
        ),
        (lambda tmp: _bytes(tmp, bytes(range(256)) * 40), "not a media file"),
        (_truncated, r"truncated: 0:\d\d of 1:00"),
        (lambda tmp: write(tmp / "s.wav", [np.zeros(RATE, np.int16)], "pcm_s16le"), "silence"),
        (lambda tmp: write(tmp / "s.wav", [tone(440, 50)], "pcm_s16le"), "only 50 ms of audio"),
    ],
)
def test_what_cannot_be_used_is_one_clear_line(tmp_path: Path, make, says: str) -> None:  # type: ignore[no-untyped-def]
    path = make(tmp_path)
    with pytest.raises(AudioError, match=says) as error:
        decode(path)
    assert str(error.value).startswith(str(path))
    assert "\n" not in str(error.value)
    assert error.value.exit_code == 3


def test_an_unreadable_file_is_one_clear_line(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise av.error.PermissionError(13, "Permission denied")

    monkeypatch.setattr(av, "open", refuse)
    with pytest.raises(AudioError, match="cannot be read .check its permissions"):
        decode(SONNET)


def test_clips_have_the_length_and_the_sound_that_was_asked_for() -> None:
    audio = Audio(np.concatenate([tone(300, 1000), tone(900, 1000)]))
    part = audio.clip(1000, 1500)
    assert part.duration == 500
    assert loudest_hz(part) == pytest.approx(900, abs=5)
    assert np.array_equal(part.samples, audio.samples[RATE : RATE + RATE // 2])
    assert audio.clip(1900, 9000).duration == 100
    assert len(as_segment(audio)) == 2000


def test_resampling_keeps_pitch_and_length() -> None:
    audio = Audio(resample(tone(440, 3000, rate=22_050), 22_050))
    assert audio.duration == pytest.approx(3000, abs=3)
    assert loudest_hz(audio) == pytest.approx(440, abs=1)


def test_a_clip_is_written_for_people_to_listen_to(tmp_path: Path) -> None:
    audio = Audio(np.concatenate([tone(300, 1000), tone(900, 1000)]))
    save_clip(audio, 1000, 1500, tmp_path / "clip.wav")
    heard = decode(tmp_path / "clip.wav")
    assert np.array_equal(heard.samples, audio.clip(1000, 1500).samples)


def test_a_file_object_is_decoded_as_its_file() -> None:
    with open(SONNET, "rb") as file:
        assert decode(file) == decode(SONNET)


@pytest.mark.parametrize("kind", [np.int16, np.float32, np.float64])
@pytest.mark.parametrize("channels", [0, 1, 2])
def test_samples_in_memory_are_a_recording(kind: type[np.generic], channels: int) -> None:
    samples = tone(440, 2000, rate=44_100).astype(np.float64)
    values = samples.astype(kind) if kind is np.int16 else (samples / 32768).astype(kind)
    if channels:
        values = np.repeat(values[:, None], channels, axis=1)
    audio = from_array(values, 44_100)
    assert audio.duration == 2000
    assert loudest_hz(audio) == pytest.approx(440, abs=1)


@pytest.mark.parametrize(
    ("values", "rate", "says"),
    [
        (np.ones(9000), 0, "rate: an array needs its rate"),
        (np.ones((2, 9000)), 16_000, r"an array of shape \(2, 9000\)"),
        (np.ones(9000, np.int64), 16_000, "an array of int64"),
        (np.zeros(9000), 16_000, "silence from start to end"),
        (np.ones(900), 16_000, "only 56 ms of audio"),
    ],
)
def test_samples_that_are_no_recording(values: object, rate: int, says: str) -> None:
    with pytest.raises(SubalignError, match=says):
        from_array(values, rate)  # type: ignore[arg-type]
