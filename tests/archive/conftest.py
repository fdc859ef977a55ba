"""Articles of an archive, as lines of JSON."""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pytest

from articlelint.archive.articles import Fields
from articlelint.archive.learning import Learned, Request, learn
from articlelint.archive.mapping import Shard
from articlelint.archive.workers import MapShard, map_all

OTHERS = "ferry harbour council budget bridge school storm library museum tram".split()

PLAIN = Fields()


def article(number: int, text: str, *, year: int = 2020, desk: str = "city") -> dict[str, Any]:
    """An article with a text, and with enough words of its own not to be a copy of another."""
    own = " ".join(f"{OTHERS[(number * (n + 3)) % 10]}{number * 7 + n}" for n in range(30))
    day = f"{year}-{number % 12 + 1:02}-{number % 28 + 1:02}"
    return {"id": f"a{number}", "date": day, "desk": desk, "text": f"{text}\n\nOf {own}."}


def write_lines(file: Path, articles: Iterable[dict[str, Any]]) -> Path:
    file.write_text("".join(f"{json.dumps(each)}\n" for each in articles), encoding="utf-8")
    return file


class Quiet:
    """Keeps what it is told."""

    def __init__(self) -> None:
        self.to_read = self.known = self.read = 0

    def listing(self, articles: int) -> None:
        pass

    def mapping(self, total: int, known: int) -> None:
        self.to_read, self.known = total, known

    def mapped(self, articles: int) -> None:
        self.read += articles

    def grouping(self) -> None:
        pass


class Archive:
    """Learns in a folder, by default in one process."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.file = folder / "archive.articlelint"
        self.progress = Quiet()

    def learn(
        self,
        *sources: str | Path,
        workers: int = 1,
        per_shard: int = 10,
        fields: Fields = PLAIN,
        work: str = "work",
    ) -> Learned:
        request = Request(
            tuple(map(str, sources)), self.file, self.folder / work, fields, per_shard=per_shard
        )
        self.progress = Quiet()

        def mapped(function: MapShard, shards: Iterable[Shard]) -> Iterable[Shard]:
            return map_all(function, shards, workers)

        return learn(request, mapped, self.progress)

    @property
    def bytes(self) -> bytes:
        return self.file.read_bytes()


@pytest.fixture
def archive(tmp_path: Path) -> Archive:
    return Archive(tmp_path)
