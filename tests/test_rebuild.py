"""
The shipped tables are built again from packages of Debian and PyPI, and must have the same bytes.

The packages are downloaded, unless ARTICLELINT_INPUTS names a folder that has them. Where some cannot be
had, the test is skipped and says which; where none can be had in CI, it fails.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
from conftest import ROOT

pytestmark = pytest.mark.tools

REGISTRIES = {"debian", "pypi"}


def tables_from_packages() -> list[str]:
    """The names of the data files whose inputs come from Debian or PyPI alone."""
    with (ROOT / "tools" / "sources.toml").open("rb") as file:
        data = tomllib.load(file)
    return [
        name
        for name, target in data["targets"].items()
        if target.get("inputs") and all(data["inputs"][n]["origin"] in REGISTRIES for n in target["inputs"])
    ]


def test_tables_are_rebuilt_from_packages(tmp_path: Path) -> None:
    names = tables_from_packages()
    folder = os.environ.get("ARTICLELINT_INPUTS") or str(tmp_path)
    done = subprocess.run(
        [sys.executable, str(ROOT / "tools" / "build.py"), *names, "--fetch", "--check", "--inputs", folder],
        capture_output=True,
        text=True,
        timeout=600,
        check=False,
    )
    assert done.returncode in {0, 1}, done.stderr
    assert "DIFFERS" not in done.stdout, done.stdout
    rebuilt = [name for name in names if f"{name}: the same bytes as shipped" in done.stdout]
    if rebuilt == names:
        return
    if not rebuilt and os.environ.get("CI"):
        pytest.fail(f"no table could be built again:\n{done.stdout}\n{done.stderr}")
    pytest.skip(f"built again: {', '.join(rebuilt) or 'none'}; not all could be: {done.stdout}")
