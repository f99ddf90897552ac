"""The company a name keeps in languages other than English.

The principle is that of `company`: a capital beside a name makes it part of another one, unless the word is known to
leave it what it is. What differs by language is in the language's record.
"""

from __future__ import annotations

import re

from course_reader.text.languages.language import Language
from course_reader.text.mention.beside.address import in_address
from course_reader.text.mention.beside.families import Family, family_of
from course_reader.text.mention.beside.longer import ampersand, larger_place
from course_reader.text.mention.beside.neighbours import Neighbours
from course_reader.text.mention.context import Sort, Surroundings
from course_reader.text.mention.names import Name
from course_reader.text.mention.reasons import WhyNot
from course_reader.text.mention.words import starts_sentence
from course_reader.text.wordlists import known_places

_PERSON, _PLACE, _BODY, _NAME = (
    WhyNot.INSIDE_PERSON, WhyNot.INSIDE_PLACE, WhyNot.INSIDE_ORGANISATION, WhyNot.INSIDE_NAME,
)  # fmt: skip
_LEFT: dict[Family, dict[Sort, WhyNot]] = {
    Family.SURNAME: {Sort.GIVEN: _PERSON, Sort.OTHER: _PERSON, Sort.INSTITUTION: _BODY},
    Family.PERSON: {Sort.GIVEN: _PERSON, Sort.INITIAL: _PERSON, Sort.INSTITUTION: _BODY},
    Family.PLACE: {
        Sort.GIVEN: _PERSON, Sort.OTHER: _NAME, Sort.INSTITUTION: _BODY, Sort.INITIAL: _PERSON, Sort.ACRONYM: _BODY,
    },
    Family.BODY: {Sort.GIVEN: _PERSON},
    Family.PLAIN_BODY: {Sort.GIVEN: _PERSON, Sort.OTHER: _BODY, Sort.INSTITUTION: _BODY},
}  # fmt: skip
_RIGHT: dict[Family, dict[Sort, WhyNot]] = {
    Family.SURNAME: {
        Sort.GIVEN: _PERSON, Sort.OTHER: _PERSON, Sort.SUFFIX: _PERSON, Sort.INSTITUTION: _BODY,
    },
    Family.PERSON: {Sort.OTHER: _PERSON, Sort.SUFFIX: _PERSON, Sort.INSTITUTION: _BODY},
    Family.PLACE: {
        Sort.GIVEN: _PERSON, Sort.OTHER: _NAME, Sort.SUFFIX: _PERSON, Sort.INSTITUTION: _BODY, Sort.ACRONYM: _BODY,
    },
    Family.BODY: {Sort.INSTITUTION: _BODY},
    Family.PLAIN_BODY: {Sort.OTHER: _BODY, Sort.INSTITUTION: _BODY},
}  # fmt: skip
_NONE: dict[Sort, WhyNot] = {}
_CHAIN = re.compile(r"(?: [^\W\d_a-zа-яё][\w'-]*){1,4}")
_PIECE_BEFORE = re.compile(r"([^\W_]+)-\Z")
_PIECE_AFTER = re.compile(r"-([^\W_]+)(-)?")
#: a noun right before a name, perhaps with an opening quotation mark
_NOUN_BEFORE = re.compile(r"([^\W\d_]+) (?P<quote>\" ?)?\Z")
_QUOTES = ('"', "「", "『", "《", "〈")
_NOUN_AFTER = re.compile(r"(?P<quote>\")? ([^\W\d_]+)")
#: how much of a text before a name is looked at
_REACH = 60


def why_not(near: Neighbours, start: int, end: int, name: Name) -> WhyNot | None:
    """The reason why some words are not this name, but part of another; None if nothing speaks against it.

    Args:
        near: The text in its language.
        start: Where the words start (code points of the folded text).
        end: Where they end, without what is written on.
        name: The name that they may be.
    """
    language, context = near.language, near.context
    family = family_of(name)
    if in_address(context.text, start, end):
        return WhyNot.ADDRESS
    stop = max(end, language.whole_word(context.text, start, end, family is Family.TERM))
    if reason := _joined(language, context, start, stop, family) or ampersand(context, start, end, name, family):
        return reason
    if family in (Family.TERM, Family.DOCUMENT):
        return _thing(language, context.text, start, end, is_plain=False)
    is_base = _is_base(language, context.text[start:end], name)
    is_closed = stop != end or (family is not Family.PERSON and not is_base)
    return (
        _of_before(near, start, family)
        or _before(near, start, end, name, family)
        or _after(near, stop, family, is_closed=is_closed)
        or larger_place(context, start, end, name, family)
        or _thing(language, context.text, start, end, is_plain=family is Family.PLACE and is_base)
        or _first_word(near, start, end, name)
        or (WhyNot.INSIDE_PERSON if _is_woman(language, context.text, start, end, name) else None)
    )


def _is_base(language: Language, words: str, name: Name) -> bool:
    """Whether a name is in the form that the glossary gives."""
    return language.plain(words) == language.plain(name.text)


def _before(near: Neighbours, start: int, end: int, name: Name, family: Family) -> WhyNot | None:
    """The word right before."""
    language, text = near.language, near.context.text
    word, sort = near.left(start)
    if sort in (Sort.OTHER, Sort.ACRONYM):
        opens = starts_sentence(text, start - 1 - len(word))
        if family is Family.PLACE and (
            language.at_place.search(text[max(0, start - _REACH) : start])
            or (opens and language.verb_last and language.whole_word(text, start, end, False) > end)
        ):
            return None
        if opens and not language.agrees(word, text[start:end], name.text):
            return None
    return _LEFT.get(family, _NONE).get(sort)


def _after(near: Neighbours, stop: int, family: Family, *, is_closed: bool) -> WhyNot | None:
    """The word right after; nothing can follow a name that has taken the ending of a case."""
    language, text = near.language, near.context.text
    word, sort = near.right(stop)
    has_names = family is Family.SURNAME or not language.nouns_have_capitals
    if not is_closed and has_names and _in_body(language, text, stop):
        return WhyNot.INSIDE_ORGANISATION
    if is_closed and sort is not Sort.INSTITUTION:
        return None
    if sort is Sort.OTHER and (language.nouns_have_capitals or language.verb_last):
        # The object, or another noun, follows: only what is known to be part of a name counts.
        follows = family is not Family.SURNAME or language.place_ending.pattern or _has_ending(language, word)
        return None if follows else _PERSON
    if sort is Sort.SMALL and language.bodies_after.fullmatch(word):
        return WhyNot.INSIDE_ORGANISATION
    return None if is_closed else _RIGHT.get(family, _NONE).get(sort)


def _has_ending(language: Language, word: str) -> bool:
    return language.ordinary.fullmatch(word) is not None


def _in_body(language: Language, text: str, end: int) -> bool:
    """Whether a name begins a row of capitals that ends in an institution ("Bakı Dövlət Universiteti")."""
    found = _CHAIN.match(text, end)
    return found is not None and any(language.bodies.fullmatch(word) for word in found.group().split()[1:])


def _of_before(near: Neighbours, start: int, family: Family) -> WhyNot | None:
    """A capital and a small word before the name: "Dynamo de Moscou", "Université d'Erevan"."""
    language, text = near.language, near.context.text
    before = text[max(0, start - _REACH) : start].rpartition("\n")[2]
    words = before.replace("'", "' ").split()
    if not words or not language.of.fullmatch(words[-1]):
        return None
    while words and (language.of.fullmatch(words[-1]) or words[-1].lower() in ("la", "l'", "le", "los", "las")):
        words.pop()
    if not words:
        return None
    head = words[-1]
    at = start - len(before) + before.rfind(head)
    if not head[0].isupper() or not head[-1].isalpha():
        return None
    if language.beside.fullmatch(head) or at + len(head) in near.context.ends or language.openers.fullmatch(head):
        return None
    if language.bodies.fullmatch(head):
        return WhyNot.INSIDE_ORGANISATION
    if language.nouns_have_capitals or starts_sentence(text, at):
        return None
    return WhyNot.INSIDE_NAME if family is Family.PLACE else None


def _joined(language: Language, context: Surroundings, start: int, stop: int, family: Family) -> WhyNot | None:
    """A hyphen: "Neu-Moskau", "Saint-Pétersbourg"; but "pro-Poutine", "Moskau-Reise"."""
    text = context.text
    left = _PIECE_BEFORE.search(text[max(0, start - _REACH) : start])
    if left and start - 1 not in context.ends and not left[1].islower():
        return WhyNot.JOINED
    right = _PIECE_AFTER.match(text, stop)
    if not right or stop + 1 in context.starts:
        return None
    piece = right[1]
    if language.nouns_have_capitals and piece[0].isupper() and not right[2] and not (left and left[1][0].isupper()):
        is_body = language.bodies.fullmatch(piece) or piece.lower().endswith(
            ("straße", "platz", "preis", "universität")
        )
        return WhyNot.JOINED if is_body else None
    places = (known_places(section) for section in ("countries", "capitals", "cities"))
    if family is Family.PLACE and any(piece in known for known in places):
        return None
    return WhyNot.JOINED if piece[0].isupper() or family in (Family.SURNAME, Family.PERSON) else None


def _thing(language: Language, text: str, start: int, end: int, *, is_plain: bool) -> WhyNot | None:
    """A ship or a paper before the name in quotation marks; before a plain one, without them too."""
    if language.verb_last:
        found = _NOUN_AFTER.match(text, end)
        is_quoted = found is not None and found["quote"] is not None
        is_thing = found is not None and language.things.fullmatch(found[2]) is not None
        return WhyNot.THING if is_thing and (is_quoted or is_plain) else None
    if not language.has_case and text[start - 1 : start] in _QUOTES:
        before = text[max(0, start - 12) : start - 1].rstrip()
        return WhyNot.THING if any(language.things.fullmatch(before, at) for at in range(len(before))) else None
    found = _NOUN_BEFORE.search(text[max(0, start - _REACH) : start])
    if not found or not language.things.fullmatch(found[1]):
        return None
    return WhyNot.THING if found["quote"] or (is_plain and language.has_case) else None


def _first_word(near: Neighbours, start: int, end: int, name: Name) -> WhyNot | None:
    """A name that is also an ordinary word of the language: where a sentence starts, or after an article."""
    text, language = near.context.text, near.language
    if " " in name.text or not language.has_case or name.kind not in ("people", "places"):
        return None
    word = text[start:end]
    if language.articles.search(text[max(0, start - _REACH) : start]) and text[end : end + 1] != "-":
        return None if language.with_article.fullmatch(word) else WhyNot.COMMON_WORD
    if not starts_sentence(text, start):
        return None
    is_word = language.openers.fullmatch(word) is not None or near.has_word(word.lower())
    return WhyNot.COMMON_WORD if is_word else None


def _is_woman(language: Language, text: str, start: int, end: int, name: Name) -> bool:
    rule = language.is_other_person
    return rule is not None and name.kind == "people" and rule(text, start, end, name.text)
