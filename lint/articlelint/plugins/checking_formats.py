"""Checks the parsers and reporters that plugins return from their hooks. Every fault is a PluginError."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any, TypeAlias, cast

from articlelint.errors import PluginError
from articlelint.markup import SUFFIXES
from articlelint.markup.base import AnyParser, as_text_parser
from articlelint.plugins.checking import Results, described, examined
from articlelint.plugins.registry import ENGINE, Plugin
from articlelint.report import BUILT_IN
from articlelint.report.base import PluginReporter, Reporter

ParserOf: TypeAlias = tuple[Plugin, AnyParser]

_NAME = re.compile(r"[a-z][a-z0-9]*(?:-[a-z0-9]+)*\Z")
_SUFFIX = re.compile(r"\.[^./\\\s]+\Z")


def checked_parsers(results: Results) -> dict[str, ParserOf]:
    """The parsers of plugins, each with its plugin, by the suffixes of their files. Raises PluginError."""
    parsers: dict[str, ParserOf] = {}
    owners: dict[str, Plugin] = dict.fromkeys(SUFFIXES, ENGINE)
    for plugin, item in results:
        fault = examined(_parser_fault, item)
        if fault:
            raise PluginError(f"{plugin}: {fault}")
        for suffix in cast("AnyParser", item).suffixes:
            if suffix in owners:
                raise PluginError(
                    f"{plugin}: files ending in '{suffix}' are already read by {owners[suffix]}"
                )
            owners[suffix] = plugin
            parsers[suffix] = (plugin, item)
    return dict(sorted(parsers.items()))


def _suffixes_fault(parser: Any) -> str:
    """Say what is wrong with the suffixes of a parser; "" if nothing is."""
    who = f"parser '{parser.name}'"
    suffixes: Any = getattr(parser, "suffixes", None)
    if not isinstance(suffixes, tuple) or not suffixes:
        return f"{who}: 'suffixes' must be a tuple of strings, such as ('.srt',), not {suffixes!r}"
    for suffix in cast("Iterable[Any]", suffixes):
        if not isinstance(suffix, str) or not _SUFFIX.match(suffix):
            return f"{who}: {suffix!r} in 'suffixes' must be a dot and letters without a dot, such as '.srt'"
        if suffix != suffix.lower():
            return (
                f"{who}: '{suffix}' in 'suffixes' must be in lower case; it stands for '{suffix.upper()}' too"
            )
    return ""


def checked_reporters(results: Results) -> dict[str, Reporter]:
    """The output formats of plugins, by name. Raises PluginError."""
    reporters: dict[str, Reporter] = {}
    owners: dict[str, Plugin] = dict.fromkeys(BUILT_IN, ENGINE)
    for plugin, item in results:
        fault = examined(_reporter_fault, item)
        if fault:
            raise PluginError(f"{plugin}: {fault}")
        name = cast("Reporter", item).name
        if not _NAME.match(name):
            raise PluginError(
                f"{plugin}: '{name}' is no name for an output format: use lower-case words joined by hyphens"
            )
        if name in owners:
            raise PluginError(f"{plugin}: an output format '{name}' already comes from {owners[name]}")
        owners[name] = plugin
        reporters[name] = PluginReporter(item, str(plugin), name)
    return dict(sorted(reporters.items()))


def _parser_fault(item: Any) -> str:
    method = "parse" if as_text_parser(item) is not None else "articles"
    return _object_fault(item, "parser", method) or _suffixes_fault(item)


def _reporter_fault(item: Any) -> str:
    return _object_fault(item, "reporter", "report")


def _object_fault(item: Any, kind: str, method: str) -> str:
    """Say why an object cannot be a parser or a reporter: it is a class, or lacks its name or method."""
    if isinstance(item, type):
        return f"{described(item)} is no {kind}: return an object of it, {item.__name__}()"
    name: Any = getattr(item, "name", None)
    if not isinstance(name, str) or not name:
        return f"{described(item)} is no {kind}: it needs 'name', a string"
    if not callable(getattr(item, method, None)):
        return f"{kind} '{name}' needs a method {method}()"
    return ""
