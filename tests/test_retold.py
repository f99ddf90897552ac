"""The shipped articles held against their originals, which are not part of the project."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from course_reader.cli import main
from course_reader.commands.command import FINE
from course_reader.files.front_matter import read

pytestmark = pytest.mark.samples


def originals(samples: Path) -> list[str]:
    return [str(path) for path in sorted(samples.glob("*.txt"))]


def test_no_difference_is_unlisted(project: Path, samples: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--root", str(project), "check", "--adapted", *originals(samples), "--json"]) == FINE
    answer = json.loads(capsys.readouterr().out)
    assert [(row["article"], row["unlisted"]) for row in answer["articles"]] == [("moscow-2023", 0), ("sochi-2022", 0)]
    assert all(one["reason"] for row in answer["articles"] for one in row["listed"])


def test_the_counts_are_of_the_originals(project: Path, samples: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--root", str(project), "compare", *originals(samples), "--json"]) == FINE
    answer = json.loads(capsys.readouterr().out)
    for slug, counts in answer.items():
        text = (project / "corpus" / slug / "article.md").read_text(encoding="utf-8")
        assert read(text).document.value["counts"] == counts
    assert [(c["quotations"], c["quoted"]) for c in answer.values()] == [(6, 76), (13, 162)]
