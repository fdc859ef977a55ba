"""``check --dask``: a cluster lints as one machine does."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any

import pytest
from conftest import Articlelint

from articlelint.cli.cluster import BATCH, Batch, Run, lint_batch, lint_on_cluster, results_in_order
from articlelint.cli.setup import make_engine
from articlelint.config.discovery import Found, discover
from articlelint.errors import SettingsError, UsageError
from articlelint.run.cluster import Lost

OPTIONS: dict[str, Any] = {
    "select": ("spelling", "typography"),
    "ignore": (),
    "config": None,
    "isolated": False,
    "fail_on": None,
    "no_cache": True,
    "cache_dir": None,
    "paths": ("articles",),
}


@pytest.fixture
def articles(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of articles in the current folder; each second one has a finding."""
    monkeypatch.chdir(tmp_path)  # a worker changes to it, and it is changed back at the end
    folder = tmp_path / "articles"
    folder.mkdir()
    for number in range(2 * BATCH + 3):
        text = "The the bridge was shut.\n" if number % 2 else "The bridge was shut.\n"
        (folder / f"{number:02}.txt").write_text(text, encoding="utf-8")
    return folder


def test_the_results_are_those_of_one_machine_in_the_same_order(articles: Path, scheduler: str) -> None:
    engine = make_engine(**OPTIONS)
    files = [
        *discover(["articles"], engine.configuration),
        Found("missing.txt"),
        Found("-", data=b"In in it.\n"),
    ]
    expected = list(engine.run(files))
    assert list(lint_on_cluster(files, OPTIONS, scheduler, 1)) == expected
    assert [result.path for result in expected if result.errors] == ["missing.txt"]
    # The configuration is read anew for the next run, by the same workers.
    (articles / ".articlelint.toml").write_text("select = [1]\n", encoding="utf-8")
    with pytest.raises(SettingsError, match="select"):
        list(lint_on_cluster(files, OPTIONS, scheduler, 1))


class _Machines:
    """A cluster whose worker dies when it reads a file of a certain name."""

    def __init__(self, deadly: str) -> None:
        self._deadly = deadly

    def map_all(
        self, function: Callable[[Batch], Any], batches: Iterable[Batch]
    ) -> Iterator[tuple[Batch, Any]]:
        for batch in batches:
            dies = any(file.path.endswith(self._deadly) for file in batch.files)
            yield batch, Lost("KilledWorker") if dies else function(batch)


@pytest.mark.usefixtures("articles")
def test_only_the_file_whose_worker_dies_has_an_error() -> None:
    files = list(discover(["articles"], make_engine(**OPTIONS).configuration))
    run = Run("a run", str(Path.cwd()), tuple(OPTIONS.items()))
    machines: Any = _Machines("07.txt")
    batches = [Batch(run, tuple(files[:BATCH])), Batch(run, tuple(files[BATCH:]))]
    results = list(results_in_order(machines, batches))
    assert [result.path for result in results] == [file.path for file in files]
    assert [result.errors for result in results if result.errors] == [
        ("articles/07.txt: internal error: the worker that read it has died (KilledWorker)",)
    ]


def test_a_worker_without_the_folder(tmp_path: Path) -> None:
    run = Run("a run", str(tmp_path / "nowhere"), tuple(OPTIONS.items()))
    with pytest.raises(UsageError, match="all machines need the articles under the same path"):
        lint_batch(Batch(run, ()))


@pytest.mark.parametrize(
    ("options", "why"),
    [
        (["--dask", "--scheduler", "tcp://127.0.0.1:1"], "use one of them"),
        (["--dask", "--fix"], "--dask and --scheduler check articles"),
        (["--dask", "--watch"], "--watch cannot be used with --dask or --scheduler"),
    ],
)
def test_what_cannot_be_asked_of_a_cluster(articlelint: Articlelint, options: list[str], why: str) -> None:
    articlelint.write("a.txt", "It rained.\n")
    done = articlelint("check", "a.txt", *options)
    assert (done.code, done.out) == (2, "")
    assert why in done.err
    assert "Traceback" not in done.err
