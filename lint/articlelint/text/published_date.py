"""The date of an article: when it was written or published."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping, Sequence
from pathlib import PurePath

from articlelint.model import Block, BlockKind
from articlelint.text.dates import Date, find_dates
from articlelint.text.tokens import tokenize

_KEYS = (
    "date",
    "published",
    "pubdate",
    "publishdate",
    "datepublished",
    "publicationdate",
    "publishedat",
    "publishedon",
    "created",
    "createdat",
    "posted",
    "issued",
)
"""The keys of front matter that say when an article was published, the surest first; without - and _."""
_KINDS = frozenset({BlockKind.DATELINE, BlockKind.BYLINE, BlockKind.TIMESTAMP})
_ISO_LENGTH = 10
_BASIC = re.compile(r"(\d{4})(\d\d)(\d\d)T\d")
"""A date of ISO 8601 without hyphens, as news agencies write it: 20261130T090000Z."""


def find_published_date(
    metadata: Mapping[str, str], path: str, blocks: Sequence[Block], dates: Sequence[Date]
) -> dt.date | None:
    """
    Return the date of an article, in full; None if it has none.

    It is looked for in the front matter, at the beginning of the file's name (``2020-05-04-ferry.md``), and
    in the first dateline or byline with a year. ``dates`` are the dates of the text.
    """
    by_key = {key.lower().replace("-", "").replace("_", ""): value for key, value in metadata.items()}
    for key in _KEYS:
        found = _first_date(by_key.get(key, ""))
        if found is not None:
            return found
    found = _first_date(PurePath(path).name[:_ISO_LENGTH])
    if found is not None:
        return found
    for block in blocks:
        if block.kind in _KINDS:
            for date in dates:
                if block.span.contains(date.span) and date.calendar_date is not None:
                    return date.calendar_date
    return None


def _first_date(value: str) -> dt.date | None:
    """The first full date in a value of the metadata."""
    value = _BASIC.sub(r"\1-\2-\3 ", value)
    tokens = tokenize(value)
    positions = {word: [index] for index, word in enumerate(tokens.lowered)}
    dates = (date.calendar_date for date in find_dates(value, tokens, positions))
    return next((date for date in dates if date is not None), None)
