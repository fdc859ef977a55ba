"""The language server, as an editor speaks with it: a real client over the standard streams of a real process."""

import asyncio

import pytest
from desk_editor import applied, editing, told
from hypothesis import given
from hypothesis import strategies as st
from lsprotocol import types

from articlelint.desk.lsp.commands import REASON, difference
from articlelint.desk.lsp.positions import Positions
from articlelint.model import Span

TEXT = "😀 The the mayor left on 12 march. Podoliak met Anna. Podoliak left, and Podolyak stayed.\n"
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
                    types.ExecuteCommandParams(action.command.command, arguments=action.command.arguments)
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
            for reason in ([], ["a song"]):
                await editor.workspace_execute_command_async(
                    types.ExecuteCommandParams(
                        action.command.command, arguments=[*action.command.arguments, *reason]
                    )
                )
                await editor.until(lambda: editor.edits)
                edit = editor.edits.pop()
                after = applied(text, edit)
                why = reason[0] if reason else REASON
                comment = f"<!-- articlelint: ignore[repeated-word] {why} -->\n"
                assert after == text.replace("The the", f"{comment}The the")
                (inserted,) = edit.document_changes[0].edits
                assert inserted.new_text == comment, "nothing else is replaced, so that the cursor stays"
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
            (told_of,) = editor.published[-1].diagnostics
            assert ".articlelint.toml:1" in told_of.message
            assert told_of.severity is types.DiagnosticSeverity.Error
            (tmp_path / ".articlelint.toml").write_text('ignore = ["repeated-word"]\n')
            editor.change((tmp_path / "a.txt").as_uri(), 2, TEXT)
            await editor.until(lambda: editor.published[-1].version == 2)
            assert [d.code for d in editor.published[-1].diagnostics] == ["lowercase-name", "mixed-spelling"]

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
    whole = positions.range(Span(0, len(text)))
    assert positions.offset(whole.start) == 0
    assert positions.offset(whole.end) == len(text)


@given(st.text("ab\r\n", max_size=8), st.text("ab\r\n", max_size=8))
def test_the_difference_of_two_texts(before, after):
    span, new = difference(before, after)
    assert before[: span.start] + new + before[span.end :] == after
    assert difference(before, before + "a")[0] == Span(len(before), len(before))
