"""list-style and heading-case: what counts as a style, and which lists and headings are compared."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articlelint.testing import document, find, marked
from articlelint_rules.capitals.heading_case import HeadingCase
from articlelint_rules.capitals.list_style import ListStyle


def check(rule, text: str) -> None:
    plain, spans = marked(text)
    doc = document(plain, suffix=".md")
    found = [doc.slice(finding.span) for finding in rule().check(doc)]
    assert found == [plain[span.start : span.end] for span in spans]


@pytest.mark.parametrize(
    "text",
    [
        # A list inside a list is compared by itself; the item above it says nothing.
        "- Bring bread.\n- Bring milk.\n- Drinks\n  - tea\n  - water\n- Bring salt.\n- Bring cups.",
        "- One\n  - eat bread\n  - eat soup\n  - [[Eat]] cheese\n  - eat cake\n- Two\n- Three\n- Four",
        # A list that reads as one sentence, with or without its marks.
        "- bread,\n- milk,\n- cheese, and\n- water.",
        "- bread\n- milk\n- cheese and\n- water.",
        # Names, abbreviations, questions.
        "- the bank\n- the school\n- the shop\n- National Park Service",
        "- Hall Ltd\n- Lee and Lane\n- Flexion Inc.\n- Moe",
        "- Eat bread\n- Drink milk\n- Why wait?\n- Boil water",
        # Two of five are no slip.
        "- Eat bread.\n- Drink milk.\n- Cut cheese\n- Boil water\n- Cook rice.",
        "It rained.\n\n- One",
    ],
)
def test_lists(text: str) -> None:
    check(ListStyle, text)


@pytest.mark.parametrize(
    "text",
    [
        "# It broke early\n\n# It was closed\n\n# They left[[.]]\n\n# It fell down",
        # Short headings, questions, abbreviations and other levels say nothing.
        "# It broke early.\n\n# It was closed.\n\n# They all left.\n\n# Resources",
        "# It broke early\n\n# It was closed\n\n# They left the U.S.\n\n# It fell down\n\n# Who paid?",
        "# It broke early\n\n# It was closed\n\n# It fell down\n\n## They all left.",
    ],
)
def test_ends_of_headings(text: str) -> None:
    check(HeadingCase, text)


def test_lines_without_bullets_are_no_list() -> None:
    assert not find(ListStyle, "Old bread\nOld milk\nold cheese\nOld water\n\nThe end of it is here.")


@given(
    st.lists(st.sampled_from(["- Bread", "  - milk.", "- tea;", "1. Eat it.", "", "It rained."]), max_size=10)
)
def test_any_list(lines: list[str]) -> None:
    doc = document("\n".join(lines), suffix=".md")
    for finding in ListStyle().check(doc):
        assert doc.slice(finding.span)
