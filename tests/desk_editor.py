"""An editor for the tests: a client of the real command in a process of its own, over its standard streams."""

import asyncio
import sys
from contextlib import asynccontextmanager

from lsprotocol import types
from pygls.lsp.client import LanguageClient
from pygls.protocol import default_converter

from articlelint.desk.lsp.positions import Positions

SECONDS = 60


def _converter():
    """The converter of pygls, but an action that has a command is no command."""
    converter = default_converter()

    def structure(value, _type):
        is_command = isinstance(value.get("command"), str)
        return converter.structure(value, types.Command if is_command else types.CodeAction)

    converter.register_structure_hook(types.Command | types.CodeAction, structure)
    return converter


class Editor(LanguageClient):
    """A client that keeps what the server sends."""

    def __init__(self):
        super().__init__("editor", "1", converter_factory=_converter)
        self.published = []
        self.messages = []
        self.edits = []
        self.refreshed = 0
        self.exit_code = None
        self.news = asyncio.Event()

        @self.feature(types.TEXT_DOCUMENT_PUBLISH_DIAGNOSTICS)
        def _published(params):
            self.published.append(params)
            self.news.set()

        @self.feature(types.WINDOW_SHOW_MESSAGE)
        def _message(params):
            self.messages.append(params.message)
            self.news.set()

        @self.feature(types.WINDOW_LOG_MESSAGE)
        def _log(params):
            self.messages.append(params.message)

        @self.feature(types.WORKSPACE_APPLY_EDIT)
        def _apply(params):
            self.edits.append(params.edit)
            self.news.set()
            return types.ApplyWorkspaceEditResult(applied=True)

        @self.feature(types.WORKSPACE_DIAGNOSTIC_REFRESH)
        def _refresh(params):
            self.refreshed += 1
            self.news.set()

        @self.feature(types.CLIENT_REGISTER_CAPABILITY)
        def _register(params):
            return None

    async def server_exit(self, server):
        """Called by pygls when the server has ended."""
        self.exit_code = server.returncode

    async def until(self, condition):
        """Wait until the server has sent something that fulfils a condition."""

        async def wait():
            while not condition():
                self.news.clear()
                await self.news.wait()

        await asyncio.wait_for(wait(), SECONDS)

    def open(self, uri, text, language="plaintext"):
        self.text_document_did_open(
            types.DidOpenTextDocumentParams(types.TextDocumentItem(uri, language, 1, text))
        )

    def change(self, uri, version, text):
        self.text_document_did_change(
            types.DidChangeTextDocumentParams(
                types.VersionedTextDocumentIdentifier(version, uri),
                [types.TextDocumentContentChangeWholeDocument(text)],
            )
        )

    async def actions(self, uri, found, only=None):
        context = types.CodeActionContext([found], only=only)
        identifier = types.TextDocumentIdentifier(uri)
        return await self.text_document_code_action_async(
            types.CodeActionParams(identifier, found.range, context)
        )


@asynccontextmanager
async def editing(folder, *, pulls=False, encodings=("utf-16",), folders=None):
    """A session of an editor: the server is started, and shut down at the end."""
    editor = Editor()
    await editor.start_io(sys.executable, "-m", "articlelint", "lsp", cwd=folder)
    diagnostic = types.DiagnosticClientCapabilities() if pulls else None
    capabilities = types.ClientCapabilities(
        general=types.GeneralClientCapabilities(position_encodings=list(encodings)),
        text_document=types.TextDocumentClientCapabilities(diagnostic=diagnostic),
        workspace=types.WorkspaceClientCapabilities(
            did_change_watched_files=types.DidChangeWatchedFilesClientCapabilities(dynamic_registration=True),
            diagnostics=types.DiagnosticWorkspaceClientCapabilities(refresh_support=True),
        ),
    )
    started = await editor.initialize_async(
        types.InitializeParams(capabilities, root_uri=folder.as_uri(), workspace_folders=folders)
    )
    editor.initialized(types.InitializedParams())
    try:
        yield editor, started.capabilities
    finally:
        await asyncio.wait_for(editor.shutdown_async(None), SECONDS)
        editor.exit(None)
        await asyncio.wait_for(editor.stop(), SECONDS)
        assert editor.exit_code == 0


def told(text, uri, diagnostics, encoding="utf-16"):
    """Rule and words of each diagnostic."""
    positions = Positions(text, encoding)
    return [
        (d.code, text[positions.offset(d.range.start) : positions.offset(d.range.end)])
        for d in diagnostics
    ]  # fmt: skip


def applied(text, edit):
    """A text after a workspace edit."""
    positions = Positions(text, "utf-16")
    (change,) = edit.document_changes
    for part in sorted(change.edits, key=lambda e: positions.offset(e.range.start), reverse=True):
        start, end = positions.offset(part.range.start), positions.offset(part.range.end)
        text = text[:start] + part.new_text + text[end:]
    return text
