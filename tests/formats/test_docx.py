"""Word documents: what is read, of what kind, where it stands, and what a fix changes."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from conftest import Articlelint
from formats.checks import kinds, read, words_in_place
from formats.word import document, package, paragraph, rels, run, unpacked

from articlelint.errors import ReadError
from articlelint.model import Span

DATA = Path(__file__).parent / "data"
BODY = [
    ("crosshead", "What went wrong"),
    ("list-item", "One boat"),
    ("list-item", "One quay"),
    ("blockquote", "It was very late, she said."),
    ("table-cell", "Odesa"),
    ("table-cell", "9 boats"),
]


def blocks(body: str, **parts: str) -> list[tuple[str, str]]:
    source, (article,) = read("docx", document(body, **parts))
    found = words_in_place(source, article, str)
    assert found.tried == found.exact
    return kinds(article)


@pytest.mark.parametrize("name", ["libreoffice.docx", "python-docx.docx"])
def test_every_word_stands_where_the_map_says(name: str) -> None:
    source, (article,) = read("docx", (DATA / name).read_bytes())
    found = words_in_place(source, article, str)
    assert found.tried == found.exact > 30


def test_a_document_of_libreoffice() -> None:
    _, (article,) = read("docx", (DATA / "libreoffice.docx").read_bytes())
    found = kinds(article)
    assert found[:2] == [("headline", "Ferry from Kyiv is late"), ("byline", "By Ada Berg")]
    assert found[3:9] == BODY
    assert found[9] == ("paragraph", "The end came at noonlink, and the the boats left.\nA new line.")


def test_a_document_with_the_styles_of_word() -> None:
    _, (article,) = read("docx", (DATA / "python-docx.docx").read_bytes())
    assert kinds(article) == [
        ("headline", "Ferry from Kyiv is late"),
        ("standfirst", "Nobody knows why"),
        ("paragraph", "The “ferry” from Kyiv was late on Monday, café owners & captains said."),
        *BODY,
        ("caption", "The ferry in Odesa."),
        ("paragraph", "The end came\nat noon."),
    ]
    assert [article.markup.text[s.start : s.end] for s in article.markup.styles.bold] == ["Ky"]
    assert [article.markup.text[s.start : s.end] for s in article.markup.styles.italics] == ["on Monday"]


def test_headings_have_an_outline_level_whatever_their_style_is_called() -> None:
    styles = (
        '<w:style w:type="paragraph" w:styleId="berschrift1"><w:name w:val="anything"/>'
        '<w:pPr><w:outlineLvl w:val="0"/></w:pPr></w:style>'
        '<w:style w:type="paragraph" w:styleId="Mein"><w:basedOn w:val="berschrift1"/></w:style>'
        '<w:style w:type="paragraph" w:styleId="Rund"><w:basedOn w:val="Rund"/></w:style>'
    )
    body = (
        paragraph(run("Ferry is late"), "Mein")
        + "<w:p><w:pPr><w:outlineLvl w:val='1'/></w:pPr>" + run("What went wrong") + "</w:p>"
        + paragraph(run("It was late."), "Rund")
    )  # fmt: skip
    assert blocks(body, styles=styles) == [
        ("headline", "Ferry is late"),
        ("crosshead", "What went wrong"),
        ("paragraph", "It was late."),
    ]


def test_insertions_are_read_and_deletions_are_not() -> None:
    body = paragraph(
        run("The ferry ")
        + '<w:ins w:id="1" w:author="A">' + run("was ") + "</w:ins>"
        + '<w:del w:id="2" w:author="A"><w:r><w:delText>were </w:delText></w:r></w:del>'
        + "<w:moveFrom>" + run("not ") + "</w:moveFrom><w:moveTo>" + run("very ") + "</w:moveTo>"
        + run("late.")
    )  # fmt: skip
    assert blocks(body) == [("paragraph", "The ferry was very late.")]


def test_a_paragraph_whose_end_is_deleted_goes_on_in_the_next() -> None:
    body = "<w:p><w:pPr><w:rPr><w:del w:id='1'/></w:rPr></w:pPr>" + run("The ferry ") + "</w:p>"
    assert blocks(body + paragraph(run("was late."))) == [("paragraph", "The ferry was late.")]


def test_fields_show_their_results() -> None:
    field = (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>PAGE the the</w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
        + run("12")
        + '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )
    simple = '<w:fldSimple w:instr="DATE">' + run("Monday") + "</w:fldSimple>"
    assert blocks(paragraph(run("On page ") + field + run(" of ") + simple)) == [
        ("paragraph", "On page 12 of Monday")
    ]


def test_signs_hidden_text_and_comments() -> None:
    body = paragraph(
        run("co")
        + "<w:r><w:noBreakHyphen/></w:r>"
        + '<w:commentRangeStart w:id="0"/>' + run("op") + '<w:commentRangeEnd w:id="0"/><w:r><w:commentReference w:id="0"/></w:r>'
        + "<w:r><w:tab/></w:r>" + run("sold", "<w:vanish/>") + run("bought &amp; &lt;sold&gt;")
        + "<w:r><w:br/></w:r>" + run("here.") + "<!-- " + run("not") + " -->"
    )  # fmt: skip
    assert blocks(body) == [("paragraph", "co-op bought & <sold>\nhere.")]


def test_text_boxes_are_read_once() -> None:
    box = "<w:txbxContent>" + paragraph(run("In a box.")) + "</w:txbxContent>"
    anchored = f"<w:r><mc:AlternateContent><mc:Choice>{box}</mc:Choice><mc:Fallback>{box}</mc:Fallback></mc:AlternateContent></w:r>"
    assert blocks(paragraph(run("It was ") + anchored + run("late, she said."))) == [
        ("paragraph", "It was late, she said."),
        ("paragraph", "In a box."),
    ]


def test_footnotes() -> None:
    notes = (
        '<w:footnote w:type="separator" w:id="-1"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>'
        '<w:footnote w:id="1">' + paragraph(run("See the the report.")) + "</w:footnote>"
        '<w:footnote w:id="2">' + paragraph(run("Ibid.")) + "</w:footnote>"
    )
    _, (article,) = read("docx", document(paragraph(run("It was late.")), footnotes=notes))
    assert kinds(article)[1:] == [("footnote", "See the the report."), ("footnote", "Ibid.")]
    start = article.markup.text.index("Ibid")
    assert (
        str(article.location(article.markup.offsets.span(article.markup.blocks[2].span)))
        == "footnote 2, character 1"
    )
    assert start > 0


def test_another_prefix() -> None:
    data = document(paragraph(run("It was late.")))
    parts = {name: text.decode() for name, text in unpacked(data).items()}
    renamed = parts["word/document.xml"].replace("w:", "ns0:").replace("xmlns:w", "xmlns:ns0")
    _, (article,) = read("docx", package({**parts, "word/document.xml": renamed}))
    assert kinds(article) == [("paragraph", "It was late.")]


def test_check_tells_paragraph_and_character(articlelint: Articlelint) -> None:
    (articlelint.folder / "a.docx").write_bytes((DATA / "libreoffice.docx").read_bytes())
    shown = articlelint("check", "--isolated", "--select", "repeated-word", "a.docx").out
    assert shown.startswith("a.docx: paragraph 3, character 23: error[repeated-word]")
    assert "    3 | The “ferry” from Kyiv was was late" in shown
    done = articlelint("check", "--isolated", "--select", "repeated-word", "--output-format", "json", ".")
    assert [(f["line"], f["column"], f["location"]["words"]) for f in done.findings] == [
        (3, 23, "paragraph 3, character 23"),
        (10, 31, "paragraph 10, character 31"),
    ]
    baseline = articlelint("baseline", "create", "--isolated", "a.docx")
    assert baseline.code == 0, baseline.err
    assert articlelint("check", "--isolated", "--baseline", ".articlelint-baseline.json", ".").code == 0
    refused = articlelint("check", "--isolated", "--add-ignore", "because", "a.docx").err
    assert "a.docx: not changed: this format has no comments to write an ignore in" in refused


@pytest.mark.parametrize("name", ["libreoffice.docx", "python-docx.docx"])
def test_fix_changes_one_run_and_nothing_else(articlelint: Articlelint, name: str) -> None:
    before = (DATA / name).read_bytes()
    parts = unpacked(before)
    text = parts["word/document.xml"].decode().replace("One boat", " One the the boat &amp; &quot;quay&quot;")
    file = articlelint.folder / "a.docx"
    file.write_bytes(
        package({**{n: t.decode("latin-1") for n, t in parts.items()}, "word/document.xml": text})
    )
    original = unpacked(file.read_bytes())
    done = articlelint("fix", "--isolated", "--select", "repeated-word", "a.docx")
    assert done.code == 0, done.out
    changed = unpacked(file.read_bytes())
    assert list(changed) == list(original)
    assert [n for n in original if changed[n] != original[n]] == ["word/document.xml"]
    after = changed["word/document.xml"].decode()
    assert "One the boat &amp; " in after
    again = articlelint(
        "check", "--isolated", "--select", "repeated-word", "--output-format", "json", "a.docx"
    )
    assert json.loads(again.out) == []
    untouched = [line for line in text.split("<w:p") if "the the" not in line and "was was" not in line]
    assert all(line in after for line in untouched)


def test_a_fix_over_two_runs_is_shown_and_not_applied(articlelint: Articlelint) -> None:
    data = document(paragraph(run("It was the t", "<w:b/>") + run("he end of it.")))
    file = articlelint.folder / "a.docx"
    file.write_bytes(data)
    done = articlelint("fix", "--isolated", "--select", "repeated-word", "--output-format", "json", "a.docx")
    (finding,) = done.findings
    assert finding["fix"]["safety"] == "shown"
    assert file.read_bytes() == data


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"not a zip", "a.docx: not a Word document, or damaged: File is not a zip file"),
        (b"\xd0\xcf\x11\xe0" + b"x" * 20, "a.docx: this is a .doc file, or needs a password"),
        (package({"a.txt": "x"}), "a.docx: not a Word document: it has no text"),
        (document("<w:p>"), "a.docx: word/document.xml:2:"),
        (
            package({"_rels/.rels": rels(officeDocument="x.xml"), "x.xml": "<a/>"}),
            "this is no part of a Word document",
        ),
        (
            package(
                {"_rels/.rels": rels(officeDocument="x.xml"), "x.xml": '<!DOCTYPE a [<!ENTITY b "c">]><a/>'}
            ),
            "the document declares entities",
        ),
    ],
)
def test_what_is_no_document_is_an_error(data: bytes, said: str) -> None:
    with pytest.raises(ReadError) as error:
        read("docx", data, "a.docx")
    assert said in str(error.value)


def commented(data: bytes) -> dict[str, str]:
    """The words that each comment is anchored at, by what it says."""
    parts = unpacked(data)
    text = parts["word/document.xml"].decode()
    found = {}
    for number, said in re.findall(
        r'<w:comment [^>]*w:id="(\d+)".*?<w:t [^>]*>(.*?)</w:t>', parts["word/comments.xml"].decode()
    ):
        start, end = (text.index(f'<w:commentRange{side} w:id="{number}"/>') for side in ("Start", "End"))
        assert text.count(f'<w:commentReference w:id="{number}"/>') == 1
        found[said] = "".join(re.findall(r"<w:t(?: [^>]*)?>([^<]*)</w:t>", text[start:end]))
    return found


@pytest.mark.parametrize("name", ["libreoffice.docx", "python-docx.docx"])
def test_annotate_writes_comments_and_leaves_all_else(articlelint: Articlelint, name: str) -> None:
    before = (DATA / name).read_bytes()
    parts = unpacked(before)
    text = (
        parts["word/document.xml"].decode().replace("One boat", "One the the boat &amp; one of of the quays")
    )
    before = package({**{n: t.decode("latin-1") for n, t in parts.items()}, "word/document.xml": text})
    (articlelint.folder / "a.docx").write_bytes(before)
    done = articlelint("annotate", "--isolated", "--select", "repeated-word", "a.docx", "-o", "b.docx")
    assert done.code == 1, done.err
    after = (articlelint.folder / "b.docx").read_bytes()
    assert (articlelint.folder / "a.docx").read_bytes() == before
    changed, original = unpacked(after), unpacked(before)
    new = {"[Content_Types].xml", "word/document.xml", "word/_rels/document.xml.rels", "word/comments.xml"}
    assert {n for n in changed if changed[n] != original.get(n)} <= new
    words = commented(after)
    assert words["“the” stands here twice: cut one; fix: write “the” [repeated-word]"] == "the the"
    assert words["“of” stands here twice: cut one; fix: write “of” [repeated-word]"] == "of of"
    written = changed["word/comments.xml"].count(b"<w:comment ")
    assert done.out == f"Wrote b.docx with {written} comments.\n"
    (one,), (other,) = read("docx", after)[1], read("docx", before)[1]
    assert (one.markup.text, one.markup.blocks) == (other.markup.text, other.markup.blocks)


def test_annotate_keeps_the_comments_of_others_and_tells_what_it_cannot_write(
    articlelint: Articlelint,
) -> None:
    notes = '<w:footnote w:id="1">' + paragraph(run("See the the report.")) + "</w:footnote>"
    body = paragraph(run("It was the the end")) + paragraph(
        run("A long story ended at ") + "<w:r><w:tab/></w:r>" + run("noon noon today.")
    )
    (articlelint.folder / "a.docx").write_bytes(document(body, footnotes=notes))
    first = articlelint(
        "annotate", "--isolated", "--select", "repeated-word", "a.docx", "-o", "b.docx", "--author", 'A & "B"'
    )
    assert "a.docx: footnote 1, character 5: no comment can stand there" in first.out
    second = articlelint("annotate", "--isolated", "--select", "repeated-word", "b.docx", "-o", "c.docx")
    assert "Wrote c.docx with 2 comments." in second.out
    text = unpacked((articlelint.folder / "c.docx").read_bytes())["word/comments.xml"].decode()
    assert re.findall(r'w:id="(\d)"', text) == ["0", "1", "2", "3"]
    assert text.count('w:author="A &amp; &quot;B&quot;"') == 2


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("a.txt", "-o", "b.docx"), "a.txt: has no comments: only .docx files can be annotated"),
        (("a.doc", "-o", "b.docx"), "a.doc: has no comments: only .docx files can be annotated"),
        (("-", "-o", "b.docx"), "annotate: standard input is not read; name one .docx file"),
        (("a.docx", "-o", "a.docx"), "a.docx: the comments would be written into the article"),
        ((".", "a.docx", "-o", "b.docx"), "annotate: name one .docx file"),
        (("none.docx", "-o", "b.docx"), "none.docx: cannot be read"),
    ],
)
def test_what_cannot_be_annotated(articlelint: Articlelint, arguments: tuple[str, ...], said: str) -> None:
    articlelint.write("a.txt", "The end.\n")
    (articlelint.folder / "a.docx").write_bytes(document(paragraph(run("The end."))))
    done = articlelint("annotate", "--isolated", *arguments)
    assert done.code == 2
    assert said in done.err
    assert not (articlelint.folder / "b.docx").exists()


def picture(description: str, name: str = "Picture") -> str:
    space = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
    inside = f'<wp:inline xmlns:wp="{space}"><wp:docPr id="7" name="{name}"{description}/></wp:inline>'
    return f"<w:r><w:rPr/><w:drawing>{inside}</w:drawing></w:r>"


PICTURES = paragraph(run("The ferry was late.")) + paragraph(
    picture("")
    + picture(' descr="A “white” ferry &amp; a &quot;quay&quot;&#10;in the the port"')
    + "<w:del>" + picture(' descr="Deleted"') + "</w:del>"
    + "<w:r><w:rPr><w:vanish/></w:rPr>" + picture(' descr="Hidden"').removeprefix("<w:r><w:rPr/>")
)  # fmt: skip


def test_alternative_texts_of_pictures_are_read() -> None:
    source, (article,) = read("docx", document(PICTURES + paragraph(run("Nobody knew."))))
    assert kinds(article) == [
        ("paragraph", "The ferry was late."),
        ("paragraph", "Nobody knew."),
        ("alt-text", 'A “white” ferry & a "quay"\nin the the port'),
    ]
    at = article.markup.text.index("the the")
    span = article.markup.offsets.span(Span(at, at + 7))
    assert str(article.location(span)) == "picture 2, character 31"
    assert source.text[span.start : span.end] == "the the"
    assert words_in_place(source, article, str) == (15, 15)


def test_fix_in_an_alternative_text(articlelint: Articlelint) -> None:
    before = document(PICTURES)
    articlelint.write("a.docx", before)
    done = articlelint("annotate", "--isolated", "--select", "repeated-word", "a.docx", "-o", "b.docx")
    assert "a.docx: picture 2, character 31: no comment can stand there" in done.out
    articlelint("fix", "--isolated", "--select", "repeated-word", "--unsafe-fixes", "a.docx")
    after = unpacked((articlelint.folder / "a.docx").read_bytes())
    expected = unpacked(before)
    name = "word/document.xml"
    expected[name] = expected[name].replace(b"the the", b"the")
    assert after == expected


def test_statistics_name_the_paragraph(articlelint: Articlelint) -> None:
    body = paragraph(run("A headline", ""), "Heading1") + paragraph(
        run("The ferry from Kyiv to Odesa was late.")
    )
    articlelint.write("a.docx", document(body))
    assert "8 (paragraph 2)" in articlelint("stats", "--isolated", "a.docx").out
    row = json.loads(articlelint("stats", "--isolated", "--output-format", "json", "a.docx").out)["articles"][
        0
    ]
    assert row["longest_sentence"]["location"]["words"] == "paragraph 2, character 1"
