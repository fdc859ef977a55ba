"""Compares findings on a sample of published articles with the recorded ones, for ``published.py``."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from published_findings import Article, BenchError, Found, Place, drawn, sentence_at

Record = dict[str, dict[str, list[str]]]
"""The places of the findings, by article and rule. An article without findings is in it, too."""


def sample_of(articles: Iterable[Article], size: int) -> list[Article]:
    """Return a random sample of each set of articles, at most ``size`` of each, sorted by name."""
    sets: dict[str, list[Article]] = {}
    for article in sorted(articles, key=lambda article: drawn((article.name,))):
        chosen = sets.setdefault(article.name.split("/")[0], [])
        if len(chosen) < size:
            chosen.append(article)
    return sorted(article for chosen in sets.values() for article in chosen)


def recorded(articles: Iterable[Article], findings: Iterable[Found]) -> Record:
    """Return what is recorded of findings: ids of articles, names of rules and places, but no text."""
    record: Record = {article.name: {} for article in articles}
    for found in findings:
        record[found.article].setdefault(found.rule, []).append(str(found.place))
    return record


def write(file: Path, record: Record) -> None:
    """Write a record, an article a line."""
    lines = [f"{json.dumps(name)}: {json.dumps(rules, sort_keys=True)}" for name, rules in record.items()]
    file.write_text("{\n" + ",\n".join(lines) + "\n}\n", encoding="utf-8")


def read(file: Path) -> Record:
    """Return a record. Raises BenchError if there is none."""
    try:
        record: Record = json.loads(file.read_text(encoding="utf-8"))
    except OSError as error:
        raise BenchError(f"{file}: cannot be read: {error.strerror}; make it with --record") from None
    except ValueError:
        raise BenchError(f"{file}: this is no record; make it anew with --record") from None
    return record


def compare(record: Record, articles: Mapping[str, Article], findings: Sequence[Found]) -> list[str]:
    """Return the lines that say which findings are new and which are gone, by rule, with their sentences."""
    before = {
        (rule, name, place)
        for name, rules in record.items()
        if name in articles
        for rule, places in rules.items()
        for place in places
    }
    now = {found.key: found for found in findings}
    here = f"{len(articles)} of {len(record)} recorded articles are here"
    lines = [f"{here}: {len(before)} findings before, {len(now)} now"]
    for rule in sorted({key[0] for key in before ^ now.keys()}):
        new = sorted(key for key in now.keys() - before if key[0] == rule)
        gone = sorted(key for key in before - now.keys() if key[0] == rule)
        total = sum(key[0] == rule for key in now)
        lines += ["", f"{rule}: {total} now, {len(new)} new, {len(gone)} gone"]
        for key in new:
            found = now[key]
            lines.append(f"  new   {_shown(articles[found.article], found.place)}")
            lines.append(f"        {found.severity}: {found.message}")
        lines += [f"  gone  {_shown(articles[name], place_of(place))}" for _, name, place in gone]
    if len(lines) == 1:
        lines.append("no difference")
    return lines


def place_of(written: str) -> Place:
    """Return a place as it is written in a record, such as ``3:12-3:19``."""
    start, end = written.split("-")
    line, column = start.split(":")
    end_line, end_column = end.split(":")
    return Place(int(line), int(column), int(end_line), int(end_column))


def _shown(article: Article, place: Place) -> str:
    return f"{article.name}:{place.line}:{place.column}  {sentence_at(article.text, place)}"
