"""The list of names without an entry, and what a person says of each: an entry, a name of an entry, not a name."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any, Literal

from pydantic import Field

from course_reader.authoring.answers import RefusedError, RequestBody
from course_reader.authoring.kept import ReaderState
from course_reader.marks.proposing import source_text
from course_reader.model.entry import Kind
from course_reader.store import decisions
from course_reader.store.drafts import EntryDraft, drafts_of, known_drafts
from course_reader.store.refusals import refuse, refused
from course_reader.text.propose.proposing import propose
from course_reader.text.propose.records import SourceText

#: the most rows of an answer
_MOST = 200


class Decision(RequestBody):
    """What a person says of a proposal."""

    kind: Kind = Field(strict=False)
    name: str = Field(min_length=1, max_length=200)
    act: Literal["entry", "alias", "refuse"]
    #: for an entry: its gloss
    gloss: str = Field("", max_length=400)
    #: for an alias: the entry that it is a name of
    entry: str = Field("", max_length=200)


def answer(state: ReaderState, root: Path) -> dict[str, Any]:
    """The proposals, those that most articles name first."""
    rows = [(draft, is_written) for draft, is_written in _rows(state, root)]
    return {
        "proposals": [
            {
                **{key: value for key, value in draft.to_json().items() if key in _SHOWN},
                "draft": draft.path if is_written else None,
            }
            for draft, is_written in rows[:_MOST]
        ],
        "count": len(rows),
    }


_SHOWN = ("name", "kind", "aliases", "metonyms", "articles", "mentions", "gloss", "evidence")


def _rows(state: ReaderState, root: Path) -> Iterator[tuple[EntryDraft, bool]]:
    """All proposals, each with whether the file of its draft is there."""
    folder = root / state.settings.glossary
    found = propose(_sources(state), {*refused(folder, root), *state.settings.not_names})
    written = known_drafts(found, state.glossary)
    fresh = drafts_of(found, state.glossary, state.settings.glossary)
    made = {id(draft.proposal): (draft, False) for draft in fresh} | {
        id(draft.proposal): (draft, True) for draft in written
    }
    return (made[id(proposal)] for proposal in found if id(proposal) in made)


def _sources(state: ReaderState) -> Iterator[SourceText]:
    for docname, page in state.pages.items():
        if page.article is None:
            continue
        about = page.article
        taken = [
            *page.skip,
            *((mention.start, mention.end) for mention in page.mentions),
            *((name.start, name.end) for name in page.unlinked),
            *((down.start, down.end) for down in page.turned_down),
        ]
        front = {
            "outlet": about.outlet,
            "agency": about.agency,
            "language": about.language,
            "date": str(about.date or ""),
        }
        yield source_text(docname, page.text, page.paragraphs, taken, front)


def decide(state: ReaderState, root: Path, said: Decision) -> tuple[dict[str, Any], list[Path]]:
    """Write what a person says.

    Returns:
        The answer, with a sentence for people; and the files that have changed.

    Raises:
        RefusedError: 404, if the proposal or the entry does not exist any more.
        StoreError: if a file cannot be written.
    """
    key = str(said.kind), said.name
    draft = next((one for one, _ in _rows(state, root) if (one.proposal.kind, one.proposal.name) == key), None)
    if draft is None:
        raise RefusedError(404, "no-proposal", f"{said.name} is not proposed any more; reload the list")
    if said.act == "entry":
        path = decisions.make_entry(draft, root, " ".join(said.gloss.split()))
        return {"words": f"{said.name} is an entry now: {draft.path}. Add its text and its sources there."}, [path]
    if said.act == "refuse":
        files = [refuse(said.name, root / state.settings.glossary, root)]
        words = f"{said.name} will not be proposed again."
    else:
        file = state.glossary.files.get(said.entry)
        if file is None or file.origin:
            raise RefusedError(404, "no-entry", f"this reader has no entry {said.entry} of its own; choose another")
        decisions.add_alias(root / file.path, root, said.name)
        files = [root / file.path]
        words = f"{said.name} is now a name of {file.entry.name}."
    if not decisions.discard(draft, root):
        words += f" Somebody has changed its draft, {draft.path}, so it was kept; delete it yourself."
    return {"words": words}, [*files, root / draft.path]
