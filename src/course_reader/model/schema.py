"""JSON Schemas of the files that authors write, generated from the records, for completion and checks in editors.

`python -m course_reader.model.schema` writes them to `course_reader/schemas/`, which is part of the package.
A file names its schema in a comment: `# yaml-language-server: $schema=…/person.json`.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from pydantic.json_schema import GenerateJsonSchema

from course_reader.model.article import Article
from course_reader.model.entry import MODELS
from course_reader.model.note import NoteFile
from course_reader.model.pack import Pack
from course_reader.model.records import Record

FOLDER = Path(__file__).parent.parent / "schemas"

#: name of the schema → the record that it describes
SCHEMAS: dict[str, type[Record]] = {
    **{kind.word: model for kind, model in MODELS.items()},
    "article": Article,
    "notes": NoteFile,
    "pack": Pack,
}

_DIALECT = GenerateJsonSchema.schema_dialect


class _Generator(GenerateJsonSchema):
    """Generates schemas that allow what the records accept."""

    def str_schema(self, schema: Any) -> dict[str, Any]:
        """A number is allowed as a text, such as the year 1984 as a title."""
        return {**super().str_schema(schema), "type": ["string", "number"]}

    def model_schema(self, schema: Any) -> dict[str, Any]:
        """A record is described by its docstring, without the examples for Python."""
        made = super().model_schema(schema)
        if "description" in made:
            made["description"] = made["description"].partition("\n\n>>>")[0]
        return made

    def field_title_should_be_set(self, schema: Any) -> bool:
        """Whether to generate a title from a field's name: never, as it would add nothing."""
        return False


def schema_of(name: str) -> dict[str, Any]:
    """The schema for a kind of file: a kind of entry in the singular, or `article`, `notes` or `pack`.

    >>> schema_of("person")["title"]
    'Person of a course reader'
    """
    body = SCHEMAS[name].model_json_schema(mode="validation", schema_generator=_Generator)
    for kind, model in MODELS.items():
        if model is SCHEMAS[name]:
            # This key is read before the record is built: the folder decides the kind.
            about = "the kind, which the folder already gives; may be left out"
            body["properties"]["kind"] = {"enum": [name, str(kind)], "description": about}
    return {"$schema": _DIALECT, **body, "title": f"{name[0].upper()}{name[1:]} of a course reader"}


def text_of(name: str) -> str:
    """The contents of a schema file."""
    return json.dumps(schema_of(name), indent=2, ensure_ascii=False) + "\n"


def write(folder: Path = FOLDER) -> list[Path]:
    """Write every schema to a folder and return the files."""
    folder.mkdir(parents=True, exist_ok=True)
    paths = [folder / f"{name}.json" for name in SCHEMAS]
    for path in paths:
        path.write_text(text_of(path.stem), encoding="utf-8")
    return paths


if __name__ == "__main__":
    write()
