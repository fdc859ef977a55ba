"""
Makes the tables that ``articlelint_rules.texttable`` reads of the texts beside them.

    python tools/build_text_tables.py

Run it when one of the texts has been changed; a test says so if it has been forgotten.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from articlelint_rules import DATA
from articlelint_rules.texttable import pack

Rows = dict[str, tuple[str, ...]]


def lines(name: str) -> list[str]:
    """The lines of a text, without remarks."""
    found = Path(DATA, name).read_text(encoding="utf-8").splitlines()
    return [line for line in found if line and not line.startswith("#")]


def grouped(pairs: list[tuple[str, str]]) -> Rows:
    """The rows of each word, in the order of the text."""
    rows: dict[str, dict[str, None]] = {}
    for word, row in pairs:
        rows.setdefault(word, {})[row] = None
    return {word: tuple(own) for word, own in rows.items()}


def model(name: str) -> Rows:
    """The weight of each feature of a model: a text has one weight a line, and the features that have it."""
    cells = [line.split("\t") for line in lines(name)]
    return grouped([(feature, weight) for weight, *features in cells for feature in features])


def words() -> Rows:
    """Each word that has another spelling, with the rows that have it."""
    pairs = [(word.lower(), row) for row in lines("spelling-words.txt") for word in row.split()[:2]]
    return grouped(pairs)


def places() -> Rows:
    """Each spelling of a place, with the one that its row lists first."""
    rows = [line.split("|") for line in lines("spelling-places.txt")]
    return grouped([(name, row[0]) for row in rows for name in row])


TABLES: dict[str, Callable[[], Rows]] = {
    "capitals_lost.table": lambda: model("capitals_lost.txt"),
    "capitals_stops.table": lambda: model("capitals_stops.txt"),
    "spelling-places.table": places,
    "spelling-words.table": words,
}


def main() -> None:
    """Write them all."""
    for name, rows in TABLES.items():
        Path(DATA, name).write_bytes(pack(rows()))
        print(f"{name}: {len(rows())} words")


if __name__ == "__main__":
    main()
