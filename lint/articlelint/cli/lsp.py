"""``articlelint lsp``: articlelint in editors."""

from __future__ import annotations

from pathlib import Path

import click

from articlelint.cli.options import config_options
from articlelint.cli.setup import check_config
from articlelint.errors import UsageError


@click.command("lsp")
@config_options
@click.option("--stdio", is_flag=True, help="Speak on standard input and output, as it always does.")
def command(*, config: Path | None, isolated: bool, trust_config: bool, stdio: bool) -> int:
    """
    Run the language server that editors start: findings while you write, and fixes for them.

    It speaks the Language Server Protocol on standard input and output.
    """
    del stdio  # editors pass it to every server
    check_config(config, isolated=isolated)
    try:
        from articlelint.desk.lsp.server import make_server
    except ModuleNotFoundError as error:
        if error.name is None or error.name.startswith("articlelint"):
            raise
        raise UsageError(
            f"lsp needs the package {error.name}: install articlelint with its extra 'lsp'"
        ) from None
    from articlelint.desk.checking import Options
    from articlelint.desk.workers import Workers

    absolute = config.absolute() if config is not None else None
    make_server(Workers(Options(Path.cwd(), absolute, isolated=isolated, trusted=trust_config), 1)).start_io()
    return 0
