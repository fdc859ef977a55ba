"""double-punctuation: which pairs are slips, and what is left of them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articlelint.findings.fixes import apply_edits
from articlelint.testing import document, find
from articlelint_rules.typography.double_punctuation import DoublePunctuation

FIXED = {
    "He left,. She stayed.": "He left. She stayed.",
    "He left,. and she stayed.": "He left, and she stayed.",
    "He left.; she stayed.": "He left; she stayed.",
    "He said;: no.": "He said: no.",
    "It is (old),, they say.": "It is (old), they say.",
    "“It is old!,” he said.": "“It is old!” he said.",
    "He came from Tarn F.C.. She did not.": "He came from Tarn F.C. She did not.",
}

RIGHT = """
Lee Jr., of Tarn, Pa.; Hall Ltd., of Oslo.
They came at 6 p.m.: it was late.
The dept., the corp., the govt., approx., and est., are abbreviated.
It is 3.5, not 3.,5 or .5.
Wait.... no. Wait, what?? Oh!?
Use has::colour and obj?.name.
The band Plop!. The play You're Next?, by Lee.
The caf&#233;, the bar &amp;, and the shop.
Smile :), and frown ;), all day.
"""


@pytest.mark.parametrize("text", FIXED)
def test_the_mark_that_is_left(text: str) -> None:
    fixes = [finding.fix for finding in find(DoublePunctuation, text) if finding.fix]
    assert apply_edits(text, fixes) == FIXED[text]


@pytest.mark.parametrize("text", RIGHT.strip().splitlines())
def test_marks_that_go_together(text: str) -> None:
    assert not find(DoublePunctuation, text)


@given(st.text(st.sampled_from('ab A.,;:?!”"\n'), max_size=40))
def test_any_text(text: str) -> None:
    doc = document(text)
    assert all(len(doc.slice(finding.span)) == 2 for finding in DoublePunctuation().check(doc))
