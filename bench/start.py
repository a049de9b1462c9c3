"""How long the command line takes to say how it is used."""

from __future__ import annotations

import statistics
import subprocess
import sys
import time

RUNS = 7


def run() -> None:
    """Print the table: wall-clock seconds, and bare Python beside it."""
    print("\nstart-up, median of 7 runs (s)")
    for name, arguments in (
        ("python -c pass", ["-c", "pass"]),
        ("subalign --help", ["-m", "subalign", "--help"]),
    ):
        times = []
        for _ in range(RUNS):
            began = time.perf_counter()
            subprocess.run([sys.executable, *arguments], check=True, capture_output=True)
            times.append(time.perf_counter() - began)
        print(f"  {name:20} {statistics.median(times):.2f}")
