"""The command line as a process of its own, as users start it."""

from __future__ import annotations

from pathlib import Path

import pytest
from conftest import Articlelint


@pytest.fixture
def articlelint(tmp_path: Path) -> Articlelint:
    return Articlelint(tmp_path, apart=True)
