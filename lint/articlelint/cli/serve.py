"""``articlelint serve``: the page in the browser, and LanguageTool's interface."""

from __future__ import annotations

from pathlib import Path

import click

from articlelint.cli.desk import desk_options
from articlelint.cli.extras import needs_extra
from articlelint.cli.options import config_options

PORT = 8081
"""The port of LanguageTool's own server, which many clients expect."""


@click.command("serve")
@click.option("--host", default="127.0.0.1", show_default=True, help="The address to listen on.")
@click.option(
    "--port",
    type=click.IntRange(0, 65535),
    default=PORT,
    show_default=True,
    help="The port; 0 takes a free one.",
)
@config_options
@click.option("--no-browser", is_flag=True, help="Do not open the page.")
@click.option(
    "--allow-origin",
    "origins",
    multiple=True,
    metavar="ORIGIN",
    help="Let a web page ask, such as https://cms.example.org. May be repeated.",
)
@click.option(
    "--allow-host",
    "hosts",
    multiple=True,
    metavar="NAME",
    help="A name of this server beside localhost. May be repeated.",
)
@click.option(
    "--workers",
    type=click.IntRange(1),
    metavar="N",
    help="How many processes check articles.  [default: one for each core]",
)
def command(
    *,
    host: str,
    port: int,
    config: Path | None,
    isolated: bool,
    trust_config: bool,
    no_browser: bool,
    origins: tuple[str, ...],
    hosts: tuple[str, ...],
    workers: int | None,
) -> int:
    """
    Open a page to write in, and answer the programs that ask a LanguageTool server.

    The server listens on this machine only, and keeps and logs nothing of what it is sent. Stop it with
    Ctrl-C.
    """
    options = desk_options(config, isolated=isolated, trust_config=trust_config)
    with needs_extra("serve", "server"):
        from articlelint.desk.server.serving import Serving
    serving = Serving(host=host, port=port, options=options, origins=origins, hosts=hosts, workers=workers)
    return serving.run(open_browser=not no_browser)
