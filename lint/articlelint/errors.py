"""What can go wrong for a user. The command line prints each as one line and exits 2."""

from __future__ import annotations

from collections.abc import Iterable


class ArticlelintError(Exception):
    """Base of every error that a user can cause; its text says what, where and what to do."""


class UsageError(ArticlelintError):
    """A wrong option or argument: an unknown rule, a path that does not exist."""


class SettingsError(ArticlelintError):
    """A configuration file that cannot be used. The text begins with ``FILE:LINE:``."""


class PluginError(ArticlelintError):
    """A plugin that cannot be loaded or does not keep the contract."""


class ReadError(ArticlelintError):
    """A file that cannot be read or decoded."""


def nearest(name: str, known: Iterable[str]) -> str:
    """``"; did you mean 'x'?"`` for the closest known name, or ``""`` where none is close."""
    import difflib

    close = difflib.get_close_matches(name, list(known), n=1, cutoff=0.6)
    return f"; did you mean '{close[0]}'?" if close else ""
