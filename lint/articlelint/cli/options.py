"""The options that several commands share."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import Any, TypeVar

import click

from articlelint.config.settings import FAIL_ON
from articlelint.errors import UsageError

Command = TypeVar("Command", bound=Callable[..., Any])


def split_names(values: Iterable[str]) -> tuple[str, ...]:
    """Return the names in comma-separated lists."""
    return tuple(name.strip() for value in values for name in value.split(",") if name.strip())


def names(_ctx: click.Context, param: click.Parameter, values: tuple[str, ...]) -> tuple[str, ...]:
    """The click callback of an option that takes comma-separated names and may be repeated."""
    found = split_names(values)
    if values and not found:
        raise UsageError(f"{param.opts[0]}: no rule or category is named")
    return found


def statuses(_ctx: click.Context, param: click.Parameter, values: tuple[str, ...]) -> tuple[str, ...]:
    """The click callback of an option that takes comma-separated statuses and may be repeated."""
    found = split_names(values)
    if values and not found:
        raise UsageError(f"{param.opts[0]}: no status is named")
    return found


def probability(_ctx: click.Context, param: click.Parameter, value: str | None) -> float | None:
    """The click callback of an option that takes a number from 0 to 1."""
    if value is None:
        return None
    try:
        number = float(value)
    except ValueError:
        number = -1.0
    if not 0 <= number <= 1:
        raise UsageError(f"{param.opts[0]}: must be a number from 0 to 1, such as 0.8, not '{value}'")
    return number


PATHS = click.Path(readable=False)
"""The type of what a command lints, by which shells complete it; what cannot be read is told later."""

CONFIG_OPTIONS = (
    click.option(
        "--config", type=click.Path(path_type=Path), metavar="FILE", help="Use this configuration file."
    ),
    click.option("--isolated", is_flag=True, help="Use no configuration file."),
    click.option(
        "--trust-config",
        is_flag=True,
        help="Let configuration files read files outside of their repository.",
    ),
)
"""The options of every command that reads the configuration."""

FORMAT_OPTION = click.option(
    "--format",
    "format_name",
    metavar="NAME",
    help="Read every file in this format, whatever its name; articlelint formats lists them.",
)

STATUS_OPTION = click.option(
    "--status",
    multiple=True,
    callback=statuses,
    metavar="NAMES",
    help="Read only articles with these statuses, such as publish,draft, in formats that tell one.",
)

_RUN_OPTIONS = (
    click.option(
        "--select",
        multiple=True,
        callback=names,
        metavar="NAMES",
        help="Run only these rules or categories.",
    ),
    click.option(
        "--ignore",
        multiple=True,
        callback=names,
        metavar="NAMES",
        help="Do not run these rules or categories.",
    ),
    click.option(
        "--min-confidence",
        callback=probability,
        metavar="NUMBER",
        help="Leave out guesses with a lower confidence; a number from 0 to 1.",
    ),
    click.option(
        "--archive",
        type=click.Path(path_type=Path),
        metavar="FILE",
        help="Check against this archive, which archive learn has written.",
    ),
    *CONFIG_OPTIONS,
    FORMAT_OPTION,
    STATUS_OPTION,
    click.option(
        "--force-exclude",
        is_flag=True,
        help="Leave out excluded files even where they are named, as a pre-commit hook names them.",
    ),
    click.option(
        "--workers",
        type=click.IntRange(1),
        metavar="N",
        help="How many processes to use.  [default: one for each core]",
    ),
    click.option("--no-cache", is_flag=True, help="Read and write no cache."),
    click.option(
        "--cache-dir",
        type=click.Path(path_type=Path),
        help="The folder of the cache.  [default: in the user's cache folder]",
    ),
)


_CLUSTER_OPTIONS = (
    click.option("--dask", is_flag=True, help="Read with a Dask cluster of this machine."),
    click.option(
        "--scheduler",
        metavar="ADDRESS",
        help="Read with the Dask cluster of this scheduler, such as tcp://host:8786.",
    ),
)


def config_options(command: Command) -> Command:
    """Add ``--config``, ``--isolated`` and ``--trust-config``."""
    return _with(command, CONFIG_OPTIONS)


def _with(command: Command, options: Sequence[Callable[[Command], Command]]) -> Command:
    for option in reversed(options):  # click lists in the help what is added last first
        command = option(command)
    return command


def cluster_options(command: Command) -> Command:
    """Add ``--dask`` and ``--scheduler``."""
    return _with(command, _CLUSTER_OPTIONS)


def run_options(command: Command) -> Command:
    """Add the paths and options of every command that lints, without ``--fail-on``."""
    command = _with(command, _RUN_OPTIONS)
    return click.argument("paths", nargs=-1, type=PATHS, metavar="[PATHS]...")(command)


def lint_options(command: Command) -> Command:
    """Add the paths and options of the commands that report findings."""
    fail_on = click.option(
        "--fail-on",
        type=click.Choice(FAIL_ON),
        help="The lowest severity that makes the exit code 1.  [default: error]",
    )
    return run_options(fail_on(command))
