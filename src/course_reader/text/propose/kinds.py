"""The kind of a named thing, by its own words and by the words around it. English; other languages have `abroad`."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

from course_reader.text.english import word_uses
from course_reader.text.propose.beside import Beside
from course_reader.text.propose.cues import state_of, words
from course_reader.text.propose.evidence import votes
from course_reader.text.propose.group import SURNAMES, Group, is_person
from course_reader.text.propose.uses import heads
from course_reader.text.wordlists import WITH_ARTICLE, given_names, is_known_place

_COMPASS = ("South", "North", "East", "West")
#: a capital inside a word, as firms like it: "GeoWatch"
_CAMEL = re.compile(r"(?!Mc|Mac|De|Di|Du|La|Le|Fitz)\b[A-Z][a-z]{2,}[A-Z][a-z]+\b")
_ACRONYM = re.compile(r"[A-Z]{2,6}\d?\Z")
#: in doubt the first of these is taken
_ORDER = ("people", "places", "organisations", "agreements", "events", "terms")
#: sections of first and last words, and the kind of the names that have them
_FIRST = (("before_buildings", "places"), ("before_organisations", "organisations"), ("clubs", "organisations"),
          ("before_places", "places"))  # fmt: skip
_LAST = (("made_things", "terms"), ("clubs", "organisations"))
#: what a kind that a name's own words show counts beside the words around it
_SHOWN = 6


def kind_of(group: Group, around: Iterable[Beside]) -> str:
    """The kind of what a group of names names; "" if nothing shows it.

    Args:
        group: The names.
        around: Each of their uses with the words around it.
    """
    name = group.name
    if name in words("seats") or name in words("alone"):
        return "organisations"
    if _is_place(name):
        return "places"
    shown = kind_by_name(group)
    if shown == "places" and is_known_place(name):
        return shown
    found: Counter[str] = Counter()
    for beside in around:
        found.update(votes(beside))
    if shown:
        found[shown] += _SHOWN
    else:
        found.update(_by_form(group))
    if any(used.use.role for used in group.places):
        found["people"] += 8
    best = max(_ORDER, key=lambda kind: (found[kind], -_ORDER.index(kind)))
    return best if found[best] >= 2 or (found[best] and len(group.places) > 1) else ""


def _is_place(name: str) -> bool:
    """Whether a name is a well-known region, such as "the Caucasus" or "the South Caucasus"."""
    first, _, last = name.rpartition(" ")
    return last in WITH_ARTICLE and (not first or first in _COMPASS)


def _by_form(group: Group) -> Counter[str]:
    """What the form of a name says if its words do not."""
    found: Counter[str] = Counter()
    name = group.name
    first, last = name.split()[0], name.split()[-1]
    if is_known_place(last) and last != name and first not in given_names():
        # "Natural England", "Sport Scotland"
        found["organisations"] += 3
    elif is_person(group):
        is_surname = not word_uses(last.lower()) or last in SURNAMES
        found["people" if is_surname else "organisations"] += 2 if is_surname else 1
        found["people"] += 4 if first in given_names() else 0
        # Hardly anybody but a person is called by the last word of the name alone.
        found["people"] += 2 if any(" " not in other for other in group.names) else 0
    if any(other.startswith("The ") for other in group.names):
        found["terms"] += 4
    return found


def kind_by_name(group: Group) -> str:
    """The kind that the words of a name show; "" if they show none."""
    for name in sorted(group.names, key=lambda name: (-len(name), name)):
        parts = name.split()
        state = state_of(name)
        if is_known_place(name) or (state and name in state.names):
            return "places"
        if len(parts) == 1:
            continue
        if parts[0].upper() in words("ships"):
            return "terms"
        joint = next((at for at, part in enumerate(parts) if part.lower() in ("of", "for")), 0)
        if joint and heads(parts[joint - 1]):
            # "Battle of Kalvik Bay" is a battle, "Bay of Kalvik" a bay.
            return heads(parts[joint - 1])
        if parts[1].islower() and len(parts) == 2:
            # "Legionella ormensis"
            return "terms"
        kind = heads(parts[-1])
        if kind and not is_person(group):
            return kind
        for sections_, word in ((_FIRST, parts[0]), (_LAST, parts[-1])):
            for section, shown in sections_:
                if word in words(section):
                    return shown
    if any(_CAMEL.search(name) for name in group.names):
        return "organisations"
    return "organisations" if any(_ACRONYM.match(name.replace(".", "")) for name in group.names) else ""
