"""A set of notes that a pack asks for and of which it prints nothing is a problem."""

from __future__ import annotations

from pathlib import Path

import pytest
from libraries import make_shelf
from printed import pack
from readers import article

from course_reader.parts.packs.check import check

PACK = "corpus/packs/p"
KEPT = article("Text.").replace("own", "none")
NOTES = "layer: {audience: public}\nnotes: [{body: B}]\n"
FILES = {"corpus/one/article.md": article("Text."), f"{PACK}.md": pack("one", layers="[lena]")}


def told(root: Path, files: dict[str, str], **settings: str) -> list[str]:
    shelf = make_shelf({**FILES, **files}, root, **settings)
    return [problem.message.partition(": ")[2] for problem in check(shelf.at(PACK))]


def test_a_set_that_is_printed_is_none(tmp_path: Path) -> None:
    assert told(tmp_path, {"corpus/one/notes/lena.yaml": NOTES}) == []


@pytest.mark.parametrize(
    ("files", "why"),
    [
        ({}, "no article of the pack has it"),
        ({"corpus/one/notes/leno.yaml": NOTES}, "no article of the pack has it; did you mean 'leno'?"),
        ({"corpus/one/notes/lena.yaml": NOTES.replace("public", "class")}, "only the class may see it"),
        ({"corpus/one/notes/lena.yaml": "notes: [{body: B}]"}, "only the class may see it"),
        ({"corpus/one/notes/lena.yaml": "layer: {audience: public}\nnotes: []\n"}, "it holds no notes"),
        (
            {"corpus/one/notes/lena.yaml": NOTES, "corpus/one/article.md": KEPT},
            "the texts that it is about may not be printed",
        ),
    ],
)  # fmt: skip
def test_a_set_of_which_nothing_is_printed_is_told(tmp_path: Path, files: dict[str, str], why: str) -> None:
    [message] = told(tmp_path, files)
    assert message.startswith(why)


def test_the_class_may_see_all_sets(tmp_path: Path) -> None:
    files = {"corpus/one/notes/lena.yaml": NOTES.replace("public", "class")}
    assert told(tmp_path, files, reader_audience="class") == []


def test_a_pack_that_asks_for_none_has_no_problem(tmp_path: Path) -> None:
    assert told(tmp_path, {f"{PACK}.md": pack("one")}) == []
