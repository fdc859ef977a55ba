"""A wheel with compiled modules finds what one without them finds."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tomllib
import zipfile
from pathlib import Path

import pytest
from conftest import ROOT

LIBRARIES = {"articlelint__mypyc", "articlelint_rules__mypyc"}
"""What the compiled modules of a package share."""
START = "import sys; sys.path[:0] = sys.argv.pop(1).split(); from articlelint.cli import main; main()"

pytestmark = pytest.mark.skipif(
    not any(map(shutil.which, ("cc", "gcc", "clang"))), reason="no C compiler on this machine"
)


def run(*command: str | Path, cwd: Path, switch: str = "0") -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [str(c) for c in command], cwd=cwd, capture_output=True, text=True, timeout=600, check=False,
        env={**os.environ, "ARTICLELINT_COMPILE": switch, "ARTICLELINT_OPT_LEVEL": "0"},
    )  # fmt: skip


@pytest.fixture(scope="module")
def sources(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("sources")
    for name in ("lint", "rules", "tools"):
        shutil.copytree(ROOT / name, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
    for name in ("README.md", "LICENSE", "hatch_build.py", "pyproject.toml"):
        shutil.copy(ROOT / name, folder)
    return folder


def listed() -> set[str]:
    """The modules that are to be compiled."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    names: list[str] = project["tool"]["hatch"]["build"]["targets"]["wheel"]["hooks"]["custom"]["modules"]
    return {name.replace(".", "/") for name in names}


def test_the_same_is_found(sources: Path, tmp_path: Path) -> None:
    command = (sys.executable, "-m", "pip", "wheel", "-q", "--no-deps", "-w", tmp_path / "dist", sources)
    done = run(*command, cwd=tmp_path, switch="1")
    assert done.returncode == 0, done.stdout[-2000:] + done.stderr[-2000:]
    (wheel,) = (tmp_path / "dist").iterdir()
    assert not wheel.name.endswith("-none-any.whl")
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(tmp_path / "site")
    site = tmp_path / "site"
    compiled = {p.relative_to(site).as_posix() for p in site.rglob("*.*") if p.suffix in {".so", ".pyd"}}
    assert {name.split(".")[0] for name in compiled} - LIBRARIES == listed()

    line = tmp_path / "line.txt"
    line.write_text("The ferry sailed on friday.\n", encoding="utf-8")
    articles = (*sorted((ROOT / "examples").glob("*.txt")), ROOT / "bench" / "work_article.txt")
    # A process for the line alone: what an article would have imported is not there.
    for files in ((line,), articles):
        check = ("check", "--isolated", "--no-cache", "--output-format", "json", *files)
        pure = run(sys.executable, "-c", START, f"{ROOT / 'lint'} {ROOT / 'rules'}", *check, cwd=tmp_path)
        found = run(sys.executable, "-c", START, str(site), *check, cwd=tmp_path)
        assert pure.returncode == found.returncode == 1, pure.stderr + found.stderr
        assert found.stdout == pure.stdout
        assert found.stderr == pure.stderr


def test_a_switch_that_is_neither_0_nor_1_is_refused(sources: Path, tmp_path: Path) -> None:
    command = (sys.executable, "-m", "pip", "wheel", "-q", "--no-deps", "-w", tmp_path / "dist", sources)
    done = run(*command, cwd=tmp_path, switch="yes")
    assert done.returncode != 0
    assert "ARTICLELINT_COMPILE is 'yes': use 1 to compile the hot modules, 0 for pure Python" in done.stderr
