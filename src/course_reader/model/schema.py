"""JSON Schemas of the files that authors write, made from the records; editors complete and check with them.

`python -m course_reader.model.schema` writes them into `course_reader/schemas/`, from where they ship.
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
    """Says what the records take, for editors."""

    def str_schema(self, schema: Any) -> dict[str, Any]:
        """A number serves as a text, such as the year 1984 as a title."""
        return {**super().str_schema(schema), "type": ["string", "number"]}

    def field_title_should_be_set(self, schema: Any) -> bool:
        """Whether a title is made of a field's name: never, since it would say nothing new."""
        return False


def schema_of(name: str) -> dict[str, Any]:
    """The schema of one kind of file."""
    body = SCHEMAS[name].model_json_schema(mode="validation", schema_generator=_Generator)
    for kind, model in MODELS.items():
        if model is SCHEMAS[name]:
            # It is read before the record is made: the folder decides what the entry is.
            about = "what the folder says already; may be left out"
            body["properties"]["kind"] = {"enum": [name, str(kind)], "description": about}
    return {"$schema": _DIALECT, **body, "title": f"{name[0].upper()}{name[1:]} of a course reader"}


def text_of(name: str) -> str:
    """The file of a schema."""
    return json.dumps(schema_of(name), indent=2, ensure_ascii=False) + "\n"


def write(folder: Path = FOLDER) -> list[Path]:
    """Write every schema."""
    folder.mkdir(parents=True, exist_ok=True)
    paths = [folder / f"{name}.json" for name in SCHEMAS]
    for path in paths:
        path.write_text(text_of(path.stem), encoding="utf-8")
    return paths


if __name__ == "__main__":
    write()
