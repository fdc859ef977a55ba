"""
The server: what it does when a document changes, and when the editor asks.

A document is checked when it is opened, when it is saved, and when nothing has been typed for a moment. Only
what was found in its last version is ever sent: an answer that comes later than the next edit is dropped.
"""

from __future__ import annotations

from lsprotocol import types

from articlelint.config.settings import FILE_NAME
from articlelint.desk.lsp.article_server import ArticleServer
from articlelint.desk.lsp.commands import add_commands
from articlelint.desk.lsp.requests import add_requests
from articlelint.desk.workers import Workers

REST_SECONDS = 0.2
"""How long nothing must be typed before a document is checked."""


def make_server(workers: Workers) -> ArticleServer:
    """The server with all that it answers."""
    server = ArticleServer(workers)
    _add_documents(server)
    add_requests(server)
    add_commands(server)
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
        ls.check_soon(ls.open(params.text_document), 0)

    @server.feature(types.TEXT_DOCUMENT_DID_CHANGE)
    def _changed(ls: ArticleServer, params: types.DidChangeTextDocumentParams) -> None:
        document = ls.documents.get(params.text_document.uri)
        if document is not None:
            document.version = params.text_document.version
            document.text = ls.workspace.get_text_document(document.uri).source
            ls.check_soon(document, REST_SECONDS)

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
        ls.was_shut_down = True
        ls.workers.close()
