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


_MEANT = {
    "en-uk": "en-gb",
    "uk": "en-gb",
    "gb": "en-gb",
    "british": "en-gb",
    "us": "en-us",
    "usa": "en-us",
    "american": "en-us",
    "ca": "en-ca",
    "canadian": "en-ca",
    "au": "en-au",
    "australian": "en-au",
}
"""What people write for a variety of English instead of its language tag, in lower case."""


def nearest(name: str, known: Iterable[str]) -> str:
    """
    Return ``"; did you mean 'x'?"`` for the known name closest to ``name``, or "" if none is close.

    Capitals, underscores and hyphens do not matter.
    """
    import difflib  # heavy, and only needed for messages

    plain = {_plain(each): each for each in known}
    written = _plain(name)
    meant = _MEANT.get(written, written)
    close = difflib.get_close_matches(meant if meant in plain else written, plain, n=1, cutoff=0.6)
    return f"; did you mean '{plain[close[0]]}'?" if close else ""


def _plain(name: str) -> str:
    return name.lower().replace("_", "-")
