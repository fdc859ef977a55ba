"""The process: ``articlelint``, or ``python -m articlelint``. How it starts, and how it ends."""

from __future__ import annotations

import atexit
import gc
import os
import sys

from articlelint.modules import KeptModules

TYPE_CHECKING = False

if TYPE_CHECKING:
    from typing import NoReturn


def main() -> NoReturn:
    """Run the command line and exit."""
    # What a start makes is there to stay: looking through it for garbage is a tenth of the work.
    gc.disable()
    modules = KeptModules(globals()["__spec__"].cached, ("articlelint.", "articlelint_rules."))
    modules.install()
    from articlelint.cli import run

    code = run(sys.argv[1:])
    if "click" not in sys.modules:  # a plain check: what else there is need not be read every time
        modules.keep()
    from articlelint.patterns import keep_patterns

    keep_patterns()
    if _nothing_left_to_do():
        os._exit(code)
    sys.exit(code)


def _nothing_left_to_do() -> bool:
    """
    Whether the process may end at once, with its output written, without taking its own memory apart.

    That is another tenth. Not where a thread may still be there, or a child process, nor where something
    watches the process (a debugger, a profiler, the coverage of the tests) or wants to be told of its end.
    """
    callbacks = getattr(atexit, "_ncallbacks", lambda: 1)()
    if (
        callbacks
        or sys.gettrace()
        or sys.getprofile()
        or {"threading", "multiprocessing"} & sys.modules.keys()
    ):
        return False
    try:
        sys.stdout.flush()
        sys.stderr.flush()
    except (OSError, ValueError):
        return False
    return True


if __name__ == "__main__":
    main()
