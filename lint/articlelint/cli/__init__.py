"""The command line. A command's module is imported when the command is called."""

from __future__ import annotations

import io
import os
import sys
import traceback
from collections.abc import Sequence

import click

from articlelint.cli.commands import cli
from articlelint.errors import ArticlelintError

__all__ = ["cli", "main", "run"]

WRONG, INTERRUPTED = 2, 130
"""Exit codes beside 0 and 1 (findings): something is wrong; stopped by Ctrl-C."""


def main() -> None:
    """Run the command line and exit: 0 nothing found, 1 findings, 2 something is wrong."""
    sys.exit(run(sys.argv[1:]))


def run(arguments: Sequence[str]) -> int:
    """Run the command line and return its exit code; whatever is wrong has been said."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            # A terminal or a file name may not speak our alphabet; the message matters more than one letter.
            stream.reconfigure(errors="backslashreplace")
    try:
        result = _result(arguments)
        sys.stdout.flush()
    except ArticlelintError as error:
        return _complain(str(error))
    except KeyboardInterrupt:
        _say("articlelint: interrupted")
        return INTERRUPTED
    except BrokenPipeError:
        _silence_stdout()  # the reader of our output has gone; there is nobody left to tell
        return WRONG
    except OSError as error:
        _silence_stdout()
        return _complain(f"the output cannot be written: {error.strerror or error}")
    except Exception as error:  # noqa: BLE001 - Python would exit 1, which means findings
        traceback.print_exc()
        what = f"{type(error).__name__}: {error}"
        return _complain(f"internal error: {what}; please report it with the lines above")
    return result


def _result(arguments: Sequence[str]) -> int:
    try:
        result = cli.main(list(arguments), prog_name="articlelint", standalone_mode=False)
    except click.exceptions.NoArgsIsHelpError as error:
        _say(error.format_message())
        return WRONG
    except click.ClickException as error:
        return _complain(error.format_message())
    except click.Abort:
        raise KeyboardInterrupt from None
    return result if isinstance(result, int) else 0


def _silence_stdout() -> None:
    """Keep Python from trying again, at exit, to write what could not be written."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _complain(message: str) -> int:
    _say(f"articlelint: error: {' '.join(message.split())}")
    return WRONG


def _say(line: str) -> None:
    click.echo(line, err=True)
