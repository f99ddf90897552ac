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

    #: the only name, if it means its entry wherever nothing beside it speaks against that
    plain: Name | None
    family: Family
    #: whether one is a surname, or another short name of a person
    has_short: bool
    #: entries that are named in full by it
    in_full: tuple[str, ...]


@lru_cache(maxsize=65536)
def bearing(names: tuple[Name, ...]) -> Bearing:
    """What is known of some names that share a form."""
    first = names[0]
    is_plain = len(names) == 1 and not (
        first.metonym
        or also_word(first)
        or is_also_acronym(first.text)
        or is_rare_word(first)
        or (first.kind == "organisations" and family_of(first) is Family.PLAIN_BODY)
        or (first.kind == "organisations" and first.text in known_places("countries"))
    )
    return Bearing(
        first if is_plain else None,
        family_of(first),
        any(name.kind == "people" and not name.full for name in names),
        tuple(name.entry for name in names if name.full and not name.metonym and " " in name.text),
    )
