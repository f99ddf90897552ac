"""Writing imported notes to the files of notes: each file in one step, completely or not at all."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from course_reader.commands.notes.arrivals import Inbox, LayerPlan
from course_reader.commands.notes.changing import not_kept
from course_reader.exchange.records import LayerInfo
from course_reader.files.schema_line import schema_line
from course_reader.files.yaml_lines import Value, load
from course_reader.files.yaml_splice import SpliceError, change_item, insert_items
from course_reader.files.yaml_write import UnwritableError, list_item, pair, same
from course_reader.model.layers import layer_path, notes_in
from course_reader.model.note import ORDER, id_of
from course_reader.model.problems import Code, Problem, shown_path
from course_reader.store.errors import StoreError
from course_reader.store.files import FileStore
from course_reader.store.snapshots import write_snapshot

#: problems with which nothing is known about the notes in a file
_UNREADABLE = (Code.YAML, Code.NOT_UTF8)


def write(inbox: Inbox, root: Path) -> dict[str, Problem]:
    """Write the plans of one article.

    Returns:
        The problems of files that were not changed, by layer.
    """
    folder = inbox.article.noted.folder
    # Notes in a file that cannot be read would be written again to another one.
    unreadable = next((p for p in inbox.article.noted.problems if p.code in _UNREADABLE), None)
    problems = {}
    for name, plan in sorted(inbox.plans.items()):
        path = layer_path(folder / "article.md", name)
        if not (plan.new or plan.changes):
            continue
        if unreadable:
            message = f"it cannot be read, so nobody knows which notes are here already; mend it: {unreadable.message}"
            problems[name] = Problem(unreadable.path, unreadable.line, Code.NOTES_NOT_WRITTEN, message)
            continue
        try:
            _snapshot(inbox, plan, root)
        except StoreError as error:
            problems[name] = not_kept(folder, root, error)
            continue
        try:
            line = schema_line(path, root, "notes")
            FileStore(path, root).update(lambda text, plan=plan, line=line: edited(text, plan, inbox.starts, line))  # type: ignore[misc]
        except StoreError as error:
            problems[name] = Problem(shown_path(path, root), error.line, Code.NOTES_NOT_WRITTEN, error.message)
    return problems


def _snapshot(inbox: Inbox, plan: LayerPlan, root: Path) -> None:
    """Keep the text in which the new places were found, so that they are found again after it is edited."""
    text = inbox.article.text
    keys = [keys for _, keys in plan.new] + [keys for _, keys in plan.changes.values()]
    if any(found.get("text_hash") == text.hash for found in keys):
        write_snapshot(inbox.article.noted.folder, text.text, root)


def edited(text: str, plan: LayerPlan, starts: Mapping[str, int], schema: str) -> str:
    """The text of a file of notes with the planned changes.

    Args:
        text: The file; empty if it does not exist.
        plan: What to add and change.
        starts: The offset of each known note, to keep the file in the order of the text.
        schema: The comment that names the schema, for a new file.

    Raises:
        SpliceError: if it cannot be done without touching something that should stay.
    """
    if not text.strip():
        return f"{schema}\n{_fresh(plan)}"
    ids = [id_of(note, plan.head.name, i) if note else "" for i, note in enumerate(notes_in(text))]
    for note_id, (note, changes) in plan.changes.items():
        index = ids.index(note_id) if note_id in ids else -1
        if index < 0 or notes_in(text)[index] != note:
            raise SpliceError(f"the note {note_id} was changed while the import ran; import again", 1)
        # An id that was only made up for the page would be another one now.
        text = change_item(text, "notes", index, {"id": note_id} | changes, order=ORDER)
    new = [
        (next((i for i, name in enumerate(ids) if starts.get(name, 0) > start), len(ids)), keys)
        for start, keys in sorted(plan.new, key=lambda pair: pair[0])
        if keys["id"] not in ids
    ]
    return insert_items(text, "notes", new)


def _fresh(plan: LayerPlan) -> str:
    """A new file of notes."""
    head = _head(plan.head)
    notes: list[Value] = [keys for _, keys in sorted(plan.new, key=lambda pair: pair[0])]
    try:
        lines = [*pair("layer", head, 0), "notes:"]
        for note in notes:
            lines += ["  " + line if line else "" for line in list_item(note, 0)]
    except UnwritableError as error:
        raise SpliceError(str(error), 1) from None
    text = "\n".join(lines) + "\n"
    if not same(load(text).value, {"layer": head, "notes": notes}):
        raise SpliceError("the notes would not read back as they are", 1)
    return text


def _head(info: LayerInfo) -> dict[str, Value]:
    texts = {
        "title": info.title,
        "author": info.author,
        "language": info.language or "en",
        "audience": info.audience,
    }
    return {key: text for key, text in texts.items() if text}
