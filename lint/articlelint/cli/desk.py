"""What ``serve`` and ``lsp`` share: their configuration, and the packages that only they need."""

from __future__ import annotations

from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from articlelint.cli.setup import check_config
from articlelint.errors import UsageError

if TYPE_CHECKING:
    from articlelint.desk.checking import Options


def desk_options(config: Path | None, *, isolated: bool, trust_config: bool) -> Options:
    """The configuration that the options name. Raises UsageError if they clash or name no file."""
    from articlelint.desk.checking import Options

    check_config(config, isolated=isolated)
    absolute = config.absolute() if config is not None else None
    return Options(Path.cwd(), absolute, isolated=isolated, trusted=trust_config)


@contextmanager
def needs_extra(command: str, extra: str) -> Generator[None]:
    """Raise UsageError, with what to install, if an import in the block does not find a package."""
    try:
        yield
    except ModuleNotFoundError as error:
        if error.name is None or error.name.startswith("articlelint"):
            raise
        what = f"{command} needs the package {error.name}"
        raise UsageError(f"{what}: install articlelint with its extra '{extra}'") from None
