"""Entries of the glossary: finding one by a name, and creating a new one."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from pydantic import Field

from course_reader.authoring import articles
from course_reader.authoring.answers import RefusedError, RequestBody
from course_reader.authoring.kept import ReaderState
from course_reader.authoring.words.meanings import names_of
from course_reader.files.characters import with_plain_lines, without_hidden
from course_reader.model.dates import parse
from course_reader.model.entry import Kind
from course_reader.model.glossary import PAGES, EntryFile
from course_reader.model.new_files import Given, new_entry
from course_reader.store.errors import AlreadyThereError
from course_reader.store.new_file import add_file
from course_reader.text.fold import fold
from course_reader.text.slugs import SLUG, slug_of_name

#: the dates that an entry of each kind may have
DATES: dict[Kind, tuple[str, ...]] = {
    Kind.PEOPLE: ("born", "died"),
    Kind.AGREEMENTS: ("date",),
    Kind.ORGANISATIONS: ("founded", "dissolved"),
    Kind.EVENTS: ("start", "end"),
}

#: how many entries a search answers
_MOST = 20

#: characters that YAML cannot contain and that no name has
_UNFIT = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029\ufeff\ud800-\udfff\ufffe\uffff]")


#: the form of a source's key
_SOURCE = re.compile(r"[\w.:+/-]+")


class NewEntry(RequestBody):
    """A new entry, with the keys that are known so far."""

    kind: Kind = Field(strict=False)
    name: str = Field(min_length=1, max_length=200)
    id: str | None = Field(None, max_length=80)
    gloss: str = Field("", max_length=400)
    #: the text of its page, in Markdown
    prose: str = Field("", max_length=20_000)
    #: keys of docs/sources.bib
    sources: list[str] = Field(default_factory=list, max_length=40)
    #: dates by the keys that its kind has
    dates: dict[str, str] = Field(default_factory=dict)
    #: whether no page shows it yet; by default as long as it lacks a gloss, prose or a source
    draft: bool | None = None
    #: the article that needs it
    docname: str | None = None


def search(state: ReaderState, words: str) -> dict[str, Any]:
    """The entries that match some words, best first; without words, the first ones by name."""
    wanted = _plain(words)
    ranked = [(rank, file.entry.sort_key.casefold(), file) for file in state.glossary if (rank := _rank(file, wanted))]
    ranked.sort(key=lambda item: item[:2])
    rows = [
        {
            "id": file.id,
            "kind": str(file.kind),
            "name": file.entry.name,
            "gloss": next((g.text for g in file.entry.gloss if g.text), ""),
        }
        for *_, file in ranked[:_MOST]
    ]
    return {"entries": rows}


def _rank(file: EntryFile, wanted: str) -> int:
    """How well an entry matches: 1 is best, 0 is no match."""
    if not wanted:
        return 1
    names = [_plain(name) for name in names_of(file)]
    if wanted in names:
        return 1
    if any(name.startswith(wanted) for name in names):
        return 2
    if any(f" {wanted}" in name for name in names):
        return 3
    if any(wanted in name for name in names):
        return 4
    return 5 if all(any(part in name for name in names) for part in wanted.split()) else 0


def _plain(text: str) -> str:
    """Words without case, accents and hyphens, as people type them into a search box."""
    folded = unicodedata.normalize("NFKD", fold(text).text.casefold())
    bare = "".join(char for char in folded if not unicodedata.combining(char))
    return " ".join(bare.replace("-", " ").split())


def begin(state: ReaderState, root: Path, new: NewEntry) -> tuple[dict[str, Any], list[Path]]:
    """Write a new entry's file: what is known of it, and the next steps; a draft until it is complete.

    Returns:
        The answer, with the path and the id; and the file.

    Raises:
        RefusedError: if the entry exists already.
        StoreError: if it cannot be written.
    """
    name = _line(new.name)
    entry_id = new.id or slug_of_name(name)
    if not name or not SLUG.fullmatch(entry_id) or entry_id in PAGES:
        sentence = "give the entry an id of lower-case letters a to z, digits and hyphens"
        raise RefusedError(422, "bad-value", sentence)
    known = state.glossary
    if entry_id in known or entry_id in known.unread or entry_id in known.drafts:
        file = known.files.get(entry_id) or known.drafts.get(entry_id)
        raise RefusedError(409, "exists", f"there is an entry {entry_id} already: {file.path if file else entry_id}")
    slug = articles.find(state, new.docname)[1].parent.name if new.docname else None
    path = root / state.settings.glossary / str(new.kind) / f"{entry_id}.md"
    shown = path.relative_to(root).as_posix()
    given = _given(new)
    try:
        add_file(path, root, new_entry(path, root, new.kind, name, given, needed_for=slug or ""))
    except AlreadyThereError:
        raise RefusedError(409, "exists", f"there is an entry {entry_id} already: {shown}") from None
    return {"path": shown, "id": entry_id, "draft": given.draft}, [path]


def _given(new: NewEntry) -> Given:
    """What a person has typed, as it goes into the file.

    Raises:
        RefusedError: 422, if a date or a source cannot be one.
    """
    dates = {key: _line(value) for key, value in new.dates.items() if _line(value)}
    if other := next((key for key in dates if key not in DATES.get(new.kind, ())), None):
        raise RefusedError(422, "bad-value", f"an entry of this kind has no date {other!r}")
    for key, value in dates.items():
        try:
            parse(value)
        except ValueError as error:
            raise RefusedError(422, "bad-value", f"{key}: {error}") from None
    sources = tuple(dict.fromkeys(source for source in map(_line, new.sources) if source))
    if wrong := next((source for source in sources if not _SOURCE.fullmatch(source)), None):
        raise RefusedError(422, "bad-value", f"{wrong!r} is not the key of a source; keys are in docs/sources.bib")
    prose = with_plain_lines(without_hidden(new.prose)).strip()
    today = datetime.now(UTC).date().isoformat() if sources else ""
    given = Given(_line(new.gloss), prose, sources, dates, today)
    return replace(given, draft=not given.is_complete if new.draft is None else new.draft)


def _line(text: str) -> str:
    return " ".join(_UNFIT.sub(" ", text).split())
