"""Baselines: files of known findings, which are left out of the report so that only new ones count."""

from __future__ import annotations

import json
import os
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from articlelint.errors import ReadError, UsageError
from articlelint.markup.zip_paths import split_member
from articlelint.model import Diagnostic
from articlelint.report.base import FileResult
from articlelint.source import read_bytes, replace_file

VERSION = 1
"""The version of the file format."""


@dataclass(slots=True)
class Baseline:
    """
    The known findings of each file: how many there are of each rule and fingerprint.

    File names are relative to the folder of the baseline.
    """

    folder: Path
    files: dict[str, Counter[tuple[str, str]]] = field(default_factory=dict[str, Counter[tuple[str, str]]])
    _zips: dict[str, frozenset[str]] = field(default_factory=dict[str, frozenset[str]])
    """The names in zip files that were looked into."""

    @classmethod
    def read(cls, path: Path) -> Baseline:
        """Read a baseline. Raises UsageError if the file cannot be read or is not a baseline."""
        try:
            data = json.loads(read_bytes(path, str(path)))
        except ReadError as error:
            advice = f"make one with 'articlelint baseline create --baseline {path}'"
            raise UsageError(f"--baseline: {error}; {advice}") from None
        except RecursionError:
            raise UsageError(f"--baseline: {path}: not a baseline: it is nested too deeply") from None
        except UnicodeDecodeError:
            raise UsageError(f"--baseline: {path}: not a baseline: it is not valid UTF-8") from None
        except ValueError as error:
            raise UsageError(f"--baseline: {path}: not a baseline: {error}") from None
        return cls(path.resolve().parent, _read_files(data, path))

    def write(self, path: Path) -> None:
        """Write the baseline, sorted and with one finding a line, so that it merges well."""
        files = {
            name: [
                {"rule": rule, "fingerprint": fingerprint, **({"count": count} if count > 1 else {})}
                for (rule, fingerprint), count in sorted(known.items())
            ]
            for name, known in sorted(self.files.items())
            if known
        }
        lines = [f'{{\n"version": {VERSION},\n"files": {{']
        for number, (name, entries) in enumerate(files.items()):
            rows = ",\n".join("  " + json.dumps(entry) for entry in entries)
            comma = "," if number < len(files) - 1 else ""
            lines.append(f"{json.dumps(name, ensure_ascii=False)}: [\n{rows}\n]{comma}")
        lines.append("}\n}\n")
        try:
            # json.loads reads back a file name that is not UTF-8.
            replace_file(path, "\n".join(lines).encode(errors="surrogatepass"))
        except OSError as error:
            raise UsageError(f"--baseline: {path}: cannot be written: {error.strerror or error}") from None

    def name(self, path: str) -> str:
        """Return a path relative to the folder of the baseline."""
        return Path(os.path.relpath(Path(path).resolve(), self.folder)).as_posix()

    def add(self, diagnostics: Iterable[Diagnostic]) -> None:
        """Add findings to the known ones."""
        for d in diagnostics:
            self.files.setdefault(self.name(d.path), Counter())[d.rule, d.fingerprint] += 1

    def filter(self, results: Iterable[FileResult]) -> Iterator[FileResult]:
        """
        Yield the results without the known findings; each known finding is left out once.

        A file that the baseline does not know may have been renamed, so it is compared with the known
        findings of all files that no longer exist.
        """
        gone = self._gone()
        for result in results:
            name = self.name(result.path)
            left = Counter(self.files[name]) if name in self.files else gone
            new: list[Diagnostic] = []
            for d in result.diagnostics:
                key = (d.rule, d.fingerprint)
                if left[key] > 0:
                    left[key] -= 1
                else:
                    new.append(d)
            yield result._replace(diagnostics=tuple(new))

    def pruned(self, results: Iterable[FileResult]) -> Baseline:
        """
        Return the baseline without the findings that these results no longer have; nothing is added.

        A finding of a file that no longer exists moves to the result that ``filter`` accepts it in.
        """
        gone = self._gone()
        kept = Baseline(self.folder)
        for name, known in self.files.items():
            if self._exists(name):
                kept.files[name] = known
        for result in results:
            name = self.name(result.path)
            now = Counter((d.rule, d.fingerprint) for d in result.diagnostics)
            if name in self.files:
                kept.files[name] = self.files[name] & now
            else:
                kept.files[name] = gone & now
                gone -= kept.files[name]
        return kept

    def _gone(self) -> Counter[tuple[str, str]]:
        """The known findings of all files that no longer exist."""
        gone: Counter[tuple[str, str]] = Counter()
        for name, known in self.files.items():
            if not self._exists(name):
                gone.update(known)
        return gone

    def _exists(self, name: str) -> bool:
        file, member = split_member(name)
        if member:
            from articlelint.markup.zip_files import names_in  # needs zipfile

            if file not in self._zips:
                self._zips[file] = names_in(self.folder / file)
            return member in self._zips[file]
        return os.path.exists(self.folder / name)  # noqa: PTH110 - false for a name that no file can have

    def __len__(self) -> int:
        """How many findings are known."""
        return sum(known.total() for known in self.files.values())


def _read_files(data: Any, path: Path) -> dict[str, Counter[tuple[str, str]]]:
    """The known findings in the data of a baseline file."""
    files: dict[str, Counter[tuple[str, str]]] = {}
    try:
        version = data["version"]
        for name, entries in data["files"].items():
            if not all(isinstance(e[key], str) for e in entries for key in ("rule", "fingerprint")):
                raise TypeError  # noqa: TRY301
            files[name] = Counter({(e["rule"], e["fingerprint"]): int(e.get("count", 1)) for e in entries})
    except (TypeError, KeyError, ValueError, AttributeError, OverflowError):
        version = None
    if version != VERSION:
        raise UsageError(f"--baseline: {path}: not a baseline that this version of articlelint can read")
    return files
