"""Fixtures for all tests: the command line, and Hypothesis without a clock."""

from __future__ import annotations

import io
import json
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import chdir, redirect_stderr, redirect_stdout
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from unittest.mock import patch

import pytest
from hypothesis import settings

from articlelint.cli import run

ROOT = Path(__file__).parent.parent

# A shared machine is slow now and then; a property is not wrong for that.
settings.register_profile("default", deadline=None, derandomize=True)
settings.load_profile("default")

# A shell starts programs in the background so that they do not hear Ctrl-C, and they start others likewise; some
# tests press it.
signal.signal(signal.SIGINT, signal.default_int_handler)


@dataclass(frozen=True)
class Done:
    code: int
    out: str
    err: str

    @property
    def findings(self) -> list[dict[str, Any]]:
        return json.loads(self.out)


@dataclass(frozen=True)
class Articlelint:
    """
    Runs the command line in a folder.

    It runs in the process of the tests, which takes a tenth of the time of a start. With ``apart``, or with
    variables of the environment, which Python may read when it starts, it has a process of its own.
    """

    folder: Path
    apart: bool = False

    @property
    def cache(self) -> Path:
        """The user's cache folder, which is not in the folder of the articles."""
        return self.folder.with_name(f"{self.folder.name}-cache")

    def __call__(self, *args: str, stdin: bytes = b"", env: dict[str, str] | None = None) -> Done:
        clean = {k: v for k, v in os.environ.items() if k not in {"NO_COLOR", "FORCE_COLOR"}}
        environment = {**clean, "PYTHONUTF8": "1", "XDG_CACHE_HOME": str(self.cache), **(env or {})}
        if not self.apart and env is None:
            return self._here(args, stdin, environment)
        done = subprocess.run(
            [sys.executable, "-m", "articlelint", *args],
            cwd=self.folder,
            input=stdin,
            capture_output=True,
            env=environment,
            timeout=120,
            check=False,
        )
        return Done(done.returncode, done.stdout.decode(), done.stderr.decode())

    def _here(self, args: tuple[str, ...], stdin: bytes, environment: dict[str, str]) -> Done:
        """Run in this process, with streams, folder and environment as another one would have them."""
        given, out, err = (io.TextIOWrapper(io.BytesIO(data), "utf-8") for data in (stdin, b"", b""))
        with (
            patch.dict(os.environ, environment, clear=True),
            patch("sys.stdin", given),
            redirect_stdout(out),
            redirect_stderr(err),
            chdir(self.folder),
        ):
            code = run(args)
            out.flush()
            err.flush()
        return Done(code, out.buffer.getvalue().decode(), err.buffer.getvalue().decode())

    def write(self, name: str, text: str | bytes) -> Path:
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
        return path


@pytest.fixture
def articlelint(tmp_path: Path) -> Articlelint:
    return Articlelint(tmp_path)


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder, which is the current one."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def scheduler() -> Iterator[str]:
    """The address of a cluster of Dask with one worker, in this process."""
    import distributed  # slow to import, and few tests need it

    with distributed.LocalCluster(
        n_workers=1, threads_per_worker=1, processes=False, dashboard_address=None
    ) as cluster:
        yield cluster.scheduler_address
