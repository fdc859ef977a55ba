"""The configuration that ``serve`` and ``lsp`` are given."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from articlelint.cli.setup import check_config

if TYPE_CHECKING:
    from articlelint.desk.checking import Options


def desk_options(config: Path | None, *, isolated: bool, trust_config: bool) -> Options:
    """The configuration that the options name. Raises UsageError if they clash or name no file."""
    from articlelint.desk.checking import Options

    check_config(config, isolated=isolated)
    absolute = config.absolute() if config is not None else None
    return Options(Path.cwd(), absolute, isolated=isolated, trusted=trust_config)
