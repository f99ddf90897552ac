"""The shipped packs, printed once for all tests here that read them."""

from __future__ import annotations

from pathlib import Path

import pytest
from printed import Shipped
from readers import Reader
from shipped import copy_of


@pytest.fixture(scope="session")
def shipped(project: Path, tmp_path_factory: pytest.TempPathFactory) -> Shipped:
    """The shipped reader with its packs; tests that use it belong to the group `packs`."""
    reader = Reader(copy_of(project, tmp_path_factory.mktemp("packs") / "reader"))
    return Shipped(reader, reader.build("typst"))
