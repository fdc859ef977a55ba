"""Patterns kept from run to run are those that Python would compile, or are compiled."""

from __future__ import annotations

import re
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articlelint import patterns as patterns_module
from articlelint.patterns import Patterns

SOME = [
    (r"\w+", 0),
    (r"(?P<who>[A-Z]\w+) (?:said|says)\b", re.IGNORECASE),
    (r"(a)(?P<b>b)?(?(b)c|d)", 0),
    (r"[^\W\d_]+(?=[’'])|[à-ïЀ-ӿ]{2,}?", re.IGNORECASE | re.DOTALL),
    (r"(?i:a)(?m:^b$)\Z", re.MULTILINE),
    ("\x00é\ud800", 0),
    ("", re.VERBOSE),
]


@pytest.fixture(autouse=True)
def may_write(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "dont_write_bytecode", False)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "patterns.regex"


def filled(file: Path) -> None:
    patterns = Patterns(str(file))
    for pattern, flags in SOME:
        patterns.compile(pattern, flags)
    patterns.keep()


def forbid_compiling(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise AssertionError("compiled again")

    monkeypatch.setattr(patterns_module.re, "compile", refuse)


@pytest.mark.parametrize(("pattern", "flags"), SOME)
def test_what_is_kept_is_what_python_compiles(
    file: Path, monkeypatch: pytest.MonkeyPatch, pattern: str, flags: int
) -> None:
    filled(file)
    expected = re.compile(pattern, flags)
    forbid_compiling(monkeypatch)
    found = Patterns(str(file)).compile(pattern, flags)
    assert found == expected  # which compares the code, too
    assert (found.flags, found.groups, found.groupindex) == (
        expected.flags,
        expected.groups,
        expected.groupindex,
    )


@given(text=st.text("aAbBcdéÉ’ЯXs\n", max_size=20))
def test_it_finds_the_same(text: str) -> None:
    for pattern, flags in SOME:
        code = patterns_module._taken_apart(pattern, int(flags))
        found = patterns_module._assembled(pattern, code)
        assert found is not None
        expected = re.compile(pattern, flags)
        assert [m.groups() + m.span() for m in found.finditer(text)] == [
            m.groups() + m.span() for m in expected.finditer(text)
        ]


@pytest.mark.parametrize(
    "damage",
    [
        lambda data: data[:0],
        lambda data: data[:-20],
        lambda data: b"another build" + data,
        lambda data: data.partition(b"\0")[0] + b"\0",
        lambda data: data.partition(b"\0")[0] + b"\0N",
    ],
)
def test_a_file_that_cannot_be_used(file: Path, damage: object) -> None:
    filled(file)
    assert callable(damage)
    whole = file.read_bytes()
    file.write_bytes(damage(whole))
    filled(file)
    assert file.read_bytes() == whole


def test_code_that_python_refuses_is_compiled(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(pattern: str, flags: int) -> tuple[int, bytes, int, dict[str, int], tuple[None, ...]]:
        del pattern
        return flags, b"\xff" * 40, 0, {}, (None,)

    monkeypatch.setattr(patterns_module, "_taken_apart", broken)
    filled(file)
    assert Patterns(str(file)).compile(r"\w+") == re.compile(r"\w+")


def test_a_wrong_pattern_is_an_error_as_ever(file: Path) -> None:
    with pytest.raises(re.error, match="unterminated"):
        Patterns(str(file)).compile("(")


def test_nothing_is_written_where_python_writes_no_bytecode(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    filled(file)
    assert not file.exists()


def test_a_folder_that_cannot_be_written(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(patterns_module.os, "access", lambda *_: False)
    filled(file)
    assert list(file.parent.iterdir()) == []


def test_a_disk_that_is_full(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise OSError("no space")

    monkeypatch.setattr(patterns_module.os, "replace", refuse)
    filled(file)
    assert not file.exists()


def test_old_patterns_do_not_add_up(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(patterns_module, "MOST", 5)
    filled(file)
    patterns = Patterns(str(file))
    patterns.compile("new")
    patterns.keep()
    size = file.stat().st_size
    forbid_compiling(monkeypatch)
    assert Patterns(str(file)).compile("new").pattern == "new"
    assert size < 400
