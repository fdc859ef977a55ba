"""Tables that are searched as they stand give back what they were made of, and are made of what stands beside them."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articlelint_rules import DATA
from articlelint_rules.texttable import TextTable, pack

sys.path.insert(0, str(Path(__file__).parents[1] / "tools"))
try:
    from build_text_tables import TABLES  # type: ignore[import-not-found]
finally:
    sys.path.pop(0)

letters = st.text(st.characters(codec="utf-8", exclude_characters="\n\t\x1f"), min_size=1)


@pytest.mark.parametrize("name", TABLES)
def test_the_tables_are_what_the_texts_say(name: str) -> None:
    rows = TABLES[name]()
    assert Path(DATA, name).read_bytes() == pack(rows), "run: python tools/build_text_tables.py"
    assert dict(TextTable(name)) == rows


@given(st.dictionaries(letters, st.lists(letters, min_size=1, max_size=3).map(tuple), min_size=1), st.text())
def test_a_table_gives_back_what_it_was_made_of(
    tmp_path_factory: pytest.TempPathFactory, rows: dict[str, tuple[str, ...]], other: str
) -> None:
    file = tmp_path_factory.getbasetemp() / "rows.table"
    file.write_bytes(pack(rows))
    table = TextTable(str(file))
    assert dict(table) == rows
    assert len(table) == len(rows)
    assert (other in table) == (other in rows)
    with pytest.raises(KeyError):
        table["\ud800"]


def test_a_table_tells_which_words_it_has() -> None:
    table = TextTable("spelling-words.table")
    words = ["colour", "rain", "\ud800", "color", "colour", ""]
    assert [word in table for word in words] == [True, False, False, True, True, False]
