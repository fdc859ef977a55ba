"""A wheel with compiled modules finds what one without them finds."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
from conftest import ROOT

FEW = ("articlelint.text.sentences", "articlelint.text.tagger", "articlelint.text.tagger_features")
"""Compiling all that the list has takes minutes; these are what every article goes through."""

pytestmark = pytest.mark.skipif(
    not any(map(shutil.which, ("cc", "gcc", "clang"))), reason="no C compiler on this machine"
)


def run(*command: str | Path, cwd: Path, switch: str = "0") -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [str(c) for c in command], cwd=cwd, capture_output=True, text=True, timeout=600, check=False,
        env={**os.environ, "ARTICLELINT_COMPILE": switch},
    )  # fmt: skip


@pytest.fixture(scope="module")
def sources(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("sources")
    for name in ("lint", "rules", "tools"):
        shutil.copytree(ROOT / name, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
    for name in ("README.md", "LICENSE", "hatch_build.py"):
        shutil.copy(ROOT / name, folder)
    project = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    few = "modules = [" + ", ".join(f'"{name}"' for name in FEW) + "]"
    project, replaced = re.subn(r"(?ms)^modules = \[.*?^\]", few, project)
    assert replaced == 1
    (folder / "pyproject.toml").write_text(project, encoding="utf-8")
    return folder


def test_the_same_is_found(sources: Path, tmp_path: Path) -> None:
    command = (sys.executable, "-m", "pip", "wheel", "-q", "--no-deps", "-w", tmp_path / "dist", sources)
    done = run(*command, cwd=tmp_path, switch="1")
    assert done.returncode == 0, done.stdout[-2000:] + done.stderr[-2000:]
    (wheel,) = (tmp_path / "dist").iterdir()
    assert not wheel.name.endswith("-none-any.whl")
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(tmp_path / "site")
    suffixes = {".so", ".pyd"}
    compiled = {
        p.name.split(".")[0] for p in (tmp_path / "site/articlelint/text").iterdir() if p.suffix in suffixes
    }
    assert compiled == {name.rpartition(".")[2] for name in FEW}

    articles = (*sorted((ROOT / "examples").glob("*.txt")), ROOT / "bench" / "work_article.txt")
    check = ("check", "--isolated", "--no-cache", "--output-format", "json", *articles)
    start = "import sys; sys.path[:0] = sys.argv.pop(1).split(); from articlelint.cli import main; main()"
    pure = run(sys.executable, "-c", start, f"{ROOT / 'lint'} {ROOT / 'rules'}", *check, cwd=tmp_path)
    found = run(sys.executable, "-c", start, str(tmp_path / "site"), *check, cwd=tmp_path)
    assert pure.returncode == found.returncode == 1, pure.stderr + found.stderr
    assert found.stdout == pure.stdout
    assert found.stderr == pure.stderr


def test_a_switch_that_is_neither_0_nor_1_is_refused(sources: Path, tmp_path: Path) -> None:
    command = (sys.executable, "-m", "pip", "wheel", "-q", "--no-deps", "-w", tmp_path / "dist", sources)
    done = run(*command, cwd=tmp_path, switch="yes")
    assert done.returncode != 0
    assert "ARTICLELINT_COMPILE is 'yes': use 1 to compile the hot modules, 0 for pure Python" in done.stderr
