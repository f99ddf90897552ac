"""A build for which nothing has changed computes no page and writes no file."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from readers import Reader, article, entry, make_reader

from course_reader.parts import registry

FILES: dict[str, str | bytes | Path | None] = {
    "glossary/people/ann-lee.md": entry("Ann Lee"),
    "corpus/talks/article.md": article("Ann Lee said nothing."),
}


@pytest.fixture
def reader(tmp_path: Path) -> Reader:
    """A reader that has been built."""
    made = make_reader(tmp_path, FILES)
    made.build()
    return made


def times(out: Path) -> dict[str, int]:
    """When each file of the output was written."""
    return {path.name: path.stat().st_mtime_ns for path in out.rglob("*") if path.is_file()}


def test_no_file_is_written_and_no_value_computed(reader: Reader, monkeypatch: pytest.MonkeyPatch) -> None:
    out = reader.root / "_build/html"
    before = times(out)

    def asked(*_: object) -> object:
        raise AssertionError("a part was asked for its values")

    monkeypatch.setattr(registry.Parts, "page_of", asked)
    reader.build()

    assert times(out) == before


def change_by_hand(out: Path) -> None:
    (out / "corpus/talks/article.html").write_text("gone")


def take_away(out: Path) -> None:
    (out / "genindex.html").unlink()


def say_more(out: Path) -> None:
    path = out.parents[1] / "glossary/people/ann-lee.md"
    path.write_text(path.read_text(encoding="utf-8") + "\nMore of her.\n", encoding="utf-8")


@pytest.mark.parametrize("edit", [change_by_hand, take_away, say_more])
def test_what_is_not_as_it_was_is_written_again(reader: Reader, edit: Callable[[Path], None]) -> None:
    out = reader.root / "_build/html"
    original = {path: path.read_bytes() for path in out.rglob("*.html")}
    edit(out)
    before = times(out)

    reader.build()

    assert times(out) != before
    assert all(path.read_bytes() == content for path, content in original.items()) is (edit is not say_more)
