"""The commands of the actions: an ignore in the article, and changes of the configuration."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from lsprotocol import types

from articlelint.desk import house
from articlelint.desk.checking import Article
from articlelint.desk.lsp import actions
from articlelint.desk.lsp.article_server import ArticleServer, OpenDocument
from articlelint.errors import ArticlelintError
from articlelint.model import Span

REASON = "say why it is right here"
"""The reason of an ignore, for the writer to replace."""


def add_commands(server: ArticleServer) -> None:
    """Add the commands."""

    @server.command(actions.CHECK_AGAIN)
    def _check_again(ls: ArticleServer, *_arguments: Any) -> None:
        ls.check_all_again()

    @server.command(actions.IGNORE_HERE)
    async def _ignore_here(ls: ArticleServer, uri: str, fingerprint: str, *reason: str) -> None:
        # An editor may ask for the reason and send it as one more argument; pygls allows for no default.
        document = ls.documents.get(uri)
        if document is None:
            return
        checked = await ls.checked(document)
        why = reason[0] if reason else REASON
        chosen = [d for d in checked.diagnostics if d.fingerprint == fingerprint]
        before = document.text
        try:
            after = await ls.workers.ignore(Article(before, str(document.path)), chosen[:1], why)
        except ArticlelintError as error:
            ls.window_show_message(types.ShowMessageParams(types.MessageType.Error, str(error)))
            return
        if chosen and document.text == before:
            span, new = difference(before, after)
            edit = types.TextEdit(ls.positions(document).range(span), new)
            identifier = types.OptionalVersionedTextDocumentIdentifier(uri=uri, version=document.version)
            changes: list[Any] = [types.TextDocumentEdit(identifier, [edit])]
            ls.workspace_apply_edit(
                types.ApplyWorkspaceEditParams(types.WorkspaceEdit(document_changes=changes))
            )

    @server.command(actions.IGNORE_IN_FILE)
    def _ignore_in_file(ls: ArticleServer, uri: str, rule: str) -> None:
        document = ls.documents.get(uri)
        if document is not None and document.in_file:
            _configure(ls, document, house.ignore_in_file, document.path, rule)

    @server.command(actions.ADD_NAME)
    def _add_name(ls: ArticleServer, uri: str, name: str) -> None:
        _configure(ls, ls.documents.get(uri), house.add_name, name)

    @server.command(actions.ADD_SPELLING)
    def _add_spelling(ls: ArticleServer, uri: str, better: str, other: str) -> None:
        _configure(ls, ls.documents.get(uri), house.add_spelling, better, other)

    @server.command(actions.SWITCH_OFF)
    def _switch_off(ls: ArticleServer, uri: str, rule: str) -> None:
        _configure(ls, ls.documents.get(uri), house.switch_off, rule)


def difference(before: str, after: str) -> tuple[Span, str]:
    """The span in which two texts differ, in the first, and what the second has there: the cursor stays."""
    start = _same(before, after)
    end = _same(before[start:][::-1], after[start:][::-1])
    return Span(start, len(before) - end), after[start : len(after) - end]


def _same(one: str, other: str) -> int:
    """The number of characters with which both texts begin."""
    pairs = enumerate(zip(one, other, strict=False))
    return next((index for index, (a, b) in pairs if a != b), min(len(one), len(other)))


def _configure(
    ls: ArticleServer, document: OpenDocument | None, change: Callable[..., Path], *arguments: object
) -> None:
    """Change the configuration for a document that is open, say where, and check everything again."""
    if document is None:
        return
    options = ls.workers.options._replace(folder=document.path.parent)
    try:
        file = change(options, *arguments)
    except ArticlelintError as error:
        ls.window_show_message(types.ShowMessageParams(types.MessageType.Error, str(error)))
        return
    ls.window_show_message(types.ShowMessageParams(types.MessageType.Info, f"Written to {file}"))
    ls.check_all_again()
