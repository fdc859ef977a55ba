"""Rules that a plugin announces are imported when they are needed, and a false announcement is an error."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from .conftest import Site

RULE = '''
import articlelint as al

print("imported")

class End(al.Rule[al.NoOptions]):
    """
    A test rule.

    It reports the word "end".
    """

    meta = al.Meta("test-end", "a test rule", since="1.0", category="house", triggers=("end",))
    examples = (al.Flagged("The [[end]]."), al.Clean("The start."))

    def check(self, doc):
        at = doc.text.lower().find("end")
        if at >= 0:
            yield self.finding(al.Span(at, at + 3), "An end")
'''
PLUGIN = """
import articlelint as al

@al.hookimpl
def articlelint_rules():
    meta = al.Meta("test-end", "a test rule", since="1.0", category="house", triggers=("end",))
    return [al.LazyRule("acme_rule:End", meta)]
"""
CONCISE = ("--select", "house", "--output-format", "concise")


def install(site: Site, plugin: str = PLUGIN, rule: str = RULE) -> None:
    site.install("acme-lint", plugin)
    (site.folder / "acme_rule.py").write_text(rule)


@pytest.mark.parametrize("text", ["The end.\n", "THE END.\n"])
def test_it_is_imported_for_a_text_with_a_trigger(site: Site, text: str) -> None:
    install(site)
    done = site.check(text, *CONCISE)
    assert done.code == 1
    assert "imported" in done.out
    assert "test-end" in done.out


def test_it_is_not_imported_for_another(site: Site) -> None:
    install(site)
    done = site.check("The start.\n", *CONCISE)
    assert (done.code, done.out) == (0, "Nothing found in 1 article.\n")


def test_it_is_not_imported_where_it_is_ignored(site: Site) -> None:
    install(site)
    assert "imported" not in site.check("The end.\n", "--ignore", "house").out


def test_it_is_listed_without_being_imported(site: Site) -> None:
    install(site)
    done = site.run("rules")
    assert "test-end" in done.out
    assert "imported" not in done.out


def test_it_is_explained(site: Site) -> None:
    install(site)
    assert 'It reports the word "end".' in site.run("explain", "test-end").out


def test_with_options_it_always_runs(site: Site) -> None:
    rule = RULE.replace(
        "class End(al.Rule[al.NoOptions]):",
        "from dataclasses import dataclass\n\n@dataclass\nclass Options:\n    word: str = 'end'\n\n"
        "class End(al.Rule[Options]):",
    )
    rule = rule.replace("    examples =", "    options_type = Options\n    examples =")
    install(site, rule=rule.replace('.find("end")', ".find(self.options.word)"))
    site.articlelint.write(".articlelint.toml", '[rules.test-end]\nword = "start"\n')
    site.articlelint.write("a.txt", "The start.\n")
    done = site.run("check", *CONCISE, "a.txt")
    assert done.code == 1
    assert "test-end" in done.out


@pytest.mark.parametrize(
    ("plugin", "rule", "why"),
    [
        (PLUGIN.replace("acme_rule", "acme_gone"), RULE, "cannot be loaded from 'acme_gone:End'"),
        (PLUGIN.replace(":End", ":Gone"), RULE, "cannot be loaded from 'acme_rule:Gone'"),
        (PLUGIN, "raise SystemExit(0)\n", "SystemExit"),
        (PLUGIN, RULE + "\nEnd = 42\n", "is not a subclass of articlelint.Rule"),
        (PLUGIN, RULE.replace("def check", "def chekc"), "does not define check()"),
        (PLUGIN, RULE.replace('"a test rule"', '"other"'), "announced with summary 'a test rule', but has 'other'"),
        (PLUGIN, RULE.replace('("end",)', '("end", "fin")'), "announced with triggers"),
        (PLUGIN, RULE.replace('"house"', '"other"'), "announced with category"),
    ],
    ids=["module", "class", "exit", "no rule", "no check", "summary", "triggers", "category"],
)  # fmt: skip
@pytest.mark.parametrize("command", ["check", "explain"])
def test_a_false_announcement(site: Site, plugin: str, rule: str, why: str, command: str) -> None:
    install(site, plugin, rule)
    done = site.check("The end.\n", *CONCISE) if command == "check" else site.run("explain", "test-end")
    assert done.code == 2, (done.out, done.err)
    assert why in done.err
    assert done.err.count("\n") == 1
    assert "Traceback" not in done.err


@pytest.mark.parametrize(
    ("old", "new", "why"),
    [
        ('"test-end"', '"Test End"', "is no name for a rule"),
        ('"test-end"', '"repeated-word"', "two rules are named 'repeated-word'"),
        ('category="house"', "default=True", "is no name for a category"),
        ('triggers=("end",)', 'triggers="end"', "triggers must be a tuple of strings"),
        ('triggers=("end",)', 'triggers=("",)', "triggers must be a tuple of strings"),
        (", meta)", ", {})", "without a 'meta'"),
    ],
)
def test_a_faulty_announcement(site: Site, old: str, new: str, why: str) -> None:
    assert old in PLUGIN
    install(site, PLUGIN.replace(old, new))
    done = site.run("rules")
    assert done.code == 2
    assert why in done.err
    assert done.err.count("\n") == 1
