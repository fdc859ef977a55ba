"""``articlelint check``: the options of the main command, and its exit code."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

import click

from articlelint import plugins
from articlelint.cli.progress import progress
from articlelint.discovery import Configuration, Found, discover
from articlelint.engine import Engine
from articlelint.errors import UsageError, nearest
from articlelint.report import BUILT_IN, built_in
from articlelint.report.base import FileResult, Reporter, Terminal
from articlelint.report.statistics import StatisticsReporter
from articlelint.source import Source


def _names(_ctx: click.Context, _param: click.Parameter, values: tuple[str, ...]) -> tuple[str, ...]:
    """The names of a comma-separated option that may be repeated."""
    return tuple(name.strip() for value in values for name in value.split(",") if name.strip())


@click.command("check")
@click.argument("paths", nargs=-1, metavar="[PATHS]...")
@click.option(
    "--select", multiple=True, callback=_names, metavar="NAMES", help="Only these rules or categories."
)
@click.option(
    "--ignore", multiple=True, callback=_names, metavar="NAMES", help="Not these rules or categories."
)
@click.option(
    "--config", type=click.Path(path_type=Path), metavar="FILE", help="Use this configuration file."
)
@click.option("--isolated", is_flag=True, help="Use no configuration file.")
@click.option(
    "--fail-on",
    type=click.Choice(["error", "warning", "info", "never"]),
    help="Lowest severity that makes the exit code 1.  [default: error]",
)
@click.option(
    "--output-format", default="full", metavar="FORMAT", help="full, concise, json, github or a plugin's."
)
@click.option("--statistics", is_flag=True, help="Count findings by rule instead of listing them.")
@click.option("--stdin-filename", metavar="NAME", help="The file that standard input stands for.")
@click.option("-q", "--quiet", is_flag=True, help="No summary and no progress bar.")
def command(
    paths: tuple[str, ...],
    select: tuple[str, ...],
    ignore: tuple[str, ...],
    config: Path | None,
    isolated: bool,
    fail_on: str | None,
    output_format: str,
    statistics: bool,
    stdin_filename: str | None,
    quiet: bool,
) -> int:
    """Lint articles.

    PATHS are files, folders or globs; - is standard input. The default is the current folder.

    Exit code: 0 nothing at or above --fail-on, 1 findings, 2 something is wrong.
    """
    if isolated and config is not None:
        raise UsageError("--isolated and --config cannot be used together")
    if config is not None and not config.is_file():
        raise UsageError(f"--config: {config}: no such file")
    registry = plugins.load()
    configuration = Configuration(config, isolated, select or None, ignore, fail_on)
    engine = Engine(registry, configuration)
    reporter = _reporter(output_format, registry) if not statistics else StatisticsReporter()
    tally = _Tally()
    if stdin_filename is not None and paths not in {(), ("-",)}:
        raise UsageError("--stdin-filename goes with standard input: give - as the only path")
    if paths == ("-",) or (stdin_filename is not None and not paths):
        results: Iterable[FileResult] = _stdin(engine, stdin_filename or "-")
    elif "-" in paths:
        raise UsageError("- (standard input) must be the only path")
    else:
        files = discover(paths or (".",), configuration, registry.parsers)
        results = engine.run(progress(files, wanted=not quiet))
    color = sys.stdout.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"
    reporter.report(tally.watch(results), _write, Terminal(color or bool(os.environ.get("FORCE_COLOR"))))
    if output_format in {"full", "concise"} and not quiet and not statistics:
        _write(tally.summary())
    return tally.exit_code


def _write(text: str) -> None:
    sys.stdout.write(text)


def _stdin(engine: Engine, name: str) -> Iterator[FileResult]:
    from articlelint.errors import ReadError

    try:
        source = Source.decode(name, sys.stdin.buffer.read())
    except ReadError as error:
        yield FileResult(name, errors=(str(error),))
        return
    yield engine.lint(source, Path(name).absolute())


def _reporter(name: str, registry: plugins.Registry) -> Reporter:
    if name in BUILT_IN:
        return built_in(name)
    if name in registry.reporters:
        return registry.reporters[name]
    known = [*BUILT_IN, *registry.reporters]
    raise UsageError(
        f"--output-format: no format is named '{name}'{nearest(name, known)} ({', '.join(known)})"
    )


class _Tally:
    """Counts what passes on its way to the reporter, and says at once on stderr what went wrong."""

    def __init__(self) -> None:
        self.files = 0
        self.findings = 0
        self.with_findings = 0
        self.failed = False
        self.wrong = False

    def watch(self, results: Iterable[FileResult]) -> Iterator[FileResult]:
        """The results, unchanged."""
        for result in results:
            for error in result.errors:
                click.echo(f"articlelint: error: {error}", err=True)
            self.wrong = self.wrong or bool(result.errors)
            self.failed = self.failed or result.failed
            self.files += 1
            self.findings += len(result.diagnostics)
            self.with_findings += bool(result.diagnostics)
            yield result
        if not self.files:
            raise UsageError("no articles found: give a file, or a folder with .txt, .md or .html files")

    def summary(self) -> str:
        """One line for people."""
        files = f"{self.files} article{'s' if self.files != 1 else ''}"
        if not self.findings:
            return (
                f"Nothing found in {files}.\n"
                if not self.wrong
                else f"Nothing found, but not all was read.\n"
            )
        found = f"{self.findings} finding{'s' if self.findings != 1 else ''}"
        return f"{found} in {self.with_findings} of {files}.\n" if self.files > 1 else f"{found}.\n"

    @property
    def exit_code(self) -> int:
        """2 where something went wrong, 1 where something was found, else 0."""
        return 2 if self.wrong else 1 if self.failed else 0


__all__ = ["Found", "command"]
