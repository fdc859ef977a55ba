"""Mapping shards on a cluster."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from articlelint.archive.mapping import Shard, code_digest
from articlelint.archive.workers import MapShard
from articlelint.errors import ReadError
from articlelint.run.cluster import Cluster, Lost

__all__ = ["Cluster", "code_digest", "map_all"]


def map_all(function: MapShard, shards: Iterable[Shard], cluster: Cluster) -> Iterator[Shard]:
    """Map shards on a cluster, and yield each when it is done."""
    for shard, result in cluster.map_all(function, shards):
        if isinstance(result, Lost):
            raise ReadError(
                f"the cluster could not read a shard ({result.why}); run the command again: "
                "it goes on where it was"
            )
        yield shard
