"""The paths of articles in zip files: ``export.zip!/folder/a.md``, in reports, patterns and the archive."""

from __future__ import annotations

import re

_IN = "!/"
_MEMBER = re.compile(r"(?P<file>.*?\.zip)!/(?P<member>.+)", re.IGNORECASE | re.DOTALL)


def is_zip(path: str) -> bool:
    """Whether a file is a zip file, by its name."""
    return path.lower().endswith(".zip")


def member_path(file: str, name: str) -> str:
    """Return the path of a member of a zip file."""
    return f"{file}{_IN}{name}"


def split_member(path: str) -> tuple[str, str]:
    """Return the zip file and the name of a member in it; for any other path, the path and ""."""
    found = _MEMBER.fullmatch(path)
    return (found["file"], found["member"]) if found is not None else (path, "")
