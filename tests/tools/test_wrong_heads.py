"""No word of a text or note with a wrong head is in what a build for the public makes; a short search."""

from __future__ import annotations

import importlib
from pathlib import Path
from types import ModuleType

import pytest


@pytest.fixture(scope="module")
def tool(project: Path) -> ModuleType:
    with pytest.MonkeyPatch.context() as patch:
        patch.syspath_prepend(str(project / "tools"))
        return importlib.import_module("wrong_heads")


def test_no_word_of_a_wrong_head_is_told_and_the_build_ends_with_an_error(tool: ModuleType, tmp_path: Path) -> None:
    assert tool.search(tmp_path, 60, 1) == (1, {})
    assert tool.told(tmp_path) == {}


def test_what_is_public_is_there_and_the_class_sees_everything(tool: ModuleType, tmp_path: Path) -> None:
    status, found = tool.search(tmp_path, 12, 2, ("html",), "class")
    page = tmp_path / "_build/class/html/corpus/open/article.html"

    assert status == 0
    assert "openword" in page.read_text(encoding="utf-8")
    assert any("find/words-0.js" in where for where in found.values()), "the words of the search are seen"
    assert {word[:5] for word in found} == {"html:"}
