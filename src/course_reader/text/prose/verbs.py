"""Reporting verbs, and what each makes of the words that it reports."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path

_LIST = Path(__file__).with_name("verbs.txt")


@dataclass(frozen=True, slots=True)
class Reporting:
    """A verb of saying, asking, claiming and the like."""

    #: the verb as it is in a dictionary
    verb: str
    #: what it makes of the words: `neutral`, `claim`, `admit` and so on
    makes: str
    #: forms that can follow a speaker: "said", "went on"
    finite: tuple[str, ...]
    #: other forms, and nouns: "saying", "allegation"
    others: tuple[str, ...]


@cache
def reporting_verbs() -> tuple[Reporting, ...]:
    """The list, in its order."""
    return tuple(_read(line) for line in _LIST.read_text(encoding="utf-8").splitlines() if line and line[0] != "#")


def _read(line: str) -> Reporting:
    makes, verb, finite, others = (part.strip() for part in line.split("|"))
    forms = [form.strip() for form in finite.split(",")] if "," in finite else finite.split()
    return Reporting(verb, makes, tuple(forms), tuple(others.split()))


@cache
def by_form() -> dict[str, Reporting]:
    """Every form of every verb, in small letters.

    >>> by_form()["went on"].verb, by_form()["alleged"].makes
    ('go on', 'claim')
    """
    return {form: verb for verb in reporting_verbs() for form in (*verb.finite, *verb.others)}
