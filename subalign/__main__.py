"""``python -m subalign`` and the ``subalign`` command."""

from __future__ import annotations

import contextlib
import gc
import io
import os
import sys
import traceback
from collections.abc import Sequence

from subalign.errors import ExitCode, OutputError, SubalignError


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command line and return its exit code.

    Python exits with 1 on any uncaught exception, which for us means that captions break
    their style; so bugs get a code of their own here.
    """
    # The matrices are small: a second thread costs more CPU time than it saves. NumPy reads
    # this when it is first imported, which no command has done yet.
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    # A command makes many small values and hardly a reference cycle: looking for cycles as often
    # as Python does by default takes a tenth of the time of a command.
    gc.set_threshold(100_000)
    try:
        from subalign.cli import app

        code = app(None if argv is None else list(argv), standalone_mode=False)
        sys.stdout.flush()
    except KeyboardInterrupt:
        code = ExitCode.STOPPED
    except SystemExit as end:
        # Typer ends with 1, our PROBLEMS, where the reader of our output has gone
        if not isinstance(end.__context__, BrokenPipeError):
            raise
        return _explain(end.__context__)
    except Exception as error:
        return _explain(error)
    if code == ExitCode.STOPPED:  # newer versions of Typer end with this code themselves
        _say("subalign: stopped")
    return int(code or ExitCode.DONE)


def _explain(error: Exception) -> int:
    """Print in one line what went wrong, and return the exit code."""
    match error:
        case SubalignError():
            _say(f"subalign: {error}")
            return error.exit_code
        case BrokenPipeError():
            return _give_up_output(ExitCode.UNREAD)
        case OSError(filename=None, strerror=str(why)):
            # errors of files are reported where the files are opened, with their names
            where, hint = "standard output", "free some space, or write elsewhere"
            full = OutputError(f"it cannot be written: {why}", where=where, hint=hint)
            _say(f"subalign: {full}")
            return _give_up_output(full.exit_code)
    if hasattr(error, "show") and hasattr(error, "exit_code"):
        error.show()  # a usage error of the command line's own parser
        return int(error.exit_code)
    with contextlib.suppress(OSError):
        traceback.print_exception(error)
    _say("subalign: this is a bug in subalign; please report the lines above")
    return ExitCode.BUG


def _say(text: str) -> None:
    """Print a line on standard error; if that is full or closed, the exit code has to suffice."""
    with contextlib.suppress(OSError):
        print(text, file=sys.stderr)


def _give_up_output(code: int) -> int:
    """Close standard output, to which Python would else write again at exit, with an error."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return code


def run() -> None:
    """Run the console script."""
    for name in ("stdout", "stderr"):
        if getattr(sys, name) is None:  # closed by the calling process
            setattr(sys, name, open(os.devnull, "w", encoding="utf-8"))  # noqa: SIM115
    if isinstance(sys.stdout, io.TextIOWrapper):
        # Output to a file or program is UTF-8 on every system, like the files that we write; a
        # file name that is not Unicode must not stop the command.
        encoding = sys.stdout.encoding if sys.stdout.isatty() else "utf-8"
        sys.stdout.reconfigure(encoding=encoding, errors="backslashreplace")
    sys.exit(main())


if __name__ == "__main__":
    run()
