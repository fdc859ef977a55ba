"""Whatever the text, these rules neither fail nor point outside it, and take time in step with its length."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from steps import steps

import articlelint as al
import articlelint_rules
from articlelint.testing import document

OWN = {"leftovers", "typography", "numbers", "readability"}
RULES = [rule for rule in articlelint_rules.articlelint_rules() if rule.category() in OWN]
PIECES = st.sampled_from(
    """
    See also|Read more|RELATED:|Ferry|the|the|of|10|two|year|old|deal|foot|high|TK|XX|???|[|]|(|)|“|”|<p>|</p>|&amp;|
    â€™|Ã©|\ufffd|-30-|ENDS|Advertisement|Leave a Reply|Required fields are marked *|Share|Tweet|Email|©|2024|–|—|--|...|…|
    . . .|,|.|:|;|?|!|\n\n|\n|  |\u00a0|\t|- |# |> |`x`|{name}|lorem ipsum|Lorem ipsum|http://a.b|a@b.c|İ|ß|ﬁ
    """.replace("\n    ", "").split("|")
)  # fmt: skip


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.meta.name)
@given(
    pieces=st.lists(st.one_of(PIECES, st.text(max_size=4)), max_size=25),
    suffix=st.sampled_from([".txt", ".md", ".html"]),
)
@settings(max_examples=40)
def test_findings_stand_in_the_text(rule: type[al.Rule[Any]], pieces: list[str], suffix: str) -> None:
    doc = document(" ".join(pieces), suffix=suffix)
    for finding in rule().check(doc):
        spans = (
            [finding.span, *(edit.span for edit in finding.fix.edits if finding.fix)]
            if finding.fix
            else [finding.span]
        )
        assert all(0 <= span.start <= span.end <= len(doc.text) for span in spans)
        assert finding.span.start < finding.span.end
        assert "\n" not in finding.message


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.meta.name)
@pytest.mark.parametrize(
    "unit",
    [
        "See also ",
        "Share ",
        "the the ",
        "10 year ",
        "XX ",
        "[",
        "“ ",
        "  ",
        "Ã©",
        "&amp;",
        "Subscribe to ",
        ". . . ",
    ],
)
def test_time_grows_with_the_length_and_no_faster(rule: type[al.Rule[Any]], unit: str) -> None:
    def work(length: int) -> int:
        doc = document(unit * (length // len(unit)))
        _ = doc.tokens, doc.sentences, doc.quotes
        return steps(lambda: list(rule().check(doc)))

    work(16_000)  # what is read once a process is not the text's
    assert work(16_000) < 12 * max(work(2_000), 100)
