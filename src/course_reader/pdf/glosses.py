"""The notes of a pack, by the texts that they belong to, and the glosses that may be left out of a full margin."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from course_reader.tree.content import walk

#: the kinds of parts that have notes
TEXTS = ("article", "chapter")


@dataclass(frozen=True, slots=True)
class Glosses:
    """The glosses of a pack."""

    #: those of each text, in its order
    by_text: Sequence[Sequence[str]] = ()
    #: how much readers need a gloss at its line; one that is not here is never left out
    points: Mapping[str, int] = field(default_factory=dict)
    #: id of a note, gloss or footnote → the label of its text
    texts: Mapping[str, str] = field(default_factory=dict)

    def numbers(self, dropped: Set[str]) -> dict[str, str]:
        """New numbers of glosses, in texts from which some are left out."""
        found: dict[str, str] = {}
        for text in self.by_text:
            if not dropped.isdisjoint(text):
                found |= {gloss: str(n) for n, gloss in enumerate((g for g in text if g not in dropped), start=1)}
        return found


def glosses_of(folder: Path) -> Glosses:
    """The glosses of the pack whose tree is in a folder of work."""
    path = folder / "tree.json"
    if not path.is_file():
        return Glosses()
    parts = json.loads(path.read_text(encoding="utf-8"))["parts"]
    notes = [[item["note"] for item in walk(part) if item.get("t") == "mention" and "note" in item] for part in parts]
    texts = {note["id"]: part["label"] for part in parts if part["t"] in TEXTS for note in _notes(part)}
    points = {note["id"]: note["points"] for text in notes for note in text if "points" in note}
    return Glosses([[note["id"] for note in text] for text in notes if text], points, texts)


def _notes(part: Any) -> Iterator[Any]:
    """Everything in a text that is a note on paper: its glosses, notes and footnotes."""
    for item in walk(part):
        if item.get("t") == "noted":
            yield from item["notes"]
        elif "note" in item:
            yield item["note"]
