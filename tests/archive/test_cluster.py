"""A cluster of Dask maps the same function, and gives the same bytes."""

from __future__ import annotations

import signal
import subprocess
import sys

import distributed
import pytest
import yaml
from archive.conftest import Archive, Quiet, article, write_lines
from conftest import ROOT, Articlelint

from articlelint.archive.cluster import Cluster, code_digest, map_all
from articlelint.archive.learning import Request, learn
from articlelint.cli.archive import learn as learn_command
from articlelint.errors import UsageError


def test_a_cluster_gives_the_same_bytes(archive: Archive, scheduler: str) -> None:
    lines = [article(n, f"Anna Berg{'g' * (n % 3 == 0)} left. “The colour,” he said.") for n in range(12)]
    source = write_lines(archive.folder / "a.jsonl", lines)
    archive.learn(source, work="here")
    expected = archive.bytes
    request = Request((str(source),), archive.file, archive.folder / "cluster", per_shard=2)
    progress = Quiet()
    with Cluster(scheduler, 1, code_digest) as cluster:
        learned = learn(request, lambda function, shards: map_all(function, shards, cluster), progress)
    assert (learned.articles, learned.new, progress.read) == (12, 12, 12)
    assert archive.bytes == expected


def test_workers_with_other_code_are_refused(scheduler: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(distributed.Client, "run", lambda _client, _function: {"tcp://a:1": "other"})
    with pytest.raises(UsageError, match="worker tcp://a:1 has another version of articlelint"):
        Cluster(scheduler, 1, code_digest)


def test_workers_with_several_threads_are_refused() -> None:
    with (
        distributed.LocalCluster(
            n_workers=1, threads_per_worker=2, processes=False, dashboard_address=None
        ) as cluster,
        pytest.raises(UsageError, match="start them with --nthreads 1"),
    ):
        Cluster(cluster.scheduler_address, 1, code_digest)


def test_a_cluster_that_is_none(articlelint: Articlelint) -> None:
    articlelint.write("a.txt", "It rained.\n")
    done = articlelint("archive", "learn", "a.txt", "--scheduler", "nonsense://x")
    assert (done.code, done.out) == (2, "")
    assert "--scheduler: nonsense://x: no scheduler answers" in done.err
    assert "Traceback" not in done.err


def test_the_job_for_kubernetes_names_options_that_exist() -> None:
    parts = list(yaml.safe_load_all((ROOT / "docs/kubernetes/learn.yaml").read_text(encoding="utf-8")))
    pods = {
        part["metadata"]["name"]: part["spec"]["template"]["spec"]
        for part in parts
        if "template" in part["spec"]
    }
    commands = {name: pod["containers"][0]["command"] for name, pod in pods.items()}
    job = commands["archive-learn"]
    options = learn_command.make_context("learn", job[3:]).params
    assert job[:3] == ["articlelint", "archive", "learn"]
    assert options["scheduler"] in commands["dask-worker"]
    assert commands["dask-worker"][-6:-2] == ["--nworkers", "1", "--nthreads", "1"]


_BLOCKED_IN_WORKERS = """
import signal
from articlelint.run.cluster import Cluster

if __name__ == "__main__":
    with Cluster("", 1, int) as cluster:
        print(*cluster._client.run(signal.pthread_sigmask, signal.SIG_BLOCK, []).values())
"""


@pytest.mark.skipif(not hasattr(signal, "pthread_sigmask"), reason="signals cannot be blocked")
def test_ctrl_c_is_left_to_the_process_that_has_started_the_workers(articlelint: Articlelint) -> None:
    """A worker that gets it prints a traceback."""
    articlelint.write("blocked.py", _BLOCKED_IN_WORKERS)
    done = subprocess.run(
        [sys.executable, "blocked.py"], cwd=articlelint.folder, capture_output=True, text=True, check=True
    )
    assert "SIGINT" in done.stdout
