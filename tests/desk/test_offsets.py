"""Offsets: UTF-16, and those of texts with markup."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articlelint.desk.languagetool.annotated_text import AnnotatedText
from articlelint.desk.languagetool.errors import RequestError
from articlelint.desk.utf16 import Utf16
from articlelint.model import Span

texts = st.text(alphabet=st.sampled_from("ab é😀𝒳\n\u200b"), max_size=30)


@given(texts)
def test_units_are_those_of_the_encoding(text):
    units = Utf16(text)
    for offset in range(len(text) + 1):
        assert units.units(offset) == len(text[:offset].encode("utf-16-le")) // 2


def annotated(*items):
    return AnnotatedText.read(json.dumps({"annotation": list(items)}))


def test_the_example_of_the_interface():
    text = annotated({"text": "A "}, {"markup": "<b>"}, {"text": "test"}, {"markup": "</b>"})
    assert (text.text, text.original) == ("A test", "A <b>test</b>")
    assert text.original_span(Span(2, 6)) == Span(5, 9)


def test_markup_inside_is_a_part_and_beside_is_not():
    text = annotated(
        {"markup": "<i>"}, {"text": "the"}, {"markup": "</i> "}, {"text": " the"}, {"markup": "<p>"}
    )
    assert text.original_span(Span(0, 7)) == Span(3, 15)


def test_what_markup_is_read_as_stands_for_all_of_it():
    text = annotated({"text": "One."}, {"markup": "<p>", "interpretAs": "\n\n"}, {"text": "Two."})
    assert text.text == "One.\n\nTwo."
    assert text.original_span(Span(4, 5)) == text.original_span(Span(5, 6)) == Span(4, 7)
    assert text.original_span(Span(2, 8)) == Span(2, 9)


parts = st.lists(
    st.one_of(
        st.builds(lambda text: {"text": text}, texts),
        st.builds(lambda markup: {"markup": markup}, texts),
        st.builds(lambda markup, read_as: {"markup": markup, "interpretAs": read_as}, texts, texts),
    ),
    max_size=6,
)


@given(parts)
def test_spans_stay_in_the_original_and_in_order(items):
    text = annotated(*items)
    last = Span(0, 0)
    for offset in range(len(text.text)):
        span = text.original_span(Span(offset, offset + 1))
        assert last.start <= span.start <= span.end <= len(text.original)
        last = span
    plain = "".join(item.get("text", "") for item in items)
    if all("interpretAs" not in item for item in items):
        assert text.text == plain
        assert [text.original[text.original_span(Span(i, i + 1)).start] for i in range(len(plain))] == list(
            plain
        )


@pytest.mark.parametrize(
    "data",
    [
        "", "[]", "1", "{}", '{"text": 1}', '{"text": "a", "annotation": []}', '{"annotation": {}}',
        '{"annotation": [1]}', '{"annotation": [{}]}', '{"annotation": [{"text": "a", "markup": "b"}]}',
        '{"annotation": [{"text": "a", "interpretAs": "b"}]}', '{"annotation": [{"markup": 1}]}', "[" * 100_000,
    ],
)  # fmt: skip
def test_bad_data_is_one_clear_line(data):
    with pytest.raises(RequestError, match=r"^(the parameter 'data'|in 'data', )"):
        AnnotatedText.read(data)
