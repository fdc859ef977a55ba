"""dead-reference: what is a reference, and when the article has what it refers to."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articlelint.testing import document, find, marked
from articlelint_rules.leftovers.dead_reference import DeadReference


@pytest.mark.parametrize(
    "text",
    [
        "The [[photos below]] show it. See [[graph above]], and see [[Table IV]].",
        "It is shown in the [[figure below]], which is old. It leaks.",
        # Places, other texts, and things that are no pictures.
        "They hung a map above his bed, and the image below 20 metres was blurred.",
        "She skated a figure 8. They sat at table 9. It is in table 3 in the annex.",
        "The water is below the mark, and the man above lives there.",
        # Somebody else's words.
        "He said: “See table 3, and the photo above.”",
        # Something stands below or above.
        "The men are named below.\n\nAnna Berg and Ole Lie.",
        "It rained. The town named above is old.",
    ],
)
def test_hard_cases(text: str) -> None:
    plain, spans = marked(text)
    assert sorted(finding.span for finding in find(DeadReference, plain)) == spans


@pytest.mark.parametrize(
    "html",
    [
        "<p>See the photo above.</p><img src='a.jpg'>",
        "<figure><img src='a.jpg'><figcaption>A bridge</figcaption></figure><p>The photo above is old.</p>",
        "<p>Watch the video below.</p><iframe src='https://example.org'></iframe>",
        "<p>The table below is long.</p><table><tr><td>1</td></tr></table>",
    ],
)
def test_what_is_there(html: str) -> None:
    assert not find(DeadReference, html, suffix=".html")


@given(
    st.lists(st.sampled_from("the photo above below see table 3 listed . , “ ” Fig 2".split()), max_size=12)
)
def test_any_text(words: list[str]) -> None:
    doc = document(" ".join(words))
    for finding in DeadReference().check(doc):
        assert doc.slice(finding.span)
