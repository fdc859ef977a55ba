"""A server for the tests: the real command in a process of its own, on a free port."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

ADDRESS = re.compile(r"articlelint listens at (http://\S+?)/#(\S+)")


class Running(NamedTuple):
    """A server that runs: its address without a slash, the token of its page, its process and its folder."""

    address: str
    token: str
    process: subprocess.Popen[str]
    folder: Path

    def stop(self) -> tuple[int, str, str]:
        """Press Ctrl-C. Returns the exit code and what was printed after the address."""
        self.process.send_signal(signal.SIGINT)
        out, err = self.process.communicate(timeout=30)
        return self.process.returncode, out, err


def serve(folder: Path, *options: str) -> Running:
    """Start the server, and wait until it has printed its address."""
    command = [sys.executable, "-m", "articlelint", "serve", "--no-browser", "--port", "0", "--workers", "1"]
    process = subprocess.Popen(
        [*command, *options], cwd=folder, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
        env={**os.environ, "PYTHONUNBUFFERED": "1"},
    )  # fmt: skip
    assert process.stdout is not None
    line = process.stdout.readline()
    found = ADDRESS.match(line)
    assert found, (line, process.communicate())
    return Running(found[1], found[2], process, folder)
