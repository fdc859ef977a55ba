"""Makes the engine and the configuration that the options of a command ask for."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path

from articlelint.cli.output import complain
from articlelint.config.configuration import Configuration
from articlelint.config.file_rules import read_file_rules
from articlelint.config.nearest import find
from articlelint.config.reach import Reach
from articlelint.engine import Engine
from articlelint.errors import UsageError
from articlelint.plugins.loading import load
from articlelint.plugins.registry import Registry
from articlelint.plugins.rule_sets import FileRule
from articlelint.run.cache import Cache, registry_digest
from articlelint.run.cache_files import read_secret, user_folder
from articlelint.run.workers import default_workers


def make_engine(
    *,
    select: tuple[str, ...],
    ignore: tuple[str, ...],
    config: Path | None,
    isolated: bool,
    fail_on: str | None,
    min_confidence: float | None = None,
    archive: Path | None = None,
    status: tuple[str, ...] = (),
    no_cache: bool,
    cache_dir: Path | None,
    trust_config: bool = False,
    paths: tuple[str, ...] = (),
    format_name: str | None = None,
    **_others: object,
) -> Engine:
    """The engine for the options that several commands share. Raises UsageError for options that clash."""
    check_config(config, isolated=isolated)
    registry = load()
    configuration = Configuration(
        config,
        isolated=isolated,
        select=select or None,
        ignore=ignore,
        fail_on=fail_on,
        min_confidence=min_confidence,
        archive=archive,
        status=status,
        plugin_settings=registry.settings,
        reach=Reach.of_paths(paths, trusted=trust_config),
    )
    if format_name is not None:
        registry = _with_format(registry, format_name, configuration)
    return Engine(registry, configuration, None if no_cache else _cache(cache_dir, registry))


def _with_format(registry: Registry, name: str, configuration: Configuration) -> Registry:
    """The registry for ``--format``: a format of the current folder's configuration, or any other one."""
    own = configuration.for_folder(Path(os.path.realpath(Path.cwd()))).formats
    if name in own:
        from articlelint.markup.json_files.parser import of_mapping  # most articles are no JSON

        return registry._replace(forced=of_mapping(own[name].mapped))
    return registry.with_format(name, own)


def _cache(folder: Path | None, registry: Registry) -> Cache | None:
    """
    The cache, in the folder that ``--cache-dir`` names or else in the user's; None if there can be none.

    Raises UsageError if the folder cannot be a cache, and prints a warning if it cannot be written.
    """
    if folder is not None and (folder.is_file() or folder.is_symlink()):
        kind = "link" if folder.is_symlink() else "file"
        raise UsageError(f"--cache-dir: {folder}: this is a {kind}; name a folder")
    if folder is not None and folder.resolve() == Path.cwd():
        # The .gitignore of a cache covers all that is in its folder.
        raise UsageError("--cache-dir: the current folder cannot be the cache; name a folder for it alone")
    own = user_folder()
    if own is None:
        return None
    try:
        # The secret is never in the folder that is named, which may be in a repository.
        secret = read_secret(own)
        cache = Cache((folder or own / "results").absolute(), secret, registry_digest(registry))
        if folder is not None:
            cache.prepare()
    except OSError as error:
        if folder is not None:
            reason = error.strerror or error
            complain(f"articlelint: warning: --cache-dir: {folder}: no results are kept: {reason}")
        return None
    return cache


def current_configuration(
    registry: Registry,
    config: Path | None = None,
    *,
    isolated: bool = False,
    trust_config: bool = False,
    near: str = ".",
) -> Configuration:
    """
    One configuration for all files, wherever they lie.

    It is read from the file ``config``, or else from the nearest file above the current folder, or above the
    path ``near``. ``trust_config`` lets it read any file. Raises UsageError if there is no such file.
    """
    check_config(config, isolated=isolated)
    reach = Reach.of_paths([near], trusted=trust_config)
    if not isolated and config is None:
        there = Path(os.path.realpath(near))
        config = find(Path.cwd(), reach) or find(there if there.is_dir() else there.parent, reach)
    return Configuration(config, isolated=config is None, plugin_settings=registry.settings, reach=reach)


def check_config(config: Path | None, *, isolated: bool) -> None:
    """Raise UsageError if ``--config`` and ``--isolated`` clash, or if there is no such file."""
    if isolated and config is not None:
        raise UsageError("--isolated and --config cannot be used together")
    if config is not None and not config.is_file():
        raise UsageError(f"--config: {config}: no such file")


def current_file_rules(
    registry: Registry, config: Path | None, *, isolated: bool, trust_config: bool
) -> Mapping[str, FileRule]:
    """The rules from files under the configuration of the current folder, by name."""
    configuration = current_configuration(registry, config, isolated=isolated, trust_config=trust_config)
    return read_file_rules(registry, configuration.for_folder(Path.cwd())).rules


def worker_count(workers: int | None) -> int:
    """The number of processes to use: as many as were asked for, or one for each core."""
    return workers if workers is not None else default_workers()
