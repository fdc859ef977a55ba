"""Tokens: every mark of the prose in one token, offsets exact, the same for all rules."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from articlelint.text.tokens import TokenKind, tokenize

PROSE = st.text(
    alphabet=st.sampled_from("abcdé ABCÖ.,'’-–—…\"“”()[]0123456789@#/:;!?_&%$\n\t\u00ad\u0301\u200b²½км"),
    max_size=80,
)


@given(st.one_of(st.text(max_size=60), PROSE))
@settings(deadline=None, max_examples=200)
def test_tokens_cover_all_but_the_white_space(text: str) -> None:
    tokens = tokenize(text)
    at = 0
    for token in tokens:
        assert text[token.span.start : token.span.end] == token.text
        assert token.text
        assert not text[at : token.span.start].strip()
        assert token.span.start >= at
        at = token.span.end
    assert not text[at:].strip()
    assert list(tokens.lowered) == [token.text.lower() for token in tokens]
    assert [tokens.adjoins(i) for i in range(1, len(tokens))] == [
        end == start for end, start in zip(tokens.ends, tokens.starts[1:], strict=False)
    ]


@given(PROSE)
@settings(deadline=None, max_examples=100)
def test_tokens_are_the_same_after_white_space(text: str) -> None:
    alone, shifted = tokenize(text), tokenize("  " + text)
    assert alone.texts == shifted.texts
    assert alone.kinds == shifted.kinds
    assert [start + 2 for start in alone.starts] == list(shifted.starts)


@given(st.lists(st.tuples(st.sampled_from([" ", "  ", "\n", "\n\n", " \n\n\n", "\t", "\u00a0"]), PROSE)))
@settings(deadline=None, max_examples=100)
def test_any_white_space_divides_like_a_space(parts: list[tuple[str, str]]) -> None:
    words = ["-".join(text.split()) for _, text in parts]
    uneven = "".join(space + word for (space, _), word in zip(parts, words, strict=True))
    assert tokenize(uneven).texts == tokenize(" ".join(words)).texts


@pytest.mark.parametrize(
    ("text", "tokens"),
    [
        ("Kyiv’s mayor doesn't know.", ["Kyiv’s", "mayor", "doesn't", "know", "."]),
        ("a ten-year-old US-backed plan", ["a", "ten-year-old", "US-backed", "plan"]),
        ("The U.S.-led force; the U.S.'s role", ["The", "U.S.-led", "force", ";", "the", "U.S.'s", "role"]),
        ("at 9 a.m. Monday", ["at", "9", "a.m.", "Monday"]),
        ("a Ph.D. in law", ["a", "Ph.D.", "in", "law"]),
        ("up 3.5% to $1,200.50", ["up", "3.5%", "to", "$", "1,200.50"]),
        ("It rained.Then it stopped.", ["It", "rained", ".", "Then", "it", "stopped", "."]),
        ("the ’90s, rock’n’roll", ["the", "’", "90s", ",", "rock’n’roll"]),
        ("Wait ... what?!", ["Wait", "...", "what", "?", "!"]),
        ("a 3–2 win — at last", ["a", "3", "–", "2", "win", "—", "at", "last"]),
    ],
)
def test_words(text: str, tokens: list[str]) -> None:
    assert list(tokenize(text).texts) == tokens


@pytest.mark.parametrize(
    ("text", "other"),
    [
        ("See https://example.org/a?b=c.", "https://example.org/a?b=c"),
        ("(www.example.org)", "www.example.org"),
        ("Amazon.com said", "Amazon.com"),
        ("write to jane.doe@example.co.uk, please", "jane.doe@example.co.uk"),
        ("open report_2.pdf now", "report_2.pdf"),
        ("as @jane said", "@jane"),
        ("under #ferry", "#ferry"),
    ],
)
def test_what_is_no_prose(text: str, other: str) -> None:
    tokens = tokenize(text)
    assert [t.text for t in tokens if t.kind is TokenKind.OTHER] == [other]


def test_kinds() -> None:
    kinds = [token.kind for token in tokenize("Half: ½, 2nd, two.")]
    word, number, mark = TokenKind.WORD, TokenKind.NUMBER, TokenKind.PUNCTUATION
    assert kinds == [word, mark, number, mark, number, mark, word, mark]


@pytest.mark.parametrize("unit", ["a.", "a-", "1.", "x@", "a.com", "www.", "-", ".", "aa.", "é́", "[1]", "_"])
def test_time_is_linear(unit: str) -> None:
    # A quadratic pattern would take minutes here.
    assert len(tokenize(unit * 20_000)) > 0


def test_slices_are_tokens() -> None:
    tokens = tokenize("one two three")
    assert tokens[1:].texts == ("two", "three")
    assert tokens[-1].text == "three"
