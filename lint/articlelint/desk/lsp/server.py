"""
The server: what it does when a document changes, and when the editor asks.

A document is checked when it is opened, when it is saved, and when nothing has been typed for a moment. Only
what was found in its last version is ever sent: an answer that comes later than the next edit is dropped.
"""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from lsprotocol import types
from pygls.lsp.server import LanguageServer
from pygls.uris import to_fs_path

from articlelint._version import __version__
from articlelint.config.settings import FILE_NAME
from articlelint.desk import house
from articlelint.desk.checking import Article, Checked
from articlelint.desk.lsp import actions
from articlelint.desk.lsp.actions import Actions
from articlelint.desk.lsp.diagnostics import SOURCE, counts, make_diagnostic
from articlelint.desk.lsp.positions import Positions
from articlelint.desk.workers import Workers
from articlelint.errors import ArticlelintError
from articlelint.markup.base import AnyParser, as_text_parser
from articlelint.markup.file_formats import FILE_SUFFIXES, NAMED_SUFFIXES
from articlelint.model import Diagnostic
from articlelint.plugins.loading import load
from articlelint.report.base import RuleInfo
from articlelint.source import Source

REST_SECONDS = 0.2
"""How long nothing must be typed before a document is checked."""
REASON = "say why it is right here"
"""The reason of an ignore, for the writer to replace."""
UNTITLED = "untitled.txt"
"""The name of a document that is in no file yet."""


@dataclass(slots=True)
class OpenDocument:
    """A document that is open in the editor: its last version, and what was found in it."""

    uri: str
    version: int = 0
    text: str = ""
    checked: Checked | None = None
    checked_version: int = -1
    waiting: asyncio.Task[None] | None = field(default=None, repr=False)

    @property
    def path(self) -> Path:
        """The file that it is; one in the current folder if it is in none."""
        found = to_fs_path(self.uri)
        return Path(found) if found and self.uri.startswith("file:") else Path.cwd() / UNTITLED


def _has_comments(parser: AnyParser) -> bool:
    """Whether an ignore can be written as a comment into the files that a parser reads."""
    return as_text_parser(parser) is not None and parser.name != "plain"


class ArticleServer(LanguageServer):
    """A language server for articles."""

    def __init__(self, workers: Workers) -> None:
        super().__init__(  # pyright: ignore[reportUnknownMemberType] - its types are partial
            "articlelint", __version__, text_document_sync_kind=types.TextDocumentSyncKind.Full
        )
        self.workers = workers
        self.documents: dict[str, OpenDocument] = {}
        registry = load()
        suffixes = (".txt", ".text", "", *FILE_SUFFIXES, *NAMED_SUFFIXES)
        self.without_comments = frozenset(s for s in suffixes if not _has_comments(registry.parser(s)))
        self.rules = {name: registered.info for name, registered in registry.rules.items()}

    @property
    def pulls(self) -> bool:
        """Whether the editor asks for diagnostics itself, so that none need be sent."""
        capabilities = self.client_capabilities.text_document
        return capabilities is not None and capabilities.diagnostic is not None

    def positions(self, document: OpenDocument) -> Positions:
        """The positions of a document, in the units that were agreed on with the editor."""
        return Positions(document.text, str(self.workspace.position_encoding or "utf-16"))

    def update(self, uri: str, version: int | None, text: str) -> OpenDocument:
        """Take a new version of a document."""
        document = self.documents.setdefault(uri, OpenDocument(uri))
        document.version = document.version + 1 if version is None else version
        document.text = text
        return document

    def close(self, uri: str) -> None:
        """Forget a document, and take its diagnostics away."""
        document = self.documents.pop(uri, None)
        if document is not None and document.waiting is not None:
            document.waiting.cancel()
        if not self.pulls:
            self.text_document_publish_diagnostics(types.PublishDiagnosticsParams(uri, []))

    async def checked(self, document: OpenDocument) -> Checked:
        """What is found in the last version of a document, also if it changes meanwhile."""
        while document.checked is None or document.checked_version != document.version:
            version, text = document.version, document.text
            found = await self.workers.check(Article(text, str(document.path)))
            if version == document.version:
                document.checked, document.checked_version = found, version
        return document.checked

    def check_soon(self, document: OpenDocument, seconds: float) -> None:
        """Check a document after some seconds, unless it changes before, and send what is found."""
        if document.waiting is not None:
            document.waiting.cancel()
        document.waiting = asyncio.create_task(self._check(document, seconds))

    async def _check(self, document: OpenDocument, seconds: float) -> None:
        await asyncio.sleep(seconds)
        version = document.version
        checked = await self.checked(document)
        if version != document.version or document.uri not in self.documents:
            return
        for error in checked.errors:
            self.window_log_message(types.LogMessageParams(types.MessageType.Error, error))
        if not self.pulls:
            self.text_document_publish_diagnostics(
                types.PublishDiagnosticsParams(
                    document.uri, self.protocol_diagnostics(document, checked), version
                )
            )
        self._refresh_lenses()

    def check_all_again(self) -> None:
        """Check all documents anew, because the configuration has changed."""
        for document in self.documents.values():
            document.checked = None
            if not self.pulls:
                self.check_soon(document, 0)
        if self.pulls:
            self.workspace_diagnostic_refresh(None)

    def protocol_diagnostics(self, document: OpenDocument, checked: Checked) -> list[types.Diagnostic]:
        """What was found in a document, as diagnostics of the protocol."""
        source, positions = Source("", document.text), self.positions(document)
        return [make_diagnostic(d, document.uri, source, positions) for d in checked.diagnostics]

    def actions(self, document: OpenDocument, checked: Checked) -> Actions:
        """The actions for a document."""
        return Actions(
            document.uri,
            document.version,
            self.positions(document),
            checked.diagnostics,
            has_comments=document.path.suffix.lower() not in self.without_comments,
        )

    def _refresh_lenses(self) -> None:
        workspace = self.client_capabilities.workspace
        if workspace is not None and workspace.code_lens is not None and workspace.code_lens.refresh_support:
            self.workspace_code_lens_refresh(None)


def make_server(workers: Workers) -> ArticleServer:
    """The server with all that it answers."""
    server = ArticleServer(workers)
    _add_documents(server)
    _add_requests(server)
    _add_commands(server)
    return server


def _add_documents(server: ArticleServer) -> None:
    """Add what is told to the server: that documents, or files of the configuration, have changed."""

    @server.feature(types.INITIALIZED)
    def _initialized(ls: ArticleServer, params: types.InitializedParams) -> None:
        del params
        workspace = ls.client_capabilities.workspace
        watching = workspace.did_change_watched_files if workspace is not None else None
        if watching is None or not watching.dynamic_registration:
            return
        patterns = (f"**/{FILE_NAME}", "**/pyproject.toml", "**/*.toml", "**/*.yml")
        options = types.DidChangeWatchedFilesRegistrationOptions(
            [types.FileSystemWatcher(pattern) for pattern in patterns]
        )
        watched = types.Registration("articlelint-files", types.WORKSPACE_DID_CHANGE_WATCHED_FILES, options)
        ls.client_register_capability(types.RegistrationParams([watched]))

    @server.feature(types.TEXT_DOCUMENT_DID_OPEN)
    def _opened(ls: ArticleServer, params: types.DidOpenTextDocumentParams) -> None:
        opened = params.text_document
        ls.check_soon(ls.update(opened.uri, opened.version, opened.text), 0)

    @server.feature(types.TEXT_DOCUMENT_DID_CHANGE)
    def _changed(ls: ArticleServer, params: types.DidChangeTextDocumentParams) -> None:
        changed = params.text_document
        text = ls.workspace.get_text_document(changed.uri).source
        ls.check_soon(ls.update(changed.uri, changed.version, text), REST_SECONDS)

    @server.feature(types.TEXT_DOCUMENT_DID_SAVE)
    def _saved(ls: ArticleServer, params: types.DidSaveTextDocumentParams) -> None:
        document = ls.documents.get(params.text_document.uri)
        if document is not None:
            ls.check_soon(document, 0)

    @server.feature(types.TEXT_DOCUMENT_DID_CLOSE)
    def _closed(ls: ArticleServer, params: types.DidCloseTextDocumentParams) -> None:
        ls.close(params.text_document.uri)

    @server.feature(types.WORKSPACE_DID_CHANGE_WATCHED_FILES)
    def _files_changed(ls: ArticleServer, params: types.DidChangeWatchedFilesParams) -> None:
        del params
        ls.check_all_again()

    @server.feature(types.SHUTDOWN)
    def _shut_down(ls: ArticleServer, params: None) -> None:
        del params
        ls.workers.close()


def _add_requests(server: ArticleServer) -> None:
    """Add what the editor asks: diagnostics, actions, the text of a rule, and a summary."""

    @server.feature(
        types.TEXT_DOCUMENT_DIAGNOSTIC,
        types.DiagnosticOptions(
            inter_file_dependencies=False, workspace_diagnostics=False, identifier=SOURCE
        ),
    )
    async def _diagnostics(
        ls: ArticleServer, params: types.DocumentDiagnosticParams
    ) -> types.RelatedFullDocumentDiagnosticReport:
        document = ls.documents.get(params.text_document.uri)
        if document is None:
            return types.RelatedFullDocumentDiagnosticReport([])
        checked = await ls.checked(document)
        return types.RelatedFullDocumentDiagnosticReport(ls.protocol_diagnostics(document, checked))

    @server.feature(
        types.TEXT_DOCUMENT_CODE_ACTION,
        types.CodeActionOptions([types.CodeActionKind.QuickFix, actions.FIX_ALL]),
    )
    async def _code_actions(
        ls: ArticleServer, params: types.CodeActionParams
    ) -> Sequence[types.CodeAction | types.Command] | None:
        document = ls.documents.get(params.text_document.uri)
        if document is None:
            return None
        checked = await ls.checked(document)
        made = ls.actions(document, checked)
        only = params.context.only or []
        if any(str(kind).startswith("source") for kind in only):
            return made.fix_all()
        return made.all_for(_within(ls.positions(document), params.range, checked))

    @server.feature(types.TEXT_DOCUMENT_HOVER)
    async def _hover(ls: ArticleServer, params: types.HoverParams) -> types.Hover | None:
        document = ls.documents.get(params.text_document.uri)
        if document is None:
            return None
        here = types.Range(params.position, params.position)
        found = _within(ls.positions(document), here, await ls.checked(document))
        texts = [_explained(ls.rules.get(d.rule), d) for d in found]
        if not texts:
            return None
        return types.Hover(
            types.MarkupContent(types.MarkupKind.Markdown, "\n\n---\n\n".join(texts)),
            ls.positions(document).range(found[0].span),
        )

    @server.feature(types.TEXT_DOCUMENT_CODE_LENS)
    async def _lenses(ls: ArticleServer, params: types.CodeLensParams) -> list[types.CodeLens]:
        document = ls.documents.get(params.text_document.uri)
        if document is None:
            return []
        checked = await ls.checked(document)
        title = f"articlelint: {counts(list(checked.diagnostics))}"
        start = types.Position(0, 0)
        command = types.Command(title, actions.CHECK_AGAIN, arguments=[document.uri])
        return [types.CodeLens(types.Range(start, start), command)]


def _add_commands(server: ArticleServer) -> None:
    """Add the commands of the actions."""

    @server.command(actions.CHECK_AGAIN)
    def _check_again(ls: ArticleServer, *_arguments: Any) -> None:
        ls.check_all_again()

    @server.command(actions.IGNORE_HERE)
    async def _ignore_here(ls: ArticleServer, uri: str, fingerprint: str, reason: str = REASON) -> None:
        document = ls.documents.get(uri)
        if document is None:
            return
        checked = await ls.checked(document)
        chosen = [d for d in checked.diagnostics if d.fingerprint == fingerprint]
        before = document.text
        try:
            after = await ls.workers.ignore(Article(before, str(document.path)), chosen[:1], reason)
        except ArticlelintError as error:
            ls.window_show_message(types.ShowMessageParams(types.MessageType.Error, str(error)))
            return
        if chosen and document.text == before:
            edit = types.TextEdit(ls.positions(document).whole(), after)
            identifier = types.OptionalVersionedTextDocumentIdentifier(uri=uri, version=document.version)
            changes: list[Any] = [types.TextDocumentEdit(identifier, [edit])]
            ls.workspace_apply_edit(
                types.ApplyWorkspaceEditParams(types.WorkspaceEdit(document_changes=changes))
            )

    def configure(ls: ArticleServer, uri: str, change: Any, *arguments: Any) -> None:
        """Change the configuration for a document, say where, and check everything again."""
        path = OpenDocument(uri).path
        options = ls.workers.options
        try:
            file = change(options._replace(folder=path.parent), *arguments)
        except ArticlelintError as error:
            ls.window_show_message(types.ShowMessageParams(types.MessageType.Error, str(error)))
            return
        ls.window_show_message(types.ShowMessageParams(types.MessageType.Info, f"Written to {file}"))
        ls.check_all_again()

    @server.command(actions.IGNORE_IN_FILE)
    def _ignore_in_file(ls: ArticleServer, uri: str, rule: str) -> None:
        configure(ls, uri, house.ignore_in_file, OpenDocument(uri).path, rule)

    @server.command(actions.ADD_NAME)
    def _add_name(ls: ArticleServer, uri: str, name: str) -> None:
        configure(ls, uri, house.add_name, name)

    @server.command(actions.ADD_SPELLING)
    def _add_spelling(ls: ArticleServer, uri: str, better: str, other: str) -> None:
        configure(ls, uri, house.add_spelling, better, other)

    @server.command(actions.SWITCH_OFF)
    def _switch_off(ls: ArticleServer, uri: str, rule: str) -> None:
        configure(ls, uri, house.switch_off, rule)


def _within(positions: Positions, wanted: types.Range, checked: Checked) -> list[Diagnostic]:
    """The diagnostics that a range touches."""
    start, end = positions.offset(wanted.start), positions.offset(wanted.end)
    return [d for d in checked.diagnostics if d.span.start <= end and start <= d.span.end]


def _explained(rule: RuleInfo | None, d: Diagnostic) -> str:
    """What a rule is for, in Markdown."""
    if rule is None:
        return f"**{d.rule}**"
    text = f"**{rule.name}**: {rule.summary}\n\n{rule.documentation}"
    return f"{text}\n\n[More about this rule]({d.url})" if d.url else text
