"""OpenDocument texts: what is read, of what kind, where it stands, and that nothing changes them."""

from __future__ import annotations

from pathlib import Path

import pytest
from conftest import Articlelint
from formats.checks import kinds, read, words_in_place
from formats.open_document import odt, p, style
from formats.word import package, unpacked
from hypothesis import given, settings
from hypothesis import strategies as st

from articlelint.errors import ReadError
from articlelint.model import Span
from articlelint.source import Source

DATA = Path(__file__).parent / "data"
PLANTED = "<text:p>It was the <text:span>the</text:span> end.</text:p>"


def blocks(body: str, **parts: str) -> list[tuple[str, str]]:
    source, (article,) = read("odt", odt(body, **parts))  # type: ignore[arg-type]
    found = words_in_place(source, article, str)
    assert found.tried == found.exact
    return kinds(article)


def test_a_document_of_libreoffice_is_read_as_the_one_of_word() -> None:
    source, (article,) = read("odt", (DATA / "libreoffice.odt").read_bytes())
    word_source, (word,) = read("docx", (DATA / "libreoffice.docx").read_bytes())
    assert source.text == word_source.text
    assert kinds(article) == kinds(word)
    assert [article.markup.text[s.start : s.end] for s in article.markup.styles.bold] == ["Ky"]
    found = words_in_place(source, article, str)
    assert found.tried == found.exact > 30


def test_changes_comments_notes_and_boxes_of_libreoffice() -> None:
    source, (article,) = read("odt", (DATA / "libreoffice-changes.odt").read_bytes())
    assert kinds(article) == [
        ("headline", "The headline"),
        ("crosshead", "A heading"),
        ("paragraph", "The ferry was late  twice. Commented words. Then. tabbed\nnew line after."),
        ("paragraph", "Merged paragraph."),
        ("blockquote", "Quoted."),
        ("caption", "A caption"),
        ("paragraph", "Before after box."),
        ("paragraph", "In a box."),
        ("paragraph", "co-op bold page 11/30/26 end."),
        ("table-cell", "Cell a"),
        ("table-cell", "Cell b"),
        ("table-cell", "Cell b2"),
        ("paragraph", "The end."),
        ("footnote", "See the the report."),
    ]
    assert str(article.location(Span(source.text.index("report"), 0))) == "footnote 1, character 13"
    assert str(article.location(Span(source.text.index("In a box"), 0))) == "paragraph 8, character 1"


def test_headings_lists_and_styles_by_their_parents() -> None:
    named = (
        style("Quotations") + style("Eigenes", "Quotations") + style("Caption") + style("Illustration", "Caption")
        + style("Title") + style("Round", "Round")
    )  # fmt: skip
    automatic = style("P1", "Eigenes") + style("P2", "Illustration")
    body = (
        p("Ferry is late", "Title")
        + '<text:h text:outline-level="2">What went wrong</text:h>'
        + f"<text:list><text:list-item>{p('One boat')}<text:list><text:list-item>{p('One quay')}</text:list-item>"
        + "</text:list></text:list-item></text:list>"
        + p("It was late.", "P1") + p("The ferry.", "P2") + p("It was.", "Round")
    )  # fmt: skip
    assert blocks(body, named=named, automatic=automatic) == [
        ("headline", "Ferry is late"),
        ("crosshead", "What went wrong"),
        ("list-item", "One boat"),
        ("list-item", "One quay"),
        ("blockquote", "It was late."),
        ("caption", "The ferry."),
        ("paragraph", "It was."),
    ]
    _, (article,) = read("odt", odt(body, named=named, automatic=automatic))
    assert [block.level for block in article.markup.blocks[2:4]] == [1, 2]
    assert len(article.markup.quotations) == 1


def test_signs_spaces_and_what_is_hidden() -> None:
    automatic = style("T1", "", 'text:display="none"', "text") + style(
        "T2", "", 'fo:font-weight="700"', "text"
    )
    body = p(
        ' \n  It<text:s/>was<text:s text:c="3"/>late<text:tab/>here<text:line-break/>and\n  <text:soft-page-break/>there '
        '<text:span text:style-name="T1">sold</text:span><text:span text:style-name="T2">bought</text:span>'
        '<text:bookmark-start text:name="a"/>, <text:date>Monday</text:date> &amp; co.'
        '<office:annotation><text:p>the the</text:p></office:annotation>'
        '<draw:frame text:anchor-type="as-char"><svg:desc>a the the picture</svg:desc><draw:image/></draw:frame>'
    )  # fmt: skip
    hidden = '<text:section text:display="none">' + p("Nobody sees it.") + "</text:section>"
    index = (
        "<text:table-of-content><text:index-body>"
        + p("What went wrong 3")
        + "</text:index-body></text:table-of-content>"
    )
    assert blocks(hidden + index + body, automatic=automatic) == [
        ("paragraph", "It was   late here\nand there bought, Monday & co.")
    ]


def test_a_formula_stands_in_the_sentence() -> None:
    formula = '<draw:frame text:anchor-type="{}"><draw:object/></draw:frame>'
    (inline,) = blocks(p(f"Let {formula.format('as-char')} be it."))
    (beside,) = blocks(p(f"Let {formula.format('paragraph')}it be."))
    assert (len(inline[1]), beside[1]) == (len("Let x be it."), "Let it be.")


def test_text_boxes_and_notes_in_tables_and_lists() -> None:
    box = f"<draw:frame><draw:text-box>{p('In a box.')}</draw:text-box></draw:frame>"
    note = f"<text:note><text:note-citation>1</text:note-citation><text:note-body>{p('Ibid.')}</text:note-body></text:note>"
    cell = f"<table:table-cell>{p(f'Odesa{note}{box}')}</table:table-cell><table:covered-table-cell>{p('x')}</table:covered-table-cell>"
    body = f"<table:table><table:table-row>{cell}</table:table-row></table:table>" + p("The end.")
    assert blocks(body) == [
        ("table-cell", "Odesa"),
        ("paragraph", "In a box."),
        ("paragraph", "The end."),
        ("footnote", "Ibid."),
    ]


def test_numbers_have_a_limit() -> None:
    digits = "9" * 5000  # more than int() takes
    body = p(f'a<text:s text:c="{digits}"/>b<text:s text:c="-1"/>c<text:s text:c="²"/>')
    source, _ = read("odt", odt(f'{body}<text:h text:outline-level="{digits}"/>'))
    assert source.text == "a b c \n"


TEXTS = st.lists(
    st.sampled_from(
        [("boat", "boat"), ("Kyiv", "<text:span>Ky</text:span>iv"), ("a&b", "a&amp;b"), ("😀", "<text:a>😀</text:a>"), ("\t", "<text:tab/>"),
         ("\u2028", "<text:line-break/>"), ("  ", '<text:s text:c="2"/>'), ("", "<text:change/>"), ("", "<text:note/>"), ("é", "é")]
    ),
    max_size=12,
)  # fmt: skip


@settings(max_examples=60)
@given(paragraphs=st.lists(TEXTS, min_size=1, max_size=6))
def test_the_text_is_that_of_the_paragraphs(paragraphs: list[list[tuple[str, str]]]) -> None:
    body = "".join(p("".join(xml for _, xml in pieces)) for pieces in paragraphs)
    source, (article,) = read("odt", odt(body))
    lines = ["".join(text for text, _ in pieces) for pieces in paragraphs]
    assert source.text == "\n".join(lines)
    found = words_in_place(source, article, str)
    assert found.tried == found.exact


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"not a zip", "a.odt: not an OpenDocument text, or damaged: File is not a zip file"),
        (package({"a.txt": "x"}), "a.odt: not an OpenDocument text: it has no content"),
        (package({"content.xml": "<a/>"}), "a.odt: not an OpenDocument text, but a table or a drawing"),
        (odt("<text:p>"), "a.odt: content.xml:1:"),
        (package({"content.xml": '<!DOCTYPE a [<!ENTITY b "c">]><a/>'}), "the document declares entities"),
        (
            odt("", more={"META-INF/manifest.xml": '<m:a xmlns:m="m"><m:encryption-data/></m:a>'}),
            "a.odt: not read: it needs a password; save it without one",
        ),
    ],
)
def test_what_is_no_text_is_an_error(data: bytes, said: str) -> None:
    with pytest.raises(ReadError) as error:
        read("odt", data, "a.odt")
    assert said in str(error.value)


def test_such_a_document_is_only_read(articlelint: Articlelint) -> None:
    data = odt(PLANTED + "<text:p>That is all.</text:p>")
    articlelint.write("a.odt", data)
    options = ("--isolated", "--select", "repeated-word")
    checked = articlelint("check", *options, ".")
    assert checked.out.startswith("a.odt: paragraph 1, character 8: error[repeated-word]")
    assert "suggestion, by hand: write “the”" in checked.out
    refused = "a.odt: not changed: this format is only read; change it by hand, or save it as .docx"
    fixed = articlelint("fix", *options, "a.odt")
    assert fixed.code == 2
    assert refused in fixed.err
    assert (articlelint.folder / "a.odt").read_bytes() == data
    assert unpacked(data)["mimetype"].startswith(b"application/vnd.oasis")


def test_standard_input_is_read_in_a_format_that_is_named(articlelint: Articlelint) -> None:
    options = ("--isolated", "--select", "repeated-word", "-")
    data = odt(PLANTED)
    checked = articlelint("check", "--format", "odt", *options, stdin=data)
    assert checked.out.startswith("-: paragraph 1, character 8: error[repeated-word]")
    with pytest.raises(
        ReadError, match=r"-: this is a \.docx, \.odt or \.zip file, whatever it is called; name it so"
    ):
        Source.decode("-", data)
    word = (DATA / "libreoffice.docx").read_bytes()
    diff = articlelint("check", "--diff", "--format", "docx", *options, stdin=word)
    assert "\n+The “ferry” from Kyiv was late" in diff.out
