"""The offset map: the way from the prose to the source and back."""

from __future__ import annotations

from articlelint.markup.base import OffsetMap
from articlelint.markup.builder import Builder
from articlelint.model import BlockKind, Span

#  source: "<p>Caf&eacute; <b>au</b> lait</p><p>Tea</p>"
SOURCE = "<p>Caf&eacute; <b>au</b> lait</p><p>Tea</p>"


def built() -> OffsetMap:
    builder = Builder(SOURCE)
    builder.open_block(BlockKind.PARAGRAPH)
    builder.text(3, 6)
    builder.replaced("é", 6, 14)
    builder.text(14, 15)
    builder.text(18, 20)
    builder.text(24, 29)
    builder.open_block(BlockKind.PARAGRAPH)
    builder.text(36, 39)
    markup = builder.finish()
    assert markup.text == "Café au lait\n\nTea"
    return markup.offsets


def source(start: int, end: int) -> str:
    span = built().span(Span(start, end))
    return SOURCE[span.start : span.end]


def test_a_span_covers_the_markup_inside_it_and_none_around_it() -> None:
    assert source(0, 4) == "Caf&eacute;"
    assert source(3, 4) == "&eacute;"
    assert source(5, 7) == "au"
    assert source(5, 12) == "au</b> lait"
    assert source(0, 7) == "Caf&eacute; <b>au"
    assert source(8, 12) == "lait"
    assert source(14, 17) == "Tea"


def test_an_insertion_stands_next_to_the_word_before_it() -> None:
    offsets = built()
    assert offsets.span(Span(7, 7)) == Span(20, 20)
    assert offsets.span(Span(12, 12)) == Span(29, 29)
    assert offsets.span(Span(0, 0)) == Span(3, 3)
    assert offsets.span(Span(17, 17)) == Span(39, 39)


def test_only_what_has_no_markup_inside_is_contiguous() -> None:
    offsets = built()
    assert offsets.contiguous(Span(0, 5))
    assert offsets.contiguous(Span(5, 7))
    assert offsets.contiguous(Span(7, 12))
    assert not offsets.contiguous(Span(0, 7))
    assert not offsets.contiguous(Span(5, 8))
    assert not offsets.contiguous(Span(8, 17)), "an edit never reaches from one block into the next"
    assert offsets.contiguous(Span(9, 9))


def test_the_way_back() -> None:
    offsets = built()
    assert [offsets.prose_at(at) for at in (0, 3, 5, 6, 7, 14, 15, 18, 19, 20, 24, 29, 36, 38)] == [
        *(0, 0, 2, 3, 4, 4, 5, 5, 6, 7, 7, 14, 14, 16)
    ]
    assert offsets.prose_at(39) == offsets.prose_at(500) == 17


def test_no_prose_maps_to_the_start() -> None:
    offsets = Builder("<p></p>").finish().offsets
    assert offsets.span(Span(0, 0)) == Span(0, 0)
    assert offsets.prose_at(3) == 0
    assert offsets.contiguous(Span(0, 0))


def test_what_is_left_out_leaves_no_double_space() -> None:
    text = "one [^1] two [^2]."
    builder = Builder(text)
    builder.open_block(BlockKind.PARAGRAPH)
    builder.text(0, 4)
    builder.dropped()
    builder.text(8, 13)
    builder.dropped()
    builder.text(17, 18)
    assert builder.finish().text == "one two."


def test_a_picture_has_a_stand_in_only_between_words() -> None:
    text = "@ one @ two @"
    builder = Builder(text)
    builder.open_block(BlockKind.PARAGRAPH)
    builder.picture(0, 1)
    builder.text(1, 6)
    builder.picture(6, 7)
    builder.text(7, 12)
    builder.picture(12, 13)
    assert builder.finish().text == "one \N{OBJECT REPLACEMENT CHARACTER} two"
