"""What is not in English is not checked, and that is said."""

from __future__ import annotations

import pytest
from conftest import Articlelint
from hypothesis import given, settings
from hypothesis import strategies as st
from markup.checks import check_blocks, check_comments, check_offsets, check_styles, check_words

from articlelint.markup import parser_for
from articlelint.markup.other_languages import english_only
from articlelint.text.language import guess_other_language

GERMAN = (
    "Der Minister sagte am Montag, dass die die Brücke nicht vor dem Mai eröffnet wird, weil das Geld fehlt."
)
ENGLISH = (
    "The minister said on Monday that the bridge will not be opened before May, because the money is short."
)


def check(articlelint: Articlelint, text: str, name: str = "a.md") -> tuple[list[int], str]:
    articlelint.write(name, text)
    done = articlelint("check", "--isolated", "--output-format", "json", "--select", "repeated-word", name)
    return [finding["line"] for finding in done.findings], done.err


@pytest.mark.parametrize(
    ("text", "language"),
    [
        (GERMAN, "German"),
        (
            "Le ministre a dit que le pont ne serait pas ouvert avant le mois de mai, faute d'argent.",
            "French",
        ),
        ("De minister zei dat de brug in mei niet open zal gaan, omdat het geld op is.", "Dutch"),
        (
            "Menteri itu mengatakan bahwa jembatan tidak akan dibuka dan yang lain belum.",
            "Indonesian or Malay",
        ),
        ("Министр сказал, что мост не откроют до мая.", "another script"),
        (ENGLISH, ""),
        ("The wee bairn wisna gaun tae the kirk wi his mither, an she didna ken whit he wis daein.", ""),
        ("Charles de Gaulle, Ludwig van Beethoven and Leonardo da Vinci met Vasco da Gama at the bar.", ""),
        ("Guten Morgen, Berlin", ""),
        ("Smith 3 Jones 2, Brown 1 White 4, Rovers 2 United 1, City 0 Albion 0", ""),
    ],
)
def test_the_guess(text: str, language: str) -> None:
    assert guess_other_language(text) == language


def test_a_block_of_another_language_is_left_out_and_named(articlelint: Articlelint) -> None:
    text = f"It was the the end.\n\n> {GERMAN}\n\n## Die die Brücke\n\n{GERMAN}\n\n{ENGLISH}\n\nIt was the the end.\n"
    assert check(articlelint, text) == (
        [1, 11],
        "articlelint: warning: a.md: lines 3-7 are not in English and were not checked\n",
    )


def test_a_document_of_another_language(articlelint: Articlelint) -> None:
    text = f"# Die die Brücke\n\n{GERMAN}\n"
    assert check(articlelint, text) == (
        [],
        "articlelint: warning: a.md: not in English, so it was not checked\n",
    )


def test_a_quotation_of_another_language(articlelint: Articlelint) -> None:
    assert check(articlelint, f"{ENGLISH} He said: “{GERMAN}” It was the the end.\n")[0] == [1]
    assert check(articlelint, f"He wrote on Monday that he was sorry: “{GERMAN}”\n")[0] == []


@pytest.mark.parametrize(
    ("name", "text", "lines"),
    [
        (
            "a.html",
            "<p>It was the the end.</p>\n<p lang=de>Die die Ende.</p>\n<p>It was the the end.</p>",
            [1, 3],
        ),
        ("a.html", "<html lang='de-CH'><p>Die die Ende.</p>\n<p lang=en>It was the the end.</p></html>", [2]),
        ("a.html", "<p>It was <i lang='fr'>la la fin</i> of it.</p>\n<p>It was the the end.</p>", [2]),
        ("a.md", "---\nlang: de\n---\n\nDie die Ende.\n", []),
        ("a.md", "---\nlang: en-GB\n---\n\nThe the end.\n", [5]),
        ("a.md", "<div lang='de'>\n\nDie die Ende.\n\n</div>\n\nIt was the the end.\n", [7]),
    ],
)
def test_a_declared_language(articlelint: Articlelint, name: str, text: str, lines: list[int]) -> None:
    assert check(articlelint, text, name)[0] == lines


parts = st.lists(
    st.sampled_from([ENGLISH, GERMAN, "*One* &amp; **two**.", "<!-- c -->", "- an *item*"]), max_size=8
)


@settings(max_examples=60, deadline=None)
@given(parts=parts)
def test_the_rest_stays_a_sound_parse(parts: list[str]) -> None:
    text = "\n\n".join(parts)
    markup, _ = english_only(parser_for(".md").parse(text))
    check_blocks(markup)
    check_offsets(text, markup)
    check_words(text, markup)
    check_comments(text, markup)
    check_styles(markup)
