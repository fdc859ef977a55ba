"""The language server, as an editor speaks with it: a real client over the standard streams of a real process."""

import asyncio
import sys
from contextlib import asynccontextmanager

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lsprotocol import types
from pygls.lsp.client import LanguageClient

from articlelint.desk.lsp.positions import Positions
from articlelint.model import Span

TEXT = "😀 The the mayor left on 12 march. Podoliak met Anna. Podoliak left, and Podolyak stayed.\n"
SECONDS = 60


class Editor(LanguageClient):
    """A client that keeps what the server sends."""

    def __init__(self):
        super().__init__("editor", "1")
        self.published = []
        self.messages = []
        self.edits = []
        self.refreshed = 0
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
async def editing(folder, *, pulls=False, encodings=("utf-16",)):
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
    started = await editor.initialize_async(types.InitializeParams(capabilities, root_uri=folder.as_uri()))
    editor.initialized(types.InitializedParams())
    try:
        yield editor, started.capabilities
    finally:
        await asyncio.wait_for(editor.shutdown_async(None), SECONDS)
        editor.exit(None)
        await asyncio.wait_for(editor.stop(), SECONDS)


def told(text, uri, diagnostics, encoding="utf-16"):
    """Rule and words of each diagnostic."""
    positions = Positions(text, encoding)
    return [
        (d.code, text[positions.offset(d.range.start) : positions.offset(d.range.end)])
        for d in diagnostics
    ]  # fmt: skip


FOUND = [("repeated-word", "The the"), ("lowercase-name", "march"), ("mixed-spelling", "Podolyak")]


@pytest.mark.parametrize("encodings", [("utf-8", "utf-16"), ("utf-16",), ("utf-32",)])
def test_diagnostics_are_published(tmp_path, encodings):
    async def session():
        async with editing(tmp_path, encodings=encodings) as (editor, capabilities):
            uri = (tmp_path / "a.txt").as_uri()
            editor.open(uri, TEXT)
            await editor.until(lambda: editor.published)
            encoding = str(getattr(capabilities.position_encoding, "value", capabilities.position_encoding))
            assert encoding == encodings[0]
            sent = editor.published[-1]
            assert sent.version == 1
            assert told(TEXT, uri, sent.diagnostics, encoding) == FOUND
            names = sent.diagnostics[2]
            (other,) = names.related_information
            assert other.location.uri == uri
            assert told(TEXT, uri, [types.Diagnostic(other.location.range, "")], encoding)[0][1] == "Podoliak"

    asyncio.run(session())


def test_diagnostics_are_pulled(tmp_path):
    async def session():
        async with editing(tmp_path, pulls=True) as (editor, _):
            uri = (tmp_path / "a.txt").as_uri()
            editor.open(uri, TEXT)
            asked = types.DocumentDiagnosticParams(types.TextDocumentIdentifier(uri))
            report = await editor.text_document_diagnostic_async(asked)
            assert told(TEXT, uri, report.items) == FOUND
            lenses = await editor.text_document_code_lens_async(
                types.CodeLensParams(types.TextDocumentIdentifier(uri))
            )
            assert lenses[0].command.title == "articlelint: 2 errors, 1 warning"
            assert not editor.published, "an editor that asks is sent nothing"

    asyncio.run(session())


def test_a_storm_of_edits(tmp_path):
    """Whatever is typed meanwhile, what arrives last is about the last version, and nothing stale arrives."""

    async def session():
        async with editing(tmp_path) as (editor, _):
            uri = (tmp_path / "a.txt").as_uri()
            editor.open(uri, TEXT)
            texts = {1: TEXT}
            for version in range(2, 60):
                texts[version] = f"{'A ferry left. ' * version}{TEXT if version % 2 else 'Nothing is wrong.'}"
                editor.change(uri, version, texts[version])
                await asyncio.sleep(0.005 if version % 10 else 0.25)
            await editor.until(lambda: editor.published and editor.published[-1].version == 59)
            for sent in editor.published:
                assert told(texts[sent.version], uri, sent.diagnostics) == (FOUND if sent.version % 2 else [])
            versions = [sent.version for sent in editor.published]
            assert versions == sorted(set(versions))
            assert len(versions) < 20, "it waits until nothing is typed"
            editor.text_document_did_close(
                types.DidCloseTextDocumentParams(types.TextDocumentIdentifier(uri))
            )
            await editor.until(lambda: editor.published[-1].version is None)
            assert editor.published[-1].diagnostics == ()

    asyncio.run(session())


def applied(text, edit):
    """A text after a workspace edit."""
    positions = Positions(text, "utf-16")
    (change,) = edit.document_changes
    for part in sorted(change.edits, key=lambda e: positions.offset(e.range.start), reverse=True):
        start, end = positions.offset(part.range.start), positions.offset(part.range.end)
        text = text[:start] + part.new_text + text[end:]
    return text


def test_quick_fixes(tmp_path):
    text = TEXT + "They met in Kiev. The mayor of Kiev was late.\n"
    (tmp_path / ".articlelint.toml").write_text('[house.spelling]\nKyiv = ["Kiev"]\n', encoding="utf-8")

    async def session():
        async with editing(tmp_path) as (editor, _):
            uri = (tmp_path / "a.txt").as_uri()
            editor.open(uri, text)
            await editor.until(lambda: editor.published)
            found = {d.code: d for d in editor.published[-1].diagnostics}
            twice = {a.title: a for a in await editor.actions(uri, found["repeated-word"])}
            fix = next(a for a in twice.values() if getattr(a, "is_preferred", False))
            assert applied(text, fix.edit).startswith("😀 The mayor left")
            everything = twice["Apply all 4 safe fixes"]
            assert applied(text, everything.edit).startswith("😀 The mayor left on 12 March.")
            (all_safe,) = await editor.actions(
                uri, found["repeated-word"], only=[types.CodeActionKind.SourceFixAll]
            )
            assert all_safe.edit == everything.edit
            assert all_safe.edit.document_changes[0].text_document.version == 1
            names = {a.title: a for a in await editor.actions(uri, found["house-spelling"])}
            every = names["Write every “Kiev” as “Kyiv”"]
            assert applied(text, every.edit).endswith("They met in Kyiv. The mayor of Kyiv was late.\n")
            assert "Ignore house-spelling here" not in names, "plain text has no comments"

    asyncio.run(session())


def test_the_configuration_is_changed(tmp_path):
    async def session():
        async with editing(tmp_path) as (editor, _):
            uri = (tmp_path / "a.txt").as_uri()
            editor.open(uri, TEXT)
            await editor.until(lambda: editor.published)

            async def run(rule, title):
                found = next(d for d in editor.published[-1].diagnostics if d.code == rule)
                action = next(a for a in await editor.actions(uri, found) if a.title.startswith(title))
                seen = len(editor.published)
                await editor.workspace_execute_command_async(
                    types.ExecuteCommandParams(action.command, arguments=action.arguments)
                )
                await editor.until(lambda: len(editor.published) > seen)
                return [d.code for d in editor.published[-1].diagnostics]

            assert await run("repeated-word", "Ignore repeated-word in this file") == [
                "lowercase-name",
                "mixed-spelling",
            ]
            assert await run("lowercase-name", "Switch lowercase-name off") == ["mixed-spelling"]
            await run("mixed-spelling", "Always write “Podoliak”")
            seen = len(editor.published)
            (tmp_path / ".articlelint.toml").write_text('ignore = ["all"]\nselect = ["leftovers"]\n')
            event = types.FileEvent((tmp_path / ".articlelint.toml").as_uri(), types.FileChangeType.Changed)
            editor.workspace_did_change_watched_files(types.DidChangeWatchedFilesParams([event]))
            await editor.until(lambda: len(editor.published) > seen)

    asyncio.run(session())


def test_an_ignore_is_written(tmp_path):
    text = "# Ferries\n\nThe the mayor left.\n"

    async def session():
        async with editing(tmp_path) as (editor, _):
            uri = (tmp_path / "a.md").as_uri()
            editor.open(uri, text, "markdown")
            await editor.until(lambda: editor.published)
            (found,) = editor.published[-1].diagnostics
            action = next(
                a for a in await editor.actions(uri, found) if a.title == "Ignore repeated-word here"
            )
            await editor.workspace_execute_command_async(
                types.ExecuteCommandParams(action.command, arguments=[*action.arguments, "a song"])
            )
            await editor.until(lambda: editor.edits)
            after = applied(text, editor.edits[0])
            assert "<!-- articlelint: ignore[repeated-word] a song -->\nThe the mayor left." in after
            editor.change(uri, 2, after)
            await editor.until(lambda: editor.published[-1].version == 2)
            assert editor.published[-1].diagnostics == ()

    asyncio.run(session())


def test_hover_shows_what_the_rule_is_for(tmp_path):
    async def session():
        async with editing(tmp_path) as (editor, _):
            uri = (tmp_path / "a.txt").as_uri()
            editor.open(uri, TEXT)
            identifier = types.TextDocumentIdentifier(uri)
            shown = await editor.text_document_hover_async(
                types.HoverParams(identifier, types.Position(0, 5))
            )
            assert shown.contents.value.startswith("**repeated-word**: ")
            assert (
                await editor.text_document_hover_async(types.HoverParams(identifier, types.Position(0, 60)))
                is None
            )
            unknown = types.TextDocumentIdentifier("file:///nowhere.txt")
            assert (
                await editor.text_document_hover_async(types.HoverParams(unknown, types.Position(0, 0)))
                is None
            )

    asyncio.run(session())


def test_hover_has_the_reason_of_a_style_pack(tmp_path):
    (tmp_path / "own.toml").write_text('[[term]]\navoid = ["Kharkov"]\nuse = "Kharkiv"\nwhy = "Since 2019"\n')
    (tmp_path / ".articlelint.toml").write_text('[house]\npacks = ["own.toml"]\n')

    async def session():
        async with editing(tmp_path) as (editor, _):
            uri = (tmp_path / "a.txt").as_uri()
            editor.open(uri, "The mayor of Kharkov spoke.")
            place = types.HoverParams(types.TextDocumentIdentifier(uri), types.Position(0, 15))
            shown = await editor.text_document_hover_async(place)
            assert shown.contents.value.startswith("**house/own.kharkiv**: ")
            assert "Why: Since 2019" in shown.contents.value

    asyncio.run(session())


def test_a_broken_configuration_is_told(tmp_path):
    (tmp_path / ".articlelint.toml").write_text("select = 1\n")

    async def session():
        async with editing(tmp_path) as (editor, _):
            editor.open((tmp_path / "a.txt").as_uri(), TEXT)
            await editor.until(lambda: editor.published)
            assert any(".articlelint.toml:1" in message for message in editor.messages)
            assert editor.published[-1].diagnostics == ()

    asyncio.run(session())


@given(
    st.text(alphabet=st.sampled_from("ab é😀\n\r  "), max_size=20),
    st.sampled_from(["utf-8", "utf-16", "utf-32"]),
)
def test_positions(text, encoding):
    positions = Positions(text, encoding)
    for offset in range(len(text) + 1):
        if text[max(offset - 1, 0) : offset + 1] != "\r\n":
            assert positions.offset(positions.position(offset)) == offset
    whole = positions.whole()
    assert positions.range(Span(0, len(text))) == whole
