"""JSON Schemas of the files that authors write, generated from the records, for completion and checks in editors.

`python -m course_reader.parts.schemas` writes those with the installed parts to `course_reader/schemas/`, from where
they ship; `course-reader schema` prints those of a reader, with the keys of its custom parts.
A file names its schema in a comment: `# yaml-language-server: $schema=…/person.json`.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from pydantic.json_schema import GenerateJsonSchema

from course_reader.model.entry import MODELS
from course_reader.model.note import NoteFile
from course_reader.model.records import Record
from course_reader.parts.registry import Parts, installed

FOLDER = Path(__file__).parent.parent / "schemas"

#: the kinds of files that have a schema
NAMES = (*(kind.word for kind in MODELS), "article", "notes", "pack")


def records(parts: Parts) -> dict[str, type[Record]]:
    """The record that each schema describes, by the schema's name."""
    entries = {kind.word: model for kind, model in MODELS.items()}
    return {**entries, "article": parts.articles.whole, "notes": NoteFile, "pack": parts.packs.whole}


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


def schema_of(name: str, parts: Parts) -> dict[str, Any]:
    """The schema for a kind of file in a reader with these parts.

    Args:
        name: A kind of entry in the singular, or `article`, `notes` or `pack`.
        parts: The parts of the reader.

    >>> schema_of("person", Parts(installed()))["title"]
    'Person of a course reader'
    """
    record = records(parts)[name]
    body = record.model_json_schema(mode="validation", schema_generator=_Generator)
    for kind, model in MODELS.items():
        if model is record:
            # This key is read before the record is built: the folder decides the kind.
            about = "the kind, which the folder already gives; may be left out"
            body["properties"]["kind"] = {"enum": [name, str(kind)], "description": about}
    return {"$schema": _DIALECT, **body, "title": f"{name[0].upper()}{name[1:]} of a course reader"}


def text_of(name: str, parts: Parts) -> str:
    """The contents of a schema file."""
    return json.dumps(schema_of(name, parts), indent=2, ensure_ascii=False) + "\n"


def write(folder: Path = FOLDER) -> list[Path]:
    """Write every schema, with the keys of the installed parts, to a folder and return the files."""
    folder.mkdir(parents=True, exist_ok=True)
    parts = Parts(installed())
    paths = [folder / f"{name}.json" for name in NAMES]
    for path in paths:
        path.write_text(text_of(path.stem, parts), encoding="utf-8")
    return paths


if __name__ == "__main__":
    write()
