"""What a module for a schema provides, and the names of the schemas that are known."""

from __future__ import annotations

from collections.abc import Iterator
from importlib import import_module
from typing import Protocol, cast

from articlelint.markup.assembly import Assembly
from articlelint.markup.json_files.values import Value
from articlelint.model import PlaceKind


class Schema(Protocol):
    """A module that reads the documents of one schema."""

    def matches(self, value: Value) -> bool:
        """Whether a value is a document of this schema."""
        ...

    def articles(self, value: Value) -> Iterator[Assembly]:
        """Yield the articles of a document, each with its name if the document may have several."""
        ...


SCHEMAS = ("ans", "ninjs", "ghost", "contentful", "sanity", "wordpress")
"""The modules of the schemas, in the order in which a document is compared with them."""


def schema(name: str) -> Schema:
    """Import the module of a schema."""
    return cast("Schema", import_module(f"articlelint.markup.json_files.{name}"))


def new_article(name: str) -> Assembly:
    """Begin an article whose places are pointers."""
    return Assembly(PlaceKind.POINTER, name, keeps_newlines=True)
