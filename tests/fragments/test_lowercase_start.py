"""Sentences and paragraphs that start in lower case, and those that may."""

import pytest

from articlelint.testing import find, marked
from articlelint_rules.fragments.lowercase_start import LowercaseStart


def check(text, **kwargs):
    plain, spans = marked(text)
    assert [f.span for f in find(LowercaseStart, plain, **kwargs)] == spans


@pytest.mark.parametrize(
    "text",
    [
        "The ferry left at noon. [[the]] bus did not wait.",
        "Who had known? [[the]] minister had not asked.",
        "“We lost.” [[she]] closed the door.",
        "It was late. [[in]] the morning it rained.",
        "He was born in 1978. [[his]] father was a baker.",
        "The council met on Monday.\n\n[[members]] voted to close the pool.",
    ],
)
def test_flagged(text):
    check(text)


@pytest.mark.parametrize(
    "text",
    [
        "It was late ... and then it rained.",
        "“Stop!” he said. “Really?” asked the boy.",
        "The form (see below!) is on page 3. It is short.",
        "Yahoo! shares fell. The rest rose.",
        "He ran git status. npm install came next.",
        "Send the form to the office. e.g. a letter will do.",
        "See sec. two of the act. It is short.",
        "The list:\n\na coat\n\na torch",
        "He asked why ? or so it seemed ? and left.",
    ],
)
def test_clean(text):
    check(text)


def test_lists_in_markdown_are_left_alone():
    assert not find(LowercaseStart, "Bring what you have.\n\n- a coat. it rains\n- a torch.\n", suffix=".md")
