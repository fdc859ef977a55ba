"""Articles with one defect each: which articles, in which order, by which random numbers."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from random import Random
from typing import NamedTuple

from planted.model import KINDS, Kind, Planted
from planted.text import as_markdown


class Case(NamedTuple):
    """
    A kind of defect planted in one article.

    ``untouched`` is the article as it was published, in the format of the planted one; ``number`` is its
    place in the list of articles.
    """

    kind: Kind
    planted: Planted
    untouched: str
    number: int


def make(articles: Sequence[str], kinds: Sequence[str], count: int, seed: int) -> list[Case]:
    """
    Plant each kind in the first ``count`` articles that it can be planted in.

    The random numbers depend on the seed, the kind and the article's place in the list. So the cases of one
    kind are the same whichever other kinds are made.
    """
    cases: list[Case] = []
    for name in kinds:
        kind = KINDS[name]
        made = 0
        for number, article in enumerate(articles):
            planted = kind.plant(article, Random(f"{seed} {name} {number}"))
            if planted is not None:
                untouched = as_markdown(article) if planted.suffix == ".md" else article
                cases.append(Case(kind, planted, untouched or article, number))
                made += 1
                if made == count:
                    break
    return cases


class Files:
    """Texts written to files of one folder, each text once, in the order in which they are added."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.paths: dict[tuple[str, str], Path] = {}

    def add(self, text: str, suffix: str = ".txt") -> Path:
        """Write a text, unless it has been written, and return its file."""
        key = (text, suffix)
        if key not in self.paths:
            path = self.folder / f"{len(self.paths):06}{suffix}"
            path.write_text(text, encoding="utf-8", newline="")
            self.paths[key] = path
        return self.paths[key]
