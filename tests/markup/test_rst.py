"""reStructuredText: what is prose in it, of what kind, and where it stands."""

from __future__ import annotations

import pytest
from conftest import Articlelint
from hypothesis import given, settings
from hypothesis import strategies as st
from markup.checks import CODE, check_line_ends, checked, shown_blocks

from articlelint.markup.base import Markup
from articlelint.markup.rst import RstParser

ARTICLE = """\
.. This is a comment, and
   it goes on.

=====================
 Ferry from Kyiv late
=====================

:Author: Ada Berg
:Date: 2026-11-30

The *ferry* to **Odesa** was ``late``, see `the harbour <http://x.org>`_ and
Python_ or `a phrase`__. It is :ref:`soon <label>` and :func:`os.read` or
H\\ :sub:`2`\\ O, |release| and more. [1]_ 2 * 3 \\*not\\*.

What went wrong
---------------

* One boat
  which was old::

    code code

* Two boats

  - Nested
    item

1. First
2. Second

A. Einstein was
a man.

   A block quotation here.

.. _target: http://x.org
.. |release| replace:: 1.2

.. note:: This is a note
   that goes on.

   Second paragraph.

.. figure:: x.png
   :alt: A white ferry
   :width: 100

   The ferry in Odesa.

.. code-block:: python
   :linenos:

   the the

.. toctree::
   :maxdepth: 2

   intro

.. epigraph::

   It was late.

.. list-table:: Boats
   :header-rows: 1

   * - Name
     - Year

+-----+------+
| one | two  |
+=====+======+
| a b | c d  |
| e   |      |
+-----+------+

=====  =====
A      B
=====  =====
x y    z
q      r s t u
=====  =====

term : classifier
    Its definition.

-a, --all  Show all

>>> print("x")
x

| A line
| Another line

----

.. [1] A footnote here.
.. [#a] Another
   footnote.

End of it::

> quoted literal
> more

Text *with
emphasis* over lines. ::

  literal

Last.
"""


def parsed(text: str) -> Markup:
    return checked(text, RstParser().parse(text))


def shown(text: str) -> list[tuple[str, str]]:
    return shown_blocks(parsed(text))


FIRST = (
    f"The ferry to Odesa was {CODE}, see the harbour and Python or a phrase. "
    f"It is soon and {CODE} or H2O, {CODE} and more. 2 * 3 *not*."
)


def test_an_article() -> None:
    assert shown(ARTICLE) == [
        ("headline", "Ferry from Kyiv late"),
        ("paragraph", FIRST),
        ("crosshead", "What went wrong"),
        ("list-item", "One boat which was old:"),
        ("list-item", "Two boats"),
        ("list-item", "Nested item"),
        ("list-item", "First"),
        ("list-item", "Second"),
        ("paragraph", "A. Einstein was a man."),
        ("blockquote", "A block quotation here."),
        ("paragraph", "This is a note that goes on."),
        ("paragraph", "Second paragraph."),
        ("alt-text", "A white ferry"),
        ("caption", "The ferry in Odesa."),
        ("blockquote", "It was late."),
        ("caption", "Boats"),
        *(("table-cell", cell) for cell in ("Name", "Year", "one", "two", "A", "B", "x y", "z", "q", "r s t u")),
        ("list-item", "term"),
        ("paragraph", "Its definition."),
        ("paragraph", "A line\nAnother line"),
        ("footnote", "A footnote here."),
        ("footnote", "Another footnote."),
        ("paragraph", "End of it:"),
        ("paragraph", "Text with emphasis over lines."),
        ("paragraph", "Last."),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("source", "words"),
    [
        ("He said *a \\* b* and **c**.", "He said a * b and c."),
        ("snake_case_name and a_ and b__, but not __init__", "snake_case_name and a and b, but not __init__"),
        ("`Title` and :title:`Other` and `x`:sup:", "Title and Other and x"),
        ("See `<http://x.org>`_ and :doc:`intro`.", f"See {CODE} and {CODE}."),
        ("A `text with \\` mark <x>`__ here", "A text with ` mark here"),
        ("2*3*4 and * 5 * and ** 6", "2*3*4 and * 5 * and ** 6"),
        ("“*quoted*” (``x``)", f"“quoted” ({CODE})"),
        ("He left [1]_, as [Berg2002]_ says [#a]_.", f"He left, as {CODE} says."),
        ("An _`inline target` stays", "An inline target stays"),
        ("Tab\tand  two   spaces", "Tab and two spaces"),
    ],
)
def test_inline(source: str, words: str) -> None:
    assert parsed(source).text == words


@pytest.mark.parametrize(
    ("source", "blocks"),
    [
        ("Title\n=====\n\nSub\n---\n\nTitle\n=====", ["headline", "crosshead", "crosshead"]),
        ("It was late.\n\n.. unknown:: x\n\n   text\n\nIt was bad.", ["paragraph", "paragraph"]),
        ("It was late.\n\n..\n\n   A quotation.\n\nIt was bad.", ["paragraph", "blockquote", "paragraph"]),
        ("It was late.\n\n.. image:: x\n   :alt: Two\n     lines\n\nIt was bad.", ["paragraph", "paragraph"]),
        ("- a\n- b\n\n(1) c\n(2) d\n\n#. e", ["list-item"] * 5),
        ("=== ===\na   b\n=== ===\n\nIt was bad.", ["table-cell", "table-cell", "paragraph"]),
        ("+---+---+\n| a spans|\n+---+---+\n\nIt was bad.", ["paragraph"]),
        (".. versionadded:: 1.2\n   It is new.\n", ["paragraph"]),
        (".. [9]\n", []),
        ("::\n\n   code\n", []),
        (".. tabs::\n\n   .. tab:: One\n\n      It was late.\n", ["paragraph"]),
        (".. grid:: 2\n\n   .. grid-item-card:: One\n\n      It was late.\n", ["paragraph"]),
    ],
)
def test_blocks(source: str, blocks: list[str]) -> None:
    assert [kind for kind, _ in shown(source)] == blocks


def test_a_comment_ignores_findings(articlelint: Articlelint) -> None:
    articlelint.write(
        "a.rst", ".. articlelint: ignore[repeated-word] a band\n\nThey saw The The.\n\nThe the end.\n"
    )
    done = articlelint("check", "--select", "repeated-word", "--output-format", "concise")
    assert done.out.startswith("a.rst:5:1:")
    assert "a.rst: not changed" in articlelint("check", "--select", "repeated-word", "--add-ignore", "x").err


def test_a_fix_keeps_the_columns_of_a_table(articlelint: Articlelint) -> None:
    grid = "+----------+----+\r\n| a a boat | in |\r\n+----------+----+\r\n"
    simple = "======  ====\r\nthe the boat\r\n======  ====\r\n"
    path = articlelint.write("a.rst", f"{grid}\r\n{simple}\r\nThe the end.\r\n")
    done = articlelint("fix", "--unsafe-fixes", "--select", "repeated-word", "a.rst")
    assert done.out.count("suggestion, by hand") == 2
    assert path.read_bytes().decode() == f"{grid}\r\n{simple}\r\nThe end.\r\n"


PIECES = [
    *("* ", "- ", "1. ", "A. ", "(i) ", "#. ", "   ", "  ", " ", "\t", "\n", "\n\n", "::", "::\n\n", ".. ", "..\n", ".. note:: "),
    *(".. code:: x\n", ".. figure:: x\n", "   :alt: ", ".. [1] ", ".. [#a]", ".. _a: b", ".. |a| image:: b", "__ ", "=====\n"),
    *("-----\n", "== ==\n", "+--+--+\n", "+==+==+\n", "|ab|cd|\n", "| ", ">>> ", "> ", ":a: ", "-a  ", "*", "**", "`", "``"),
    *("`_", "`__", ":ref:", " <b>`_", "|a|", "[1]_", "_`", "\\", "\\ ", "word ", "Kyiv_ ", "naïve", "😀", "“", ".", ":", "\r\n"),
    *("\u00ad", "e\u0301", "\xa0", "\u2028", "\f", "\0", ".. list-table::\n", "   * - ", "term\n", ".. epigraph::\n\n"),
]  # fmt: skip
sources = st.lists(st.sampled_from(PIECES), max_size=50).map("".join) | st.text(max_size=60)


@settings(max_examples=300)
@given(source=sources)
def test_every_source_has_a_sound_parse(source: str) -> None:
    check_line_ends(source, parsed)
