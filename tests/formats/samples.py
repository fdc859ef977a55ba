"""Documents in each format, written by us after the published schemas; the texts are invented."""

from __future__ import annotations

import json
from typing import Any

FIRST = "The “ferry” from Kyiv to Odesa was late on Monday, café owners said."
SECOND = "Nobody in Kyiv & nobody in Odesa knew why 😀, she said."


def dumped(value: Any) -> bytes:
    return json.dumps(value, ensure_ascii=True, indent=1).encode()


ANS = {
    "type": "story",
    "version": "0.10.9",
    "_id": "ABC",
    "content_elements": [
        {"type": "text", "_id": "1", "content": f"<b>KYIV</b> - {FIRST.replace('&', '&amp;')}"},
        {"type": "header", "level": 2, "content": "What went wrong"},
        {"type": "list", "list_type": "unordered", "items": [{"type": "text", "content": "One boat &amp; one quay"}]},
        {"type": "quote", "content_elements": [{"type": "text", "content": "It was “late”."}], "citation": {"content": "Ada Berg"}},
        {"type": "image", "caption": "The ferry in Odesa.", "alt_text": "A white ferry", "url": "x.jpg"},
        {"type": "text", "content": SECOND.replace("&", "&amp;")},
    ],
    "headlines": {"basic": "Ferry from Kyiv is late"},
    "subheadlines": {"basic": "Nobody knows why"},
    "display_date": "2026-11-30T09:00:00Z",
    "workflow": {"status_code": 1},
    "language": "en",
}  # fmt: skip

NINJS_1 = {
    "uri": "urn:news:1",
    "type": "text",
    "pubstatus": "usable",
    "versioncreated": "2026-11-30T09:00:00Z",
    "embargoed": "2026-12-01T09:00:00Z",
    "language": "en",
    "body_text": "not read, because the other form is",
    "body_xhtml": f"<p>{FIRST}</p><p>{SECOND.replace('&', '&amp;')}</p>",
    "byline": "By Ada Berg",
    "headline": "Ferry from Kyiv is late",
    "associations": {
        "featured": {"uri": "urn:news:2", "type": "picture", "description_text": "The ferry in Odesa."}
    },
}

NINJS_3 = {
    "uri": "urn:news:3",
    "standard": {"name": "ninjs", "version": "3.0"},
    "type": "text",
    "pubStatus": "usable",
    "headlines": [
        {"role": "short", "value": "Ferry late"},
        {"role": "main", "value": "Ferry from Kyiv is late"},
    ],
    "bodies": [
        {"role": "main", "contentType": "text/plain", "value": "not read"},
        {"role": "main", "contentType": "text/html", "value": f"<p>{FIRST}</p>"},
    ],
}

LEXICAL = {
    "root": {
        "children": [
            {"type": "paragraph", "children": [
                {"type": "text", "text": "The “ferry” from ", "format": 0},
                {"type": "link", "url": "https://example.org", "children": [{"type": "text", "text": "Kyiv", "format": 1}]},
                {"type": "text", "text": ' was\tlate, "café" owners said.', "format": 0},
            ]},
            {"type": "heading", "tag": "h2", "children": [{"type": "text", "text": "What went wrong", "format": 0}]},
            {"type": "list", "children": [{"type": "listitem", "children": [{"type": "text", "text": "One boat", "format": 0}]}]},
            {"type": "image", "src": "x", "alt": "A white ferry", "caption": "The ferry in <em>Odesa</em>."},
            {"type": "quote", "children": [{"type": "text", "text": "It was late.", "format": 0}]},
        ]
    }
}  # fmt: skip

MOBILEDOC = {
    "version": "0.3.1",
    "atoms": [],
    "cards": [["image", {"src": "x", "alt": "A white ferry", "caption": "The ferry."}], ["html", {"html": "<p>From a card.</p>"}]],
    "markups": [["strong"], ["a", ["href", "https://example.org"]]],
    "sections": [
        [1, "p", [[0, [], 0, "The ferry from "], [0, [0], 1, "Kyiv"], [0, [], 0, " was “late”, she said."]]],
        [1, "h2", [[0, [], 0, "What went wrong"]]],
        [3, "ul", [[[0, [], 0, "One boat"]], [[0, [], 0, "One quay"]]]],
        [10, 0],
        [10, 1],
    ],
}  # fmt: skip

GHOST = {
    "db": [
        {
            "meta": {"version": "5.0"},
            "data": {
                "posts": [
                    {"id": "1", "slug": "ferry", "title": "Ferry is late", "status": "published", "custom_excerpt": "Nobody knows why", "lexical": json.dumps(LEXICAL, ensure_ascii=False), "html": "<p>not read</p>"},
                    {"id": "2", "slug": "boat", "title": "Boat is late", "status": "draft", "mobiledoc": json.dumps(MOBILEDOC), "html": "<p>not read</p>"},
                    {"id": "3", "slug": "quay", "title": "Quay is closed", "status": "published", "html": f"<p>{FIRST}</p>"},
                ]
            },
        }
    ]
}  # fmt: skip

SANITY = [
    {"_id": "a1", "_type": "author", "name": "Ada Berg"},
    {
        "_id": "drafts.p1",
        "_type": "post",
        "body": [
            {"_type": "block", "style": "normal", "markDefs": [], "children": [
                {"_type": "span", "text": "The ferry from ", "marks": []},
                {"_type": "span", "text": "Ky", "marks": ["strong"]},
                {"_type": "span", "text": "iv was “late”.\nNobody knew.", "marks": []},
            ]},
            {"_type": "block", "style": "h2", "children": [{"_type": "span", "text": "What went wrong"}]},
            {"_type": "block", "style": "normal", "listItem": "bullet", "level": 1, "children": [{"_type": "span", "text": "One boat"}]},
            {"_type": "block", "style": "blockquote", "children": [{"_type": "span", "text": "It was late."}]},
            {"_type": "image", "alt": "A white ferry", "caption": "The ferry."},
        ],
        "title": "Ferry is late",
        "slug": {"_type": "slug", "current": "ferry"},
        "publishedAt": "2026-11-30",
    },
]  # fmt: skip


def _text(value: str, *marks: str) -> dict[str, Any]:
    return {"nodeType": "text", "value": value, "marks": [{"type": mark} for mark in marks], "data": {}}


def _node(kind: str, *content: Any) -> dict[str, Any]:
    return {"nodeType": kind, "data": {}, "content": list(content)}


CONTENTFUL = {
    "items": [
        {
            "sys": {"id": "c1", "type": "Entry", "publishedAt": "2026-11-30"},
            "fields": {
                "body": {"de": _node("document"), "en-GB": _node(
                    "document",
                    _node("paragraph", _text("The ferry from "), _node("hyperlink", _text("Kyiv", "bold")), _text(" was “late”.")),
                    _node("heading-2", _text("What went wrong")),
                    _node("unordered-list", _node("list-item", _node("paragraph", _text("One boat")))),
                    _node("blockquote", _node("paragraph", _text("It was late."))),
                    _node("table", _node("table-row", _node("table-cell", _node("paragraph", _text("Odesa"))))),
                )},
                "title": {"de": "Fähre", "en-GB": "Ferry is late"},
            },
        }
    ]
}  # fmt: skip

NITF = """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE nitf PUBLIC "-//IPTC//DTD NITF 3.2//EN" "nitf-3-2.dtd">
<nitf>
  <head><title>Not read</title>
    <docdata management-status="usable"><date.issue norm="20261130T090000Z"/><date.release norm="20261201T090000Z"/></docdata>
  </head>
  <body>
    <body.head>
      <hedline><hl1>Ferry from Kyiv is late</hl1><hl2>Nobody knows why</hl2></hedline>
      <byline>By <person>Ada Berg</person></byline>
      <dateline><location>KYIV</location></dateline>
    </body.head>
    <body.content>
      <block>
        <p lede="true">The “ferry” from <em>Ky</em>iv was late
        on Monday, caf&#233; owners &amp; captains said.</p>
        <hl2>What went wrong</hl2>
        <ul><li>One boat</li><li><p>One quay</p></li></ul>
        <bq>It was <![CDATA[<late> & long]]>.</bq>
        <media media-type="image"><media-reference source="x.jpg"/><media-caption>The ferry in Odesa.</media-caption></media>
        <table><tr><td>Odesa</td><td>9 boats</td></tr></table>
      </block>
    </body.content>
    <body.end><tagline>Reporting by Ada Berg</tagline></body.end>
  </body>
</nitf>
"""

NEWSML = """<?xml version="1.0" encoding="UTF-8"?>
<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" guid="urn:newsml:1" version="1" standard="NewsML-G2">
  <itemMeta><versionCreated>2026-11-30T09:00:00Z</versionCreated><embargoed>2026-12-01T09:00:00Z</embargoed><pubStatus qcode="stat:usable"/></itemMeta>
  <contentMeta><language tag="en-GB"/><headline>Ferry from Kyiv is late</headline><by>By Ada Berg</by></contentMeta>
  <contentSet><inlineXML contenttype="application/xhtml+xml">
    <html xmlns="http://www.w3.org/1999/xhtml"><head><title>Not read</title></head><body>
      <h2>What went wrong</h2><p>The <b>ferry</b> was late, caf&#233; owners &amp; captains said.</p>
    </body></html>
  </inlineXML></contentSet>
</newsItem>
"""

RSS = """<?xml version="1.0"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel>
  <title>Not read</title><link>https://example.org/</link>
  <item><title>Ferry &amp;#8220;late&amp;#8221; in Kyiv</title><pubDate>Mon, 30 Nov 2026 09:00:00 GMT</pubDate>
    <description>Nobody knows why</description>
    <content:encoded>
      <![CDATA[<p>The <em>ferry</em> was late &amp; long.</p><p>Nobody knew.</p>]]>
    </content:encoded></item>
  <item><title><![CDATA[Boat in Odesa]]></title><description>&lt;p&gt;It was late, caf&amp;eacute; owners said.&lt;/p&gt;</description></item>
</channel></rss>
"""

ATOM = """<feed xmlns="http://www.w3.org/2005/Atom"><title>Not read</title>
  <entry><title>Ferry &amp; boat</title><published>2026-11-30T09:00:00Z</published>
    <summary type="html">&lt;b&gt;Nobody&lt;/b&gt; knows why</summary>
    <content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>It was late &amp; long.</p></div></content></entry>
</feed>
"""
