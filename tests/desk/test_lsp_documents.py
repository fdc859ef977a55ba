"""The language server with all that can be open in an editor, and at the end of its life."""

import asyncio
import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from desk_editor import SECONDS, applied, editing, told
from lsprotocol import types

TEXT = "The the mayor left.\n"


def codes(editor):
    return [d.code for d in editor.published[-1].diagnostics]


async def opened(editor, uri, text, language="plaintext"):
    """Open a document, and return what is found in it."""
    editor.open(uri, text, language)
    await editor.until(lambda: editor.published and editor.published[-1].uri == uri)
    return editor.published[-1].diagnostics


def test_a_document_in_no_file_is_read_by_its_language(tmp_path):
    """It has the configuration of the first folder of the workspace, and no rule can be ignored in it."""
    workspace = tmp_path / "news"
    workspace.mkdir()
    (workspace / ".articlelint.toml").write_text('ignore = ["lowercase-name"]\n', encoding="utf-8")
    folders = [types.WorkspaceFolder(workspace.as_uri(), "news")]
    text = "The **the** mayor left on 12 march.\n"

    async def session():
        async with editing(tmp_path, folders=folders) as (editor, _):
            (found,) = await opened(editor, "untitled:Untitled-1", text, "markdown")
            assert told(text, "", [found]) == [("repeated-word", "The **the")]
            titles = [action.title for action in await editor.actions("untitled:Untitled-1", found)]
            assert "Ignore repeated-word here" in titles
            assert "Ignore repeated-word in this file" not in titles
            (plain,) = await opened(editor, "untitled:Untitled-2", "The the ferry left.\n")
            titles = [action.title for action in await editor.actions("untitled:Untitled-2", plain)]
            assert "Ignore repeated-word here" not in titles

    asyncio.run(session())


def test_each_folder_has_its_own_configuration(tmp_path):
    for name, ignored in (("news", "repeated-word"), ("sport", "lowercase-name")):
        (tmp_path / name).mkdir()
        (tmp_path / name / ".articlelint.toml").write_text(f'ignore = ["{ignored}"]\n', encoding="utf-8")
    text = "The the mayor left on 12 march.\n"

    async def session():
        async with editing(tmp_path) as (editor, _):
            for name, found in (
                ("news", "lowercase-name"),
                ("sport", "repeated-word"),
                ("news", "lowercase-name"),
            ):
                await opened(editor, (tmp_path / name / "a.txt").as_uri(), text)
                assert codes(editor) == [found]

    asyncio.run(session())


ADDRESSES = [
    "file:///c%3A/Users/me/a.txt",
    "file:///C:/Users/me/a.txt",
    "file://server/share/a.txt",
    "file:///no/such/folder/a%20%C3%A9%23.txt",
    "file:///a%00b.txt",
    "git:/a.txt?ref",
    "",
]


def test_addresses_of_all_kinds(tmp_path):
    async def session():
        async with editing(tmp_path) as (editor, _):
            for uri in ADDRESSES:
                assert told(TEXT, uri, await opened(editor, uri, TEXT)) == [("repeated-word", "The the")]

    asyncio.run(session())


FIX, FIX_ALL = "quickfix", "source.fixAll.articlelint"
KINDS = {
    "source": {FIX_ALL},
    "source.fixAll": {FIX_ALL},
    "source.fixAll.articlelint": {FIX_ALL},
    "source.organizeImports": set(),
    "source.fixAll.eslint": set(),
    "refactor": set(),
    "quickfix": {FIX},
    "": {FIX, FIX_ALL},
}


def test_only_the_kinds_of_actions_that_are_asked_for(tmp_path):
    """An editor that asks for the imports to be sorted on saving applies whatever it is given."""

    async def session():
        async with editing(tmp_path) as (editor, _):
            uri = (tmp_path / "a.txt").as_uri()
            (found,) = await opened(editor, uri, TEXT)
            for only, kinds in KINDS.items():
                given = await editor.actions(uri, found, [only])
                assert {str(getattr(action.kind, "value", action.kind)) for action in given} == kinds, only

    asyncio.run(session())


def test_a_fix_says_what_it_writes(tmp_path):
    async def session():
        async with editing(tmp_path) as (editor, _):
            uri = (tmp_path / "a.txt").as_uri()
            text = "Anna left.\r\n\r\nThe the 😀 mayor left.\r\n"
            (found,) = await opened(editor, uri, text)
            fix = (await editor.actions(uri, found))[0]
            assert fix.title == "Write “The”"
            assert applied(text, fix.edit) == "Anna left.\r\n\r\nThe 😀 mayor left.\r\n"

    asyncio.run(session())


def test_one_fix_in_all_places(tmp_path):
    async def session():
        async with editing(tmp_path) as (editor, _):
            uri = (tmp_path / "a.txt").as_uri()
            text = "The the mayor left. The the ferry left.\n"
            found = await opened(editor, uri, text)
            fixes = {action.title: action for action in await editor.actions(uri, found[0])}
            assert (
                applied(text, fixes["Write “The”, in all 2 places"].edit)
                == "The mayor left. The ferry left.\n"
            )

    asyncio.run(session())


def test_a_configuration_that_is_changed_during_a_check(tmp_path):
    """An answer under the old configuration is not kept for the next question."""
    text = "The mayor of Bergen left.\n\n" * 2000 + TEXT

    async def session():
        async with editing(tmp_path, pulls=True) as (editor, _):
            uri = (tmp_path / "a.txt").as_uri()
            editor.open(uri, text)
            asked = types.DocumentDiagnosticParams(types.TextDocumentIdentifier(uri))
            first = asyncio.create_task(editor.text_document_diagnostic_async(asked))
            await asyncio.sleep(0.3)
            (tmp_path / ".articlelint.toml").write_text('ignore = ["repeated-word"]\n', encoding="utf-8")
            event = types.FileEvent((tmp_path / ".articlelint.toml").as_uri(), types.FileChangeType.Created)
            editor.workspace_did_change_watched_files(types.DidChangeWatchedFilesParams([event]))
            await first
            assert (await editor.text_document_diagnostic_async(asked)).items == ()

    asyncio.run(session())


class Process:
    """The server as a process, for tests of how it ends."""

    def __init__(self, folder):
        self.process = subprocess.Popen(
            [sys.executable, "-m", "articlelint", "lsp"], cwd=folder,
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
        )  # fmt: skip

    def send(self, method, params, number=None):
        message = {"jsonrpc": "2.0", "method": method, "params": params}
        if number is not None:
            message["id"] = number
        self.write(json.dumps(message).encode())

    def write(self, body):
        self.process.stdin.write(b"Content-Length: %d\r\n\r\n%b" % (len(body), body))
        self.process.stdin.flush()

    def read(self):
        """The next message."""
        length = 0
        while line := self.process.stdout.readline().strip():
            name, _, value = line.partition(b":")
            if name.lower() == b"content-length":
                length = int(value)
        return json.loads(self.process.stdout.read(length))

    def until(self, method):
        """The next message with a method."""
        while (message := self.read()).get("method") != method:
            pass
        return message["params"]

    def start(self):
        """Open a document, and wait for what is found."""
        self.send("initialize", {"processId": None, "rootUri": None, "capabilities": {}}, 1)
        self.send("initialized", {})
        item = {"uri": "file:///a.txt", "languageId": "plaintext", "version": 1, "text": TEXT}
        self.send("textDocument/didOpen", {"textDocument": item})
        return self.until("textDocument/publishDiagnostics")


@pytest.fixture
def process(tmp_path):
    running = Process(tmp_path)
    assert running.start()["diagnostics"]
    yield running
    with running.process as ended:
        ended.kill()


def test_it_exits_as_the_protocol_says(process):
    process.send("shutdown", None, 2)
    process.send("exit", None)
    _, errors = process.process.communicate(timeout=SECONDS)
    assert (process.process.returncode, errors) == (0, b"")


def test_an_editor_that_goes_without_a_word(process):
    process.process.stdin.close()
    assert process.process.wait(SECONDS) == 1


def test_a_message_that_is_no_json_is_passed_over(process):
    process.write(b'{"broken"')
    document = {"uri": "file:///a.txt", "version": 2}
    process.send("textDocument/didChange", {"textDocument": document, "contentChanges": [{"text": "Fine."}]})
    assert process.until("textDocument/publishDiagnostics")["diagnostics"] == []


@pytest.mark.skipif(not Path("/proc/self/task").exists(), reason="reads what processes there are from /proc")
def test_no_process_outlives_a_server_that_is_killed(process):
    number = process.process.pid
    children = Path(f"/proc/{number}/task/{number}/children").read_text().split()
    assert children
    os.kill(number, signal.SIGKILL)
    end = time.monotonic() + SECONDS
    while any(_runs(child) for child in children):
        assert time.monotonic() < end
        time.sleep(0.05)


def _runs(number):
    """Whether a process runs, and is not one that has ended and whose end nobody has asked for."""
    try:
        return ") Z" not in Path(f"/proc/{number}/stat").read_text()
    except FileNotFoundError:
        return False
