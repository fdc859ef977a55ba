"""Writes comments into a Word document, each anchored at the words that it is about."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from articlelint.markup.word.source import DocxSource
from articlelint.markup.word.story import Paragraph, Piece
from articlelint.markup.xml_files.prose import escaped
from articlelint.model import Span

_MAIN = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments"
_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
_CONTENT = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"
_CONTENT_TYPES = "[Content_Types].xml"
_ID = re.compile(r"""<\w+:comment\b[^>]*?\bid\s*=\s*["'](\d+)["']""")
_ENTITY = re.compile(r"&[#\w]+;")
_CHANGE = re.compile(r"<(\w+:)?rPrChange\b.*?</(?:\w+:)?rPrChange>", re.DOTALL)
_PREFIX = re.compile(r"<(\w+:)?t\b")


class Comment(NamedTuple):
    """A comment on a span of the text."""

    span: Span
    text: str


class Annotated(NamedTuple):
    """The bytes of the document with its comments, and the comments that could not be written."""

    data: bytes
    left: tuple[Comment, ...]


def annotate(source: DocxSource, comments: Iterable[Comment], author: str) -> Annotated:
    """
    Write comments into a document. All other parts stay byte for byte.

    A comment cannot be written in a footnote, where Word has none, nor in what is said about a picture.
    Comments of other people stay.
    """
    main = source.main_part
    number = _first_number(source)
    written: list[str] = []
    marks: defaultdict[Piece, defaultdict[int, list[str]]] = defaultdict(lambda: defaultdict(list))
    left: list[Comment] = []
    for comment in comments:
        ends = _ends(source.story.paragraphs, comment.span, main)
        if ends is None:
            left.append(comment)
            continue
        (first, start), (last, end) = ends
        marks[first][start].append(f'<w:commentRangeStart w:id="{number}"/>')
        marks[last][end].append(
            f'<w:commentRangeEnd w:id="{number}"/><w:r><w:commentReference w:id="{number}"/></w:r>'
        )
        written.append(_comment(number, comment.text, author))
        number += 1
    if not written:
        return Annotated(source.encode(), tuple(left))
    parts = {main: _with_marks(source.xml[main], marks)}
    parts |= _comments_part(source, "".join(written))
    return Annotated(source.package.replaced(parts), tuple(left))


def _comment(number: int, text: str, author: str) -> str:
    who = escaped(author).replace('"', "&quot;")
    paragraph = f'<w:p><w:r><w:t xml:space="preserve">{escaped(text)}</w:t></w:r></w:p>'
    attributes = f'w:id="{number}" w:author="{who}" w:initials="al"'
    return f'<w:comment xmlns:w="{_MAIN}" {attributes}>{paragraph}</w:comment>'


def _ends(
    paragraphs: Sequence[Paragraph], span: Span, main: str
) -> tuple[tuple[Piece, int], tuple[Piece, int]] | None:
    """Where a comment begins and ends: twice a run's text and an offset in it; None if that cannot be."""
    first = bisect_right(paragraphs, span.start, key=lambda paragraph: paragraph.start) - 1
    last = bisect_right(paragraphs, max(span.end - 1, span.start), key=lambda paragraph: paragraph.start) - 1
    start = _texts(paragraphs[first])
    end = _texts(paragraphs[last])
    if not start or not end or start[0].part != main or end[0].part != main:
        return None
    # A comment on nothing, such as a missing full stop, is anchored at the word before.
    begins = span.start if len(span) else max(span.start - 1, paragraphs[first].start)
    opening = next((piece for piece in start if begins < piece.end), start[-1])
    closing = next((piece for piece in reversed(end) if piece.start < span.end), end[0])
    return (
        (opening, min(max(begins - opening.start, 0), opening.end - opening.start)),
        (closing, min(max(span.end - closing.start, 0), closing.end - closing.start)),
    )


def _texts(paragraph: Paragraph) -> list[Piece]:
    return [piece for piece in paragraph.pieces if not piece.sign and not piece.attribute]


def _with_marks(xml: str, marks: Mapping[Piece, Mapping[int, Sequence[str]]]) -> str:
    """The XML of the text with marks in it, each between two runs: the run that it stands in is split."""
    for piece in sorted(marks, key=lambda piece: piece.first, reverse=True):
        tag = xml.rfind("<", 0, piece.first)
        named = _PREFIX.match(xml, tag)
        prefix = (named[1] or "") if named is not None else ""
        raw = xml[piece.first : piece.last]
        text = f'<{prefix}t xml:space="preserve">'
        properties = _CHANGE.sub("", piece.properties)
        parts = [text]
        at = 0
        for offset, found in sorted(marks[piece].items()):
            cut = _raw_offset(raw, offset)
            # The end of a comment stands before the beginning of the next.
            inside = "".join(sorted(found)).replace("<w:", f"<{prefix}").replace("</w:", f"</{prefix}")
            inside = inside.replace(" w:", f" {prefix}")
            parts += [raw[at:cut], f"</{prefix}t></{prefix}r>", inside, f"<{prefix}r>", properties, text]
            at = cut
        xml = xml[:tag] + "".join(parts) + xml[at + piece.first :]
    return xml


def _raw_offset(raw: str, offset: int) -> int:
    """The offset in a text as it is written of an offset in the text that it stands for."""
    for entity in _ENTITY.finditer(raw):
        if entity.start() >= offset:
            break
        offset += len(entity.group()) - 1
    return offset


def _first_number(source: DocxSource) -> int:
    """A number that no comment has yet, nor any after it."""
    used = [
        int(number)
        for name in source.related(source.main_part, "comments")
        for number in _ID.findall(source.package.text(name))
    ]
    return max(used, default=-1) + 1


def _comments_part(source: DocxSource, comments: str) -> dict[str, str]:
    """The parts that hold the comments, or lead to them, with these added."""
    package = source.package
    existing = source.related(source.main_part, "comments")
    if existing:
        name = existing[0]
        return {name: _added(package.text(name), comments)}
    folder, _, main = source.main_part.rpartition("/")
    name = f"{folder}/comments.xml".lstrip("/")
    rels = f"{folder}/_rels/{main}.rels".lstrip("/")
    relation = (
        f'<Relationship xmlns="{_RELATIONS}" Id="articlelint" Type="{_RELATION}" Target="comments.xml"/>'
    )
    content = f'<Override xmlns="{_TYPES}" PartName="/{name}" ContentType="{_CONTENT}"/>'
    head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    return {
        name: f'{head}<w:comments xmlns:w="{_MAIN}">{comments}</w:comments>',
        rels: _added(
            package.text(rels) or f'{head}<Relationships xmlns="{_RELATIONS}"></Relationships>', relation
        ),
        _CONTENT_TYPES: _added(package.text(_CONTENT_TYPES), content),
    }


def _added(xml: str, inside: str) -> str:
    """The XML with something added at the end of its outermost element."""
    end = xml.rindex("</")
    return xml[:end] + inside + xml[end:]
