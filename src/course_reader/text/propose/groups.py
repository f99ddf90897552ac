"""Names grouped by what they name: full names with surnames, bodies with their initials, spellings of one name."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import replace

from course_reader.text.propose.cues import states, words
from course_reader.text.propose.group import SMALL, Group, Used, is_person
from course_reader.text.propose.sounds import sounds
from course_reader.text.propose.uses import heads
from course_reader.text.wordlists import is_known_place

_NOT_LETTERS = re.compile(r"[\W_]+")


def groups(found: Iterable[Used]) -> list[Group]:
    """The names of all texts in groups, in the order of their first use."""
    by_key: dict[str, Group] = {}
    for place in found:
        group = by_key.setdefault(_key(place.use.name), Group(Counter()))
        group.names[place.use.name] += 1
        group.places.append(place)
    made = list(by_key.values())
    for step in (
        _owned,
        _same_state,
        _same_sound,
        _initials,
        _same_words,
        _tails,
        _longer_places,
        _surnames,
        _first_words,
        _generic,
    ):
        made = step(made)
    return sorted(made, key=lambda group: min((p.text, p.use.start) for p in group.places))


def _key(name: str) -> str:
    """What names that are only written differently share: accents, capitals and full stops do not count."""
    plain = unicodedata.normalize("NFKD", name)
    plain = "".join(char for char in plain if not unicodedata.combining(char)).replace(".", "").replace("-", " ")
    plain = plain.removeprefix("The ")
    return plain.casefold() if len(plain) > 4 or not plain.isupper() else plain


#: small words after which a name of one word is hardly a body's
_PLACING = frozenset(("in", "into", "near", "off", "to", "around", "outside"))

Step = Callable[[list[Group]], list[Group]]


def _merged(made: list[Group], target: Callable[[Group], Group | None]) -> list[Group]:
    """Groups after each has joined its target; the targets are asked for before anything joins."""
    joins = [(group, target(group)) for group in made]
    into = {id(group): to for group, to in joins if to is not None and to is not group}
    kept = []
    for group, _ in joins:
        end, seen = group, {id(group)}
        while id(end) in into and id(into[id(end)]) not in seen:
            end = into[id(end)]
            seen.add(id(end))
        if end is group:
            kept.append(group)
        else:
            end.take(group)
    return kept


def _owned(made: list[Group]) -> list[Group]:
    """ "Parry's Labour Party" is the Labour Party, if somebody or something is called Parry."""
    alone = {name for group in made for name in group.names} | {n.split()[-1] for g in made for n in g.names}
    found: dict[str, Group] = {}
    for group in made:
        owner, _, rest = group.name.partition("'s ")
        group = group if not rest or owner not in alone else _renamed(group, rest)
        known = found.setdefault(_key(group.name), group)
        if known is not group:
            known.take(group)
    return list(found.values())


def _renamed(group: Group, name: str) -> Group:
    places = [
        Used(place.text, replace(place.use, name=name, start=place.use.end - len(name))) for place in group.places
    ]
    return Group(Counter({name: len(places)}), places)


def _same_state(made: list[Group]) -> list[Group]:
    """The names of one state."""
    by_name = {name: group for group in made for name in group.names}
    first: dict[str, Group] = {}
    for state in states():
        present = [by_name[name] for name in state.names if name in by_name]
        for name in state.names:
            if name in by_name and present:
                first[name] = present[0]
    return _merged(made, lambda group: next((first[name] for name in group.names if name in first), None))


def _same_sound(made: list[Group]) -> list[Group]:
    """Spellings of one name: of the same number of words, each of which sounds the same."""
    first: dict[tuple[str, ...], Group] = {}
    for group in made:
        key = sounds(group.name)
        if all(len(word) >= 4 for word in key) or len(key) > 1:
            first.setdefault(key, group)
    return _merged(made, lambda group: first.get(sounds(group.name)))


def _initials(made: list[Group]) -> list[Group]:
    """Bodies and their initials: "World Health Organization", "WHO"."""
    full: dict[str, list[Group]] = {}
    for group in made:
        parts = [word for word in re.split(r"[ -]", group.name) if word and word.lower() not in SMALL]
        if len(parts) > 1:
            full.setdefault("".join(word[0] for word in parts).upper(), []).append(group)

    def target(group: Group) -> Group | None:
        letters = _NOT_LETTERS.sub("", group.name)
        if not letters.isupper() or len(letters) < 2:
            return None
        found = [other for other in full.get(letters, ()) if set(other.texts) & set(group.texts)]
        return found[0] if len(found) == 1 else None

    return _merged(made, target)


def _same_words(made: list[Group]) -> list[Group]:
    """ "University of Kalvik" and "Kalvik University"."""
    first: dict[frozenset[str], Group] = {}
    for group in made:
        parts = frozenset(group.name.lower().split()) - SMALL
        if len(parts) > 1:
            first.setdefault(parts, group)
    return _merged(made, lambda group: first.get(frozenset(group.name.lower().split()) - SMALL))


def _tails(made: list[Group]) -> list[Group]:
    """Things with a longer and a shorter name: "Skerryhavn Fishermen's Union", "Fishermen's Union"."""

    def target(group: Group) -> Group | None:
        parts = group.name.split()
        if len(parts) < 2 or not heads(parts[-1]):
            return None
        found = [o for o in made if o is not group and o.name.endswith(f" {group.name}")]
        return found[0] if len(found) == 1 else None

    return _merged(made, target)


def _longer_places(made: list[Group]) -> list[Group]:
    """A place by a part of its name: "Nagorno-Karabakh" and "Karabakh", "South Caucasus" and "Caucasus"."""
    heads_of = ("South", "North", "East", "West", "Greater", *sorted(words("before_places")))

    def longer(name: str) -> list[str]:
        return [f"{word} {name}" for word in heads_of]

    def target(group: Group) -> Group | None:
        name = group.name
        if " " in name or (is_known_place(name) and any(name in state.names for state in states())):
            return None
        found = [other for other in made if other.name.endswith(f"-{name}") or other.name in longer(name)]
        return found[0] if len(found) == 1 else None

    return _merged(made, target)


def _surnames(made: list[Group]) -> list[Group]:
    """People by their surnames, or, where nobody else has it, by their first names."""
    last: dict[tuple[str, ...], list[Group]] = {}
    given: dict[str, list[Group]] = {}
    for group in made:
        if is_person(group):
            parts = group.name.split()
            for at in range(1, len(parts)):
                last.setdefault(sounds(" ".join(parts[at:])), []).append(group)
            given.setdefault(parts[0], []).append(group)

    def target(group: Group) -> Group | None:
        if is_known_place(group.name) or any(place.use.placed for place in group.places):
            return None
        if heads(group.name) and not any(place.use.role for place in group.places):
            return None
        bearers = [other for other in last.get(sounds(group.name), ()) if other is not group]
        if not bearers and " " not in group.name:
            bearers = given.get(group.name, [])
        here = [other for other in bearers if set(other.texts) & set(group.texts)] or bearers
        if len(here) == 1:
            return here[0]
        if here:
            # Several people have it: each text means one of its own, but no name is made of it.
            for place in group.places:
                mine = [other for other in here if place.text in other.texts]
                if mine:
                    mine[0].loose[place.use.name] += 1
            group.places.clear()
        return None

    return [group for group in _merged(made, target) if group.places]


def _first_words(made: list[Group]) -> list[Group]:
    """Bodies by the first word of their names: "Sampson Salvage Company", "Sampson"."""
    first: dict[str, list[Group]] = {}
    for group in made:
        parts = group.name.split()
        if len(parts) > 1 and heads(parts[-1]) == "organisations":
            first.setdefault(parts[0], []).append(group)

    def target(group: Group) -> Group | None:
        if is_known_place(group.name) or heads(group.name) or any(place.use.role for place in group.places):
            return None
        here = [other for other in first.get(group.name, ()) if set(other.texts) & set(group.texts)]
        is_place = any(place.use.before in _PLACING for place in group.places)
        return here[0] if len(here) == 1 and not is_place else None

    return _merged(made, target)


def _generic(made: list[Group]) -> list[Group]:
    """What is called by its kind alone ("the Institute") is the only such thing of its text, or nothing."""
    kept = []
    for group in made:
        name = group.name
        if " " in name or not heads(name) or name in words("alone") or any(place.use.role for place in group.places):
            kept.append(group)
            continue
        for place in group.places:
            owners = [o for o in made if o is not group and place.text in o.texts and name in o.name.split()[-1:]]
            if len(owners) == 1:
                owners[0].places.append(place)
                owners[0].loose[name] += 1
    return kept
