"""The hard words of all articles as cards."""

from __future__ import annotations

from collections.abc import Iterator

from course_reader.parts.hard_words.values import hard_words
from course_reader.views.at import At
from course_reader.views.learning import LearningCard
from course_reader.views.library import Library


def cards(library: Library) -> Iterator[LearningCard]:
    """A card for each meaning of a hard word, with the articles in which the word has it."""
    found: dict[tuple[str, str], tuple[LearningCard, list[str]]] = {}
    for docname, page in library.articles:
        if not library.is_shown(page):
            continue
        for word in At(library, docname).once(hard_words):
            front = f"{word.word} ({word.part})" if word.part else word.word
            key = (word.word.casefold(), word.means)
            card = LearningCard("words", front, word.means, f"word {key[0]}: {word.means}")
            found.setdefault(key, (card, []))[1].append(page.title)
    for card, titles in sorted(found.values(), key=lambda item: item[0].front.casefold()):
        yield card.of(titles)
