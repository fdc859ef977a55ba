"""``articlelint lsp``: articlelint in editors."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import click

from articlelint.cli.desk import desk_options
from articlelint.cli.extras import needs_extra
from articlelint.cli.options import config_options


@click.command("lsp")
@config_options
@click.option("--stdio", is_flag=True, help="Speak on standard input and output, as it always does.")
def command(*, config: Path | None, isolated: bool, trust_config: bool, stdio: bool) -> int:
    """
    Run the language server that editors start: findings while you write, and fixes for them.

    It speaks the Language Server Protocol on standard input and output. The exit code is 0 if the editor has
    shut it down, 1 if the editor has gone without.
    """
    del stdio  # editors pass it to every server
    options = desk_options(config, isolated=isolated, trust_config=trust_config)
    with needs_extra("lsp", "lsp"):
        from articlelint.desk.lsp.server import make_server
    from articlelint.desk.workers import Workers

    server = make_server(Workers(options, 1))
    # The server closes its output at the end; standard output stays open for what is done after that.
    server.start_io(stdout=os.fdopen(os.dup(sys.stdout.fileno()), "wb"))
    return 0 if server.was_shut_down else 1
