"""The cache is never believed when it should not be; workers change nothing about the output."""

from __future__ import annotations

import os
import signal
import time
from pathlib import Path

import pytest
from conftest import Articlelint

from articlelint.config.discovery import Found
from articlelint.report.base import FileResult
from articlelint.run.cache_files import delete_old, read_secret, read_signed, signed, user_folder
from articlelint.run.code_digest import files_of
from articlelint.run.workers import WORTH_IT, lint_all

ONLY = ("--isolated", "--select", "repeated-word", "--output-format", "json")
BAD = "It was the the end.\n"


def entries(articlelint: Articlelint) -> list[Path]:
    return list((articlelint.cache / "articlelint/results").glob("??/*"))


def rewritten(articlelint: Articlelint, entry: Path, old: str, new: str) -> None:
    """Change an entry as only the user can: with the user's secret."""
    secret = read_secret(articlelint.cache / "articlelint")
    content = read_signed(entry, secret)
    assert content is not None
    assert old.encode() in content
    entry.write_bytes(signed(content.replace(old.encode(), new.encode()), secret))


def test_a_second_run_gives_the_same_bytes_from_the_cache(articlelint: Articlelint) -> None:
    articlelint.write("a.md", "A “quote” of K*ie*v.\n\nIt was the the end.\n")
    first = articlelint("check", *ONLY, ".")
    (entry,) = entries(articlelint)
    rewritten(articlelint, entry, "repeated-word", "from-the-cache")
    second = articlelint("check", *ONLY, ".")
    assert second.out == first.out.replace("repeated-word", "from-the-cache")


def test_what_python_and_patterns_keep_beside_the_modules_changes_no_key(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.syspath_prepend(tmp_path)
    package = tmp_path / "package_of_a_plugin"
    kept = package / "__pycache__"
    kept.mkdir(parents=True)
    (package / "__init__.py").write_text("")
    before = list(files_of(package.name))
    (kept / "patterns.cpython-311.regex").write_bytes(b"kept")
    (kept / "__init__.cpython-311.pyc").write_bytes(b"compiled")
    assert list(files_of(package.name)) == before
    (package / "rule.py").write_text("")
    assert list(files_of(package.name)) != before


@pytest.mark.parametrize("change", ["text", "selection", "settings"])
def test_what_changes_the_result_makes_the_entry_stale(articlelint: Articlelint, change: str) -> None:
    articlelint.write("a.txt", BAD)
    articlelint("check", *ONLY, ".")
    (entry,) = entries(articlelint)
    before = entry.read_bytes()
    if change == "text":
        articlelint.write("a.txt", "It was the end.\n")
        assert articlelint("check", *ONLY, ".").findings == []
    elif change == "selection":
        assert articlelint("check", *ONLY[:1], "--select", "extra-space", *ONLY[3:], ".").findings == []
    else:
        articlelint.write(".articlelint.toml", '[severity]\nrepeated-word = "info"\n')
        done = articlelint("check", *ONLY[1:], ".")
        assert [f["severity"] for f in done.findings] == ["info"]
    assert len(entries(articlelint)) == 1
    assert entry.read_bytes() != before


@pytest.mark.parametrize("content", [b"", b"{", b"[]", b"null", b"\xff\x00", b'{"key": "x"}'])
def test_a_broken_entry_is_ignored_and_rewritten(articlelint: Articlelint, content: bytes) -> None:
    articlelint.write("a.txt", BAD)
    first = articlelint("check", *ONLY, ".")
    (entry,) = entries(articlelint)
    entry.write_bytes(content)
    assert articlelint("check", *ONLY, ".").out == first.out
    assert len(entry.read_bytes()) > 100


def test_an_entry_that_somebody_else_has_written_is_ignored(articlelint: Articlelint) -> None:
    articlelint.write("a.txt", BAD)
    first = articlelint("check", *ONLY, ".")
    (entry,) = entries(articlelint)
    entry.write_bytes(entry.read_bytes().replace(b"repeated-word", b"something-else"))
    assert articlelint("check", *ONLY, ".").out == first.out


@pytest.mark.parametrize("kind", ["pipe", "folder", "link", "huge"])
def test_an_entry_that_is_no_plain_file_is_ignored(articlelint: Articlelint, kind: str) -> None:
    articlelint.write("a.txt", BAD)
    first = articlelint("check", *ONLY, ".")
    (entry,) = entries(articlelint)
    entry.unlink()
    if kind == "pipe":
        os.mkfifo(entry)
    elif kind == "folder":
        entry.mkdir()
    elif kind == "link":
        entry.symlink_to("/dev/zero")
    else:
        with entry.open("wb") as file:
            file.truncate(10**12)
    assert articlelint("check", *ONLY, ".").out == first.out


def test_a_secret_that_others_can_read_is_replaced(tmp_path: Path) -> None:
    first = read_secret(tmp_path / "a")
    file = tmp_path / "a/secret"
    assert (file.stat().st_mode & 0o777, len(first)) == (0o600, 32)
    assert read_secret(tmp_path / "a") == first
    file.chmod(0o644)
    second = read_secret(tmp_path / "a")
    assert second != first
    (tmp_path / "kept").write_bytes(second)
    (tmp_path / "kept").chmod(0o600)
    file.unlink()
    file.symlink_to(tmp_path / "kept")
    assert read_secret(tmp_path / "a") != second
    assert not file.is_symlink()


@pytest.mark.parametrize(("name", "value"), [("XDG_CACHE_HOME", "here"), ("HOME", "here"), ("HOME", ".")])
def test_no_variable_leads_the_cache_into_the_current_folder(
    monkeypatch: pytest.MonkeyPatch, name: str, value: str
) -> None:
    monkeypatch.delenv("XDG_CACHE_HOME", raising=False)
    monkeypatch.setenv("HOME", "/home/somebody")
    monkeypatch.setenv(name, value)
    assert user_folder() == (None if name == "HOME" else Path("/home/somebody/.cache/articlelint"))


def test_a_cache_in_the_repository_is_not_believed(articlelint: Articlelint) -> None:
    articlelint.write("a.txt", BAD)
    first = articlelint("check", *ONLY, "--cache-dir", "kept", ".")
    assert len(list((articlelint.folder / "kept").glob("??/*"))) == 1
    # Another user, with another secret, checks out the repository with the cache in it.
    (entry,) = (articlelint.folder / "kept").glob("??/*")
    rewritten(articlelint, entry, "repeated-word", "from-the-cache")
    other = {"XDG_CACHE_HOME": str(articlelint.folder.with_name("other"))}
    assert articlelint("check", *ONLY, "--cache-dir", "kept", ".", env=other).out == first.out


def test_old_entries_are_deleted_once_a_day(tmp_path: Path) -> None:
    old, new = tmp_path / "ab/old", tmp_path / "ab/new"
    old.parent.mkdir()
    for file in (old, new):
        file.write_bytes(b"x")
    os.utime(old, (0, 0))
    delete_old(tmp_path)
    assert (old.exists(), new.exists()) == (False, True)
    os.utime(new, (0, 0))
    delete_old(tmp_path)
    assert new.exists()


def test_what_fails_a_run_is_not_cached(articlelint: Articlelint) -> None:
    articlelint.write("a.txt", BAD)
    assert articlelint("check", *ONLY, ".").code == 1
    (entry,) = entries(articlelint)
    before = entry.stat().st_mtime_ns
    assert articlelint("check", *ONLY, "--fail-on", "never", ".").code == 0
    assert articlelint("check", *ONLY, "--fail-on", "error", ".").code == 1
    assert entry.stat().st_mtime_ns == before


def test_no_cache_writes_none(articlelint: Articlelint) -> None:
    articlelint.write("a.txt", BAD)
    articlelint("check", *ONLY, "--no-cache", ".")
    assert not articlelint.cache.exists()


def test_the_cache_is_not_committed(articlelint: Articlelint) -> None:
    articlelint.write("a.txt", BAD)
    articlelint("check", *ONLY, ".")
    assert [path.name for path in articlelint.folder.iterdir()] == ["a.txt"]
    articlelint("check", *ONLY, "--cache-dir", "kept", ".")
    assert "*" in (articlelint.folder / "kept/.gitignore").read_text().splitlines()


def test_a_cache_that_cannot_be_written_is_done_without(articlelint: Articlelint) -> None:
    articlelint.write("a.txt", BAD)
    articlelint.write("blocked", "a file where the folder should be")
    done = articlelint("check", *ONLY, "--cache-dir", "blocked/cache", ".")
    assert (done.code, len(done.findings)) == (1, 1)
    assert done.err == (
        "articlelint: warning: --cache-dir: blocked/cache: no results are kept: Not a directory\n"
    )


@pytest.mark.parametrize("folder", ["blocked", ".", "", "link"])
def test_what_cannot_be_a_cache_is_refused(articlelint: Articlelint, folder: str) -> None:
    articlelint.write("blocked", "a file where the folder should be")
    if folder == "link":
        (articlelint.folder / "link").symlink_to("..")
    done = articlelint("check", *ONLY, "--cache-dir", folder, ".")
    assert done.code == 2
    assert done.err.startswith("articlelint: error: --cache-dir: ")
    assert sorted(path.name for path in articlelint.folder.iterdir()) in (["blocked"], ["blocked", "link"])


def test_what_failed_is_not_cached(articlelint: Articlelint) -> None:
    articlelint.write("a.txt", b"\0")
    assert articlelint("check", *ONLY, ".").code == 2
    assert entries(articlelint) == []


def test_one_and_two_workers_print_the_same(articlelint: Articlelint) -> None:
    for number in range(60):
        articlelint.write(f"{number:03}.txt", BAD * (number % 7))
    articlelint.write("030x.txt", b"\0")
    apart = Articlelint(articlelint.folder, apart=True)  # a process with threads should not be copied
    runs = [apart("check", *ONLY, "--no-cache", "--workers", n, ".") for n in ("1", "2", "5")]
    assert len({(done.code, done.out, done.err) for done in runs}) == 1
    assert runs[0].code == 2


def files(count: int) -> list[Found]:
    return [Found(f"{number:04}.txt") for number in range(count)]


def test_a_killed_worker_is_reported_against_its_file_and_the_rest_completes() -> None:
    def lint(file: Found) -> FileResult:
        if file.path == "0040.txt":
            os.kill(os.getpid(), signal.SIGKILL)
        return FileResult(file.path)

    results = list(lint_all(lint, files(100), 2))
    assert [r.path for r in results] == [f.path for f in files(100)]
    assert [r.errors for r in results if r.errors] == [
        ("0040.txt: internal error: the worker process reading this file was killed (SIGKILL)",)
    ]


def test_a_worker_that_exits_is_reported() -> None:
    def lint(file: Found) -> FileResult:
        if file.path in {"0003.txt", "0099.txt"}:
            os._exit(7)
        return FileResult(file.path)

    results = list(lint_all(lint, files(100), 2))
    assert [r.path for r in results if r.errors] == ["0003.txt", "0099.txt"]
    assert all("exit code 7" in r.errors[0] for r in results if r.errors)


def test_contents_and_results_larger_than_a_pipe_do_not_wait_for_each_other() -> None:
    def lint(file: Found) -> FileResult:
        return FileResult(file.path, errors=("x" * 1_000_000,))

    mixed = [
        Found(file.path, data=b"x" * 1_000_000 if number % 3 else None)
        for number, file in enumerate(files(WORTH_IT + 10))
    ]
    assert [r.path for r in lint_all(lint, mixed, 2)] == [file.path for file in mixed]


def test_results_are_handed_on_before_the_last_file_is_done() -> None:
    def lint(file: Found) -> FileResult:
        time.sleep(0.002)
        return FileResult(file.path)

    handed: list[str] = []

    def endless():
        for file in files(10_000):
            handed.append(file.path)
            yield file

    results = lint_all(lint, endless(), 2)
    next(results)
    results.close()
    assert len(handed) < 1000


def test_few_files_need_no_worker() -> None:
    pids = {
        r.errors[0]
        for r in lint_all(lambda f: FileResult(f.path, errors=(str(os.getpid()),)), files(WORTH_IT - 1), 2)
    }
    assert pids == {str(os.getpid())}
