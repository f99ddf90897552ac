"""The schema of the tree is made from the records, and forbids what they do not name."""

from __future__ import annotations

from typing import Any, Literal

import jsonschema
import pytest
from pydantic import ValidationError
from pydantic.errors import PydanticUserError
from trees import BLOCKS, PACK, par
from typing_extensions import TypedDict

from course_reader.tree import below, pack, parts, records, schema
from course_reader.tree.parts import PARTS

META = {
    "title": "A", "running": "A", "subtitle": "", "author": "", "keywords": [], "paper": "a4", "sides": "two",
    "language": "en", "region": "GB", "right_to_left": [], "edition": "", "colour": False,
    "numbers": "paragraphs", "notes": "margin",
    "fonts": {"serif": [], "languages": {}},
    "sizes": {"text": 10.0, "note": 8.0, "small": 8.0}, "digits": 2,
}  # fmt: skip


def tree(*parts: dict[str, Any]) -> dict[str, Any]:
    """A pack of some parts."""
    return {"meta": META, "parts": list(parts), "labels": []}


def test_the_schema_is_a_json_schema() -> None:
    rules = jsonschema.Draft202012Validator(jsonschema.Draft202012Validator.META_SCHEMA)
    assert list(rules.iter_errors(PACK.json_schema())) == []


def test_every_record_is_part_of_the_schema() -> None:
    described = PACK.json_schema()["$defs"]
    found = {
        name
        for module in (records, below, pack, parts)
        for name, value in vars(module).items()
        if isinstance(value, type) and value.__module__ == module.__name__ and not name.startswith("_")
    }
    # These are what records have in common, or the whole.
    assert found - set(described) == {*("AnyPart", "TitledPart", "RunningPart", "ReadingPart", "PackTree", "Headed")}


def test_every_record_has_a_sentence_for_the_manual() -> None:
    described = PACK.json_schema()["$defs"]
    assert [name for name, found in described.items() if not found.get("description", "").endswith(".")] == []


@pytest.mark.parametrize(
    ("block", "complaint"),
    [
        (par("Words.") | {"colour": "red"}, "Extra inputs are not permitted"),
        (par("Words.", {"t": "em", "c": [], "x": 1}), "Extra inputs are not permitted"),
        (par("Words.") | {"n": "1"}, "Input should be a valid integer"),
        ({"t": "par", "n": None, "c": []}, "Field required"),
        ({"t": "paragraph", "c": []}, "does not match any of the expected tags"),
        (par({"t": "par", "n": None, "ids": [], "c": []}), "does not match any of the expected tags"),
    ],
    ids=["another key", "another key inside", "another type", "a key less", "another kind", "a block among words"],
)
def test_what_is_not_a_record_is_refused(block: dict[str, Any], complaint: str) -> None:
    with pytest.raises(ValidationError, match=complaint):
        BLOCKS.validate_python([block])


class BoxPart(TypedDict):
    """A part that an instructor adds."""

    t: Literal["key-figures"]
    rows: list[list[records.Inline]]


def test_a_part_that_is_added_is_allowed_where_it_is_known() -> None:
    box = {"t": "key-figures", "rows": [["44,000", {"t": "em", "c": ["people"]}]]}

    with pytest.raises(ValidationError, match="does not match any of the expected tags"):
        PACK.validate_python(tree(box))
    extended = schema.pack([*PARTS, BoxPart])
    extended.validate_python(tree({"t": "contents"}, box))
    with pytest.raises(ValidationError, match="Extra inputs"):
        extended.validate_python(tree(box | {"x": 1}))


def test_two_parts_cannot_have_one_kind() -> None:
    class Other(TypedDict):
        t: Literal["contents"]

    with pytest.raises((PydanticUserError, TypeError), match="contents"):
        schema.pack([*PARTS, Other])
