"""What ``check`` and ``fix`` do: find the files, lint or fix them, filter and report the findings."""

from __future__ import annotations

import gc
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import redirect_stdout
from pathlib import Path
from typing import Any

from articlelint.cli import watch as watching
from articlelint.cli.clashes import is_cluster, refuse_clashes
from articlelint.cli.extras import needs_extra
from articlelint.cli.output import Output, Tally, make_output, show_diff
from articlelint.cli.progress import progress, visible
from articlelint.cli.setup import make_engine, worker_count
from articlelint.config.discovery import Found, chosen, discover, given
from articlelint.config.left_out import LeftOut
from articlelint.engine import Engine
from articlelint.errors import UsageError
from articlelint.findings.baseline import Baseline
from articlelint.findings.fixes import Fixer, without_zips
from articlelint.findings.ignore_writer import IgnoreWriter
from articlelint.markup.zip_paths import split_member
from articlelint.report.base import FileResult
from articlelint.report.wording import counted
from articlelint.run.workers import lint_all

LintAll = Callable[[Iterable[Found]], Iterator[FileResult]]


def run(paths: tuple[str, ...], *, watch: bool, **options: Any) -> int:
    """Run a check once, or with ``watch`` again and again. The command explains the options."""
    if watch:
        if options["dask"] or options["scheduler"]:
            raise UsageError("--watch cannot be used with --dask or --scheduler: each check would start anew")
        if options["open_report"]:
            raise UsageError("--open and --watch cannot be used together: each check would open the report")
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
    stdin_filename: str | None,
    force_exclude: bool,
    open_report: bool = False,
    dask: bool = False,
    scheduler: str | None = None,
    **options: Any,
) -> int:
    """Run a check once."""
    on_cluster = is_cluster(dask=dask, scheduler=scheduler)
    from_stdin = stdin_filename is not None or "-" in paths
    refuse_clashes(
        fix=fix or diff,
        unsafe_fixes=unsafe_fixes,
        add_ignore=add_ignore is not None,
        two_formats=statistics and bool(formats),
        no_report=open_report and (statistics or diff),
        staged=staged,
        from_stdin=from_stdin,
        filtered=baseline is not None or diff_from is not None,
        on_cluster=on_cluster,
    )
    engine = make_engine(paths=paths, **options)
    # What the imports have made stays until the end. The garbage collector then does not look at it, and
    # worker processes go on sharing its memory.
    gc.freeze()
    tally = Tally()
    output = make_output(
        formats,
        output_file,
        engine.registry,
        statistics=statistics,
        quiet=quiet or diff,
        open_pages=open_report,
    )
    if from_stdin and (fix or diff):
        return _fix_standard_input(
            paths, engine, output, tally, stdin_filename, unsafe=unsafe_fixes, diff=diff
        )
    files = files_to_read(
        paths,
        engine,
        tally.left_out,
        staged=staged,
        stdin_filename=stdin_filename,
        force_exclude=force_exclude,
    )
    if output.writes_files:
        files = output.without_pages(files)
        _check_report_files(output, files, engine, baseline)
    if fix or diff or add_ignore is not None:
        files = without_zips(files)
    fixer: Fixer | None = None
    if add_ignore is not None:
        results: Iterable[FileResult] = IgnoreWriter(
            engine.lint, engine.parser, add_ignore, _folders(paths)
        ).run(files)
    elif fix or diff:
        show = show_diff if diff else None
        fixer = Fixer(engine.lint, unsafe_fixes, show, folders=_folders(paths), decode=engine.decode)
        results = fixer.run(files)
    elif on_cluster:
        results = _with_progress(files, _on_cluster(paths, scheduler, options), quiet=quiet)
    else:
        results = linted(files, engine, options["workers"], quiet=quiet)
    results = _filtered(results, baseline, diff_from, staged=staged)
    if diff:
        for _ in tally.watch(results):
            pass
        return tally.diff_exit_code(changed=bool(fixer and fixer.files))
    _report(output, tally, results, fixer)
    if staged and not (tally.files or tally.left_out.named):
        output.say("No article is staged.\n")
    if not (tally.files or staged or tally.left_out.named):
        raise no_articles(tally)
    return tally.exit_code


def _folders(paths: tuple[str, ...]) -> tuple[Path, ...]:
    """The folders that a run may change files in: those that were given, and for a file the current one."""
    return tuple(Path(path).resolve() if Path(path).is_dir() else Path.cwd() for path in paths or (".",))


def no_articles(tally: Tally) -> UsageError:
    """Return the error for a run that had nothing to read; it says what was left out."""
    left_out = str(tally.left_out)
    return UsageError(
        "no articles found: name files, or folders with articles; articlelint formats lists what can be read"
        + (f". {left_out}" if left_out else "")
    )


def _fix_standard_input(
    paths: tuple[str, ...],
    engine: Engine,
    output: Output,
    tally: Tally,
    name: str | None,
    *,
    unsafe: bool,
    diff: bool,
) -> int:
    """
    Write the fixed article, or the diff, to standard output, and all else to standard error.

    Where anything is wrong, the article is written as it came: an editor puts it in the place of its text.
    """
    _check_standard_input(paths)
    data = _standard_input()
    fixed = [data]
    show = show_diff if diff else None
    fixer = Fixer(
        engine.lint,
        unsafe,
        show,
        write=lambda _path, _before, after: fixed.append(after.encode()),
        decode=engine.decode,
    )
    registry = engine.registry
    try:
        files = without_zips(
            given(
                name or "-",
                data,
                engine.configuration,
                registry.parsers,
                tally.left_out,
                forced=registry.forced_suffixes,
            )
        )
        if diff:
            for _ in tally.watch(fixer.run(files)):
                pass
            return tally.diff_exit_code(changed=bool(fixer.files))
        with redirect_stdout(sys.stderr):
            _report(output, tally, fixer.run(files), fixer)
        return tally.exit_code
    finally:
        if not diff:
            sys.stdout.buffer.write(fixed[-1])


def _check_report_files(
    output: Output, files: Iterable[Found], engine: Engine, baseline: Path | None
) -> None:
    """Raise UsageError if a report would replace a file that this run reads."""
    paths = [Path(split_member(file.path)[0]) for file in files]
    output.refuse_to_replace(paths, "an article that is checked")
    if baseline is not None:
        output.refuse_to_replace([baseline], "the baseline")
    found = [engine.configuration.for_file(path) for path in paths]
    for settings in {settings.files: settings for settings in found}.values():
        output.refuse_to_replace(settings.files, "the configuration")
        if settings.archive is not None:
            output.refuse_to_replace([settings.archive.file], "the archive")
        for value in settings.plugin_values.values():
            output.refuse_to_replace(value.files, "a file that the configuration names")


def _on_cluster(paths: tuple[str, ...], scheduler: str | None, options: dict[str, Any]) -> LintAll:
    """What lints files on a cluster."""
    with needs_extra("--dask", "dask"):
        from articlelint.cli.cluster import lint_on_cluster
    needed = {**options, "paths": paths}
    return lambda files: lint_on_cluster(files, needed, scheduler or "", worker_count(options["workers"]))


def linted(
    files: Iterable[Found], engine: Engine, workers: int | None, *, quiet: bool
) -> Iterable[FileResult]:
    """Lint files with several processes, with a progress bar if it would be seen."""
    number = worker_count(workers)
    return _with_progress(files, lambda each: lint_all(engine.lint_file, each, number), quiet=quiet)


def _with_progress(files: Iterable[Found], lint: LintAll, *, quiet: bool) -> Iterable[FileResult]:
    if quiet or not visible():
        return lint(files)
    listed = list(files)
    return progress(lint(listed), len(listed))


def _report(output: Output, tally: Tally, results: Iterable[FileResult], fixer: Fixer | None) -> None:
    output.report(tally.watch(results))
    if fixer is None or not fixer.files:
        output.say(tally.summary())
        return
    fixed = counted(fixer.applied.total(), "finding")
    output.say(f"Fixed {fixed} in {counted(fixer.files, 'article')}. ")
    if tally.findings or tally.wrong:
        output.say(tally.summary(fixed=True))
    else:
        output.say(f"Nothing is left.\n{tally.left_out.line()}")


def files_to_read(
    paths: tuple[str, ...],
    engine: Engine,
    left_out: LeftOut,
    *,
    staged: bool = False,
    stdin_filename: str | None = None,
    force_exclude: bool = False,
) -> Iterable[Found]:
    """
    Return what to read: standard input, what is staged in git, or files on disk.

    ``left_out`` takes note of what is left out of folders, see ``Tally.left_out``.
    """
    configuration, parsers = engine.configuration, engine.registry.parsers
    forced = engine.registry.forced_suffixes
    if "-" in paths or stdin_filename is not None:
        _check_standard_input(paths)
        if staged:
            raise UsageError("--staged and standard input cannot be used together")
        name = stdin_filename or "-"
        return given(name, _standard_input(), configuration, parsers, left_out, forced=forced)
    wanted = paths or (".",)
    if staged:
        from articlelint.findings.changed_lines import staged_files  # needs subprocess

        staged_now = staged_files()
        return chosen(
            staged_now, wanted, configuration, parsers, left_out, force_exclude=force_exclude, forced=forced
        )
    return discover(wanted, configuration, parsers, left_out, force_exclude=force_exclude, forced=forced)


def _check_standard_input(paths: tuple[str, ...]) -> None:
    """Raise UsageError if there are other paths beside standard input."""
    if "-" not in paths and paths:
        raise UsageError("--stdin-filename needs standard input: give - as the only path")
    if len(paths) > 1:
        raise UsageError("- (standard input) cannot be used together with other paths")


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
