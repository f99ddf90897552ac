"""The facts about the glosses of a page by which they are ranked."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import replace
from functools import lru_cache
from typing import Any

from course_reader.marks.records import Marked, Page
from course_reader.model.entry import Entry, Kind, Place
from course_reader.model.gloss_policy import Choice
from course_reader.model.glossary import Glossary
from course_reader.model.level import Level
from course_reader.model.records import Record
from course_reader.text.fold import fold
from course_reader.text.plurals import plurals_of
from course_reader.text.prose.level import is_graded, word_level
from course_reader.text.prose.overlap import share_repeated
from course_reader.text.prose.sentence import sentence_around
from course_reader.text.wordlists import DEMONYMS, is_known_place
from course_reader.views.glossing import Glossed
from course_reader.views.ranking import Facts
from course_reader.views.records import GlossView

#: words with which bodies of many states begin
_WORLDWIDE = frozenset({"World", "International", "United"})
#: as hard as the words of a body's name may be that everybody knows
_EVERYDAY = Level.B2
#: "Gothenburg, a Swedish port" and "the port of Gothenburg"
_AFTER = re.compile(r"\s*,\s+(?:an?|the)\s+\w")
_BEFORE = re.compile(r"\b(?:an?|the)\s+(?:\w+\s+){0,3}[a-z]+\s+of\s+(?:the\s+)?\Z")
_WORD = re.compile(r"[^\W\d_]+")


def facts_of(
    page: Page,
    mentions: Collection[Marked],
    glossed: Iterable[tuple[Glossed, GlossView]],
    glossary: Glossary,
    explained: Collection[str] = (),
) -> list[Facts]:
    """The facts about each gloss of a page.

    Args:
        page: An article or a chapter.
        mentions: Its mentions of entries that exist.
        glossed: Its glosses in the order of the text.
        glossary: All entries.
        explained: Entries that an earlier text of the same pack has in its margin.
    """
    times = Counter(mark.entry for mark in mentions)
    asked = frozenset(_strings(page.own))
    choices: Mapping[str, Choice] = page.article.margin if page.article else {}
    seen: Counter[str] = Counter()
    found = []
    for chosen, view in glossed:
        entry = glossary[chosen.mention.entry]
        facts = replace(
            _facts(page, chosen.mention, view, entry),
            times=times[view.entry],
            repeated=seen[view.entry],
            asked=view.entry in asked,
            explained=view.entry in explained,
            choice=choices.get(view.entry, entry.margin),
        )
        found.append(facts)
        seen[view.entry] += 1
    return found


def _facts(page: Page, mark: Marked, view: GlossView, entry: Entry) -> Facts:
    words = " ".join(page.text[mark.start : mark.end].split())
    first, last = sentence_around(page.text, mark.start, mark.end, len(page.text))
    names = [entry.name, *(alias.name for alias in entry.aliases if not alias.metonym)]
    folded = _folded(words)
    named = any(folded in _forms(name) for name in _names(entry))
    return Facts(
        entry=view.entry,
        kind=view.kind,
        in_title=any(_is_in(name, page.title) for name in names),
        named=named,
        # "Moscow" for a government is known too, although only the article says what it means.
        known_place=_is_known_place(words, entry, named=named),
        known_body=view.kind is Kind.ORGANISATIONS and _is_known_body(words),
        rare=any(not is_graded(word.lower()) for word in _WORD.findall(entry.name) if word[0].isupper()),
        compound=len(words.split()) > 1,
        level=max((word_level(word.lower()) for word in _WORD.findall(words)), default=Level.A1),
        said=share_repeated(" ".join(filter(None, (view.role, view.text))), page.text[first:last]),
        introduced=bool(_AFTER.match(page.text, mark.end) or _BEFORE.search(page.text, first, mark.start)),
    )


def _names(entry: Entry) -> Iterator[str]:
    """All names that texts may use, those of a government included."""
    yield entry.name
    yield from (alias.name for alias in entry.aliases)


# Articles name the same entries again and again.
@lru_cache(maxsize=16384)
def _forms(name: str) -> frozenset[str]:
    return frozenset(map(_folded, (name, *plurals_of(name))))


@lru_cache(maxsize=65536)
def _folded(text: str) -> str:
    return fold(text).text.casefold().removeprefix("the ")


def _is_in(name: str, title: str) -> bool:
    """Whether a title holds a name as whole words."""
    name, title = _folded(name), _folded(title)
    return name in title and re.search(rf"\b{re.escape(name)}\b", title) is not None


def _is_known_place(words: str, entry: Entry, *, named: bool) -> bool:
    """Whether everybody knows the place, or the map shows where it is: then its name says enough."""
    if is_known_place(words.removeprefix("the ")):
        return True
    if not (named and isinstance(entry, Place)):
        return False
    return entry.map.drawn in ("country", "capital") or all(map(_is_everyday, _WORD.findall(words)))


def _is_known_body(words: str) -> bool:
    """Whether the words name a body of the world or a continent, or are so frequent that they name a known one.

    A short name that a general list of words has, such as NATO, is known: the list has no names of small bodies.
    """
    bare = words.removeprefix("the ")
    if " " not in bare:
        return bare.isupper() or is_graded(bare.lower())
    found = [word for word in _WORD.findall(words) if word[0].isupper()]
    is_wide = any(word in DEMONYMS or word in _WORLDWIDE for word in found)
    return is_wide and all(map(_is_everyday, found))


def _is_everyday(word: str) -> bool:
    return word_level(word.lower()) <= _EVERYDAY


def _strings(value: Any) -> Iterator[str]:
    """All texts in the keys that parts of the page add to front matter."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, Record):
        for name in type(value).model_fields:
            yield from _strings(getattr(value, name))
    elif isinstance(value, Mapping):
        for item in value.values():
            yield from _strings(item)
    elif isinstance(value, (list, tuple)):
        for item in value:
            yield from _strings(item)
