"""The rules that compare what an article says of one person."""

from __future__ import annotations

import pytest

import articlelint as al
from articlelint.testing import find
from articlelint_rules.facts.altered_quote import AlteredQuote
from articlelint_rules.facts.caption_name import CaptionName
from articlelint_rules.facts.conflicting_age import ConflictingAge
from articlelint_rules.facts.conflicting_role import ConflictingRole
from articlelint_rules.facts.headline_name import HeadlineName
from articlelint_rules.facts.name_order import NameOrder
from articlelint_rules.spelling.mixed_spelling import MixedSpelling


@pytest.mark.parametrize(
    "text",
    [
        "Jane Haddad, 34, and John Haddad, 38, left. Haddad, 38, was late.",
        "Jane Haddad, 34, left. At 17, Haddad left school, and Haddad was 20 when she came back.",
        "Jane Haddad, 34, left. In 2010, Haddad, 24, was late. It is 2020.",
        "Jane Haddad Sr., 60, left. Jane Haddad Jr., 30, stayed.",
        "Jane Haddad, 34, left. Haddad, 3-1 up, was late.",
        "Jane Haddad has 34 cats. Haddad, 12 of whose cats are black, left.",
    ],
)
def test_no_two_ages(text: str) -> None:
    assert not find(ConflictingAge, text)


def test_an_age_that_years_do_not_explain() -> None:
    text = (
        "Published 4 May 2020\n\nJane Haddad, 34, left. In 2010, Haddad, {}, was late, and nobody knew why."
    )
    assert not find(ConflictingAge, text.format(24))
    assert len(find(ConflictingAge, text.format(44))) == 1


def test_ages_in_words_count() -> None:
    (finding,) = find(ConflictingAge, "It was won by thirty-four-year-old Jane Haddad. Haddad, 43, was late.")
    assert finding.message.startswith("Jane Haddad is 43 here and 34 before")


@pytest.mark.parametrize(
    "text",
    [
        "Sen. Mark Bell met Rep. Ann Bell. Rep. Bell left.",
        "Jane Haddad, the spokesman's wife, met the spokeswoman, Ann Fox, 30.",
        "Rep. Jane Haddad ran. The late Sen. Jane Haddad is her aunt.",
        "Mr Bell met Ms Bell.",
    ],
)
def test_no_two_roles(text: str) -> None:
    assert not find(ConflictingRole, text)


@pytest.mark.parametrize(
    "text",
    [
        "# Jane Haddad wins\n\nIt was won by Haddad. The winner, Jane Haddad, 34, of Tarn, was happy.",
        "It was won by the Haddad brothers. Their sister Jane Haddad, 34, was happy.",
        "It was won by Mr Haddad. Jane Haddad, 34, was second.",
        "Trains stop in Houston, Texas. Jane Houston, 34, lives there.",
    ],
)
def test_the_name_is_in_order(text: str) -> None:
    assert [f for f in find(NameOrder, text, suffix=".md") if f.confidence is not None] == []


def test_one_slip_is_reported_by_one_rule() -> None:
    text = "# Podolyak speaks\n\nThe adviser Mykhailo Podoliak spoke. Podoliak was late."
    assert len(find(MixedSpelling, text, suffix=".md")) == 1
    assert not find(HeadlineName, text, suffix=".md")


@pytest.mark.parametrize(
    "credit", ["Jane Haddad / Reuters", "Jane Haddad, AFP", "Jane Haddad", "© Jane Haddad"]
)
def test_a_photographer_is_no_stranger(credit: str) -> None:
    assert not find(CaptionName, f"The ferry sailed on Friday, and it rained.\n\nPhoto: {credit}")


HEADLINE = (
    "# “{}”\n\nIt rained. “We waited in the rain for nine hours, and nobody came,” said Haddad. “Nobody.”"
)


@pytest.mark.parametrize(
    ("quote", "found"),
    [
        ("We waited in the rain for nine hours", 0),
        ("We waited in the rain for 9 hours", 0),
        ("WE WAITED IN THE RAIN FOR NINE HOURS", 0),
        ("We waited … for nine hours", 0),
        ("We [all] waited in the rain for nine hours", 0),
        ("In the rain for hours on end", 0),
        ("We waited in the rain for ten hours", 1),
        ("We waited in rain for nine hours, nobody came", 1),
        ("Nobody came", 0),
    ],
)
def test_quotations_of_a_headline(quote: str, found: int) -> None:
    findings = find(AlteredQuote, HEADLINE.format(quote), suffix=".md")
    assert len(findings) == found
    for finding in findings:
        assert finding.related


def test_a_surname_before_the_full_name_is_a_warning() -> None:
    text = "It was late when Haddad spoke. Then Jane Haddad, a spokeswoman for the port, left."
    (finding,) = find(NameOrder, text)
    assert NameOrder.meta.severity_at(finding.confidence) is al.Severity.WARNING
