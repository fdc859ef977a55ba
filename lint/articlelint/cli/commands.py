"""The commands by name: the built-in ones, each imported when it is called, and those of plugins."""

from __future__ import annotations

import glob
from collections.abc import Mapping
from contextlib import suppress
from functools import cache
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import click

from articlelint._version import __version__
from articlelint.errors import ArticlelintError, PluginError, UsageError, failure, nearest
from articlelint.plugins.checking import PluginCommand
from articlelint.plugins.loading import load_commands
from articlelint.report.escape import line_of

if TYPE_CHECKING:
    from click.shell_completion import CompletionItem


class _BuiltIn(NamedTuple):
    """Where a built-in command is (the ``command`` of a module), and its line in the help."""

    module: str
    help: str


_BUILT_IN = {
    "annotate": _BuiltIn("articlelint.cli.annotate", "Write a Word document with the findings as comments."),
    "archive": _BuiltIn(
        "articlelint.cli.archive", "Learn from published articles how the house writes, and ask."
    ),
    "baseline": _BuiltIn(
        "articlelint.cli.baseline", "Accept what is there, so that only new findings count."
    ),
    "check": _BuiltIn(
        "articlelint.cli.check", "Lint articles: files, folders, globs, or - for standard input."
    ),
    "completion": _BuiltIn(
        "articlelint.cli.completion", "Print the completion script for bash, zsh or fish."
    ),
    "explain": _BuiltIn("articlelint.cli.explain", "Say what a rule is for, its options and examples."),
    "fix": _BuiltIn("articlelint.cli.fix", "Apply the safe fixes and list what is left."),
    "formats": _BuiltIn("articlelint.cli.formats", "List the formats of articles that can be read."),
    "init": _BuiltIn("articlelint.cli.init", "Write a commented .articlelint.toml."),
    "lsp": _BuiltIn("articlelint.cli.lsp", "Run the language server that editors start."),
    "rules": _BuiltIn("articlelint.cli.rules", "List the rules."),
    "serve": _BuiltIn("articlelint.cli.serve", "Open a page to write in, and answer LanguageTool's clients."),
    "stats": _BuiltIn("articlelint.cli.stats", "Measure articles: words, quotations, readability."),
}


class PipeClosedError(Exception):
    """Nobody reads the output any more. Click would exit with 1, which means findings, for the OSError."""


class _Commands(click.Group):
    """All commands. Plugins are loaded only for the help and for a command that is not built in."""

    def make_context(self, *args: Any, **extra: Any) -> click.Context:
        """Parse the options; this also prints the help and the version."""
        try:
            return super().make_context(*args, **extra)
        except BrokenPipeError:
            raise PipeClosedError from None

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Parse the arguments. If a path or an option of ``check`` comes first, they are for that command."""
        if args and self._is_for_check(ctx, args[0]):
            later = next((argument for argument in args[1:] if argument in _BUILT_IN), "")
            if args[0].startswith("-") and later:
                raise UsageError(f"options come after the command: articlelint {later} {args[0]} ...")
            args = ["check", *args]
        return super().parse_args(ctx, args)

    def _is_for_check(self, ctx: click.Context, first: str) -> bool:
        """Whether the first argument is a path, or an option that the program itself does not have."""
        if first.startswith("-"):
            return first not in {option for parameter in self.get_params(ctx) for option in parameter.opts}
        if first in _BUILT_IN:
            return False
        return (Path(first).exists() or glob.has_magic(first)) and self.get_command(ctx, first) is None

    def shell_complete(self, ctx: click.Context, incomplete: str) -> list[CompletionItem]:
        """What may stand at the cursor: commands, or a path if no command fits."""
        from click.shell_completion import CompletionItem  # only needed when a shell asks

        return super().shell_complete(ctx, incomplete) or [CompletionItem(incomplete, type="file")]

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The names of all commands, sorted. Raises PluginError."""
        del ctx
        return sorted([*_BUILT_IN, *_plugin_commands()])

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command of a name, or None. Raises PluginError."""
        del ctx
        if cmd_name in _BUILT_IN:
            return _built_in(cmd_name)
        found = _plugin_commands().get(cmd_name)
        return found.command if found else None

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Return the command that the arguments name. Raises UsageError for an unknown one."""
        name = args[0]
        if not name.startswith("-") and self.get_command(ctx, name) is None:
            hint = nearest(name, self.list_commands(ctx)) or "; articlelint --help lists the commands"
            raise UsageError(f"'{name}' is neither a command nor a file{hint}")
        return super().resolve_command(ctx, args)

    def get_help(self, ctx: click.Context) -> str:
        """The help. Where a plugin is broken, prints the help without plugins and raises PluginError."""
        try:
            _plugin_commands()
        except PluginError:
            click.echo(super().get_help(ctx))
            raise
        return super().get_help(ctx)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the list of commands for the help."""
        del ctx
        lines = {name: built_in.help for name, built_in in _BUILT_IN.items()}
        with suppress(PluginError):  # get_help() reports it
            for name, (command, _) in _plugin_commands().items():
                if not command.hidden:
                    lines[name] = line_of(command.get_short_help_str(formatter.width))
        with formatter.section("Commands"):
            formatter.write_dl(sorted(lines.items()))

    def invoke(self, ctx: click.Context) -> Any:
        """Run a command. Raises PluginError for a plugin's command that fails unexpectedly."""
        try:
            return super().invoke(ctx)
        except BrokenPipeError:
            raise PipeClosedError from None
        except (ArticlelintError, click.ClickException, click.exceptions.Exit, click.Abort):
            raise
        except (OSError, KeyboardInterrupt):
            raise
        except BaseException as error:
            name = ctx.invoked_subcommand or ""
            found = None if name in _BUILT_IN else _plugin_commands().get(name)
            if found is None:
                raise
            raise PluginError(f"{found.plugin}: the command '{name}' failed: {failure(error)}") from error


def _built_in(name: str) -> click.Command:
    """Import a built-in command."""
    command = getattr(import_module(_BUILT_IN[name].module), "command")  # noqa: B009
    assert isinstance(command, click.Command)
    return command


@cache
def _plugin_commands() -> Mapping[str, PluginCommand]:
    return load_commands(_BUILT_IN)


@click.group(cls=_Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, "-V", "--version", message="articlelint %(version)s")
def cli() -> None:
    """
    Find what an editor would be embarrassed to print.

    Start with:  articlelint article.txt

    This is short for "articlelint check article.txt". If a file has the name of a command, the command runs.
    """
