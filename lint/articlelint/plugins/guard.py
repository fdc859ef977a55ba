"""Calls functions of plugins, so that nothing that they raise, print or change ends or alters the run."""

from __future__ import annotations

import io
import os
import sys
from collections.abc import Callable
from contextlib import redirect_stdout, suppress
from typing import Any

from articlelint.errors import failure
from articlelint.report.escape import line_of


class FailedError(Exception):
    """A function of a plugin has failed. The text says how, and where in the plugin's files."""


def call(function: Callable[..., Any], *arguments: Any, passed: tuple[type[Exception], ...] = ()) -> Any:
    """
    Call a function of a plugin and return its result.

    Raises FailedError for whatever the function raises (SystemExit, too), except the classes ``passed`` and
    KeyboardInterrupt, which stands for Ctrl-C. What the function prints goes to standard error, because
    standard output may be JSON. The current folder is the same afterwards; to change it is a failure.
    """
    folder = _current_folder()
    printed = io.BytesIO()
    stream = io.TextIOWrapper(printed, "utf-8", "backslashreplace", write_through=True)
    try:
        with redirect_stdout(stream):
            result = function(*arguments)
    except KeyboardInterrupt:
        raise
    except passed:
        raise
    except BaseException as error:
        raise FailedError(failure(error)) from error
    finally:
        moved = _return_to(folder)
        _show(printed)
    if moved:
        raise FailedError(f"it changed the current folder, to {moved}")
    return result


def _current_folder() -> str:
    """Return the current folder; "" if it has been deleted."""
    with suppress(OSError):
        return os.getcwd()  # noqa: PTH109 - called for every rule, and Path.cwd() is slower
    return ""


def _return_to(folder: str) -> str:
    """Make a folder the current one. Returns the folder that was the current one instead, or ""."""
    moved = _current_folder()
    if not folder or moved == folder:
        return ""
    os.chdir(folder)
    return moved or "a folder that does not exist"


def _show(printed: io.BytesIO) -> None:
    """Print to standard error what a plugin has printed."""
    if printed.closed or not printed.tell():
        return
    for line in printed.getvalue().decode(errors="replace").splitlines():
        # Standard error may be closed, or broken.
        with suppress(OSError, ValueError, AttributeError):
            sys.stderr.write(f"articlelint: printed by a plugin: {line_of(line)}\n")
