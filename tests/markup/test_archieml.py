"""ArchieML: which values are prose, of what kind, and where they stand."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markup.checks import check_line_ends, checked, shown_blocks

from articlelint.markup.archieml import ArchieMlParser
from articlelint.markup.base import Markup

ARTICLE = """\
Hed: Ferry from Kyiv is late
dek: Nobody in Odesa knows why
slug: ferry-late
author: Ada Berg
note to the desk, which is in no value

[+body]
The <b>ferry</b> was late.

\\Owner: nobody knew why.
subhed: What went wrong
quote: It was late.
name: Ada Berg

image: ferry.jpg
caption: The ferry in Odesa.
Nobody &amp; no one spoke.
[]

[tags]
* the the
* politics
[]

{lead}
text: First line
and the second.

\\* Another paragraph.
:end
text: It ends here
not at this line.
{}

:skip
text: left out
:endskip
[photos]
alt: A white ferry
caption: The quay.
alt: Another ferry
[]
:ignore
text: left out
"""


def parsed(text: str) -> Markup:
    return checked(text, ArchieMlParser().parse(text))


def shown(text: str) -> list[tuple[str, str]]:
    return shown_blocks(parsed(text))


def test_an_article() -> None:
    assert shown(ARTICLE) == [
        ("headline", "Ferry from Kyiv is late"),
        ("standfirst", "Nobody in Odesa knows why"),
        ("paragraph", "The ferry was late."),
        ("paragraph", "Owner: nobody knew why."),
        ("crosshead", "What went wrong"),
        ("blockquote", "It was late."),
        ("caption", "The ferry in Odesa."),
        ("paragraph", "Nobody & no one spoke."),
        ("paragraph", "First line and the second."),
        ("paragraph", "* Another paragraph."),
        ("paragraph", "It ends here"),
        ("alt-text", "A white ferry"),
        ("caption", "The quay."),
        ("alt-text", "Another ferry"),
    ]


@pytest.mark.parametrize(
    "source", ["", ":end", "[", "[]", "text:", "text:\n:end", ":skip\ntext: a", "{.a}\n{}\n[]"]
)
def test_nothing(source: str) -> None:
    assert shown(source) == []


PIECES = [
    *("text: ", "caption:", "slug: a\n", "[+body]\n", "[a]\n", "[.+b]\n", "[]\n", "{a}\n", "{}\n", "* ", ":end\n", ":skip\n"),
    *(":endskip\n", ":ignore\n", "\\", "<b>", "</b>", "<", ">", "\n", "\n\n", "\r\n", " ", "\t", "word ", "Kyiv", "naïve", "😀"),
    *("&amp;", "&#13;", "&nbsp;", "&x;"),
    *("\u00ad", "e\u0301", "\xa0", "\u2028", "\f", "\0", ".", ":"),
]  # fmt: skip


@settings(max_examples=200)
@given(source=st.lists(st.sampled_from(PIECES), max_size=50).map("".join) | st.text(max_size=60))
def test_every_source_has_a_sound_parse(source: str) -> None:
    check_line_ends(source, parsed)
