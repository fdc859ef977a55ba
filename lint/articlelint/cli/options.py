"""Options that several commands share, and what they amount to."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any, TypeVar

import click

from articlelint.cache import FOLDER, Cache, registry_digest
from articlelint.discovery import Configuration
from articlelint.engine import Engine
from articlelint.errors import UsageError
from articlelint.plugins import load
from articlelint.settings import find
from articlelint.workers import default_workers

Command = TypeVar("Command", bound=Callable[..., Any])


def names(_ctx: click.Context, _param: click.Parameter, values: tuple[str, ...]) -> tuple[str, ...]:
    """The names in a comma-separated option that may be repeated."""
    return split_names(values)


def split_names(values: Iterable[str]) -> tuple[str, ...]:
    """The names in lists with commas."""
    return tuple(name.strip() for value in values for name in value.split(",") if name.strip())


_OPTIONS = (
    click.argument("paths", nargs=-1, metavar="[PATHS]..."),
    click.option(
        "--select", multiple=True, callback=names, metavar="NAMES", help="Only these rules or categories."
    ),
    click.option(
        "--ignore", multiple=True, callback=names, metavar="NAMES", help="Not these rules or categories."
    ),
    click.option(
        "--config", type=click.Path(path_type=Path), metavar="FILE", help="Use this configuration file."
    ),
    click.option("--isolated", is_flag=True, help="Use no configuration file."),
    click.option(
        "--fail-on",
        type=click.Choice(["error", "warning", "info", "never"]),
        help="Lowest severity that makes the exit code 1.  [default: error]",
    ),
    click.option("--workers", type=click.IntRange(1), metavar="N", help="Processes.  [default: the cores]"),
    click.option("--no-cache", is_flag=True, help="Read and write no cache."),
    click.option(
        "--cache-dir", type=click.Path(path_type=Path), metavar="FOLDER", help=f"[default: {FOLDER} here]"
    ),
)


def lint_options(command: Command) -> Command:
    """The options of every command that lints."""
    for option in reversed(_OPTIONS):
        command = option(command)
    return command


def make_engine(
    *,
    select: tuple[str, ...],
    ignore: tuple[str, ...],
    config: Path | None,
    isolated: bool,
    fail_on: str | None,
    no_cache: bool,
    cache_dir: Path | None,
    **_others: object,
) -> Engine:
    """The engine that the shared options ask for."""
    if isolated and config is not None:
        raise UsageError("--isolated and --config cannot be used together")
    if config is not None and not config.is_file():
        raise UsageError(f"--config: {config}: no such file")
    registry = load()
    configuration = Configuration(
        config, isolated=isolated, select=select or None, ignore=ignore, fail_on=fail_on
    )
    folder = cache_dir or Path(FOLDER)
    cache = None if no_cache else Cache(folder.absolute(), registry_digest(registry))
    return Engine(registry, configuration, cache)


def own_configuration(config: Path | None, *, isolated: bool = False, near: str = ".") -> Configuration:
    """
    One configuration for everything: the named file, or the one of the current folder or of a path near.

    A house style is the desk's that asks about it, wherever the articles lie.
    """
    if isolated and config is not None:
        raise UsageError("--isolated and --config cannot be used together")
    if config is not None and not config.is_file():
        raise UsageError(f"--config: {config}: no such file")
    if not isolated and config is None:
        there = Path(near).absolute()
        config = find(Path.cwd()) or find(there if there.is_dir() else there.parent)
    return Configuration(explicit=config, isolated=config is None)


def worker_count(workers: int | None) -> int:
    """The number of processes to use."""
    return workers if workers is not None else default_workers()
