"""The hard words of an article, as values."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Annotated

from pydantic import BeforeValidator, Field

from course_reader.model.records import Record, Texts
from course_reader.pages.text_links import FindLinks, TextLink
from course_reader.text.prose.vocabulary import places
from course_reader.views.at import At


class HardWord(Record):
    """The meaning of a hard word."""

    means: str = Field(min_length=1, description="its meaning in this text, in plain words")
    part: str | None = Field(None, description="part of speech: noun, verb, adjective …")
    forms: Texts = Field((), description="irregular forms in the text, such as sought for seek")


def _word(value: object) -> object:
    return {"means": value} if isinstance(value, str) else value


_Word = Annotated[HardWord, BeforeValidator(_word, json_schema_input_type=str | HardWord)]


class Keys(Record):
    """The keys for hard words in an article's front matter."""

    vocabulary: dict[str, _Word] = Field(
        default_factory=dict, description="hard words in the text, each with its meaning"
    )


@dataclass(frozen=True, slots=True)
class WordView:
    """A hard word, its meaning, and number and anchor of each paragraph that contains it."""

    word: str
    #: part of speech; "" if not given
    part: str
    means: str
    paragraphs: tuple[tuple[int, str], ...]


def anchor_of(word: str) -> str:
    """The id of a hard word's explanation on the page of its article.

    >>> anchor_of("break away")
    'word-break-away'
    """
    return "word-" + re.sub(r"[\W_]+", "-", word.lower())


def in_text(at: At) -> FindLinks:
    """Where the hard words of an article are in its text."""

    def found(text: str) -> Iterator[TextLink]:
        for word, record in at.keys(Keys).vocabulary.items():
            for start, end in places(text, word, record.forms):
                yield TextLink(start, end, anchor_of(word))

    return found


def hard_words(at: At) -> tuple[WordView, ...]:
    """The hard words of an article in alphabetical order; without paragraphs if its text is not shown."""
    page = at.page
    shown, found = at.library.is_shown(page), []
    for word, record in sorted(at.keys(Keys).vocabulary.items(), key=lambda item: item[0].casefold()):
        numbers: dict[int, str] = {}
        for start, _ in places(page.text, word, record.forms) if shown else ():
            paragraph = page.paragraph_at(start)
            if paragraph:
                numbers.setdefault(paragraph.number, paragraph.anchor)
        if page.level and shown and not numbers:
            # Words of the article that this text does without.
            continue
        found.append(WordView(word, record.part or "", record.means, tuple(numbers.items())))
    return tuple(found)
