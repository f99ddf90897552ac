"""What the tests of this folder share."""

from __future__ import annotations

from pathlib import Path

import pytest
from store.layers import LAYER


@pytest.fixture
def layer(tmp_path: Path) -> Path:
    path = tmp_path / "corpus" / "harbour-2024" / "notes" / "lena.yaml"
    path.parent.mkdir(parents=True)
    path.write_text(LAYER, encoding="utf-8")
    return path
