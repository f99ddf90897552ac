"""JSON Schemas of the files that authors write, generated from the records; editors complete and check with them.

`python -m course_reader.parts.schemas` writes the schemas of the installed parts into `course_reader/schemas/`,
which ships with the package; `course-reader schema` prints those of a reader, including keys of the reader's parts.
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
    """Adapts schemas to what the records accept, for editors."""

    def str_schema(self, schema: Any) -> dict[str, Any]:
        """A number is accepted as text, such as the year 1984 as a title."""
        return {**super().str_schema(schema), "type": ["string", "number"]}

    def field_title_should_be_set(self, schema: Any) -> bool:
        """Whether a title is derived from a field's name: never, because it would add nothing."""
        return False


def schema_of(name: str, parts: Parts) -> dict[str, Any]:
    """The schema of one kind of file in a reader with these parts."""
    record = records(parts)[name]
    body = record.model_json_schema(mode="validation", schema_generator=_Generator)
    for kind, model in MODELS.items():
        if model is record:
            # It is read before the record is created: the folder decides the kind of an entry.
            about = "the same kind as the folder; may be omitted"
            body["properties"]["kind"] = {"enum": [name, str(kind)], "description": about}
    return {"$schema": _DIALECT, **body, "title": f"{name[0].upper()}{name[1:]} of a course reader"}


def text_of(name: str, parts: Parts) -> str:
    """The file of a schema."""
    return json.dumps(schema_of(name, parts), indent=2, ensure_ascii=False) + "\n"


def write(folder: Path = FOLDER) -> list[Path]:
    """Write every schema, with the keys of the installed parts."""
    folder.mkdir(parents=True, exist_ok=True)
    parts = Parts(installed())
    paths = [folder / f"{name}.json" for name in NAMES]
    for path in paths:
        path.write_text(text_of(path.stem, parts), encoding="utf-8")
    return paths


if __name__ == "__main__":
    write()
