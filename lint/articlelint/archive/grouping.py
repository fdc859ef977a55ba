"""The grouping: what all shards have, counted by DuckDB, which spills to disk what memory does not hold."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any, Self

import duckdb

from articlelint.archive.forms import Example, Form, FormKey
from articlelint.archive.mapping import rows_of
from articlelint.archive.near_copies import AGREEING
from articlelint.archive.tables import ARTICLES, Column, table

_ARTICLES = """
CREATE TEMP TABLE articles AS
SELECT article, id, date, bands, error, row_number() OVER (ORDER BY date = '', date, id, article) AS rank
FROM read_parquet($files) SEMI JOIN listed USING (file)
"""
"""The articles of this run, ranked from the first to the last; those without a date come last."""

_COPIES = """
CREATE TEMP TABLE copies AS
WITH each AS (SELECT rank, unnest(bands) AS band FROM articles),
firsts AS (SELECT band, min(rank) AS first FROM each GROUP BY band HAVING count(*) > 1)
SELECT DISTINCT rank FROM (
    SELECT rank, first FROM each JOIN firsts USING (band) WHERE rank > first
    GROUP BY rank, first HAVING count(*) >= $agreeing
)
"""
"""
The articles that are near copies of an earlier one.

An article is compared with the first that has the same band, so that the time does not grow with the square
of the number of copies.
"""

_CELLS = """
CREATE TEMP TABLE cells AS
SELECT kind, key, form, left(r.date, 4) AS year, desk,
    count(*) FILTER (NOT in_quotation) AS articles,
    sum(uses) FILTER (NOT in_quotation) AS uses,
    count(*) FILTER (in_quotation) AS quoted,
    min(r.date) FILTER (NOT in_quotation AND r.date <> '') AS first,
    max(r.date) FILTER (NOT in_quotation AND r.date <> '') AS last
FROM read_parquet($files) r
SEMI JOIN (SELECT article FROM articles ANTI JOIN copies USING (rank)) USING (article)
GROUP BY ALL
"""

_FORMS = """
WITH years AS (
    SELECT kind, key, form, list({'name': year, 'articles': n} ORDER BY year) AS years
    FROM (SELECT kind, key, form, year, sum(articles) AS n FROM cells WHERE year <> '' GROUP BY ALL)
    WHERE n > 0 GROUP BY ALL
),
desks AS (
    SELECT kind, key, form, list({'name': desk, 'articles': n} ORDER BY n DESC, desk) AS desks
    FROM (SELECT kind, key, form, desk, sum(articles) AS n FROM cells WHERE desk <> '' GROUP BY ALL)
    WHERE n > 0 GROUP BY ALL
),
forms AS (
    SELECT kind, key, form, sum(articles) AS articles, coalesce(sum(uses), 0) AS uses, sum(quoted) AS quoted,
        coalesce(min(first), '') AS first, coalesce(max(last), '') AS last
    FROM cells GROUP BY kind, key, form
    QUALIFY sum(sum(articles)) OVER (PARTITION BY kind, key) >= $fewest
)
SELECT kind, key, form, articles::BIGINT, uses::BIGINT, quoted::BIGINT, first, last, years, desks
FROM forms LEFT JOIN years USING (kind, key, form) LEFT JOIN desks USING (kind, key, form)
ORDER BY kind, key, articles DESC, form
"""
_EXAMPLES = """
WITH picked AS (
    SELECT kind, key, form, article, id,
        row_number() OVER (PARTITION BY kind, key, form ORDER BY a.date = '', rank DESC) AS number
    FROM (SELECT kind, key, form, article FROM read_parquet($files)
          SEMI JOIN wanted USING (kind, key, form) WHERE NOT in_quotation)
    JOIN (SELECT * FROM articles ANTI JOIN copies USING (rank)) a USING (article)
    QUALIFY number <= $most
)
SELECT kind, key, form, number, id, date, desk, line, sentence
FROM picked JOIN read_parquet($files) USING (kind, key, form, article)
WHERE NOT in_quotation AND sentence <> ''
ORDER BY kind, key, form, number
"""
_WANTED = (Column("kind"), Column("key"), Column("form"))
EXAMPLES = 3
"""How many sentences of a form are kept."""
_AT_ONCE = 10_000
FEWEST = 2
"""How many articles must have a key: what only one has says nothing of the house, and is most of all."""
SPILL = "spill"
"""The folder for what memory does not hold."""


class Grouping:
    """
    The counts of the articles of a run. Use it in a ``with`` statement.

    ``parts`` are the lists of articles that ``map_shard`` has written; the rows are beside them. ``memory``
    is what DuckDB may use, such as "1GB"; the rest goes to a folder in ``folder``.
    """

    def __init__(
        self, parts: Sequence[Path], listed: Iterable[str], *, folder: Path, memory: str, threads: int
    ) -> None:
        self._database: Any = duckdb.connect(
            config={
                "memory_limit": memory,
                "temp_directory": str(folder / SPILL),
                "threads": threads,
                "preserve_insertion_order": False,
            }
        )
        self._database.register("listed", table(ARTICLES[:1], ((digest,) for digest in listed)))
        self._database.execute(_ARTICLES, {"files": [str(part) for part in parts]})
        self._database.execute(_COPIES, {"agreeing": AGREEING})
        self._rows = [str(rows_of(part)) for part in parts]
        self._database.execute(_CELLS, {"files": self._rows})

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_exception: object) -> None:
        self._database.close()

    @property
    def articles(self) -> int:
        """How many articles could be read."""
        return self._number("SELECT count(*) FROM articles WHERE error = ''")

    @property
    def undated(self) -> int:
        """How many of them have no date."""
        return self._number("SELECT count(*) FROM articles WHERE error = '' AND date = ''")

    def articles_of(self, digests: Iterable[str]) -> int:
        """How many of them are from files and lines with these digests."""
        self._database.register("asked", table(ARTICLES[:1], ((digest,) for digest in digests)))
        return self._number(
            "SELECT count(*) FROM articles SEMI JOIN asked ON split_part(article, '-', 1) = asked.file "
            "WHERE error = ''"
        )

    @property
    def copies(self) -> int:
        """How many of them are near copies of earlier ones."""
        return self._number("SELECT count(*) FROM copies")

    @property
    def dates(self) -> tuple[str, str]:
        """The dates of the first and the last article; "" where no article has one."""
        query = "SELECT coalesce(min(date), ''), coalesce(max(date), '') FROM articles WHERE date <> ''"
        first, last = self._database.execute(query).fetchone()
        return first, last

    @property
    def errors(self) -> list[str]:
        """What is wrong with the articles that could not be read, sorted."""
        query = "SELECT error FROM articles WHERE error <> '' ORDER BY error"
        return [row[0] for row in self._database.execute(query).fetchall()]

    def forms(self) -> Iterator[Form]:
        """Yield the forms of all keys that several articles have, sorted by kind and key."""
        result = self._database.execute(_FORMS, {"fewest": FEWEST})
        while rows := result.fetchmany(_AT_ONCE):
            for row in rows:
                *values, years, desks = row
                yield Form._make([*values, _numbers(years), _numbers(desks)])

    def examples(self, wanted: Sequence[FormKey]) -> Iterator[Example]:
        """Yield the newest sentences that have some forms, sorted by kind, key and form."""
        self._database.register("wanted", table(_WANTED, wanted))
        result = self._database.execute(_EXAMPLES, {"files": self._rows, "most": EXAMPLES})
        while rows := result.fetchmany(_AT_ONCE):
            yield from map(Example._make, rows)

    def _number(self, query: str) -> int:
        ((number,),) = self._database.execute(query).fetchall()  # all: nothing is to be left unfinished
        return int(number)


def _numbers(cells: list[dict[str, Any]] | None) -> dict[str, int]:
    return {cell["name"]: int(cell["articles"]) for cell in cells or ()}
