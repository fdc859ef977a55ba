"""What an archive counts: the kinds of choices that writers make, and where an article makes each."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import NamedTuple

from articlelint.document import Document
from articlelint.model import Span


class Written(NamedTuple):
    """
    One place where an article writes something that others write in another form.

    ``key`` says what is written, the same for all its forms; ``form`` says how. The key of "colour" and
    "color" may be ``colour/color``, and their forms are these two words.
    """

    key: str
    form: str
    span: Span


@dataclass(frozen=True, slots=True)
class ArchiveKind:
    """
    A kind of choice that an archive decides by what its articles have, such as percent signs.

    ``name`` is of lower-case words joined by hyphens, ``summary`` half a line in lower case. ``find`` yields
    the places of an article in any order. It reads words, names and quotations, but asks the document for no
    reading: an archive has a million articles.

    ``marks``, if there is one, is for forms that are misspelt in many ways, such as names. It takes a key and
    a form and returns strings, of which a form and its near misses have at least one in common;
    ``Archive.near`` finds forms by them.
    """

    name: str
    summary: str
    find: Callable[[Document], Iterable[Written]]
    marks: Callable[[str, str], Iterable[str]] | None = None
