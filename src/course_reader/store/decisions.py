"""What a person decides on a proposal: it becomes an entry, a name of one, or is not proposed again."""

from __future__ import annotations

import re
from pathlib import Path

from course_reader.files.front_matter import read
from course_reader.files.schema_line import schema_line, with_schema_line
from course_reader.files.yaml_lines import YamlError
from course_reader.files.yaml_splice import insert_item
from course_reader.model.entry import Kind
from course_reader.model.glossaries.drafts import is_draft
from course_reader.store.drafts import EntryDraft, entry_text
from course_reader.store.errors import BrokenFileError
from course_reader.store.files import FileStore
from course_reader.store.new_file import add_file

_MARK = re.compile(r"^draft:[^\r\n]*\r?\n", re.MULTILINE)
_COMMENT = re.compile(r"^#[^\n]*\n", re.MULTILINE)


def make_entry(draft: EntryDraft, root: Path, gloss: str) -> Path:
    """Make an entry of a proposal: a new file, or the file of its draft without the mark.

    A draft that a person has changed keeps everything but the mark; the gloss is then theirs.

    Returns:
        The file.

    Raises:
        StoreError: if it cannot be written, or is still a draft without the line `draft`.
    """
    path = root / draft.path
    text = entry_text(draft.proposal, gloss)
    if not path.exists():
        add_file(path, root, with_schema_line(text, _schema(draft, root), front_matter=True))
        return path
    store = FileStore(path, root, front_matter=True)

    def edit(old: str) -> str:
        new = with_schema_line(text, _schema(draft, root), front_matter=True)
        new = new if _is_untouched(old, draft) else _MARK.sub("", old, count=1)
        if is_draft(new):
            raise BrokenFileError(store.name, 1, "the mark `draft` is not a line of its own here; remove it by hand")
        return new

    store.update(edit)
    return path


def add_alias(path: Path, root: Path, name: str) -> None:
    """Add a name to the aliases of an entry, unless it has it.

    Raises:
        StoreError: if the file cannot be changed safely.
    """
    store = FileStore(path, root, front_matter=True)

    def edit(text: str) -> str:
        try:
            known = read(text).document.value.get("aliases") or []
        except YamlError as error:
            raise BrokenFileError(store.name, error.line, error.message) from None
        rows = known if isinstance(known, list) else [known]
        if name in [row.get("name") if isinstance(row, dict) else row for row in rows]:
            return text
        return insert_item(text, "aliases", len(rows), {"name": name}, front_matter=True)

    store.update(edit)


def discard(draft: EntryDraft, root: Path) -> bool:
    """Delete the file of a draft, unless a person has changed it.

    Returns:
        Whether no such file is left.
    """
    path = root / draft.path
    if not path.exists():
        return True
    if not _is_untouched(FileStore(path, root, front_matter=True).read().text, draft):
        return False
    path.unlink()
    return True


def _is_untouched(text: str, draft: EntryDraft) -> bool:
    """Whether a file says what the command has written, apart from the sentences that it quotes."""
    return _COMMENT.sub("", text) == _COMMENT.sub("", draft.text)


def _schema(draft: EntryDraft, root: Path) -> str:
    return schema_line(root / draft.path, root, Kind(draft.proposal.kind).word)
