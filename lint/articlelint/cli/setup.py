"""What the options that several commands share amount to."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from articlelint.cli.options import CACHE_FOLDER
from articlelint.config.discovery import Configuration
from articlelint.config.file_rules import rules_of
from articlelint.config.settings import find
from articlelint.engine import Engine
from articlelint.errors import UsageError
from articlelint.plugins.registry import load
from articlelint.run.workers import default_workers

if TYPE_CHECKING:
    from articlelint.plugins.registry import Registry
    from articlelint.plugins.rule_sets import HouseRule


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
    if no_cache:
        return Engine(registry, configuration)
    from pathlib import Path

    from articlelint.run.cache import Cache, registry_digest

    folder = cache_dir or Path(CACHE_FOLDER)
    return Engine(registry, configuration, Cache(folder.absolute(), registry_digest(registry)))


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
        found = find(Path.cwd()) or find(there if there.is_dir() else there.parent)
    else:
        found = config
    return Configuration(explicit=found, isolated=found is None)


def own_house_rules(registry: Registry) -> Mapping[str, HouseRule]:
    """The rules in the files that the configuration of the current folder names."""
    return rules_of(registry, own_configuration(None).for_folder(Path.cwd())).rules


def worker_count(workers: int | None) -> int:
    """The number of processes to use."""
    return workers if workers is not None else default_workers()
