"""Reads OpenDocument texts: from the package to the blocks of an article."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial

from articlelint.errors import ReadError
from articlelint.markup.base import Article
from articlelint.markup.open_document.reader import OdtReader
from articlelint.markup.open_document.styles import Styles
from articlelint.markup.word.package import Package
from articlelint.markup.word.parser import locate, read_paragraphs
from articlelint.model import Span
from articlelint.source import Source

_CONTENT = "content.xml"
_STYLES = "styles.xml"
_MANIFEST = "META-INF/manifest.xml"


class OdtSource(Source):
    """An OpenDocument text. ``text`` has one paragraph in each line."""

    is_only_read = True

    def __init__(self, package: Package) -> None:
        self._package = package
        if ":encryption-data" in package.text(_MANIFEST):
            raise ReadError(f"{package.path}: not read: it needs a password; save it without one")
        styles = Styles()
        content = package.text(_CONTENT)
        if not content:
            raise ReadError(f"{package.path}: not an OpenDocument text: it has no content")
        named = package.text(_STYLES)
        if named:
            styles.add(named)
        styles.add(content)
        reader = OdtReader(styles)
        text, self.paragraphs = reader.read(content)
        if not reader.has_text:
            raise ReadError(f"{package.path}: not an OpenDocument text, but a table or a drawing")
        super().__init__(package.path, text)

    def edited(self, edits: Iterable[tuple[Span, str]]) -> Source:
        """Such a document is only read: raises ReadError, unless there are no edits."""
        if not list(edits):
            return self
        raise ReadError(f"{self.path}: not changed: .odt files are only read")

    def with_text(self, text: str) -> Source:
        """Such a document is only read: raises ReadError for any text but its own."""
        return self if text == self.text else self.edited([(Span(0, 0), text)])

    def encode(self) -> bytes:
        """Return the bytes of the file."""
        return self._package.data

    def read_again(self, data: bytes) -> Source:
        """Read other bytes as an OpenDocument text."""
        return OdtParser().decode(self.path, data)


class OdtParser:
    """Reads .odt files."""

    name = "odt"
    suffixes = (".odt",)

    def decode(self, path: str, data: bytes) -> OdtSource:
        """Read the package. Raises ReadError for a file that is no OpenDocument text."""
        return OdtSource(Package.read(path, data, "an OpenDocument text"))

    def articles(self, source: Source) -> list[Article]:
        """Return the one article of a document."""
        if not isinstance(source, OdtSource):
            raise ReadError(f"{source.path}: not read: an OpenDocument text is no text")
        markup = read_paragraphs(source.text, source.paragraphs)
        where = partial(locate, source.paragraphs)
        return [Article(source.text, markup, locate=where, escape=_not_written)]


def _not_written(_text: str, _span: Span) -> None:
    """No text of a fix can be written."""
