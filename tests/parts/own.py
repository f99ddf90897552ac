"""A reader's own parts, as files beside its configuration."""

from __future__ import annotations

from pathlib import Path

OWN = """
from course_reader.parts.part import Part

PART = Part(name="{name}", about="A part of one's own.")
"""


def write(folder: Path, name: str, text: str) -> None:
    """Write a module; its name begins with `mine_`, `wrong_part`, `right_part` or `another_`."""
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
