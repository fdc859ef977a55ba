"""Whatever is in a file, a parser returns articles with sound maps, or says what is wrong."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from formats import samples, wordpress_samples
from formats.checks import read
from formats.open_document import odt
from formats.word import document, package, paragraph, run
from hypothesis import given, settings
from hypothesis import strategies as st

from articlelint.config.left_out import LeftOut
from articlelint.config.zipped import articles_in_zip
from articlelint.errors import ReadError
from articlelint.markup.base import Article
from articlelint.plugins.checking_findings import articles_fault

JSON = [
    *(samples.ANS, samples.NINJS_1, samples.NINJS_3, samples.GHOST, samples.SANITY, samples.CONTENTFUL),
    wordpress_samples.POST,
]
XML = [samples.NITF, samples.NEWSML, samples.RSS, samples.ATOM, wordpress_samples.EXPORT]
scalars = st.none() | st.booleans() | st.integers(-3, 99) | st.text(max_size=5) | st.just([]) | st.just({})


def sound(name: str, data: bytes) -> tuple[Article, ...]:
    try:
        source, articles = read(name, data)
    except ReadError:
        return ()
    assert articles_fault(articles, len(source.text)) == ""
    for article in articles:
        for block in article.markup.blocks:
            span = article.file_span(article.markup.offsets.span(block.span))
            assert 0 <= span.start <= span.end <= len(source.text)
            assert article.location(block.span) is not None
    return articles


def _changed(data: st.DataObject, value: Any) -> Any:
    """The value with some of its parts replaced by anything."""
    if data.draw(st.integers(0, 12)) == 0:
        return data.draw(scalars)
    if isinstance(value, dict):
        return {key: _changed(data, each) for key, each in value.items()}
    return [_changed(data, each) for each in value] if isinstance(value, list) else value


@settings(max_examples=150)
@given(data=st.data(), value=st.sampled_from(JSON))
def test_json_of_any_shape(data: st.DataObject, value: Any) -> None:
    sound("json", json.dumps(_changed(data, value)).encode())


@settings(max_examples=150)
@given(
    text=st.sampled_from([*XML, *map(json.dumps, JSON)]),
    at=st.floats(0, 1),
    length=st.integers(0, 40),
    new=st.text('<>&;/!?[]"{}:,\\u \n\t-a1=\ufeff😀', max_size=12),
)
def test_damaged_text(text: str, at: float, length: int, new: str) -> None:
    start = int(at * len(text))
    damaged = (text[:start] + new + text[start + length :]).encode()
    sound("xml" if text.lstrip().startswith("<") else "json", damaged)


@settings(max_examples=60)
@given(at=st.floats(0, 1), new=st.binary(max_size=9))
def test_damaged_packages(at: float, new: bytes) -> None:
    whole = document(paragraph(run("The ferry was late.")) * 3)
    start = int(at * len(whole))
    sound("docx", whole[:start] + new + whole[start + len(new) :])


@settings(max_examples=60)
@given(at=st.floats(0, 1), new=st.binary(max_size=9))
def test_damaged_zip_files(at: float, new: bytes) -> None:
    whole = package({"a.txt": "The ferry was late. " * 9, "b/c.md": "The end."})
    start = int(at * len(whole))
    damaged = whole[:start] + new + whole[start + len(new) :]
    found = articles_in_zip("a.zip", Path("a.zip"), damaged, lambda _: None, LeftOut())
    for each in found:
        assert (each.data is None) == bool(each.error)
        assert each.error or each.path.startswith("a.zip!/")


PIECES = """
<w:p>|</w:p>|<w:r>|</w:r>|<w:t>|</w:t>|<w:t xml:space="preserve">|a |Kyiv|&amp;|<w:tab/>|<w:br/>|<w:p/>|<w:t/>|<w:rPr>|</w:rPr>|<w:b/>|
<w:pPr>|</w:pPr>|<w:del>|</w:del>|<w:del/>|<w:tc>|</w:tc>|<w:txbxContent>|</w:txbxContent>|<w:numId w:val="1"/>|<w:vanish/>|<w:sym/>
""".replace("\n", "").split("|")


@settings(max_examples=150)
@given(body=st.lists(st.sampled_from(PIECES), max_size=30).map("".join), close=st.booleans())
def test_any_order_of_elements(body: str, close: bool) -> None:
    if close:
        # Close what is open, so that the XML is well-formed more often.
        body = f"<w:p><w:r><w:t>{body}</w:t></w:r></w:p>"
    sound("docx", document(body))


ODT_TEXTS = [
    "a ",
    "Kyiv",
    "&amp;",
    "<text:tab/>",
    '<text:s text:c="2"/>',
    "<draw:object/>",
    "<text:line-break/>",
    " \n",
]
ODT_ELEMENTS = """
text:p text:h text:span text:note text:note-body text:list draw:frame draw:text-box table:table-cell office:annotation
""".split()


def _inside(inner: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    """Elements with these texts and elements in them."""
    made = st.tuples(st.sampled_from(ODT_ELEMENTS), st.lists(inner, max_size=4))
    return made.map(lambda each: f"<{each[0]}>{''.join(each[1])}</{each[0]}>")


@settings(max_examples=150)
@given(body=st.lists(st.recursive(st.sampled_from(ODT_TEXTS), _inside, max_leaves=20), max_size=6))
def test_any_order_of_elements_of_open_document(body: list[str]) -> None:
    assert sound("odt", odt("".join(body)))
