"""The time limit interrupts a rule, and a regular expression inside it."""

from __future__ import annotations

import re
import time

import pytest

from articlelint import engine
from articlelint.config.discovery import Configuration
from articlelint.errors import PluginError, ReadError
from articlelint.markup.base import Markup
from articlelint.plugins import loading
from articlelint.plugins.registry import Plugin, Registry
from articlelint.plugins.time_limit import TimeLimit, TooSlowError, allowance
from articlelint.run import reading
from articlelint.source import Source


def test_a_pattern_that_backtracks_is_stopped() -> None:
    with pytest.raises(TooSlowError, match=r"no result after 0\.2 seconds"), TimeLimit(0.2):
        re.match(r"(a|a)*$", "a" * 60 + "b")


def test_what_is_quick_is_not_disturbed() -> None:
    with TimeLimit(0.2):
        pass
    time.sleep(0.3)


def test_a_limit_inside_a_limit_does_not_end_it() -> None:
    def endless() -> None:
        with TimeLimit(5):
            time.sleep(0.1)
        while True:
            pass

    with pytest.raises(TooSlowError, match=r"no result after 0\.3 seconds"), TimeLimit(0.3):
        endless()


def test_a_hook_that_never_ends(monkeypatch: pytest.MonkeyPatch) -> None:
    def endless() -> None:
        while True:
            pass

    hooks = {"articlelint_rules": [(Plugin("desk", "desk-rules", "1.0"), endless)]}
    monkeypatch.setattr(loading, "_implementations", lambda: hooks)
    monkeypatch.setattr(loading, "HOOK_SECONDS", 0.2)
    with pytest.raises(
        PluginError, match=r"articlelint_rules\(\) failed: TooSlowError: no result after 0\.2 seconds"
    ):
        list(loading._results("articlelint_rules"))


def test_a_parser_that_never_ends(monkeypatch: pytest.MonkeyPatch) -> None:
    class Endless:
        name = "endless"
        suffixes = (".x",)

        def parse(self, text: str) -> Markup:
            while True:
                pass

    plugin = Plugin("desk", "desk-rules", "1.0")
    registry = Registry({}, {".x": Endless()}, {}, (plugin,), parser_plugins={".x": plugin})
    monkeypatch.setattr(reading, "allowance", lambda _length: 0.2)
    with pytest.raises(
        ReadError, match=r"a\.x: internal error: parser 'endless' of plugin 'desk' .* no result after"
    ):
        engine.Engine(registry, Configuration(isolated=True)).parse(Source("a.x", "text"))


def test_long_texts_get_more_time() -> None:
    assert allowance(10) == allowance(250_000)
    assert allowance(5_000_000) == 20 * allowance(250_000)
