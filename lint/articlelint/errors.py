"""The errors that a user can cause. The command line prints each on one line and exits with 2."""

from __future__ import annotations

import os
import traceback
from collections.abc import Iterable
from typing import Any, cast


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


def shown_value(value: Any) -> str:
    """Return a value of a TOML file as it may stand there, for messages; a table is not shown."""
    if isinstance(value, dict):
        return "a table"
    if isinstance(value, list):
        return f"[{', '.join(map(shown_value, cast('Iterable[Any]', value)))}]"
    if isinstance(value, bool):
        return "true" if value else "false"
    return repr(value) if isinstance(value, str) else str(value)  # str() of a date is as in TOML


def _plain(name: str) -> str:
    return name.lower().replace("_", "-")


def failure(error: BaseException) -> str:
    """
    Return one line about an exception that a plugin has raised: its class, its text, and where it was raised.

    The place is the last line of the plugin's own files that was running, as ``(FILE:LINE)``.
    """
    try:
        text = " ".join(str(error).split())
    except Exception:  # noqa: BLE001 - the exception may be of a class of the plugin
        text = ""
    return f"{type(error).__name__}: {text or 'no message'}{_place(error)}"


_NOT_OF_PLUGINS = {"articlelint", "importlib"}


def _place(error: BaseException) -> str:
    """Return where in a plugin's files an exception was raised, with a space before it; "" if in none."""
    place = plugin = ""
    for frame, line in traceback.walk_tb(error.__traceback__):
        package = str(frame.f_globals.get("__name__", "")).partition(".")[0]
        file = frame.f_code.co_filename
        if package in _NOT_OF_PLUGINS or file.startswith("<"):
            continue
        # The first package that is called is the plugin's; it may call others.
        plugin = plugin or package
        if package == plugin:
            place = f" ({_from_here(file)}:{line})"
    return place


def _from_here(file: str) -> str:
    """Return a path relative to the current folder, if it is in there."""
    try:
        relative = os.path.relpath(file)
    except (OSError, ValueError):  # the folder has been deleted; on Windows, the file is on another drive
        return file
    return file if relative.startswith("..") else relative
