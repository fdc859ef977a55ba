"""What rules may ask of the house's archive: how many of its articles write something in which form."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterable
from typing import NamedTuple


class ArchivedForm(NamedTuple):
    """One form of something in the archive; ``key`` says of what, see ``ArchiveKind``."""

    key: str
    form: str
    articles: int
    """How many articles write it outside of quotations, near copies once."""
    last: str
    """The date of the last of them, YYYY-MM-DD, or ""."""
    decided: bool
    """Whether it is the form that nearly all articles write, also of late."""


class Archive(ABC):
    """
    What the archive says of the kinds that it counts.

    A rule asks about each form of an article once. Nothing here goes through the archive.
    """

    @abstractmethod
    def forms(self, kind: str, key: str) -> tuple[ArchivedForm, ...]:
        """Return all forms of a key of a kind, the most frequent first; none for a key that is not there."""

    @abstractmethod
    def near(self, kind: str, marks: Iterable[str]) -> tuple[ArchivedForm, ...]:
        """
        Return the forms of a kind that have one of these marks, the most frequent first.

        Marks are what ``ArchiveKind.marks`` gives a form, so that near misses have one in common. Only forms
        of at least ``OFTEN`` articles are found.
        """


ENOUGH = 20
"""How many articles must have one of the forms of a key before one is decided on."""
SHARE = 0.9
"""The share of these articles that must have the form."""
OFTEN = 10
"""How many articles must write a form before it is found by its marks: one that is rarer proves little."""


def by_frequency(forms: Iterable[ArchivedForm]) -> tuple[ArchivedForm, ...]:
    """Return forms in the order in which archives return them."""
    return tuple(sorted(forms, key=lambda form: (-form.articles, form.key, form.form)))
