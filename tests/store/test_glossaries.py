"""A glossary as a package."""

from __future__ import annotations

from pathlib import Path

import pytest
from readers import entry

from course_reader.model.glossary import load
from course_reader.store.glossaries import Export, export
from course_reader.store.readers import FolderTakenError

ABOUT = Export("harbours", 'Harbours of "the North"', "Lena Marsh", "CC BY 4.0")
BIB = "@misc{a, title={A}, note={with {braces}}}\n\n% a remark\n@comment{x}\n@misc{b, title={B}}\n"


@pytest.fixture
def reader(tmp_path: Path) -> Path:
    root = tmp_path / "reader"
    (root / "glossary/people").mkdir(parents=True)
    for name, text in (("ada", entry("Ada", sources="[a, c]")), ("ben", entry("Ben", draft="true", sources="[b]"))):
        (root / f"glossary/people/{name}.md").write_text(text, encoding="utf-8")
    (root / "sources.bib").write_text(BIB, encoding="utf-8")
    (root / "LICENSE").write_text("CC BY", encoding="utf-8")
    return root


def test_entries_go_out_with_the_sources_that_they_cite_and_drafts_stay(reader: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    glossary = load(reader / "glossary", reader)
    made = export(out, ABOUT, glossary, reader, [reader / "sources.bib"], reader / "LICENSE")

    assert (made.entries, made.sources) == (1, 1)
    assert [problem.message for problem in made.problems] == [
        "an entry cites 'c', which no bibliography has; it is exported without this source"
    ]
    assert (out / "harbours/sources.bib").read_text(encoding="utf-8") == "@misc{a, title={A}, note={with {braces}}}\n"
    entries = [path.name for path in (out / "harbours/glossary").rglob("*.md")]
    assert entries == ["ada.md"]
    assert (out / "harbours/glossary/people/ada.md").read_bytes() == (reader / "glossary/people/ada.md").read_bytes()
    manifest = (out / "harbours/glossary.yaml").read_text(encoding="utf-8")
    assert "licence: CC BY 4.0\n" in manifest
    assert (out / "LICENSE").read_text(encoding="utf-8") == "CC BY"
    assert 'packages = ["harbours"]' in (out / "pyproject.toml").read_text(encoding="utf-8")
    compile((out / "harbours/__init__.py").read_text(encoding="utf-8"), "init", "exec")


def test_nothing_is_overwritten(reader: Path, tmp_path: Path) -> None:
    glossary = load(reader / "glossary", reader)
    with pytest.raises(FolderTakenError, match="is not an empty folder; name a new one"):
        export(reader, ABOUT, glossary, reader, [], None)
