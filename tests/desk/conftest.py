"""One server for all tests that change nothing."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from desk_server import Running, serve


@pytest.fixture(scope="session")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Running]:
    running = serve(tmp_path_factory.mktemp("desk"), "--allow-origin", "https://cms.example.org")
    yield running
    running.stop()
