"""Governments that texts call by their capital or country: "Baku announced", "urging Moscow to"."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from course_reader.text.mention.actors import government_is_meant
from course_reader.text.propose.cues import state_of
from course_reader.text.propose.group import Group, Used
from course_reader.text.propose.reading import ReadText

#: uses that show a country acting before its government is worth an entry; a capital that acts is never the town
_OFTEN = 2


def governments(places: Iterable[Group], texts: Sequence[ReadText]) -> list[tuple[str, Group]]:
    """The name of each government, and the uses of places that mean it."""
    found: dict[str, Group] = {}
    sure: set[str] = set()
    for group in places:
        acting = [place for place in group.places if _acts(place, texts)]
        state = next((state for name in group.names if (state := state_of(name))), None)
        name = f"Government of {state.names[0] if state else group.name}"
        if acting:
            made = found.setdefault(name, Group(Counter()))
            made.names.update(place.use.name for place in acting)
            made.places += acting
        if acting and state and any(known in state.capitals for known in group.names):
            sure.add(name)
    return [(name, made) for name, made in found.items() if name in sure or len(made.places) >= _OFTEN]


def _acts(place: Used, texts: Sequence[ReadText]) -> bool:
    text = texts[place.text]
    return text.language == "en" and government_is_meant(text.text, place.use.start, place.use.end)
