"""The word lists of SCOWL: files named ``SPELLING-KIND.SIZE``, such as ``british-words.35``."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import PurePosixPath
from typing import NamedTuple

from tables.inputs import Inputs

FOLDER = PurePosixPath("usr/share/dict/scowl")


class WordList(NamedTuple):
    """A list: its words, and what its name says of them."""

    spelling: str
    """Such as ``english``, ``british_z`` or ``variant_1``."""
    kind: str
    """``words`` and ``contractions`` have no capital, ``upper`` and ``proper-names`` have one."""
    size: int
    words: list[str]


def word_lists(inputs: Inputs) -> Iterator[WordList]:
    """Every list, in the order of the file names."""
    for path, data in sorted(inputs.files("scowl").items()):
        name = PurePosixPath(path)
        if name.parent == FOLDER and "-" in name.stem:
            spelling, _, kind = name.stem.partition("-")
            yield WordList(spelling, kind, int(name.suffix[1:]), data.decode("latin-1").split())
