"""Every rule's own examples, through the public test kit."""

from __future__ import annotations

import re
from typing import Any

import pytest

import articlelint as al
import articlelint_rules
from articlelint.cli.rule_pages import explain
from articlelint.testing import check_example, examples_of, find, marked

RULES = articlelint_rules.articlelint_rules()
CASES = [
    pytest.param(rule, example, id=f"{rule.meta.name}-{number}")
    for rule in RULES
    for number, example in enumerate(rule.examples)
]


@pytest.mark.parametrize(("rule", "example"), CASES)
def test_example(rule: type[al.Rule[Any]], example: al.Flagged | al.Clean) -> None:
    check_example(rule, example)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.meta.name)
def test_documentation_is_complete(rule: type[al.Rule[Any]]) -> None:
    assert examples_of(rule)
    text = explain(rule)
    assert text.title.endswith(".")
    assert text.body, "say why it matters and what is left alone"
    assert all(option.text for option in text.options), "every option needs a docstring"
    first = rule.meta.summary.split()[0]
    assert first.islower() or first.isupper() or not first[0].isalpha()
    assert len(rule.meta.summary) <= 72


def test_each_rule_stands_in_a_file_of_its_name() -> None:
    for rule in RULES:
        assert rule.__module__.rsplit(".", 1)[-1] == rule.meta.name.replace("-", "_")


def test_no_category_is_empty() -> None:
    assert {rule.category() for rule in RULES} == set(articlelint_rules.CATEGORIES)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.meta.name)
def test_messages_are_in_one_style(rule: type[al.Rule[Any]]) -> None:
    """A capital, a number or the words in question first; one line; no full stop at the end."""
    for example in rule.examples:
        text = marked(example.text)[0] if isinstance(example, al.Flagged) else example.text
        options = dict(example.options)
        for finding in find(rule, text, options=options, suffix=example.suffix, archive=example.archive):
            for message in (finding.message, *(related.note for related in finding.related)):
                assert "\n" not in message
                assert not re.search(r"(?<!\.)\.$", message), message
                assert not re.search(r"(^|\s)'\w", message), f"straight marks around words: {message}"
            assert finding.message[0].isupper() or not finding.message[0].isalpha(), finding.message
