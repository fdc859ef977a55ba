"""The speed bench runs: what is measured only now and then breaks unseen."""

from __future__ import annotations

import subprocess
import sys

from conftest import ROOT


def speed(*arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "bench/speed.py", *arguments]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)


def test_a_part_is_measured_and_held_against_its_limits() -> None:
    done = speed("cold", "--runs", "1", "--peers", "none")
    assert done.returncode == 0, done.stderr
    assert "| python -c pass | 0." in done.stdout
    assert "| one article, cold: wall against `python -c pass` | 8 |" in done.stdout
    assert "| one article, cold: wall against codespell | 1 |  | not measured |" in done.stdout


def test_a_command_that_takes_too_long_is_stopped_and_shown_as_such() -> None:
    done = speed("cold", "--runs", "1", "--peers", "none", "--budget", "0.005")
    assert done.returncode == 0, done.stderr
    assert "| articlelint | > 0." in done.stdout


def test_an_unknown_part_or_peer_is_an_error() -> None:
    assert "unknown part hot: choose from cold, 1mb" in speed("hot").stderr
    assert "unknown peer grammarly: choose from codespell" in speed("--peers", "grammarly").stderr


def test_articles_are_the_same_every_time() -> None:
    program = "import speed_texts; print(speed_texts.article(3, 9_000))"
    command = [sys.executable, "-c", program]
    first, second = (subprocess.check_output(command, cwd=ROOT / "bench") for _ in range(2))
    assert first == second
    assert 9_000 <= len(first) < 10_500
