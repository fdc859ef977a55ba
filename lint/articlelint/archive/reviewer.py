"""Who decides: the name that git has, or the login name."""

from __future__ import annotations

import getpass
import subprocess

from articlelint.errors import UsageError


def reviewer() -> str:
    """Return the name of the person at this machine. Raises UsageError if there is none."""
    try:
        done = subprocess.run(["git", "config", "user.name"], capture_output=True, check=False)
        name = done.stdout.decode(errors="replace").strip()
    except OSError:  # git is not installed
        name = ""
    if name:
        return name
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):
        raise UsageError("nobody knows who decides: say it with --by NAME") from None
