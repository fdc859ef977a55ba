"""The state of the language server: the documents that are open, and what was found in them."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass, field
from pathlib import Path

from lsprotocol import types
from pygls.lsp.server import LanguageServer
from pygls.uris import to_fs_path

from articlelint._version import __version__
from articlelint.desk.checking import Article, Checked
from articlelint.desk.lsp.actions import Actions
from articlelint.desk.lsp.diagnostics import make_diagnostic, make_error
from articlelint.desk.lsp.positions import Positions
from articlelint.desk.workers import Workers
from articlelint.errors import ArticlelintError
from articlelint.markup.base import AnyParser, as_text_parser
from articlelint.markup.file_formats import FILE_SUFFIXES, NAMED_SUFFIXES
from articlelint.plugins.loading import load
from articlelint.report.base import RuleInfo, quoted_lines
from articlelint.source import Source

UNTITLED = {"markdown": "untitled.md", "html": "untitled.html"}
"""The names of documents that are in no file yet, by their languages, so that they are read as such."""
UNTITLED_TEXT = "untitled.txt"


@dataclass(slots=True)
class OpenDocument:
    """A document that is open in the editor: its last version, and what was found in it."""

    uri: str
    path: Path
    """Its file; for a document that is in none, a name in the folder of the workspace."""
    in_file: bool
    version: int = 0
    text: str = ""
    checked: Checked | None = None
    checked_state: tuple[int, int] = (-1, -1)
    """The version of the document, and the one of the configuration, that were checked."""
    told: set[str] = field(default_factory=set[str])
    """The notices that the editor has been told."""
    waiting: asyncio.Task[None] | None = field(default=None, repr=False)
    checking: asyncio.Lock = field(default_factory=asyncio.Lock, repr=False)
    """Held while it is checked, so that requests that come together are answered by one check."""


def _has_comments(parser: AnyParser) -> bool:
    """Whether an ignore can be written as a comment into the files that a parser reads."""
    return as_text_parser(parser) is not None and parser.name != "plain"


class ArticleServer(LanguageServer):
    """A language server for articles."""

    def __init__(self, workers: Workers) -> None:
        # Editors send the whole text: pygls counts lines otherwise than the protocol, so a change of a part
        # of a text with, say, a form feed would be made in the wrong place.
        super().__init__(  # pyright: ignore[reportUnknownMemberType] - its types are partial
            "articlelint", __version__, text_document_sync_kind=types.TextDocumentSyncKind.Full
        )
        self.workers = workers
        self.documents: dict[str, OpenDocument] = {}
        self.configuration_version = 0
        registry = load()
        suffixes = (".txt", ".text", "", *FILE_SUFFIXES, *NAMED_SUFFIXES)
        self.without_comments = frozenset(s for s in suffixes if not _has_comments(registry.parser(s)))
        self.was_shut_down = False
        """Whether the editor has said that it needs the server no longer."""

    @property
    def pulls(self) -> bool:
        """Whether the editor asks for diagnostics itself, so that none need be sent."""
        capabilities = self.client_capabilities.text_document
        return capabilities is not None and capabilities.diagnostic is not None

    def positions(self, document: OpenDocument) -> Positions:
        """The positions of a document, in the units that were agreed on with the editor."""
        return Positions(document.text, str(self.workspace.position_encoding or "utf-16"))

    def open(self, opened: types.TextDocumentItem) -> OpenDocument:
        """Take a document that has been opened."""
        path = to_fs_path(opened.uri) or ""
        in_file = bool(path) and "\0" not in path
        if not in_file:
            name = UNTITLED.get(str(opened.language_id).lower(), UNTITLED_TEXT)
            path = str(self._folder() / name)
        document = OpenDocument(opened.uri, Path(path), in_file, opened.version, opened.text)
        self._forget(opened.uri)
        self.documents[opened.uri] = document
        return document

    def close(self, uri: str) -> None:
        """Forget a document, and take its diagnostics away."""
        self._forget(uri)
        if not self.pulls:
            self.text_document_publish_diagnostics(types.PublishDiagnosticsParams(uri, []))

    async def checked(self, document: OpenDocument) -> Checked:
        """What is found in the last version of a document, also if it changes meanwhile."""
        async with document.checking:
            while document.checked is None or document.checked_state != self._state(document):
                state, text = self._state(document), document.text
                found = await self.workers.check(Article(text, str(document.path)))
                if state == self._state(document):
                    document.checked, document.checked_state = found, state
            return document.checked

    async def rule(self, name: str) -> RuleInfo | None:
        """What a rule is for; None if the configuration cannot be used any more."""
        try:
            return await self.workers.rule(name)
        except ArticlelintError:
            return None

    def check_soon(self, document: OpenDocument, seconds: float) -> None:
        """Check a document after some seconds, unless it changes before, and send what is found."""
        if document.waiting is not None:
            document.waiting.cancel()
        document.waiting = asyncio.create_task(self._check(document, seconds))

    async def _check(self, document: OpenDocument, seconds: float) -> None:
        await asyncio.sleep(seconds)
        version = document.version
        checked = await self.checked(document)
        if version != document.version or self.documents.get(document.uri) is not document:
            return
        for notice in checked.notices:
            if notice not in document.told:
                document.told.add(notice)
                self.window_log_message(types.LogMessageParams(types.MessageType.Info, notice))
        if not self.pulls:
            self.text_document_publish_diagnostics(
                types.PublishDiagnosticsParams(
                    document.uri, self.protocol_diagnostics(document, checked), version
                )
            )
        self._refresh_lenses()

    def check_all_again(self) -> None:
        """Check all documents anew, because the configuration has changed."""
        self.configuration_version += 1
        if self.pulls:
            self.workspace_diagnostic_refresh(None)
            return
        for document in self.documents.values():
            self.check_soon(document, 0)

    def protocol_diagnostics(self, document: OpenDocument, checked: Checked) -> list[types.Diagnostic]:
        """What was found in a document, and what could not be checked, as diagnostics of the protocol."""
        source, positions = Source("", document.text), self.positions(document)
        found = [make_diagnostic(d, document.uri, source, positions) for d in checked.diagnostics]
        return [*map(make_error, checked.errors), *found]

    def actions(self, document: OpenDocument, checked: Checked) -> Actions:
        """The actions for a document."""
        return Actions(
            document.uri,
            document.version,
            self.positions(document),
            checked.diagnostics,
            quoted_lines(checked.diagnostics, Source("", document.text).line),
            has_comments=document.path.suffix.lower() not in self.without_comments,
            in_file=document.in_file,
        )

    def _state(self, document: OpenDocument) -> tuple[int, int]:
        return document.version, self.configuration_version

    def _folder(self) -> Path:
        """The first folder of the workspace; the current one if the editor has named none."""
        for uri in (*self.workspace.folders, self.workspace.root_uri):
            path = to_fs_path(uri) if uri else None
            if path:
                return Path(path)
        return Path.cwd()

    def _forget(self, uri: str) -> None:
        document = self.documents.pop(uri, None)
        if document is not None and document.waiting is not None:
            document.waiting.cancel()

    def _refresh_lenses(self) -> None:
        workspace = self.client_capabilities.workspace
        if workspace is not None and workspace.code_lens is not None and workspace.code_lens.refresh_support:
            self.workspace_code_lens_refresh(None)
