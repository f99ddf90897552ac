"""The company a name keeps: when the words around it make it part of a different name.

"Heydar Aliyev" is not the glossary's Aliyev, "Port Washington" not Washington, "The Times of Israel" not The Times.
One mechanism serves all kinds: each word beside a name is of a sort (`context`), and tables say which sorts, at which
side, make which kind of name part of another. A name that is turned down gets no link and is not asked about.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from course_reader.text.mention.beside.address import in_address
from course_reader.text.mention.beside.families import Family, family_of
from course_reader.text.mention.beside.longer import ampersand, joined, larger_place, of_after, of_before
from course_reader.text.mention.beside.named_after import SURNAMES, named_after
from course_reader.text.mention.beside.quiet import is_quiet
from course_reader.text.mention.beside.things import kind_before, of_somebody, thing_after, with_article
from course_reader.text.mention.context import Sort, Surroundings, is_common
from course_reader.text.mention.names import Name
from course_reader.text.mention.reasons import WhyNot
from course_reader.text.mention.words import starts_sentence
from course_reader.text.wordlists import DAYS, INSTITUTIONS, given_names, known_places

_PERSON, _PLACE, _BODY, _NAME = (
    WhyNot.INSIDE_PERSON, WhyNot.INSIDE_PLACE, WhyNot.INSIDE_ORGANISATION, WhyNot.INSIDE_NAME,
)  # fmt: skip
#: what the word before makes of a name
_LEFT: dict[Family, dict[Sort, WhyNot]] = {
    Family.SURNAME: {
        Sort.GIVEN: _PERSON, Sort.OTHER: _PERSON, Sort.GEOGRAPHY: _PLACE, Sort.INSTITUTION: _BODY, Sort.PLACE: _PERSON,
        Sort.ORDINAL: _NAME,
    },
    Family.PERSON: {Sort.GIVEN: _PERSON, Sort.INITIAL: _PERSON, Sort.GEOGRAPHY: _PLACE},
    Family.PLACE: {
        Sort.GIVEN: _PERSON, Sort.OTHER: _NAME, Sort.GEOGRAPHY: _PLACE, Sort.INSTITUTION: _BODY, Sort.INITIAL: _PERSON,
        Sort.TITLE: _PERSON, Sort.DIRECTION: _PLACE, Sort.ACRONYM: _BODY, Sort.DEMONYM: _PLACE, Sort.ORDINAL: _NAME,
        Sort.EVENT: _NAME, Sort.GOVERNING: _BODY,
    },
    Family.BODY: {Sort.GIVEN: _PERSON, Sort.GEOGRAPHY: _PLACE, Sort.ORDINAL: _NAME},
    Family.PLAIN_BODY: {
        Sort.GIVEN: _PERSON, Sort.OTHER: _BODY, Sort.GEOGRAPHY: _PLACE, Sort.INSTITUTION: _BODY, Sort.DEMONYM: _BODY,
        Sort.DIRECTION: _BODY, Sort.ORDINAL: _BODY, Sort.PLACE: _BODY, Sort.TITLE: _BODY,
        Sort.GOVERNING: _BODY,
    },
    Family.DOCUMENT: {Sort.ORDINAL: _NAME, Sort.DIRECTION: _NAME},
    Family.TERM: {
        Sort.GIVEN: _NAME, Sort.OTHER: _NAME, Sort.GEOGRAPHY: _NAME, Sort.INSTITUTION: _NAME, Sort.PLACE: _NAME,
    },
}  # fmt: skip
#: what the word after makes of it
_RIGHT: dict[Family, dict[Sort, WhyNot]] = {
    Family.SURNAME: {
        Sort.GIVEN: _PERSON, Sort.OTHER: _PERSON, Sort.SUFFIX: _PERSON, Sort.INSTITUTION: _BODY, Sort.GEOGRAPHY: _PLACE,
        Sort.PLACE: _PERSON,
    },
    Family.PERSON: {
        Sort.GIVEN: _PERSON, Sort.OTHER: _PERSON, Sort.SUFFIX: _PERSON, Sort.INSTITUTION: _BODY, Sort.GEOGRAPHY: _PLACE,
    },
    Family.PLACE: {
        Sort.GIVEN: _PERSON, Sort.OTHER: _NAME, Sort.SUFFIX: _PERSON, Sort.INSTITUTION: _BODY, Sort.GEOGRAPHY: _PLACE,
        Sort.ACRONYM: _BODY, Sort.DIRECTION: _PLACE, Sort.INITIAL: _PERSON,
    },
    Family.BODY: {Sort.INSTITUTION: _BODY, Sort.GEOGRAPHY: _PLACE},
    Family.PLAIN_BODY: {
        Sort.GIVEN: _BODY, Sort.OTHER: _BODY, Sort.INSTITUTION: _BODY, Sort.GEOGRAPHY: _PLACE, Sort.DIRECTION: _BODY,
        Sort.ACRONYM: _BODY,
    },
    Family.DOCUMENT: {Sort.INSTITUTION: _BODY, Sort.GEOGRAPHY: _PLACE},
    Family.TERM: {
        Sort.OTHER: _NAME, Sort.INSTITUTION: _NAME, Sort.GEOGRAPHY: _NAME, Sort.GIVEN: _NAME, Sort.PLACE: _NAME,
        Sort.DIRECTION: _NAME,
    },
}  # fmt: skip


def why_not(context: Surroundings, start: int, end: int, name: Name) -> WhyNot | None:
    """The reason why some words are not this name, but part of another; None if nothing speaks against it.

    Args:
        context: The text.
        start: Where the words start (code points of the folded text).
        end: Where they end, without a possessive.
        name: The name that they may be.
    """
    family = family_of(name)
    if is_quiet(context.text, start, end, family):
        return None
    for rule in _RULES:
        if reason := rule(context, start, end, name, family):
            return reason
    return None


def _address(context: Surroundings, start: int, end: int, name: Name, family: Family) -> WhyNot | None:
    return WhyNot.ADDRESS if in_address(context.text, start, end) else None


def _beside(context: Surroundings, start: int, end: int, name: Name, family: Family) -> WhyNot | None:
    """The words right before and after."""
    text = context.text
    if family is Family.TERM and not text[start].isupper():
        return None
    word, sort = context.left(start)
    if sort is Sort.KNOWN and family is Family.SURNAME and word in given_names():
        sort = Sort.GIVEN
    if sort is Sort.KNOWN and family is Family.SURNAME and start - 1 - len(word) not in context.surnames:
        # "Mrs Lourdes Hale": a title before a place makes a given name of it.
        sort = Sort.GIVEN if context.left(start - 1 - len(word))[1] is Sort.TITLE else sort
    if (
        family is Family.PLAIN_BODY
        and word in _KINDS_OF_BODIES
        and not context.opens_sentence(word, start - 1 - len(word))
    ):
        return WhyNot.INSIDE_ORGANISATION
    if sort is Sort.DEMONYM and word == "Soviet":
        sort = Sort.SMALL
    if sort is Sort.ACRONYM and word in known_places("countries"):
        sort = Sort.SMALL
    if sort is Sort.TITLE and family is Family.PLACE and name.text not in given_names() and word.isupper():
        sort = Sort.SMALL
    if reason := _LEFT[family].get(sort):
        return reason
    if family is Family.DOCUMENT and sort is Sort.OTHER and "-" in word:
        return WhyNot.INSIDE_NAME
    word, sort = context.right(end)
    if family is Family.DOCUMENT and word in ("Office", "Offices"):
        return WhyNot.INSIDE_ORGANISATION
    if family is Family.PERSON and sort is Sort.TITLE and word in SURNAMES:
        return WhyNot.INSIDE_PERSON
    if sort is Sort.KNOWN and family is Family.PLACE and end + 1 in context.bodies:
        return _BODY
    if sort is Sort.DATE and family is Family.PLACE and _CLUB.match(text, end) and starts_sentence(text, start):
        return _BODY
    if sort is Sort.POSSESSIVE and family is Family.PLACE and _SOCIETY.match(text, end):
        return _BODY
    is_given = family is Family.PLACE and text[start:end] in given_names()
    if sort is Sort.KNOWN and is_given and (end + 1 in context.surnames or word in given_names()):
        return WhyNot.INSIDE_PERSON
    if sort is Sort.OTHER and is_common(word) and family in (Family.PLACE, Family.SURNAME):
        # "Jordan Capital" and "King Brothers" are firms: nobody is called so afterwards.
        return _in_institution(context, end, family) or WhyNot.INSIDE_NAME
    if sort is Sort.OTHER and is_given:
        return WhyNot.INSIDE_PERSON
    if sort is not Sort.SMALL and family is not Family.TERM:
        return _in_institution(context, end, family) or _RIGHT[family].get(sort)
    return _RIGHT[family].get(sort)


def _in_institution(context: Surroundings, end: int, family: Family) -> WhyNot | None:
    """Whether the name begins a row of capitals that ends in an institution ("Ibsen Old Town Museum")."""
    found = _CHAIN.match(context.text, end)
    if found:
        words = found[1].split()
        for place, word in enumerate(words[1:], 1):
            if word in INSTITUTIONS and not any(w in _TITLE_STOPS for w in words[:place]):
                return WhyNot.INSIDE_ORGANISATION
    return None


#: a day of the week and a verb right after a place that starts a sentence: a club
_CLUB = re.compile(rf" (?:{'|'.join(sorted(DAYS))}) [a-z]+(?:ed|t|s|n)\b")
#: "Durham Miners' Gala"
_SOCIETY = re.compile(r" [A-Z]\w+s' [A-Z]")
#: with a capital, they are part of a name: "the Royal Navy", "Old Navy"
_KINDS_OF_BODIES = frozenset(
    ["Old", "Royal", "Imperial", "Young", "Free", "Great", "Grand", "Black", "White", "Red", "Green"]
)
_CHAIN = re.compile(r"((?: [^\W\d_a-z][\w'-]*){1,3})")
_TITLE_STOPS = frozenset(
    ["President", "Minister", "Prime", "Premier", "Chancellor", "King", "Queen", "Mr", "Mrs", "Ms", "Secretary"]
)


#: the rules in order; the first that gives a reason decides
_RULES: tuple[Callable[[Surroundings, int, int, Name, Family], WhyNot | None], ...] = (
    _address, joined, ampersand, _beside, of_before, of_after, larger_place, kind_before, thing_after, with_article,
    of_somebody, named_after,
)  # fmt: skip
