"""Patterns that can never match are found, and none that can is called dead."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articlelint_house.unreachable import is_unreachable

DEAD = [
    *(r"$x", r"a(?!a)a", r"x^", r"foo(?!bar)bar", r"foo(?=baz)bar", r"(?<!a)(?<=a)b", r"[^\s\S]", r"(?!)"),
    *(r"a\bb", r"\Zx", r"x\A", r"foo(?<!foo)", r"foo(?<=bar)", r"\w\b\w", r"(?:$|x^)y", r"(\d)(?=[a-z])\d"),
    *(r"a$b", r"(a|b)(?![ab])[ab]", r"a{2,}(?<!a)b", r"x(?<=y)", r"\s\B\w", r"(?i)a(?!A)a", r"(?=ab)ac"),
    *("(?m)a^b", r"\n(?<!\n)x", r"\d+(?<=[a-z])%", r"(?a:é)\Bé\b\bx", r"(?:foo){3}(?<!o)"),
]
ALIVE = [
    *(r"a$", r"^a", r"\bfoo\b", r"foo(?!bar)", r"foo(?!bar)ba", "(?m)a\n^b", "a$\n", r"a(?!b)\w", r"(?<!a)b"),
    *(r"(?<=a)b", r"\d+ ?%", r"(?i)A(?!b)a", r"a\Bb", r"(?:a|$)b?", r"(a*)(?<!b)c", r"(?<!\w)x(?!\w)"),
    *(r"\b\d{1,3}\b", r"x*(?<=x)y", "[а-я]", r"(\w)\1", r"a(?=.*b)c.*b", r"^\s*$|x", r"(?!a)b", r"a{100}b"),
    *(r"\s\b\w", r"ß(?i:SS)", r"(?<!x)\b[A-Z]", r"a(?!a|b)c", r"a(?!bc)bd", r"x?(?<=x)", r"(?>a+)b", "“(?!”)[^”]"),
    *(r"(?<![\w$.-])US(?![\w$.&/-])(?! ?\d)", r"\bfoo\Bbar\b", r"(?i)k", r"a(?=(?:b|c))c"),
]  # fmt: skip


@pytest.mark.parametrize("regex", DEAD)
def test_no_text_matches(regex: str) -> None:
    assert is_unreachable(regex)


@pytest.mark.parametrize("regex", ALIVE)
def test_some_text_matches(regex: str) -> None:
    assert not is_unreachable(regex)


PARTS = st.sampled_from(
    [
        *("a", "b", "ab", r"\w", r"\d", r"\s", ".", "[ab]", "[^a]", "^", "$", r"\b", r"\B", r"\A", r"\Z", "a*", "b?"),
        *("(?=a)", "(?!a)", "(?<=a)", "(?<!a)", "(?=ab)", "(?!ab)", "(?<=ab)", "(?<!ab)", "(?:a|b)", "(?:ab)+", "(?!a*)"),
        *("(?=a|$)", "(?:^|a)", r"\n", "a{2,3}", "(?i:A)", "(?m:^)", "(?m:$)"),
    ]
)  # fmt: skip


@given(st.lists(PARTS, min_size=1, max_size=6), st.text(alphabet="ab1 \n", max_size=7))
def test_what_matches_is_never_called_dead(parts: list[str], text: str) -> None:
    regex = "".join(parts)
    if re.search(regex, text):
        assert not is_unreachable(regex)


@given(st.text(alphabet=r"ab()[]|*+?{}1,^$\wdsbB.!=<:", max_size=12))
def test_any_expression_has_an_answer(regex: str) -> None:
    try:
        found = re.search(regex, "ab 1\nba")
    except (re.error, OverflowError, FutureWarning):
        assert not is_unreachable(regex)
        return
    assert not (found and is_unreachable(regex))
