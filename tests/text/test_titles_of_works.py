"""Titles of works, and the scientific names of species."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articlelint.model import Span
from articlelint.testing import document


def titles(text: str, suffix: str = ".txt") -> list[str]:
    doc = document(text, suffix=suffix)
    return [doc.slice(span) for span in doc.titles]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("She saw the film The Third Man.", ["The Third Man"]),
        ("It is like films such as Jaws, The Sting and Heat.", ["Jaws", "The Sting", "Heat"]),
        ("He told Radio 4's Today programme so.", ["Today"]),
        ("The Who? documentary was shown.", ["Who?"]),
        ("The newspaper Le Monde said so.", ["Le Monde"]),
        ("Her series CSI: Crime Scene Investigation ended.", ["CSI: Crime Scene Investigation"]),
        ("She starred in Begin Again, a musical.", ["Begin Again"]),
        ("Moreau stars in Begin Again.", ["Begin Again"]),
        ("He appeared on Have I Got News for You and on Top Gear.", ["Have I Got News for You", "Top Gear"]),
        ("The Wildlife Protection Act, 1972 lists them.", ["Wildlife Protection Act, 1972"]),
        ("It repeals the Human Rights Act 1998.", ["Human Rights Act 1998"]),
        ("It broke the Treaty of Versailles.", ["Treaty of Versailles"]),
        ("“The Third Man” was shown.", ["The Third Man"]),
        ("He wrote the song “Yesterday,” she said.", ["Yesterday"]),
    ],
)
def test_titles(text: str, found: list[str]) -> None:
    assert titles(text) == found


@pytest.mark.parametrize(
    "text",
    [
        "Polls show Smith ahead of Jones.",
        "The site plays YouTube videos.",
        "The book on Monday sold out.",
        "The film He made is lost.",
        "This film was shown.",
        "A single EU country agreed.",
        "The French film was shown.",
        "Each of the two stars in Orion is old.",
        "Buffalo Bill rode home.",
        "Sheriff Bill Brown spoke.",
        "The party held its convention. The Convention on June 20 was small.",
        "“Yes,” he said.",
        "They called it “a mess”.",
    ],
)
def test_no_titles(text: str) -> None:
    assert titles(text) == []


def test_titles_in_italics() -> None:
    assert titles("She read *The Kite Runner* and *Emma*.", ".md") == ["The Kite Runner", "Emma"]
    assert titles("<p>She read <cite>Emma</cite> and <i>The Times</i>.", ".html") == ["Emma", "The Times"]
    assert titles("He *never* said it. *Never* say so.", ".md") == []
    assert titles("*All of this paragraph is in italics.*", ".md") == []


def test_in_title() -> None:
    doc = document("She saw the film Heat.")
    at = doc.text.index("Heat")
    assert doc.in_title(Span(at, at + 4))
    assert not doc.in_title(Span(0, at - 1))


def test_species() -> None:
    def species(text: str, suffix: str = ".txt") -> list[str]:
        doc = document(text, suffix=suffix)
        return [doc.slice(span) for span in doc.species]

    assert species("A shark (Carcharodon carcharias) was seen.") == ["Carcharodon carcharias"]
    assert species("It is *E. coli*, or *Canis lupus*.", ".md") == ["E. coli", "Canis lupus"]
    assert species("He (Charlton goalkeeper) and she (Great news) *Once more*.", ".md") == []


PIECES = [
    "the film ",
    "The Third ",
    "Man",
    ", ",
    "and ",
    "such as ",
    "“",
    "”",
    "*",
    "Act ",
    "1998",
    ". ",
    "?",
    "\n\n",
]


@given(st.lists(st.sampled_from(PIECES), max_size=24).map("".join), st.sampled_from([".txt", ".md", ".html"]))
def test_titles_are_in_order_and_apart(text: str, suffix: str) -> None:
    doc = document(text, suffix=suffix)
    at = 0
    for span in doc.titles:
        assert at <= span.start < span.end <= len(doc.text)
        assert doc.slice(span) == doc.slice(span).strip()
        at = span.end
