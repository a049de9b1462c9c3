"""``python -m bench``: all tables; ``python -m bench accuracy hour start``: some."""

from __future__ import annotations

import os
import sys

# as the command line does, so that the same is measured
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")


def main(wanted: list[str]) -> None:
    """Print the wanted tables, or all."""
    from bench import accuracy, hour, start

    tables = {"accuracy": accuracy.run, "hour": hour.run, "start": start.run}
    unknown = set(wanted) - set(tables)
    if unknown:
        raise SystemExit(f"no table {', '.join(sorted(unknown))}; one of: {', '.join(tables)}")
    for name in wanted or tables:
        tables[name]()


if __name__ == "__main__":
    main(sys.argv[1:])
