"""Writing what an import brings to the files of notes: each file in one step, as it is or as it should be."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from course_reader.authoring.store import BrokenFile, FileStore, StaleFile, StoreError
from course_reader.exchange.merge import ORDER
from course_reader.exchange.records import LayerInfo
from course_reader.model.note import Note, notes_of
from course_reader.model.snapshot import write_snapshot
from course_reader.model.yaml_lines import Value, load, mapping
from course_reader.model.yaml_splice import CannotSplice, change_item, insert_items
from course_reader.model.yaml_write import CannotWrite, list_item, pair, same
from course_reader.notes_commands.arriving import Desk, LayerPlan
from course_reader.problems import Code, Problem, shown_path
from course_reader.sphinx_ext.notes import made_id

_ATTEMPTS = 3


#: why nothing can be known of the notes in a file
_UNREADABLE = (Code.YAML, Code.NOT_UTF8)


def write(desk: Desk, root: Path) -> dict[str, Problem]:
    """Write the plans of one article.

    Returns:
        Why a file was left as it was, by its layer.
    """
    folder = desk.article.noted.folder
    # What is in a file that cannot be read would be written once more to another one.
    unreadable = next((p for p in desk.article.noted.problems if p.code in _UNREADABLE), None)
    problems = {}
    for name, plan in sorted(desk.plans.items()):
        path = folder / "notes" / f"{name}.yaml"
        if not (plan.new or plan.changes):
            continue
        if unreadable:
            message = f"it cannot be read, so nobody knows which notes are here already; mend it: {unreadable.message}"
            problems[name] = Problem(unreadable.path, unreadable.line, Code.NOTES_NOT_WRITTEN, message)
            continue
        try:
            _snapshot(desk, plan)
            _change(FileStore(path, root), plan, desk.starts)
        except StoreError as error:
            line = error.line if isinstance(error, BrokenFile) else 0
            problems[name] = Problem(shown_path(path, root), line, Code.NOTES_NOT_WRITTEN, error.message)
        except OSError as error:
            reason = f"the text that the notes are made on cannot be kept ({error.strerror}); check the folder"
            problems[name] = Problem(shown_path(path, root), 0, Code.NOTES_NOT_WRITTEN, reason)
    return problems


def _snapshot(desk: Desk, plan: LayerPlan) -> None:
    """Keep the text that the new places were found in, so that they are found again after it is edited."""
    text = desk.article.text
    keys = [keys for _, keys in plan.new] + [keys for _, keys in plan.changes.values()]
    if any(found.get("text_hash") == text.hash for found in keys):
        write_snapshot(desk.article.noted.folder, text.text)


def _change(store: FileStore, plan: LayerPlan, starts: Mapping[str, int]) -> None:
    """Change a file; once more if somebody saves it meanwhile, since each step looks at what the file says then."""
    for attempt in range(_ATTEMPTS):
        stored = store.read()
        try:
            store.change(lambda text: edited(text, plan, starts), stored.etag)
        except StaleFile:
            if attempt == _ATTEMPTS - 1:
                raise
        else:
            return


def edited(text: str, plan: LayerPlan, starts: Mapping[str, int]) -> str:
    """The text of a file of notes with what is planned.

    Args:
        text: The file; empty if it is not there.
        plan: What to add and change.
        starts: Where each known note stands, to keep the file in the order of the text.

    Raises:
        CannotSplice: if it cannot be done without touching what should stay.
    """
    if not text.strip():
        return _fresh(plan)
    ids = [note.id or made_id(plan.head.name, i, note) for i, note in enumerate(notes_in(text))]
    for note_id, (note, changes) in plan.changes.items():
        index = ids.index(note_id) if note_id in ids else -1
        if index < 0 or notes_in(text)[index] != note:
            raise CannotSplice(f"the note {note_id} was changed while the import ran; import again", 1)
        # An id that was only made up for the page would be another one now.
        text = change_item(text, "notes", index, {"id": note_id} | changes, order=ORDER)
    new = [
        (next((i for i, name in enumerate(ids) if starts.get(name, 0) > start), len(ids)), keys)
        for start, keys in sorted(plan.new, key=lambda pair: pair[0])
        if keys["id"] not in ids
    ]
    return insert_items(text, "notes", new)


def notes_in(text: str) -> list[Note]:
    """The notes of a file, in its order; what is wrong in it has been told before."""
    document = load(text.replace("\r\n", "\n"))
    document.value = dict(mapping(document))
    content = notes_of(document, "", [])
    return list(content.notes) if content else []


def _fresh(plan: LayerPlan) -> str:
    """A new file of notes."""
    head = _head(plan.head)
    notes: list[Value] = [keys for _, keys in sorted(plan.new, key=lambda pair: pair[0])]
    try:
        lines = [*pair("layer", head, 0), "notes:"]
        for note in notes:
            lines += ["  " + line if line else "" for line in list_item(note, 0)]
    except CannotWrite as error:
        raise CannotSplice(str(error), 1) from None
    text = "\n".join(lines) + "\n"
    if not same(load(text).value, {"layer": head, "notes": notes}):
        raise CannotSplice("the notes would not read back as they are", 1)
    return text


def _head(info: LayerInfo) -> dict[str, Value]:
    texts = {
        "title": info.title,
        "author": info.author,
        "language": info.language or "en",
        "audience": info.audience,
    }
    return {key: text for key, text in texts.items() if text}
