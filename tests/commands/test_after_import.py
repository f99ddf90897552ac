"""An import ends with what to do next, and says which texts are there already."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from course_reader.cli import main
from course_reader.commands.new import create

FERRY = (
    "Ferry Returns to Northport After Nine Years\n\nBy Lena Marsh\n\nJune 9, 2023\n\n"
    "Mayor Ada Quill opened the pier on Friday before hundreds of people, and the boat to Westhaven left at noon.\n\n"
    "The people of Westhaven had waited for nine years, Quill said, and nobody had believed in the jurisprudence of "
    "the harbour court any more.\n\n"
    "The board must still pay for a second boat, which is built in Easthaven and costs four million crowns.\n"
)


@pytest.fixture(scope="module")
def answers(tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    """What an import prints, and a second one of another version, and of that once more as JSON without writing."""
    folder = tmp_path_factory.mktemp("after")
    create(folder / "reader")
    (folder / "ferry.txt").write_text(FERRY, encoding="utf-8")
    later = FERRY.replace("Returns", "Is Back,", 1).replace("The board must", "A vote is near. The town must")
    (folder / "later.txt").write_text(later, encoding="utf-8")
    return [
        _printed(folder, "ferry.txt"),
        _printed(folder, "later.txt", "--json"),
        _printed(folder, "later.txt", "--dry-run"),
    ]


def _printed(folder: Path, name: str, *options: str) -> str:
    import contextlib
    import io

    out = io.StringIO()
    with contextlib.redirect_stdout(out):
        main(["--root", str(folder / "reader"), "import", str(folder / name), *options])
    return out.getvalue()


def test_questions_names_and_hard_words_are_counted(answers: list[str]) -> None:
    end = answers[0].partition("Next:\n")[2]
    assert "questions to answer" in end
    assert "Westhaven (2×), Easthaven (1×)" in end
    assert "Ada Quill" not in end
    assert "jurisprudence" in end


def test_the_same_as_json_with_the_version_that_is_there(answers: list[str]) -> None:
    found = json.loads(answers[1])
    assert {"name": "Westhaven", "count": 2} in found["next"]["names"]
    assert "jurisprudence" in found["next"]["hard"]
    (near,) = found["articles"][0]["similar"]
    assert near["path"].startswith("corpus/private/ferry-returns")
    assert near["share"] > 0.5


def test_nothing_is_next_when_nothing_was_written(answers: list[str]) -> None:
    assert "Next:" not in answers[2]
