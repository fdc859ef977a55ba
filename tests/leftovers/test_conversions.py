"""Text that went through the wrong encoding or the wrong program."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articlelint.findings.fixes import apply_edits
from articlelint.testing import document, find
from articlelint_rules.leftovers.markup_residue import MarkupResidue
from articlelint_rules.leftovers.mojibake import Mojibake
from articlelint_rules.leftovers.wire_slug import WireSlug


def mangled(text: str) -> str:
    """The text saved as UTF-8 and read as Windows-1252, as browsers do it."""
    return "".join(
        bytes([byte]).decode("cp1252") if byte not in {0x81, 0x8D, 0x8F, 0x90, 0x9D} else chr(byte)
        for byte in text.encode()
    )


def repaired(text: str) -> str:
    return apply_edits(text, [f.fix for f in find(Mojibake, text) if f.fix])


@given(st.text(alphabet="abc ñéèüößžşåøæ’“”–—…€", min_size=1, max_size=40))
def test_what_was_mangled_is_repaired(text: str) -> None:
    text = f"x{text.strip()}x"
    assert repaired(mangled(text)) == text


@given(st.text(alphabet="abcÄÖÅÉÃÂÇäöåéãâç “”‘’«»–—…€£©®°", max_size=40))
def test_a_repair_leaves_nothing_to_repair(text: str) -> None:
    text = " ".join(text.split())
    assert [f for f in find(Mojibake, repaired(text)) if f.fix] == []


@pytest.mark.parametrize(
    "text",
    [
        "São Paulo, Öland, Ängelholm und die Größe",
        "«CAFÉ»",
        "« Ça va ? » dit-il à Zoë.",
        "La MAÑANA”",
        "Русский текст",
        "日本語",
    ],
)
def test_honest_letters_are_left_alone(text: str) -> None:
    assert find(Mojibake, text) == []


def test_lost_characters_are_one_finding_that_counts_them() -> None:
    (finding,) = find(Mojibake, "It\ufffds the mayor\ufffds ferry\ufffd")
    assert "2 more places" in finding.message
    assert len(finding.related) == 2


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("A&amp;B &lt;b&gt; it&#39;s&nbsp;here", ["&amp;", "&lt;", "&gt;", "&#39;", "&nbsp;"]),
        ("Twice escaped: &amp;quot;no&amp;quot;", ["&amp;quot;", "&amp;quot;"]),
        ("The ferry.<br/>It <em>sails</em>.".replace("<em>", ""), ["<br/>", "</em>"]),
        ('[caption id="a" width="300"]The ferry[/caption]', ['[caption id="a" width="300"]', "[/caption]"]),
        ("See [the note](https://ferry.example/a).", ["(https://ferry.example/a)"]),
        ("AT&T; R&D; 5 < 6 > 4; <ferry>; the <b> tag; [row 3]; (https://ferry.example)", []),
    ],
)
def test_markup_that_shows(text: str, words: list[str]) -> None:
    doc = document(text)
    assert [doc.slice(f.span) for f in find(MarkupResidue, text)] == words


@pytest.mark.parametrize(
    "mark",
    [
        "(MORE)",
        "-30-",
        "– 30 –",
        "-- 30 --",
        "###",
        "ENDS",
        "ends//",
        "//",
        "MORE TO FOLLOW",
        "(ENDS)",
        "(Adds details, quotes)",
        "(Recasts with vote, adds analyst)",
        "FOR IMMEDIATE RELEASE",
    ],
)
def test_a_mark_of_the_wire_is_a_line_of_its_own(mark: str) -> None:
    text = f"It rained.\n\n{mark}"
    assert len(find(WireSlug, text)) == 1
    assert find(WireSlug, f"It rained, and {mark} was on the sheet.") == []
