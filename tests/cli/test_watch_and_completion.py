"""Long-lived and shell-side commands, with the real shells and a real terminal where there is one."""

from __future__ import annotations

import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from conftest import ROOT, Articlelint

from articlelint.cli.watch import watch
from articlelint.errors import UsageError

ONLY = ("--isolated", "--select", "repeated-word", "--output-format", "concise", "-q")


def wait_for(path: Path, words: str) -> str:
    for _ in range(600):
        text = path.read_text()
        if words in text:
            return text
        time.sleep(0.05)
    raise AssertionError(f"{words!r} not in {path.read_text()!r}")


def test_watch_checks_again_and_ends_with_ctrl_c(articlelint: Articlelint) -> None:
    articlelint.write("site/a.txt", "It was the the end.\n")
    out = articlelint.folder / "out"
    with out.open("w") as file:
        process = subprocess.Popen(
            [sys.executable, "-m", "articlelint", "check", *ONLY, "--watch", "site"],
            cwd=articlelint.folder,
            stdout=file,
            stderr=subprocess.STDOUT,
        )
    try:
        wait_for(out, "site/a.txt:1:8")
        articlelint.write("site/b.txt", "So the the tale goes.\n")
        text = wait_for(out, "site/b.txt:1:4")
        assert "b.txt changed; checking again." in text
    finally:
        process.send_signal(signal.SIGINT)
        assert process.wait(timeout=30) in {0, 130}
    assert "Traceback" not in out.read_text()


def test_watch_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "watchfiles", None)
    with pytest.raises(
        UsageError, match=r"pip install watchfiles \(after pipx: pipx inject articlelint watch"
    ):
        watch((), lambda: 0)
    guide = (ROOT / "docs/journalists.md").read_text()
    assert "`pip install watchfiles`" in guide  # articlelint itself is in no package index


def test_ctrl_c_exits_130_without_a_traceback(articlelint: Articlelint) -> None:
    for number in range(3000):
        articlelint.write(f"{number:04}.txt", "It was the the end of the long road.\n\n" * 30)
    command = [
        sys.executable,
        "-u",
        "-m",
        "articlelint",
        "check",
        "--isolated",
        "--no-cache",
        "--workers",
        "2",
    ]
    process = subprocess.Popen(
        [*command, "--output-format", "concise", "--output-format", "json:out.json", "."],
        cwd=articlelint.folder,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    )
    assert process.stdout is not None
    assert process.stdout.readline().startswith("0000.txt:1:")
    process.send_signal(signal.SIGINT)
    _, err = process.communicate(timeout=60)
    assert process.returncode == 130
    assert err.strip() == "articlelint: interrupted"
    assert not (articlelint.folder / "out.json").exists()


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_completion_script(articlelint: Articlelint, shell: str) -> None:
    done = articlelint("completion", shell)
    assert done.code == 0
    assert "_ARTICLELINT_COMPLETE" in done.out
    program = shutil.which(shell)
    if program is not None:
        script = articlelint.write("script", done.out)
        subprocess.run([program, "-n", str(script)], check=True)


def test_bash_completes_options_and_commands(articlelint: Articlelint) -> None:
    env = {"_ARTICLELINT_COMPLETE": "bash_complete", "COMP_WORDS": "articlelint che", "COMP_CWORD": "1"}
    assert "plain,check" in articlelint(env=env).out
    env = {
        "_ARTICLELINT_COMPLETE": "bash_complete",
        "COMP_WORDS": "articlelint check --stat",
        "COMP_CWORD": "2",
    }
    assert "plain,--statistics" in articlelint(env=env).out


def test_bash_completes_paths_where_no_command_fits(articlelint: Articlelint) -> None:
    env = {"_ARTICLELINT_COMPLETE": "bash_complete", "COMP_WORDS": "articlelint mon", "COMP_CWORD": "1"}
    assert articlelint(env=env).out == "file,mon\n"


@pytest.mark.parametrize("command", ["check", "fix", "stats", "baseline create", "style try house/x"])
def test_bash_completes_the_paths_of_commands(articlelint: Articlelint, command: str) -> None:
    words = f"articlelint {command} mon"
    env = {
        "_ARTICLELINT_COMPLETE": "bash_complete",
        "COMP_WORDS": words,
        "COMP_CWORD": str(words.count(" ")),
    }
    assert articlelint(env=env).out == "file,mon\n"


def test_a_progress_bar_on_a_terminal_and_only_there(articlelint: Articlelint) -> None:
    import os
    import pty

    for number in range(5):
        articlelint.write(f"{number}.txt", "It was the end of the long road.\n")
    impatient = "from articlelint.cli import main, progress; progress.PATIENCE = 0.0; main()"
    ours, theirs = pty.openpty()
    process = subprocess.Popen(
        [sys.executable, "-c", impatient, "check", "--isolated", "--no-cache", "--workers", "1", "--fail-on", "never", "--statistics", "."],
        cwd=articlelint.folder,
        stdout=subprocess.PIPE,
        stderr=theirs,
        env={**os.environ, "TERM": "xterm", "COLUMNS": "80"},
    )  # fmt: skip
    os.close(theirs)
    shown = b""
    while True:
        try:
            data = os.read(ours, 4096)
        except OSError:
            break
        if not data:
            break
        shown += data
    out, _ = process.communicate(timeout=120)
    os.close(ours)
    assert process.returncode == 0
    assert b"Reading articles" in shown
    assert b"Reading" not in out
    assert out.endswith(b"5 articles read\n")
