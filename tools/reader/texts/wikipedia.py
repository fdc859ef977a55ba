"""Articles of Wikipedia that a conversion has made into plain text, by topic."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path

from reader.texts.cleaning import one_line
from reader.texts.source import Document

END_OF_ARTICLE = re.compile(
    r"^(References|External links|See also|Notes|Bibliography|Further reading|Sources)$"
)


LOST_TEMPLATE = re.compile(r"(?<![.!?”\"])[ \u00a0]{2,}\S| [.,;:)]|\([ ,;)]|\bthe The\b")
"""Where the conversion of a page to text has left out a measure, a name or a date."""


SHOUTED = re.compile(r"^[“\"]?[A-Z]{4,}\b|\b[A-Z]{6,}\b|[A-Z]{2,}[ -][A-Z]{2,}")
"""A bold term that the conversion has written in capitals."""


def uncapitalised_title(paragraph: str, title: str) -> str:
    """A lead whose bold name was written in capitals, with the name as the title has it."""
    match = re.match(r"(?:THE |AN? )?([^a-z]{2,}?)(?= [a-z(]|, [a-z])", paragraph)
    if not match:
        return paragraph
    name = re.sub(r" \(.*", "", title)
    if match.group(1).strip(' ,“”"') != name.upper():
        return paragraph
    article = match.group(0)[: match.start(1)].capitalize()
    return article + match.group(1).replace(name.upper(), name) + paragraph[match.end() :]


def wikipedia_page(path: str, content: bytes) -> Iterator[Document]:
    """A Wikipedia article as plain text: the prose before its references."""
    title = Path(path).stem.replace("_", " ").strip('"')
    text = content.decode("utf-8", "replace")
    paragraphs = []
    for raw in re.split(r"\n\s*\n", text):
        block = raw.strip("\n")
        if END_OF_ARTICLE.match(block.strip()):
            break
        if block.startswith((" ", "-", "|", "#", "[")) or LOST_TEMPLATE.search(block):
            continue
        plain = re.sub(r"\[\d+\]|\[[a-z]\]|\[note \d+\]|\[citation needed\]", "", one_line(block))
        lead = uncapitalised_title(re.sub(r"\b_|_\b", "", plain), title)
        if all(name in title for name in SHOUTED.findall(lead)):
            paragraphs.append(lead)
    yield path, "", paragraphs


TOPICS = {
    "sport": (
        r"football|cricket|rugby|olympic|basketball|baseball|tennis|hockey|racing|athletes|"
        r"\bsports?\b|boxers|golf"
    ),
    "arts": (
        r"film|album|song|television|music|novel|actor|actress|singer|band|theatre|comic|episodes|"
        r"video game|book"
    ),
    "public_life": (
        r"politic|election|government|companies|company|business|military|war|battle|law|judge|"
        r"crime|minister|senator|members of|mayor|party|bank|trade|economy|police|murder|airline|"
        r"railway|newspaper"
    ),
}


def wikipedia_topic(topic: str) -> Callable[[str, bytes], Iterator[Document]]:
    """A reader of the Wikipedia articles whose categories are of one topic."""

    def extract(path: str, content: bytes) -> Iterator[Document]:
        categories = b" ".join(re.findall(rb"Category:[^\n\[]+", content)).decode("utf-8", "replace").lower()
        counts = {name: len(re.findall(pattern, categories)) for name, pattern in TOPICS.items()}
        best = max(counts, key=counts.get) if any(counts.values()) else "other"
        if best == topic:
            yield from wikipedia_page(path, content)

    return extract
