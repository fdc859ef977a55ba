"""What ``check`` and ``fix`` do: read, lint, filter, report, and the exit code."""

from __future__ import annotations

import gc
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from articlelint.cli.output import Output, Tally, make_output
from articlelint.cli.progress import progress, visible
from articlelint.cli.setup import make_engine, worker_count
from articlelint.config.discovery import Found, chosen, discover
from articlelint.engine import Engine
from articlelint.errors import UsageError
from articlelint.findings.fixes import Fixer
from articlelint.report.base import FileResult
from articlelint.run.workers import lint_all

GARBAGE = (20_000, 20, 100)
"""
Objects made until Python looks for garbage among these, and how often until among older ones: the default of
700 objects is a twentieth of an article, and looking is a twentieth of the work.
"""


def run(paths: tuple[str, ...], *, watch: bool, **options: Any) -> int:
    """Run a check, or one after the other; see the command for what the options mean."""
    if watch:
        from articlelint.cli.watch import watch as keep_watching

        return keep_watching(paths, lambda: check(paths, **options))
    return check(paths, **options)


def check(
    paths: tuple[str, ...],
    *,
    formats: tuple[str, ...],
    output_file: Path | None,
    statistics: bool,
    quiet: bool,
    fix: bool,
    unsafe_fixes: bool,
    diff: bool,
    add_ignore: str | None,
    baseline: Path | None,
    diff_from: str | None,
    staged: bool,
    **options: Any,
) -> int:
    """Run a check once."""
    if unsafe_fixes and not (fix or diff):
        raise UsageError("--unsafe-fixes goes with --fix or --diff")
    writes = fix or diff or add_ignore is not None
    if writes and (staged or options["stdin_filename"] or "-" in paths):
        raise UsageError("--fix, --diff and --add-ignore work on files on disk")
    if writes and (baseline is not None or diff_from is not None):
        # They would change what the filters are there to leave in peace.
        raise UsageError(
            "--fix, --diff and --add-ignore change whole articles: leave out --baseline and --diff-from"
        )
    engine = make_engine(**options)
    tally = Tally()
    output = make_output(formats, output_file, engine.registry, statistics=statistics, quiet=quiet or diff)
    files = _collecting(files_to_read(paths, engine, staged=staged, stdin_filename=options["stdin_filename"]))
    fixer: Fixer | None = None
    if add_ignore is not None:
        from articlelint.findings.ignore_writer import IgnoreWriter

        results: Iterable[FileResult] = IgnoreWriter(engine, add_ignore).run(files)
    elif writes:
        from articlelint.findings.fixes import Fixer

        fixer = Fixer(engine, unsafe_fixes, sys.stdout.write if diff else None)
        results = fixer.run(files)
    else:
        results = linted(files, engine, options["workers"], quiet=quiet)
    results = _filtered(results, baseline, diff_from, staged=staged)
    if diff:
        for _ in tally.watch(results):
            pass
        return tally.diff_exit_code(changed=bool(fixer and fixer.files))
    _report(output, tally, results, fixer)
    if not tally.files and not staged:
        raise UsageError("no articles found: give a file, or a folder with .txt, .md or .html files")
    return tally.exit_code


def _collecting(files: Iterable[Found]) -> Iterator[Found]:
    """
    The files; with the second, Python begins to look for garbage, and not in what the start has made.

    An article's objects are gone without it when the article is: it looks seldom, for what plugins may do.
    """
    for number, file in enumerate(files):
        if number == 1:
            gc.freeze()
            gc.set_threshold(*GARBAGE)
            gc.enable()
        yield file


def linted(
    files: Iterable[Found], engine: Engine, workers: int | None, *, quiet: bool
) -> Iterable[FileResult]:
    """The files' results, on several processes, under a progress bar where somebody would see it."""
    if quiet or not visible():
        return lint_all(engine.lint_file, files, worker_count(workers))
    listed = list(files)
    return progress(lint_all(engine.lint_file, listed, worker_count(workers)), len(listed))


def _report(output: Output, tally: Tally, results: Iterable[FileResult], fixer: Fixer | None) -> None:
    output.report(tally.watch(results))
    if fixer is not None and fixer.files:
        output.say(
            f"Fixed {fixer.applied.total()} in {fixer.files} article{'s' if fixer.files != 1 else ''}. "
        )
    output.say(tally.summary())


def files_to_read(
    paths: tuple[str, ...], engine: Engine, *, staged: bool, stdin_filename: str | None
) -> Iterable[Found]:
    """What to read: standard input, what is staged, or files on disk."""
    if stdin_filename is not None and paths not in {(), ("-",)}:
        raise UsageError("--stdin-filename goes with standard input: give - as the only path")
    if paths == ("-",) or (stdin_filename is not None and not paths):
        if staged:
            raise UsageError("--staged and standard input cannot be used together")
        return [Found(stdin_filename or "-", data=sys.stdin.buffer.read())]
    if "-" in paths:
        raise UsageError("- (standard input) must be the only path")
    if staged:
        from articlelint.findings.changed_lines import staged_files

        return chosen(staged_files(), paths or (".",), engine.configuration)
    return discover(paths or (".",), engine.configuration, engine.registry.parsers)


def _filtered(
    results: Iterable[FileResult], baseline: Path | None, diff_from: str | None, *, staged: bool
) -> Iterable[FileResult]:
    """The findings that count: on changed lines, and not in the baseline."""
    if diff_from is not None:
        from articlelint.findings.changed_lines import ChangedLines

        results = ChangedLines.since(diff_from, staged=staged).filter(results)
    if baseline is not None:
        from articlelint.findings.baseline import Baseline

        results = Baseline.read(baseline).filter(results)
    return results
