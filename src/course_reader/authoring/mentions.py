"""“This name is X” and “this is not X”: the line in an article's `mentions` that says so for one place only."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from pydantic import Field

from course_reader.authoring import articles
from course_reader.authoring.answers import RefusedError, RequestBody
from course_reader.authoring.kept import ReaderState
from course_reader.files.front_matter import read
from course_reader.files.yaml_lines import YamlError
from course_reader.files.yaml_splice import change_item, insert_item
from course_reader.marks.records import Page
from course_reader.store.files import FileStore
from course_reader.text.anchor import text_hash
from course_reader.text.clusters import whole
from course_reader.text.fold import fold_name
from course_reader.text.mention.index import NameIndex, Settled

#: given in place of an entry where some words name none
NONE = "none"

MentionKeys = dict[str, Any]
#: start and end of each mention → its entry
Spans = Mapping[tuple[int, int], str]


class Said(RequestBody):
    """An instructor's decision about some words."""

    docname: str
    start: int = Field(ge=0)
    end: int = Field(ge=1)
    text_hash: str
    entry: str = Field(max_length=200)
    #: the decisions on the article's words that the person has seen
    seen: list[dict[str, str | int | None]] = Field(max_length=1000)


def span_of(page: Page, said: Said) -> tuple[int, int]:
    """The words that were selected, without white space around them.

    Raises:
        RefusedError: 422, if they are not within one paragraph.
    """
    words = page.text[said.start : said.end]
    start = said.start + len(words) - len(words.lstrip())
    end = start + len(words.strip())
    if start >= end or "\n\n" in page.text[start:end]:
        raise RefusedError(422, "cannot-anchor", "select the name in the text, within one paragraph")
    return whole(page.text, start, end)


def say(state: ReaderState, root: Path, said: Said, etag: str | None) -> tuple[dict[str, Any], list[Path]]:
    """Write the line.

    Returns:
        The answer, and the article's file.

    Raises:
        RefusedError: 422, if the words cannot be found, or no line applies to them alone; 409 with the present
            decision, if somebody else has decided on these words since.
        StoreError: if the article cannot be changed.
    """
    page, path = articles.find(state, said.docname)
    if said.text_hash != text_hash(page.text):
        raise RefusedError(422, "cannot-anchor", "the article has changed in the meantime; select the name again")
    if said.entry != NONE and said.entry not in state.glossary:
        raise RefusedError(404, "no-entry", f"the entry {said.entry} does not exist")
    settling = Settling(state, page, span_of(page, said), said.entry, said.seen)
    line: MentionKeys = {}

    def edit(text: str) -> str:
        changed, written = settling.edit(text)
        line.update(written)
        return changed

    stored = FileStore(path, root, front_matter=True).change(edit, etag)
    return {"line": line, "etag": stored.etag}, [path]


class Settling:
    """Finds the line for some words, and tries it on the article before it is written."""

    def __init__(
        self, state: ReaderState, page: Page, span: tuple[int, int], entry: str, seen: list[MentionKeys]
    ) -> None:
        self.page = page
        self.span = span
        self.entry = entry
        self.seen = seen
        self.known = state.glossary
        self.index: NameIndex = state.index()
        self.paragraph = page.paragraph_at(span[0])

    def edit(self, text: str) -> tuple[str, MentionKeys]:
        """The article's file with the line, and the line.

        Raises:
            RefusedError: 422, if no line applies to these words and leaves all others as they are; 409 with the
                decision in the file, if it is another than the one that the person has seen.
        """
        try:
            written = read(text).document.value.get("mentions") or []
        except YamlError as error:
            raise RefusedError(422, "cannot-write", f"line {error.line}: {error.message}") from None
        lines: list[MentionKeys] = [dict(line) for line in written if isinstance(line, Mapping)]
        if len(lines) != len(written):
            raise RefusedError(422, "cannot-write", "`mentions` of the article should be a list of mappings")
        self._compare(lines)
        before, _ = self._outcome(lines)
        # The simplest line that changes nothing else; or else one that does, as when a full name decides later ones.
        for is_strict in (True, False):
            for line in self._candidates():
                same = next((i for i, old in enumerate(lines) if _place(old) == _place(line)), None)
                tried = [*lines, line] if same is None else [*lines[:same], line, *lines[same + 1 :]]
                after, applies = self._outcome(tried, line)
                if applies and self._is_said(after) and (not is_strict or self._is_same_elsewhere(before, after)):
                    return self._written(text, lines, same, line), line
        raise RefusedError(422, "cannot-anchor", "select the whole name, and neither a link nor a heading")

    def _compare(self, lines: list[MentionKeys]) -> None:
        """Refuse if these words have another meaning in the file than the person has seen."""
        now, lines_now = self._bearing(lines)
        if (now, lines_now) == self._bearing(self.seen):
            return
        theirs = NONE if any(line.get("entry") == NONE for line in lines_now) else None
        found = next(iter(now.values()), theirs)
        name = self.known[found].name if found and found in self.known else found
        sentence = "somebody else has decided on these words since you looked at them; compare and choose"
        decided = {"entry": found, "name": name, "seen": [_keys(line) for line in lines]}
        raise RefusedError(409, "decided", sentence, decided=decided)

    def _bearing(self, lines: list[MentionKeys]) -> tuple[Spans, list[MentionKeys]]:
        """What the words mean with these lines, and the lines that speak of their place."""
        start, end = self.span
        spans, _ = self._outcome(lines)
        places = [_place(line) for line in self._candidates()]
        here = {span: entry for span, entry in spans.items() if span[0] < end and span[1] > start}
        return here, [_keys(line) for line in lines if _place(line) in places]

    def _written(self, text: str, lines: list[MentionKeys], same: int | None, line: MentionKeys) -> str:
        if same is not None:
            return change_item(text, "mentions", same, {"entry": self.entry}, front_matter=True)
        return insert_item(text, "mentions", _index(lines, line), line, front_matter=True)

    def _candidates(self) -> Iterator[MentionKeys]:
        """Lines from the simplest to the most exact: first the paragraph alone, then the occurrence in it."""
        words = " ".join(self.page.text[slice(*self.span)].split())
        if self.paragraph is None:
            yield {"text": words, "entry": self.entry}
            place: MentionKeys = {}
            before = self.page.text[: self.span[0]]
        else:
            place = {"paragraph": self.paragraph.number}
            yield {"text": words, **place, "entry": self.entry}
            before = self.page.text[self.paragraph.start : self.span[0]]
        most = fold_name(before).count(fold_name(words)) + 1
        for occurrence in range(most, 0, -1):
            yield {"text": words, **place, "occurrence": occurrence, "entry": self.entry}

    def _outcome(self, lines: list[MentionKeys], line: MentionKeys | None = None) -> tuple[Spans, bool]:
        """The mentions that a build would find with these lines; and whether one of the lines applies."""
        settled = [self._settled(line) for line in lines if isinstance(line.get("text"), str) and line["text"]]
        found = self.index.find(
            self.page.text,
            date=self.page.day,
            paragraphs=[(p.start, p.end, p.number) for p in self.page.paragraphs],
            skip=self.page.skip,
            settled=list(dict.fromkeys(settled)),
            language=self.page.article.language if self.page.article else "en",
        )
        applies = line is not None and self._settled(line) not in found.unmatched
        return {(m.start, m.end): m.entry for m in found.mentions}, applies

    def _settled(self, line: MentionKeys) -> Settled:
        entry = line.get("entry")
        known = entry if isinstance(entry, str) and entry in self.known else None
        return Settled(line["text"], known, line.get("paragraph"), line.get("occurrence"))

    def _is_said(self, after: Spans) -> bool:
        """Whether these words have the meaning that was decided."""
        start, end = self.span
        here = {span: entry for span, entry in after.items() if span[0] < end and span[1] > start}
        return here == ({} if self.entry == NONE else {self.span: self.entry})

    def _is_same_elsewhere(self, before: Spans, after: Spans) -> bool:
        """Whether all other words have the same meaning as before."""
        start, end = self.span
        apart = [{s: e for s, e in spans.items() if s[1] <= start or s[0] >= end} for spans in (before, after)]
        return apart[0] == apart[1]


def _keys(line: Mapping[str, Any]) -> MentionKeys:
    """The keys of a line that are given."""
    return {key: line[key] for key in ("text", "paragraph", "occurrence", "entry") if line.get(key) is not None}


def _place(line: MentionKeys) -> tuple[object, object, object]:
    return fold_name(str(line.get("text", ""))), line.get("paragraph"), line.get("occurrence")


def _index(lines: list[MentionKeys], line: MentionKeys) -> int:
    """The place of the line among the others, which most people keep in the order of the text."""
    numbers = [old.get("paragraph") for old in lines]
    number = line.get("paragraph")
    behind = (i for i, old in enumerate(numbers) if isinstance(old, int) and number is not None and old > number)
    return next(behind, len(lines))
