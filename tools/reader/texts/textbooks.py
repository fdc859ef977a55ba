"""Sections of OpenStax textbooks, in CNXML."""

from __future__ import annotations

import re
from collections.abc import Iterator
from xml.etree import ElementTree as ET

from reader.texts.cleaning import one_line
from reader.texts.source import Document

CNXML = "{http://cnx.rice.edu/cnxml}"
SKIPPED = {
    CNXML + tag
    for tag in ("exercise", "footnote", "table", "list", "code", "equation", "glossary", "abstract")
}


def cnxml_text(element: ET.Element) -> str:
    """The text of a paragraph; a mark where something that has no text was."""
    parts = [element.text or ""]
    for child in element:
        name = child.tag.split("}")[-1]
        if name in ("emphasis", "term", "quote", "cite", "foreign") or (
            name == "link" and (child.text or len(child))
        ):
            parts.append(cnxml_text(child))
        elif name not in ("footnote", "newline", "space"):
            parts.append("{}")
        parts.append(child.tail or "")
    return "".join(parts)


def cnxml_paragraphs(element: ET.Element) -> Iterator[str]:
    """The paragraphs of an element, without lists, tables, exercises and footnotes."""
    for child in element:
        if child.tag == CNXML + "para":
            yield one_line(cnxml_text(child))
        elif child.tag not in SKIPPED and "objectives" not in (child.get("class") or ""):
            yield from cnxml_paragraphs(child)


def textbook_module(path: str, content: bytes) -> Iterator[Document]:
    """A section of an OpenStax textbook."""
    root = ET.fromstring(content)
    title = root.findtext(CNXML + "title") or ""
    body = root.find(CNXML + "content")
    if body is not None and not re.search(r"Answer|Preface|Key Terms|Summary|Question|Reference", title):
        yield path, one_line(title), list(cnxml_paragraphs(body))
