"""Which quotation marks belong together: cases that newspapers print, and properties of any string."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from steps import steps

from articlelint.model import Block, BlockKind, Span
from articlelint.testing import document, marked
from articlelint.text.quote_pairing import find_quotes, pair_marks
from articlelint.text.quotes import Quote

# The quotations of each text stand in [[ ]], marks included.
PAIRED = [
    "[[“Hello,”]] she said. [[“I am the boys’ aunt.”]]",
    '[["Hello,"]] she said. [["I am the boys\' aunt."]]',
    "[[‘It is the dogs’ home,’]] she said. [[‘I saw ’em in the ’90s at five o’clock, rock ’n’ roll.’]]",
    "[['It is the dogs' home,']] she said. [['I saw 'em in the '90s, rock 'n' roll.']]",
    "The players' union and the [['normal']] dogs' home.",
    "[[«Bonjour»]] and [[« bonsoir »]] and [[»Guten Tag«]] and [[„Guten Abend“]] and [[„Dobry wieczór”]].",
    "[[``Typed on a terminal,'']] he said.",
    'He is 6\' 2" and the pipe is 12" wide, [["a lot,"]] he said.',
    '[["The 12" pipe is broken,"]] he said.',
    "[[“He is 6’2”,”]] she said of the 5’11” man.",
    "He said [[“she told me [[‘no way,’]] and left.”]]",
    "[[“[[‘We go,’]] he told me,”]] she said.",
    "[[\"[['We go,']] he told me,\"]] she said.",
    "[[‘She said [[“never again”]] to the boys’ faces,’]] he said.",
    'She called it [["a [["great"]] day"]] today.',
    '[["It comes across as [[“too loud”]] or [[“too soft.”]]"]]',
    'A [[“wrong"]] pair and an [["other”]] pair.',
    "A [[“wrong“]] mark and a [[”Swedish”]] one and [[“a third”]].",
    'He said,[["We are"]] and left.',
    "A score of [[“5″]] is high.",
    "A pipe of 12″ or 5′ 11″ is long.",
    'See <a href=[["x"]] class=[[”y”]]>this</a>.',
    "[[“I was—”]] he began, [[“—no, we were.”]]",
    "([[“yes”]]) and [[“no”]]; [[“maybe”]]: [[“later”]]—[[“never”]]",
    "Hawai‘i and the ‘Iolani School, ‘Murica, ’tis, ’til: [[‘fine’]].",
    "We were goin’ home and eatin’ [[‘fine’]] food.",
    "Ol’ Jack’s and James’ and Jones’s [[“inn”]].",
    "She answered: [[“Yes.”]]\n\nHe answered: [[“No.”]]",
]


@pytest.mark.parametrize("text", PAIRED)
def test_marks_pair_exactly(text):
    prose, spans = marked(text)
    doc = document(prose)
    quotations = pair_marks(doc.text, doc.blocks)
    assert sorted(quote.span for quote in quotations.quotes) == spans
    assert all(quote.closed for quote in quotations.quotes)
    assert quotations.strays == ()


# One mark is wrong; the others of the article still pair.
RECOVERED = [
    ('[["I went home, "]]he said. [["I am tired."]]', 0),
    ('[["I went home, he said.]] [["I am tired."]]', 0),
    ("[[“I went home, he said.]] [[“I am tired.”]]", 0),
    ("[[“I went home, ”]]he said. [[“I am tired.”]]", 0),
    ("[[“They see that. “]] he said, laughing.", 0),
    ("I went home,” he said. [[“I am tired.”]]", 1),
    ('I went home," he said. [["I am tired."]]', 1),
    ("It was good,’ he said. [[‘Very.’]]", 1),
    ("[[“I went home, he said.]]\n\n[[“Never,”]] she said.\n\nHe left.", 0),
    ("[[“I said 'no.”]] And then [[“yes.”]]", 0),
    ("He said: “", 1),
]


@pytest.mark.parametrize(("text", "strays"), RECOVERED)
def test_one_wrong_mark_costs_one_quotation(text, strays):
    prose, spans = marked(text)
    doc = document(prose)
    quotations = pair_marks(doc.text, doc.blocks)
    assert [quote.span for quote in quotations.quotes] == spans
    assert len(quotations.strays) == strays


def test_the_parts_of_a_nested_quotation():
    doc = document("“She said ‘no,’ twice,” he said.")
    outer, inner = doc.quotes
    assert (outer.opening, outer.closing, outer.depth) == ("“", "”", 0)
    assert (inner.opening, inner.closing, inner.depth) == ("‘", "’", 1)
    assert doc.slice(outer.inner) == "She said ‘no,’ twice,"
    assert doc.slice(inner.inner) == "no,"


def test_a_chain_of_paragraphs():
    doc = document("She said: “One.\n\n“Two.\n\n“Three.” He left.\n\n“Four,” he said.")
    one, two, three, four = doc.quotes
    assert [q.closed for q in doc.quotes] == [False, False, True, True]
    assert [(q.continues, q.continued) for q in doc.quotes] == [
        (False, True),
        (True, True),
        (True, False),
        (False, False),
    ]
    assert one.chain is not None
    assert one.chain == two.chain == three.chain
    assert four.chain is None


def test_a_chain_of_single_marks():
    doc = document("‘It began.\n\n‘It went on,’ she said.")
    assert [(q.continues, q.continued) for q in doc.quotes] == [(False, True), (True, False)]


def test_a_picture_does_not_break_a_chain():
    text = "“One.\n\nThe harbour.\n\n“Two.”"
    blocks = (
        Block(BlockKind.PARAGRAPH, Span(0, 5)),
        Block(BlockKind.CAPTION, Span(7, 19)),
        Block(BlockKind.PARAGRAPH, Span(21, 27)),
    )
    one, two = find_quotes(text, blocks)
    assert one.continued
    assert two.continues


@pytest.mark.parametrize(
    "text", ['"We won. "We won well," he said.', '"It was cold. "2004 was colder," he said.']
)
def test_an_opening_mark_after_a_full_stop_begins_a_quotation(text):
    first, second = document(text).quotes
    assert (first.closed, second.closed) == (False, True)
    assert second.span.start == text.index('"', 1)


def test_an_open_quotation_that_nobody_takes_up_is_no_chain():
    doc = document("“One.\n\nShe left.\n\n“Two.”")
    assert not any(quote.continued or quote.continues for quote in doc.quotes)


def _one_block(text: str) -> tuple[Block, ...]:
    return (Block(BlockKind.PARAGRAPH, Span(0, len(text))),)


_words = st.lists(st.sampled_from(["we", "went", "Home", "6", "it", "Smith"]), min_size=1, max_size=4)
_marks = st.sampled_from([("“", "”"), ('"', '"'), ("‘", "’"), ("«", "»"), ("„", "“")])


@settings(deadline=None, max_examples=150)
@given(st.lists(st.tuples(_words, _marks, _words), min_size=1, max_size=6))
def test_balanced_marks_pair_exactly(pieces):
    text, spans = "", []
    for outside, (opening, closing), inside in pieces:
        text += " ".join(outside) + " "
        start = len(text)
        text += opening + " ".join(inside) + "." + closing
        spans.append(Span(start, len(text)))
        text += " "
    quotations = pair_marks(text, _one_block(text))
    assert [quote.span for quote in quotations.quotes] == spans
    assert quotations.strays == ()


_noise = st.text(alphabet="aZs3. ,:!—-(\n\u00a0'\"“”‘’„«»`’", max_size=60)


@settings(deadline=None, max_examples=400)
@given(st.lists(_noise, min_size=1, max_size=4))
def test_any_string_gives_quotations_in_bounds(paragraphs):
    blocks, at = [], 0
    for paragraph in paragraphs:
        blocks.append(Block(BlockKind.PARAGRAPH, Span(at, at + len(paragraph))))
        at += len(paragraph) + 2
    text = "\n\n".join(paragraphs)
    quotes = find_quotes(text, blocks)
    assert list(quotes) == sorted(quotes, key=lambda quote: (quote.span.start, -quote.span.end))
    for quote in quotes:
        _check(text, blocks, quote)
    for one, two in pairwise(quotes):
        assert not one.span.overlaps(two.span) or one.span.contains(two.span)


def _check(text: str, blocks: list[Block], quote: Quote) -> None:
    assert any(block.span.contains(quote.span) for block in blocks)
    assert quote.span.contains(quote.inner)
    assert text[quote.span.start : quote.inner.start] == quote.opening
    assert text[quote.inner.end : quote.span.end] == quote.closing
    assert quote.closed == bool(quote.closing)
    assert (quote.chain is not None) == (quote.continues or quote.continued)


@pytest.mark.parametrize("piece", ["“", '"a ', "«'", "‘a ", "'s ", "”", '" ', "“a‘b ", "a's "])
def test_work_is_linear_in_the_number_of_marks(piece):
    def work(times):
        text = piece * times
        return steps(lambda: find_quotes(text, _one_block(text)))

    assert work(4000) < 12 * work(500)
