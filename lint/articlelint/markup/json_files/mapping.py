"""Any other JSON: a format of the configuration, which says by pointers which strings are prose."""

from __future__ import annotations

from collections.abc import Iterator

from articlelint.markup.assembly import Assembly
from articlelint.markup.file_formats import MappedFormat
from articlelint.markup.json_files.schema import new_article
from articlelint.markup.json_files.values import JsonString, Value
from articlelint.model import BlockKind


class MappedSchema:
    """The schema that a table of ``[formats]`` describes."""

    def __init__(self, mapped: MappedFormat) -> None:
        self._mapped = mapped

    def matches(self, value: Value) -> bool:
        """Whether a document has any of the strings."""
        return next(self.articles(value), None) is not None

    def articles(self, value: Value) -> Iterator[Assembly]:
        """Yield the articles of a document that have any of the strings."""
        for each in _found(value, self._mapped.article) if self._mapped.article else [value]:
            article = new_article("")
            for pointers, kind in (
                (self._mapped.headline, BlockKind.HEADLINE),
                (self._mapped.standfirst, BlockKind.STANDFIRST),
            ):
                for found in _strings(each, pointers):
                    article.block(found.part(), kind)
            for found in _strings(each, self._mapped.body):
                article.paragraphs(found.part())
            for found in _strings(each, self._mapped.html):
                article.html(found.part())
            if article:
                yield article


def _strings(value: Value, pointers: tuple[str, ...]) -> Iterator[JsonString]:
    for found in _found(value, pointers):
        if isinstance(found, JsonString) and found.text.strip():
            yield found


def _found(value: Value, pointers: tuple[str, ...]) -> Iterator[Value]:
    """Yield what some pointers lead to."""
    for pointer in pointers:
        found = [value]
        for step in pointer.split("/")[1:]:
            found = [below for each in found for below in _below(each, step)]
        yield from found


def _below(value: Value, step: str) -> list[Value]:
    """What a step of a pointer leads to from a value."""
    if isinstance(value, dict):
        name = step.replace("~1", "/").replace("~0", "~")
        return list(value.values()) if step == "*" else [value[name]] if name in value else []
    if isinstance(value, list):
        if step == "*":
            return value
        return [value[int(step)]] if step.isascii() and step.isdigit() and int(step) < len(value) else []
    return []
