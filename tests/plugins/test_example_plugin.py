"""The plugin under docs/ is installed as a user would, and does what its README says."""

from __future__ import annotations

import importlib.util
import os
import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from conftest import ROOT, Articlelint

EXAMPLE = ROOT / "docs" / "example-plugin"
ARTICLE = "EMBARGOED UNTIL 00:01 FRIDAY\n\nThe ferry will sail\tthe the whole day.\n"


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The plugin, built by pip from a copy of its folder, so that parallel runs do not meet in it."""
    folder = tmp_path_factory.mktemp("example-plugin")
    source = shutil.copytree(
        EXAMPLE, folder / "source", ignore=shutil.ignore_patterns("__pycache__", "*.egg-info")
    )
    target = folder / "site"
    # Where the build backend is at hand, there is no need to fetch it.
    alone = ["--no-build-isolation"] if importlib.util.find_spec("hatchling") else []
    command = [sys.executable, "-m", "pip", "install", "-q", "--no-input", "--no-deps", *alone]
    done = subprocess.run(
        [*command, "--target", str(target), str(source)],
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )
    assert done.returncode == 0, done.stderr[-2000:]
    return target


def test_its_rule_reports(articlelint: Articlelint, installed: Path) -> None:
    articlelint.write("a.txt", ARTICLE)
    env = {"PYTHONPATH": str(installed)}
    done = articlelint(
        "check", "--isolated", "--select", "house", "--output-format", "json", "a.txt", env=env
    )
    assert done.code == 1, done.err
    (finding,) = done.findings
    assert (finding["rule"], finding["category"]) == ("embargo-notice", "house")
    assert finding["text"] == "EMBARGOED UNTIL 00:01 FRIDAY"


def test_its_reporter_writes(articlelint: Articlelint, installed: Path) -> None:
    articlelint.write("a.txt", ARTICLE)
    done = articlelint(
        "check", "--isolated", "--select", "house,repeated-word", "--output-format", "tsv", "a.txt",
        env={"PYTHONPATH": str(installed)},
    )  # fmt: skip
    assert done.code == 1, done.err
    rows = [line.split("\t") for line in done.out.splitlines()]
    assert [len(row) for row in rows] == [7, 7, 7]
    assert [(row[1], row[4]) for row in rows[1:]] == [("1", "embargo-notice"), ("3", "repeated-word")]


def test_it_is_listed_and_explained(articlelint: Articlelint, installed: Path) -> None:
    env = {"PYTHONPATH": str(installed)}
    assert "embargo-notice" in articlelint("rules", env=env).out
    page = articlelint("explain", "embargo-notice", env=env)
    assert page.code == 0
    assert "phrases" in page.out


def test_the_last_command_of_its_readme_reports(articlelint: Articlelint, installed: Path) -> None:
    (line,) = re.findall(r"^    echo .*", (EXAMPLE / "README.md").read_text(encoding="utf-8"), re.MULTILINE)
    echo, _, command = line.partition("|")
    program, *arguments = command.split()
    assert program == "articlelint"
    text = shlex.split(echo)[1] + "\n"
    done = articlelint(*arguments, stdin=text.encode(), env={"PYTHONPATH": str(installed)})
    assert (done.code, done.err) == (1, ""), done.err
    assert "embargo-notice" in done.out


def test_its_own_tests_pass(tmp_path: Path, installed: Path) -> None:
    shutil.copytree(EXAMPLE / "tests", tmp_path / "tests")
    done = subprocess.run(
        [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "--rootdir", str(tmp_path), "tests"],
        cwd=tmp_path, env={**_environment(), "PYTHONPATH": str(installed)}, capture_output=True, text=True,
        timeout=120, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stdout[-2000:]


def test_without_it_its_names_are_unknown(articlelint: Articlelint) -> None:
    articlelint.write("a.txt", ARTICLE)
    assert articlelint("check", "--isolated", "--select", "embargo-notice", "a.txt").code == 2
    assert articlelint("check", "--isolated", "--output-format", "tsv", "a.txt").code == 2


def _environment() -> dict[str, str]:
    return {k: v for k, v in os.environ.items() if not k.startswith(("PYTEST_", "COV_"))}
