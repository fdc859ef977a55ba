"""The declared options as click's."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any, TypeVar

import click

from articlelint.cli.declared import LINTING, Option, split_names

Command = TypeVar("Command", bound=Callable[..., Any])


def names(_ctx: click.Context, _param: click.Parameter, values: tuple[str, ...]) -> tuple[str, ...]:
    """The names in a comma-separated option that may be repeated."""
    return split_names(values)


def _type(option: Option) -> click.ParamType[Any] | None:
    """What click makes of an option's value; None for text."""
    if option.kind == "path":
        return click.Path(path_type=Path)
    if option.kind == "choice":
        return click.Choice(option.choices)
    return click.IntRange(1) if option.kind == "count" else None


def _decorator(option: Option) -> Callable[[Command], Command]:
    if option.kind == "flag":
        return click.option(*option.flags, option.name, is_flag=True, help=option.help)
    return click.option(
        *option.flags,
        option.name,
        type=_type(option),
        multiple=option.multiple,
        callback=names if option.kind == "names" else None,
        metavar=option.metavar,
        help=option.help,
    )


def declared(options: Iterable[Option]) -> Callable[[Command], Command]:
    """Gives a command these options, in this order."""

    def decorate(command: Command) -> Command:
        for option in reversed([*options]):
            command = _decorator(option)(command)
        return command

    return decorate


def lint_options(command: Command) -> Command:
    """The paths and options of every command that lints."""
    return click.argument("paths", nargs=-1, metavar="[PATHS]...")(declared(LINTING)(command))
