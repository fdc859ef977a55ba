"""
The formats of single files: press releases, Markdown, e-books, archives of speeches, feeds, court opinions.
"""

from __future__ import annotations

import functools
import io
import json
import re
import zipfile
from collections.abc import Callable, Iterator

from reader.texts.cleaning import TAG, one_line
from reader.texts.source import Document


def prosecutor_release(path: str, content: bytes) -> Iterator[Document]:
    """A press release saved as text: a line is a paragraph, page furniture around it."""
    lines = [one_line(line) for line in content.decode("utf-8", "replace").splitlines()]
    lines = [re.sub(r"^[•·*–-] ", "", line) for line in lines]
    lines = [line for line in lines if not re.match(r"[A-Z ]{3,}:", line)]
    headline = lines[0].split(" - ")[0] if lines else ""
    yield path, headline if headline != headline.upper() else "", lines


def markdown_post(path: str, content: bytes) -> Iterator[Document]:
    """A Markdown file with front matter: its paragraphs and list items."""
    text = content.decode("utf-8", "replace")
    front = re.match(r"---\n(.*?)\n---\n", text, re.DOTALL)
    title = re.search(r"^title: *[\"']?(.*?)[\"']?$", front.group(1), re.MULTILINE) if front else None
    text = text[front.end() :] if front else text
    text = re.sub(r"```.*?```|<!--.*?-->|\{%.*?%\}|\{:.*?\}", "", text, flags=re.DOTALL)
    text = re.sub(r"!\[[^\]]*\]\([^)]*\)", "", text)
    text = re.sub(r"\[([^\]]*)\](\([^)]*\)|\[[^\]]*\])", r"\1", text)
    text = re.sub(r"(?<!\w)(\*\*|__|\*|_)(?=\S)(.+?)(?<=\S)\1(?!\w)", r"\2", TAG.sub("", text))
    blocks = re.split(r"\n\s*\n|\n(?=\s*(?:[-*+]|\d+\.) )", text)
    blocks = [
        b for b in blocks if not re.match(r"\s*(#|\||>|    )", b) and not re.search(r"\n(=+|-+)\s*$", b)
    ]
    paragraphs = [one_line(re.sub(r"^\s*([-*+]|\d+\.) ", "", block)) for block in blocks]
    yield path, one_line(title.group(1)) if title else "", paragraphs


def ebook_chapter(path: str, content: bytes) -> Iterator[Document]:
    """A chapter of a Standard Ebooks book: the paragraphs of its XHTML."""
    text = re.sub(r"<(blockquote|table|header|footer)\b.*?</\1>", "", content.decode(), flags=re.DOTALL)
    text = re.sub(r"<a [^>]*noteref[^>]*>.*?</a>", "", text, flags=re.DOTALL)
    paragraphs = re.findall(r"<p\b[^>]*>(.*?)</p>", text, re.DOTALL)
    joined = [one_line(TAG.sub("", p)).replace("\u2060", "").replace("\u00a0", " ") for p in paragraphs]
    yield path, "", joined


def speeches_archive(path: str, content: bytes) -> Iterator[Document]:
    """A zip file of speeches, a text each; a blank line or a line ends a paragraph."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        for name in sorted(archive.namelist()):
            if name.endswith(".txt") and "README" not in name:
                text = archive.read(name).decode("utf-8", "replace")
                text = re.sub(r"\[?\(?(Applause|Laughter)\.?\)?\]?", "", text)
                blocks = re.split(r"\n\s*\n", text) if text.count("\n\n") > 10 else text.splitlines()
                yield f"{path}/{name}", "", [one_line(block) for block in blocks]


LABEL = re.compile(r"^(?:Q|A|[A-Z][A-Z.’'\- ]+(?: [A-Z]+)*):? *(?::|(?<=^Q) ) *")


@functools.cache
def feed_item(item: str) -> tuple[str, list[str]] | None:
    """Title and paragraphs, labels of speakers included, of one item of a feed."""
    title = re.search(r"<title>(.*?)</title>", item, re.DOTALL)
    body = re.search(r"<content:encoded><!\[CDATA\[(.*?)\]\]>", item, re.DOTALL)
    if not body:
        return None
    prose = re.sub(r"<(script|style|table|figure)\b.*?</\1>", " ", body.group(1), flags=re.DOTALL)
    blocks = re.split(r"</?p\b[^>]*>|<br ?/?>|</?(?:li|ul|h\d|div)\b[^>]*>", prose)
    return one_line(title.group(1)) if title else "", [one_line(TAG.sub("", block)) for block in blocks]


def feed(spoken: bool) -> Callable[[str, bytes], Iterator[Document]]:
    """A reader of the items of a feed that are transcripts with several speakers, or of all others."""

    def extract(_: str, content: bytes) -> Iterator[Document]:
        for item in re.findall(r"<item>(.*?)</item>", content.decode("utf-8", "replace"), re.DOTALL):
            link = re.search(r"<link>(.*?)</link>", item, re.DOTALL)
            parts = feed_item(item)
            if link and parts:
                labelled = sum(bool(LABEL.match(text)) for text in parts[1])
                if (labelled >= 4) == spoken:
                    yield link.group(1).strip(), parts[0], [LABEL.sub("", text) for text in parts[1]]

    return extract


def opinion(path: str, content: bytes) -> Iterator[Document]:
    """An opinion of a federal court of appeals, from its HTML."""
    record = json.loads(content)
    text = record.get("html") or record.get("html_lawbox") or record.get("html_columbia") or ""
    text = re.sub(r"<(sup|blockquote)\b.*?</\1>", "", text, flags=re.DOTALL)
    text = re.sub(r"<span class=\"star-pagination.*?</span>", "", text, flags=re.DOTALL)
    blocks = re.findall(r"<p\b[^>]*>(.*?)</p>", text, re.DOTALL)
    paragraphs = [re.sub(r"^\d+ (?=[A-Z“\"])", "", one_line(TAG.sub("", block))) for block in blocks]
    if len(paragraphs) > 8:
        yield path, "", paragraphs
