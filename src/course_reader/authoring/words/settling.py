"""The line of an article's `mentions` that gives some words their meaning: found, and tried before it is written."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from course_reader.authoring.answers import RefusedError
from course_reader.authoring.kept import ReaderState
from course_reader.files.front_matter import read
from course_reader.files.yaml_lines import YamlError
from course_reader.files.yaml_splice import change_item, insert_item, remove_item
from course_reader.marks.records import Page
from course_reader.text.fold import fold_name
from course_reader.text.mention.index import NameIndex, Settled

#: given in place of an entry where some words name none
NONE = "none"

MentionKeys = dict[str, Any]
#: start and end of each mention → its entry
Spans = Mapping[tuple[int, int], str]


@dataclass(frozen=True, slots=True)
class Settlement:
    """A line that was written, and what it changed."""

    line: MentionKeys
    #: the line that it replaced; None if there was none
    was: MentionKeys | None
    #: lines about single places that gave way to one about the whole article
    gone: list[MentionKeys]
    #: how many stretches of the text mean something else now
    places: int


class Settling:
    """Finds the line for some words, and tries it on the article before it is written.

    Args:
        state: The reader as it was built last.
        page: The article.
        span: The words.
        entry: The entry that they name, or `NONE`.
        seen: The decisions that the person has seen.
        everywhere: Whether the same words mean this in the whole article.
    """

    def __init__(
        self,
        state: ReaderState,
        page: Page,
        span: tuple[int, int],
        entry: str,
        seen: list[MentionKeys],
        *,
        everywhere: bool = False,
    ) -> None:
        self.page = page
        self.span = span
        self.entry = entry
        self.seen = seen
        self.everywhere = everywhere
        self.known = state.glossary
        self.index: NameIndex = state.index()
        self.paragraph = page.paragraph_at(span[0])
        self.words = " ".join(page.text[slice(*span)].split())

    def edit(self, text: str) -> tuple[str, Settlement]:
        """The article's file with the line, and the line.

        Raises:
            RefusedError: 422, if no line applies to these words and leaves all others as they are; 409 with the
                decision in the file, if it is another than the one that the person has seen.
        """
        lines = lines_of(text)
        self._compare(lines)
        before, _ = self._outcome(lines)
        # The simplest line that changes nothing else; or else one that does, as when a full name decides later ones.
        for is_strict in (False,) if self.everywhere else (True, False):
            for line in self._candidates():
                kept = [old for old in lines if not self._gives_way(old, line)]
                same = next((i for i, old in enumerate(kept) if _place(old) == _place(line)), None)
                tried = [*kept, line] if same is None else [*kept[:same], line, *kept[same + 1 :]]
                after, applies = self._outcome(tried, line)
                if applies and self._is_said(after) and (not is_strict or self._is_same_elsewhere(before, after)):
                    was = None if same is None else kept[same]
                    gone = [keys(old) for old in lines if self._gives_way(old, line)]
                    return self._written(text, lines, line), Settlement(line, was, gone, _differing(before, after))
        raise RefusedError(422, "cannot-anchor", "select the whole name, and neither a link nor a heading")

    def _gives_way(self, old: MentionKeys, line: MentionKeys) -> bool:
        """Whether a line about this one place has to go, because the whole article is decided now."""
        places = [_place(one) for one in self._places()]
        return self.everywhere and _place(old) in places and _place(old) != _place(line)

    def _compare(self, lines: list[MentionKeys]) -> None:
        """Refuse if these words have another meaning in the file than the person has seen."""
        now, lines_now = self._bearing(lines)
        if (now, lines_now) == self._bearing(self.seen):
            return
        theirs = NONE if any(line.get("entry") == NONE for line in lines_now) else None
        found = next(iter(now.values()), theirs)
        name = self.known[found].name if found and found in self.known else found
        sentence = "somebody else has decided on these words since you looked at them; compare and choose"
        decided = {"entry": found, "name": name, "seen": [keys(line) for line in lines]}
        raise RefusedError(409, "decided", sentence, decided=decided)

    def _bearing(self, lines: list[MentionKeys]) -> tuple[Spans, list[MentionKeys]]:
        """What the words mean with these lines, and the lines that speak of their place."""
        start, end = self.span
        spans, _ = self._outcome(lines)
        places = [_place(line) for line in (*self._candidates(), *self._places())]
        here = {span: entry for span, entry in spans.items() if span[0] < end and span[1] > start}
        return here, [keys(line) for line in lines if _place(line) in places]

    def _written(self, text: str, lines: list[MentionKeys], line: MentionKeys) -> str:
        for index in range(len(lines) - 1, -1, -1):
            if self._gives_way(lines[index], line):
                text = remove_item(text, "mentions", index, front_matter=True)
        kept = [old for old in lines if not self._gives_way(old, line)]
        same = next((i for i, old in enumerate(kept) if _place(old) == _place(line)), None)
        if same is not None:
            return change_item(text, "mentions", same, {"entry": self.entry}, front_matter=True)
        return insert_item(text, "mentions", _index(kept, line), line, front_matter=True)

    def _candidates(self) -> Iterator[MentionKeys]:
        """The lines that may be written, the simplest first."""
        if self.everywhere:
            yield {"text": self.words, "entry": self.entry}
        else:
            yield from self._places()

    def _places(self) -> Iterator[MentionKeys]:
        """Lines from the simplest to the most exact: first the paragraph alone, then the occurrence in it."""
        if self.paragraph is None:
            yield {"text": self.words, "entry": self.entry}
            place: MentionKeys = {}
            before = self.page.text[: self.span[0]]
        else:
            place = {"paragraph": self.paragraph.number}
            yield {"text": self.words, **place, "entry": self.entry}
            before = self.page.text[self.paragraph.start : self.span[0]]
        most = fold_name(before).count(fold_name(self.words)) + 1
        for occurrence in range(most, 0, -1):
            yield {"text": self.words, **place, "occurrence": occurrence, "entry": self.entry}

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


def lines_of(text: str) -> list[MentionKeys]:
    """The lines of `mentions` in an article's file.

    Raises:
        RefusedError: 422, if it is no list of mappings.
    """
    try:
        written = read(text).document.value.get("mentions") or []
    except YamlError as error:
        raise RefusedError(422, "cannot-write", f"line {error.line}: {error.message}") from None
    if not isinstance(written, list) or not all(isinstance(line, Mapping) for line in written):
        raise RefusedError(422, "cannot-write", "`mentions` of the article should be a list of mappings")
    return [dict(line) for line in written]


def without(text: str, line: MentionKeys, was: MentionKeys | None, gone: Sequence[MentionKeys]) -> str:
    """An article's file as it was before a decision: without its line, and with those that it replaced.

    Raises:
        RefusedError: 409, if the line is not there any more.
    """
    found = next((i for i, old in enumerate(lines_of(text)) if keys(old) == keys(line)), None)
    if found is None:
        sentence = "somebody has changed this decision since, so it was not taken back; look at the words again"
        raise RefusedError(409, "decided", sentence)
    if was is None:
        text = remove_item(text, "mentions", found, front_matter=True)
    else:
        text = change_item(text, "mentions", found, {"entry": was.get("entry")}, front_matter=True)
    for old in gone:
        lines = lines_of(text)
        if _place(old) not in map(_place, lines):
            text = insert_item(text, "mentions", _index(lines, old), old, front_matter=True)
    return text


def keys(line: Mapping[str, Any]) -> MentionKeys:
    """The keys of a line that are given."""
    return {key: line[key] for key in ("text", "paragraph", "occurrence", "entry") if line.get(key) is not None}


def _differing(before: Spans, after: Spans) -> int:
    return sum(before.get(span) != after.get(span) for span in {*before, *after})


def _place(line: MentionKeys) -> tuple[object, object, object]:
    return fold_name(str(line.get("text", ""))), line.get("paragraph"), line.get("occurrence")


def _index(lines: list[MentionKeys], line: MentionKeys) -> int:
    """The place of the line among the others, which most people keep in the order of the text."""
    numbers = [old.get("paragraph") for old in lines]
    number = line.get("paragraph")
    behind = (i for i, old in enumerate(numbers) if isinstance(old, int) and number is not None and old > number)
    return next(behind, len(lines))
