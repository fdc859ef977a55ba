"""Snapshots of public git repositories: which of their files a source reads, and their contents."""

from __future__ import annotations

import hashlib
import re
import subprocess
from collections.abc import Iterator
from pathlib import Path

from reader.texts.source import Source


def git_folder(snapshots: Path, repository: str) -> Path:
    """The git directory of a repository in the folder of snapshots."""
    folder = snapshots / repository.replace("/", "+") / "repo"
    return folder / ".git" if (folder / ".git").exists() else folder


def list_blobs(folder: Path, source: Source) -> list[tuple[str, str]]:
    """Path and blob of the files that a source reads, in path order."""
    if source.history:
        return list_versions(folder, source)
    command = ["git", f"--git-dir={folder}", "ls-tree", "-r", "-l", "-z", source.commit]
    listing = subprocess.run(command, check=True, capture_output=True).stdout.decode()
    blobs = []
    for entry in filter(None, listing.split("\0")):
        details, path = entry.split("\t", 1)
        _, kind, blob, size = details.split()
        in_range = size.isdigit() and source.sizes[0] <= int(size) <= source.sizes[1]
        if kind == "blob" and in_range and re.search(source.files, path):
            blobs.append((path, blob))
    return sorted(blobs)


def list_versions(folder: Path, source: Source) -> list[tuple[str, str]]:
    """Path and blob of every version of the files that a source reads, in order of path and blob."""
    command = ["git", f"--git-dir={folder}", "rev-list", "--objects", source.commit]
    listing = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    entries = [line.split(" ", 1) for line in listing.splitlines() if " " in line]
    return sorted((f"{path}/{blob}", blob) for blob, path in entries if re.search(source.files, path))


def read_blobs(folder: Path, blobs: list[tuple[str, str]]) -> Iterator[tuple[str, bytes]]:
    """Path and content of blobs, through one git process."""
    command = ["git", f"--git-dir={folder}", "cat-file", "--batch"]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as process:
        for path, blob in blobs:
            process.stdin.write(f"{blob}\n".encode())
            process.stdin.flush()
            header = process.stdout.readline().split()
            if header[-1] == b"missing":
                continue
            content = process.stdout.read(int(header[2]))
            process.stdout.read(1)
            yield path, content
        process.stdin.close()


def digest_of(folder: Path, blobs: list[tuple[str, str]]) -> str:
    """SHA-256 of the concatenated files that are read, in path order."""
    digest = hashlib.sha256()
    for _, content in read_blobs(folder, blobs):
        digest.update(content)
    return digest.hexdigest()
