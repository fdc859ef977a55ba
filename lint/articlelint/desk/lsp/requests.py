"""What the editor asks: diagnostics, actions, the text of a rule, and a summary."""

from __future__ import annotations

from collections.abc import Sequence

from lsprotocol import types

from articlelint.desk.checking import Checked
from articlelint.desk.lsp import actions
from articlelint.desk.lsp.article_server import ArticleServer
from articlelint.desk.lsp.diagnostics import SOURCE, counts
from articlelint.desk.lsp.positions import Positions
from articlelint.model import Diagnostic
from articlelint.report.base import RuleInfo


def add_requests(server: ArticleServer) -> None:
    """Add the answers to all requests but those of commands."""

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
    ) -> Sequence[types.CodeAction] | None:
        document = ls.documents.get(params.text_document.uri)
        if document is None:
            return None
        checked = await ls.checked(document)
        made = ls.actions(document, checked)
        only = params.context.only or ()
        if actions.is_wanted(types.CodeActionKind.QuickFix, only):
            found = made.all_for(_within(ls.positions(document), params.range, checked))
        else:
            found = made.fix_all()
        return [action for action in found if actions.is_wanted(action.kind or "", only)]

    @server.feature(types.TEXT_DOCUMENT_HOVER)
    async def _hover(ls: ArticleServer, params: types.HoverParams) -> types.Hover | None:
        document = ls.documents.get(params.text_document.uri)
        if document is None:
            return None
        here = types.Range(params.position, params.position)
        found = _within(ls.positions(document), here, await ls.checked(document))
        texts = [_explained(await ls.rule(d.rule), d) for d in found]
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
        title = f"articlelint: {'not checked' if checked.errors else counts(list(checked.diagnostics))}"
        start = types.Position(0, 0)
        command = types.Command(title, actions.CHECK_AGAIN, arguments=[document.uri])
        return [types.CodeLens(types.Range(start, start), command)]


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
