"""Parts that cannot be used: what is said of them, and that the others go on."""

from __future__ import annotations

from pathlib import Path

import pytest
from parts.own import OWN, write
from readers import article, make_reader

from course_reader.parts.registry import installed, of_reader

pytestmark = pytest.mark.usefixtures("forget_parts")


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", ["wrong_part", "PART = Part"]),
        ("PART = 'a text'\n", ["wrong_part", "PART = Part"]),
        ("PART = 1 / 0\n", ["wrong_part", "division by zero"]),
        ("raise SystemExit(2)\n", ["wrong_part", "2"]),
        ("def (:\n", ["wrong_part", "a syntax error"]),
        ("import nothing_of_that_name\n", ["wrong_part", "nothing_of_that_name"]),
        (None, ["wrong_part", "No module named"]),
    ],
    ids=["no part", "no Part", "fails", "ends the program", "no Python", "needs another", "is not there"],
)
def test_one_that_cannot_be_used_is_told_in_a_sentence(tmp_path: Path, text: str | None, words: list[str]) -> None:
    if text is not None:
        write(tmp_path, "wrong_part.py", text)
    write(tmp_path, "right_part.py", OWN.format(name="mine"))
    parts = of_reader(["wrong_part", "right_part"], tmp_path)

    [sentence] = map(str, parts.wrong)
    assert all(word in sentence for word in words), sentence
    assert "mine" in {part.name for part in parts}, "the others are used"


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ("settings=UNIT", "`settings` of the part 'wrong_part' should be a tuple: `settings=(Setting(…),)`"),
        ("below=(1,)", "`below` of the part 'wrong_part' should be a tuple: `below=(Below(…),)`"),
        ("below=(Below(order='a', values=print, page=print),)", "has the order 'a'; it should be a whole number"),
        ("keys=dict", "`keys` of the part 'wrong_part' should be a class that inherits from `Record`"),
        ("check=7", "`check` of the part 'wrong_part' should be a function"),
        ("setup='x'", "`setup` of the part 'wrong_part' should be a function"),
        ("keys=Keys", "declares the key of articles 'title', which exists already; give it another name"),
        ("pack_keys=Keys", "declares the key of packs 'title', which exists already"),
        ("keys=Asked", "declares the key of articles 'questions', which exists already"),
        ("settings=(UNIT,)", "declares the setting 'corpus', which exists already"),
        ("in_pack=(InPack(name='glossary', order=5, make=list),)", "the part of a pack 'glossary', which exists"),
    ],
)
def test_one_with_wrong_fields_or_with_names_of_others_is_told_in_a_sentence(
    tmp_path: Path, fields: str, words: str
) -> None:
    code = f"""
from course_reader.model.records import Record
from course_reader.model.settings import Setting, text
from course_reader.parts.part import Below, InPack, Part


class Keys(Record):
    title: int = 3


class Asked(Record):
    questions: int = 3


UNIT = Setting("corpus", "x", "A unit.", text)
PART = Part(name="wrong", about="It is wrong.", {fields})
"""
    write(tmp_path, "wrong_part.py", code)
    parts = of_reader(["wrong_part"], tmp_path)

    [sentence] = map(str, parts.wrong)
    assert words in sentence
    assert parts.all == installed()


def test_one_that_replaces_another_may_have_its_names(tmp_path: Path) -> None:
    write(
        tmp_path,
        "another_questions.py",
        """
from course_reader.model.records import Record
from course_reader.parts.part import Part


class Keys(Record):
    questions: tuple[str, ...] = ()


PART = Part(name="questions", about="Questions, without groups.", keys=Keys)
""",
    )
    assert of_reader(["another_questions"], tmp_path).wrong == ()


def test_a_build_warns_of_it_and_goes_on(tmp_path: Path) -> None:
    files = {"corpus/one/article.md": article("Text."), "wrong_part_of_a_build.py": "PART = None\n"}
    reader = make_reader(tmp_path, files, "reader_parts = ['wrong_part_of_a_build']\n")
    reader.build("dummy")

    [line] = reader.warnings
    assert line.startswith("conf.py:9: WARNING: ")
    assert "wrong_part_of_a_build" in line and "[reader.bad-setting]" in line
