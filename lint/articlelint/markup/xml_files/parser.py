"""Reads XML documents: finds out by which schema, and puts the articles together."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial
from importlib import import_module
from typing import Protocol, cast

from articlelint.errors import ReadError
from articlelint.markup.assembly import Assembly, give_names
from articlelint.markup.base import Article
from articlelint.markup.xml_files import document as xml
from articlelint.source import Source


class Schema(Protocol):
    """A module that reads the documents of one schema."""

    def matches(self, document: xml.Document) -> bool:
        """Whether a document is of this schema."""
        ...

    def articles(self, document: xml.Document) -> Iterator[Assembly]:
        """Yield the articles of a document, each with its name if the document may have several."""
        ...


SCHEMAS = ("nitf", "newsml", "wordpress", "feeds")
"""The modules of the schemas, in the order in which a document is compared with them."""


class XmlParser:
    """Reads XML of some schemas."""

    def __init__(self, name: str, suffixes: tuple[str, ...], schemas: Sequence[str]) -> None:
        self.name = name
        self.suffixes = suffixes
        self._schemas = [_schema(each) for each in schemas]

    def decode(self, path: str, data: bytes) -> Source:
        """Decode the bytes of a file. Raises ReadError if they are no text, or in an encoding not read."""
        return xml.decode(path, data)

    def articles(self, source: Source) -> list[Article]:
        """Return the articles of a file. Raises ReadError if it has none, or is no XML."""
        document = xml.read_document(source)
        for schema in self._schemas:
            if schema.matches(document):
                found = [article for article in schema.articles(document) if article]
                give_names(found)
                return [article.finish() for article in found]
        root = document.root.name
        if len(self._schemas) == 1:
            raise ReadError(
                f"{source.path}: no article found: <{root}> is not of the format {self.name}; "
                "articlelint formats lists the others"
            )
        raise ReadError(
            f"{source.path}: no article found: <{root}> is none of the documents that are read "
            "(articlelint formats lists them); exclude the file"
        )


def _schema(name: str) -> Schema:
    return cast("Schema", import_module(f"articlelint.markup.xml_files.{name}"))


any_schema = partial(XmlParser, "xml", (".xml",), SCHEMAS)
nitf = partial(XmlParser, "nitf", (".nitf", ".xml"), ("nitf",))
newsml = partial(XmlParser, "newsml", (".newsml", ".xml"), ("newsml",))
wordpress = partial(XmlParser, "wordpress", (".wxr", ".xml"), ("wordpress",))
feeds = partial(XmlParser, "feeds", (".rss", ".atom", ".xml"), ("feeds",))
