"""The command line. Commands are loaded when called, so that ``--version`` and ``--help`` load nothing."""

from __future__ import annotations

import io
import os
import sys
from typing import ClassVar

import click

from articlelint._version import __version__
from articlelint.cli.lazy import LazyGroup, Target
from articlelint.errors import ArticlelintError

WRONG, INTERRUPTED = 2, 130
"""Exit codes beside 0 and 1 (findings): something is wrong; stopped by Ctrl-C."""


class _Commands(LazyGroup):
    commands_by_name: ClassVar = {
        "baseline": Target(
            "articlelint.cli.baseline", "Accept what is there, so that only new findings count."
        ),
        "check": Target(
            "articlelint.cli.check", "Lint articles: files, folders, globs, or - for standard input."
        ),
        "completion": Target(
            "articlelint.cli.completion", "Print the completion script for bash, zsh or fish."
        ),
        "explain": Target("articlelint.cli.explain", "Say what a rule is for, its options and examples."),
        "fix": Target("articlelint.cli.fix", "Apply the safe fixes and list what is left."),
        "init": Target("articlelint.cli.init", "Write a commented .articlelint.toml."),
        "rules": Target("articlelint.cli.rules", "List the rules."),
        "stats": Target("articlelint.cli.stats", "Measure articles: words, quotations, readability."),
        "style": Target("articlelint.cli.style", "Test, try and print the newsroom's own rules."),
    }


@click.group(cls=_Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, "-V", "--version", message="articlelint %(version)s")
def cli() -> None:
    """
    Find what an editor would be embarrassed to print.

    Start with:  articlelint check article.txt
    """


def main() -> None:
    """Run the command line and exit: 0 nothing found, 1 findings, 2 something is wrong."""
    sys.exit(_run())


def _run() -> int:
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            # A terminal or a file name may not speak our alphabet; the message matters more than one letter.
            stream.reconfigure(errors="backslashreplace")
    try:
        result = cli.main(prog_name="articlelint", standalone_mode=False)
        sys.stdout.flush()
    except click.exceptions.NoArgsIsHelpError as error:
        click.echo(error.format_message(), err=True)
        return WRONG
    except click.ClickException as error:
        return _complain(error.format_message())
    except ArticlelintError as error:
        return _complain(str(error))
    except (click.Abort, KeyboardInterrupt):
        click.echo("articlelint: interrupted", err=True)
        return INTERRUPTED
    except BrokenPipeError:
        _silence_stdout()  # the reader of our output has gone; there is nobody left to tell
        return WRONG
    except OSError as error:
        _silence_stdout()
        return _complain(f"the output cannot be written: {error.strerror or error}")
    except Exception as error:  # noqa: BLE001 - Python would exit 1, which means findings
        import traceback

        traceback.print_exc()
        what = f"{type(error).__name__}: {error}"
        return _complain(f"internal error: {what}; please report it with the lines above")
    return result if isinstance(result, int) else 0


def _silence_stdout() -> None:
    """Keep Python from trying again, at exit, to write what could not be written."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _complain(message: str) -> int:
    click.echo(f"articlelint: error: {' '.join(message.split())}", err=True)
    return WRONG
