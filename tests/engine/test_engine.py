"""The flow: findings to diagnostics, crashes contained, order fixed."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import pytest

import articlelint as al
from articlelint.config.configuration import Configuration
from articlelint.engine import Engine
from articlelint.plugins.registry import Plugin, RegisteredRule, Registry
from articlelint.source import Source

PLUGIN = Plugin("desk", "desk-rules", "1.0")


class Shouting(al.Rule[al.NoOptions]):
    """
    A word in capitals.

    For the tests.
    """

    meta = al.Meta("shouting", "a word in capitals", since="0.1", category="desk")
    examples = (al.Flagged("[[LOUD]]"), al.Clean("quiet"))

    def check(self, doc: al.Document) -> Iterable[al.Finding]:
        for token in doc.tokens:
            if token.kind is al.TokenKind.WORD and token.text.isupper() and len(token.text) > 1:
                fix = self.replace(token.span, token.text.lower())
                yield self.finding(token.span, f"'{token.text}' shouts", fix=fix)


class Crashing(Shouting):
    """
    Falls over.

    For the tests.
    """

    meta = al.Meta("crashing", "falls over", since="0.1", category="desk")

    def check(self, doc: al.Document) -> Iterable[al.Finding]:
        raise RuntimeError("no\nluck")


class Outside(Shouting):
    """
    Points outside.

    For the tests.
    """

    meta = al.Meta("outside", "points outside", since="0.1", category="desk")

    def check(self, doc: al.Document) -> Iterable[al.Finding]:
        return [self.finding(al.Span(0, len(doc.text) + 1), "nowhere")]


class Impostor(Shouting):
    """
    Reports as another.

    For the tests.
    """

    meta = al.Meta("impostor", "reports as another", since="0.1", category="desk")

    def check(self, doc: al.Document) -> Iterable[al.Finding]:
        return [al.Finding("shouting", al.Span(0, 1), "me?")]


def engine(*rules: type[al.Rule[al.NoOptions]]) -> Engine:
    registered = {
        rule.meta.name: RegisteredRule(rule, rule.meta._replace(category=rule.category()), PLUGIN)
        for rule in rules
    }
    registry = Registry(dict(sorted(registered.items())), {}, {}, (PLUGIN,))
    return Engine(registry, Configuration(isolated=True))


def lint(text: str, *rules: type[al.Rule[al.NoOptions]], name: str = "a.txt"):
    return engine(*rules).lint(Source(name, text), Path(name).absolute())


def test_a_finding_is_placed_in_the_source() -> None:
    (diagnostic,) = lint("one\r\ntwo THREE four", Shouting).diagnostics
    assert (diagnostic.place.start.line, diagnostic.place.start.column) == (2, 5)
    assert diagnostic.place.end.column == 10
    assert (diagnostic.text, diagnostic.category, diagnostic.severity) == ("THREE", "desk", "error")
    assert diagnostic.fix is not None
    assert diagnostic.fix.safety is al.Safety.UNSAFE


def test_a_fix_with_markup_inside_is_only_shown() -> None:
    (diagnostic,) = lint("A <p>very LO<b>UD</b> noise</p>", Shouting, name="a.html").diagnostics
    assert diagnostic.text == "LOUD"
    assert diagnostic.fix is not None
    assert diagnostic.fix.safety is al.Safety.SHOWN


@pytest.mark.parametrize(
    ("rule", "complaint"),
    [
        (Crashing, "RuntimeError: no luck"),
        (Outside, "outside the text"),
        (Impostor, "it reported as 'shouting'"),
    ],
)
def test_a_rule_that_fails_is_named_and_the_others_go_on(rule: type[Shouting], complaint: str) -> None:
    result = lint("so LOUD", rule, Shouting)
    assert [d.rule for d in result.diagnostics] == ["shouting"]
    (error,) = result.errors
    assert complaint in error
    assert f"rule '{rule.meta.name}' of plugin 'desk' (desk-rules 1.0)" in error
    assert "\n" not in error


def test_diagnostics_are_in_reading_order() -> None:
    result = lint("ONE two THREE\n\nFOUR", Shouting)
    assert [d.text for d in result.diagnostics] == ["ONE", "THREE", "FOUR"]


def test_the_same_finding_twice_is_reported_once() -> None:
    class Twice(Shouting):
        """
        Says everything twice.

        For the tests.
        """

        def check(self, doc: al.Document) -> Iterable[al.Finding]:
            return [*super().check(doc), *super().check(doc)]

    assert len(lint("so LOUD", Twice).diagnostics) == 1


def test_lines_hold_what_reporters_show() -> None:
    result = lint("first\nso LOUD here\r\n", Shouting)
    assert dict(result.lines) == {2: "so LOUD here"}
