"""How often a rule is right: a file in the package of a plugin, which ``articlelint rules`` shows."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from conftest import ROOT

import articlelint_rules
from articlelint.plugins.loading import load
from articlelint.plugins.precision import FEWEST, Precision, measured

if TYPE_CHECKING:
    from .conftest import Site

RULE = '''
import articlelint as al

class Very(al.Rule[al.NoOptions]):
    """
    A weak word.

    For the tests.
    """

    meta = al.Meta("very", "a weak word", since="1.0", category="desk", default=False)
    examples = (al.Flagged("A [[very]] big house."), al.Clean("A big house."))

    def check(self, doc):
        return []

@al.hookimpl
def articlelint_rules():
    return [Very]
'''
ROW = {"right": 17, "style": 2, "sample": 20, "version": "1.0", "date": "2026-01-31"}


def install(site: Site, precision: str | None) -> None:
    package = site.folder / "desk_lint"
    package.mkdir()
    (package / "__init__.py").write_text(RULE, encoding="utf-8")
    if precision is not None:
        (package / "precision.json").write_text(precision, encoding="utf-8")
    site.entry_point("desk-lint", "desk", "desk_lint")


def test_the_list_shows_the_figures(site: Site) -> None:
    install(site, json.dumps({"very": ROW}))
    line = "  very                    error    a weak word  (off unless selected; from desk; 17 of 20 right, 2 style)\n"
    assert line in site.run("rules").out
    rows = json.loads(site.run("rules", "--output-format", "json").out)
    (row,) = [row for row in rows if row["name"] == "very"]
    assert row["precision"] == ROW


def test_a_small_sample_says_nothing(site: Site) -> None:
    install(site, json.dumps({"very": ROW | {"right": 0, "style": 0, "sample": 9}}))
    assert "of 9 right" not in site.run("rules").out
    assert "of 9 of its findings" not in site.run("explain", "very").out.lower()


def test_a_plugin_needs_no_figures(site: Site) -> None:
    install(site, None)
    assert "a weak word  (off unless selected; from desk)\n" in site.run("rules").out
    rows = json.loads(site.run("rules", "--output-format", "json").out)
    assert [row["precision"] for row in rows if row["name"] == "very"] == [None]


@pytest.mark.parametrize(
    ("content", "complaint"),
    [
        ("[", "precision.json is no JSON table"),
        ("[]", "precision.json is no JSON table"),
        ('{"very": {}}', "precision.json: the row of 'very' cannot be used"),
        ('{"very": 3}', "precision.json: the row of 'very' cannot be used"),
        (json.dumps({"very": {**ROW, "right": 19}}), "precision.json: the row of 'very' cannot be used"),
        (json.dumps({"very": {**ROW, "right": "17"}}), "precision.json: the row of 'very' cannot be used"),
    ],
    ids=["no JSON", "a list", "empty row", "a number", "more right than judged", "text as number"],
)
def test_a_broken_file_is_an_error(site: Site, content: str, complaint: str) -> None:
    install(site, content)
    done = site.run("rules")
    assert (done.code, done.out) == (2, "")
    assert f"plugin 'desk' (desk-lint 1.0): {complaint}" in done.err


def test_the_built_in_figures_are_of_rules_that_exist() -> None:
    rules = load().rules
    found = measured(rules.values())
    table = json.loads((ROOT / "rules/articlelint_rules/precision.json").read_text(encoding="utf-8"))
    shown = {name: row for name, row in table.items() if row["sample"] >= FEWEST}
    assert {name: Precision(**row) for name, row in shown.items()} == found
    assert set(table) <= {rule.meta.name for rule in articlelint_rules.articlelint_rules()}
