"""Drafts of entries: written where there is no file yet, and never over one."""

from __future__ import annotations

import contextlib
import re
import textwrap
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from course_reader.files.characters import HIDDEN
from course_reader.files.schema_line import schema_line, with_schema_line
from course_reader.files.yaml_lines import Value
from course_reader.files.yaml_write import WIDTH, pair
from course_reader.model.entry import Kind
from course_reader.model.glossary import Glossary
from course_reader.model.new_files import new_list
from course_reader.store.errors import AlreadyThereError
from course_reader.store.new_file import add_file
from course_reader.store.schemas import keep_schemas
from course_reader.text.propose.records import ProposedEntry
from course_reader.text.propose.sounds import sounds
from course_reader.text.slugs import slug_of_name

#: the longest sentence that a draft quotes, in words
_QUOTED_WORDS = 30
#: characters that a comment in YAML must not have
_UNFIT = re.compile(rf"[\x00-\x1f\x7f-\x9f\u2028\u2029\ufeff\ud800-\udfff\ufffe\uffff{HIDDEN}]")
_HEAD = (
    "# A draft by `course-reader propose`, from what the articles say. Check it, complete it, and remove this comment\n"
    "# and the line `draft`: no page shows a draft."
)


@dataclass(frozen=True, slots=True)
class EntryDraft:
    """A proposal with the file that its draft has, or would have."""

    proposal: ProposedEntry
    id: str
    #: relative to the reader's folder
    path: str
    text: str

    def to_json(self) -> dict[str, Any]:
        """The record as `propose --json` prints it."""
        found = self.proposal
        return {
            "id": self.id,
            "path": self.path,
            "name": found.name,
            "kind": found.kind,
            "aliases": list(found.aliases),
            "metonyms": list(found.metonyms),
            "descriptions": list(found.descriptions),
            "names": {language: list(names) for language, names in found.names.items()},
            "articles": list(found.texts),
            "mentions": found.mentions,
            "gloss": found.gloss,
            "facts": {key: list(value) if isinstance(value, tuple) else value for key, value in found.facts.items()},
            "evidence": [
                {"article": row.text, "paragraph": row.paragraph, "sentence": row.sentence} for row in found.evidence
            ],
        }


def drafts_of(proposals: Iterable[ProposedEntry], glossary: Glossary, folder: str) -> list[EntryDraft]:
    """The drafts of proposals, each with an id that no entry has; what has a draft already is left out.

    Args:
        proposals: The proposals, the most important first.
        glossary: The glossary with its drafts.
        folder: The glossary's folder, relative to the reader's.
    """
    drafted = {
        (str(file.kind), name.casefold())
        for file in glossary.drafts.values()
        for name in (file.entry.name, *(alias.name for alias in file.entry.aliases if not alias.metonym))
    }
    taken = {*glossary.files, *glossary.drafts, *glossary.unread, *(Path(path).stem for path in glossary.hidden)}
    made: list[EntryDraft] = []
    for proposal in proposals:
        if (proposal.kind, proposal.name.casefold()) in drafted:
            continue
        entry_id = _free_id(proposal, taken)
        if entry_id:
            taken.add(entry_id)
            path = f"{folder}/{proposal.kind}/{entry_id}.md"
            made.append(EntryDraft(proposal, entry_id, path, draft_text(proposal)))
    return made


def known_drafts(proposals: Iterable[ProposedEntry], glossary: Glossary) -> list[EntryDraft]:
    """The proposals whose drafts are in the glossary already, each with its file; the others are left out."""
    by_name = {(str(file.kind), file.entry.name.casefold()): file for file in glossary.drafts.values()}
    found = []
    for proposal in proposals:
        file = by_name.get((proposal.kind, proposal.name.casefold()))
        if file is not None:
            found.append(EntryDraft(proposal, file.id, file.path, draft_text(proposal)))
    return found


def _free_id(proposal: ProposedEntry, taken: set[str]) -> str:
    """An id that nothing has yet: from the name, or from the name and the kind."""
    made = slug_of_name(proposal.name) or "-".join(filter(None, (slug_of_name(word) for word in sounds(proposal.name))))
    word = Kind(proposal.kind).word
    return next((one for one in (made, f"{made}-{word}") if made and one not in taken), "")


def write_drafts(drafts: Iterable[EntryDraft], root: Path) -> tuple[list[EntryDraft], list[EntryDraft]]:
    """Write the files of drafts.

    Returns:
        Those that were written, and those whose file exists already, which stays as it is.

    Raises:
        StoreError: if a file cannot be written.
    """
    written: list[EntryDraft] = []
    there: list[EntryDraft] = []
    for draft in drafts:
        path = root / draft.path
        try:
            line = schema_line(path, root, Kind(draft.proposal.kind).word)
            add_file(path, root, with_schema_line(draft.text, line, front_matter=True))
        except AlreadyThereError:
            there.append(draft)
        else:
            written.append(draft)
            with contextlib.suppress(AlreadyThereError):
                add_file(path.with_name("index.md"), root, new_list(Kind(draft.proposal.kind)))
    if written:
        keep_schemas(root)
    return written, there


def draft_text(proposal: ProposedEntry) -> str:
    """The text of a draft's file: what is known of the entry, and the sentences that say it as a comment.

    >>> print(draft_text(ProposedEntry("Kalvik", "places", texts=("quota",), mentions=2, gloss="Town.")))
    ---
    # A draft by `course-reader propose`, from what the articles say. Check it, complete it, and remove this comment
    # and the line `draft`: no page shows a draft.
    # Named in 1 article, 2 times.
    draft: true
    name: Kalvik
    gloss: Town.
    sources: []
    ---
    <BLANKLINE>
    """
    lines = ["---", _HEAD, *_comment(proposal), "draft: true"]
    for key, value in _values(proposal):
        lines += pair(key, value, 0)
    return "\n".join([*lines, "---", ""])


def entry_text(proposal: ProposedEntry, gloss: str) -> str:
    """The text of an entry that a person makes of a proposal, with the gloss as they have left it."""
    lines = ["---"]
    for key, value in _values(replace(proposal, gloss=gloss)):
        lines += pair(key, value, 0)
    return "\n".join([*lines, "---", ""])


def _values(proposal: ProposedEntry) -> Iterator[tuple[str, Value]]:
    name = _clean(proposal.name)
    yield "name", name
    words = name.split()
    if proposal.kind == Kind.PEOPLE and len(words) == 2:
        yield "sort", f"{words[1]}, {words[0]}"
    aliases: list[Value] = [_clean(alias) for alias in proposal.aliases]
    aliases += [{"name": _clean(alias), "metonym": True} for alias in proposal.metonyms]
    if aliases:
        yield "aliases", aliases
    if proposal.names:
        yield "names", {language: [*map(_clean, names)] for language, names in proposal.names.items()}
    yield "gloss", _clean(proposal.gloss)
    for key, value in proposal.facts.items():
        yield key, [*map(_clean, value)] if isinstance(value, tuple) else _clean(value)
    yield "sources", []


def _comment(proposal: ProposedEntry) -> Iterator[str]:
    """How often it is named, how else, and the sentences."""
    articles = len(proposal.texts)
    count = f"{articles} article" if articles == 1 else f"{articles} articles"
    times = {0: "", 1: ", once"}.get(proposal.mentions, f", {proposal.mentions} times")
    yield f"# Named in {count}{times}."
    if proposal.descriptions:
        yield from _wrapped(f"Also called: {', '.join(proposal.descriptions)}.")
    for row in proposal.evidence:
        where = f"{row.text}, paragraph {row.paragraph}" if row.paragraph else row.text
        words = row.sentence.split()
        sentence = " ".join(words[:_QUOTED_WORDS]) + (" …" if len(words) > _QUOTED_WORDS else "")
        yield from _wrapped(f"{where}: {sentence}")


def _wrapped(text: str) -> list[str]:
    return textwrap.wrap(_clean(text), WIDTH, initial_indent="# ", subsequent_indent="#   ", break_on_hyphens=False)


def _clean(text: str) -> str:
    """A text in one line, without characters that no file may have."""
    return " ".join(_UNFIT.sub(" ", text).split())
