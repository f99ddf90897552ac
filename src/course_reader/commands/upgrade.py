"""`check --upgrade`: a reader that an earlier version made or imported is brought up to date.

Only what has one right answer is changed, and each change is said. What needs a decision is a problem.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from course_reader.files.schema_line import FOLDER, schema_line, with_schema_line
from course_reader.model.problems import shown_path
from course_reader.store.errors import StoreError
from course_reader.store.files import FileStore

#: roles and directives that had another name: what they are called now
_RENAMED = {"sheet": "prereading"}
_NAME = re.compile(rf"(?<=\{{)(?:{'|'.join(_RENAMED)})(?=\}})")


def upgrade(root: Path) -> Iterator[str]:
    """Bring a reader up to date; a line for each change, and for each file that could not be changed."""
    from course_reader.commands.own_parts import parts_of_reader
    from course_reader.parts.schemas import NAMES, text_of
    from course_reader.store.schemas import EDITOR, keep_schemas, shipped

    parts = parts_of_reader(root)
    schemas = {f"{FOLDER}/{name}.json": text_of(name, parts).encode() for name in NAMES}
    for name in keep_schemas(root, {**schemas, EDITOR: shipped()[EDITOR]}, refresh=True):
        yield f"written: {name}"
    for path, kind in _files(root):
        yield from _changed(path, root, kind)


def _changed(path: Path, root: Path, kind: str) -> Iterator[str]:
    in_front = path.suffix == ".md"
    store = FileStore(path, root, front_matter=in_front)
    said: list[str] = []

    def edit(text: str) -> str:
        said.clear()
        new = with_schema_line(text, schema_line(path, root, kind), front_matter=in_front) if kind else text
        if new != text:
            said.append("names its schema")
        text, renamed = _NAME.subn(lambda found: _RENAMED[found[0]], new) if in_front else (new, 0)
        if renamed:
            said.append("uses the present names of roles")
        return text

    try:
        store.update(edit)
    except StoreError as error:
        yield f"left as it is: {error.message}"
        return
    if said:
        yield f"changed: {shown_path(path, root)} {' and '.join(said)}"


def _files(root: Path) -> Iterator[tuple[Path, str]]:
    """The files of a reader that authors write, each with the name of its schema; "" for those without one."""
    from course_reader.model.conf import of_reader
    from course_reader.model.entry import Kind

    settings, _ = of_reader(root)
    corpus = root / settings.corpus
    yield from ((path, "article") for path in sorted(corpus.glob("**/article.md")))
    yield from ((path, "pack") for path in sorted(corpus.glob("packs/*.md")))
    yield from ((path, "notes") for path in sorted(corpus.glob("**/notes/*.yaml")) if not path.name.startswith("."))
    for kind in Kind:
        entries = (path for path in sorted((root / settings.glossary / kind).glob("*.md")) if path.stem != "index")
        yield from ((path, kind.word) for path in entries)
    yield from ((path, "") for path in (root / "index.md", *sorted((root / "docs").rglob("*.md"))) if path.is_file())
