"""Words typed twice, and the doublings of good English."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articlelint.findings.fixes import apply_edits
from articlelint.model import Safety
from articlelint.testing import document, find
from articlelint_rules.typography.repeated_word import RepeatedWord

SLIPS = {
    "He opened the the bridge.": ["the the"],
    "The the bridge opened.": ["The the"],
    "He went to to Tarn.": ["to to"],
    "She was was late.": ["was was"],
    "They are are late.": ["are are"],
    "The council council agreed.": ["council council"],
    "One of the of the best.": ["of the of the"],
    "He sat in the in the dark.": ["in the in the"],
    "I I agree.": ["I I"],
    "It rained for for three days and and nights.": ["for for", "and and"],
    "“It was the the end,” she said.": ["the the"],
    "It’s it’s late.": ["It’s it’s"],
    "The the the end.": ["The the", "the the"],
    "The plan is is good.": ["is is"],
    "It was was late when he left.": ["was was"],
    "There is one one way to go.": ["one one"],
    "It is more accurate accurate than before.": ["accurate accurate"],
    "These are words words that nobody needs.": ["words words"],
}

GOOD = """
He had had enough.
He said that that was that.
She gave her her book back.
What it is is a mess.
All there is is rain.
What they do do is sail.
It was very very cold and really really wet.
No no no, he said.
Bye bye, she said; hear hear, they cried.
Duran Duran played in Walla Walla.
Boutros Boutros Ghali and Sirhan Sirhan.
New York, New York.
Will will pay, and Mark marks time.
The plan he came up with, he moved in in 2019.
They logged on on Monday.
The numbers are 7 7 and ten ten.
On and on and on; again and again and again.
More and more and more.
The The sang; it is a band.
Yada yada yada.
The mahi mahi was fresh and the pom pom red.
Knock knock, tick tock.
It is done when it is “done done”.
He said: the. The end.
The-the and the—the.
the, the
Sales staff are people people, and she is a people person.
They are not friends friends.
It was a sweet sweet reminder of the pretty pretty princess.
It was a long long way, a hot hot day and a big big deal.
It is so so good.
Whatever it is is lost; what the plan was was clear.
They won one one day game and drew one one.
I like him, but I do not like like him.
""".strip().splitlines()


@pytest.mark.parametrize(("text", "words"), SLIPS.items())
def test_a_slip_is_reported(text: str, words: list[str]) -> None:
    doc = document(text)
    assert [doc.slice(f.span) for f in find(RepeatedWord, text)] == words


@pytest.mark.parametrize("text", GOOD)
def test_good_english_is_left_alone(text: str) -> None:
    assert find(RepeatedWord, text) == []


def test_words_of_two_paragraphs_are_not_doubled() -> None:
    assert find(RepeatedWord, "He opened the\n\nthe bridge") == []
    assert find(RepeatedWord, "- the\n- the\n", suffix=".md") == []


def test_across_a_line_break_and_through_markup() -> None:
    wrapped = "The bridge was opened on Monday by the\nthe mayor of Tarn, who had waited for it."
    assert len(find(RepeatedWord, wrapped)) == 1
    assert len(find(RepeatedWord, "He opened *the* the bridge.", suffix=".md")) == 1
    assert len(find(RepeatedWord, "<p>He opened <b>the</b>\n the bridge.</p>", suffix=".html")) == 1


def test_no_fix_inside_a_quotation() -> None:
    (finding,) = find(RepeatedWord, "“It was the the end,” she said.")
    assert finding.fix is None


@given(
    st.lists(
        st.sampled_from(["the", "of", "had", "ferry", "The", "I", "and", "“", "”", ",", ".", "very"]),
        max_size=14,
    )
)
def test_fixes_come_to_an_end(words: list[str]) -> None:
    text = " ".join(words)
    for _ in range(len(words) + 1):
        fixes = [f.fix for f in find(RepeatedWord, text) if f.fix and f.fix.safety is Safety.SAFE]
        if not fixes:
            return
        text = apply_edits(document(text).text, fixes)
    raise AssertionError(text)
