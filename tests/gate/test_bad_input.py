"""Bad input gets one clear line and exit 2; the rest is still linted."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path

import pytest
from conftest import Articlelint

import articlelint as al
from articlelint.config.configuration import Configuration
from articlelint.config.discovery import Found, discover
from articlelint.engine import Engine
from articlelint.plugins.registry import Plugin, RegisteredRule, Registry
from articlelint.run import rules as rules_module
from articlelint.run.cache import Cache
from articlelint.source import MAXIMUM, Source

BASE = ("--isolated", "--no-cache", "--select", "repeated-word", "-q")
ONLY = (*BASE, "--output-format", "concise")
BAD = "It was the the end.\n"


def complaint(articlelint: Articlelint, *args: str) -> str:
    """The one line on stderr of a run that still found what is in b.txt."""
    articlelint.write("b.txt", BAD)
    done = articlelint("check", *ONLY, *(args or (".",)))
    assert done.code == 2
    assert done.out.startswith("b.txt:1:8:"), done.out
    assert done.err.count("\n") == 1
    assert "Traceback" not in done.err
    return done.err


def test_a_file_of_100_mb_on_one_line(articlelint: Articlelint) -> None:
    path = articlelint.folder / "a.txt"
    with path.open("wb") as file:
        file.truncate(100_000_000)  # a hole: takes no room and no time
    assert "a.txt: not read: 100 MB is more than an article can have (64 MB)" in complaint(articlelint)
    assert MAXIMUM == 64_000_000


def test_a_long_line_is_no_problem(articlelint: Articlelint) -> None:
    articlelint.write("a.txt", "It was the end of the long road. " * 20_000 + "It was the the end.")
    done = articlelint("check", *ONLY, "a.txt")
    assert done.out.startswith("a.txt:1:660008:")


def test_links_in_a_circle(articlelint: Articlelint) -> None:
    (articlelint.folder / "a.txt").symlink_to("c.txt")
    (articlelint.folder / "c.txt").symlink_to("a.txt")
    articlelint.write("b.txt", BAD)
    done = articlelint("check", *ONLY, ".")
    assert done.code == 2
    assert [line.split(": ")[2] for line in done.err.splitlines()] == ["a.txt", "c.txt"]
    assert done.out.startswith("b.txt:1:8:")


def test_a_link_that_leads_nowhere(articlelint: Articlelint) -> None:
    (articlelint.folder / "a.txt").symlink_to("nowhere.txt")
    assert "a.txt: cannot be read: a link that leads nowhere" in complaint(articlelint)


def test_a_missing_file(articlelint: Articlelint) -> None:
    assert "a.txt: no such file or folder" in complaint(articlelint, "a.txt", "b.txt")


def test_a_folder_that_may_not_be_opened(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    for name in ("closed/a.txt", "open/b.txt"):
        path = tmp_path / name
        path.parent.mkdir()
        path.write_text(BAD)
    real = os.scandir

    def scandir(folder: os.PathLike[str]) -> Iterable[os.DirEntry[str]]:
        # Tests may run as root, whom no permission stops.
        if Path(folder).name == "closed":
            raise PermissionError(13, "Permission denied")
        return real(folder)

    monkeypatch.setattr(os, "scandir", scandir)
    found = list(discover(["."], Configuration(isolated=True)))
    assert [f.error or f.path for f in found] == ["closed: cannot be opened: Permission denied", "open/b.txt"]


class Runaway(al.Rule[al.NoOptions]):
    """
    Backtracks for ever.

    For the test.
    """

    meta = al.Meta("runaway", "backtracks for ever", since="0.1", category="desk")
    examples = (al.Flagged("[[x]]"), al.Clean("y"))

    def check(self, doc: al.Document) -> Iterable[al.Finding]:
        re.match(r"(a|a)*$", doc.text)
        return ()


def engine(rule: type[al.Rule[al.NoOptions]]) -> Engine:
    registered = RegisteredRule(rule, rule.meta, Plugin("desk", "desk-rules", "1.0"))
    return Engine(Registry({rule.meta.name: registered}, {}, {}, ()), Configuration(isolated=True))


def test_a_rule_that_takes_for_ever_is_reported(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rules_module, "allowance", lambda _length: 0.2)
    result = engine(Runaway).lint(Source("a.txt", "a" * 60 + "b"), Path("a.txt").absolute())
    (error,) = result.errors
    assert "rule 'runaway' of plugin 'desk'" in error
    assert "no result after 0.2 seconds" in error


def test_a_file_that_vanishes_before_it_is_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (result,) = engine(Runaway).run([Found("gone.txt")])
    assert result.errors == ("gone.txt: cannot be read: No such file or directory",)


def test_a_read_only_checkout(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a.txt").write_text(BAD)

    def read_only(*_args: object, **_options: object) -> None:
        # Tests may run as root, whom no permission stops.
        raise OSError(30, "Read-only file system")

    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(Path, "mkdir", read_only)
    linting = engine(Runaway)
    linting.cache = Cache(tmp_path / "cache", b"secret", "digest")
    results = list(linting.run([Found("a.txt"), Found("a.txt")]))
    assert [r.errors for r in results] == [(), ()]
    assert list(tmp_path.iterdir()) == [tmp_path / "a.txt"]


def test_output_to_a_full_disk(articlelint: Articlelint) -> None:
    if not Path("/dev/full").exists():
        pytest.skip("no /dev/full here")
    articlelint.write("b.txt", BAD)
    done = articlelint("check", *BASE, "--output-format", "json", "--output-file", "/dev/full", "b.txt")
    assert done.code == 2
    assert "No space left on device" in done.err
    assert "Traceback" not in done.err
    with Path("/dev/full").open("w") as full:
        command = [sys.executable, "-m", "articlelint", "check", *ONLY, "b.txt"]
        piped = subprocess.run(
            command, cwd=articlelint.folder, stdout=full, stderr=subprocess.PIPE, text=True, check=False
        )
    assert piped.returncode == 2
    assert "No space left on device" in piped.stderr
    assert "Traceback" not in piped.stderr


def test_several_formats_in_one_run(articlelint: Articlelint) -> None:
    articlelint.write("b.txt", BAD)
    done = articlelint(
        "check", *ONLY, "--output-format", "json:found.json", "--output-format", "github:found.txt", "b.txt"
    )
    assert done.out.startswith("b.txt:1:8:")
    assert (articlelint.folder / "found.json").read_text().startswith("[")
    assert (articlelint.folder / "found.txt").read_text().startswith("::error ")


def test_two_formats_for_one_place_are_refused(articlelint: Articlelint) -> None:
    articlelint.write("b.txt", BAD)
    done = articlelint("check", "--output-format", "json", "--output-format", "full", "b.txt")
    assert done.code == 2
    assert "would write to one place" in done.err


@pytest.mark.parametrize(
    ("args", "name"),
    [
        (("--output-file", "b.txt"), "b.txt"),
        (("--output-file", "./b.txt"), "b.txt"),
        (("--output-format", "json:b.txt"), "b.txt"),
        (("--fix", "--output-format", "json:b.txt"), "b.txt"),
        (("--output-file", ".articlelint.toml"), ".articlelint.toml"),
        (("--output-file", "house.toml"), "house.toml"),
        (("--output-file", "pack.toml"), "pack.toml"),
        (("--baseline", "known.json", "--output-file", "known.json"), "known.json"),
    ],
)
def test_a_report_never_replaces_what_is_read(
    articlelint: Articlelint, args: tuple[str, ...], name: str
) -> None:
    articlelint.write("b.txt", BAD)
    articlelint.write("house.toml", '[house]\npacks = ["pack.toml"]\n')
    articlelint.write("pack.toml", '[pack]\nname = "desk"\n')
    articlelint.write(".articlelint.toml", 'extend = "house.toml"\n')
    articlelint.write("known.json", '{"version": 1, "files": {}}')
    before = (articlelint.folder / name).read_bytes()
    done = articlelint("check", "--select", "repeated-word", *args, "b.txt")
    assert done.code == 2
    assert "the report would replace" in done.err
    assert done.err.count("\n") == 1
    assert (articlelint.folder / name).read_bytes() == before


def test_a_file_to_write_that_cannot_be(articlelint: Articlelint) -> None:
    articlelint.write("b.txt", BAD)
    done = articlelint("check", *ONLY, "--output-file", "no/such/folder/x", "b.txt")
    assert done.code == 2
    assert "no/such/folder/x: cannot be written: No such file or directory" in done.err


def test_a_closed_standard_error_loses_only_the_messages(articlelint: Articlelint) -> None:
    articlelint.write("a.txt", BAD)
    command = f"exec {sys.executable} -m articlelint check {' '.join(ONLY)} a.txt gone.txt 2>&-"
    done = subprocess.run(
        ["sh", "-c", command], cwd=articlelint.folder, capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stdout[:8]) == (2, "a.txt:1:")
    assert "Traceback" not in done.stdout


def test_a_current_folder_that_has_been_deleted(articlelint: Articlelint) -> None:
    command = f"mkdir gone; cd gone; rmdir ../gone; exec {sys.executable} -m articlelint check ."
    done = subprocess.run(
        ["sh", "-c", command], cwd=articlelint.folder, capture_output=True, text=True, check=False
    )
    assert done.returncode == 2
    assert done.stderr == "articlelint: error: the current folder has been deleted; change to another one\n"


def test_a_file_in_a_folder_that_may_not_be_opened(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    real = os.stat

    def stat(path: os.PathLike[str], **options: bool) -> os.stat_result:
        # Tests may run as root, whom no permission stops.
        if str(path) == "closed/a.txt":
            raise PermissionError(13, "Permission denied")
        return real(path, **options)

    monkeypatch.setattr(os, "stat", stat)
    (found,) = discover(["closed/a.txt"], Configuration(isolated=True))
    assert found.error == "closed/a.txt: cannot be opened: Permission denied"
