"""LibreOffice as a client: its own grammar checker, asked through UNO, asks our server."""

import json
import shutil
import subprocess
from pathlib import Path

import pytest

PYTHON = "/usr/bin/python3"
"""The interpreter of the system, for which the package python3-uno is installed."""
TEXT = "Anna met Marks & Spencer 😀 on Monday. The the mayor left."
SECONDS = 180


def _is_missing():
    """What is missing, in a word; "" if all is there."""
    if shutil.which("soffice") is None:
        return "LibreOffice (libreoffice-writer)"
    if (
        not Path(PYTHON).exists()
        or subprocess.run([PYTHON, "-c", "import uno"], capture_output=True, check=False).returncode
    ):
        return "its bridge to Python (python3-uno)"
    return ""


def test_libreoffice_asks_us(server, tmp_path):
    missing = _is_missing()
    if missing:
        pytest.skip(f"{missing} is not installed")
    script = Path(__file__).with_name("libreoffice_client.py")
    asked = subprocess.run(
        [PYTHON, str(script), f"{server.address}/v2", str(tmp_path / "profile"), TEXT],
        check=False, capture_output=True, text=True, timeout=SECONDS, env={"PATH": "/usr/bin:/bin", "HOME": str(tmp_path)},
    )  # fmt: skip
    assert asked.returncode == 0, asked.stderr
    answer = json.loads(asked.stdout)
    assert {"en-US", "en-GB"} <= set(answer["locales"])
    (error,) = answer["errors"]
    marked = TEXT.encode("utf-16-le")[2 * error["start"] : 2 * (error["start"] + error["length"])]
    assert marked.decode("utf-16-le") == "The the"
    assert error["suggestions"] == ["The"]
    assert error["message"] == "“The” stands here twice: cut one"
