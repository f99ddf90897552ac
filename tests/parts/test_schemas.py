"""The schemas that ship are those of the records, and every file of the reader fits its own."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import yaml

from course_reader.files.front_matter import split
from course_reader.model.entry import Kind
from course_reader.parts.registry import Parts, installed
from course_reader.parts.schemas import FOLDER, NAMES, records, write
from course_reader.parts.schemas import schema_of as _schema_of

PARTS = Parts(installed())


def schema_of(name: str) -> dict[str, Any]:
    return _schema_of(name, PARTS)


def errors(name: str, value: object) -> list[str]:
    validator = jsonschema.Draft202012Validator(schema_of(name))
    return [error.message for error in validator.iter_errors(value)]


def entry(**keys: Any) -> dict[str, Any]:
    return {"name": "A", "gloss": "g", **keys}


@pytest.mark.parametrize("name", NAMES)
def test_the_shipped_schema_is_that_of_the_records(name: str) -> None:
    jsonschema.Draft202012Validator.check_schema(schema_of(name))
    shipped = json.loads((FOLDER / f"{name}.json").read_text(encoding="utf-8"))
    assert shipped == schema_of(name), "run: python -m course_reader.parts.schemas"


def test_no_schema_is_left_over(tmp_path: Path) -> None:
    assert {path.name for path in write(tmp_path)} == {path.name for path in FOLDER.iterdir()}


class _AsEditors(yaml.SafeLoader):
    """YAML as editors read it: a date is a text."""


_AsEditors.yaml_implicit_resolvers = {
    start: [(tag, pattern) for tag, pattern in resolvers if not tag.endswith("timestamp")]
    for start, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
}


def files_with_schemas(root: Path) -> Iterator[tuple[str, Path]]:
    for kind in Kind:
        for path in sorted((root / "glossary" / kind).glob("*.md")):
            if path.stem != "index":
                yield kind.word, path
    yield from (("article", path) for path in sorted((root / "corpus").glob("*/article.md")))
    yield from (("pack", path) for path in sorted((root / "corpus" / "packs").glob("*.md")))
    yield from (("notes", path) for path in sorted((root / "corpus").glob("*/notes/*.yaml")))


@pytest.mark.parametrize("reader", [".", "src/course_reader/commands/new_reader/full"])
def test_every_file_fits_its_schema(project: Path, reader: str) -> None:
    wrong = []
    names = set()
    for name, path in files_with_schemas(project / reader):
        text = path.read_text(encoding="utf-8")
        block = text if name == "notes" else (split(text) or ("",))[0]
        value = yaml.load(block, Loader=_AsEditors)
        names.add(name)
        wrong += [f"{path.relative_to(project)}: {message}" for message in errors(name, value)]
    assert wrong == []
    assert {"person", "place", "agreement", "article", "notes"} <= names


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("person", entry()),
        ("person", entry(kind="person")),
        ("person", entry(born=1975, died="2003-12", roles=[{"title": "T", "from": "2018-05-08", "to": ".."}])),
        ("person", entry(roles=[{"title": "T", "from": None}])),
        ("place", entry(aliases=["B", {"name": "C", "metonym": True, "from": 1923}], coordinates=[40.1, 45])),
        ("place", entry(names={"ru": "Б", "hy": ["Ա", "Բ"]})),
        ("place", entry(gloss=[{"to": "2023-09-19", "text": "x"}, {"from": "2023-09-20", "text": "y"}])),
        ("event", entry(start="2020-09-27/2020-11-10", end="1988~")),
        ("agreement", entry(name=1984, parties=["A", "B"])),
        ("article", {"title": "T", "questions": ["Why?", {"group": "G", "text": "How?"}], "unsure": "outlet"}),
        ("article", {"title": "T", "rights": {"status": "own"}, "mentions": [{"text": "A", "entry": "none"}]}),
        ("notes", {"layer": None, "notes": [{"id": "n-0123abcd", "body": "B"}]}),
        ("notes", {"notes": [{"body": "B", "in_reply_to": "n-0123abcd", "original": {"id": "x", "kept": [1]}}]}),
    ],
)
def test_what_authors_may_write_is_allowed(name: str, value: object) -> None:
    assert errors(name, value) == []
    record = dict(value) if isinstance(value, dict) else {}
    record.pop("kind", None)
    assert records(PARTS)[name].model_validate(record)


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("person", entry(rolse=[])),
        ("person", entry(start=2018)),
        ("person", {"name": "A"}),
        ("person", entry(born="May 1975")),
        ("person", entry(born=75)),
        ("person", entry(roles=[{"title": "T", "form": 2018}])),
        ("person", entry(kind="place")),
        ("person", entry(gloss=["a", "b"])),
        ("person", entry(gloss=[])),
        ("place", entry(coordinates=[40.1])),
        ("place", entry(coordinates=[140.1, 45])),
        ("place", entry(aliases="B")),
        ("article", {"title": ""}),
        ("article", {"title": "T", "gloss": "frist"}),
        ("article", {"title": "T", "mentions": [{"text": "A"}]}),
        ("article", {"title": "T", "date": ".."}),
        ("notes", {"notes": [{"id": "n-1", "body": "B"}]}),
        ("notes", {"notes": [{"quote": "q"}]}),
    ],
)
def test_what_authors_may_not_write_is_not(name: str, value: object) -> None:
    assert errors(name, value)


@pytest.mark.parametrize("name", NAMES)
def test_editors_can_explain_what_a_file_is(name: str) -> None:
    schema = schema_of(name)
    assert schema["description"]
    assert schema["title"].endswith("of a course reader")
    assert ">>>" not in json.dumps(schema)
