"""AsciiDoc: what is prose in it, of what kind, and where it stands."""

from __future__ import annotations

import pytest
from conftest import Articlelint
from hypothesis import given, settings
from hypothesis import strategies as st
from markup.checks import CODE, check_line_ends, checked, shown_blocks

from articlelint.markup.asciidoc import AsciiDocParser
from articlelint.markup.base import Markup

ARTICLE = """\
= Ferry from *Kyiv* late
Ada Berg <ada@x.org>
v1.0, 2026-11-30
:toc:
:url: http://x.org

// a comment
The _ferry_ to *Odesa* was `late`, see https://x.org[the harbour] and
link:a.html[this page,window=_blank] or <<sec,the section>> or <<sec>>, {url}. +
H~2~O, 10^2^, 1^st^. footnote:[A note *here*.] "`Quoted`" and un**believ**able.

[[sec]]
== What went wrong

* One boat
which was old
** Nested _item_
* [x] Two boats
+
A continuation.

. First
. Second

CPU:: The brain.
Disk::
  The store.

.A listing
[source,ruby]
----
puts "the the"
----

....
literal
....

 indented literal
 text

NOTE: Mind the gap.

[quote, Ada Berg, Book]
____
It was late.

And dark.
____

[quote]
A quoted paragraph.

[verse, Sandburg]
The fog comes
on little feet.

.Boats
[cols="1,2",options="header"]
|===
|Name |Year

|Ada
|1999 was it

a|* list
2+|spanned cell
|===

image::ferry.png[A white ferry, 300, title="The ferry in Odesa"]

include::other.adoc[]

ifdef::x[]
Text inside
endif::[]
goes on.

====
An example.

[source]
----
code
----
====

////
comment
////

[plantuml]
a -> b

'''

Last ((term)) here(((hidden, x))). It cost $5; #marked# text, [.red]#red# one.
"""
FIRST = (
    f"The ferry to Odesa was {CODE}, see the harbour and this page or the section or {CODE}, {CODE}.\n"
    f"H2O, 10{CODE}, 1st. “Quoted” and unbelievable."
)


def parsed(text: str) -> Markup:
    return checked(text, AsciiDocParser().parse(text))


def shown(text: str) -> list[tuple[str, str]]:
    return shown_blocks(parsed(text))


def test_an_article() -> None:
    assert shown(ARTICLE) == [
        ("headline", "Ferry from Kyiv late"),
        ("paragraph", FIRST),
        ("crosshead", "What went wrong"),
        ("list-item", "One boat which was old"),
        ("list-item", "Nested item"),
        ("list-item", "Two boats"),
        ("paragraph", "A continuation."),
        ("list-item", "First"),
        ("list-item", "Second"),
        ("list-item", "CPU"),
        ("list-item", "The brain."),
        ("list-item", "Disk"),
        ("paragraph", "The store."),
        ("caption", "A listing"),
        ("paragraph", "Mind the gap."),
        ("blockquote", "It was late."),
        ("blockquote", "And dark."),
        ("blockquote", "A quoted paragraph."),
        ("blockquote", "The fog comes\non little feet."),
        ("caption", "Boats"),
        *(("table-cell", cell) for cell in ("Name", "Year", "Ada", "1999 was it", "spanned cell")),
        ("alt-text", "A white ferry"),
        ("caption", "The ferry in Odesa"),
        ("paragraph", "Text inside goes on."),
        ("paragraph", "An example."),
        ("paragraph", "Last term here. It cost $5; marked text, red one."),
    ]


@pytest.mark.parametrize(
    ("source", "words"),
    [
        ("snake_case_name, 2 * 3 * 4 and a_b", "snake_case_name, 2 * 3 * 4 and a_b"),
        ("*bold _and italic_* text", "bold and italic text"),
        ("See https://x.org/a_b_c and xref:x.adoc[].", f"See https://x.org/a_b_c and {CODE}."),
        ("\\*not bold* and C++ and A+B", "*not bold* and C++ and A+B"),
        ("kbd:[Ctrl+C] and `+a+` and image:x.png[A ferry] here", f"{CODE} and {CODE} and {CODE} here"),
        ("He said '`no`' &amp; left &#8211; so", "He said ‘no’ & left – so"),
        ('link:x["a, b=c",window=y] there', "a, b=c there"),
        ("It ended >> then.", "It ended >> then."),
        ("Time 10:30 and a::b", "Time 10:30 and a::b"),
    ],
)
def test_inline(source: str, words: str) -> None:
    assert parsed(source).text == words


@pytest.mark.parametrize(
    ("source", "blocks"),
    [
        ("== A\n\nIt was late.\n\n=== B\n\nIt was bad.", ["headline", "paragraph", "crosshead", "paragraph"]),
        ("---\ntitle: x\n---\nIt was late.", ["paragraph"]),
        ("Ferry late\n==========\nAda Berg\n\nIt was late.", ["headline", "paragraph"]),
        ("[discrete]\nWhy it is\n--------\n\nIt was late.", ["headline", "paragraph"]),
        ("It is\nlate.\n-----\nx\n-----\n", ["paragraph"]),
        ("It is far too long.\n----\nx\n----\n", ["paragraph"]),
        ("[source]\n--------\nx\n--------\n\nA title\n~~~~~~~\n\nIt was.", ["headline", "paragraph"]),
        ("|===\n|a\n!===\n|b\n|===\n", ["table-cell", "table-cell"]),
        (",===\na,b\n,===\n", []),
        ("----\nnever closed\n\nIt was late.", []),
        ("[source]\nputs x\n\nIt was late.", ["paragraph"]),
        ("[.lead]\nIt was late.", ["paragraph"]),
        ("[discrete]\n== A\n\nIt was late.", ["headline", "paragraph"]),
        ("--\nIt was late.\n--\n\n[stem]\n++++\nx\n++++\n", ["paragraph"]),
        ("video::x.mp4[A film]\n\nIt was late.", ["paragraph"]),
        ("```ruby\nx\n```\n\nIt was late.", ["paragraph"]),
    ],
)  # fmt: skip
def test_blocks(source: str, blocks: list[str]) -> None:
    assert [kind for kind, _ in shown(source)] == blocks


def test_quotations_are_noted() -> None:
    source = "It was.\n\n____\nIt was late.\n____\n"
    (span,) = parsed(source).quotations
    assert source[span.start : span.end] == "____\nIt was late.\n____"


def test_a_comment_ignores_findings(articlelint: Articlelint) -> None:
    articlelint.write(
        "a.adoc", "// articlelint: ignore[repeated-word] a band\nThey saw The The.\n\nThe the end.\n"
    )
    done = articlelint("check", "--select", "repeated-word", "--output-format", "concise")
    assert done.out.startswith("a.adoc:4:1:")
    assert "a.adoc: not changed" in articlelint("check", "--select", "repeated-word", "--add-ignore", "x").err


def test_a_fix_keeps_the_length_of_an_underlined_title(articlelint: Articlelint) -> None:
    title = "Ferry for the the town\r\n======================\r\n\r\n"
    path = articlelint.write("a.adoc", f"{title}The the end.\r\n")
    articlelint("fix", "--unsafe-fixes", "--select", "repeated-word", "a.adoc")
    assert path.read_bytes().decode() == f"{title}The end.\r\n"


PIECES = [
    *("= ", "== ", "* ", "** ", ". ", "- ", "1. ", "<1> ", ":a: b\n", "//", "////\n", "----\n", "....\n", "====\n", "____\n"),
    *("--\n", "|===\n", "|", "a|", "2+|", "[quote]\n", "[verse]\n", "[source]\n", "[[a]]\n", ".T\n", "a:: ", "NOTE: ", "+\n"),
    *("image::a[b", "]", "[", "include::a[]\n", "*", "**", "_", "__", "`", "#", "^", "~", '"`', '`"', "'`", "<<a,", ">>", "(("),
    *("))", "link:a[", "https://x.org[", "{a}", "footnote:[", "\\", " +\n", "&amp;", "&#13;", "\n", "\n\n", " ", "\t", "word ", "Kyiv"),
    *("naïve", "😀", "“", ".", "\r\n", "\u00ad", "e\u0301", "\xa0", "\u2028", "\f", "\0", "---\n", "```\n", "'''\n", "++"),
]  # fmt: skip
sources = st.lists(st.sampled_from(PIECES), max_size=50).map("".join) | st.text(max_size=60)


@settings(max_examples=300)
@given(source=sources)
def test_every_source_has_a_sound_parse(source: str) -> None:
    check_line_ends(source, parsed)
