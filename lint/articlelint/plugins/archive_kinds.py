"""What an archive counts: the kinds of choices that writers make, and where an article makes each."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

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


class StyleEntry(NamedTuple):
    """An entry of a style pack that asks for what an archive has decided: ``term``, and its keys."""

    kind: str
    keys: Mapping[str, Any]
    """Strings, lists of strings, whole numbers, and true or false."""


Style = Callable[[str, str, Sequence[str]], StyleEntry | None]
"""Takes a key, the form to write, and the forms not to write, the most frequent first."""


@dataclass(frozen=True, slots=True)
class ArchiveKind:
    """
    A kind of choice that an archive decides by what its articles have, such as percent signs.

    ``name`` is of lower-case words joined by hyphens, ``summary`` half a line in lower case. ``find`` yields
    the places of an article in any order. It reads words, names and quotations, but asks the document for no
    reading: an archive has a million articles. ``style`` says how a decision is written in a style pack; it
    returns None for a key of which no entry can be made. Without it, ``archive review`` leaves the kind out.

    ``marks``, if there is one, is for forms that are misspelt in many ways, such as names. It takes a key and
    a form and returns strings, of which a form and its near misses have at least one in common;
    ``Archive.near`` finds forms by them.
    """

    name: str
    summary: str
    find: Callable[[Document], Iterable[Written]]
    style: Style | None = None
    marks: Callable[[str, str], Iterable[str]] | None = None
