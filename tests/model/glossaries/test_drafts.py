"""The mark of a draft, however it is written."""

from __future__ import annotations

from pathlib import Path

import pytest

from course_reader.model.glossaries.drafts import is_draft
from course_reader.model.glossary import load


@pytest.mark.parametrize(
    ("front", "expected"),
    [
        ("draft: true", True),
        ("draft: yes", True),
        ("draft:", True),
        ("draft: treu", True),
        ("Draft: true", True),
        ("drafts: true", True),
        ("draft: [true", True),
        ("name: [A\ndraft: true", True),
        ("draft: false", False),
        ("draft: False", False),
        ("name: A", False),
        ("date: 2020", False),
        ("gloss: 'A draft: true or not'", False),
    ],
)
def test_whatever_does_not_say_false_is_a_draft(front: str, expected: bool) -> None:
    assert is_draft(f"---\n{front}\n---\n\nProse.\n") is expected


def test_drafts_are_no_entries_and_each_is_one_question(tmp_path: Path) -> None:
    people = tmp_path / "glossary/people"
    people.mkdir(parents=True)
    (people / "a.md").write_text("---\nname: A\ngloss: g\n---\n", encoding="utf-8")
    (people / "b.md").write_text("---\nname: B\ngloss: ''\ndraft: true\n---\n", encoding="utf-8")
    (people / "c.md").write_text("---\nname: [C\ndraft: true\n---\n", encoding="utf-8")
    glossary = load(tmp_path / "glossary", tmp_path)

    assert [file.id for file in glossary] == ["a"]
    assert set(glossary.drafts) == {"b"}
    assert glossary.hidden == {"glossary/people/b.md", "glossary/people/c.md"}
    assert [(p.path, str(p.code)) for p in sorted(glossary.problems)] == [
        ("glossary/people/b.md", "draft"),
        ("glossary/people/c.md", "draft"),
        ("glossary/people/c.md", "yaml"),
    ]
