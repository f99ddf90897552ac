"""“This name is X” and “this is not X”: said by a person of some words, in one place or in the whole article."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from pydantic import Field

from course_reader.authoring import articles
from course_reader.authoring.answers import RefusedError, RequestBody
from course_reader.authoring.kept import ReaderState
from course_reader.authoring.words.settling import NONE, Settlement, Settling, without
from course_reader.authoring.words.undo import Steps
from course_reader.marks.records import Page
from course_reader.store.files import FileStore
from course_reader.text.anchor import text_hash
from course_reader.text.clusters import whole

#: a line of an article's `mentions`, as pages send it
_Line = dict[str, str | int | None]


class Said(RequestBody):
    """An instructor's decision about some words."""

    docname: str
    start: int = Field(ge=0)
    end: int = Field(ge=1)
    text_hash: str
    entry: str = Field(max_length=200)
    #: the decisions on the article's words that the person has seen
    seen: list[_Line] = Field(max_length=1000)
    #: whether the same words mean this in the whole article
    everywhere: bool = False


class TakenBack(RequestBody):
    """A decision that is taken back."""

    docname: str
    line: _Line
    #: the line that it replaced; None if there was none
    was: _Line | None = None
    #: lines about single places that gave way to it
    gone: list[_Line] = Field(default_factory=list, max_length=1000)
    #: the state of the file that it made
    done: str = Field(max_length=80)


def span_of(page: Page, start: int, end: int) -> tuple[int, int]:
    """The words that were selected, without white space around them.

    Raises:
        RefusedError: 422, if they are not within one paragraph.
    """
    words = page.text[start:end]
    start += len(words) - len(words.lstrip())
    end = start + len(words.strip())
    if start >= end or "\n\n" in page.text[start:end]:
        raise RefusedError(422, "cannot-anchor", "select the name in the text, within one paragraph")
    return whole(page.text, start, end)


@dataclass(slots=True)
class Decider:
    """Writes decisions on words, and takes them back."""

    root: Path
    steps: Steps = field(default_factory=Steps)

    def say(self, state: ReaderState, said: Said, etag: str | None) -> tuple[dict[str, Any], list[Path]]:
        """Write the line.

        Returns:
            The answer, with a sentence for people, and the article's file.

        Raises:
            RefusedError: 422, if the words cannot be found, or no line applies to them alone; 409 with the present
                decision, if somebody else has decided on these words since.
            StoreError: if the article cannot be changed.
        """
        page, path = articles.find(state, said.docname)
        if page.level:
            sentence = "names are decided in the article's own text, for all its levels; open it there"
            raise RefusedError(422, "cannot-anchor", sentence)
        if said.text_hash != text_hash(page.text):
            raise RefusedError(422, "cannot-anchor", "the article has changed in the meantime; select the name again")
        if said.entry != NONE and said.entry not in state.glossary:
            raise RefusedError(404, "no-entry", f"the entry {said.entry} does not exist")
        span = span_of(page, said.start, said.end)
        settling = Settling(state, page, span, said.entry, [*said.seen], everywhere=said.everywhere)
        made: list[tuple[str, Settlement]] = []

        def edit(text: str) -> str:
            changed, decision = settling.edit(text)
            made.append((text, decision))
            return changed

        stored = FileStore(path, self.root, front_matter=True).change(edit, etag)
        before, decision = made[-1]
        self.steps.keep(path, stored.etag, before)
        name = state.glossary[said.entry].name if said.entry != NONE else ""
        answer = {"line": decision.line, "was": decision.was, "gone": decision.gone, "etag": stored.etag}
        return answer | {"words": _sentence(settling, decision, name)}, [path]

    def take_back(self, state: ReaderState, asked: TakenBack) -> tuple[dict[str, Any], list[Path]]:
        """Take a decision back.

        Raises:
            RefusedError: 409, if somebody has changed it since.
            StoreError: if the article cannot be changed.
        """
        _, path = articles.find(state, asked.docname)

        def undo(text: str) -> str:
            return without(text, asked.line, asked.was, asked.gone)

        etag = self.steps.take_back(path, self.root, asked.done, undo)
        return {"etag": etag, "words": f"Taken back: “{asked.line.get('text')}” is as it was."}, [path]


def _sentence(settling: Settling, decision: Settlement, name: str) -> str:
    """What was done, for people."""
    words = f"“{settling.words}”"
    if settling.everywhere:
        count = f" ({decision.places} place{'' if decision.places == 1 else 's'})"
        said = (
            f"{words} now means {name} in the whole article" if name else f"{words} is not linked in this article now"
        )
        return f"{said}{count}."
    where = f" in paragraph {settling.paragraph.number}" if settling.paragraph else ""
    return f"{words}{where} now means {name}." if name else f"{words}{where} is not linked any more."
