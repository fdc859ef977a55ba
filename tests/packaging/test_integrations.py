"""The hooks for pre-commit, GitHub and GitLab, run as those programs run them."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
import yaml
from conftest import ROOT

from articlelint.markup import SUFFIXES

BAD = "It was the the end.\n"
ENVIRONMENT = {
    **{k: v for k, v in os.environ.items() if not k.startswith(("GIT_", "PRE_COMMIT"))},
    "PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}",
    "GIT_AUTHOR_NAME": "A", "GIT_AUTHOR_EMAIL": "a@example.org",
    "GIT_COMMITTER_NAME": "A", "GIT_COMMITTER_EMAIL": "a@example.org",
}  # fmt: skip


def run(*command: str, cwd: Path, **env: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        command, cwd=cwd, env={**ENVIRONMENT, **env}, capture_output=True, text=True, timeout=600, check=False
    )


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    folder = tmp_path / "newsroom"
    folder.mkdir()
    assert run("git", "init", "-q", cwd=folder).returncode == 0
    (folder / "a.txt").write_text(BAD)
    (folder / "b.py").write_text("# the the\n")
    run("git", "add", ".", cwd=folder)
    return folder


def test_pre_commit(repository: Path, tmp_path: Path) -> None:
    # A clone of the working tree as it is, committed or not: that is what will be released.
    clone = tmp_path / "articlelint"
    listed = run("git", "ls-files", "-z", "--cached", "--others", "--exclude-standard", cwd=ROOT).stdout
    for name in filter(None, listed.split("\0")):
        if (ROOT / name).is_file():
            (clone / name).parent.mkdir(parents=True, exist_ok=True)
            (clone / name).write_bytes((ROOT / name).read_bytes())
    run("git", "init", "-q", cwd=clone)
    run("git", "add", ".", cwd=clone)
    assert run("git", "commit", "-q", "-m", "all", cwd=clone).returncode == 0
    done = run(
        "pre-commit", "try-repo", str(clone), "articlelint", "--all-files", "--verbose",
        cwd=repository, PRE_COMMIT_HOME=str(tmp_path / "home"), PIP_NO_COMPILE="1",
    )  # fmt: skip
    assert done.returncode == 1, done.stdout + done.stderr
    assert "a.txt:1:8: error[repeated-word]" in done.stdout
    assert "b.py" not in done.stdout


def test_github_action(repository: Path) -> None:
    action = yaml.safe_load((ROOT / "action.yml").read_text())
    step = action["runs"]["steps"][-1]
    assert step["env"] == {"ARGUMENTS": "${{ inputs.arguments }}", "PATHS": "${{ inputs.paths }}"}
    done = run(
        "bash", "-e", "-o", "pipefail", "-c", step["run"], cwd=repository, ARGUMENTS="--isolated", PATHS="."
    )
    assert done.returncode == 1
    assert done.stdout.startswith("::error file=a.txt,line=1,")
    install = action["runs"]["steps"][1]
    assert "$GITHUB_ACTION_PATH" in install["run"]


@pytest.mark.parametrize(
    ("name", "paths", "arguments"),
    [
        ("--fail-on=never", "*", "--isolated"),
        ("--config=evil.md", "*.md\na.txt", "--isolated"),
        ("two words.txt", "two words.txt", "--isolated\n--quiet"),
        ("--fail-on=never", ".\n\n", "--isolated *"),
    ],
)
def test_no_name_is_an_option_of_the_action(repository: Path, name: str, paths: str, arguments: str) -> None:
    (repository / name).write_text(BAD)
    (repository / "evil.md").write_text('fail-on = "never"\n')
    step = yaml.safe_load((ROOT / "action.yml").read_text())["runs"]["steps"][-1]
    command = ("bash", "-e", "-o", "pipefail", "-c", step["run"])
    done = run(*command, cwd=repository, ARGUMENTS=arguments, PATHS=paths)
    assert done.returncode == 1, done.stderr
    assert "::error file=" in done.stdout


def test_the_hooks_end_the_options() -> None:
    for hook in yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text()):
        assert hook["args"] == ["--"]


def test_the_hooks_take_every_file_that_is_read() -> None:
    names = [f"a{suffix}" for suffix in SUFFIXES] + [f"A{suffix.upper()}" for suffix in SUFFIXES]
    for hook in yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text()):
        assert [name for name in names if not re.search(hook["files"], name)] == []
        assert not re.search(hook["files"], "a.txt.py")


def test_gitlab_template(repository: Path) -> None:
    job = yaml.safe_load((ROOT / "docs/gitlab-ci.yml").read_text())["articlelint"]
    variables = job["variables"]
    copy = repository / variables["ARTICLELINT_SOURCE"]  # articlelint itself has articles with mistakes
    copy.mkdir(parents=True)
    (copy / "README.md").write_text(BAD)
    done = run(
        "bash",
        "-e",
        "-c",
        job["script"][-1],
        cwd=repository,
        ARTICLELINT_PATHS=variables["ARTICLELINT_PATHS"],
    )
    assert done.returncode == 1
    assert "a.txt:1:8" in done.stdout
    report = json.loads((repository / job["artifacts"]["reports"]["codequality"]).read_text())
    assert [entry["location"]["path"] for entry in report] == ["a.txt"]
    assert variables["GIT_SUBMODULE_STRATEGY"] == "recursive"
    guide = (ROOT / "docs/ci.md").read_text()
    assert (
        f"git submodule add https://github.com/articlelint/articlelint {copy.relative_to(repository)}"
        in guide
    )
