"""The line that names a file's schema."""

from __future__ import annotations

from pathlib import Path

import pytest

from course_reader.files.schema_line import schema_line, with_schema_line

LINE = "# yaml-language-server: $schema=a.json"
OLD = "# yaml-language-server: $schema=../old.json"


@pytest.mark.parametrize(
    ("text", "front_matter", "new"),
    [
        ("---\ntitle: x\n---\nbody", True, f"---\n{LINE}\ntitle: x\n---\nbody"),
        (f"---\n{OLD}\ntitle: x\n---\n{OLD}\n", True, f"---\n{LINE}\ntitle: x\n---\n{OLD}\n"),
        ("body without front matter", True, "body without front matter"),
        ("---\n---\nbody", True, f"---\n{LINE}\n---\nbody"),
        ("notes: []\n", False, f"{LINE}\nnotes: []\n"),
        (f"{OLD}\r\nnotes: []\r\n", False, f"{LINE}\r\nnotes: []\r\n"),
        ("\ufeffnotes: []\r\n", False, f"\ufeff{LINE}\r\nnotes: []\r\n"),
    ],
)
def test_the_line_is_put_at_the_head_or_in_the_place_of_an_older_one(text: str, front_matter: bool, new: str) -> None:
    assert with_schema_line(text, LINE, front_matter=front_matter) == new
    assert with_schema_line(new, LINE, front_matter=front_matter) == new


def test_the_line_leads_from_the_file_to_the_schema() -> None:
    root = Path("/reader")
    assert schema_line(root / "a.yaml", root, "notes").endswith("=./.schemas/notes.json")
    assert schema_line(root / "corpus/a/notes/x.yaml", root, "notes").endswith("=../../../.schemas/notes.json")
