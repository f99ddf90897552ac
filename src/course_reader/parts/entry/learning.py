"""The people and agreements that the articles name, as cards."""

from __future__ import annotations

from collections.abc import Iterator

from course_reader.model.entry import Kind
from course_reader.views.learning import LearningCard
from course_reader.views.library import Library

#: the kinds that are learnt by heart, and the names of their decks
_DECKS = {Kind.PEOPLE: "people", Kind.AGREEMENTS: "agreements"}


def cards(library: Library) -> Iterator[LearningCard]:
    """A card for each of them, as they are on the day of the latest article that names them."""
    titles: dict[str, list[str]] = {}
    days = {}
    for _, page in library.articles:
        if library.is_shown(page):
            for entry_id in dict.fromkeys(mark.entry for mark in library.known(page)):
                titles.setdefault(entry_id, []).append(page.title)
                days[entry_id] = page.day
    for kind, deck in _DECKS.items():
        of_kind = [entry_id for entry_id in titles if library.glossary.kind(entry_id) is kind]
        for entry_id in sorted(of_kind, key=lambda one: library.gloss(one, days[one]).name.casefold()):
            view = library.gloss(entry_id, days[entry_id])
            back = ". ".join(text.strip().rstrip(".") for text in (view.role or view.when, view.text) if text.strip())
            if back:
                yield LearningCard(deck, view.name, f"{back}.", f"entry {entry_id}").of(titles[entry_id])
