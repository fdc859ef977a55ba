"""Groups of commands that are imported when called, so that ``--version`` and ``--help`` load nothing."""

from __future__ import annotations

from collections.abc import Mapping
from importlib import import_module
from typing import ClassVar, NamedTuple

import click


class Target(NamedTuple):
    """Where a command is (the ``command`` of a module), and the line about it in its group's help."""

    module: str
    help: str


class LazyGroup(click.Group):
    """A group that imports a command's module only to run it or to print its own help."""

    commands_by_name: ClassVar[Mapping[str, Target]] = {}

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The names, sorted."""
        del ctx
        return sorted(self.commands_by_name)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command of a name; its module is imported."""
        del ctx
        if cmd_name not in self.commands_by_name:
            return None
        command = getattr(import_module(self.commands_by_name[cmd_name].module), "command")  # noqa: B009
        assert isinstance(command, click.Command)
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The list of commands, without importing any."""
        with formatter.section("Commands"):
            formatter.write_dl([(name, self.commands_by_name[name].help) for name in self.list_commands(ctx)])
