"""Articles in XML: what is read of each schema, of what kind, and where it stands."""

from __future__ import annotations

from html import unescape

import pytest
from conftest import Articlelint
from formats import samples
from formats.checks import kinds, read, words_in_place

from articlelint.errors import ReadError

SAMPLES = [
    ("nitf", samples.NITF),
    ("newsml", samples.NEWSML),
    ("feeds", samples.RSS),
    ("feeds", samples.ATOM),
]


def _undo(raw: str) -> str:
    """What stands between tags; escaped HTML is decoded once more than the check does it."""
    return unescape(raw)


@pytest.mark.parametrize(("name", "text"), SAMPLES)
@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_every_word_stands_where_the_map_says(name: str, text: str, newline: str) -> None:
    source, articles = read(name, text.replace("\n", newline).encode())
    for article in articles:
        found = words_in_place(source, article, _undo)
        assert found.tried == found.exact > 5


@pytest.mark.parametrize(("name", "text"), SAMPLES)
def test_a_schema_is_recognised(name: str, text: str) -> None:
    recognised, forced = read("xml", text.encode())[1], read(name, text.encode())[1]
    assert [kinds(each) for each in recognised] == [kinds(each) for each in forced]


def test_nitf() -> None:
    _, (article,) = read("nitf", samples.NITF.encode())
    assert kinds(article) == [
        ("headline", "Ferry from Kyiv is late"),
        ("standfirst", "Nobody knows why"),
        ("byline", "By Ada Berg"),
        ("dateline", "KYIV"),
        ("paragraph", "The “ferry” from Kyiv was late on Monday, café owners & captains said."),
        ("crosshead", "What went wrong"),
        ("list-item", "One boat"),
        ("list-item", "One quay"),
        ("blockquote", "It was <late> & long."),
        ("caption", "The ferry in Odesa."),
        ("table-cell", "Odesa"),
        ("table-cell", "9 boats"),
        ("byline", "Reporting by Ada Berg"),
    ]
    assert article.metadata == {"date": "20261130T090000Z", "embargo": "20261201T090000Z", "status": "usable"}


def test_newsml() -> None:
    _, (article,) = read("newsml", samples.NEWSML.encode())
    assert kinds(article) == [
        ("headline", "Ferry from Kyiv is late"),
        ("byline", "By Ada Berg"),
        ("crosshead", "What went wrong"),
        ("paragraph", "The ferry was late, café owners & captains said."),
    ]
    assert article.metadata == {
        "date": "2026-11-30T09:00:00Z",
        "embargo": "2026-12-01T09:00:00Z",
        "status": "usable",
        "language": "en-GB",
    }


def test_nitf_inside_newsml() -> None:
    start, _, rest = samples.NEWSML.partition("<html")
    inside = samples.NITF.partition("<nitf>")[2].partition("</nitf>")[0]
    text = f"{start}<nitf>{inside}</nitf>{rest.partition('</html>')[2]}"
    _, (article,) = read("newsml", text.encode())
    assert kinds(article) == kinds(read("nitf", samples.NITF.encode())[1][0])


def test_rss() -> None:
    _, (ferry, boat) = read("feeds", samples.RSS.encode())
    assert kinds(ferry) == [
        ("headline", "Ferry “late” in Kyiv"),
        ("standfirst", "Nobody knows why"),
        ("paragraph", "The ferry was late & long."),
        ("paragraph", "Nobody knew."),
    ]
    assert kinds(boat) == [("headline", "Boat in Odesa"), ("paragraph", "It was late, café owners said.")]
    assert [ferry.name, boat.name] == ["item-1", "item-2"]
    assert ferry.metadata == {"date": "Mon, 30 Nov 2026 09:00:00 GMT"}


def test_atom() -> None:
    _, (article,) = read("feeds", samples.ATOM.encode())
    assert kinds(article) == [
        ("headline", "Ferry & boat"),
        ("standfirst", "Nobody knows why"),
        ("paragraph", "It was late & long."),
    ]


BOMB = """<!DOCTYPE rss [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]><rss><channel><item><title>&b;</title></item></channel></rss>"""
OUTSIDE = """<!DOCTYPE rss [<!ENTITY a SYSTEM "file:///etc/passwd">]><rss><channel><item><title>&a;</title></item></channel></rss>"""


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (BOMB, "a.xml:1: not read: the document declares entities"),
        (OUTSIDE, "a.xml:1: not read: the document declares entities"),
        ("<rss>\n<channel></rss>", "a.xml:2:12: not XML: mismatched tag"),
        ("", "a.xml:1:1: not XML: no element found"),
        ("<a>" * 201 + "</a>" * 201, "a.xml:1:601: not read: elements are nested more than 200 levels deep"),
        ("<urlset></urlset>", "a.xml: no article found: <urlset> is none of the documents that are read"),
        ('<?xml version="1.0" encoding="koi8-r"?><rss/>', "a.xml: not read: its encoding is koi8-r"),
    ],
)
def test_what_is_no_article_is_an_error(text: str, said: str) -> None:
    with pytest.raises(ReadError) as error:
        read("xml", text.encode(), "a.xml")
    assert said in str(error.value)


def test_a_finding_has_the_place_in_the_file_and_the_path(articlelint: Articlelint) -> None:
    articlelint.write("a.xml", samples.NITF.replace("was late", "was was late"))
    done = articlelint("check", "--isolated", "--select", "repeated-word", "--output-format", "json", "a.xml")
    (finding,) = done.findings
    line = samples.NITF.replace("was late", "was was late").split("\n")[finding["line"] - 1]
    assert line[finding["column"] - 1 : finding["end_column"] - 1] == "was was"
    assert finding["location"]["at"] == "/nitf/body[1]/body.content[1]/block[1]/p[1]"
    assert finding["location"]["character"] == 23


def test_fix_writes_references_and_leaves_all_else(articlelint: Articlelint) -> None:
    before = samples.NITF.replace("was late", "was was late").replace("One boat", "One the the boat")
    articlelint.write("a.xml", before)
    articlelint("fix", "--isolated", "--select", "repeated-word", "a.xml")
    after = (articlelint.folder / "a.xml").read_text(encoding="utf-8")
    assert after == samples.NITF.replace("One boat", "One the boat")


def test_text_in_a_cdata_section_is_fixed_as_it_is(articlelint: Articlelint) -> None:
    before = samples.RSS.replace("Nobody knew.</p>", "Nobody knew of the the boat.</p>")
    articlelint.write("a.rss", before)
    articlelint("fix", "--isolated", "--select", "repeated-word", ".")
    after = (articlelint.folder / "a.rss").read_text(encoding="utf-8")
    assert after == before.replace("the the", "the")
