"""The wheel, built and installed into an environment that has nothing else, lints."""

from __future__ import annotations

import email
import json
import subprocess
import sys
import tomllib
import zipfile
from pathlib import Path

import pytest
from conftest import ROOT

PACKAGES = ("articlelint", "articlelint_rules", "articlelint_house", "articlelint_vale")


def run(*command: str | Path, cwd: Path) -> str:
    done = subprocess.run(
        [str(c) for c in command], cwd=cwd, capture_output=True, text=True, timeout=600, check=False
    )
    assert done.returncode in {0, 1}, done.stderr[-2000:]
    return done.stdout


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("dist")
    run(sys.executable, "-m", "pip", "wheel", "-q", "--no-deps", "-w", folder, ROOT, cwd=folder)
    (built,) = folder.glob("articlelint-*.whl")
    return built


def test_the_wheel_holds_its_packages_their_data_and_nothing_else(wheel: Path) -> None:
    names = zipfile.ZipFile(wheel).namelist()
    tops = {name.split("/")[0] for name in names}
    assert tops == {*PACKAGES, next(t for t in tops if t.endswith(".dist-info"))}
    assert {f"{package}/py.typed" for package in PACKAGES} <= set(names)
    # The tables of words take 3 MB, the weights of the reader 6 MB.
    assert wheel.stat().st_size < 10_000_000


def test_the_metadata_names_the_licences_of_the_data(wheel: Path) -> None:
    with (ROOT / "tools" / "sources.toml").open("rb") as file:
        sources = tomllib.load(file)
    with zipfile.ZipFile(wheel) as archive:
        (metadata,) = (name for name in archive.namelist() if name.endswith(".dist-info/METADATA"))
        fields = email.message_from_bytes(archive.read(metadata))
    named = set(fields["License-Expression"].split(" AND "))
    assert named == set(sources["licences"])
    assert named >= {
        name for target in sources["targets"].values() for name in target["licence"].split(" AND ")
    }


def test_every_data_file_has_its_notice(wheel: Path) -> None:
    names = zipfile.ZipFile(wheel).namelist()
    data = {name for name in names if name.endswith((".table", ".npy"))}
    assert len(data) >= 9
    notices = {Path(name).with_suffix(".NOTICE.txt").as_posix() for name in data}
    assert notices <= set(names)
    # The same notices stand among the licences of the distribution.
    licences = {Path(name).name for name in names if ".dist-info/licenses/" in name}
    assert {Path(notice).name for notice in notices} <= licences


def test_the_page_is_complete(wheel: Path) -> None:
    folder = "articlelint/desk/server/static"
    wanted = {f"{folder}/{file.name}" for file in (ROOT / "lint" / folder).iterdir()}
    assert f"{folder}/codemirror.js" in wanted
    names = zipfile.ZipFile(wheel).namelist()
    assert wanted <= set(names)
    assert any(name.endswith("licenses/" + f"lint/{folder}/codemirror.NOTICE.txt") for name in names)


def test_it_installs_and_lints(wheel: Path, tmp_path: Path) -> None:
    run(sys.executable, "-m", "venv", "env", cwd=tmp_path)
    bin_folder = tmp_path / "env" / ("Scripts" if sys.platform == "win32" else "bin")
    install = (bin_folder / "python", "-m", "pip", "install", "-q", "--no-input", "--no-compile")
    (tmp_path / "a.txt").write_text("It was the the end.\n", encoding="utf-8")
    # The second time, the dependencies are there.
    for what in ([wheel], ["--no-deps", "-e", ROOT]):
        run(*install, *what, cwd=tmp_path)
        out = run(
            bin_folder / "articlelint", "check", "--isolated", "--select", "repeated-word", "--output-format", "json",
            "a.txt", cwd=tmp_path,
        )  # fmt: skip
        assert [f["rule"] for f in json.loads(out)] == ["repeated-word"]
