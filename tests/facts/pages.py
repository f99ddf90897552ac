"""Every text of the shipped reader that states facts, with its place."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from course_reader.files.front_matter import read
from course_reader.files.yaml_lines import load

PROJECT = Path(__file__).parent.parent.parent


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


#: keys whose values are ids, addresses, or forms of names, not statements
_NO_STATEMENTS = _words(
    "id source sources see background url anchor entry mentions sort aliases names coordinates language layer by "
    "text_hash prefix suffix created modified rights adapted_from original credit gloss_policy date event_date "
    "from to born died founded dissolved start end as_of paragraph occurrence"
)
_ROLE = re.compile(r"\{[\w:]+\}\s*`[^`]*`")
_ADDRESS = re.compile(r"\]\([^)]*\)|https?://\S+|```.*?```|^:{3,}[^\n]*$|^\([\w-]+\)=$", re.S | re.M)


@dataclass(frozen=True)
class Text:
    """A text and where it stands."""

    path: str
    text: str
    #: entry, article, note, chapter or page
    kind: str

    @property
    def id(self) -> str:
        """The entry's id, or the page's name."""
        path = Path(self.path)
        return path.parent.name if path.stem == "article" else path.stem


@cache
def all_texts() -> tuple[Text, ...]:
    """The prose and the statements of the front matter of all pages but the manual."""
    found: list[Text] = []
    for pattern, kind in (
        ("glossary/*/*.md", "entry"),
        ("corpus/*/article.md", "article"),
        ("docs/background.md", "chapter"),
        ("docs/*.md", "page"),
        ("corpus/packs/*.md", "page"),
        ("index.md", "page"),
        ("glossary/*.md", "page"),
    ):
        for path in sorted(PROJECT.glob(pattern)):
            shown = path.relative_to(PROJECT).as_posix()
            if any(text.path == shown for text in found):
                continue
            kind_ = "page" if path.stem == "index" else kind
            front = read(path.read_text(encoding="utf-8"))
            found += [Text(shown, text, kind_) for text in (_plain(front.body), *_values(front.document.value))]
    for path in sorted(PROJECT.glob("corpus/*/notes/*.yaml")):
        notes = load(path.read_text(encoding="utf-8")).value["notes"]
        found += [Text(path.relative_to(PROJECT).as_posix(), _plain(note["body"]), "note") for note in notes]
    return tuple(text for text in found if text.text.strip())


def _values(value: Any, key: str = "") -> Iterator[str]:
    if isinstance(value, dict):
        for name, item in value.items():
            if name not in _NO_STATEMENTS:
                yield from _values(item, name)
    elif isinstance(value, list):
        for item in value:
            yield from _values(item, key)
    elif isinstance(value, str):
        yield _plain(value)


def _plain(text: str) -> str:
    """Running text without marks, addresses and citations; paragraphs stay apart."""
    text = _ADDRESS.sub(" ", _ROLE.sub("", text)).replace("**", "").replace("`", "")
    return "\n\n".join(" ".join(block.split()) for block in re.split(r"\n\s*\n|\n(?=[-\d]+[. ])", text))
