"""aeneas' C extensions where they are compiled, NumPy kernels where they are not.

aeneas imports ``aeneas.cdtw.cdtw`` and ``aeneas.cmfcc.cmfcc`` when it needs them, so a module
registered under that name is all that a stand-in takes.
"""

from __future__ import annotations

import importlib
import sys
import types
import warnings
from collections.abc import Callable
from functools import lru_cache
from typing import Any

from subalign.acoustics.dtw.cepstra import compute_from_data
from subalign.acoustics.dtw.kernels import compute_best_path
from subalign.errors import SetupError

_STAND_INS: dict[str, Callable[..., Any]] = {
    "cdtw": compute_best_path,
    "cmfcc": compute_from_data,
}


@lru_cache(maxsize=1)
def prepare() -> dict[str, str]:
    """Make aeneas usable, and return for each extension whether it is ``compiled`` or ``numpy``.

    Raises:
        SetupError: aeneas is not installed.
    """
    with warnings.catch_warnings():
        # its docstrings hold escapes that Python 3.12 warns about
        warnings.simplefilter("ignore")
        try:
            importlib.import_module("aeneas.dtw")
            importlib.import_module("aeneas.audiofilemfcc")
        except ImportError as error:
            raise SetupError(
                f"aeneas is not installed: {error}", hint="pip install py3-aeneas==1.1.0"
            ) from None
        return {name: _provide(name) for name in _STAND_INS}


def _provide(name: str) -> str:
    try:
        importlib.import_module(f"aeneas.{name}.{name}")
    except ImportError:
        _register(name)
        return "numpy"
    return "compiled"


def _register(name: str) -> None:
    function = _STAND_INS[name]
    module = types.ModuleType(f"aeneas.{name}.{name}")
    setattr(module, function.__name__, function)
    sys.modules[module.__name__] = module
    setattr(importlib.import_module(f"aeneas.{name}"), name, module)
