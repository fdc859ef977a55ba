"""Bytes to text and back: encodings, byte-order marks, lines and columns."""

from __future__ import annotations

import codecs
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articlelint.errors import ReadError
from articlelint.model import Place, Position, Span
from articlelint.source import Source

ENCODINGS = {
    "utf-8": (b"", codecs.BOM_UTF8),
    "utf-16-le": (codecs.BOM_UTF16_LE,),
    "utf-16-be": (codecs.BOM_UTF16_BE,),
    "utf-32-le": (codecs.BOM_UTF32_LE,),
    "utf-32-be": (codecs.BOM_UTF32_BE,),
}
PAIRS = [(name, mark) for name, marks in ENCODINGS.items() for mark in marks]


@pytest.mark.parametrize(("encoding", "mark"), PAIRS)
@given(text=st.text(st.characters(exclude_characters="\0", exclude_categories=["Cs"])))
def test_what_is_read_is_written_back_unchanged(encoding: str, mark: bytes, text: str) -> None:
    data = mark + text.encode(encoding)
    # UTF-16 text that begins with U+0000 looks like UTF-32; the strategy leaves that out.
    source = Source.decode("a.txt", data)
    assert source.encode() == data
    if not text.startswith("\ufeff"):
        assert source.text == text
        assert (source.encoding, source.mark) == (encoding, mark)


@given(data=st.binary())
def test_any_bytes_are_text_or_a_reported_error(data: bytes) -> None:
    said = "a.txt: not "
    try:
        source = Source.decode("a.txt", data)
    except ReadError as error:
        said = str(error)
    else:
        assert source.encode() == data
    assert said.startswith("a.txt: not ")


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"caf\xe9 au lait", "not valid UTF-8: byte 3 is 0xe9"),
        (codecs.BOM_UTF8 + b"caf\xe9", "not valid UTF-8: byte 6 is 0xe9"),
        (codecs.BOM_UTF16_LE + b"a\0\x00\xdc", "not valid UTF-16-LE: byte 4 is 0x00"),
        (codecs.BOM_UTF16_LE + b"a\0b", "not valid UTF-16-LE: byte 4 is 0x62"),
        (b"\x89PNG\r\n\x1a\n", "not valid UTF-8: byte 0 is 0x89"),
        (b"one\0two", "not a text file: byte 3 is 0x00"),
        ("é\0".encode(), "not a text file: byte 2 is 0x00"),
    ],
)
def test_what_cannot_be_decoded_is_reported_with_its_byte(data: bytes, said: str) -> None:
    with pytest.raises(ReadError, match=r"story\.txt: ") as caught:
        Source.decode("story.txt", data)
    assert said in str(caught.value)


def test_a_file_that_cannot_be_opened(tmp_path: Path) -> None:
    with pytest.raises(ReadError, match="cannot be read: No such file"):
        Source.read(tmp_path / "none.txt")
    with pytest.raises(ReadError, match=r"shown\.txt: cannot be read"):
        Source.read(tmp_path, name="shown.txt")


def test_a_file_is_read(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(codecs.BOM_UTF8 + "Café\r\n".encode())
    source = Source.read(path)
    assert (source.path, source.text, source.mark) == (str(path), "Café\r\n", codecs.BOM_UTF8)
    assert Source.read(path, name="b.txt").path == "b.txt"


def test_lines_and_columns_count_code_points_from_one() -> None:
    source = Source("a.txt", "Kyïv 😀 e\u0301\r\ntwo\n\nfour")
    assert source.position(0) == Position(1, 1)
    assert source.position(source.text.index("e\u0301")) == Position(1, 8)
    assert source.position(source.text.index("two")) == Position(2, 1)
    assert source.position(source.text.index("four")) == Position(4, 1)
    assert source.position(len(source.text)) == Position(4, 5)
    at = source.text.index("two")
    assert source.place(Span(at, at + 3)) == Place(Position(2, 1), Position(2, 4))
    assert [source.line(n) for n in range(1, 5)] == ["Kyïv 😀 e\u0301", "two", "", "four"]


def test_only_newlines_end_lines() -> None:
    source = Source("a.txt", "one\u2028still\x0bone\x0cand\x85one\rone\ntwo")
    assert source.position(len(source.text)).line == 2
    assert source.line(2) == "two"


def test_an_empty_text_has_one_line() -> None:
    source = Source("a.txt", "")
    assert source.position(0) == Position(1, 1)
    assert source.line(1) == ""
    assert Source("a.txt", "one\n").position(4) == Position(2, 1)
    assert Source("a.txt", "one\n").line(2) == ""


@given(text=st.text(), data=st.data())
def test_positions_agree_with_a_count(text: str, data: st.DataObject) -> None:
    offset = data.draw(st.integers(0, len(text)))
    before = text[:offset]
    expected = Position(before.count("\n") + 1, offset - (before.rfind("\n") + 1) + 1)
    assert Source("a.txt", text).position(offset) == expected


@given(text=st.text())
def test_the_lines_are_the_text(text: str) -> None:
    source = Source("a.txt", text)
    lines = [source.line(number) for number in range(1, text.count("\n") + 2)]
    assert lines == [line.rstrip("\r") for line in text.split("\n")]
