"""Documents in each format that articlelint reads, made of given paragraphs, for bench/file_formats.py."""

from __future__ import annotations

import io
import json
import zipfile
from collections.abc import Callable, Sequence
from html import escape
from typing import Any

Make = Callable[[Sequence[str]], bytes]
HEADLINE = "Ferry from Kyiv is late"
_MAIN = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_RUN_WORDS = 12
"""How many words a run of Word has: a paragraph that people have worked on has several."""


def _html(paragraphs: Sequence[str]) -> str:
    return "".join(f"<p>{escape(text)}</p>\n" for text in paragraphs)


def _json(value: Any) -> bytes:
    return json.dumps(value).encode()


def ans(paragraphs: Sequence[str]) -> bytes:
    elements = [{"type": "text", "_id": "a", "content": escape(text)} for text in paragraphs]
    return _json({"type": "story", "headlines": {"basic": HEADLINE}, "content_elements": elements})


def ninjs(paragraphs: Sequence[str]) -> bytes:
    item = {"uri": "urn:1", "versioncreated": "2026-11-30", "headline": HEADLINE}
    return _json({**item, "body_xhtml": _html(paragraphs)})


def ninjs_text(paragraphs: Sequence[str]) -> bytes:
    item = {"uri": "urn:1", "standard": {"name": "ninjs"}, "headlines": [{"value": HEADLINE}]}
    return _json({**item, "bodies": [{"contentType": "text/plain", "value": "\n".join(paragraphs)}]})


def _ghost(**body: str) -> bytes:
    return _json({"posts": [{"id": "1", "slug": "ferry", "title": HEADLINE, **body}]})


def ghost_lexical(paragraphs: Sequence[str]) -> bytes:
    nodes = [
        {"type": "paragraph", "children": [{"type": "text", "format": 0, "text": text}]}
        for text in paragraphs
    ]
    return _ghost(lexical=json.dumps({"root": {"children": nodes}}))


def ghost_mobiledoc(paragraphs: Sequence[str]) -> bytes:
    sections = [[1, "p", [[0, [], 0, text]]] for text in paragraphs]
    return _ghost(mobiledoc=json.dumps({"version": "0.3.1", "markups": [], "sections": sections}))


def ghost_markdown(paragraphs: Sequence[str]) -> bytes:
    """A card of Markdown, as what is pasted from another program mostly is."""
    text = markdown(paragraphs).decode().partition("\n\n")[2]
    return _ghost(lexical=json.dumps({"root": {"children": [{"type": "markdown", "markdown": text}]}}))


def ghost_html(paragraphs: Sequence[str]) -> bytes:
    return _ghost(html=_html(paragraphs))


def contentful(paragraphs: Sequence[str]) -> bytes:
    nodes = [
        {"nodeType": "paragraph", "data": {}, "content": [{"nodeType": "text", "value": text, "marks": []}]}
        for text in paragraphs
    ]
    body = {"nodeType": "document", "data": {}, "content": nodes}
    return _json({"sys": {"id": "1"}, "fields": {"title": {"en": HEADLINE}, "body": {"en": body}}})


def sanity(paragraphs: Sequence[str]) -> bytes:
    blocks = [
        {"_type": "block", "style": "normal", "children": [{"_type": "span", "text": text, "marks": []}]}
        for text in paragraphs
    ]
    return _json({"_type": "author", "name": "Ada"}) + b"\n" + _json(
        {"_type": "post", "title": HEADLINE, "body": blocks}
    )  # fmt: skip


def nitf(paragraphs: Sequence[str]) -> bytes:
    head = f"<body.head><hedline><hl1>{HEADLINE}</hl1></hedline></body.head>"
    return f"<nitf><body>{head}<body.content>{_html(paragraphs)}</body.content></body></nitf>".encode()


def newsml(paragraphs: Sequence[str]) -> bytes:
    page = f'<html xmlns="http://www.w3.org/1999/xhtml"><body>{_html(paragraphs)}</body></html>'
    content = f'<contentSet><inlineXML contenttype="application/xhtml+xml">{page}</inlineXML></contentSet>'
    meta = f"<contentMeta><headline>{HEADLINE}</headline></contentMeta>"
    return (
        f'<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" guid="1">{meta}{content}</newsItem>'.encode()
    )


def rss(paragraphs: Sequence[str]) -> bytes:
    item = f"<item><title>{HEADLINE}</title><description>{escape(_html(paragraphs))}</description></item>"
    return f'<rss version="2.0"><channel>{item}</channel></rss>'.encode()


def rss_cdata(paragraphs: Sequence[str]) -> bytes:
    body = f"<description><![CDATA[{_html(paragraphs)}]]></description>"
    return f"<rss><channel><item><title>{HEADLINE}</title>{body}</item></channel></rss>".encode()


def _export(content: str) -> bytes:
    """An export of WordPress, which has the end of a CDATA section in two sections."""
    fields = {"wp:post_id": "12", "wp:post_type": "post", "wp:status": "draft", "content:encoded": content}
    inside = "".join(
        f"<{name}><![CDATA[{value.replace(']]>', ']]]]><![CDATA[>')}]]></{name}>"
        for name, value in fields.items()
    )
    return (
        '<rss version="2.0" xmlns:wp="http://wordpress.org/export/1.2/" '
        'xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><wp:wxr_version>1.2</wp:wxr_version>'
        f"<item><title>{HEADLINE}</title>{inside}</item></channel></rss>"
    ).encode()


def _blocks(paragraphs: Sequence[str]) -> str:
    return "\n\n".join(
        f"<!-- wp:paragraph -->\n<p>{escape(text)}</p>\n<!-- /wp:paragraph -->" for text in paragraphs
    )


def wordpress_blocks(paragraphs: Sequence[str]) -> bytes:
    return _export(_blocks(paragraphs))


def wordpress_classic(paragraphs: Sequence[str]) -> bytes:
    return _export("\n\n".join(map(escape, paragraphs)))


def wordpress_rest(paragraphs: Sequence[str]) -> bytes:
    texts = {"title": HEADLINE, "content": _blocks(paragraphs), "excerpt": ""}
    fields = {name: {"raw": text, "rendered": "not read"} for name, text in texts.items()}
    return _json([{"id": 12, "type": "post", "status": "draft", **fields}])


def atom(paragraphs: Sequence[str]) -> bytes:
    page = f'<div xmlns="http://www.w3.org/1999/xhtml">{_html(paragraphs)}</div>'
    entry = f'<entry><title>{HEADLINE}</title><content type="xhtml">{page}</content></entry>'
    return f'<feed xmlns="http://www.w3.org/2005/Atom">{entry}</feed>'.encode()


def markdown(paragraphs: Sequence[str]) -> bytes:
    """Markdown, which MDX and Quarto are a superset of where there is no ``<`` and no formula."""
    texts = [text.replace("<", "\\<").replace("&", "&amp;") for text in paragraphs]
    return f"# {HEADLINE}\n\n{chr(10).join(text + chr(10) for text in texts)}".encode()


def notebook(paragraphs: Sequence[str]) -> bytes:
    """A notebook with a cell of code after each cell of Markdown."""
    code = {"cell_type": "code", "source": ["x = 1\n", "x"], "outputs": [{"text": "1"}]}
    cells: list[Any] = []
    for text in (f"# {HEADLINE}", *paragraphs):
        lines = markdown([text]).decode().split("\n", 2)[2].splitlines(keepends=True)
        cells += {"cell_type": "markdown", "source": lines}, code
    return _json({"cells": cells, "nbformat": 4})


def rst(paragraphs: Sequence[str]) -> bytes:
    blocks = [HEADLINE + "\n" + "=" * len(HEADLINE), *paragraphs]
    return "\n\n".join(blocks).encode()


def asciidoc(paragraphs: Sequence[str]) -> bytes:
    return "\n\n".join([f"= {HEADLINE}", *paragraphs]).encode()


def archieml(paragraphs: Sequence[str]) -> bytes:
    texts = "\n\n".join(text.replace("<late>", "&lt;late>") for text in paragraphs)
    return f"headline: {HEADLINE}\n\n[+body]\n{texts}\n[]\n".encode()


def docx(paragraphs: Sequence[str]) -> bytes:
    body = "".join(_word_paragraph(text) for text in (HEADLINE, *paragraphs))
    parts = {
        "_rels/.rels": (
            '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
            f'<Relationship Id="r1" Type="{_OFFICE}/officeDocument" Target="word/document.xml"/>'
            "</Relationships>"
        ),
        "word/document.xml": f'<w:document xmlns:w="{_MAIN}"><w:body>{body}</w:body></w:document>',
        "docProps/app.xml": "<Properties/>",
    }
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in parts.items():
            archive.writestr(zipfile.ZipInfo(name), text)
    return packed.getvalue()


def _word_paragraph(text: str) -> str:
    properties = '<w:rPr><w:rFonts w:ascii="Arial" w:hAnsi="Arial"/><w:sz w:val="24"/></w:rPr>'
    words = text.split(" ")
    runs = [" ".join(words[at : at + _RUN_WORDS]) for at in range(0, len(words), _RUN_WORDS)]
    inside = "".join(
        f'<w:r>{properties}<w:t xml:space="preserve">{escape(run, quote=False)} </w:t></w:r>' for run in runs
    )
    return f'<w:p w:rsidR="00A77B3E"><w:pPr><w:spacing w:after="160"/></w:pPr>{inside}</w:p>'


def odt(paragraphs: Sequence[str]) -> bytes:
    address = "urn:oasis:names:tc:opendocument:xmlns"
    names = f'xmlns:office="{address}:office:1.0" xmlns:text="{address}:text:1.0"'
    body = "".join(_odt_paragraph(text) for text in (HEADLINE, *paragraphs))
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.text")
        archive.writestr(
            "content.xml",
            f"<office:document-content {names}><office:body><office:text>{body}</office:text></office:body>"
            "</office:document-content>",
        )
    return packed.getvalue()


def _odt_paragraph(text: str) -> str:
    words = text.split(" ")
    runs = [" ".join(words[at : at + _RUN_WORDS]) for at in range(0, len(words), _RUN_WORDS)]
    inside = "".join(
        f'<text:span text:style-name="T1">{escape(run, quote=False)} </text:span>' for run in runs
    )
    return f'<text:p text:style-name="P1">{inside}</text:p>'


def html(paragraphs: Sequence[str]) -> bytes:
    return f"<h1>{HEADLINE}</h1>{_html(paragraphs)}".encode()


FORMATS: dict[str, tuple[str, Make]] = {
    "HTML, to compare": ("html", html),
    "MDX": ("mdx", markdown),
    "Quarto": ("quarto", markdown),
    "reStructuredText": ("rst", rst),
    "AsciiDoc": ("asciidoc", asciidoc),
    "ArchieML": ("archieml", archieml),
    "Notebooks": ("notebook", notebook),
    "Word": ("docx", docx),
    "OpenDocument": ("odt", odt),
    "Arc ANS": ("ans", ans),
    "ninjs 1, XHTML": ("ninjs", ninjs),
    "ninjs 3, plain text": ("ninjs", ninjs_text),
    "Ghost, Lexical": ("ghost", ghost_lexical),
    "Ghost, Mobiledoc": ("ghost", ghost_mobiledoc),
    "Ghost, card in Markdown": ("ghost", ghost_markdown),
    "Ghost, HTML": ("ghost", ghost_html),
    "Contentful": ("contentful", contentful),
    "Sanity, JSON Lines": ("sanity", sanity),
    "NITF": ("nitf", nitf),
    "NewsML-G2, XHTML": ("newsml", newsml),
    "RSS, escaped HTML": ("feeds", rss),
    "RSS, CDATA": ("feeds", rss_cdata),
    "Atom, XHTML": ("feeds", atom),
    "WordPress export, blocks": ("wordpress", wordpress_blocks),
    "WordPress export, classic editor": ("wordpress", wordpress_classic),
    "WordPress REST": ("wordpress-rest", wordpress_rest),
}
"""Each row of the table: the name of the format, and what makes a document of paragraphs."""
