"""What ``check`` and ``fix`` do: find the files, lint or fix them, filter and report the findings."""

from __future__ import annotations

import gc
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from articlelint.cli import watch as watching
from articlelint.cli.output import Output, Tally, make_output, show_diff
from articlelint.cli.progress import progress, visible
from articlelint.cli.setup import make_engine, worker_count
from articlelint.config.discovery import Found, chosen, discover
from articlelint.engine import Engine
from articlelint.errors import UsageError
from articlelint.findings.baseline import Baseline
from articlelint.findings.fixes import Fixer
from articlelint.findings.ignore_writer import IgnoreWriter
from articlelint.report.base import FileResult
from articlelint.report.wording import counted
from articlelint.run.workers import lint_all


def run(paths: tuple[str, ...], *, watch: bool, **options: Any) -> int:
    """Run a check once, or with ``watch`` again and again. The command explains the options."""
    if watch:
        return watching.watch(paths, lambda: check(paths, **options))
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
    """Run a check once, after a look at the options that exclude each other."""
    changes = fix or diff or add_ignore is not None
    if unsafe_fixes and not (fix or diff):
        raise UsageError("--unsafe-fixes has no effect alone: use it with --fix or --diff")
    if statistics and formats:
        raise UsageError("--statistics has a format of its own: leave out --output-format")
    if add_ignore is not None and (fix or diff):
        raise UsageError("--add-ignore cannot be used together with --fix or --diff: run one after the other")
    if changes and (staged or options["stdin_filename"] or "-" in paths):
        raise UsageError("--fix, --diff and --add-ignore need files on disk: not --staged or standard input")
    if changes and (baseline is not None or diff_from is not None):
        # They would also change findings that the filters leave out.
        raise UsageError(
            "--fix, --diff and --add-ignore change whole articles: "
            "they cannot be used with --baseline or --diff-from"
        )
    engine = make_engine(**options)
    # What the imports have made stays until the end. The garbage collector then does not look at it, and
    # worker processes go on sharing its memory.
    gc.freeze()
    tally = Tally()
    output = make_output(formats, output_file, engine.registry, statistics=statistics, quiet=quiet or diff)
    files = files_to_read(paths, engine, staged=staged, stdin_filename=options["stdin_filename"])
    if output.writes_files:
        files = list(files)
        _check_report_files(output, files, engine, baseline)
    fixer: Fixer | None = None
    if add_ignore is not None:
        results: Iterable[FileResult] = IgnoreWriter(
            engine.lint, engine.parser, add_ignore, _folders(paths)
        ).run(files)
    elif fix or diff:
        show = show_diff if diff else None
        fixer = Fixer(engine.lint, unsafe_fixes, show, folders=_folders(paths))
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
        raise no_articles()
    return tally.exit_code


def _folders(paths: tuple[str, ...]) -> tuple[Path, ...]:
    """The folders that a run may change files in: those that were given, and for a file the current one."""
    return tuple(Path(path).resolve() if Path(path).is_dir() else Path.cwd() for path in paths or (".",))


def no_articles() -> UsageError:
    """Return the error for a run that had nothing to read."""
    return UsageError(
        "no articles found: give a file, or a folder with .txt, .md or .html files "
        "(files that git ignores or the configuration excludes are left out)"
    )


def _check_report_files(
    output: Output, files: Iterable[Found], engine: Engine, baseline: Path | None
) -> None:
    """Raise UsageError if a report would replace a file that this run reads."""
    paths = [Path(file.path) for file in files]
    output.refuse_to_replace(paths, "an article that is checked")
    if baseline is not None:
        output.refuse_to_replace([baseline], "the baseline")
    folders = {path.absolute().parent for path in paths}
    found = (engine.configuration.for_folder(folder) for folder in sorted(folders))
    for settings in {settings.files: settings for settings in found}.values():
        output.refuse_to_replace(settings.files, "the configuration")
        for value in settings.plugin_values.values():
            output.refuse_to_replace(value.files, "a file that the configuration names")


def linted(
    files: Iterable[Found], engine: Engine, workers: int | None, *, quiet: bool
) -> Iterable[FileResult]:
    """Lint files with several processes, with a progress bar if it would be seen."""
    if quiet or not visible():
        return lint_all(engine.lint_file, files, worker_count(workers))
    listed = list(files)
    return progress(lint_all(engine.lint_file, listed, worker_count(workers)), len(listed))


def _report(output: Output, tally: Tally, results: Iterable[FileResult], fixer: Fixer | None) -> None:
    output.report(tally.watch(results))
    if fixer is not None and fixer.files:
        fixed = counted(fixer.applied.total(), "finding")
        output.say(f"Fixed {fixed} in {counted(fixer.files, 'article')}. ")
        if not (tally.findings or tally.wrong):
            output.say("Nothing is left.\n")
            return
    output.say(tally.summary())


def files_to_read(
    paths: tuple[str, ...], engine: Engine, *, staged: bool, stdin_filename: str | None
) -> Iterable[Found]:
    """Return what to read: standard input, what is staged in git, or files on disk."""
    if stdin_filename is not None and paths not in {(), ("-",)}:
        raise UsageError("--stdin-filename needs standard input: give - as the only path")
    if paths == ("-",) or (stdin_filename is not None and not paths):
        if staged:
            raise UsageError("--staged and standard input cannot be used together")
        return [Found(stdin_filename or "-", data=_standard_input())]
    if "-" in paths:
        raise UsageError("- (standard input) cannot be used together with other paths")
    if staged:
        from articlelint.findings.changed_lines import staged_files  # needs subprocess

        return chosen(staged_files(), paths or (".",), engine.configuration, engine.registry.parsers)
    return discover(paths or (".",), engine.configuration, engine.registry.parsers)


def _standard_input() -> bytes:
    """Return what is on standard input. Raises UsageError if it cannot be read."""
    if sys.stdin is None:  # pyright: ignore[reportUnnecessaryComparison] - its descriptor may be closed
        raise UsageError("standard input is closed; pipe an article into articlelint, or name a file")
    try:
        return sys.stdin.buffer.read()
    except OSError as error:
        raise UsageError(f"standard input cannot be read: {error.strerror or error}") from None


def _filtered(
    results: Iterable[FileResult], baseline: Path | None, diff_from: str | None, *, staged: bool
) -> Iterable[FileResult]:
    """The results with the findings that count: on changed lines, and not in the baseline."""
    if diff_from is not None:
        from articlelint.findings.changed_lines import ChangedLines  # needs subprocess

        results = ChangedLines.since(diff_from, staged=staged).filter(results)
    if baseline is not None:
        results = Baseline.read(baseline).filter(results)
    return results
