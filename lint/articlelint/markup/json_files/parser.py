"""Reads JSON documents: finds out by which schema, and puts the articles together."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial

from articlelint.errors import ReadError
from articlelint.markup.assembly import Assembly, give_names
from articlelint.markup.base import Article
from articlelint.markup.file_formats import JSON_SUFFIXES, MappedFormat
from articlelint.markup.json_files.mapping import MappedSchema
from articlelint.markup.json_files.schema import SCHEMAS, Schema, schema
from articlelint.markup.json_files.values import Value, read_values
from articlelint.source import Source


class JsonParser:
    """Reads JSON and JSON Lines. A document is one of some schemas, or a list of such documents."""

    suffixes = JSON_SUFFIXES

    def __init__(self, name: str, schemas: Sequence[Schema]) -> None:
        self.name = name
        self._schemas = schemas

    def articles(self, source: Source) -> list[Article]:
        """Return the articles of a file. Raises ReadError if it has none, or is no JSON."""
        found: list[Assembly] = []
        documents = list(read_values(source))
        try:
            for start, value in documents:
                for article in self._found(value):
                    if not article.name and len(documents) > 1:
                        article.name = f"line-{source.position(start).line}"
                    found.append(article)
        except ReadError as error:
            # It names a string that should hold JSON, such as the body of a post.
            raise ReadError(f"{source.path}: {error}") from None
        if not documents:
            raise ReadError(f"{source.path}: no article found: the file is empty")
        if not found:
            raise ReadError(f"{source.path}: {self._advice()}")
        give_names(found)
        return [article.finish() for article in found]

    def _found(self, value: Value) -> Iterator[Assembly]:
        if isinstance(value, list):
            for each in value:
                yield from self._found(each)
            return
        for known in self._schemas:
            if known.matches(value):
                yield from known.articles(value)
                return

    def _advice(self) -> str:
        if len(self._schemas) == 1:
            return (
                f"there is no article of the format {self.name} in it; articlelint formats lists the others"
            )
        return (
            f"no article found: this is none of {', '.join(SCHEMAS)}; say in [formats] of the configuration "
            "which strings are prose, or exclude the file"
        )


def of_schemas(name: str, schemas: Sequence[str]) -> JsonParser:
    """Return a parser for the schemas of these names."""
    return JsonParser(name, [schema(each) for each in schemas])


def of_mapping(mapped: MappedFormat) -> JsonParser:
    """Return a parser for a format of the configuration."""
    return JsonParser(mapped.name, [MappedSchema(mapped)])


any_schema = partial(of_schemas, "json", SCHEMAS)
ans = partial(of_schemas, "ans", ("ans",))
ninjs = partial(of_schemas, "ninjs", ("ninjs",))
ghost = partial(of_schemas, "ghost", ("ghost",))
contentful = partial(of_schemas, "contentful", ("contentful",))
sanity = partial(of_schemas, "sanity", ("sanity",))
wordpress = partial(of_schemas, "wordpress-rest", ("wordpress",))
