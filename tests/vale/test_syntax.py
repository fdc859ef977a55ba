"""Patterns in Go's syntax, run by ``regex``; and that a look-up finds what a pattern would."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
import regex
from hypothesis import given, settings
from hypothesis import strategies as st

from articlelint.testing import document
from articlelint_vale.characters import PatternError
from articlelint_vale.patterns import Expression, whole_match
from articlelint_vale.scopes import read_scopes
from articlelint_vale.shapes import forms, needed
from articlelint_vale.syntax import translate
from articlelint_vale.tokens import Token, Tokens
from articlelint_vale.views import Views
from articlelint_vale.words import Words


def matched(pattern: str, text: str) -> list[str]:
    return [m.group() for m in regex.finditer(translate(pattern).text, text, regex.V1)]


@pytest.mark.parametrize(
    ("pattern", "text", "found"),
    [
        (r"a(?i)b|c", "aB AB C c ab", ["aB", "C", "c", "ab"]),
        (r"(?i:a)b", "Ab AB ab", ["Ab", "ab"]),
        (r"(?:(?i)a)b", "Ab AB", ["Ab"]),
        (r"a\Z", "a b a\n", ["a"]),
        (r"a\z", "a b a\n", []),
        (r"\Aa", "a a", ["a"]),
        (r"(?<name>\w)\k<name>", "aa ab bb", ["aa", "bb"]),
        (r"(?P<name>\w)\1", "aa ab", ["aa"]),
        (r"(?'name'\w)x", "ax", ["ax"]),
        (r"[[]a[]]", "[a]", ["[a]"]),
        (r"[]a]+", "]a]", ["]a]"]),
        (r"[a&&b]", "a & b", ["a", "&", "b"]),
        (r"[+\-.]", "a+b-c.d", ["+", "-", "."]),
        (r"[a-]", "a-b", ["a", "-"]),
        (r"[\w-]+", "well-known fact", ["well-known", "fact"]),
        (r"[a-z-[aeiou]]+", "hello", ["h", "ll"]),
        (r"[[:upper:]]+", "ABc", ["AB"]),
        (r"[^\S\n]", "a b\nc", [" "]),
        (r"a{2}", "aaa", ["aa"]),
        (r"a{e}", "a{e} ae", ["a{e}"]),
        (r"{a}", "{a}", ["{a}"]),
        (r"\p{Lu}\pL", "Ab ab", ["Ab"]),
        (r"\P{L}", "a1", ["1"]),
        (r"\x41\x{42}\u0043", "ABC", ["ABC"]),
        (r"\t\e\cA", "\t\x1b\x01", ["\t\x1b\x01"]),
        (r"a(?# a comment )b", "ab", ["ab"]),
        (r"(?<!\bMr\s+)Smith(?=\s*,)", "Mr Smith, Smith, Smith", ["Smith"]),
        (r"(?>a+)b", "aab", ["aab"]),
        (r"(?n)(a)", "a", ["a"]),
        (r"a\.b\-c\/d", "a.b-c/d", ["a.b-c/d"]),
        (r"(?s)a.b", "a\nb", ["a\nb"]),
        (r"(?m)^b$", "a\nb\n", ["b"]),
        (r"straße", "strasse straße", ["straße"]),
        ("a|", "a", ["a", ""]),
    ],
)
def test_translation(pattern: str, text: str, found: list[str]) -> None:
    assert matched(pattern, text) == found


@pytest.mark.parametrize(
    ("pattern", "reason"),
    [
        ("(a", "a '(' without its ')'"),
        ("a)", "a ')' without its '('"),
        ("[a", "a '[' without its ']'"),
        ("*a", "nothing before it"),
        ("a\\", "nothing after it"),
        (r"\y", "'\\y' is unknown"),
        (r"\p", "without the name of a class"),
        ("(?x)a b", "is not supported"),
        ("(?<a-b>c)", "is not supported"),
        ("(?#", "a '(' without its ')'"),
        ("a{3,2}", "asks for more than it allows"),
    ],
)
def test_what_cannot_be_translated_is_named(pattern: str, reason: str) -> None:
    with pytest.raises(PatternError) as raised:
        translate(pattern)
    assert reason in str(raised.value)


@pytest.mark.parametrize(
    ("pattern", "expected"),
    [
        ("colou?r", ("colour", "color")),
        ("colou??r", ("color", "colour")),
        (
            "(?:e-?|electronic )mails?",
            ("e-mails", "e-mail", "emails", "email", "electronic mails", "electronic mail"),
        ),
        ("[Ee]mail", ("Email", "email")),
        (r"3\-D", ("3-D",)),
        ("a(?:b|)", ("ab", "a")),
        (r"\w+", None),
        ("a+", None),
        ("a{2}", None),
        ("[a-z]", None),
        ("[^a]", None),
        ("(?i:a)", None),
        ("a(?=b)", None),
        (r"\ba", None),
        ("[abcd][abcd][abcd]", None),
    ],
)
def test_patterns_that_are_lists(pattern: str, expected: tuple[str, ...] | None) -> None:
    assert forms(translate(pattern).shape) == expected


@pytest.mark.parametrize(
    ("pattern", "expected"),
    [
        (r"\w+ing the Ferry", {"ing the ferry"}),
        (r"(?:cat|dog)s?\s+\w+", {"cat", "dog"}),
        (r"(?:cat)?\s+x", {"x"}),
        (r"(?:cat|\w)s", {"s"}),
        (r"\d+", set[str]()),
        ("(?!cat)", set[str]()),
    ],
)
def test_what_a_pattern_cannot_do_without(pattern: str, expected: set[str]) -> None:
    assert needed(translate(pattern).shape) == expected


def test_a_pattern_that_never_ends_is_stopped(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("articlelint_vale.patterns.SECONDS", 0.05)
    expression = Expression(r"(?:a|aa|b\1)+$()", "styles/Desk/Rule.yml:4")
    with pytest.raises(TimeoutError, match=r"Rule.yml:4: .* found no end"):
        list(expression.all("a" * 200 + "b"))


@pytest.mark.parametrize(
    ("pattern", "text", "expected"),
    [
        (r"(\w)(?P<n>\w)\2", "aba abb", ["abb"]),  # a group with a name comes after the others
        (r"(?P<n>\w)(\w)\1", "aba abb", ["abb"]),
        (r"(a\1|b)", "aa b", ["b"]),  # in itself, a group has matched nothing
        (r"\1(a)", "aa", []),
    ],
)
def test_references_by_number(pattern: str, text: str, expected: list[str]) -> None:
    expression = Expression(pattern, "styles/Desk/Rule.yml:4", groups_before=0)
    assert [match.group() for match in expression.all(text)] == expected


@pytest.mark.parametrize(
    ("pattern", "reason"),
    [
        ("a|" * 30_000, "it has 60,000 characters; the most are 50,000"),
        ("(" * 60 + "a" + ")" * 60, "more than 50 parentheses, one inside the other"),
        ("(?:(?:a{1000}){1000}){1000}", "it is too large"),
        ("a{1000000,}", "it is too large"),
    ],
)
def test_a_pattern_that_is_too_large_is_refused_at_once(pattern: str, reason: str) -> None:
    with pytest.raises(PatternError, match=reason):
        translate(pattern)


def test_what_should_be_may_be_a_pattern() -> None:
    assert whole_match("OK|okay", "okay")
    assert not whole_match("OK|okay", "ok")
    assert whole_match("C++ (", "C++ (")


_LETTERS = st.text("abB", min_size=1, max_size=3)
_ATOMS = st.one_of(
    _LETTERS,
    st.builds("{}?{}".format, _LETTERS, _LETTERS),
    st.builds("{} {}".format, _LETTERS, _LETTERS),
    st.builds("{}-{}".format, _LETTERS, _LETTERS),
    st.builds("(?:{}|{})".format, _LETTERS, _LETTERS),
    st.builds("[{}]{}".format, _LETTERS, _LETTERS),
    st.builds("{}\\w*".format, _LETTERS),
    st.builds("\\w+{}".format, _LETTERS),
)
_TEXTS = st.lists(st.sampled_from([*"abB", " ", "-", ".", "'", "1", "_", "a b", "ab"]), max_size=25).map(
    "".join
)


def _found(tokens: list[str], text: str, *, folded: bool, words: bool) -> Iterator[tuple[int, int, int]]:
    views = Views(document(text))
    listed = Tokens([Token(token, "x:1", folded) for token in tokens], words=words)
    hits = Words([("rule", listed.forms)]).hits(views).get("rule", ())
    scopes, _ = read_scopes(("text",))
    for found in listed.find(views, scopes, hits):
        yield found.unit.start + found.start, found.unit.start + found.end, found.entry


@settings(max_examples=600, deadline=None)
@given(st.lists(_ATOMS, min_size=1, max_size=5), _TEXTS, st.booleans(), st.booleans())
def test_a_look_up_finds_what_one_pattern_of_alternatives_would(
    tokens: list[str],
    text: str,
    folded: bool,
    words: bool,
) -> None:
    views = Views(document(text))
    edge = r"\b" if words else ""
    whole = regex.compile(
        ("(?i)" if folded else "") + f"{edge}(?:{'|'.join(f'({token})' for token in tokens)}){edge}", regex.V1
    )
    scopes, _ = read_scopes(("text",))
    expected = [
        (unit.start + m.start(), unit.start + m.end(), (m.lastindex or 0) - 1)
        for unit in views.units(scopes)
        for m in whole.finditer(unit.text)
    ]
    assert list(_found(tokens, text, folded=folded, words=words)) == expected


@pytest.mark.parametrize(
    ("pattern", "local"),
    [
        (r"a\b", True),
        ("^a$", False),
        ("(?i)(?:a|b)", True),
        ("a(?!b)", False),
        ("(?<=b)a", False),
        ("(?>a+)", False),
        (r"\Aa", False),
        (r"a\z", False),
        ("(?-m)a$", False),
    ],
)
def test_what_one_search_of_the_whole_text_can_rule_out(pattern: str, local: bool) -> None:
    assert translate(pattern).local is local


_EDGES = st.lists(
    st.sampled_from(["a", "b", "^", "$", r"\b", r"\s", r"\w*", "(?:a|b$)", "(?!a)", r"\Z"]),
    min_size=1,
    max_size=5,
)


@settings(max_examples=400, deadline=None)
@given(_EDGES.map("".join), st.lists(st.text("ab ", min_size=1, max_size=5), max_size=4))
def test_a_local_pattern_that_matches_in_a_block_matches_in_the_whole(
    pattern: str, blocks: list[str]
) -> None:
    made = translate(pattern)
    if made.local and any(regex.search(f"(?m){made.text}", block, regex.V1) for block in blocks):
        assert regex.search(f"(?m){made.text}", "\n\n".join(blocks), regex.V1)
