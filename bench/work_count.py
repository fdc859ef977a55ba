"""
The process whose work bench/work.py counts: ``python -S work_count.py calls|memory|none FILE ...``.

Runs ``articlelint check`` on the files, in this process and with all its imports, and prints what it took as
JSON. ``calls`` are the calls of Python and C functions, ``lines`` the lines of Python executed, ``modules``
the modules imported, ``memory`` the peak of traced memory in KB. What the import system itself does is left
out: it depends on where packages lie, not on what is asked of them. The search path comes in WORK_PATH.
"""

from __future__ import annotations

import gc
import json
import os
import sys
from types import FrameType
from typing import Any

IMPORT_SYSTEM = "<frozen importlib"
counted = {"calls": 0, "lines": 0}


def profile(frame: FrameType, event: str, _argument: Any) -> None:
    """Count a call."""
    if event in {"call", "c_call"} and not frame.f_code.co_filename.startswith(IMPORT_SYSTEM):
        counted["calls"] += 1


def trace(frame: FrameType, _event: str, _argument: Any) -> Any:
    """Count the lines of a function."""
    return None if frame.f_code.co_filename.startswith(IMPORT_SYSTEM) else line


def line(_frame: FrameType, event: str, _argument: Any) -> Any:
    """Count a line."""
    if event == "line":
        counted["lines"] += 1
    return line


def check(files: list[str]) -> None:
    """What the command line does."""
    from articlelint.cli import run

    arguments = ["check", "--isolated", "--no-cache", "--workers", "1", "--output-format", "concise", *files]
    code = run(arguments)
    if code not in {0, 1}:
        sys.exit(f"articlelint check exits {code}")


def main() -> None:
    """Count and print."""
    how, files = sys.argv[1], sys.argv[2:]
    sys.path[:] = json.loads(os.environ["WORK_PATH"])
    shown = sys.stdout
    gc.disable()  # when it runs depends on what other objects there are
    before = len(sys.modules)
    with open(os.devnull, "w", encoding="utf-8") as sys.stdout:
        if how == "memory":
            import tracemalloc

            tracemalloc.start()
            check(files)
            result = {"memory": round(tracemalloc.get_traced_memory()[1] / 1024)}
        else:
            if how == "calls":
                sys.settrace(trace)
                sys.setprofile(profile)
            check(files)
            sys.setprofile(None)
            sys.settrace(None)
            if how == "none":  # a first run: what it keeps for later ones is part of their work
                from articlelint.patterns import keep_patterns

                keep_patterns()
            result = {**counted, "modules": len(sys.modules) - before}
    json.dump(result, shown)


if __name__ == "__main__":
    main()
