"""Drafts of entries: no build shows anything of them until the mark is taken away."""

from __future__ import annotations

from pathlib import Path

import pytest
from readers import Reader, article, entry, make_reader

SECRET = "quartz"
DRAFT = entry("Ada Quill", gloss=f"A {SECRET} poet.", prose=f"More {SECRET}.", draft="true")
FILES = {
    "corpus/one/article.md": article("Ada Quill met Ben Marsh."),
    "glossary/people/ada-quill.md": DRAFT,
    "glossary/people/ben-marsh.md": entry("Ben Marsh", see="[ada-quill]"),
}


def holders(folder: Path) -> list[str]:
    files = (path for path in folder.rglob("*") if path.is_file())
    return sorted(path.relative_to(folder).as_posix() for path in files if SECRET.encode() in path.read_bytes())


@pytest.mark.parametrize("audience", ["public", "class"])
def test_a_draft_is_on_no_page_until_its_mark_is_taken_away(tmp_path: Path, audience: str) -> None:
    reader: Reader = make_reader(tmp_path, FILES)
    out = reader.build(reader_audience=audience)

    assert holders(out) == []
    assert not (out / "glossary/people/ada-quill.html").exists()
    assert reader.warnings == []

    reader.write({"glossary/people/ada-quill.md": DRAFT.replace("draft: true\n", "")})
    out = reader.build(reader_audience=audience)

    assert {"corpus/one/article.html", "glossary/people/ada-quill.html"} <= set(holders(out))

    reader.write({"glossary/people/ada-quill.md": DRAFT})
    out = reader.build(reader_audience=audience)

    assert holders(out) == []
    assert not (out / "glossary/people/ada-quill.html").exists()
