"""The ``gitlab`` format: a Code Quality report, which GitLab shows on merge requests."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Any

from articlelint.markup.zip_paths import split_member
from articlelint.model import Severity
from articlelint.report.base import FileResult, Terminal
from articlelint.report.escape import one_line, write_json_list
from articlelint.report.unique_fingerprints import digest, with_unique_fingerprints
from articlelint.report.wording import located_in_zip, relative_path

_SEVERITIES = {Severity.ERROR: "major", Severity.WARNING: "minor", Severity.INFO: "info"}


class GitlabReporter:
    """Writes one JSON list with one issue a line."""

    name = "gitlab"

    def report(
        self, results: Iterable[FileResult], write: Callable[[str], object], terminal: Terminal
    ) -> None:
        """Write the list."""
        del terminal
        write_json_list((issue for result in results for issue in _issues(result)), write)


def _issues(result: FileResult) -> Iterator[dict[str, Any]]:
    path = relative_path(result.path)
    file, member = split_member(path)
    for error in result.errors:
        yield {
            "description": one_line(error),
            "check_name": "articlelint",
            "fingerprint": digest(path, error),
            "severity": "blocker",
            "location": {"path": file, "lines": {"begin": 1, "end": 1}},
        }
    for d, fingerprint in with_unique_fingerprints(result.diagnostics):
        first, last = (1, 1) if member else (d.place.start.line, d.place.end.line)
        yield {
            "description": located_in_zip(d),
            "check_name": d.rule,
            # GitLab shows only one issue for each fingerprint, even if they are in different files.
            "fingerprint": digest(path, d.rule, fingerprint),
            "severity": _SEVERITIES[d.severity],
            "location": {"path": file, "lines": {"begin": first, "end": last}},
        }
