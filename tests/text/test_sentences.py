"""Sentences of news prose, as literate cases: a bar stands where one sentence ends and the next begins."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from articlelint.model import Block, BlockKind, Span
from articlelint.text.sentences import split_sentences
from articlelint.text.tokens import tokenize


def split(text: str) -> list[str]:
    block = Block(BlockKind.PARAGRAPH, Span(0, len(text)))
    return [text[s.span.start : s.span.end] for s in split_sentences(text, [block], tokenize(text))]


CASES = """
Mr. Brown met Dr. Ames.|They talked.
Gov. Jane Doe spoke to Lt. Col. Ray B. Stone Jr. about it.|He left.
The U.S. Senate met on Tuesday.|The House did not.
They moved to the U.S.|The firm stayed.
The train left at 9 a.m. Monday and came at 5 p.m.|The crowd cheered.
At 9 a.m. today the shops opened.
On Jan. 6 and in Sept. 2010 it rained.|In Oct. the sun came out.
Prices rose 3.5 percent.|That was a lot.
Acme Inc. said profits rose.|He works for Acme Inc.|The shares fell.
She waited ... and waited.|Nobody came…|Then it rained.
“Stop!” she said.|“Why?” asked Jones.|“Never!” Johnson shouted.|He left.
“We will win.”|He sat down.
“It was over.” said the coach.
“Is it over?”|The crowd was silent.
The sign “No Smoking.” is gone.
He said “yes.”|islanders of old never did.
The council met in Iraq.|he served as its chairman.
It ended in 2010.|he left a year later.
See www.example.org for pears, figs, etc. and more.
Pay approx. five pounds, incl. tax, vs. ten last year.
The treaty held.[2]|It was signed in May.³|Nobody knew.
No. 5 is alive.|No.|It is not.
The team came in at No. 2.|They lost.
(It was late.)|He slept.
He was 45 (she was 44).|They met (in Rome, Fla.) in May.
1. The first point.|2. The second point.
J. K. Rowling and George W. Bush came.|Vitamin C.|It helps.
Yahoo! shares rose.|Who knew?|The market did.
He lives on Main St.|The shop is in St. Louis, Mo., too.
Roe v. Wade was cited, e.g. The Times did so, i.e. twice.
Smith et al. wrote it.|The rest is known.
The price was $5.|$6 was too much.
"I am tired," he said.|"I am leaving."
The law (Sec. 3) holds.|See p. 12 and Fig. 3 there.
World War II.|He was born then.
The fee is 5 ft. 3 in. high.|The gate is not.
He is 6ft 2in. and weighs 80kg.|He is tall.
"""


@pytest.mark.parametrize("case", CASES.split("\n")[1:-1])
def test_boundaries(case: str) -> None:
    assert split(case.replace("|", " ")) == case.split("|")


@pytest.mark.parametrize("case", ["The vote failed.|The mayor resigned.", "“It failed.”|The mayor resigned."])
def test_a_lost_space_ends_a_sentence(case: str) -> None:
    assert split(case.replace("|", "")) == case.split("|")


@pytest.mark.parametrize(
    "text", ["Mr.Brown spoke.", "See index.html first.", "It cost 3.5 m.", "See e.g.Rome."]
)
def test_not_every_stop_inside_a_word_is_one(text: str) -> None:
    assert split(text) == [text]


@pytest.mark.parametrize("case", [line for line in CASES.splitlines() if "|" in line])
def test_hard_wrapped_lines_do_not_matter(case: str) -> None:
    text = case.replace("|", " ")
    wrapped = text.replace(" ", "\n")
    assert [s.replace("\n", " ") for s in split(wrapped)] == split(text)


def test_no_sentence_crosses_a_block() -> None:
    text = "A heading\n\nThe first. The second\n\nThe third."
    blocks = [
        Block(BlockKind.HEADLINE, Span(0, 9)),
        Block(BlockKind.PARAGRAPH, Span(11, 32)),
        Block(BlockKind.PARAGRAPH, Span(34, 44)),
    ]
    sentences = split_sentences(text, blocks, tokenize(text))
    assert [s.block for s in sentences] == [0, 1, 1, 2]
    assert [text[s.span.start : s.span.end] for s in sentences][1:3] == ["The first.", "The second"]


@given(st.text(alphabet=st.sampled_from('aB .!?…"”’)([]1,—\n'), max_size=60))
@settings(deadline=None, max_examples=300)
def test_every_token_is_in_one_sentence(text: str) -> None:
    tokens = tokenize(text)
    block = Block(BlockKind.PARAGRAPH, Span(0, len(text)))
    sentences = split_sentences(text, [block], tokens)
    assert [i for s in sentences for i in s.tokens] == list(range(len(tokens)))
    for s in sentences:
        assert s.span == Span(tokens.starts[s.tokens[0]], tokens.ends[s.tokens[-1]])


@pytest.mark.parametrize("unit", [". ", '."', "a. ", "[1", ".[1", "?! A", "(. ", "U.S. ", "1. "])
def test_time_is_linear(unit: str) -> None:
    # Judging each stop by more than its neighbours would take minutes here.
    assert split(unit * 20_000)
