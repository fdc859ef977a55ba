"""The styles of an OpenDocument text: kinds of paragraphs, and what is bold, italic or hidden."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import NamedTuple
from xml.parsers import expat

from articlelint.markup.open_document.names import SEPARATOR, short
from articlelint.markup.word.styles import NAMED_KINDS, number
from articlelint.model import BlockKind

_ESCAPED = re.compile(r"_([0-9a-f]{2})_")
"""How a sign that cannot stand in a name of XML is written there: ``Text_20_body``."""


_BOLD = 600
"""The lightest weight that is bold."""


class Style(NamedTuple):
    """
    What a style says, with the styles that it is based on.

    ``bold``, ``italic`` and ``hidden`` are None where it says nothing.
    """

    kind: BlockKind | None = None
    bold: bool | None = None
    italic: bool | None = None
    hidden: bool | None = None

    def based_on(self, other: Style) -> Style:
        """Return the style with what the other one says beside it."""
        return Style(
            self.kind or other.kind,
            other.bold if self.bold is None else self.bold,
            other.italic if self.italic is None else self.italic,
            other.hidden if self.hidden is None else self.hidden,
        )


class Styles:
    """The styles of a document, by family (``paragraph``, ``text``) and name."""

    def __init__(self) -> None:
        self._own: dict[tuple[str, str], Style] = {}
        self._parents: dict[tuple[str, str], str] = {}
        self._found: dict[tuple[str, str], Style] = {}
        self._open: tuple[str, str] | None = None
        self._automatic: set[tuple[str, str]] = set()
        self._are_automatic = False

    def add(self, xml: str) -> None:
        """Add the styles in a part. It must be well-formed."""
        parser = expat.ParserCreate(namespace_separator=SEPARATOR)
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.Parse(xml.encode(), True)  # noqa: FBT003 - expat takes no keyword

    def of(self, family: str, name: str) -> Style:
        """Return what a style says; an empty one if there is none."""
        key = family, name
        if key not in self._found:
            found = self._own.get(key, Style())
            seen = {name}
            parent = self._parents.get(key, "")
            while parent and parent not in seen:
                seen.add(parent)
                found = found.based_on(self._own.get((family, parent), Style()))
                parent = self._parents.get((family, parent), "")
            self._found[key] = found
        return self._found[key]

    def by_hand(self, family: str, name: str) -> Style:
        """Return what a writer has set beside a style; an empty one if nothing."""
        key = family, name
        return self._own[key] if key in self._automatic else Style()

    def _start(self, name: str, attributes: Mapping[str, str]) -> None:
        element = short(name)
        if element == "office:automatic-styles":
            self._are_automatic = True
        elif element == "style:style":
            said = {short(key): value for key, value in attributes.items()}
            own = said.get("style:name", "")
            self._open = said.get("style:family", ""), own
            shown = said.get("style:display-name") or _ESCAPED.sub(lambda m: chr(int(m[1], 16)), own)
            kind = None if self._are_automatic else NAMED_KINDS.get(shown.lower())
            self._own[self._open] = Style(kind)
            self._automatic.update({self._open} if self._are_automatic else ())
            self._parents[self._open] = said.get("style:parent-style-name", "")
        elif element == "style:text-properties" and self._open is not None:
            said = {short(key): value for key, value in attributes.items()}
            self._own[self._open] = self._own[self._open]._replace(
                bold=_bold(said.get("fo:font-weight")),
                italic=_one_of(said.get("fo:font-style"), "italic", "oblique"),
                hidden=_one_of(said.get("text:display"), "none"),
            )

    def _end(self, name: str) -> None:
        element = short(name)
        if element == "style:style":
            self._open = None
        elif element == "office:automatic-styles":
            self._are_automatic = False


def _bold(weight: str | None) -> bool | None:
    return None if weight is None else weight == "bold" or (number(weight) or 0) >= _BOLD


def _one_of(value: str | None, *values: str) -> bool | None:
    return None if value is None else value in values
