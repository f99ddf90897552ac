"""The word lists by which names show their kind, and what is known of states without a glossary."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import NamedTuple

from course_reader.text.plurals import plurals_of
from course_reader.text.wordlists import sections

_LISTS = Path(__file__).parent.parent / "lists"


@cache
def words(section: str) -> frozenset[str]:
    """A section of the list of words around names.

    >>> "Strait" in words("places"), "by-election" in words("small_events")
    (True, True)
    """
    return frozenset(word.replace("+", " ") for word in sections("naming")[section])


class Nation(NamedTuple):
    """A state."""

    names: tuple[str, ...]
    capitals: tuple[str, ...]
    adjectives: tuple[str, ...]


@cache
def states() -> tuple[Nation, ...]:
    """The states of the world."""
    rows = []
    for line in (_LISTS / "states.txt").read_text(encoding="utf-8").splitlines():
        if not line.startswith("#"):
            cells = [tuple(name.strip() for name in cell.split(",") if name.strip()) for cell in line.split(";")]
            rows.append(Nation(cells[0], cells[1], cells[2]))
    return tuple(rows)


@cache
def state_of(name: str) -> Nation | None:
    """The state that a name, a capital or an adjective belongs to.

    >>> state_of("Baku").names, state_of("Azeri").names
    (('Azerbaijan',), ('Azerbaijan',))
    """
    return next((state for state in states() if any(name in cell for cell in state)), None)


@cache
def is_adjective(word: str) -> bool:
    """Whether a word is what the people of a state are called, one or several.

    >>> is_adjective("Armenians"), is_adjective("Armenian-Azerbaijani"), is_adjective("Armenia")
    (True, True, False)
    """
    adjectives = {adjective for state in states() for adjective in state.adjectives}
    parts = word.split("-")
    return all(part in adjectives or part.removesuffix("s") in adjectives for part in parts)


@cache
def term_forms() -> dict[str, str]:
    """The forms in which the press writes its terms, in small letters, each with the term.

    >>> term_forms()["separatists"], term_forms()["normalization"], term_forms()["cease-fire"]
    ('separatist', 'normalisation', 'ceasefire')
    """
    found: dict[str, str] = {}
    text = (_LISTS / "news_terms.txt").read_text(encoding="utf-8")
    for section in text.split("\n[")[1:]:
        for item in section.partition("]")[2].split(";"):
            term = " ".join(item.split())
            for form in _forms(term):
                found.setdefault(form, term)
    return found


def _forms(term: str) -> list[str]:
    forms = [term, *plurals_of(term)]
    forms += [form.replace("isation", "ization").replace("ise", "ize") for form in forms if "is" in form]
    forms += [form.replace("labour", "labor").replace("defence", "defense") for form in forms]
    if term.startswith("cease"):
        forms += [form.replace("ceasefire", "cease-fire") for form in forms]
    forms += [form.replace("-", " ") for form in forms if "-" in form]
    return list(dict.fromkeys(forms))
