"""Calling `notes` in a reader with two articles, with files made of values."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from exchange.made_up import PAGE
from readers import Reader, article

from course_reader.cli import main
from course_reader.commands.command import FINE
from course_reader.files.yaml_lines import load
from course_reader.model.note import Note, NoteFile

TALKS = """
The talks on the harbour went on for a third day. Nobody said what was agreed.

“A dispute of forty years is not settled in three days,” the mayor of Northport said.

The talks will go on in May.
"""
RETOLD = "In the town of Northport they talk about the harbour. A dispute of forty years, the mayor said, takes time.\n"
FILES: dict[str, str | bytes | Path | None] = {
    "corpus/talks/article.md": article(TALKS, url=f"{PAGE}/?utm_source=mail"),
    "corpus/retold/article.md": article(RETOLD, adapted_from=f"{{url: {PAGE}}}"),
}


class Calls:
    """Calls the command in a reader, with files made of values."""

    def __init__(self, reader: Reader, capsys: pytest.CaptureFixture[str]) -> None:
        self.reader, self.capsys = reader, capsys

    def run(self, *argv: str) -> tuple[int, str, str]:
        try:
            code = main(["--root", str(self.reader.root), "notes", *argv])
        except SystemExit as stop:
            code = int(str(stop.code))
        said = self.capsys.readouterr()
        return code, said.out, said.err

    def bring(self, value: Any, *options: str, code: int = FINE) -> dict[str, Any]:
        """Import a value as a file; the answer as data."""
        file = self.reader.root.parent / "file.json"
        file.write_text(value if isinstance(value, str) else json.dumps(value), encoding="utf-8")
        got, out, _ = self.run("import", str(file), "--json", *options)
        assert got == code
        return dict(json.loads(out))

    def notes(self, layer: str, slug: str = "talks") -> list[Note]:
        path = self.reader.root / "corpus" / slug / "notes" / f"{layer}.yaml"
        return list(NoteFile.model_validate(load(path.read_text(encoding="utf-8")).value).notes)

    def files(self) -> dict[str, bytes]:
        folder = self.reader.root / "corpus"
        return {p.relative_to(folder).as_posix(): p.read_bytes() for p in folder.rglob("*.*") if p.is_file()}
