"""The people of an article: who they are, and what stands beside their names."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

import articlelint as al
from articlelint.testing import document


def _people(text: str) -> dict[str, int]:
    """The people of a text, each with the number of mentions."""
    return {person.name: len(person.mentions) for person in document(text).people}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Jane Doe, 34, left. Doe was late.", {"Jane Doe": 2}),
        ("Mark Haddad met Ann Haddad. Haddad left.", {"Mark Haddad": 1, "Ann Haddad": 1}),
        ("Jane Haddad left. J. Haddad was late, and so was Haddad.", {"Jane Haddad": 3}),
        ("Mykhailo Podoliak spoke. Nobody heard Podoliak.", {"Mykhailo Podoliak": 2}),
        ("Ludwig van Haddad left. “No,” said Haddad.", {"Ludwig van Haddad": 2}),
        ("John Haddad Jr., 20, met John Haddad Sr., 50.", {"John Haddad Jr": 1, "John Haddad Sr": 1}),
        ("Then Mr Bell left. The Justice Department closed.", {"Bell": 1}),
        ("They walked to Santa Ana and through the Lincoln Center.", {}),
        ("The court heard Jane Doe #1 and Jane Doe #2.", {}),
        ("They sell the PlayStation 2, PlayStation 3, and on.", {}),
        ("Grace Haddad, 30, left. Then Grace sang.", {"Grace Haddad": 1}),
    ],
)
def test_people(text: str, expected: dict[str, int]) -> None:
    assert _people(text) == expected


@pytest.mark.parametrize(
    ("text", "titles", "past"),
    [
        ("It was Sen. Jane Doe.", ("sen",), False),
        ("Former U.S. Rep. Jane Doe left.", ("rep",), True),
        ("It was late, Rep. Jane Doe said.", ("rep",), False),
        ("Lt. Col. Jane Doe left.", ("lt", "col"), False),
        ("Sir Keir Haddad left.", ("sir",), False),
    ],
)
def test_titles(text: str, titles: tuple[str, ...], past: bool) -> None:
    (person,) = document(text).people
    assert (person.first.titles, person.first.past) == (titles, past)


@pytest.mark.parametrize(
    ("text", "role", "noun", "past"),
    [
        ("Jane Doe, a spokeswoman for the port, left.", "a spokeswoman", "spokeswoman", False),
        ("Jane Doe, 34, the port's chairwoman, left.", "the port's chairwoman", "chairwoman", False),
        ("Then chief engineer Jane Doe, 30, left.", "chief engineer", "engineer", True),
        ("The chief engineer Jane Doe, 30, left.", "chief engineer", "engineer", False),
        ("The former mayor, Jane Doe, 34, left.", "former mayor", "mayor", True),
        ("Jane Doe, a former teacher, left. Doe was late.", "a former teacher", "teacher", True),
    ],
)
def test_roles(text: str, role: str, noun: str, past: bool) -> None:
    doc = document(text)
    (found,) = [role for person in doc.people for role in person.roles]
    assert (doc.slice(found.span), found.noun, found.past) == (role, noun, past)


@pytest.mark.parametrize(
    ("text", "years", "past"),
    [
        ("Jane Doe, 34, left.", 34, False),
        ("Jane Doe (34) left.", 34, False),
        ("Jane Doe, aged 34, left.", 34, False),
        ("Jane Doe, who is 34, left.", 34, False),
        ("It was 34-year-old Jane Doe.", 34, False),
        ("It was 34-year-old student Jane Doe.", 34, False),
        ("It was thirty-four-year-old Jane Doe.", 34, False),
        ("It was the then 34-year-old Jane Doe.", 34, True),
        ("Jane Doe is 34 years old, and Doe left.", 34, False),
        ("Jane Doe, then 34, left.", 34, True),
        ("Jane Doe, 34 at the time, left. Doe sang.", 34, True),
        ("Jane Doe, who was 34, left. Doe sang.", 34, True),
        ("Jane Doe was 34. Then Doe left.", 34, True),
    ],
)
def test_ages(text: str, years: int, past: bool) -> None:
    (age,) = [age for person in document(text).people for age in person.ages]
    assert (age.years, age.past) == (years, past)


def test_the_record_of_a_trial_has_no_age() -> None:
    assert [
        p.ages for p in document("The 25-year-old case against Jane Haddad is over. Haddad left.").people
    ] == [()]


def test_the_kind_of_the_block_of_each_mention() -> None:
    doc = document("# Haddad wins\n\nJane Haddad won the vote in Tarn, and said so.", suffix=".md")
    (person,) = doc.people
    kinds = [mention.kind for mention in person.mentions]
    assert kinds == [al.BlockKind.HEADLINE, al.BlockKind.PARAGRAPH]
    assert person.first is person.mentions[0]
    assert person.surname == "Haddad"


@given(
    st.lists(st.sampled_from("Jane Doe Sen. Mr , 34 (34) . the Jr. #1 of J. spokesman van".split())).map(
        " ".join
    )
)
def test_any_text_can_be_read(text: str) -> None:
    doc = document(text)
    for person in doc.people:
        assert person.mentions == tuple(sorted(person.mentions, key=lambda mention: mention.span))
        for mention in person.mentions:
            assert doc.slice(mention.span).split()[0].startswith(mention.words[0])
