"""What a shared glossary says of itself."""

from __future__ import annotations

from pathlib import Path

from course_reader.files.yaml_lines import YamlError
from course_reader.files.yaml_lines import load as load_yaml
from course_reader.model.glossaries.origin import Origin
from course_reader.model.glossary import read_text
from course_reader.model.problems import Problem
from course_reader.model.records import Record, WebAddress, build


class Manifest(Record):
    """What a shared glossary says of itself."""

    title: str
    authors: str = ""
    licence: str = ""
    url: WebAddress = ""
    #: the day of the export
    date: str = ""


def origin_in(path: Path, name: str) -> Origin | str:
    """Whose a glossary is, or what is wrong with the file that says so.

    Args:
        path: The file.
        name: The name of the glossary in the settings, for the message.
    """
    found: list[Problem] = []
    try:
        text = read_text(path, path.name, found)
        manifest = build(Manifest, load_yaml(text or ""), path.name, found) if text is not None else None
    except YamlError as error:
        return f"{path.name} of {name!r} cannot be read: line {error.line}: {error.message}"
    if manifest is None or found:
        return f"{path.name} of {name!r}: {found[0].message if found else 'it is empty; export the glossary again'}"
    return Origin(manifest.title, manifest.authors, manifest.licence, manifest.url)
