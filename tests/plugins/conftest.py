"""Plugins put on the path for one test: a module and the metadata that an installer would write."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path
from textwrap import dedent

import pytest
from conftest import Articlelint, Done


@dataclass(frozen=True)
class Site:
    """A folder of installed packages, and the command line that sees them."""

    folder: Path
    articlelint: Articlelint

    def install(self, distribution: str, code: str, *, entry: str = "", module: str = "") -> None:
        """Install a distribution of one module; the entry point's name defaults to the module's."""
        module = module or distribution.replace("-", "_")
        (self.folder / f"{module}.py").write_text(dedent(code), encoding="utf-8")
        self.entry_point(distribution, entry or module, module)

    def entry_point(self, distribution: str, name: str, value: str) -> None:
        info = self.folder / f"{distribution.replace('-', '_')}-1.0.dist-info"
        info.mkdir()
        (info / "METADATA").write_text(
            f"Metadata-Version: 2.1\nName: {distribution}\nVersion: 1.0\n", encoding="utf-8"
        )
        (info / "entry_points.txt").write_text(f"[articlelint]\n{name} = {value}\n", encoding="utf-8")

    def run(self, *args: str) -> Done:
        path = os.pathsep.join([str(self.folder), os.environ.get("PYTHONPATH", "")]).rstrip(os.pathsep)
        return self.articlelint(*args, env={"PYTHONPATH": path})

    def check(self, text: str = "It was the end.\n", *args: str) -> Done:
        self.articlelint.write("a.txt", text)
        return self.run("check", "--isolated", *args, "a.txt")


@pytest.fixture
def site(tmp_path: Path) -> Site:
    folder = tmp_path / "site"
    folder.mkdir()
    articles = tmp_path / "articles"
    articles.mkdir()
    return Site(folder, Articlelint(articles))
