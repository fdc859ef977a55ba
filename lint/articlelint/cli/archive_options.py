"""Options that several commands about archives share."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import click

from articlelint.cli.options import Command

ARCHIVE = "archive.articlelint"
"""The file that ``archive learn`` writes if it is told no other."""

ARCHIVE_ARGUMENT = click.argument(
    "file", type=click.Path(path_type=Path), default=ARCHIVE, metavar="[ARCHIVE]"
)
TEXT = click.option("--text", default="text", show_default=True, help="The key of the text in a .jsonl file.")
TITLE = click.option("--title", default="title", show_default=True, help="The key of the headline there.")
TEXT_FORMAT = click.option(
    "--format",
    "suffix",
    type=click.Choice(["txt", "md", "html"]),
    default="txt",
    show_default=True,
    help="What the texts in a .jsonl file are written in.",
)
KIND = click.option("--kind", "kinds", multiple=True, metavar="KIND", help="Only this kind. May be repeated.")


def style_option(about: str) -> Callable[[Command], Command]:
    """Return the option ``--style`` with this help: the style pack that ``archive review`` writes."""
    return click.option(
        "--style",
        type=click.Path(path_type=Path),
        default="learned-style.toml",
        show_default=True,
        metavar="FILE",
        help=about,
    )
