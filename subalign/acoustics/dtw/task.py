"""aeneas' own task, run in memory: a recording aligned with its text as espeak-ng says it.

aeneas' ``ExecuteTask`` takes files and calls programs. Here the same classes do the same work on
what is in memory already: a ``Task`` with a ``TextFile``, the ``DTWAligner``, the
``AdjustBoundaryAlgorithm``, and the ``SyncMap`` that they give.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

import numpy as np

from subalign.acoustics.dtw.cepstra import aeneas_cepstra
from subalign.acoustics.dtw.extensions import prepare
from subalign.acoustics.tts.espeak import Speech
from subalign.model import RATE

if TYPE_CHECKING:
    from subalign.model import Samples

SYNTHETIC_PAUSE_MS = 290
"""Silence after each synthetic sentence: what espeak-ng itself leaves after a clause. Without it
the pauses of the recording are warped onto speech: on the exact-phrase items of docs/benchmarks.md
52 % of sentences begin within 100 ms, with it 86 %.
"""


def sentence_boundaries(samples: Samples, speeches: Sequence[Speech]) -> list[float]:
    """Return the boundaries of the sentences as aeneas itself finds them.

    Args:
        samples: the recording, int16 mono at ``RATE``.
        speeches: its n sentences as espeak-ng says them.

    Returns:
        The n + 1 boundaries, ms; they never fall.

    Raises:
        SetupError: aeneas is not installed.
    """
    fragments = run_task(samples, speeches).sync_map.fragments
    # the last fragment is the tail: it begins where the last sentence ends
    return [1000 * float(fragment.begin) for fragment in fragments[1:]]


def run_task(samples: Samples, speeches: Sequence[Speech]) -> Any:
    """Align a recording by aeneas.

    Args:
        samples: the recording, int16 mono at ``RATE``.
        speeches: its sentences as espeak-ng says them.

    Returns:
        aeneas' ``Task``. The fragments of its ``sync_map`` are a head, a fragment for each
        sentence, and a tail.

    Raises:
        SetupError: aeneas is not installed.
    """
    prepare()
    from aeneas.adjustboundaryalgorithm import AdjustBoundaryAlgorithm
    from aeneas.audiofilemfcc import AudioFileMFCC
    from aeneas.dtw import DTWAligner, DTWStripe
    from aeneas.runtimeconfiguration import RuntimeConfiguration
    from aeneas.syncmap import SyncMap
    from aeneas.task import Task, TaskConfiguration
    from aeneas.tree import Tree

    settings = RuntimeConfiguration()
    window, shift = float(settings.mwl), float(settings.mws)
    # given as a matrix: aeneas' own reader would hold the recording as 64-bit floats
    cepstra = (aeneas_cepstra(s, window, shift) for s in (samples, _synthetic(speeches)))
    recording, synthetic = (
        AudioFileMFCC(mfcc_matrix=np.ascontiguousarray(c.T), rconf=settings) for c in cepstra
    )
    aligner = DTWAligner(recording, synthetic, rconf=settings)
    # By default aeneas runs a Python loop for short texts, unless an extension that we do not need
    # is compiled; a stripe as wide as the text gives the same path.
    band = int(2 * settings.dtw_margin / settings.mws)
    aligner.dtw = DTWStripe(recording.middle_mfcc, synthetic.middle_mfcc, band, rconf=settings)
    task = Task(rconf=settings)
    task.configuration = TaskConfiguration()
    task.text_file = _text_file(speeches)
    adjusting = AdjustBoundaryAlgorithm(rconf=settings)
    adjusting.adjust(
        task.configuration.aba_parameters(),
        aligner.compute_boundaries(list(_anchors(speeches))),
        recording,
        task.text_file,
    )
    tree = Tree()
    adjusting.append_fragment_list_to_sync_root(tree)
    task.sync_map = SyncMap(tree=tree, rconf=settings)
    return task


def _synthetic(speeches: Sequence[Speech]) -> Samples:
    """Return all sentences in a row, a pause after each."""
    silence = np.zeros(SYNTHETIC_PAUSE_MS * RATE // 1000, np.int16)
    return np.concatenate([piece for s in speeches for piece in (s.samples, silence)])


def _anchors(speeches: Sequence[Speech]) -> Iterator[tuple[Any, str, str]]:
    """Yield the start of each sentence in the synthetic speech, its name and its text."""
    from aeneas.exacttiming import TimeValue

    at = 0
    for i, speech in enumerate(speeches):
        yield TimeValue(f"{at / RATE:.6f}"), _identifier(i), speech.text
        at += len(speech.samples) + SYNTHETIC_PAUSE_MS * RATE // 1000


def _text_file(speeches: Sequence[Speech]) -> Any:
    from aeneas.textfile import TextFile, TextFragment

    text_file = TextFile()
    for i, speech in enumerate(speeches):
        text_file.add_fragment(TextFragment(identifier=_identifier(i), lines=[speech.text]))
    return text_file


def _identifier(index: int) -> str:
    return f"f{index + 1:06d}"
