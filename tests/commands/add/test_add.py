"""`add`: the files are valid, name their schema, and are refused in one sentence if they cannot be."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import jsonschema
import pytest
import yaml

from course_reader.cli import main
from course_reader.commands.command import FINE, PROBLEMS, WRONG_USE
from course_reader.commands.new import create
from course_reader.files.front_matter import read
from course_reader.model.entry import Kind

_MODELINE = re.compile(r"^# yaml-language-server: \$schema=(\S+)$", re.MULTILINE)


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A bare reader in which everything was added that can be."""
    root = tmp_path_factory.mktemp("add") / "reader"
    create(root, bare=True)

    def add(*argv: str) -> None:
        assert main(["--root", str(root), "add", *argv]) == FINE

    add("article", "Zwei: Städte", "--date", "2023-05-26")
    add("article", "Undated # text", "--slug", "undated")
    text = root / "corpus/zwei-stadte-2023/article.md"
    text.write_text(text.read_text(encoding="utf-8") + "\nThe pier is open. The quay is shut.\n", encoding="utf-8")
    for kind in Kind:
        add("entry", kind.word, f"A new {kind.word}")
    add("note", "zwei-stadte-2023", "pier is", "--kind", "question")
    add("note", "zwei-stadte-2023", "--body", "On the whole.")
    add("pack", "Both texts")
    add("pack", "One: text", "undated", "--name", "one")
    return root


def files(root: Path) -> Iterator[Path]:
    for folder in ("corpus", "glossary"):
        yield from (
            p for p in sorted((root / folder).rglob("*.*")) if p.suffix in (".md", ".yaml") and p.stem != "index"
        )


def test_every_file_fits_the_schema_that_it_names(filled: Path) -> None:
    found = list(files(filled))
    assert len(found) == 2 + len(Kind) + 1 + 2
    for path in found:
        text = path.read_text(encoding="utf-8")
        schema = (path.parent / _MODELINE.findall(text)[0]).resolve()
        assert schema.is_relative_to(filled.resolve() / ".schemas")
        value = read(text).document.value if path.suffix == ".md" else yaml.safe_load(text)
        validator = jsonschema.Draft202012Validator(yaml.safe_load(schema.read_text(encoding="utf-8")))
        assert [f"{path}: {error.message}" for error in validator.iter_errors(value)] == []


def test_the_check_names_what_is_to_be_filled_in_and_nothing_else(
    filled: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["--root", str(filled), "check"]) == PROBLEMS
    codes = set(re.findall(r"\[([a-z-]+)\]$", capsys.readouterr().out, re.MULTILINE))
    assert codes == {"empty-article", "gloss-empty", "missing-key"}


def test_the_comments_of_a_file_are_keys_that_it_may_have(filled: Path) -> None:
    """Whoever takes the mark off a line has a valid file."""
    for path in files(filled):
        if path.suffix != ".md":
            continue
        text = path.read_text(encoding="utf-8")
        schema = yaml.safe_load((path.parent / _MODELINE.findall(text)[0]).read_text(encoding="utf-8"))
        keys = re.findall(r"^# ([a-z_]+): ", text, re.MULTILINE)
        assert keys
        assert [key for key in keys if key not in schema["properties"]] == []


def test_a_pack_has_the_articles_in_order(filled: Path) -> None:
    listed = re.findall(r"^\.\./(\S+)/article$", (filled / "corpus/packs/both-texts.md").read_text("utf-8"), re.M)
    assert listed == ["zwei-stadte-2023", "undated"]
    assert "../undated/article\n```" in (filled / "corpus/packs/one.md").read_text("utf-8")


def test_a_note_has_its_place_and_is_for_the_class(filled: Path) -> None:
    content = yaml.safe_load((filled / "corpus/zwei-stadte-2023/notes/instructor.yaml").read_text("utf-8"))
    assert content["layer"] == {"title": "Instructor", "audience": "class"}
    first, second = content["notes"]
    assert (first["quote"], first["paragraph"], first["kind"]) == ("pier is", 1, "question")
    assert "quote" not in second


@pytest.mark.parametrize(
    ("argv", "sentence"),
    [
        (["entry", "plase", "X"], "there is no kind 'plase'; did you mean 'place'?"),
        (["entry", "place", "Степанакерт"], "no file name can be made from 'Степанакерт'; give one with --id"),
        (["entry", "place", "X", "--id", "Two Words"], "'Two Words' cannot name a file of the reader; use small"),
        (["entry", "term", "A new person"], "there is an entry a-new-person already: glossary/people/a-new-person.md"),
        (["article", " "], "the name is empty; give the words that readers will see"),
        (["article", "X", "--date", "12 March 2021"], "--date: '12 March 2021' is not a date"),
        (["article", "X", "--slug", "packs"], "'packs' cannot name a file of the reader"),
        (["note", "nowhere", "x"], "there is no article 'nowhere'; there are: undated, zwei-stadte-2023"),
        (["note", "zwei-stadte-2023", "the"], "“the” is not in the text of"),
        (["note", "zwei-stadte-2023", "The"], "“The” occurs 2 times in"),
        (["pack", "X", "nowhere"], "there is no article 'nowhere'"),
    ],
)
def test_what_cannot_be_added_is_refused_in_a_sentence(
    argv: list[str], sentence: str, filled: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = sorted(filled.rglob("*.*"))
    assert main(["--root", str(filled), "add", *argv]) == WRONG_USE
    assert sentence in capsys.readouterr().err
    assert [path for path in sorted(filled.rglob("*.*")) if path not in before and "_build" not in path.parts] == []


def test_nothing_is_overwritten(filled: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--root", str(filled), "add", "article", "Other", "--slug", "undated"]) == PROBLEMS
    assert "corpus/undated/article.md exists already; choose another name" in capsys.readouterr().err


def test_without_articles_there_is_nothing_to_print(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    create(tmp_path / "reader", bare=True)
    assert main(["--root", str(tmp_path / "reader"), "add", "pack", "X"]) == WRONG_USE
    assert "there is no article to print yet" in capsys.readouterr().err
