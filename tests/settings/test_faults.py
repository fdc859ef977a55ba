"""Configurations that would crash, hang or be half written: each gets one line with its place."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from conftest import Articlelint

from articlelint.config.configuration import Configuration
from articlelint.config.discovery import discover
from articlelint.config.key_lines import key_lines
from articlelint.config.settings_file import load
from articlelint.errors import SettingsError, UsageError
from articlelint.findings.baseline import Baseline
from articlelint.plugins import setting_files
from articlelint.plugins.loading import load_settings
from articlelint.plugins.setting_files import matching_paths
from articlelint.source import replace_file


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("\n[rules.x]\ny = " + "1" * 5000, ": a number has too many digits"),
        ("min-confidence = 0x" + "f" * 5000, ": a number has too many digits"),
        ("[rules.x]\ny = [{z = -1" + "0" * 400 + "}]", ": a number has too many digits"),
        ("min-confidence = 1e400", ": the number 1e400 is too large"),
        ("x = " + "[" * 450 + "]" * 450, ": its tables or lists are nested too deeply"),
        ("[" + "a." * 1100 + "b]", ": its tables or lists are nested too deeply"),
        ("a." * 1100 + "b = 1", ": its tables or lists are nested too deeply"),
        ('\nextend = "a\\u0000b"', ":2: 'extend' has a null character"),
        ('\n[house]\npacks = ["a\\u0000b"]', ":3: 'packs' has a null character"),
        ("\nexclude = ['!']", ":2: 'exclude': '!' is no pattern"),
        ("include = ['a', '\\']", ":1: 'include': '\\' is no pattern"),
        ("exclude = ['[z-a]x']", ":1: 'exclude': '[z-a]x' is no pattern"),
        ("\n[paths.'!']\nignore = ['spelling']", ":2: 'paths': '!' is no pattern"),
    ],
)
def test_one_line_with_the_place(tmp_path: Path, text: str, message: str) -> None:
    path = tmp_path / ".articlelint.toml"
    path.write_text(text)
    with pytest.raises(SettingsError) as caught:
        load(path, load_settings())
    assert str(caught.value).startswith(f"{path.as_posix()}{message}")


def test_a_long_line_in_a_string_is_no_key() -> None:
    assert key_lines('x = """\n' + "a." * 1100 + 'b = 1\n"""')[("x",)] == 1


@pytest.mark.parametrize("text", ['extend = "pipe"', '[house]\npacks = ["pipe"]', '[house]\nvale = ["s"]'])
def test_a_pipe_is_not_waited_for(articlelint: Articlelint, text: str) -> None:
    os.mkfifo(articlelint.folder / "pipe")
    (articlelint.folder / "s").mkdir()
    os.mkfifo(articlelint.folder / "s/Rule.yml")
    articlelint.write(".articlelint.toml", text)
    done = articlelint("check", "--no-cache", "-", stdin=b"One.\n")
    assert (done.code, done.err.count("\n")) == (2, 1)
    assert ": cannot be read: it is not a file" in done.err


def test_lines_of_a_gitignore_that_are_no_patterns_match_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / ".git").mkdir()
    (tmp_path / ".gitignore").write_text("!\nfoo\\\n[z-a]\n[[:x:]]\nb.txt\n")
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text("One.\n")
    monkeypatch.chdir(tmp_path)
    assert [f.error or f.path for f in discover(["."], Configuration())] == ["a.txt"]


def test_a_gitignore_that_cannot_be_read_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in (".git/HEAD", "closed/.gitignore", "closed/a.txt", "b.txt"):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text("One.\n")
    monkeypatch.chdir(tmp_path)
    real = Path.read_text

    def read_text(self: Path, **options: str) -> str:
        # Tests may run as root, whom no permission stops.
        if self.parent.name == "closed":
            raise PermissionError(13, "Permission denied")
        return real(self, **options)

    monkeypatch.setattr(Path, "read_text", read_text)
    wrong = f"{tmp_path.as_posix()}/closed/.gitignore: cannot be read: Permission denied"
    assert [f.error or f.path for f in discover(["."], Configuration())] == ["b.txt", wrong]
    assert [f.error for f in discover(["closed"], Configuration())] == [wrong]


def test_globs_as_before(tmp_path: Path) -> None:
    for name in ("a.toml", "b/c.toml", "b/.h/d.toml", "b/e/f.toml", ".i/g.toml", "x[1].toml"):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.touch()
    (tmp_path / "b/up").symlink_to("..")

    def found(pattern: str) -> list[str]:
        return [path.relative_to(tmp_path).as_posix() for path in matching_paths(tmp_path, pattern)]

    assert found("*.toml") == ["a.toml", "x[1].toml"]
    assert found("**/*.toml") == ["a.toml", "b/c.toml", "b/e/f.toml", "x[1].toml"]
    assert found("b/**") == ["b/c.toml", "b/e", "b/e/f.toml", "b/up"]
    assert found("?/c.toml") == ["b/c.toml"]
    assert found(".*/g.toml") == [".i/g.toml"]
    assert found("b/../a.toml") == ["b/../a.toml"]
    assert found("none") == found("none/*") == found("a.toml/*") == []
    assert matching_paths(Path("/nowhere"), str(tmp_path / "a.toml")) == [tmp_path / "a.toml"]


def test_a_glob_over_the_whole_disk_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in "abcdef":
        (tmp_path / name).mkdir()
    monkeypatch.setattr(setting_files, "MOST_FOLDERS", 5)
    with pytest.raises(ValueError, match="would search more than 5 folders"):
        matching_paths(tmp_path, "**/*.toml")


def test_baselines_that_would_crash(tmp_path: Path) -> None:
    file = tmp_path / "known.json"
    file.write_text("[" * 100_000)
    with pytest.raises(UsageError, match=r"known.json: not a baseline: it is nested too deeply"):
        Baseline.read(file)
    file.write_text('{"version": 1, "files": {"%s": [{"rule": "x", "fingerprint": "y"}]}}' % ("a" * 6000))
    assert len(Baseline.read(file).pruned([])) == 0
    for entry in ('"rule": 3, "fingerprint": "y"', '"rule": "x", "fingerprint": "y", "count": Infinity'):
        file.write_text(f'{{"version": 1, "files": {{"a.txt": [{{{entry}}}]}}}}')
        with pytest.raises(UsageError, match="not a baseline that this version"):
            Baseline.read(file)


def test_a_device_is_written_to_and_stays(articlelint: Articlelint) -> None:
    if not Path("/dev/full").exists():
        pytest.skip("needs /dev/full")
    articlelint.write("a.txt", "One.\n")
    done = articlelint("baseline", "create", "--isolated", "--no-cache", "--baseline", "/dev/full", "a.txt")
    assert done.code == 2
    assert (
        done.err == "articlelint: error: --baseline: /dev/full: cannot be written: No space left on device\n"
    )
    assert Path("/dev/full").is_char_device()


def test_a_link_stays_and_its_file_is_replaced(tmp_path: Path) -> None:
    (tmp_path / "known.json").write_text("old")
    link = tmp_path / "link.json"
    link.symlink_to("known.json")
    replace_file(link, b"new")
    assert link.is_symlink()
    assert (tmp_path / "known.json").read_text() == "new"
    assert len(list(tmp_path.iterdir())) == 2


def test_a_name_as_long_as_a_name_can_be(tmp_path: Path) -> None:
    file = tmp_path / ("a" * 255)
    replace_file(file, b"one")
    replace_file(file, b"two")
    assert file.read_bytes() == b"two"


@pytest.mark.parametrize("before", ["", "# mine\n"])
def test_init_on_a_full_disk_changes_nothing(articlelint: Articlelint, before: str) -> None:
    path = articlelint.folder / ".articlelint.toml"
    if before:
        path.write_text(before)
    limited = "import resource, signal; signal.signal(signal.SIGXFSZ, signal.SIG_IGN)\n"
    limited += "resource.setrlimit(resource.RLIMIT_FSIZE, (1024, 1024))\n"
    (articlelint.folder / "sitecustomize.py").write_text(limited)
    here = str(articlelint.folder)
    done = articlelint("init", "--force", env={"PYTHONPATH": here, "PYTHONDONTWRITEBYTECODE": "1"})
    assert done.code == 2
    assert done.err == "articlelint: error: .articlelint.toml: cannot be written: File too large\n"
    assert (path.read_text() if path.exists() else "") == before
    assert not [each for each in articlelint.folder.iterdir() if each.name.startswith(".articlelint-")]
