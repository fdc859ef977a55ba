"""Characters that nobody sees: the rules do not see them either, and positions stay exact."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markup.checks import parse

from articlelint.markup.unseen import seen
from articlelint.model import Span

SAME = {
    "Ky\u00adiv": "Kyiv",
    "Ky\u200biv": "Kyiv",
    "the\u200b the": "the the",
    "Orba\u0301n": "Orbán",
    "GPT\u20114o": "GPT-4o",
    "co\u2010op": "co-op",
    "10\u202f%": "10\u00a0%",
    "Mar\u00c3\u00ada": "Mar\u00c3\u00ada",
    "\ufeffKyiv": "Kyiv",
}
PROSE = st.text(
    alphabet=st.sampled_from("ab\u00c3 -\u00ad\u200b\u2060\u0301\u0308\u2011\u202f"), min_size=1, max_size=40
)


@pytest.mark.parametrize(("source", "prose"), SAME.items())
def test_what_looks_the_same_is_the_same(source: str, prose: str) -> None:
    assert "".join(run for run, _, _ in seen(source, 0, len(source))) == prose


@given(PROSE)
def test_runs_are_in_order_and_keep_what_is_seen(source: str) -> None:
    at = 0
    for run, start, end in seen(source, 0, len(source)):
        assert run
        assert at <= start < end <= len(source)
        assert not set(run) & set("\u200b\u2060\u2011\u202f")
        at = end


@pytest.mark.parametrize("suffix", [".txt", ".md", ".html"])
def test_positions_are_those_of_the_source(suffix: str) -> None:
    source = "The \u200bmayor of Ky\u00adiv met Orba\u0301n.\n"
    markup = parse(source, suffix)
    assert markup.text == "The mayor of Kyiv met Orbán."
    for word in ("Kyiv", "Orbán", "met"):
        at = markup.text.index(word)
        found = markup.offsets.span(Span(at, at + len(word)))
        assert source[found.start : found.end].replace("\u00ad", "").replace("a\u0301", "á") == word
    at = markup.text.index("Kyiv")
    assert not markup.offsets.contiguous(Span(at, at + len("Kyiv")))


def test_entities_are_left_out_too() -> None:
    assert parse("<p>The govern&shy;ment of Ky&#x200b;iv</p>", ".html").text == "The government of Kyiv"


def test_lines_of_nothing_make_no_block() -> None:
    assert parse("One.\n\n\u200b\n\nTwo.", ".txt").text == "One.\n\nTwo."
