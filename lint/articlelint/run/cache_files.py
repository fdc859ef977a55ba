"""The files of the cache: the user's folder, the secret that signs entries, and signed entries."""

from __future__ import annotations

import hashlib
import hmac
import os
import stat
import sys
import time
from contextlib import suppress
from pathlib import Path

from articlelint.source import MAXIMUM

_SECRET_SIZE = 32
_SIGNATURE_SIZE = hashlib.sha256().digest_size
_DAY = 24 * 60 * 60
_KEPT_FOR = 30 * _DAY
"""How many seconds an entry is kept that no run replaces."""


def user_folder() -> Path | None:
    """Return the folder for articlelint's files in the user's cache folder; None if the user has none."""
    named = os.environ.get("LOCALAPPDATA" if sys.platform == "win32" else "XDG_CACHE_HOME", "")
    # By the specification of XDG, a relative path does not count. It could lead into a repository.
    if Path(named).is_absolute():
        return Path(named, "articlelint")
    try:
        home = Path.home()
    except RuntimeError:
        return None
    if not home.is_absolute():
        return None
    return home / ("Library/Caches" if sys.platform == "darwin" else ".cache") / "articlelint"


def read_secret(folder: Path) -> bytes:
    """
    Return the secret in a folder, random bytes that only the user can read; make both if there are none.

    A secret that others can read, or that is no plain file, is replaced. Raises OSError.
    """
    file = folder / "secret"
    secret = _read(file, private=True)
    if secret is not None and len(secret) == _SECRET_SIZE:
        return secret
    import secrets  # with these two come random, shutil and the compressors; most runs make no secret
    import tempfile

    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    secret = secrets.token_bytes(_SECRET_SIZE)
    handle, name = tempfile.mkstemp(dir=folder)  # only its owner can read it
    with os.fdopen(handle, "wb") as stream:
        stream.write(secret)
    Path(name).replace(file)
    return secret


def read_signed(file: Path, secret: bytes) -> bytes | None:
    """Return the content of a file that was signed with the secret; None if there is none, or another."""
    found = _read(file)
    if found is None:
        return None
    content = found[_SIGNATURE_SIZE:]
    genuine = hmac.compare_digest(found[:_SIGNATURE_SIZE], hmac.digest(secret, content, "sha256"))
    return content if genuine else None


def signed(content: bytes, secret: bytes) -> bytes:
    """Return what a file must hold so that ``read_signed`` returns the content."""
    return hmac.digest(secret, content, "sha256") + content


def _read(file: Path, *, private: bool = False) -> bytes | None:
    """
    Return the content of a plain file of at most ``MAXIMUM`` bytes; None for anything else.

    With ``private``, the file must belong to the user, and nobody else may read it. Links are not followed,
    and a pipe does not make the program wait.
    """
    flags = (
        os.O_RDONLY | getattr(os, "O_BINARY", 0) | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0)
    )
    try:
        with os.fdopen(os.open(file, flags), "rb") as stream:
            status = os.fstat(stream.fileno())
            if not stat.S_ISREG(status.st_mode) or status.st_size > MAXIMUM:
                return None
            if private and os.name == "posix" and (status.st_uid != os.getuid() or status.st_mode & 0o077):
                return None
            return stream.read(MAXIMUM)
    except OSError:
        return None


def can_be_written(file: Path) -> bool:
    """Whether an entry can be written here: nothing leads elsewhere, and what is there is a plain file."""
    if file.is_symlink() or file.parent.is_symlink():
        return False
    return file.is_file() or not file.exists()


def delete_old(folder: Path) -> None:
    """Delete entries, in the subfolders of a folder, that no run has replaced for a month; once a day."""
    marker = folder / "cleaned"
    now = time.time()
    with suppress(OSError):
        if marker.exists() and now - marker.stat().st_mtime < _DAY:
            return
        marker.touch()
        for file in folder.glob("??/*"):
            if now - file.lstat().st_mtime > _KEPT_FOR:
                file.unlink()
