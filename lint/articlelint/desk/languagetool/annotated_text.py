"""Texts with markup, as clients send them: what is checked, and where it stands in what they sent."""

from __future__ import annotations

import json
from bisect import bisect_right
from collections.abc import Iterable
from typing import NamedTuple, cast

from articlelint.desk.languagetool.errors import RequestError
from articlelint.model import Span


class _Part(NamedTuple):
    """A part of the checked text, and the span of the original that it stands for."""

    start: int
    """Where it begins in the checked text."""
    original: Span
    is_text: bool
    """Whether it is the original itself, and not what some markup is read as."""


class AnnotatedText:
    """
    A text to check, ``text``, and the one that the client has, ``original``, which may have markup.

    Markup that is read as nothing is in the original alone: the words on both sides of it are joined.
    """

    def __init__(self, text: str, original: str, parts: list[_Part]) -> None:
        self.text = text
        self.original = original
        self._parts = parts
        self._starts = [part.start for part in parts]

    @classmethod
    def plain(cls, text: str) -> AnnotatedText:
        """Return a text that has no markup."""
        return cls(text, text, [_Part(0, Span(0, len(text)), is_text=True)])

    @classmethod
    def read(cls, data: str) -> AnnotatedText:
        """
        Read the parameter ``data``: a JSON object with ``text`` or with ``annotation``.

        Raises RequestError if it is something else.
        """
        try:
            value: object = json.loads(data)
        except (ValueError, RecursionError):
            raise RequestError("the parameter 'data' is not JSON") from None
        if not isinstance(value, dict):
            raise RequestError("the parameter 'data' must be a JSON object")
        fields = cast("dict[str, object]", value)
        if ("text" in fields) == ("annotation" in fields):
            raise RequestError("the parameter 'data' must have either 'text' or 'annotation'")
        text, items = fields.get("text"), fields.get("annotation")
        if isinstance(text, str):
            return cls.plain(text)
        if not isinstance(items, list):
            raise RequestError("in 'data', 'text' must be a string, or 'annotation' a list")
        return cls._joined(_item(item) for item in cast("list[object]", items))

    @classmethod
    def _joined(cls, items: Iterable[tuple[str, str | None]]) -> AnnotatedText:
        """The text of items: each is what the client has, and what it is read as (None: as itself)."""
        checked: list[str] = []
        originals: list[str] = []
        parts: list[_Part] = []
        length = original_length = 0
        for original, read_as in items:
            text = original if read_as is None else read_as
            if text:
                span = Span(original_length, original_length + len(original))
                parts.append(_Part(length, span, is_text=read_as is None))
            checked.append(text)
            originals.append(original)
            length += len(text)
            original_length += len(original)
        return cls("".join(checked), "".join(originals), parts)

    def original_span(self, span: Span) -> Span:
        """
        The span in the original of a span of the checked text, which must not be empty.

        Markup inside it is a part of it, and markup beside it is not. What some markup is read as stands
        for the whole of that markup.
        """
        return Span(self._original(span.start).start, self._original(span.end - 1).end)

    def _original(self, offset: int) -> Span:
        """The span in the original of one character of the checked text."""
        part = self._parts[bisect_right(self._starts, offset) - 1]
        if not part.is_text:
            return part.original
        start = part.original.start + offset - part.start
        return Span(start, start + 1)


def _item(item: object) -> tuple[str, str | None]:
    """An item of ``annotation``: the client's text, and what it is read as (None: as itself)."""
    if not isinstance(item, dict):
        raise RequestError("in 'data', each item of 'annotation' must be an object")
    fields = cast("dict[str, object]", item)
    text, markup, read_as = (_string(fields, name) for name in ("text", "markup", "interpretAs"))
    if text is not None and markup is None and read_as is None:
        return text, None
    if markup is not None and text is None:
        return markup, read_as or ""
    raise RequestError("in 'data', each item of 'annotation' must have either 'text' or 'markup'")


def _string(fields: dict[str, object], name: str) -> str | None:
    value = fields.get(name)
    if value is None or isinstance(value, str):
        return value
    raise RequestError(f"in 'data', '{name}' must be a string")
