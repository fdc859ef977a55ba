"""Linting one article takes as much work as recorded: calls, lines and memory, not seconds."""

from __future__ import annotations

import json
import subprocess
import sys

import pytest
from conftest import ROOT

CI = "3.11"
UNKNOWN = 3


def run(*options: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "bench/work.py", *options]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)


def test_work_is_what_was_recorded() -> None:
    """To record new figures: ``python bench/work.py --record``; docs/performance.md says when."""
    done = run()
    if done.returncode == UNKNOWN:
        pytest.skip(done.stderr.strip())
    assert done.returncode == 0, done.stdout + done.stderr


def test_the_version_that_ci_runs_has_figures() -> None:
    recorded = json.loads((ROOT / "bench" / "work.json").read_text())
    assert {"calls", "lines", "memory"} <= recorded[CI]["start"].keys()
    assert {"calls", "lines", "memory"} <= recorded[CI]["article"].keys()
