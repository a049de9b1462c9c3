"""The main job on real recordings, in every style; where the recordings are."""

from __future__ import annotations

from pathlib import Path

import pytest

from subalign import api, formats, result
from subalign.model import Severity
from subalign.styles import STYLES

NAMES = (
    "ep_de_read",
    "ep_en_ivr",
    "ep_en_lj_book",
    "ep_en_mismatch",
    "ep_es_ivr",
    "ep_ru_ivr",
    "hp_en_michael",
    "na_en_address",
    "na_en_sonnet2",
    "xw_en_digits",
)


@pytest.mark.parametrize("name", NAMES)
def test_captions_keep_every_hard_limit_of_every_style(
    name: str, episodes: Path, tmp_path: Path
) -> None:
    folder = episodes / name
    made = api.caption(folder / "audio.flac", folder / "transcript.txt")
    assert made.alignment.language == {"de": "de", "es": "es", "ru": "ru"}.get(name[3:5], "en")
    words = [w.text for w in made.alignment.words if w.spoken]
    for style in STYLES:
        styled = result.make_captions(made.alignment, style)
        assert [p for p in styled.problems if p.severity is Severity.ERROR] == [], style
        assert "".join(c.text for c in styled.captions).replace(" ", "") == "".join(words), style
        for suffix in (".srt", ".vtt"):
            styled.save(tmp_path / f"{style}{suffix}")
            written = formats.read_captions(tmp_path / f"{style}{suffix}").cues
            assert [(c.start, c.end) for c in written] == [
                (c.start, c.end) for c in styled.captions
            ]
