"""Output formats: one module each, loaded when asked for."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, cast

if TYPE_CHECKING:
    from articlelint.report.base import Reporter

__all__ = ["BUILT_IN", "FOR_PEOPLE", "built_in"]

BUILT_IN = {
    "full": "articlelint.report.full:FullReporter",
    "concise": "articlelint.report.concise:ConciseReporter",
    "grouped": "articlelint.report.grouped:GroupedReporter",
    "json": "articlelint.report.json:JsonReporter",
    "json-lines": "articlelint.report.json_lines:JsonLinesReporter",
    "github": "articlelint.report.github:GithubReporter",
    "gitlab": "articlelint.report.gitlab:GitlabReporter",
    "sarif": "articlelint.report.sarif:SarifReporter",
    "junit": "articlelint.report.junit:JunitReporter",
    "rdjson": "articlelint.report.rdjson:RdjsonReporter",
    "checkstyle": "articlelint.report.checkstyle:CheckstyleReporter",
    "markdown": "articlelint.report.markdown:MarkdownReporter",
}

FOR_PEOPLE = frozenset({"full", "concise", "grouped"})
"""The formats that a line for people may follow; anything after the others would break them."""


def built_in(name: str) -> Reporter:
    """A built-in reporter by name."""
    module, _, attribute = BUILT_IN[name].partition(":")
    return cast("Reporter", getattr(import_module(module), attribute)())
