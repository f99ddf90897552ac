"""The reading level of a reader's texts: articles, sections of chapters, entries, and all glosses together."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from course_reader.marks.records import Page, Prose
from course_reader.model.entry import Entry
from course_reader.model.level import Level
from course_reader.model.problems import Code, Problem
from course_reader.text.prose.level import COVERAGE, Readability, measure
from course_reader.text.prose.loaded import spans_of
from course_reader.views.at import At
from course_reader.views.library import Library

#: how many hard words a message names
_SHOWN = 8


@dataclass(frozen=True, slots=True)
class LevelRow:
    """One text and its measurements."""

    #: article, section, entry or glosses
    kind: str
    title: str
    path: str
    line: int
    reading: Readability
    #: whether it was written for this reader; the level of an imported text cannot be changed
    ours: bool = True
    #: the level that it is written for; "" for that of the reader
    wanted: str = ""

    def to_json(self) -> dict[str, Any]:
        """The row as `check --levels --json` prints it."""
        reading = self.reading
        return {
            "kind": self.kind,
            "title": self.title,
            "path": self.path,
            "line": self.line,
            "level": reading.level.name,
            "wanted": self.wanted,
            "words": reading.words,
            "words_level": reading.words_level.name,
            "share_b2": round(reading.share(Level.B2), 4),
            "sentence": round(reading.sentence, 2),
            "sentences_level": reading.sentences_level.name,
            "longest": reading.longest,
            "hard": [{"word": word, "level": level.name} for word, level in reading.hard],
        }


def measured(library: Library) -> Iterator[LevelRow]:
    """All texts: articles by date, chapters by section, entries by kind and id, and the glosses."""
    known = frozenset(word.lower() for word in library.settings.known_words)
    for docname, page in library.articles:
        ours = bool(page.article and page.article.rights and page.article.rights.status in ("adapted", "own"))
        yield from _row("article", page.title, docname, page, page.prose, library, known, ours=ours)
        for level, text in library.levels.get(docname, {}).items():
            other = library.pages[text]
            yield from _row(f"text at {level}", other.title, text, other, other.prose, library, known, wanted=level)
    for docname, page in sorted(library.pages.items()):
        if page.kind == "chapter":
            for anchor, parts in groupby(page.prose, key=lambda part: part.section):
                title = _section_title(library, docname, anchor) or page.title
                yield from _row("section", title, docname, page, tuple(parts), library, known)
    for file in library.glossary:
        docname = library.entry_docname(file.id)
        own = library.pages.get(docname)
        if own is not None:
            yield from _row("entry", file.entry.name, docname, own, own.prose, library, known, names=_names(file.entry))
    yield from _glosses(library, known)


def _row(
    kind: str,
    title: str,
    docname: str,
    page: Page,
    parts: tuple[Prose, ...],
    library: Library,
    known: frozenset[str],
    *,
    names: Iterable[str] = (),
    ours: bool = True,
    wanted: str = "",
) -> Iterator[LevelRow]:
    text, spans, done = "", [], 0
    for part in parts:
        inside = (m for m in page.mentions if part.start <= m.start and m.end <= part.end)
        spans += [(m.start - part.start + done, m.end - part.start + done) for m in inside]
        text += page.text[part.start : part.end] + "\n\n"
        done = len(text)
    spans += [span for name in names for span in spans_of(name, text)]
    reading = measure(text.rstrip(), spans, known)
    if reading is not None:
        path = library.documents.path(docname)
        yield LevelRow(kind, title, path, parts[0].line, reading, ours, wanted)


def _section_title(library: Library, docname: str, anchor: str) -> str | None:
    labels = library.documents.labels.values()
    return next((title for name, label, title in labels if (name, label) == (docname, anchor)), None)


def _names(entry: Entry) -> list[str]:
    return [entry.name, *(alias.name for alias in entry.aliases)]


def _glosses(library: Library, known: frozenset[str]) -> Iterator[LevelRow]:
    texts = [gloss.text for file in library.glossary for gloss in file.entry.gloss]
    text = "\n\n".join(texts)
    spans = [(m.start, m.end) for m in library.session.index.find(text).mentions]
    reading = measure(text, spans, known)
    if reading is not None:
        yield LevelRow("glosses", "All glosses together", library.settings.glossary, 0, reading)


def problems(library: Library) -> Iterator[Problem]:
    """The texts that are harder than the reader's level, or than the level that they are written for."""
    for row in measured(library):
        reading, wanted = row.reading, row.wanted or library.settings.level
        if not wanted or not row.ours or reading.level <= Level[wanted]:
            continue
        reasons = []
        if reading.words_level > Level[wanted]:
            share = f"{reading.share(Level[wanted]):.1%} of its words are {wanted} or easier, {COVERAGE:.0%} should be"
            reasons.append(f"{share}; hard words: {', '.join(word for word, _ in reading.hard[:_SHOWN])}")
        if reading.sentences_level > Level[wanted]:
            reasons.append(f"its sentences have {reading.sentence:.1f} words on average; make shorter ones")
        message = f"“{row.title}” reads at {reading.level.name}, not {wanted}: {'; '.join(reasons)}"
        yield Problem(row.path, row.line, Code.READING_LEVEL, message)


def differing(at: At) -> Iterator[Problem]:
    """Whether a text at another level has as many paragraphs as its article, so that notes and questions serve both."""
    article = at.library.pages.get(at.article)
    if article is None or article.withheld or at.page.withheld:
        return
    counts = len(article.paragraphs), len(at.page.paragraphs)
    if counts[0] != counts[1]:
        own = "1 paragraph" if counts[1] == 1 else f"{counts[1]} paragraphs"
        message = (
            f"this text has {own}, and its article has {counts[0]}; give both the same paragraphs, "
            "so that notes and questions find theirs"
        )
        yield Problem(at.path, 0, Code.LEVEL_TEXT, message)


def table(rows: Iterable[LevelRow]) -> Iterator[str]:
    """The measurements as lines of a table."""
    yield f"{'level':5}  {'words':>6}  {'≤ B2':>5}  {'sentence':>8}  {'longest':>7}  text (words, sentences)"
    for row in rows:
        r = row.reading
        harder = "; harder than it should be" if row.wanted and r.level > Level[row.wanted] else ""
        name = f"{row.kind}: {row.title} ({r.words_level.name}, {r.sentences_level.name}{harder})"
        share = f"{r.share(Level.B2):.0%}"
        yield f"{r.level.name:5}  {r.words:>6}  {share:>5}  {r.sentence:>8.1f}  {r.longest:>7}  {name}"
