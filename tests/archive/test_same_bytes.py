"""The model depends on nothing but the articles: not on workers, order, shards, or how often a run was killed."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path
from textwrap import dedent

import pytest
from archive.conftest import Archive, article, write_lines

from articlelint.archive.model import Model
from articlelint.run.interrupts import interrupts_deferred

PLACES = ("Kyiv", "Kiev", "Mumbai", "Bombay")


@pytest.fixture
def lines(tmp_path: Path) -> Path:
    articles = [
        article(
            number,
            f"Minister Anna Berg{'g' * (number % 9 == 0)} went to {PLACES[number % 4]}. “The colour,” he said. "
            f"A protest{'o' if number % 12 == 0 else 'e'}r came.",
            year=2015 + number % 6,
            desk=("city", "world", "")[number % 3],
        )
        for number in range(60)
    ]
    copies = [{**each, "id": f"copy-{each['id']}", "date": "2021-01-01"} for each in articles[:5]]
    return write_lines(tmp_path / "a.jsonl", [*articles, *copies])


def test_any_number_of_workers_shards_and_any_order(archive: Archive, lines: Path) -> None:
    assert archive.learn(lines).copies == 5
    expected = archive.bytes
    with Model(archive.file) as model:
        assert len(model.examples("word", "protester/protestor")) == 6
    for number, (workers, per_shard) in enumerate([(4, 7), (2, 1000)]):
        archive.learn(lines, workers=workers, per_shard=per_shard, work=f"work{number}")
        assert archive.bytes == expected
    rows = lines.read_text(encoding="utf-8").splitlines(keepends=True)
    random.Random(1).shuffle(rows)
    half = archive.folder / "half.jsonl"
    half.write_text("".join(rows[:30]), encoding="utf-8")
    archive.learn(half, work="halves")
    (archive.folder / "rest.jsonl").write_text("".join(rows[20:]), encoding="utf-8")
    learned = archive.learn(archive.folder / "rest.jsonl", half, work="halves")
    assert learned.new == 35
    assert archive.bytes == expected


PROGRAM = """
    import sys
    from pathlib import Path
    from archive.conftest import Archive
    if __name__ == "__main__":
        Archive(Path(sys.argv[1])).learn(sys.argv[2], workers=2, per_shard=3)
    """


def test_killed_at_any_moment_and_run_again(archive: Archive, lines: Path) -> None:
    archive.learn(lines, work="undisturbed")
    expected = archive.bytes
    archive.file.unlink()
    program = archive.folder / "learn.py"
    program.write_text(dedent(PROGRAM), encoding="utf-8")
    command = [sys.executable, str(program), str(archive.folder), str(lines)]
    environment = {**os.environ, "PYTHONPATH": str(Path(__file__).parent.parent)}
    for wait in (0.8, 1.6, 2.4):
        process = subprocess.Popen(command, env=environment, stderr=subprocess.DEVNULL)
        time.sleep(wait)
        process.send_signal(signal.SIGKILL)
        process.wait()
    subprocess.run(command, env=environment, check=True, timeout=120)
    assert archive.bytes == expected


@pytest.mark.skipif(not Path("/proc").is_dir(), reason="needs /proc")
@pytest.mark.parametrize("number", [signal.SIGKILL, signal.SIGINT])
def test_the_workers_of_a_run_that_is_stopped_end(
    archive: Archive, lines: Path, number: signal.Signals
) -> None:
    command = [sys.executable, "-m", "articlelint", "archive", "learn", str(lines), "--workers", "2"]
    process = subprocess.Popen(
        command, cwd=archive.folder, stderr=subprocess.PIPE, text=True, start_new_session=True
    )
    children: list[str] = []
    while process.poll() is None and len(children) < 2:
        time.sleep(0.001)
        children = Path(f"/proc/{process.pid}/task/{process.pid}/children").read_text().split()
    if number is signal.SIGINT:
        os.killpg(process.pid, number)  # as a terminal does
    else:
        process.send_signal(number)
    _, said = process.communicate(timeout=60)
    if number is signal.SIGINT:
        assert process.returncode == 130
        assert said.endswith("articlelint: interrupted\n")
        assert "Traceback" not in said
    deadline = time.monotonic() + 60
    while [child for child in children if _is_running(child)] and time.monotonic() < deadline:
        time.sleep(0.1)
    assert [child for child in children if _is_running(child)] == []


@pytest.mark.skipif(not hasattr(signal, "pthread_sigmask"), reason="signals cannot be blocked")
def test_ctrl_c_waits_until_processes_are_started() -> None:
    show = "import signal; print(signal.pthread_sigmask(signal.SIG_BLOCK, []))"
    said = ""
    with pytest.raises(KeyboardInterrupt), interrupts_deferred():  # noqa: PT012 - what is done before it is raised
        os.kill(os.getpid(), signal.SIGINT)
        said = subprocess.run([sys.executable, "-c", show], capture_output=True, text=True, check=True).stdout
    assert "SIGINT" in said
    assert signal.SIGINT not in signal.pthread_sigmask(signal.SIG_BLOCK, [])
    assert signal.getsignal(signal.SIGINT) is signal.default_int_handler


def _is_running(process: str) -> bool:
    try:
        return ") Z " not in Path(f"/proc/{process}/stat").read_text()
    except OSError:
        return False
