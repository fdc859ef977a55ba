"""
The output formats: one module for each, imported when the format is asked for.

A new format is a module here and a line in ``BUILT_IN``. What several formats share is here, too: wording,
escaping, colours. Which findings there are to report is decided before, in ``articlelint.findings``.
"""

from __future__ import annotations

from importlib import import_module
from typing import cast

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
    "html": "articlelint.report.html:HtmlReporter",
}

FOR_PEOPLE = frozenset({"full", "concise", "grouped"})
"""The formats for people. Only after these may a summary follow: it would break the other formats."""


def built_in(name: str) -> Reporter:
    """Return the built-in reporter of this name."""
    module, _, attribute = BUILT_IN[name].partition(":")
    return cast("Reporter", getattr(import_module(module), attribute)())
