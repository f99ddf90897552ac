"""The packs that this project ships, printed once for all tests that read them."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from printed import Shipped
from readers import Reader


@pytest.fixture(scope="session")
def shipped(project: Path, tmp_path_factory: pytest.TempPathFactory) -> Shipped:
    root = tmp_path_factory.mktemp("packs") / "reader"
    ignored = shutil.ignore_patterns("private", "__pycache__")
    for name in ("docs", "corpus", "glossary", "conf"):
        shutil.copytree(project / name, root / name, ignore=ignored)
    shutil.copy(project / "index.md", root)
    reader = Reader(root)
    return Shipped(reader, reader.build("typst"))
