"""A source of articles, as ``tools/sources.toml`` lists it, with the reader of its files."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

Document = tuple[str, str, list[str]]
"""The name of a document, its headline (may be empty) and its paragraphs."""
Extract = Callable[[str, bytes], Iterator[Document]]
"""What makes documents of a file, from its path and its content."""


@dataclass(frozen=True)
class Source:
    """
    A repository at a commit, which of its files are read, and how.

    ``files`` is a regular expression for their paths, ``sizes`` the range of their bytes. At most ``words``
    words are taken. If ``history`` is true, every version of the files up to the commit is read.
    """

    repository: str
    commit: str
    files: str
    extract: Extract
    words: int
    sizes: tuple[int, int] = (0, 4_000_000)
    history: bool = False
