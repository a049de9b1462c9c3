"""``python -m subalign`` and the ``subalign`` command."""

from __future__ import annotations

import os
import sys
import traceback
from collections.abc import Sequence

from subalign.errors import BUG, DONE, STOPPED, SubalignError


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command line and return its exit code.

    Python exits with 1 on any uncaught exception, which for us means that captions break
    their style; so bugs get a code of their own here.
    """
    # The matrices are small: a second thread costs more CPU time than it saves. NumPy reads
    # this when it is first imported, which no command has done yet.
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    import typer

    from subalign.cli import app

    try:
        code = app(None if argv is None else list(argv), standalone_mode=False)
    except SubalignError as error:
        print(f"subalign: {error}", file=sys.stderr)
        return error.exit_code
    except (KeyboardInterrupt, typer.Abort):
        code = STOPPED
    except BrokenPipeError:
        # the reader of our output has gone; Python would complain again at exit
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return DONE
    except Exception as error:
        if hasattr(error, "show") and hasattr(error, "exit_code"):
            error.show()  # a usage error of the command line's own parser
            return int(error.exit_code)
        traceback.print_exc()
        print("subalign: this is a bug in subalign; please report the lines above", file=sys.stderr)
        return BUG
    if code == STOPPED:  # newer versions of Typer end with this code themselves
        print("subalign: stopped", file=sys.stderr)
    return int(code or DONE)


def run() -> None:
    """The console script."""
    sys.exit(main())


if __name__ == "__main__":
    run()
