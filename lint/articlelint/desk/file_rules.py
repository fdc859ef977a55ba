"""What a rule from a file, such as a style pack, says of itself to the people who write."""

from __future__ import annotations

from articlelint.plugins.rule_sets import FileRule
from articlelint.report.base import RuleInfo
from articlelint.rule import Flagged
from articlelint.testing import marked

_FOR_READERS = ("Why", "Owner", "Date")
"""The labels that matter to somebody who writes; ``articlelint explain`` shows all."""
_EXAMPLES = 2


def described(rule: FileRule) -> RuleInfo:
    """The description of a rule as the registered rules have it: its documentation is in paragraphs."""
    summary = rule.summary[:1].upper() + rule.summary[1:]
    facts = [
        f"{label}: {text}"
        for label, text in rule.facts
        if label in _FOR_READERS and text.casefold() != rule.summary.casefold()
    ]
    flagged = [example for example in rule.examples if isinstance(example, Flagged)]
    examples = [f"For example: {marked(example.text)[0]}" for example in flagged[:_EXAMPLES]]
    place = f"The rule {rule.name} is in {rule.at}." if rule.at else ""
    paragraphs = [summary, *facts, *examples, place]
    documentation = "\n\n".join(paragraph for paragraph in paragraphs if paragraph)
    return RuleInfo(rule.name, rule.category, rule.summary, documentation, rule.severity, rule.url)
