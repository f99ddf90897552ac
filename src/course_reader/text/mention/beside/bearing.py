"""What is known of the names of one form before any text is read: computed once, since texts have many names."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from course_reader.text.mention.beside.families import Family, family_of
from course_reader.text.mention.capitals import is_also_acronym
from course_reader.text.mention.names import Name
from course_reader.text.mention.weak import also_word, is_rare_word
from course_reader.text.wordlists import known_places


@dataclass(frozen=True, slots=True)
class Bearing:
    """The names that share a form."""

    #: whether each of them means its entry wherever nothing beside it speaks against that
    is_calm: bool
    #: the only name, if it is one of those and not also that of a government
    plain: Name | None
    family: Family
    #: whether one is a surname, or another short name of a person
    has_short: bool
    #: entries that are named in full by it
    in_full: tuple[str, ...]


@lru_cache(maxsize=65536)
def bearing(names: tuple[Name, ...]) -> Bearing:
    """What is known of some names that share a form."""
    first, families = names[0], {family_of(name) for name in names}
    is_calm = len(families) == 1 and not any(map(_needs_a_look, names))
    return Bearing(
        is_calm,
        first if is_calm and len(names) == 1 and not first.metonym else None,
        family_of(first),
        any(name.kind == "people" and not name.full for name in names),
        tuple(name.entry for name in names if name.full and not name.metonym and " " in name.text),
    )


def _needs_a_look(name: Name) -> bool:
    """Whether a name is also something else, so that it is looked at even where nothing stands beside it."""
    if name.kind == "organisations" and not name.metonym and name.text in known_places("countries"):
        return True
    if also_word(name) or is_also_acronym(name.text) or is_rare_word(name):
        return True
    return name.kind == "organisations" and family_of(name) is Family.PLAIN_BODY
