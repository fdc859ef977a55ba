"""Code actions: what an editor offers to do about a finding."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from lsprotocol import types

from articlelint.desk.lsp.positions import Positions
from articlelint.findings.fixes import accepted
from articlelint.model import Diagnostic, Safety, SourceFix
from articlelint.report.wording import fix_in_words

FIX_ALL = "source.fixAll.articlelint"
IGNORE_HERE = "articlelint.ignoreHere"
IGNORE_IN_FILE = "articlelint.ignoreInFile"
ADD_NAME = "articlelint.addName"
ADD_SPELLING = "articlelint.addSpelling"
SWITCH_OFF = "articlelint.switchOff"
CHECK_AGAIN = "articlelint.checkAgain"
SPELLING = "spelling"
"""The category whose findings are about a name or a word that the house may want to write so."""


@dataclass(frozen=True, slots=True)
class Actions:
    """Makes the actions for the findings of one version of a document."""

    uri: str
    version: int
    positions: Positions
    diagnostics: tuple[Diagnostic, ...]
    lines: Mapping[int, str]
    """The text of the lines with findings and fixes, from 1."""
    has_comments: bool
    """Whether the document can have an ignore in it; plain text cannot."""
    in_file: bool

    def all_for(self, chosen: Iterable[Diagnostic]) -> list[types.CodeAction]:
        """The actions for some of the findings, those that change the text first."""
        actions: list[types.CodeAction] = []
        for d in chosen:
            actions += self._fixes(d)
        if actions:
            actions += self.fix_all()
        for d in chosen:
            actions += self._others(d)
        return actions

    def fix_all(self) -> list[types.CodeAction]:
        """The action that applies all safe fixes, if there are any."""
        fixes = [d.fix for d in self.diagnostics if d.fix is not None and d.fix.safety is Safety.SAFE]
        if not fixes:
            return []
        return [
            types.CodeAction(
                f"Apply all {len(fixes)} safe fixes" if len(fixes) > 1 else "Apply the safe fix",
                kind=FIX_ALL,
                edit=self._edit(fixes),
            )
        ]

    def _fixes(self, d: Diagnostic) -> Iterator[types.CodeAction]:
        if d.fix is None or d.fix.safety is Safety.SHOWN:
            return
        words = fix_in_words(d, self.lines).partition(": ")[2]
        title = words[:1].upper() + words[1:]
        yield types.CodeAction(
            title,
            kind=types.CodeActionKind.QuickFix,
            is_preferred=d.fix.safety is Safety.SAFE,
            edit=self._edit([d.fix]),
        )
        alike = [
            other.fix
            for other in self.diagnostics
            if other.rule == d.rule
            and other.text == d.text
            and other.fix is not None
            and other.fix.safety is not Safety.SHOWN
            and [edit.text for edit in other.fix.edits] == [edit.text for edit in d.fix.edits]
        ]
        if len(alike) > 1 and len(d.fix.edits) == 1:
            is_replaced = d.fix.edits[0].span == d.span and d.fix.edits[0].text
            every = f"Write every “{d.text}” as “{d.fix.edits[0].text}”"
            yield types.CodeAction(
                every if is_replaced else f"{title}, in all {len(alike)} places",
                kind=types.CodeActionKind.QuickFix,
                edit=self._edit(alike),
            )

    def _others(self, d: Diagnostic) -> Iterator[types.CodeAction]:
        """The actions that ignore a finding, or change the configuration."""
        if self.has_comments:
            yield _command(f"Ignore {d.rule} here", IGNORE_HERE, self.uri, d.fingerprint)
        if self.in_file:
            yield _command(f"Ignore {d.rule} in this file", IGNORE_IN_FILE, self.uri, d.rule)
        if d.category == SPELLING:
            yield _command(f"Add “{d.text}” to the names of the house", ADD_NAME, self.uri, d.text)
            edits = d.fix.edits if d.fix is not None else ()
            if len(edits) == 1 and edits[0].span == d.span:
                better = edits[0].text
                title = f"Always write “{better}” for “{d.text}” (spelling of the house)"
                yield _command(title, ADD_SPELLING, self.uri, better, d.text)
        yield _command(f"Switch {d.rule} off in the configuration", SWITCH_OFF, self.uri, d.rule)

    def _edit(self, fixes: Iterable[SourceFix]) -> types.WorkspaceEdit:
        """The edit that makes those of the fixes that can be applied together."""
        edits = [
            types.TextEdit(self.positions.range(edit.span), edit.text)
            for fix in accepted(fixes)
            for edit in fix.edits
        ]
        document = types.OptionalVersionedTextDocumentIdentifier(uri=self.uri, version=self.version)
        return types.WorkspaceEdit(document_changes=[types.TextDocumentEdit(document, edits)])


def is_wanted(kind: str, only: Sequence[str]) -> bool:
    """Whether an editor that asks for some kinds of actions, or for all, wants one of this kind."""
    return not only or any(not wanted or (kind + ".").startswith(wanted + ".") for wanted in only)


def _command(title: str, command: str, *arguments: str) -> types.CodeAction:
    """A command as a quick fix: some editors show no command that says no kind."""
    return types.CodeAction(
        title,
        kind=types.CodeActionKind.QuickFix,
        command=types.Command(title, command, arguments=list(arguments)),
    )
