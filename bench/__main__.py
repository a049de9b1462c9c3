"""``python -m bench``: all tables; ``python -m bench accuracy hour``: some.

``python -m bench pictures`` draws those of docs/alignment.md, ``python -m bench worst`` the
sentences with the largest errors.
"""

from __future__ import annotations

import importlib
import os
import sys

# as the command line does, so that the same is measured
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")


TABLES = ("accuracy", "refusals", "calibration", "hour", "start")
PICTURES = ("pictures", "worst")


def main(wanted: list[str]) -> None:
    """Print the wanted tables, or all; draw the wanted pictures."""
    unknown = set(wanted) - {*TABLES, *PICTURES}
    if unknown:
        known = ", ".join((*TABLES, *PICTURES))
        raise SystemExit(f"nothing called {', '.join(sorted(unknown))}; one of: {known}")
    for name in wanted or TABLES:
        importlib.import_module(f"bench.{name}").run()


if __name__ == "__main__":
    main(sys.argv[1:])
