"""What holds of every parse, whatever the source: used on written, generated and found markup alike."""

from __future__ import annotations

import re
from collections.abc import Callable
from html.parser import HTMLParser
from typing import TYPE_CHECKING

from articlelint.markup import parser_for
from articlelint.markup.unseen import LOOK_ALIKES
from articlelint.model import BlockKind, Span

if TYPE_CHECKING:
    from articlelint.markup.base import Markup

CODE = "\N{OBJECT REPLACEMENT CHARACTER}"
WORD = re.compile(r"[^\W_]+")
SUFFIXES = (".txt", ".md", ".html")


def parse(text: str, suffix: str) -> Markup:
    """Parse, and check all that must hold of the result."""
    markup = checked(text, parser_for(suffix).parse(text))
    check_comments(text, markup)
    return markup


def checked(text: str, markup: Markup) -> Markup:
    """Check what must hold of every format, also of those in which a comment is none of HTML."""
    check_blocks(markup)
    check_offsets(text, markup)
    check_words(text, markup)
    check_styles(markup)
    return markup


def check_line_ends(source: str, parsed: Callable[[str], Markup]) -> None:
    """The prose and its blocks are the same, whichever characters end the lines."""
    unix = source.replace("\r\n", "\n").replace("\r", "\n")
    here, there = parsed(unix), parsed(unix.replace("\n", "\r\n"))
    assert (here.text, here.blocks) == (there.text, there.blocks)


def check_blocks(markup: Markup) -> None:
    """Blocks cover the prose but for the gaps, which are two newlines; no block begins or ends blank."""
    assert "\r" not in markup.text
    at = 0
    for index, block in enumerate(markup.blocks):
        if index:
            assert markup.text[at : block.span.start] == "\n\n"
        else:
            assert block.span.start == 0
        prose = markup.text[block.span.start : block.span.end]
        assert prose
        assert prose == prose.strip()
        assert "\n\n" not in prose
        at = block.span.end
    assert at == len(markup.text)


def check_offsets(text: str, markup: Markup) -> None:
    """The map is monotone, in bounds and without gaps in the prose; equally long runs are the source."""
    offsets = markup.offsets
    assert offsets.length == len(markup.text)
    last = 0
    for run, start in enumerate(offsets.prose):
        end = offsets.prose[run + 1] if run + 1 < len(offsets.prose) else offsets.length
        source, source_end = offsets.source[run], offsets.source_end[run]
        assert start < end
        assert last <= source <= source_end <= len(text)
        last = source_end
        prose, raw = markup.text[start:end], text[source:source_end]
        if len(prose) == len(raw) and prose != raw:
            # Hyphens and spaces that look alike are the common ones in the prose.
            alike = prose == raw.translate(LOOK_ALIKES)
            assert alike or prose == CODE or (prose.isspace() and raw.isspace()) or "\0" in raw
    previous = 0
    for offset in range(len(markup.text) + 1):
        assert offsets.end(offset) <= len(text)
        assert offsets.start(offset) >= previous
        previous = offsets.start(offset)


def check_words(text: str, markup: Markup) -> None:
    """A word that has no markup inside is found, letter for letter, where the map says that it stands."""
    offsets = markup.offsets
    for match in WORD.finditer(markup.text):
        span = Span(*match.span())
        source = offsets.span(span)
        raw = text[source.start : source.end]
        if len(raw) == len(span):
            assert raw == match.group() or "\0" in raw
            assert offsets.contiguous(span)
            assert offsets.prose_at(source.start) == span.start
        else:
            # Markup, an escape or an entity inside the word: its letters are still there, in order.
            assert len(raw) > len(span) or "&" in raw


def check_styles(markup: Markup) -> None:
    """The spans of a style are in order, apart, each in one block, and neither begin nor end blank."""
    for spans in markup.styles:
        at = 0
        for span in spans:
            assert at <= span.start < span.end
            assert markup.text[span.start : span.end] == markup.text[span.start : span.end].strip()
            assert any(block.span.contains(span) for block in markup.blocks)
            at = span.end


def check_comments(text: str, markup: Markup) -> None:
    """A comment stands where its span says, and has a place in the prose."""
    for comment in markup.comments:
        assert text[comment.span.start : comment.span.end].startswith("<!--")
        assert comment.prose_offset >= 0


_OPAQUE = frozenset({"script", "style", "pre", "svg", "head", "title", "textarea", "button"})
_INLINE = frozenset(
    {"a", "b", "code", "del", "em", "i", "s", "span", "strong", "sub", "sup", "u", "bab", "c2c"}
)


class _Text(HTMLParser):
    """A second reader of HTML, as simple as can be, to compare with."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.parts: list[str] = []
        self.opaque: list[str] = []

    def handle_starttag(self, tag: str, _attributes: list[tuple[str, str | None]]) -> None:
        if tag == "code" and not self.opaque:
            self.parts.append(CODE)
        if tag in _OPAQUE or tag == "code":
            self.opaque.append(tag)
        elif tag not in _INLINE and tag != "img":
            self.parts.append(" ")

    def handle_endtag(self, tag: str) -> None:
        if tag in self.opaque:
            while self.opaque and self.opaque.pop() != tag:
                pass
        elif tag not in _INLINE:
            self.parts.append(" ")

    def handle_data(self, data: str) -> None:
        if not self.opaque:
            self.parts.append(data)


def html_text(html: str) -> str:
    """The text of HTML, white space collapsed, by a reader that shares no code with the one under test."""
    reader = _Text()
    reader.feed(html)
    reader.close()
    return " ".join("".join(reader.parts).split())


def html_words(html: str) -> list[str]:
    """The words of HTML, likewise."""
    return WORD.findall(html_text(html).replace(CODE, " "))


def text_without_pictures(markup: Markup) -> str:
    """The prose without what is said about pictures, white space collapsed; there are no other captions."""
    said = {BlockKind.ALT_TEXT, BlockKind.CAPTION}
    blocks = [markup.text[b.span.start : b.span.end] for b in markup.blocks if b.kind not in said]
    return " ".join(" ".join(blocks).split())


def prose_words(markup: Markup) -> list[str]:
    """The words of the prose without what pictures show."""
    blocks = [b.span for b in markup.blocks if b.kind is not BlockKind.ALT_TEXT]
    return [word for span in blocks for word in WORD.findall(markup.text, span.start, span.end)]


def shown(text: str, suffix: str) -> list[tuple[str, str]]:
    """Each block as its kind and its prose."""
    return shown_blocks(parse(text, suffix))


def shown_blocks(markup: Markup) -> list[tuple[str, str]]:
    """Each block as its kind and its prose."""
    return [(str(b.kind), markup.text[b.span.start : b.span.end]) for b in markup.blocks]
