"""Baselines: findings that were there before stay quiet, new ones count."""

from __future__ import annotations

import json
import os
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from articlelint.errors import UsageError
from articlelint.findings.fixes import replace_file

if TYPE_CHECKING:
    from articlelint.model import Diagnostic
    from articlelint.report.base import FileResult

VERSION = 1


@dataclass(slots=True)
class Baseline:
    """
    The findings that are known, by file (relative to the baseline's folder) and fingerprint, with counts.

    The rule's name is kept for people who read the file.
    """

    folder: Path
    files: dict[str, Counter[tuple[str, str]]] = field(default_factory=lambda: {})

    @classmethod
    def read(cls, path: Path) -> Baseline:
        """Read a baseline. Raises UsageError where it is missing or is none."""
        try:
            data = json.loads(path.read_bytes())
        except OSError as error:
            raise UsageError(
                f"--baseline: {path}: cannot be read: {error.strerror or error}; make one with "
                f"'articlelint baseline create --baseline {path}'"
            ) from None
        except ValueError as error:
            raise UsageError(f"--baseline: {path}: not a baseline: {error}") from None
        return cls(path.resolve().parent, _read_files(data, path))

    def write(self, path: Path) -> None:
        """Write the baseline, sorted, one finding a line, so that it merges well."""
        files = {
            name: [
                {"rule": rule, "fingerprint": print_, **({"count": n} if n > 1 else {})}
                for (rule, print_), n in sorted(known.items())
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
            # A file name that is not UTF-8 is kept as it is; json.loads takes it back.
            replace_file(path, "\n".join(lines).encode(errors="surrogatepass"))
        except OSError as error:
            raise UsageError(f"--baseline: {path}: cannot be written: {error.strerror or error}") from None

    def name(self, path: str) -> str:
        """A path as the baseline knows it."""
        return Path(os.path.relpath(Path(path).resolve(), self.folder)).as_posix()

    def add(self, diagnostics: Iterable[Diagnostic]) -> None:
        """Take findings up."""
        for d in diagnostics:
            self.files.setdefault(self.name(d.path), Counter())[d.rule, d.fingerprint] += 1

    def filter(self, results: Iterable[FileResult]) -> Iterator[FileResult]:
        """
        The results without the findings that are known. Each known finding excuses one.

        A file that the baseline does not know may have been renamed: it draws on the findings of known files
        that are gone.
        """
        gone: Counter[tuple[str, str]] = Counter()
        for name, known in self.files.items():
            if not (self.folder / name).exists():
                gone.update(known)
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
        """The baseline without what is found no longer; nothing is added."""
        kept = Baseline(self.folder)
        seen: dict[str, Counter[tuple[str, str]]] = {}
        for result in results:
            now = Counter((d.rule, d.fingerprint) for d in result.diagnostics)
            seen[self.name(result.path)] = now
        for name, known in self.files.items():
            if name in seen:
                kept.files[name] = known & seen[name]
            elif (self.folder / name).exists():
                kept.files[name] = known
        return kept

    def __len__(self) -> int:
        return sum(known.total() for known in self.files.values())


def _read_files(data: Any, path: Path) -> dict[str, Counter[tuple[str, str]]]:
    """The known findings in a baseline's plain data."""
    files: dict[str, Counter[tuple[str, str]]] = {}
    try:
        version = data["version"]
        for name, entries in data["files"].items():
            files[name] = Counter({(e["rule"], e["fingerprint"]): int(e.get("count", 1)) for e in entries})
    except (TypeError, KeyError, ValueError, AttributeError):
        version = None
    if version != VERSION:
        raise UsageError(f"--baseline: {path}: not a baseline that this version can read")
    return files
