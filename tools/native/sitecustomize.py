"""Lets the setup.py of aeneas find NumPy's headers where ``numpy.distutils`` is gone.

``make native`` puts this folder on PYTHONPATH while aeneas is built, so Python runs this file
first. It is needed with Python 3.12 (no ``numpy.distutils``) and with setuptools 81 (the one
in NumPy for Python 3.10 and 3.11 no longer imports).
"""

from __future__ import annotations

import sys
from types import ModuleType


def _get_numpy_include_dirs() -> list[str]:
    import numpy as np

    return [np.get_include()]


_package = ModuleType("numpy.distutils")
_module = ModuleType("numpy.distutils.misc_util")
_module.get_numpy_include_dirs = _get_numpy_include_dirs  # type: ignore[attr-defined]
_package.misc_util = _module  # type: ignore[attr-defined]
sys.modules[_package.__name__] = _package
sys.modules[_module.__name__] = _module
