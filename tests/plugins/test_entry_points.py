"""Entry points are found as ``importlib.metadata`` finds them, at every change of the environment."""

from __future__ import annotations

import importlib.metadata
import shutil
import sys
import zipfile
from pathlib import Path

import pytest

from articlelint.entry_points import InstalledEntryPoint, entry_points
from articlelint.errors import PluginError


def distribution(
    site: Path, name: str, points: str, *, version: str = "1.0", kind: str = "dist-info"
) -> Path:
    info = site / f"{name.replace('-', '_')}-{version}.{kind}"
    info.mkdir(parents=True)
    metadata = "METADATA" if kind == "dist-info" else "PKG-INFO"
    (info / metadata).write_text(f"Metadata-Version: 2.1\nName: {name}\nVersion: {version}\n\nVersion: 9\n")
    (info / "entry_points.txt").write_text(points)
    return info


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "site"
    folder.mkdir()
    monkeypatch.setattr(sys, "path", [str(folder), str(tmp_path / "nowhere"), *sys.path])
    return folder


def asked(group: str) -> list[tuple[str, str, str]]:
    found = importlib.metadata.entry_points(group=group)
    return sorted((e.name, e.value, e.dist.name if e.dist else "") for e in found)


def scanned(group: str) -> list[tuple[str, str, str]]:
    return [(e.name, e.value, e.distribution) for e in entry_points(group)]


@pytest.mark.parametrize("group", ["articlelint", "console_scripts", "pytest11", "mkdocs.plugins", "none"])
def test_the_same_as_importlib_metadata(group: str) -> None:
    assert scanned(group) == asked(group)


@pytest.mark.parametrize("kind", ["dist-info", "egg-info"])
def test_a_distribution_comes_changes_and_goes(site: Path, kind: str) -> None:
    assert scanned("acme") == []
    info = distribution(site, "acme-lint", "[acme]\na = acme_lint\n", kind=kind)
    assert entry_points("acme") == [InstalledEntryPoint("a", "acme_lint", "acme-lint", "1.0")]
    (info / "entry_points.txt").write_text("[acme]\na = acme_lint:other\n")
    assert [e.value for e in entry_points("acme")] == ["acme_lint:other"]
    shutil.rmtree(info)
    assert scanned("acme") == []


def test_comments_blanks_and_other_groups(site: Path) -> None:
    distribution(
        site, "acme", "# [acme]\n[other]\nx = y\n\n[acme]\n# a note\n\n  b=c.d : e \n[acme.more]\nz = z\n"
    )
    assert scanned("acme") == asked("acme") == [("b", "c.d : e", "acme")]


def test_the_first_of_two_folders_wins(site: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    later = tmp_path / "later"
    distribution(site, "acme.lint", "[acme]\na = first\n")
    distribution(later, "Acme_Lint", "[acme]\na = second\nb = second\n", version="2.0")
    monkeypatch.setattr(sys, "path", [*sys.path, str(later)])
    assert scanned("acme") == asked("acme") == [("a", "first", "acme.lint")]


def test_an_archive_on_the_path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    archive = tmp_path / "packed.zip"
    with zipfile.ZipFile(archive, "w") as file:
        file.writestr("acme-1.0.dist-info/METADATA", "Metadata-Version: 2.1\nName: acme\nVersion: 1.0\n")
        file.writestr("acme-1.0.dist-info/entry_points.txt", "[acme]\na = packed\n")
    monkeypatch.setattr(sys, "path", [*sys.path, str(archive)])
    assert entry_points("acme") == [InstalledEntryPoint("a", "packed", "acme", "1.0")]


def test_a_finder_with_a_store_of_its_own(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    info = distribution(tmp_path / "elsewhere", "acme", "[acme]\na = stored\n")

    class Finder(importlib.metadata.DistributionFinder):
        def find_spec(self, *_args: object) -> None:
            return None

        def find_distributions(
            self, context: importlib.metadata.DistributionFinder.Context | None = None
        ) -> list[importlib.metadata.Distribution]:
            return [importlib.metadata.PathDistribution(info)]

    monkeypatch.setattr(sys, "meta_path", [*sys.meta_path, Finder()])
    assert scanned("acme") == [("a", "stored", "acme")]


def test_a_file_that_cannot_be_read(site: Path) -> None:
    (site / "acme-1.0.dist-info" / "entry_points.txt").mkdir(parents=True)
    with pytest.raises(PluginError, match=r"entry_points\.txt: cannot be read"):
        entry_points("acme")


@pytest.mark.parametrize(
    ("value", "loaded"),
    [
        ("pathlib", "pathlib"),
        ("pathlib:Path", "Path"),
        ("pathlib : Path.home", "home"),
        ("pathlib:Path [extra, other]", "Path"),
    ],
)
def test_load(value: str, loaded: str) -> None:
    assert getattr(InstalledEntryPoint("x", value, "d", "1").load(), "__name__", "") == loaded
