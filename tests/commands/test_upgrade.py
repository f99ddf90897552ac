"""`check --upgrade`: what an earlier version made is brought up to date, and said."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from course_reader.cli import main
from course_reader.commands.command import FINE
from course_reader.commands.new import create

OLD = ("corpus/harbour-2024/article.md", "corpus/harbour-2024/notes/instructor.yaml", "glossary/people/ada-quill.md")


def older(root: Path) -> Path:
    """A reader as a version made it that knew no schemas."""
    create(root)
    shutil.rmtree(root / ".schemas")
    shutil.rmtree(root / ".vscode")
    for name in OLD:
        lines = (root / name).read_text(encoding="utf-8").splitlines(keepends=True)
        text = "".join(line for line in lines if not line.startswith("# yaml-language-server"))
        (root / name).write_text(text, encoding="utf-8")
    return root


def test_it_says_what_it_changes_and_then_has_nothing_to_do(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    root = older(tmp_path / "reader")
    create(tmp_path / "new")
    assert main(["--root", str(root), "check", "--upgrade"]) == FINE
    said = capsys.readouterr().out.splitlines()
    assert [line for line in said if line.startswith("changed")] == [
        f"changed: {name} names its schema" for name in (OLD[0], OLD[1], OLD[2])
    ]
    assert "written: .schemas/person.json" in said
    assert said[-1] == "No problems."
    for name in OLD:
        assert (root / name).read_bytes() == (tmp_path / "new" / name).read_bytes()
    assert main(["--root", str(root), "check", "--upgrade", "--json"]) == FINE
    assert json.loads(capsys.readouterr().out)["upgraded"] == []


def test_an_old_role_gets_its_present_name(tmp_path: Path) -> None:
    root = tmp_path / "reader"
    create(root)
    path = root / "docs" / "background.md"
    text = path.read_text(encoding="utf-8")
    path.write_text(f"{text}\nRead {{sheet}}`harbour-2024` first.\n", encoding="utf-8")
    main(["--root", str(root), "check", "--upgrade"])
    assert "{prereading}`harbour-2024`" in path.read_text(encoding="utf-8")


def test_the_settings_of_an_editor_are_a_persons(tmp_path: Path) -> None:
    root = tmp_path / "reader"
    create(root)
    (root / ".vscode/settings.json").write_text("{}", encoding="utf-8")
    main(["--root", str(root), "check", "--upgrade"])
    assert (root / ".vscode/settings.json").read_text(encoding="utf-8") == "{}"
