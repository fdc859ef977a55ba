"""A cluster of Dask maps the same function, and gives the same bytes."""

from __future__ import annotations

from collections.abc import Iterator

import distributed
import pytest
from archive.conftest import Archive, Quiet, article, write_lines
from conftest import Articlelint

from articlelint.archive.cluster import Cluster
from articlelint.archive.learning import Request, learn
from articlelint.errors import UsageError


@pytest.fixture
def scheduler() -> Iterator[str]:
    """The address of a cluster with one worker, in this process."""
    with distributed.LocalCluster(
        n_workers=1, threads_per_worker=1, processes=False, dashboard_address=None
    ) as cluster:
        yield cluster.scheduler_address


def test_a_cluster_gives_the_same_bytes(archive: Archive, scheduler: str) -> None:
    lines = [article(n, f"Anna Berg{'g' * (n % 3 == 0)} left. “The colour,” he said.") for n in range(12)]
    source = write_lines(archive.folder / "a.jsonl", lines)
    archive.learn(source, work="here")
    expected = archive.bytes
    request = Request((str(source),), archive.file, archive.folder / "cluster", per_shard=2)
    progress = Quiet()
    with Cluster(scheduler, 1) as cluster:
        learned = learn(request, cluster.map_all, progress)
    assert (learned.articles, learned.new, progress.read) == (12, 12, 12)
    assert archive.bytes == expected


def test_workers_with_other_code_are_refused(scheduler: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(distributed.Client, "run", lambda _client, _function: {"tcp://a:1": "other"})
    with pytest.raises(UsageError, match="worker tcp://a:1 has another version of articlelint"):
        Cluster(scheduler, 1)


def test_workers_with_several_threads_are_refused() -> None:
    with (
        distributed.LocalCluster(
            n_workers=1, threads_per_worker=2, processes=False, dashboard_address=None
        ) as cluster,
        pytest.raises(UsageError, match="start them with --nthreads 1"),
    ):
        Cluster(cluster.scheduler_address, 1)


@pytest.mark.parametrize(
    ("options", "why"),
    [
        (["--dask", "--scheduler", "tcp://127.0.0.1:1"], "use one of them"),
        (["--scheduler", "nonsense://x"], "--scheduler: nonsense://x: no scheduler answers"),
    ],
)
def test_a_cluster_that_is_none(articlelint: Articlelint, options: list[str], why: str) -> None:
    articlelint.write("a.txt", "It rained.\n")
    done = articlelint("archive", "learn", "a.txt", *options)
    assert (done.code, done.out) == (2, "")
    assert why in done.err
    assert "Traceback" not in done.err
