"""
The options of the commands that lint, as data; and the plain way of reading a command line by them.

click reads command lines, and importing it takes as long as linting an article. So what an editor's tool and
a hook call, ``articlelint check`` with paths and options that are all in order, is read here. Anything else,
be it a mistake or a question for help, is click's, from the same declarations.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Sequence

from articlelint.records import NamedTuple

TYPE_CHECKING = False

if TYPE_CHECKING:
    from typing import Any, Literal

FOLDER = ".articlelint_cache"
"""Where results are kept, beside what is checked."""
COMPLETION = "_ARTICLELINT_COMPLETE"
"""Set by a shell that wants to know how a command line goes on."""


class Option(NamedTuple):
    """An option: ``flags`` as they are typed, the short one first; ``key`` is the argument it becomes."""

    flags: tuple[str, ...]
    kind: Literal["flag", "text", "names", "path", "choice", "count"]
    help: str
    metavar: str | None = None
    key: str = ""
    multiple: bool = False
    choices: tuple[str, ...] = ()

    @property
    def name(self) -> str:
        """The name of the argument."""
        return self.key or self.flags[-1].lstrip("-").replace("-", "_")


LINTING = (
    Option(("--select",), "names", "Only these rules or categories.", "NAMES", multiple=True),
    Option(("--ignore",), "names", "Not these rules or categories.", "NAMES", multiple=True),
    Option(("--config",), "path", "Use this configuration file.", "FILE"),
    Option(("--isolated",), "flag", "Use no configuration file."),
    Option(
        ("--fail-on",),
        "choice",
        "Lowest severity that makes the exit code 1.  [default: error]",
        choices=("error", "warning", "info", "never"),
    ),
    Option(("--workers",), "count", "Processes.  [default: the cores]", "N"),
    Option(("--no-cache",), "flag", "Read and write no cache."),
    Option(("--cache-dir",), "path", f"[default: {FOLDER} here]", "FOLDER"),
)
"""What every command that lints takes."""

CHECKING = (
    Option(
        ("--output-format",),
        "text",
        "full, concise, json, ... (see the guide) or a plugin's; repeat with a file name for several.",
        "FORMAT[:FILE]",
        "formats",
        multiple=True,
    ),
    Option(("--output-file",), "path", "Write findings there.", "FILE"),
    Option(("--statistics",), "flag", "Count findings by rule instead of listing them."),
    Option(("--stdin-filename",), "text", "The file that standard input stands for.", "NAME"),
    Option(("-q", "--quiet"), "flag", "No summary and no progress bar."),
    Option(("--fix",), "flag", "Apply the safe fixes."),
    Option(("--unsafe-fixes",), "flag", "With --fix or --diff: those that may change the meaning, too."),
    Option(("--diff",), "flag", "Print the fixes as a diff and change nothing."),
    Option(("--baseline",), "path", "Known findings stay quiet.", "FILE"),
    Option(("--diff-from",), "text", "Only findings on lines changed since a git revision.", "REF"),
    Option(("--add-ignore",), "text", "Write an inline ignore for every finding.", "REASON"),
    Option(("--watch",), "flag", "Check again whenever an article changes."),
    Option(("--staged",), "flag", "What is staged in git, not what lies on disk."),
)
"""What ``check`` takes beside."""


class _NotPlainError(Exception):
    """Something for click to judge."""


def split_names(values: Iterable[str]) -> tuple[str, ...]:
    """The names in lists with commas."""
    return tuple(name.strip() for value in values for name in value.split(",") if name.strip())


def plain_check(arguments: Sequence[str]) -> dict[str, Any] | None:
    """The arguments of ``check`` as click would give them, or None where click has to look."""
    if not arguments or arguments[0] != "check" or COMPLETION in os.environ:
        return None
    if os.name == "nt" and any(c in argument for argument in arguments for c in "*?[~$%"):
        return None  # where the shell does not expand these, click does
    try:
        paths, given = _read(iter(arguments[1:]))
        values = {o.name: _value(o, given.get(o.name, [])) for o in (*LINTING, *CHECKING)}
    except _NotPlainError:
        return None
    return {"paths": tuple(paths), **values}


def _read(arguments: Iterator[str]) -> tuple[list[str], dict[str, list[str]]]:
    """The paths, and what is given for each option by its argument's name."""
    by_flag = {flag: option for option in (*LINTING, *CHECKING) for flag in option.flags}
    paths: list[str] = []
    given: dict[str, list[str]] = {}
    for argument in arguments:
        if argument == "-" or not argument.startswith("-"):
            paths.append(argument)
            continue
        flag, joined, value = argument.partition("=")
        option = by_flag.get(flag)
        if option is None or (joined and option.kind == "flag"):
            raise _NotPlainError
        if option.kind != "flag" and not joined:
            value = next(arguments, "")
        if option.kind != "flag" and (not value or value.startswith("-")):
            raise _NotPlainError
        given.setdefault(option.name, []).append(value)
    return paths, given


def _value(option: Option, values: list[str]) -> Any:
    if option.kind == "flag":
        return bool(values)
    if option.kind == "names":
        return split_names(values)
    if option.multiple:
        return tuple(values)
    return _converted(option, values[-1]) if values else None


def _converted(option: Option, value: str) -> Any:
    if option.kind == "path":
        if os.path.lexists(value) and not os.access(value, os.R_OK):
            raise _NotPlainError
        from pathlib import Path

        return Path(value)
    if option.kind == "count":
        if not (value.isascii() and value.isdigit() and int(value) > 0):
            raise _NotPlainError
        return int(value)
    if option.kind == "choice" and value not in option.choices:
        raise _NotPlainError
    return value
