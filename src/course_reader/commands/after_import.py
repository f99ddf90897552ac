"""What an instructor does after an import: questions, names without an entry, words above the reader's level."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from course_reader.exchange.articles import Imported
from course_reader.marks.session import names_of
from course_reader.model.glossaries.borrowed import load_all
from course_reader.model.level import Level
from course_reader.model.settings import Settings
from course_reader.text.mention.index import NameIndex
from course_reader.text.mention.unknown import unknown_names
from course_reader.text.prose.level import measure

#: how many names and words a line shows
_SHOWN = 8
#: Markdown that is no word: targets of links, signs of emphasis, escapes
_MARKS = re.compile(r"\]\([^()\s]*\)|\*\*|\\(?=[^\w\s])|(?<!\w)\[|(?<!\\)\]")


@dataclass(frozen=True, slots=True)
class AfterImport:
    """What there is to do."""

    #: the number of fields in question, in all articles together
    questions: int
    #: names without an entry, each with the number of times it occurs, the most frequent first
    names: tuple[tuple[str, int], ...]
    #: words above the reader's level, the hardest first; empty if the reader has no level
    hard: tuple[str, ...]
    #: the reader's level; "" without one
    level: str

    def to_json(self) -> dict[str, object]:
        """The record as `import --json` prints it."""
        return {
            "questions": self.questions,
            "names": [{"name": name, "count": count} for name, count in self.names],
            "hard": list(self.hard),
            "level": self.level,
        }


def after_import(articles: Sequence[Imported], root: Path, settings: Settings) -> AfterImport:
    """Look through the articles of an import.

    Args:
        articles: The articles that were written.
        root: The reader's folder.
        settings: Its settings.
    """
    entries = load_all(settings, root)
    index = NameIndex((name for file in entries for name in names_of(file)), blockers=settings.not_names)
    names: Counter[str] = Counter()
    hard: dict[str, Level] = {}
    limit = Level[settings.level] if settings.level else None
    for item in articles:
        text = "\n\n".join(_MARKS.sub("", block.text) for block in item.scraped.paragraphs)
        found = index.find(text, language=item.scraped.language or "en")
        spans = [(it.start, it.end) for it in found.mentions] + [(it.start, it.end) for it in found.questions]
        outlet = item.scraped.outlet
        names.update({it.text: it.count for it in unknown_names(text, spans, known_words=[outlet] if outlet else [])})
        english = (item.scraped.language or "en").startswith("en")
        reading = measure(text, spans, frozenset(map(str.lower, settings.known_words))) if limit and english else None
        hard |= {word: level for word, level in reading.hard if limit and level > limit} if reading else {}
    questions = sum(len({it.field for it in item.scraped.unsure}) for item in articles)
    ordered = sorted(hard, key=lambda word: (-hard[word], word))
    return AfterImport(questions, tuple(names.most_common()), tuple(ordered), settings.level)


def lines(after: AfterImport, articles: Sequence[Imported]) -> Iterator[str]:
    """The same for people: what there is, and the command or key for it."""
    yield "Next:"
    if after.questions:
        yield f"  {_counted(after.questions, 'question')} to answer: `unsure` in the front matter; course-reader check"
    if after.names:
        named = ", ".join(f"{name} ({count}×)" for name, count in after.names[:_SHOWN])
        command = f"course-reader mentions {articles[0].slug if len(articles) == 1 else 'SLUG'}"
        yield f"  {_counted(len(after.names), 'name')} without an entry: {named}{_more(after.names)}; {command}"
    if after.hard:
        words = ", ".join(after.hard[:_SHOWN])
        yield f"  {_counted(len(after.hard), 'word')} above {after.level}: {words}{_more(after.hard)}; key `vocabulary`"
    yield "  see the pages: course-reader build"


def _counted(count: int, noun: str) -> str:
    return f"{count} {noun}" if count == 1 else f"{count} {noun}s"


def _more(items: Sequence[object]) -> str:
    return f" and {len(items) - _SHOWN} more" if len(items) > _SHOWN else ""
