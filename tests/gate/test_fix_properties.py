"""What no fix may do, whatever the rules propose: see docs/adr/0041."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from articlelint.config.discovery import Configuration
from articlelint.engine import Engine
from articlelint.findings.fixes import Fixer
from articlelint.model import BlockKind, Safety
from articlelint.plugins.loading import load
from articlelint.source import Source
from articlelint.testing import document

PIECES = st.sampled_from(
    """
    the the The ANd THis a a is he said mayor kiev Kyiv Monday monday late.He file.Name Corp it's don’t BEd 3 2
    organise organize â€œ â€\x9d Ã© &amp; ENDS said: well, end.
    """.split()
)
MARKS = st.sampled_from(
    ["“", "”", '"', "‘", "’", "'", ",", ".", "!", ":", "...", "…", "(", ")", " ,", " .", " -- "]
)
GAPS = st.sampled_from([" ", " ", " ", "", "  ", "\u00a0 ", "\n", "\n\n", "\n\n> ", " **", "** ", "_"])
TEXTS = st.lists(st.tuples(PIECES, MARKS | st.just(""), GAPS, MARKS | st.just("")), max_size=14).map(
    lambda parts: "".join(map("".join, parts))
)
NAMES = st.sampled_from(["a.txt", "a.md", "a.html"])


@cache
def engine() -> Engine:
    """An engine that runs all rules, also those that are off by default."""
    registry = load()
    return Engine(registry, Configuration(isolated=True), only=frozenset(registry.rules))


def fixed(source: Source, *, unsafe: bool = False) -> Source:
    fixer = Fixer(engine().lint, unsafe=unsafe)
    return fixer.source(source, Path(source.path).absolute()).after


def letters(text: str) -> str:
    return "".join(c for c in text if c.isalnum())


def quoted(source: Source) -> list[str]:
    """The letters and digits of each outer quotation and each block quotation."""
    doc = document(source.text, suffix=Path(source.path).suffix)
    spans = [quote.inner for quote in doc.quotes if quote.depth == 0]
    spans += [block.span for block in doc.blocks if block.kind is BlockKind.BLOCKQUOTE]
    return [letters(doc.slice(span)) for span in sorted(spans)]


def marks(text: str) -> str:
    """The marks of a text, with one sign for all quotation marks."""
    return re.sub("[“”„]", '"', "".join(c for c in text if c in ',.!?;:“”„"'))


@settings(max_examples=150)
@given(TEXTS.filter(lambda text: "â" not in text and "Ã" not in text and "&" not in text), NAMES)
@example("He said ”sad ANd long” day.\n", "a.txt")
@example("It was a ”sad ANd long day for the the city.\n", "a.txt")
@example('““I a a """\n', "a.txt")
@example("> It was the the end.", "a.md")
def test_a_safe_fix_leaves_quoted_words_lines_and_the_order_of_marks(text: str, name: str) -> None:
    before = Source(name, text)
    after = fixed(before)
    kept = letters(after.text)
    position = 0
    for words in quoted(before):
        position = kept.find(words, position)
        assert position >= 0, after.text
    assert after.text.count("\n") == text.count("\n")
    assert marks(after.text) == marks(text)


@settings(max_examples=150)
@given(text=TEXTS, name=NAMES, unsafe=st.booleans())
@example(
    text="The ferry was late because of the\n\nstorm in the north on Monday.\n", name="u.md", unsafe=True
)
@example(
    text="She said: “I want to go home.\n\nI want to go now.” Nobody answered.\n", name="a.txt", unsafe=True
)
def test_what_is_fixed_has_nothing_left_to_fix(text: str, name: str, *, unsafe: bool) -> None:
    once = fixed(Source(name, text), unsafe=unsafe)
    assert fixed(once, unsafe=unsafe).text == once.text
    allowed = {Safety.SAFE, Safety.UNSAFE} if unsafe else {Safety.SAFE}
    left = engine().lint(once, Path(name).absolute()).diagnostics
    assert not [d for d in left if d.fix is not None and d.fix.safety in allowed]


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("a.md", "The Corp **.** is here.\n"),
        ("a.md", "The **Corp** . is here.\n"),
        ("a.md", "The **Corp **, here.\n"),
        ("a.md", "> It was the the end.\n"),
        ("a.md", "It was the\nthe end.\n"),
        ("a.html", "<p>It was the\nthe end, in <q>the the city</q>.</p>\n"),
        ("a.txt", "Call file.Name, base.I and my_the the.\n"),
        ("a.txt", "They won by 3 : 2 on Monday. She has a BEd from Leeds.\n"),
        ("a.txt", "She said: “I want to go home.\n\nI want to go the the now.” Nobody answered.\n"),
    ],
)
def test_what_no_safe_fix_touches(name: str, text: str) -> None:
    assert fixed(Source(name, text)).text == text


def test_marks_are_mended_before_words() -> None:
    assert (
        fixed(Source("a.txt", "He said â€œthe ANd soâ€\x9d today.\n")).text == "He said “the ANd so” today.\n"
    )


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("a.md", "> - It is the the end of May.\r\n"),
        ("a.md", "> 1. It is the the end of May.\n"),
        ("a.md", "> # It is the the end of May\n"),
        ("a.md", "> | It is the the end | b |\n> | --- | --- |\n> | It is the the end | x |\n"),
        ("a.md", "Hello.[^1]\n\n[^1]: > It is the the end of May.\n"),
        ("a.md", "Hello.[^1]\n\n[^1]: She wrote:\n\n    > It is the the end of May.\n"),
        ("a.md", "> <ul><li>It is the the end of May.</li></ul>\n"),
        ("a.md", "<blockquote>\n\nIt is the the end of May.\n\n</blockquote>\n"),
        ("a.md", '{{< blockquote author="Anna" >}}\nIt is the the end of May.\n{{< /blockquote >}}\n'),
        ("a.md", "[pullquote]\n\nIt is the the end of May.\n\n[/pullquote]\n"),
        ("a.md", "{% quote %}\n\nIt is the the end of May.\n\n{% endquote %}\n"),
        ("a.md", '!!! quote "Anna"\n\n    It is the the end of May.\n'),
        ("a.html", "<blockquote><ul><li>It is the the end of May.</ul></blockquote>"),
        ("a.html", "<blockquote><h2>It is the the end of May"),
        ("a.html", "<blockquote><figure><figcaption>It is the the end.</figcaption></figure></blockquote>"),
        ("a.html", "{% quote %}<p>It is the the end of May.</p>{% endquote %}"),
        ("a.txt", "> - It is the the end of May.\n"),
    ],
)
def test_nothing_in_a_block_quotation_is_changed(name: str, text: str) -> None:
    assert fixed(Source(name, text)).text == text


def test_a_quotation_that_is_not_closed_reaches_no_further() -> None:
    text = "The tag <blockquote> is HTML, [pullquote] is not.\n\nIt is the the end of May.\n"
    assert "is the end" in fixed(Source("a.txt", text)).text


def test_a_deletion_at_the_end_of_emphasis_is_not_made() -> None:
    """The space that is left before the mark would break the emphasis, wherever its paragraph stands."""
    text = "I met her.\n\n*He left. Follow her on Twitter.*\n\nIt ended.\n"
    assert fixed(Source("a.md", text), unsafe=True).text == text
