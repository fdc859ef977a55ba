"""Bytes to text and back: encodings, byte-order marks, lines and columns."""

from __future__ import annotations

import codecs
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articlelint.errors import ReadError
from articlelint.model import Place, Position, Span
from articlelint.source import Source, write_back

ENCODINGS = {
    "utf-8": (b"", codecs.BOM_UTF8),
    "utf-16-le": (codecs.BOM_UTF16_LE,),
    "utf-16-be": (codecs.BOM_UTF16_BE,),
    "utf-32-le": (codecs.BOM_UTF32_LE,),
    "utf-32-be": (codecs.BOM_UTF32_BE,),
}
WINDOWS_1252 = [chr(n) for n in range(9, 14)] + [
    bytes([n]).decode("cp1252") for n in range(32, 256) if n not in {0x7F, 0x81, 0x8D, 0x8F, 0x90, 0x9D}
]
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


@given(data=st.binary(), path=st.sampled_from(["a.txt", "a.html"]))
def test_any_bytes_are_text_or_a_reported_error(data: bytes, path: str) -> None:
    said = f"{path}: not "
    try:
        source = Source.decode(path, data)
    except ReadError as error:
        said = str(error)
    else:
        assert source.encode() == data
    assert said.startswith((f"{path}: not ", f"{path}: this is a"))
    assert "byte" not in said


@given(text=st.text(st.sampled_from(WINDOWS_1252)))
def test_windows_1252_is_read_and_written_back(text: str) -> None:
    data = text.encode("cp1252")
    declared = Source.decode("a.html", b"<meta charset=latin1>" + data)
    assert declared.encode() == b"<meta charset=latin1>" + data
    assert declared.text.endswith(text)
    said = "not valid UTF-8: line "
    try:
        assert Source.decode("a.txt", data).text in {text, data.decode("utf-8", "replace")}
    except ReadError as error:  # more of it looks like UTF-8 than not
        said = str(error)
    assert "not valid UTF-8: line " in said


@pytest.mark.parametrize(
    ("path", "data", "text", "notice"),
    [
        ("story.txt", b"caf\xe9 \x93No\x94", "café “No”", "because it is not UTF-8"),
        ("story.txt", b"CAF\xc9\x94 \xe9", "CAFÉ” é", "because it is not UTF-8"),
        ("a.html", b"<meta charset='ISO-8859-1'>\x93", "<meta charset='ISO-8859-1'>“", "as the page says"),
        (
            "a.HTM",
            b'<META http-equiv="Content-Type" content="text/html; charset=windows-1252">caf\xc3\xa9',
            '<META http-equiv="Content-Type" content="text/html; charset=windows-1252">cafÃ©',
            "as the page says",
        ),
        ("a.html", b"<meta charset=utf-8>\xe9", "<meta charset=utf-8>é", "because it is not UTF-8"),
        ("a.html", b"<meta charset=latin1>cafe", "<meta charset=latin1>cafe", ""),
        ("a.html", b"<!-- <meta charset=latin1> -->\xc3\xa9", "<!-- <meta charset=latin1> -->é", ""),
        ("a.html", b"<meta charset=koi8-r>\xc3\xa9", "<meta charset=koi8-r>é", ""),
        ("a.txt", b"<meta charset=latin1>\xc3\xa9", "<meta charset=latin1>é", ""),
    ],
)
def test_windows_1252_is_named(path: str, data: bytes, text: str, notice: str) -> None:
    source = Source.decode(path, data)
    assert source.text == text
    assert source.notice == (f"{path}: read as Windows-1252, {notice}" if notice else "")
    assert source.with_text("x").notice == source.notice


@pytest.mark.parametrize(
    ("path", "data", "said"),
    [
        ("story.txt", codecs.BOM_UTF8 + b"a\ncaf\xe9", "not valid UTF-8: line 2 has a character that"),
        ("story.txt", "“Café”\n".encode() + b"caf\xe9", "not valid UTF-8: line 2 has a character that"),
        ("story.txt", codecs.BOM_UTF16_LE + b"a\0\x00\xdc", "not valid UTF-16: line 1 has a character that"),
        ("story.txt", codecs.BOM_UTF16_LE + b"a\0b", "not valid UTF-16: line 1 has a character that"),
        ("story.txt", b"caf\xe9\n\x81", "not valid Windows-1252: line 2 has a character that"),
        ("a.html", b"<meta charset=latin1>\x81", "not valid Windows-1252: line 1 has a character that"),
        (
            "a.html",
            b"<meta charset=koi8-r>\xe9",
            "not read: the page says that its encoding is koi8-r; save it",
        ),
        ("story.txt", b"\x89PNG\r\n\x1a\n", "not a text file"),
        ("story.txt", b"\xff\xd8\xff\xe0\0\x10JFIF", "not a text file"),
        ("story.txt", b"one\0two", "not a text file"),
        ("story.txt", "é\0".encode(), "not a text file"),
    ],
)
def test_what_cannot_be_decoded_is_reported_with_its_line(path: str, data: bytes, said: str) -> None:
    with pytest.raises(ReadError) as caught:
        Source.decode(path, data)
    assert str(caught.value).startswith(f"{path}: {said}")


def test_what_an_encoding_lacks() -> None:
    assert Source("a.txt", "", "cp1252").unwritable("“ő” őя") == "őя"
    assert Source("a.txt", "", "utf-8").unwritable("“ő” \ud800") == "\ud800"


def test_a_change_that_cannot_be_written_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(b"caf\xe9 \xc3\xa9 \xe9")
    source = Source.read(path, "a.txt")
    with pytest.raises(
        ReadError, match=r"a\.txt: not changed: Windows-1252 has no “я”; save the article as UTF-8"
    ):
        write_back(path, source, source.with_text("я"))
    with pytest.raises(ReadError, match=r"a\.txt: not changed: it would be read in another encoding"):
        write_back(path, source, source.with_text("cafe Ã©"))
    assert path.read_bytes() == source.encode()


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
