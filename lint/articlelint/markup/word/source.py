"""The source of a Word document: its paragraphs as lines, and the package that edits are written to."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Mapping

from articlelint.errors import ReadError
from articlelint.markup.word.package import Package
from articlelint.markup.word.story import Piece, Story, piece_at
from articlelint.markup.word.styles import read_styles
from articlelint.markup.xml_files.document import read_document
from articlelint.markup.xml_files.prose import escaped
from articlelint.model import BlockKind, Span
from articlelint.source import Source

_KEEPS_SPACE = re.compile(r"""\bxml:space\s*=\s*["']preserve["']""")


class DocxSource(Source):
    """A Word document. ``text`` has one paragraph in each line; ``changed`` the new texts of XML parts."""

    def __init__(self, package: Package, changed: Mapping[str, str] | None = None) -> None:
        self.package = package
        self._changed = dict(changed or {})
        self.xml: dict[str, str] = {}
        """The XML of the parts that have paragraphs."""
        self.story = self._read()
        super().__init__(package.path, self.story.text)

    @classmethod
    def decode(cls, path: str, data: bytes) -> DocxSource:
        """Read a document. Raises ReadError for what is none."""
        return cls(Package.read(path, data))

    def _read(self) -> Story:
        package = self.package
        (main,) = self.related("", "officeDocument")[:1] or ("word/document.xml",)
        if main not in package.parts:
            raise ReadError(f"{package.path}: not a Word document: it has no text")
        self.main_part = main
        related = {kind: self.related(main, kind) for kind in ("styles", "footnotes", "endnotes")}
        styles = "".join(package.text(name) for name in related["styles"][:1])
        story = Story(read_styles(styles, f"{package.path}: styles"))
        parts = [(main, BlockKind.PARAGRAPH)]
        parts += [(name, BlockKind.FOOTNOTE) for name in (*related["footnotes"], *related["endnotes"])]
        for name, kind in parts:
            xml = self._changed.get(name) or package.text(name)
            if xml:
                self.xml[name] = xml
                story.add(name, xml, f"{package.path}: {name}", kind)
        story.add_pictures()
        return story

    def related(self, part: str, kind: str) -> tuple[str, ...]:
        """The parts that a part (or the package, "") leads to, of one kind."""
        folder, _, name = part.rpartition("/")
        rels = f"{folder}/_rels/{name}.rels" if folder else f"_rels/{name}.rels"
        text = self.package.text(rels)
        if not text:
            return ()
        found: list[str] = []
        for each in read_document(Source(f"{self.package.path}: {rels}", text)).root.find_all("Relationship"):
            target = each.value("Target")
            if each.value("Type").rpartition("/")[2] == kind and each.value("TargetMode") != "External":
                found.append(
                    target.lstrip("/") if target.startswith("/") or not folder else f"{folder}/{target}"
                )
        return tuple(found)

    def piece(self, span: Span) -> Piece | None:
        """The run's text that a span lies wholly in; None if there is none: such a span cannot be edited."""
        paragraphs = self.story.paragraphs
        number = bisect_right(paragraphs, span.start, key=lambda paragraph: paragraph.start) - 1
        return piece_at(paragraphs[number].pieces, span.start, span.end) if number >= 0 else None

    def edited(self, edits: Iterable[tuple[Span, str]]) -> DocxSource:
        """Return the document after edits, each of which lies in one run."""
        by_piece: defaultdict[Piece, list[tuple[Span, str]]] = defaultdict(list)
        for span, new in edits:
            piece = self.piece(span)
            if piece is None:
                raise ReadError(f"{self.path}: not fixed: an edit reaches over two runs")
            by_piece[piece].append((span, new))
        changed = dict(self._changed)
        for piece in sorted(by_piece, key=lambda piece: piece.first, reverse=True):
            text = self.text[piece.start : piece.end]
            for span, new in sorted(by_piece[piece], reverse=True):
                text = text[: span.start - piece.start] + new + text[span.end - piece.start :]
            xml = changed.get(piece.part, self.xml[piece.part])
            changed[piece.part] = _with_text(xml, piece, text)
        return DocxSource(self.package, changed)

    def with_text(self, text: str) -> Source:
        """A Word document has no text as such: raises ReadError for any other than its own."""
        if text == self.text:
            return self
        raise ReadError(f"{self.path}: not changed: this is a Word document")

    def encode(self) -> bytes:
        """Return the bytes of the file; parts without an edit are as they were."""
        return self.package.replaced(self._changed)

    def read_again(self, data: bytes) -> Source:
        """Read other bytes as a Word document."""
        return DocxSource.decode(self.path, data)


def _with_text(xml: str, piece: Piece, text: str) -> str:
    """
    The XML of a part with another text of a run, or of an attribute.

    Spaces at the ends of a run, which Word may drop, are kept.
    """
    if piece.attribute:
        quoted = escaped(text).replace('"', "&quot;").replace("'", "&apos;")
        return xml[: piece.first] + quoted + xml[piece.last :]
    tag = xml.rfind("<", 0, piece.first)
    opening = xml[tag : piece.first]
    if text != text.strip() and not _KEEPS_SPACE.search(opening):
        opening = f'{opening[:-1]} xml:space="preserve">'
    return xml[:tag] + opening + escaped(text) + xml[piece.last :]
