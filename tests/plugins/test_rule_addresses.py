"""Reports link to the page of each rule: the built-in rules to ours, those of plugins to their own."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from conftest import ROOT, Articlelint

from articlelint.plugins.loading import load
from articlelint.plugins.registry import RULE_PAGES

if TYPE_CHECKING:
    from .conftest import Site

RULE = '''
import articlelint as al


class Very(al.Rule[al.NoOptions]):
    """A weak word."""

    meta = al.Meta("very", "a weak word", since="1.0", category="desk"{url})
    examples = (al.Flagged("[[very]] cold"), al.Clean("cold"))

    def check(self, doc):
        if "very" in doc.text:
            at = doc.text.index("very")
            yield self.finding(al.Span(at, at + 4), "cut it")


@al.hookimpl
def articlelint_rules():
    return [Very]
'''


def test_every_built_in_rule_has_a_page_at_its_address() -> None:
    rules = [rule for rule in load().rules.values() if rule.plugin.distribution == "articlelint"]
    assert len(rules) > 30
    repository, _, folder = RULE_PAGES.partition("/blob/main/")
    for rule in rules:
        assert (ROOT / folder / rule.url.removeprefix(RULE_PAGES)).is_file(), rule.url
    assert repository in (ROOT / "docs" / "ci.md").read_text(encoding="utf-8")


def test_the_formats_have_the_address(articlelint: Articlelint) -> None:
    articlelint.write("a.txt", "It was the the end.\n")
    check = ("check", "--isolated", "--select", "repeated-word", "a.txt", "--output-format")
    page = f"{RULE_PAGES}repeated-word.md"
    assert [finding["url"] for finding in articlelint(*check, "json").findings] == [page]
    log = json.loads(articlelint(*check, "sarif").out)
    rules = {rule["id"]: rule for rule in log["runs"][0]["tool"]["driver"]["rules"]}
    assert rules["repeated-word"]["helpUri"] == page
    assert rules["mixed-spelling"]["helpUri"] == f"{RULE_PAGES}mixed-spelling.md"


@pytest.mark.parametrize("url", ["https://desk.example/very", ""])
def test_the_rule_of_a_plugin_has_its_own_address_or_none(site: Site, url: str) -> None:
    site.install("desk", RULE.replace("{url}", f', url="{url}"' if url else ""))
    done = site.check("It was very cold.\n", "--select", "very", "--output-format", "json")
    assert [finding["url"] for finding in done.findings] == [url], done.err
