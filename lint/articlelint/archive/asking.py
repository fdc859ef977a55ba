"""Asking a model how the house writes something."""

from __future__ import annotations

from typing import NamedTuple

from articlelint.archive.forms import Form
from articlelint.archive.model import Entry, Model
from articlelint.document import Document
from articlelint.model import Block, BlockKind, Span
from articlelint.plugins.loading import load_archive_kinds

_BEFORE, _AFTER = "It was about ", " today."
"""A sentence around what is asked for, in which it has its capitals for its own sake."""


class Answer(NamedTuple):
    """The forms of one key, the most frequent first."""

    kind: str
    summary: str
    """What the kind is."""
    key: str
    entries: tuple[Entry, ...]

    @property
    def articles(self) -> int:
        """How many articles have one of the forms."""
        return sum(entry.form.articles for entry in self.entries)

    @property
    def decided(self) -> str:
        """The form that is decided on, or ""."""
        return next((entry.form.form for entry in self.entries if entry.decided), "")

    def share(self, form: Form) -> float:
        """The share of the articles that have a form, from 0 to 1."""
        return form.articles / self.articles if self.articles else 0.0


def ask(model: Model, text: str) -> list[Answer]:
    """
    Return what a model knows of a name or a word, the most frequent first.

    The text may be a form that the archive has, or one that it does not have but that has the key of some.
    """
    kinds = load_archive_kinds()
    asked = " ".join(text.split())
    keys = sorted({*model.keys_of(asked), *_keys(asked)})
    answers = [
        Answer(kind, kinds[kind][1].summary if kind in kinds else "", key, tuple(entries))
        for kind, key in keys
        if (entries := model.forms(kind, key))
    ]
    return sorted(answers, key=lambda answer: (-answer.articles, answer.kind, answer.key))


def _keys(text: str) -> set[tuple[str, str]]:
    """The kinds and keys of what a text is a form of."""
    whole = f"{_BEFORE}{text}{_AFTER}"
    document = Document(whole, (Block(BlockKind.PARAGRAPH, Span(0, len(whole))),))
    asked = Span(len(_BEFORE), len(_BEFORE) + len(text))
    return {
        (name, found.key)
        for name, (_, kind) in load_archive_kinds().items()
        for found in kind.find(document)
        if found.span == asked
    }
