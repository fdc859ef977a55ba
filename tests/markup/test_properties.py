"""Properties of all three parsers, on generated sources."""

from __future__ import annotations

from functools import partial

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markup.checks import SUFFIXES, parse
from steps import steps

from articlelint.markup import parser_for
from articlelint.model import Span

PIECES = """
# |## |**|*|_|__|`|``|```\\n|~~~\\n|[|](|](u)|![|)|]|[^1]|[^1]: |[a]: b\\n|> |- |1. |    |\\t|\\n|\\n\\n|  \\n|\\\\\\n|\\\\*|||
|---|---\\n|\\n---\\n|\\n===\\n|<b>|</b>|<p>|</p>|<div>|</div>|<!--|-->|<script>|</script>|<br>|<|>|&amp;|&#13;|&#0;
|&nbsp;|&copy|&|{{|}}|{{<|>}}|{%|%}|{: .x}|{.y}|~~|$|$$|word |Kyiv|naïve|—|\\r\\n|\\r|\\u2028|\\xa0|\\f|😀|“|”|---\\n
|+++\\n|title: x\\n|<![CDATA[|<![x|<?|<!|<a href="#f">|<sup>|<code>|</code>|<li>|<ul>|</ul>|<td>|<table>|<q>|</q>
|<nav>|</nav>|<head>|<title>|<pre>|<http://x.org>|:::\\n|<p class="byline">|<h1>|</h1>|- [ ] |* * *\\n|<svg/>|.|!|;
|By Jane Doe|Q: |A: |Photo: |\\u00ad|e\\u0301
"""
TOKENS = [
    piece.encode("latin-1", "backslashreplace").decode("unicode_escape")
    for piece in PIECES.replace("\n|", "|").strip().split("|")
    if piece
]
sources = st.lists(st.sampled_from([*TOKENS, "|"]), max_size=60).map("".join) | st.text(max_size=80)
suffixes = st.sampled_from(SUFFIXES)


@settings(max_examples=400)
@given(source=sources, suffix=suffixes)
def test_every_source_has_a_sound_parse(source: str, suffix: str) -> None:
    parse(source, suffix)


@settings(max_examples=150)
@given(source=sources, suffix=suffixes, data=st.data())
def test_spans_map_into_the_source(source: str, suffix: str, data: st.DataObject) -> None:
    markup = parser_for(suffix).parse(source)
    start = data.draw(st.integers(0, len(markup.text)))
    end = data.draw(st.integers(start, len(markup.text)))
    mapped = markup.offsets.span(Span(start, end))
    assert 0 <= mapped.start <= mapped.end <= len(source)


@settings(max_examples=150)
@given(source=sources, suffix=suffixes)
def test_an_edit_that_may_be_applied_changes_the_prose_and_nothing_else(source: str, suffix: str) -> None:
    markup = parse(source, suffix)
    for block in markup.blocks:
        if len(block.span) < 3 or not markup.offsets.contiguous(block.span):
            continue
        mapped = markup.offsets.span(block.span)
        raw = source[mapped.start : mapped.end]
        prose = markup.text[block.span.start : block.span.end]
        # Nothing but entities, escapes, stand-ins and white space may differ inside a contiguous range.
        if not set("&\\`{}<>!$") & set(raw) and len(raw) == len(prose):
            assert raw.split() == prose.split()


@settings(max_examples=150)
@given(source=st.lists(st.sampled_from(TOKENS), max_size=40).map("".join))
def test_newlines_of_windows_change_nothing_but_offsets(source: str) -> None:
    unix = source.replace("\r\n", "\n").replace("\r", "\n")
    for suffix in SUFFIXES:
        here = parse(unix, suffix)
        there = parse(unix.replace("\n", "\r\n"), suffix)
        assert here.text == there.text
        assert here.blocks == there.blocks


MARKS = """
*a |[|![|![[|<|`|<b>|</b>|> |- |&|{{|{%|<!--|<!-|(|[a](|*[a](|![a](|![a]|[^a|{% raw %}|<div>|</i>|``` |~~|$|$$|<?|a.
|[^1]: |**a _b |[a [b] |<p>|<a |<a b='|<a b="|<a b=|</a|<img alt="|[a](b "|[a](<b|a <!--b--> |<a/|_|](|\\|\n|[a]: b
"""


@pytest.mark.parametrize("suffix", SUFFIXES)
@pytest.mark.parametrize("piece", MARKS.strip("\n").replace("\n|", "|").split("|"))
def test_repeating_a_mark_costs_no_more_than_its_length(piece: str, suffix: str) -> None:
    """Only lines of Python are counted; ``bench/growth.py`` measures the time of all that is behind them."""
    parser = parser_for(suffix)
    few, many = (steps(partial(parser.parse, "Word. " + piece * count)) for count in (300, 3000))
    assert many <= 11 * few
