"""The articles of an archive: where each is, how it is read, and what is known of it beside its text."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from datetime import date
from email.utils import parsedate_to_datetime
from pathlib import PurePosixPath
from typing import Any, NamedTuple, cast

from articlelint.config.settings import Settings
from articlelint.document import Document
from articlelint.errors import ReadError
from articlelint.markup import base
from articlelint.markup.base import decoded
from articlelint.model import Span
from articlelint.plugins.registry import Registry
from articlelint.report.escape import encodable, line_of
from articlelint.run.reading import read_articles
from articlelint.source import Source

_SHOWN = 60
"""How many bytes of a line that cannot be read a message has."""
JSON_LINES, GZIPPED = (".jsonl", ".ndjson"), ".gz"


def only_learned(source: str) -> bool:
    """Whether learning reads a source and a check does not: a .zip or .jsonl file, or an address."""
    name = source.lower().removesuffix(GZIPPED)
    return "://" in source or name.endswith((".zip", *JSON_LINES))


class Fields(NamedTuple):
    """
    The names under which articles say what they are.

    They are keys of the objects in a .jsonl file, and keys of the front matter in all other files.
    """

    text: str = "text"
    title: str = "title"
    date: str = "date"
    desk: str = "desk"
    id: str = "id"
    suffix: str = ".txt"
    """What the text in a .jsonl file is written in: the suffix of a format."""
    status: str = ""
    """The statuses of the articles to read, in lower case with commas between them; "" for all."""


class Place(NamedTuple):
    """
    Where the content of an article is.

    It is a whole file, the member of a .zip file, or the bytes of a .jsonl file from ``start`` on. ``length``
    is -1 for what is no part of a .jsonl file.
    """

    file: str
    """An address that fsspec opens."""
    member: str = ""
    start: int = 0
    length: int = -1

    @property
    def is_json(self) -> bool:
        """Whether the content is a line of JSON."""
        return self.length >= 0


class Listed(NamedTuple):
    """An article that a source has."""

    digest: str
    """Of its path in the source and its content, or of its line of JSON."""
    path: str
    """Its path in the source. For a line of JSON it is the file's."""
    place: Place


class Article(NamedTuple):
    """An article as the archive reads it. ``date`` is YYYY-MM-DD or "", ``desk`` may be ""."""

    id: str
    date: str
    desk: str
    document: Document
    parsed: base.Article
    source: Source

    def line_of(self, span: Span) -> int:
        """Return the line on which a span of the prose begins: of the file, or of a JSON object's text."""
        placed = self.parsed.file_span(self.parsed.markup.offsets.span(span))
        return self.source.position(placed.start).line


def read(listed: Listed, content: bytes, fields: Fields, registry: Registry) -> Iterator[Article]:
    """Read the articles of a file, or of a line of JSON, as a check does. Raises ReadError."""
    if listed.place.is_json:
        yield from _read_json(listed, content, fields, registry)
        return
    source = decoded(registry.parser_for(listed.path), listed.path, content)
    settings = Settings(status=tuple(filter(None, fields.status.split(","))))
    for document, parsed, _notices in read_articles(source, settings, registry):
        said = document.metadata
        yield Article(
            said.get(fields.id, "") or document.path,
            read_date(said.get(fields.date, "")) or date_in_path(listed.path),
            said.get(fields.desk, "").strip(),
            document,
            parsed,
            source,
        )


class JsonArticle(NamedTuple):
    """An article from a line of JSON: the object, its id, and its text below its title as a source."""

    row: Mapping[str, Any]
    id: str
    source: Source


def json_article(listed: Listed, line: bytes, fields: Fields) -> JsonArticle:
    """Return the article of a line of JSON. Raises ReadError."""
    try:
        said: Any = json.loads(line)
    except json.JSONDecodeError as error:
        raise ReadError(f"{listed.path}: a line is not JSON: {error.msg}, {_begins(line)}") from None
    except (ValueError, RecursionError):  # not UTF-8, a number of thousands of digits, or nested too deeply
        raise ReadError(f"{listed.path}: a line is not JSON that can be read, {_begins(line)}") from None
    if not isinstance(said, dict):
        raise ReadError(f"{listed.path}: a line is no JSON object with an article, {_begins(line)}")
    row = cast("Mapping[str, Any]", said)
    text = row.get(fields.text)
    if not isinstance(text, str):
        fault = f"has no string under '{fields.text}'" if fields.text in row else f"has no '{fields.text}'"
        raise ReadError(
            f"{listed.path}: an object {fault}, {_begins(line)}; "
            f"name the key of the text with --text (there are: {', '.join(map(str, row))})"
        )
    title = _text_of(row.get(fields.title))
    source = Source(f"{listed.path}{fields.suffix}", _with_title(title, encodable(text), fields.suffix))
    return JsonArticle(row, _text_of(row.get(fields.id)) or listed.digest, source)


def _read_json(listed: Listed, line: bytes, fields: Fields, registry: Registry) -> Iterator[Article]:
    """Read an article from a line of JSON. Raises ReadError."""
    row, id_, source = json_article(listed, line, fields)
    for document, parsed, _notices in read_articles(source, Settings(), registry):
        yield Article(
            id_,
            read_date(_text_of(row.get(fields.date))),
            _text_of(row.get(fields.desk)),
            document,
            parsed,
            source,
        )


def _begins(line: bytes) -> str:
    """The beginning of a line, by which people find it; its number changes with the lines before it."""
    return f"it begins with: {line_of(line[:_SHOWN].decode(errors='replace').strip())}"


def _text_of(value: Any) -> str:
    """A value of JSON as text; of a list, the first item counts."""
    if isinstance(value, list):
        value = next(iter(cast("Iterable[Any]", value)), None)
    if isinstance(value, str):
        return encodable(value.strip())
    return str(value) if isinstance(value, int) else ""


def _with_title(title: str, text: str, suffix: str) -> str:
    """A text below its title, in the markup of a format."""
    if not title:
        return text
    if suffix in {".html", ".htm"}:
        return f"<h1>{html.escape(title)}</h1>\n{text}"
    return f"# {title}\n\n{text}" if suffix in {".md", ".markdown"} else f"{title}\n\n{text}"


_ISO = re.compile(r"(\d{4})-?(\d{2})-?(\d{2})(?!\d)")
_PATH = re.compile(r"(?<!\d)((?:19|20)\d{2})([-/_]?)(\d{2})\2(\d{2})(?!\d)")


def read_date(text: str) -> str:
    """The day of ``2020-01-31T08:00`` or ``Fri, 31 Jan 2020``, as YYYY-MM-DD; "" where there is none."""
    found = _ISO.match(text.strip())
    if found:
        return _day(*found.groups())
    with suppress(ValueError):
        return parsedate_to_datetime(text).date().isoformat()
    return ""


def date_in_path(path: str) -> str:
    """The day in a path such as ``2020/01/31/a.txt`` or ``2020-01-31-a.md``; "" where there is none."""
    for found in _PATH.finditer(str(PurePosixPath(path))):
        day = _day(found[1], found[3], found[4])
        if day:
            return day
    return ""


def _day(year: str, month: str, day: str) -> str:
    """The day as YYYY-MM-DD; "" if there is no such day."""
    with suppress(ValueError):
        return date(int(year), int(month), int(day)).isoformat()
    return ""
