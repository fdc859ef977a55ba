"""``articlelint serve``: who may ask, what is kept, and how it begins and ends."""

import base64
import io
import json
import os
import signal
import socket
import subprocess
import sys
import time
import zipfile
from pathlib import Path
from threading import Event, Thread
from urllib.parse import urlsplit

import httpx
import pytest
from desk_server import serve

from articlelint.desk import house
from articlelint.desk.checking import Article, Checker, Options
from articlelint.errors import SettingsError, UsageError

BAD = "The the mayor left."
DATA = Path(__file__).parent.parent / "formats/data"


def ask(server, **headers):
    return httpx.post(
        f"{server.address}/v2/check", data={"text": BAD, "language": "en"}, headers=headers, timeout=60
    )


def page(server, path, body, token=None):
    headers = {"authorization": f"Bearer {server.token if token is None else token}"}
    return httpx.post(server.address + path, content=json.dumps(body), headers=headers, timeout=60)


def document(name):
    return base64.b64encode((DATA / name).read_bytes()).decode()


def test_a_document_is_checked_and_annotated(server):
    given = {"document": document("libreoffice.docx"), "name": "monday.docx"}
    checked = page(server, "/api/check", given).json()
    found = [f for f in checked["findings"] if f["rule"] == "repeated-word"]
    assert [f["location"]["words"] for f in found] == [
        "paragraph 3, character 23",
        "paragraph 10, character 31",
    ]
    assert [checked["text"][f["start"] : f["end"]] for f in found] == ["was was", "the the"]
    chosen = {**given, "fingerprints": [found[1]["fingerprint"]]}
    annotated = page(server, "/api/annotate", chosen).json()
    with zipfile.ZipFile(io.BytesIO(base64.b64decode(annotated["document"]))) as package:
        comments = package.read("word/comments.xml").decode()
    assert (annotated["left"], comments.count("<w:comment ")) == (0, 1)
    assert "“the” stands here twice" in comments


@pytest.mark.parametrize(
    ("path", "name", "given", "said"),
    [
        ("check", "a.docx", base64.b64encode(b"no zip").decode(), "a.docx: not a Word document, or damaged"),
        ("check", "a.docx", "!", "the document needs a file name and its bytes in Base64"),
        ("check", "a.txt", "AAAA", "the document needs a file name and its bytes in Base64"),
        ("check", "../a.docx", "AAAA", "the document needs a file name and its bytes in Base64"),
        ("annotate", "a.docx", "AAAA", "a.docx: not a Word document, or damaged"),
        (
            "annotate",
            "a.odt",
            document("libreoffice.odt"),
            "a.odt: has no comments: only .docx files can be annotated",
        ),
    ],
)
def test_what_is_no_document_is_said(server, path, name, given, said):
    answer = page(server, f"/api/{path}", {"document": given, "name": name, "fingerprints": []}).json()
    assert said in answer.get("error", "".join(answer.get("errors", [])))


@pytest.mark.parametrize("host", ["localhost", "127.0.0.1", "LOCALHOST:1234", "[::1]:8081"])
def test_this_machine_may_be_named(server, host):
    assert ask(server, host=host).status_code == 200


@pytest.mark.parametrize(
    "host",
    [
        "evil.example",
        "localhost.evil.example",
        "127.0.0.1.evil.example",
        "10.0.0.1",
        "0.0.0.0",
        "",
        "[::1",
        "[x]",
    ],
)
def test_another_host_is_refused(server, host):
    answer = ask(server, host=host)
    assert answer.status_code == 403
    assert "is not an address of this server" in answer.text


@pytest.mark.parametrize(
    "origin",
    [
        "https://evil.example",
        "http://localhost:1",
        "null",
        "https://cms.example.org.evil.example",
        "http://[",
    ],
)
def test_pages_of_others_are_refused(server, origin):
    answer = ask(server, origin=origin)
    assert answer.status_code == 403
    assert "--allow-origin" in answer.text
    assert "access-control-allow-origin" not in answer.headers


@pytest.mark.parametrize(
    "origin", ["https://cms.example.org", "moz-extension://1", "app://obsidian.md", "file://"]
)
def test_programs_extensions_and_allowed_pages_pass(server, origin):
    answer = ask(server, origin=origin)
    assert answer.status_code == 200
    assert answer.headers.get_list("access-control-allow-origin") == [origin]
    assert httpx.options(f"{server.address}/v2/check", headers={"origin": origin}).status_code == 204


@pytest.mark.parametrize("site", ["cross-site", "same-site"])
def test_pages_of_others_embed_nothing_and_may_link(server, site):
    for mode, dest in (("no-cors", "image"), ("no-cors", "empty"), ("navigate", "iframe")):
        embedded = {"sec-fetch-site": site, "sec-fetch-mode": mode, "sec-fetch-dest": dest}
        answer = httpx.get(f"{server.address}/v2/check", params={"text": BAD}, headers=embedded)
        assert answer.status_code == 403
    link = {"sec-fetch-site": site, "sec-fetch-mode": "navigate", "sec-fetch-dest": "document"}
    assert httpx.get(server.address, headers=link).status_code == 200
    extension = {"sec-fetch-site": site, "sec-fetch-mode": "cors", "sec-fetch-dest": "empty"}
    assert ask(server, origin="moz-extension://1", **extension).status_code == 200


def test_every_answer_has_a_strict_policy(server):
    for path in ("/", "/v2/languages", "/nothing", "/api/check", "/static/"):
        policy = httpx.get(server.address + path).headers["content-security-policy"]
        assert "default-src 'none'" in policy
        assert "unsafe" not in policy
        assert "trusted-types 'none'" in policy


def test_a_body_that_is_too_large(server):
    answer = httpx.post(f"{server.address}/v2/check", content=b"text=" + b"a" * 9_000_000, timeout=60)
    assert answer.status_code == 413

    def pieces():
        yield b"text="
        for _ in range(9):
            yield b"a" * 1_000_000

    assert httpx.post(f"{server.address}/v2/check", content=pieces(), timeout=60).status_code == 413


def test_the_page_asks_for_its_token(server):
    assert page(server, "/api/check", {"text": BAD}, token="guess").status_code == 403
    answer = page(server, "/api/check", {"text": f"😀 {BAD}", "name": "a.md"}).json()
    (finding,) = answer["findings"]
    assert (finding["rule"], finding["start"], finding["end"]) == ("repeated-word", 3, 10)
    assert (finding["fix"]["safety"], finding["fix"]["edits"][0]["text"]) == ("safe", "")
    assert answer["statistics"]["words"] == 4


@pytest.mark.parametrize(
    "body",
    [
        [],
        {"text": 1},
        {"text": "a", "name": "../a.txt"},
        {"text": "a", "name": ""},
        {"text": "a", "name": "a\nb"},
    ],
)
def test_a_bad_request_of_the_page(server, body):
    answer = page(server, "/api/check", body)
    assert answer.status_code == 400
    assert answer.json()["error"]


@pytest.mark.parametrize("name", [None, ["Kyiv"], "Ky\ud800iv", "Ky\0iv", "Ky\x1b[31miv", "a" * 300, "--"])
def test_what_is_no_name_is_not_added(server, name):
    answer = page(server, "/api/names", {"name": name})
    assert answer.status_code == 400
    assert "name" in answer.json()["error"]
    assert not (server.folder / ".articlelint.toml").exists()


def test_names_are_added_to_the_configuration(tmp_path):
    (tmp_path / ".articlelint.toml").write_text('# ours\n[house]\nnames = ["Kyiv"]  # the city\n')
    running = serve(tmp_path)
    try:
        text = "Jonas Bergstrom spoke. Bergstrom left. Jonas Bergström was late, and Bergström stayed."
        before = page(running, "/api/check", {"text": text}).json()["findings"]
        assert page(running, "/api/names", {"name": "Bergström"}).status_code == 200
        after = page(running, "/api/check", {"text": text}).json()["findings"]
        assert page(running, "/api/names", {"name": "  "}).status_code == 400
    finally:
        code, out, err = running.stop()
    written = (tmp_path / ".articlelint.toml").read_text()
    assert "# ours" in written
    assert "# the city" in written
    assert "Bergström" in written
    assert before != after
    assert code == 0
    assert "Bergstr" not in out + err, "nothing that is sent is printed"


def test_a_new_configuration_counts(tmp_path):
    checker = Checker(Options(tmp_path))
    article = Article(BAD, "a.txt")
    assert [d.rule for d in checker.check(article).diagnostics] == ["repeated-word"]
    file = tmp_path / ".articlelint.toml"
    file.write_text('ignore = ["typography"]\n')
    assert not checker.check(article).diagnostics
    file.write_text('ignore = ["quotes", "leftovers"]\n')
    assert checker.check(article).diagnostics
    file.write_text("ignore = 1\n")
    with pytest.raises(SettingsError):
        checker.check(article)
    file.unlink()
    assert checker.check(article).diagnostics


def test_a_file_that_cannot_be_changed(tmp_path):
    file = tmp_path / ".articlelint.toml"
    file.write_text("names = [\n")
    with pytest.raises(SettingsError, match="cannot be changed"):
        house.add_name(Options(tmp_path), "Kyiv")
    assert file.read_text() == "names = [\n"
    file.unlink()
    assert house.switch_off(Options(tmp_path), "mixed-dashes") == file
    assert house.switch_off(Options(tmp_path), "mixed-dashes").read_text() == 'ignore = ["mixed-dashes"]\n'
    with pytest.raises(UsageError):
        house.add_name(Options(tmp_path), "--")


@pytest.mark.parametrize(
    ("options", "message"),
    [
        (["--host", "0.0.0.0"], "other machines could ask; say by which name with --allow-host"),
        (["--allow-origin", "cms.example.org"], "must be such as https://cms.example.org"),
        (["--config", "none.toml"], "none.toml: no such file"),
        (["--isolated", "--config", "none.toml"], "cannot be used together"),
        (["--host", "no.such.host.invalid", "--allow-host", "a"], "cannot be listened at"),
    ],
)
def test_options_that_cannot_be_used(tmp_path, options, message):
    done = subprocess.run(
        [sys.executable, "-m", "articlelint", "serve", "--no-browser", "--port", "0", *options],
        cwd=tmp_path, capture_output=True, text=True, timeout=60, check=False,
    )  # fmt: skip
    assert done.returncode == 2
    assert message in done.stderr
    assert len(done.stderr.splitlines()) == 1


def test_a_port_that_is_taken(server, tmp_path):
    port = server.address.rpartition(":")[2]
    done = subprocess.run(
        [sys.executable, "-m", "articlelint", "serve", "--no-browser", "--port", port],
        cwd=tmp_path, capture_output=True, text=True, timeout=60, check=False,
    )  # fmt: skip
    assert done.returncode == 2
    assert "choose another with --port" in done.stderr


def test_the_browser_finds_the_page_while_it_opens_and_the_server_does_not_wait_for_it(tmp_path):
    browser = tmp_path / "browser.py"
    browser.write_text(
        "import os, sys, time, urllib.request\n"
        "answer = urllib.request.urlopen(sys.argv[1], timeout=60)\n"
        "print(answer.status, file=open('seen.txt', 'w'), flush=True)\n"
        "while not os.path.exists('closed.txt'): time.sleep(0.1)\n"
    )
    command = [sys.executable, "-m", "articlelint", "serve", "--port", "0", "--workers", "1"]
    environment = {**os.environ, "BROWSER": f"{sys.executable} {browser} %s"}
    seen = tmp_path / "seen.txt"
    process = subprocess.Popen(command, cwd=tmp_path, env=environment, stdout=subprocess.DEVNULL)
    try:
        end = time.monotonic() + 90
        while not (seen.exists() and seen.read_text()) and time.monotonic() < end:
            time.sleep(0.05)
        assert seen.read_text() == "200\n"
        process.send_signal(signal.SIGINT)
        assert process.wait(timeout=60) == 0
    finally:
        (tmp_path / "closed.txt").touch()
        process.kill()
        process.wait()


@pytest.mark.parametrize(
    "sent", [b"", b"GET / HT", b"POST /v2/check HTTP/1.1\r\nHost: localhost\r\nContent-Length: 9\r\n\r\nt"]
)
def test_a_connection_that_ends_before_its_request_is_closed(server, sent):
    address = urlsplit(server.address)
    with socket.create_connection((address.hostname, address.port), timeout=30) as connection:
        connection.sendall(sent)
        connection.shutdown(socket.SHUT_WR)
        assert connection.recv(1) == b""


def test_ctrl_c_does_not_wait_for_a_long_check(tmp_path):
    running = serve(tmp_path)
    is_sent = Event()
    statuses = []

    def body():
        yield json.dumps({"text": f"{BAD} " * 300_000}).encode()
        is_sent.set()

    def long_check():
        headers = {"authorization": f"Bearer {running.token}"}
        answer = httpx.post(f"{running.address}/api/check", content=body(), headers=headers, timeout=120)
        statuses.append(answer.status_code)

    asking = Thread(target=long_check)
    asking.start()
    assert is_sent.wait(60)
    time.sleep(2)
    code, _, printed = running.stop()
    assert (code, printed) == (0, "")
    asking.join()
    assert statuses == [500], "the check has not been done"


def test_no_process_outlives_a_server_that_is_killed(tmp_path):
    running = serve(tmp_path)
    assert page(running, "/api/check", {"text": BAD}).status_code == 200
    running.process.kill()
    running.process.communicate(timeout=30)  # waits for all processes that could still write


PACK = """
[[term]]
avoid = ["Kharkov"]
use = "Kharkiv"
why = "The Ukrainian form, since 2019"
owner = "Foreign desk"
flagged = "[[Kharkov]]'s mayor resigned."
"""


def test_a_rule_says_what_it_is_for(server, tmp_path):
    built_in = page(server, "/api/rule", {"name": "repeated-word"}).json()
    assert built_in["documentation"]
    assert built_in["category"] == "typography"
    unknown = page(server, "/api/rule", {"name": "no-rule"})
    assert (unknown.status_code, unknown.json()["error"]) == (404, "no rule is named 'no-rule' any more")
    (tmp_path / "desk.toml").write_text(PACK)
    configuration = tmp_path / ".articlelint.toml"
    configuration.write_text('[house]\npacks = ["desk.toml"]\n')
    checker = Checker(Options(tmp_path))
    of_pack = checker.rule("house/desk.kharkiv")
    assert of_pack is not None
    *paragraphs, place = of_pack.documentation.split("\n\n")
    assert paragraphs == [
        "“Kharkov”: write “Kharkiv”",
        "Why: The Ukrainian form, since 2019",
        "Owner: Foreign desk",
        "For example: Kharkov's mayor resigned.",
    ]
    assert place == f"The rule house/desk.kharkiv is in {tmp_path / 'desk.toml'}:2."
    (tmp_path / "desk.toml").write_text(PACK.replace("since 2019", "since 2014"))
    changed = checker.rule("house/desk.kharkiv")
    assert changed is not None
    assert "since 2014" in changed.documentation
    configuration.write_text("[house\n")
    with pytest.raises(SettingsError):
        checker.rule("house/desk.kharkiv")


def test_check_imports_nothing_of_the_desk(tmp_path):
    (tmp_path / "a.txt").write_text(BAD)
    program = (
        "import sys\nfrom articlelint.cli import run\nrun(['check', '--isolated', '--no-cache', 'a.txt'])\n"
        "print([m for m in sys.modules if m.startswith(('articlelint.desk', 'starlette', 'uvicorn', 'tomlkit'))])"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], cwd=tmp_path, capture_output=True, text=True, check=True
    )
    assert json.loads(done.stdout.splitlines()[-1]) == []
