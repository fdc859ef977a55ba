"""Paragraphs that break off, and blocks that may end without a mark."""

import pytest

from articlelint.findings.fixes import apply_edits
from articlelint.testing import find
from articlelint_rules.fragments.unfinished_paragraph import UnfinishedParagraph

LONG = "The council said on Monday that the bridge over the river would be closed for the whole of the summer while "


def shown(text, **kwargs):
    return [text[f.span.start : f.span.end] for f in find(UnfinishedParagraph, text, **kwargs)]


def test_a_sentence_cut_in_two_is_joined():
    text = "Before.\n\nThe council said on Monday that the bridge would stay\n\nclosed for the whole summer."
    (finding,) = find(UnfinishedParagraph, text)
    joined = "Before.\n\nThe council said on Monday that the bridge would stay closed for the whole summer."
    assert apply_edits(text, [finding.fix]) == joined
    assert len(finding.related) == 1


def test_several_sentences_without_an_end():
    assert shown("It was closed in May. Nobody told the school, and the buses went on running") == ["running"]


def test_a_long_sentence_without_an_end():
    text = f"Before.\n\n{LONG}the engineers looked for cracks in the pillars and the deck under it"
    assert shown(text) == ["it"]
    assert not shown(text, options={"minimum-words": 80})


@pytest.mark.parametrize(
    "text",
    [
        "Harbour bridge to be closed\n\nThe bridge is old.",
        "There are three plans. The council has written down all of them as follows:\n\nclose it\n\nmend it",
        "Roses are red,\nviolets are blue,\nthe bridge is closed\nand the school is too",
        "The photo shows the bridge. It was taken by our reporter Anna Berg",
        "By our own correspondent",
    ],
)
def test_clean(text):
    assert not shown(text)


def test_a_lead_in_to_a_list_is_left_alone():
    text = "The bridge is old. The council has now made these three plans for it\n\n- close it\n- mend it\n"
    assert not find(UnfinishedParagraph, text, suffix=".md")


def test_minimum_words_must_be_positive():
    with pytest.raises(Exception, match="minimum-words"):
        find(UnfinishedParagraph, "It rained.", options={"minimum-words": 0})


TIDY = "The bridge was closed in May.\n\nA ferry runs.\n\nIt is full.\n\n{}\n\nThe school is closed.\n\nNobody was asked."
LOST = "The mayor said it would stay shut for years"


def test_a_short_paragraph_that_alone_has_no_end_mark_is_a_warning():
    (finding,) = find(UnfinishedParagraph, TIDY.format(LOST))
    assert UnfinishedParagraph.meta.severity_at(finding.confidence) == "warning"
    assert not find(UnfinishedParagraph, TIDY.format(LOST) + "\n\nThe ferry left for the town")
    assert not find(UnfinishedParagraph, TIDY.format("She read:\n\n" + LOST))
