"""``articlelint completion``: print the script that lets a shell complete commands and options."""

from __future__ import annotations

import click
from click.shell_completion import get_completion_class


@click.command("completion")
@click.argument("shell", type=click.Choice(["bash", "zsh", "fish"]))
def command(shell: str) -> int:
    """
    Print the completion script for SHELL.

    bash:  articlelint completion bash >> ~/.bashrc
    """
    from articlelint.cli import cli

    kind = get_completion_class(shell)
    assert kind is not None
    click.echo(kind(cli, {}, "articlelint", "_ARTICLELINT_COMPLETE").source())
    return 0
