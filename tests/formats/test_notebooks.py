"""Notebooks: the Markdown cells, and where a finding stands in them and in the file."""

from __future__ import annotations

import json
from typing import Any

import pytest
from conftest import Articlelint
from formats.checks import json_unescaped, kinds, read, words_in_place
from hypothesis import given, settings
from hypothesis import strategies as st
from markup.test_properties import TOKENS

from articlelint.errors import ReadError

CELLS: list[dict[str, Any]] = [
    {"cell_type": "markdown", "metadata": {}, "source": ["# Ferry from “Kyiv”\n", "\n", "It was *late* 😀."]},
    {"cell_type": "code", "metadata": {}, "source": ["print('the the')"], "outputs": [{"text": ["the the"]}]},
    {"cell_type": "raw", "metadata": {}, "source": ["the the"]},
    {"cell_type": "markdown", "metadata": {}, "source": '- One\n- Two\n\nNobody knew\nwhy the the "boat" was late.'},
    {"cell_type": "markdown", "metadata": {}, "source": []},
]  # fmt: skip


def notebook(cells: list[dict[str, Any]], *, ascii_only: bool = True) -> bytes:
    value: dict[str, Any] = {"cells": cells, "metadata": {}, "nbformat": 4, "nbformat_minor": 5}
    return json.dumps(value, ensure_ascii=ascii_only, indent=1).encode()


@pytest.mark.parametrize("ascii_only", [True, False])
def test_markdown_cells_are_read(*, ascii_only: bool) -> None:
    source, (article,) = read("notebook", notebook(CELLS, ascii_only=ascii_only))
    assert kinds(article) == [
        ("headline", "Ferry from “Kyiv”"),
        ("paragraph", "It was late 😀."),
        ("list-item", "One"),
        ("list-item", "Two"),
        ("paragraph", 'Nobody knew why the the "boat" was late.'),
    ]
    found = words_in_cells(source, article)
    assert found[0] == found[1] > 10


def words_in_cells(source: Any, article: Any) -> tuple[int, int]:
    """As ``words_in_place``, but a character is counted in its line of a cell."""
    found = words_in_place(source, article._replace(locate=None), json_unescaped)
    return found.tried, found.exact


def test_the_older_format_has_worksheets() -> None:
    data = json.dumps({"nbformat": 3, "worksheets": [{"cells": CELLS}]}).encode()
    _, (article,) = read("notebook", data)
    assert kinds(article)[0] == ("headline", "Ferry from “Kyiv”")


def test_a_finding_tells_cell_and_line_and_is_fixed_in_its_string(articlelint: Articlelint) -> None:
    data = notebook(CELLS)
    articlelint.folder.joinpath("a.ipynb").write_bytes(data)
    done = articlelint("check", "--select", "repeated-word", "a.ipynb")
    assert "cell 4, line 5, character 5" in done.out
    assert articlelint("fix", "--select", "repeated-word", "a.ipynb").code == 0
    assert articlelint.folder.joinpath("a.ipynb").read_bytes() == data.replace(b"why the the", b"why the")


def test_no_notebook() -> None:
    for data in (b"{}", b"[]", b"", b'{"cells": []}'):
        with pytest.raises(ReadError, match="this is no notebook"):
            read("notebook", data)
    assert kinds(read("notebook", b'{"nbformat": 4, "cells": [1, {"cell_type": "markdown"}]}')[1][0]) == []


lines = st.lists(st.sampled_from([token for token in TOKENS if "\r" not in token]), max_size=12).map("".join)
cells = st.lists(st.tuples(st.booleans(), st.lists(lines, max_size=3)), max_size=4)


@settings(max_examples=100)
@given(made=cells, ascii_only=st.booleans())
def test_every_word_stands_where_the_map_says(
    made: list[tuple[bool, list[str]]], *, ascii_only: bool
) -> None:
    data = notebook(
        [{"cell_type": "markdown", "source": each if as_list else "".join(each)} for as_list, each in made],
        ascii_only=ascii_only,
    )
    source, (article,) = read("notebook", data)
    # A word that an entity or an escape of Markdown is a part of is not compared letter for letter.
    if not set("&\\<\0") & set(article.text):
        tried, exact = words_in_cells(source, article)
        assert tried == exact
