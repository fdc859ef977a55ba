"""The inputs of the tables: files in a folder, as they were downloaded, checked by their sha256."""

from __future__ import annotations

import hashlib
import io
import lzma
import os
import subprocess
import sys
import tarfile
import tempfile
import zipfile
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path

from tables.sources import Source

AR_MAGIC = b"!<arch>\n"
AR_HEADER = 60


class MissingInputError(Exception):
    """An input is not in the folder, or is another file than the one that was used. The text says which."""


class Inputs:
    """The inputs in a folder; a file is read and checked when a builder asks for it."""

    def __init__(self, folder: Path, sources: Mapping[str, Source]) -> None:
        self.folder = folder
        self.sources = sources
        self.path = cache(self._path)
        self.files = cache(self._files)

    def _path(self, name: str) -> Path:
        """The file of an input, checked. Raises ``MissingInputError``."""
        source = self.sources[name]
        path = self.folder / source.file
        if not path.is_file():
            raise MissingInputError(f"{source.file} ({source.where}) is not in {self.folder}")
        if hashlib.sha256(path.read_bytes()).hexdigest() != source.sha256:
            raise MissingInputError(
                f"{path} is not the file whose sha256 stands in sources.toml ({source.where})"
            )
        return path

    def _files(self, name: str) -> Mapping[str, bytes]:
        """The files in an archive (a .deb, a wheel or a source distribution) by their paths."""
        path = self.path(name)
        if path.suffix == ".whl":
            return Wheel(path)
        if path.suffix == ".deb":
            return files_of_tar(lzma.decompress(member_of_ar(path.read_bytes(), "data.tar.xz")))
        with tarfile.open(path) as tar:
            return read_tar(tar)


class Wheel(Mapping[str, bytes]):
    """The files in a wheel by their paths, each read when it is asked for."""

    def __init__(self, path: Path) -> None:
        self.archive = zipfile.ZipFile(path)

    def __getitem__(self, member: str) -> bytes:
        return self.archive.read(member)

    def __iter__(self) -> Iterator[str]:
        return iter(self.archive.namelist())

    def __len__(self) -> int:
        return len(self.archive.namelist())


def files_of_tar(data: bytes) -> dict[str, bytes]:
    """The files in a tar archive by their paths."""
    with tarfile.open(fileobj=io.BytesIO(data)) as tar:
        return read_tar(tar)


def read_tar(tar: tarfile.TarFile) -> dict[str, bytes]:
    """The regular files of an open tar archive."""
    found: dict[str, bytes] = {}
    for member in tar:
        file = tar.extractfile(member) if member.isfile() else None
        if file is not None:
            found[member.name.removeprefix("./")] = file.read()
    return found


def member_of_ar(data: bytes, name: str) -> bytes:
    """
    A member of an ar archive, which is what a Debian package is.

    Each member has a header of 60 bytes, in which its name has the first 16 and its size ten from the 48th,
    and begins at an even offset.
    """
    if not data.startswith(AR_MAGIC):
        raise ValueError("not an ar archive")
    at = len(AR_MAGIC)
    while at < len(data):
        header = data[at : at + AR_HEADER].decode("ascii")
        size = int(header[48:58])
        begin = at + AR_HEADER
        if header[:16].rstrip(" /") == name:
            return data[begin : begin + size]
        at = begin + size + size % 2
    raise ValueError(f"no {name} in the archive")


def fetch(source: Source, folder: Path) -> str:
    """
    Download an input that is not in the folder, with the registry's own client.

    Returns what went wrong, or ``""``.
    """
    if (folder / source.file).is_file():
        return ""
    folder.mkdir(parents=True, exist_ok=True)
    if source.origin == "pypi":
        what = [f"{source.name}=={source.release}", "--dest", str(folder)]
        return run(sys.executable, "-m", "pip", "download", "-q", "--no-deps", "--retries", "1", *what)
    if source.origin == "debian":
        return fetch_from_debian(source, folder)
    return "it has to be put there by hand"


def fetch_from_debian(source: Source, folder: Path) -> str:
    """Download a package of Debian with apt, whose lists are kept in a folder of their own."""
    package = f"{source.name}={source.release}"
    if not run("apt-get", "download", package, cwd=folder):
        return ""
    with tempfile.TemporaryDirectory() as state:
        for name in ("state/lists/partial", "cache/archives/partial"):
            Path(state, name).mkdir(parents=True)
        options = ["-o", f"Dir::State={state}/state", "-o", f"Dir::Cache={state}/cache"]
        updated = run("apt-get", *options, "update")
        return updated or run("apt-get", *options, "download", package, cwd=folder)


def run(*command: str, cwd: Path | None = None) -> str:
    """Run a command; the last line that it complained with, or ``""`` where it succeeded."""
    environment = {**os.environ, "PIP_DISABLE_PIP_VERSION_CHECK": "1"}
    try:
        done = subprocess.run(
            command, cwd=cwd, env=environment, capture_output=True, text=True, timeout=300, check=False
        )
    except (OSError, subprocess.TimeoutExpired) as error:
        return str(error)
    complaint = done.stderr.strip().splitlines() or [f"exit code {done.returncode}"]
    return complaint[-1] if done.returncode else ""
