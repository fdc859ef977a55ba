"""undefined-abbreviation and abbreviation-twice: what is an explanation, and what needs one."""

from __future__ import annotations

import pytest

import articlelint as al
from articlelint.testing import document, find, marked
from articlelint_rules.spelling.abbreviation_twice import AbbreviationTwice
from articlelint_rules.spelling.undefined_abbreviation import UndefinedAbbreviation


@pytest.mark.parametrize(
    "text",
    [
        "The [[HBPD]]s of old. The Huntington Beach Police Department (HBPD) came. The HBPD left.",
        "The [[CDC]] said so. The Centers for Disease Control and Prevention (CDC) did.",
        # The name has the abbreviation, something else stands in the brackets, or nothing is explained.
        "The MBP Services fund closed. MBP Services, Inc. (MBP) was a bank.",
        "The HBPD came. The Huntington Beach Police Department (HBPD since 1909) left.".replace(
            ", since", " since"
        ),
        "The HBPD came. He was in Paris (HBPD).",
        # It is explained the other way round.
        "The HBPD (Huntington Beach Police Department) came. The Huntington Beach Police Department (HBPD) left.",
        # Known to all.
        "The BBC and AFP said so. The British Broadcasting Corporation (BBC) and Agence France-Presse (AFP) did.",
        "HE SAID NO. It was the Nuclear Office (NO).",
    ],
)
def test_used_too_early(text: str) -> None:
    plain, spans = marked(text)
    assert [finding.span for finding in find(UndefinedAbbreviation, plain)] == spans


def test_the_explanation_is_related() -> None:
    (finding,) = find(
        UndefinedAbbreviation, "The GSA paid. The General Services Administration (GSA) has money."
    )
    assert finding.related == (al.Related(al.Span(51, 54), "explained here"),)


def test_captions_and_headlines_explain_nothing() -> None:
    text = "# The World Trade Organization (WTO)\n\nThe World Trade Organization (WTO) met."
    doc = document(text, suffix=".md")
    assert not list(AbbreviationTwice().check(doc))


def test_the_rank_of_words() -> None:
    assert 0 < al.lexicon.rank("the") < al.lexicon.rank("fbi") < al.lexicon.rank("fema")
    assert al.lexicon.rank("qwrtzp") == 0
