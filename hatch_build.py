"""
Build hook: with ``ARTICLELINT_COMPILE=1`` the hot modules of a wheel are compiled with mypyc.

Without it the wheel is pure Python, as is every editable install: compiled files go stale when sources
change. docs/adr/0020 says what compiling gains and what it asks of the sources.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path
from tempfile import mkdtemp
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

SWITCH = "ARTICLELINT_COMPILE"
REQUIRES = ["mypy~=2.4", "setuptools>=65"]


def is_wanted() -> bool:
    """Whether the environment asks for compiled modules."""
    value = os.environ.get(SWITCH, "0")
    if value not in {"0", "1"}:
        raise ValueError(f"{SWITCH} is {value!r}: use 1 to compile the hot modules, 0 for pure Python")
    return value == "1"


class CompileHook(BuildHookInterface):  # type: ignore[type-arg]
    """Adds the shared objects of the modules listed in pyproject.toml to a wheel."""

    def dependencies(self) -> list[str]:
        """What compiling needs; nothing where nothing is compiled."""
        return REQUIRES if is_wanted() else []

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Compile, and tell hatchling that the wheel is for this Python and this machine."""
        if version == "editable" or not is_wanted():
            return
        self._folder = Path(mkdtemp(prefix="articlelint-build-"))
        root = Path(self.root)
        for package in self.build_config.packages:
            shutil.copytree(root / package, self._folder / Path(package).name)
        script = root / "tools" / "compile_modules.py"
        done = subprocess.run(  # noqa: S603 - our own script
            [sys.executable, str(script), *self.config["modules"]], cwd=self._folder, check=False
        )
        if done.returncode:
            raise RuntimeError(f"the modules could not be compiled (see above); {SWITCH}=0 builds without")
        built = sorted((self._folder / "compiled").rglob("*.*"))
        for file in built:
            build_data["force_include"][str(file)] = file.relative_to(self._folder / "compiled").as_posix()
        build_data["pure_python"] = False
        build_data["infer_tag"] = True

    def finalize(self, version: str, build_data: dict[str, Any], artifact_path: str) -> None:
        """Remove what was compiled."""
        del version, build_data, artifact_path
        if hasattr(self, "_folder"):
            shutil.rmtree(self._folder, ignore_errors=True)
