"""Servers for the tests of this folder."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from authoring.serving import Served, serving


@pytest.fixture(scope="session")
def closed(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """A server whose files no test changes."""
    with serving(tmp_path_factory.mktemp("closed")) as server:
        before = server.files()
        yield server
        assert server.files() == before


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """A server for the tests of a module, which change its files."""
    with serving(tmp_path_factory.mktemp("served")) as server:
        yield server
