"""What a run imports: an allow-list, so that nothing slips into the start of every run."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

# Each of these takes as long to import as several rules to run.
HEAVY = {
    "argparse", "ast", "click", "contextlib", "dataclasses", "difflib", "email", "hashlib", "importlib", "importlib.metadata", "inspect", "json",
    "locale", "logging", "multiprocessing", "pathlib", "pluggy", "random", "shutil", "signal", "socket", "subprocess",
    "tempfile", "threading", "tomli", "tokenize", "traceback", "typing", "unittest", "zipfile",
}  # fmt: skip
CODE = (
    "import sys; before = set(sys.modules)\n"
    "from articlelint.cli import run\n"
    "code = run(sys.argv[1:])\n"
    "modules = sorted(set(sys.modules) - before)\n"
    "import json; print('LOADED', json.dumps([code, modules]))"
)


def imported(folder: Path, *arguments: str) -> set[str]:
    """The modules that a run imports beside those that Python has at its start."""
    done = subprocess.run(
        [sys.executable, "-c", CODE, *arguments],
        cwd=folder, capture_output=True, text=True, check=True, timeout=60,
    )  # fmt: skip
    code, modules = json.loads(done.stdout.rpartition("LOADED ")[2])
    assert code == 0, done.stderr
    return set(modules)


def foreign(modules: set[str]) -> set[str]:
    return {m.partition(".")[0] for m in modules if not m.endswith("__mypyc")} - sys.stdlib_module_names


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "a.txt").write_text("The ferry sailed at noon.\n")
    return tmp_path


def test_a_plain_check_imports_only_articlelint(folder: Path) -> None:
    modules = imported(folder, "check", "--isolated", "--no-cache", "--select", "leftovers,numbers", "a.txt")
    assert foreign(modules) == {"articlelint", "articlelint_rules"}
    assert modules & HEAVY == set()


def test_all_rules_import_nothing_of_others(folder: Path) -> None:
    modules = imported(folder, "check", "--isolated", "--no-cache", "a.txt")
    assert foreign(modules) == {"articlelint", "articlelint_rules"}
    assert modules & HEAVY == set()


def test_with_a_cache(folder: Path) -> None:
    modules = imported(folder, "check", "--isolated", "--select", "leftovers", "a.txt")
    assert foreign(modules) == {"articlelint", "articlelint_rules"}
    writing = {
        "ast", "contextlib", "dataclasses", "hashlib", "importlib", "inspect", "json", "pathlib", "random", "shutil",
        "tempfile", "tokenize",
    }  # fmt: skip
    assert modules & HEAVY <= writing


def test_a_configuration_file_brings_tomli(folder: Path) -> None:
    (folder / ".articlelint.toml").write_text('select = ["leftovers"]\n')
    modules = imported(folder, "check", "--no-cache", "a.txt")
    assert foreign(modules) == {"articlelint", "articlelint_rules", "tomli"}


@pytest.mark.parametrize("argument", ["--version", "--help"])
def test_version_and_help_bring_click_alone(folder: Path, argument: str) -> None:
    modules = imported(folder, argument)
    assert foreign(modules) == {"articlelint", "click"}
    own = {m for m in modules if m.startswith("articlelint")}
    assert own == {
        "articlelint", "articlelint._version", "articlelint.cli", "articlelint.cli.commands",
        "articlelint.cli.declared", "articlelint.cli.lazy", "articlelint.errors", "articlelint.modules",
        "articlelint.records",
    }  # fmt: skip
