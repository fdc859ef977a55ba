"""Output formats: one module each, loaded when asked for."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, cast

if TYPE_CHECKING:
    from articlelint.report.base import Reporter

__all__ = ["BUILT_IN", "built_in"]

BUILT_IN = {
    "full": "articlelint.report.full:FullReporter",
    "concise": "articlelint.report.concise:ConciseReporter",
    "json": "articlelint.report.json:JsonReporter",
    "github": "articlelint.report.github:GithubReporter",
}


def built_in(name: str) -> Reporter:
    """A built-in reporter by name."""
    module, _, attribute = BUILT_IN[name].partition(":")
    return cast("Reporter", getattr(import_module(module), attribute)())
