"""A form: one way in which the articles of an archive write something."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple


class Form(NamedTuple):
    """One way in which the articles of an archive write something, and how many do."""

    kind: str
    key: str
    form: str
    articles: int
    """The articles that write it outside of quotations, near copies once."""
    uses: int
    """How often they do."""
    quoted: int
    """The articles that have it in quotations. They do not count for the decision."""
    first: str
    """The date of the first of ``articles``, or ""."""
    last: str
    years: Mapping[str, int]
    """Of ``articles``, how many are of each year."""
    desks: Mapping[str, int]
    """Of ``articles``, how many are of each desk, the largest number first."""


class FormKey(NamedTuple):
    """What identifies a form."""

    kind: str
    key: str
    form: str


class Example(NamedTuple):
    """An article that writes a form, and the sentence in which it first does."""

    kind: str
    key: str
    form: str
    number: int
    """From 1; the newest article comes first."""
    article: str
    """The id of the article: its path in the source, or what the article itself says it is."""
    date: str
    desk: str
    line: int
    """The line of the file; of a JSON object, that of its text below its title."""
    sentence: str
