"""``articlelint check``: the options of the main command, and its exit code."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from articlelint.cli.options import lint_options, make_engine, worker_count
from articlelint.cli.output import Output, Tally, make_output
from articlelint.cli.progress import progress, visible
from articlelint.discovery import Found, chosen, discover
from articlelint.errors import UsageError
from articlelint.workers import lint_all

if TYPE_CHECKING:
    from articlelint.engine import Engine
    from articlelint.fixer import Fixer
    from articlelint.report.base import FileResult


@click.command("check")
@lint_options
@click.option(
    "--output-format",
    "formats",
    multiple=True,
    metavar="FORMAT[:FILE]",
    help="full, concise, json, ... (see the guide) or a plugin's; repeat with a file name for several.",
)
@click.option("--output-file", type=click.Path(path_type=Path), metavar="FILE", help="Write findings there.")
@click.option("--statistics", is_flag=True, help="Count findings by rule instead of listing them.")
@click.option("--stdin-filename", metavar="NAME", help="The file that standard input stands for.")
@click.option("-q", "--quiet", is_flag=True, help="No summary and no progress bar.")
@click.option("--fix", is_flag=True, help="Apply the safe fixes.")
@click.option(
    "--unsafe-fixes", is_flag=True, help="With --fix or --diff: those that may change the meaning, too."
)
@click.option("--diff", is_flag=True, help="Print the fixes as a diff and change nothing.")
@click.option(
    "--baseline", type=click.Path(path_type=Path), metavar="FILE", help="Known findings stay quiet."
)
@click.option("--diff-from", metavar="REF", help="Only findings on lines changed since a git revision.")
@click.option("--add-ignore", metavar="REASON", help="Write an inline ignore for every finding.")
@click.option("--watch", is_flag=True, help="Check again whenever an article changes.")
@click.option("--staged", is_flag=True, help="What is staged in git, not what lies on disk.")
def command(paths: tuple[str, ...], **options: Any) -> int:
    """
    Lint articles.

    PATHS are files, folders or globs; - is standard input. The default is the current folder.

    Exit code: 0 nothing at or above --fail-on, 1 findings, 2 something is wrong.
    """
    if options.pop("watch"):
        from articlelint.cli.watch import watch

        return watch(paths, lambda: check(paths, **options))
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
    """Run a check; see the command for what the options mean."""
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
    files = files_to_read(paths, engine, staged=staged, stdin_filename=options["stdin_filename"])
    fixer: Fixer | None = None
    if add_ignore is not None:
        from articlelint.add_ignore import IgnoreWriter

        results: Iterable[FileResult] = IgnoreWriter(engine, add_ignore).run(files)
    elif writes:
        from articlelint.fixer import Fixer

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
        from articlelint.changes import staged_files

        return chosen(staged_files(), paths or (".",), engine.configuration)
    return discover(paths or (".",), engine.configuration, engine.registry.parsers)


def _filtered(
    results: Iterable[FileResult], baseline: Path | None, diff_from: str | None, *, staged: bool
) -> Iterable[FileResult]:
    """The findings that count: on changed lines, and not in the baseline."""
    if diff_from is not None:
        from articlelint.changes import ChangedLines

        results = ChangedLines.since(diff_from, staged=staged).filter(results)
    if baseline is not None:
        from articlelint.baseline import Baseline

        results = Baseline.read(baseline).filter(results)
    return results
