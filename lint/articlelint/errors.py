"""The errors that a user can cause. The command line prints each on one line and exits with 2."""

from __future__ import annotations

from collections.abc import Iterable


class ArticlelintError(Exception):
    """The base of these errors. Its text says what is wrong, where, and what to do."""


class UsageError(ArticlelintError):
    """An option or argument is wrong, such as an unknown rule or a path that does not exist."""


class SettingsError(ArticlelintError):
    """A configuration file cannot be used. The text begins with ``FILE:LINE:``."""


class PluginError(ArticlelintError):
    """A plugin cannot be loaded, or does not do what its interface requires."""


class ReadError(ArticlelintError):
    """A file cannot be read, decoded or written."""


class InstallationError(ArticlelintError):
    """A part of articlelint is missing or damaged, so nothing can be checked."""


def nearest(name: str, known: Iterable[str]) -> str:
    """Return ``"; did you mean 'x'?"`` for the known name closest to ``name``, or "" if none is close."""
    import difflib  # heavy, and only needed for messages

    close = difflib.get_close_matches(name, list(known), n=1, cutoff=0.6)
    return f"; did you mean '{close[0]}'?" if close else ""
