"""What a CTC model heard, as the searches see it.

A CTC model says a letter in one frame or a few and the blank in all others. A letter of the
network is therefore two phones: the letter, and what comes after it until the next, which is
blank. The searches make a phone last at least a frame of 10 ms; the model's last twice as
long, and letters can follow each other without a blank between. So what the model says of the
blank counts in the first 10 ms of each frame only: the rest is free for the step to the next.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

import numpy as np

from subalign.acoustics.activity.energy import measure_energy
from subalign.acoustics.activity.pauses import find_pauses
from subalign.acoustics.arrays import Singles
from subalign.acoustics.emissions.gmm import Heard, Score, Stretch
from subalign.acoustics.features.mfcc import STEP
from subalign.acoustics.graph.network import Network
from subalign.acoustics.graph.spelling import spell
from subalign.acoustics.model.ctc import CtcModel
from subalign.errors import AlignmentError

if TYPE_CHECKING:
    import numpy.typing as npt

    from subalign.model import Samples

_WEIGHT = 4.0
"""What a log probability counts. A wrong phone costs the phone model about 4 logs in each of
its 8 frames or so, a wrong letter costs a CTC model its least probability once: with this
both cost the same, and one set of penalties does for both.
"""

_LEAST = -8.0
"""The least log probability: no letter is surer not to be there than 1 in 3,000. People spell
what they do not say, and a model that was trained on little is surer than it should be.
"""

_HOLD, _SILENT = 0.1, 3.0
"""What the blank after a letter costs a frame, logs: in sound, and more in a pause, which
belongs to the gaps between words.
"""

_MARGIN = 0.6
"""How much better a doubtful text has to fit than its words shuffled. Heard by a small model that
was trained on 14 minutes, texts of other recordings and right ones of a voice that it does not
understand fitted up to 0.25 better, right ones of other strange voices 1.3 to 1.5.
"""

_INNER, _OUTER = "inside", "after"
"""The blank after a letter inside a word, and after the last, where the delimiter stands too."""


def spell_network(model: CtcModel, sentences: Sequence[Sequence[str]]) -> tuple[Network, list[str]]:
    """A text in the letters of a model, and those letters: a phone is one of `_INNER`,
    `_OUTER` and them, in this order.

    Raises:
        AlignmentError: there is no letter in the text.
        SetupError, UsageError: as `spell`.
    """
    spelt = spell(sentences, model.vocabulary.letters, model.vocabulary.name)
    letters = sorted({c for row in spelt for token in row for word in token for c in word})
    if not letters:
        raise AlignmentError("no letter in the text", hint="check the transcript")
    said = [[_phones(token) for token in row] for row in spelt]
    return Network.of([_INNER, _OUTER, *letters], sentences, said), letters


def _phones(token: Sequence[Sequence[str]]) -> tuple[str, ...]:
    phones: list[str] = []
    for word in token:
        for i, letter in enumerate(word, 1):
            phones += (letter, _OUTER if i == len(word) else _INNER)
    return tuple(phones)


def listen(
    model: CtcModel,
    letters: Sequence[str],
    samples: Samples,
    progress: Callable[[float], None] = lambda share: None,
) -> Heard:
    """Work out what the searches need, by a CTC model.

    Args:
        letters: those of the text.
        samples: int16 mono at ``RATE``, shape (n,).
        progress: told the share that is done.

    Raises:
        InputError: the model cannot be run.
    """
    known = model.vocabulary
    wanted = [known.blank, known.delimiter, *(known.letters[c] for c in letters)]
    scores, best = model.listen(samples, wanted, progress)
    np.maximum(scores[:, 0], scores[:, 1], out=scores[:, 1])
    np.maximum(scores, _LEAST, out=scores)
    scores -= np.maximum(best, scores.max(axis=1))[:, None]
    scores *= _WEIGHT
    count = int(len(scores) * model.step / STEP)
    frames = np.minimum(np.arange(count) * STEP / model.step + 1e-6, len(scores) - 1).astype(int)
    phones = scores[frames]
    gaps = phones[:, 1].copy()
    phones[1:, :2][frames[1:] == frames[:-1]] = 0.0
    quiet = find_pauses(measure_energy(samples)).quiet_frames(len(phones))
    phones[:, :2] -= (_HOLD + _SILENT * quiet.astype(np.float32))[:, None]

    def scorer(network: Network, apart: npt.NDArray[np.bool_]) -> Score:
        def score(stretches: Sequence[Stretch]) -> list[Singles]:
            return [phones[a:b, network.phones[p], None] for p, a, b in stretches]

        return score

    return Heard(
        phones, gaps, gaps, decimation=1, states=1, parts=2, margin=_MARGIN, centre=0, scorer=scorer
    )
