"""The notes of the reader that ships: out, in, and out again."""

from __future__ import annotations

import shutil
from pathlib import Path

from course_reader.cli import main
from course_reader.commands.command import FINE

PARTS = ("conf", "corpus", "glossary", "docs/sources.bib")


def test_the_shipped_notes_come_back_byte_for_byte(project: Path, tmp_path: Path) -> None:
    root = tmp_path / "reader"
    for name in PARTS:
        source = project / name
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copytree(source, root / name) if source.is_dir() else shutil.copy(source, root / name)
    (root / "index.md").write_text("# Front page\n", encoding="utf-8")
    slugs = sorted(path.parent.name for path in (root / "corpus").glob("*/notes"))
    files = [tmp_path / f"{slug}.json" for slug in slugs]

    def export() -> list[bytes]:
        for slug, file in zip(slugs, files, strict=True):
            assert main(["--root", str(root), "notes", "export", slug, "--glosses", "-o", str(file)]) == FINE
        return [file.read_bytes() for file in files]

    first = export()
    assert all(b'"n-' in data and b'"reader:entry"' in data for data in first)
    for slug in slugs:
        shutil.rmtree(root / "corpus" / slug / "notes")
        shutil.rmtree(root / "corpus" / slug / "snapshots", ignore_errors=True)
    assert main(["--root", str(root), "notes", "import", *map(str, files)]) == FINE
    assert export() == first
