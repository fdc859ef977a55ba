"""Modules that are kept in one file are those that Python would find."""

from __future__ import annotations

import shutil
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pathlib import Path

RUN = """
import sys
sys.path.insert(0, sys.argv[1])
from articlelint.modules import KeptModules
kept = KeptModules(sys.argv[1] + "/__pycache__/main.cpython.pyc", ("kept_pack.",))
kept.install()
import kept_pack.inner.leaf as leaf, kept_pack.other as other
print(leaf.VALUE, other.VALUE, leaf.__loader__.__class__.__name__, leaf.__file__, leaf.__cached__,
      leaf.__spec__.parent, sys.modules["kept_pack.inner"].__path__, sep="|")
kept.keep()
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A package with a module in a package inside."""
    folder = tmp_path / "one"
    (folder / "__pycache__").mkdir(parents=True)
    for name, text in {
        "__init__.py": "",
        "inner/__init__.py": "",
        "inner/leaf.py": "VALUE = 1\n",
        "other.py": "VALUE = 5\n",
    }.items():
        path = folder / "kept_pack" / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(text)
    return folder


def run(folder: Path) -> list[str]:
    """The modules' values, and the loader and the attributes of one, in a new process."""
    done = subprocess.run(
        [sys.executable, "-c", RUN, str(folder)],
        capture_output=True, text=True, check=True, timeout=60, env={"PYTHONDONTWRITEBYTECODE": ""},
    )  # fmt: skip
    return done.stdout.strip().split("|")


def file(folder: Path) -> Path:
    """Where the modules are kept."""
    return folder / "__pycache__" / "main.cpython.modules"


def test_the_second_run_has_the_same_modules_from_the_file(folder: Path) -> None:
    first, second = run(folder), run(folder)
    assert first.pop(2) == "SourceFileLoader"
    assert second.pop(2) == "_KeptLoader"
    assert first == second


def test_what_has_been_edited_is_read_anew(folder: Path) -> None:
    run(folder)
    (folder / "kept_pack/inner/leaf.py").write_text("VALUE = 23\n")
    assert run(folder)[:3] == ["23", "5", "SourceFileLoader"]
    assert run(folder)[:3] == ["23", "5", "_KeptLoader"]


def test_what_goes_before_the_source_is_found(folder: Path) -> None:
    run(folder)
    package = folder / "kept_pack/inner/leaf"
    package.mkdir()
    (package / "__init__.py").write_text("VALUE = 4\n")
    assert run(folder)[:3] == ["4", "5", "SourceFileLoader"]


def test_a_copy_has_its_own_modules(folder: Path) -> None:
    run(folder)
    copy = folder.parent / "two"
    shutil.copytree(folder, copy)
    assert run(copy)[3] == str(copy / "kept_pack/inner/leaf.py")


def test_a_broken_file_is_as_good_as_none(folder: Path) -> None:
    run(folder)
    whole = file(folder).read_bytes()
    for broken in (b"", whole[:-20], b"other\0" + whole, whole.partition(b"\0")[0] + b"\0i\1\0\0\0"):
        file(folder).write_bytes(broken)
        assert run(folder)[:2] == ["1", "5"]
        assert run(folder)[2] == "_KeptLoader"


def test_a_module_that_is_asked_for_later_is_added(folder: Path) -> None:
    run(folder)
    (folder / "kept_pack/other.py").unlink()
    (folder / "kept_pack/other.py").write_text("from kept_pack import third\nVALUE = third.VALUE\n")
    (folder / "kept_pack/third.py").write_text("VALUE = 8\n")
    assert run(folder)[:2] == ["1", "8"]
    assert run(folder)[:3] == ["1", "8", "_KeptLoader"]
