"""The cache: the results of earlier runs, used where the content and the configuration are the same."""

from __future__ import annotations

import hashlib
import json
import os
import sys
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from articlelint._version import __version__
from articlelint.config.file_rules import state
from articlelint.config.settings import Layer, Settings
from articlelint.model import (
    Diagnostic,
    Location,
    Place,
    PlaceKind,
    Position,
    Safety,
    Severity,
    SourceEdit,
    SourceFix,
    SourceRelated,
    Span,
)
from articlelint.plugins.registry import Registry
from articlelint.report.base import FileResult
from articlelint.run.cache_files import can_be_written, delete_old, read_signed, signed
from articlelint.run.code_digest import files_of
from articlelint.source import replace_file

_SCHEMA = 3


@dataclass(slots=True)
class Cache:
    """
    A folder with one entry for each linted file, named after its path.

    An entry has the digest of everything that the result depends on, and is signed with a secret of the user,
    so that nobody else can write one. An entry with another digest or signature, or one that cannot be read,
    counts as none. Entries are replaced in one step, so two runs can use the cache at once. If nothing can be
    written (a full disk, a read-only home), linting goes on without a cache.
    """

    folder: Path
    secret: bytes
    registry_digest: str
    _writable: bool | None = None
    _layers: dict[tuple[int, ...], str] = field(default_factory=dict[tuple[int, ...], str])

    def key(
        self, path: str, data: bytes, settings: Settings, layers: tuple[Layer, ...], archive: str = ""
    ) -> str:
        """Return the digest of everything that a file's result depends on; ``archive`` is its digest."""
        ids = (id(settings), *(id(layer) for layer in layers))
        if ids not in self._layers:
            choices = [(layer.select, layer.ignore, layer.severity, layer.rules) for layer in layers]
            self._layers[ids] = repr(
                (
                    *(settings.house, settings.front_matter, settings.min_confidence, settings.formats),
                    *(settings.status, state(settings.plugin_values), choices),
                )
            )
        parts = "\0".join((path, self.registry_digest, archive, self._layers[ids]))
        salt = hashlib.blake2b(parts.encode(errors="surrogateescape")).digest()
        return hashlib.blake2b(data, key=salt, digest_size=20).hexdigest()

    def _file(self, path: Path, shown: str) -> Path:
        """The entry of a file: its absolute path, and the path under which it is reported."""
        names = f"{path}\0{shown}".encode(errors="surrogateescape")
        name = hashlib.blake2b(names, digest_size=16).hexdigest()
        return self.folder / name[:2] / name[2:]

    def get(self, path: Path, shown: str, key: str, fails_at: int) -> FileResult | None:
        """Return the stored result, or None. ``fails_at`` is not stored: it is an option of each run."""
        content = read_signed(self._file(path, shown), self.secret)
        if content is None:
            return None
        stored = json.loads(content)
        return _thawed(shown, stored, fails_at) if stored["key"] == key else None

    def put(self, path: Path, key: str, result: FileResult) -> None:
        """Store the result of a file, whose absolute path is ``path``, unless it has errors."""
        if result.errors or self._writable is False:
            return
        try:
            if self._writable is None:
                self.prepare()
            file = self._file(path, result.path)
            file.parent.mkdir(exist_ok=True)
            content = json.dumps(_frozen(key, result)).encode()
            if can_be_written(file):
                replace_file(file, signed(content, self.secret), durable=False)
        except OSError:
            self._writable = False

    def prepare(self) -> None:
        """Make the folder, with a ``.gitignore`` that covers it. Raises OSError."""
        self.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        delete_old(self.folder)
        marker = self.folder / ".gitignore"
        if not os.path.lexists(marker):  # a link that leads nowhere would be followed
            replace_file(marker, b"# Made by articlelint; may be deleted at any time.\n*\n", durable=False)
        self._writable = True


def registry_digest(registry: Registry) -> str:
    """
    Return a digest of the code that makes the results: articlelint, Python and the plugins.

    Sizes and times of the files are part of it, because versions stay the same while a rule is being written.
    """
    parts = [f"{_SCHEMA} {__version__} {sys.version_info[:3]}"]
    parts += [f"{plugin.name} {plugin.distribution} {plugin.version}" for plugin in registry.plugins]
    if registry.forced is not None:
        parts.append(f"read as {registry.forced.name}")
    for package in sorted({"articlelint", *registry.packages}):
        for file in files_of(package):
            status = file.stat()
            parts.append(f"{file.name} {status.st_size} {status.st_mtime_ns}")
    return hashlib.blake2b("\0".join(parts).encode(), digest_size=16).hexdigest()


def _frozen(key: str, result: FileResult) -> dict[str, Any]:
    return {
        "key": key,
        "lines": list(result.lines.items()),
        "notices": result.notices,
        "ignored": result.ignored,
        "articles": result.articles,
        "diagnostics": [_row(d) for d in result.diagnostics],
    }


def _row(d: Diagnostic) -> list[Any]:
    related = [[r.message, _flat(r.place), r.location] for r in d.related]
    edits = [[_flat(e.place), e.span.start, e.span.end, e.text] for e in d.fix.edits] if d.fix else []
    return [
        [d.span.start, d.span.end],
        _flat(d.place),
        d.rule,
        d.category,
        d.severity.value,
        d.message,
        d.text,
        related,
        [d.fix.safety.value, edits] if d.fix else None,
        d.url,
        d.fingerprint,
        d.confidence,
        d.location,
    ]


def _thawed(path: str, stored: dict[str, Any], fails_at: int) -> FileResult:
    return FileResult(
        path,
        tuple(_diagnostic(path, row) for row in stored["diagnostics"]),
        {int(number): str(line) for number, line in stored["lines"]},
        fails_at=fails_at,
        notices=tuple(stored["notices"]),
        ignored=dict(stored["ignored"]),
        articles=stored["articles"],
    )


def _diagnostic(path: str, row: list[Any]) -> Diagnostic:
    span, at, rule, category, severity, message, text, related, fix, url, fingerprint, confidence, where = row
    return Diagnostic(
        path=path,
        span=Span(*span),
        place=_place(at),
        rule=rule,
        category=category,
        severity=Severity(severity),
        message=message,
        text=text,
        related=tuple(SourceRelated(note, _place(place), _location(other)) for note, place, other in related),
        fix=fix
        and SourceFix(
            Safety(fix[0]),
            tuple(SourceEdit(_place(p), Span(start, end), new) for p, start, end, new in fix[1]),
        ),
        url=url,
        fingerprint=fingerprint,
        confidence=confidence,
        location=_location(where),
    )


def _location(row: list[Any] | None) -> Location | None:
    return Location(PlaceKind(row[0]), *row[1:]) if row is not None else None


def _flat(place: Place) -> list[int]:
    return [place.start.line, place.start.column, place.end.line, place.end.column]


def _place(flat: list[int]) -> Place:
    return Place(Position(flat[0], flat[1]), Position(flat[2], flat[3]))
