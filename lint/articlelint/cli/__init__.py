"""
The command line: one module for each command, imported when the command is called.

A new command is a module here and a line in ``commands``. What several commands share is here, too: their
options, the engine that the options ask for, output and progress. The work itself is done elsewhere.
"""

from __future__ import annotations

import io
import os
import sys
import traceback
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

import click

from articlelint.cli.commands import PipeClosedError, cli
from articlelint.errors import ArticlelintError, PluginError
from articlelint.plugins.loading import load_commands
from articlelint.report.escape import line_of

__all__ = ["cli", "main", "run"]

WRONG, INTERRUPTED = 2, 130
"""The exit codes beside 0 and 1: something is wrong, and stopped by Ctrl-C."""
LARGEST = 255
"""The largest exit code that a program can have."""


def main() -> None:
    """Run the command line and exit with 0 (nothing found), 1 (findings) or 2 (something is wrong)."""
    sys.exit(run(sys.argv[1:]))


def run(arguments: Sequence[str]) -> int:
    """Run the command line and return its exit code. Errors are printed to standard error."""
    if sys.stdout is None:  # pyright: ignore[reportUnnecessaryComparison] - its descriptor may be closed
        return _complain("the output cannot be written: standard output is closed")
    _prepare_streams()
    if _current_folder_is_gone():
        return _complain("the current folder has been deleted; change to another one")
    try:
        result = _result(arguments)
        sys.stdout.flush()
    except ArticlelintError as error:
        return _complain(str(error))
    except KeyboardInterrupt:
        _say("articlelint: interrupted")
        return INTERRUPTED
    except (PipeClosedError, BrokenPipeError):
        _silence_stdout()  # nobody reads the output any more
        return WRONG
    except OSError as error:
        return _complain_of_file(error)
    except BaseException as error:  # noqa: BLE001 - even SystemExit: only run() decides about the exit code
        for line in traceback.format_exc().splitlines():
            _say(f"| {line_of(line)}")
        what = f"{type(error).__name__}: {error}"
        return _complain(f"internal error: {what}; please report it with the lines above")
    return result


def _prepare_streams() -> None:
    """Make standard output and standard error take whatever is printed."""
    if sys.stderr is None:  # pyright: ignore[reportUnnecessaryComparison] - its descriptor may be closed
        sys.stderr = Path(os.devnull).open("w", encoding="utf-8")  # noqa: SIM115 - until the end
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            # Print a message even if the terminal cannot show every character of it.
            stream.reconfigure(errors="backslashreplace")


def _complain_of_file(error: OSError) -> int:
    """Say which file cannot be opened, or that the output cannot be written."""
    reason = error.strerror or error
    if error.filename is not None:
        return _complain(f"{os.fsdecode(error.filename)}: cannot be opened: {reason}")
    _silence_stdout()
    return _complain(f"the output cannot be written: {reason}")


def _result(arguments: Sequence[str]) -> int:
    """
    Run click and return the exit code of the command: 0 if it returns None.

    Raises PluginError if it returns anything but None or an exit code.
    """
    try:
        result = cli.main(list(arguments), prog_name="articlelint", standalone_mode=False)
    except click.exceptions.NoArgsIsHelpError as error:
        _say(error.format_message())
        return WRONG
    except click.ClickException as error:
        return _complain(error.format_message())
    except click.Abort:
        raise KeyboardInterrupt from None
    if result is None:
        return 0
    if isinstance(result, int) and not isinstance(result, bool) and 0 <= result <= LARGEST:
        return result
    name = next((argument for argument in arguments if not argument.startswith("-")), "")
    found = load_commands(()).get(name)
    who = str(found.plugin) if found else "articlelint"
    raise PluginError(
        f"{who}: the command '{name}' must return an exit code from 0 to {LARGEST} or None, not {result!r}"
    )


def _current_folder_is_gone() -> bool:
    try:
        Path.cwd()
    except FileNotFoundError:
        return True
    return False


def _silence_stdout() -> None:
    """Keep Python from writing buffered output at exit, which would fail again."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _complain(message: str) -> int:
    _say(f"articlelint: error: {line_of(' '.join(message.split()))}")
    return WRONG


def _say(line: str) -> None:
    with suppress(OSError):  # the exit code is right even if standard error cannot be written
        click.echo(line, err=True)
