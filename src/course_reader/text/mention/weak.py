"""Names that are also a month, a title, an ordinary word or a given name: they need evidence each time."""

from __future__ import annotations

import re
from enum import StrEnum
from functools import lru_cache

from course_reader.text.english import word_uses
from course_reader.text.mention.context import Sort, Surroundings, is_common
from course_reader.text.mention.names import Name
from course_reader.text.mention.reasons import WhyNot
from course_reader.text.mention.words import is_possessive, starts_sentence
from course_reader.text.patterns import alternatives
from course_reader.text.wordlists import DAYS, MONTHS, TITLES, given_names, is_known_place, known_places, sections


class AlsoWord(StrEnum):
    """What else a name is."""

    DATE = "a month or a day"
    TITLE = "a title"
    WORD = "a frequent word"
    GIVEN = "a given name"


@lru_cache(maxsize=4096)
def also_word(name: Name) -> AlsoWord | None:
    """What a name is besides; None if it is nothing else, or a term, or has several words.

    >>> also_word(Name("May", "theresa-may", "people", full=False))
    <AlsoWord.DATE: 'a month or a day'>
    """
    word = name.text.removeprefix("The ").removeprefix("the ")
    if name.sure or name.kind == "terms" or not word.isalpha() or word.isupper() or not word.isascii():
        return None
    if word in DAYS or word in MONTHS:
        return AlsoWord.DATE
    if word in TITLES:
        return AlsoWord.TITLE
    if word in given_names():
        return AlsoWord.GIVEN
    if word in _MORE_WORDS or (_is_word(word.lower()) and not any(word in known_places(s) for s in _SECTIONS)):
        return AlsoWord.WORD
    return None


def _is_word(small: str) -> bool:
    """Whether a word is frequent, or is the plural or participle of one that is."""
    bases = (small.removesuffix("s"), small.removesuffix("es"), small.removesuffix("ing"), small.removesuffix("ed"))
    return "f" in word_uses(small) or any("f" in word_uses(base) for base in bases if len(base) > 3)


_SECTIONS = ("countries", "capitals", "cities")
_SURNAMES = frozenset(sections("named_after")["surnames"])
_MORE_WORDS = frozenset(sections("evidence")["more_words"])


_DATES = "|".join(sorted(MONTHS))


def _words(section: str) -> str:
    return alternatives("evidence", section)


_ACTS = re.compile(rf" (?:{_words('adverbs')} )?{_words('acts')}")
_SPEAKS = re.compile(rf",? (?:(?:also|then|later|again) )?{_words('speaks')}")
_DATED = re.compile(
    rf"(?:{_words('before_date')}|\d{{1,2}}(?:st|nd|rd|th)?(?: of)?|[,(]|mid|{_DATES})[ -]\Z", re.IGNORECASE
)
_SURELY_DATED = re.compile(rf"{_words('surely_date')} \Z|\d \Z")
_DATE_AFTER = re.compile(
    rf",? \d{{1,4}}\b|-(?:{_DATES})|(?: and|,| or| to) (?:{_DATES})\b| {_words('after_date')}", re.IGNORECASE
)
_PLACED = re.compile(rf"{_words('placed')} \Z", re.IGNORECASE)
_SURELY_PLACED = re.compile(rf"{_words('surely_placed')} \Z", re.IGNORECASE)
_STATE_NOUN = re.compile(rf"(?:'s)? {_words('of_states')}")
_HUMAN = re.compile(
    rf"(?:, \d{{1,2}},|, (?:who|whose|an? \w+er|an? \w+or|his|her|aged)\b| {_words('humans')})"
    r"|[^.!?\n]{0,60}?\b(?:he|she|his|her|him|herself|himself)\b"
)
_FAMILY_BEFORE = re.compile(rf"{_words('families')} \Z")
_ARTICLE = re.compile(rf"{_words('articles')} \Z")
_SINGLE = re.compile(rf"{_words('single')} \Z")
_AS_FOOD = re.compile(rf"{_words('food')} \Z")
_ENDS = re.compile(r"[.,;:!?]| and| with|\Z")
_VERB_AFTER = re.compile(
    r" (?:(?:\w+ly|never|always|still|once|often) )?(?:[a-z]{3,}ed|is|was|has|had|will|would|can|could|may|must)\b"
)
_NOUN_AFTER = re.compile(r" ([a-z][\w-]+)")
_OBJECT_AFTER = re.compile(r" (?:the|an?|his|her|their|them|it|your|our|some|all|every|each)\b")
_OF_AFTER = re.compile(r" of\b")
_PAUSE_AFTER = re.compile(r",? (?:and|who|himself|herself)\b|[,.;:!?]")
_LOOSE_AFTER = re.compile(r"[,.;)]|-\w| and | or |\Z")
_ACT_ON = re.compile(r" ([a-z]+[a-rt-z]) (?:an?|the|it|him|her|his|them|their|its|no)\b")
_CALLED = re.compile(r", ((?!the\b|an?\b|who\b)[a-z]+(?<!ed)(?<!ing)(?<!s)) ")
_AND_AFTER, _AND_BEFORE = re.compile(r"\A and ([A-Z]\w+)(?! [A-Z])"), re.compile(r"\b([A-Z]\w+) and \Z")
_OWN_AFTER = re.compile(r"'s |,")
_ADVERBS = frozenset(sections("evidence")["adverbs"]) | {"always", "ever", "once", "rarely", "seldom"}
_SMALL_WORDS = frozenset(sections("evidence")["small"])


def judge(context: Surroundings, start: int, end: int, name: Name, *, is_named: bool, is_sure: bool) -> WhyNot | None:
    """The reason why a name that is also something else is not meant; None if it is, or if it is nothing else.

    Args:
        context: The text.
        start: Where the words start (code points of the folded text).
        end: Where they end.
        name: The name.
        is_named: Whether the text names the entry in full somewhere.
        is_sure: Whether another place in the text shows that this name means the entry.
    """
    also = also_word(name)
    if also is None:
        return None
    evidence = _Evidence(context, start, end, is_named=is_named, is_sure=is_sure)
    if name.kind == "people":
        return _person(evidence, also, name)
    if name.kind == "places" or name.text in known_places("countries"):
        return _place(evidence, also, name)
    return _other(evidence, also)


def shows_place(context: Surroundings, start: int, end: int) -> bool:
    """Whether the words around a name show that it is a country or a town, whoever else is called so."""
    evidence = _Evidence(context, start, end, is_named=False, is_sure=False)
    return evidence.has(_STATE_NOUN) or evidence.follows(_SURELY_PLACED)


class _Evidence:
    """What the words around a name say about it."""

    def __init__(self, context: Surroundings, start: int, end: int, *, is_named: bool, is_sure: bool) -> None:
        self.text, self.start, self.end = context.text, start, end
        self.before = context.text[max(0, start - 40) : start].rpartition("\n")[2]
        self.after = context.text[end : end + 90].partition("\n")[0]
        # A semicolon ends no sentence: an ordinary word after it has a small letter.
        self.opens = starts_sentence(context.text, start) and not self.before.rstrip(" \"'").endswith(";")
        self.title = context.left(start)[1] is Sort.TITLE
        self.known_beside = end + 1 in context.starts and context.text[end] == " "
        self.possessive = is_possessive(context.text, end)
        self.is_headline = context.is_title_case(start)
        self.is_named, self.is_sure = is_named, is_sure

    def has(self, pattern: re.Pattern[str]) -> bool:
        """Whether the words after match."""
        return pattern.match(self.after) is not None

    def follows(self, pattern: re.Pattern[str]) -> bool:
        """Whether the words before match."""
        return pattern.search(self.before) is not None

    @property
    def is_date(self) -> bool:
        """Whether a month or a day is meant."""
        is_dated = self.follows(_DATED)
        return self.follows(_SURELY_DATED) if self.possessive else is_dated or self.has(_DATE_AFTER)

    @property
    def is_beside_given_name(self) -> bool:
        """Whether "and" joins it to a given name that is no place: "Florence and Grace"."""
        beside = [*_AND_AFTER.findall(self.after), *_AND_BEFORE.findall(self.before)]
        return any(word in given_names() and not is_known_place(word) for word in beside)

    @property
    def acts_after(self) -> bool:
        """Whether a verb with an object follows: "Baker cut a ribbon"."""
        found = _ACT_ON.match(self.after)
        return found is not None and "v" in word_uses(found[1])

    @property
    def is_called(self) -> bool:
        """Whether somebody is called by it, as by an ordinary word: "Darling, come back"."""
        found = _CALLED.match(self.after)
        return found is not None and "v" in word_uses(found[1])

    @property
    def noun_after(self) -> bool:
        """Whether an ordinary noun follows, which the name may only describe ("Long queues")."""
        found = _NOUN_AFTER.match(self.after)
        if found is None or self.has(_ACTS) or found[1] in _SMALL_WORDS or found[1] in _ADVERBS:
            return False
        uses = word_uses(found[1])
        return "n" in uses or (not uses and is_common(found[1]))


def _person(evidence: _Evidence, also: AlsoWord, name: Name) -> WhyNot | None:
    if evidence.title:
        return None
    if also is AlsoWord.DATE and evidence.is_date:
        return WhyNot.DATE
    if evidence.follows(_ARTICLE) or (also is AlsoWord.TITLE and evidence.has(_OF_AFTER)):
        return WhyNot.COMMON_WORD
    if also is AlsoWord.GIVEN:
        return None if evidence.is_named else WhyNot.NO_EVIDENCE
    if evidence.opens:
        return None if evidence.is_named and _opens_as_person(evidence, also, name) else WhyNot.COMMON_WORD
    # Inside a sentence the capital itself shows that no ordinary word is meant.
    if evidence.is_named or (also is AlsoWord.WORD and not evidence.is_headline):
        return None
    return None if evidence.has(_SPEAKS) and also is not AlsoWord.TITLE else WhyNot.NO_EVIDENCE


def _opens_as_person(evidence: _Evidence, also: AlsoWord, name: Name) -> bool:
    """Whether a name that starts a sentence is the person's, and not an ordinary word with a capital."""
    if evidence.possessive or evidence.has(_SPEAKS):
        return True
    if also is AlsoWord.DATE:
        return False
    is_plural = name.text.endswith("s") and evidence.has(_VERB_AFTER)
    rules = _ACTS, _VERB_AFTER, _PAUSE_AFTER
    return not is_plural and (evidence.acts_after or any(evidence.has(rule) for rule in rules))


def is_rare_word(name: Name) -> bool:
    """Whether a surname is also a word, though not a frequent one."""
    return name.kind == "people" and (name.text in _SURNAMES or word_uses(name.text.lower()) != "")


def opens_as_word(context: Surroundings, start: int, end: int, name: Name) -> bool:
    """Whether a surname that is also a rarer word starts a sentence as this word: "Cook the beans"."""
    if not is_rare_word(name) or not starts_sentence(context.text, start):
        return False
    evidence = _Evidence(context, start, end, is_named=False, is_sure=False)
    if evidence.possessive or evidence.acts_after:
        return False
    return evidence.noun_after or evidence.is_called or evidence.has(_OBJECT_AFTER)


def _place(evidence: _Evidence, also: AlsoWord, name: Name) -> WhyNot | None:
    if also is AlsoWord.GIVEN:
        if evidence.follows(_FAMILY_BEFORE):
            return WhyNot.INSIDE_PERSON
        if evidence.has(_STATE_NOUN) or evidence.follows(_SURELY_PLACED) or evidence.known_beside:
            return None
        if evidence.has(_HUMAN) or evidence.is_beside_given_name:
            return WhyNot.NO_EVIDENCE
        if evidence.follows(_PLACED) or evidence.is_sure or evidence.has(_LOOSE_AFTER):
            return None
        return None if name.text in known_places("countries") and evidence.has(_ACTS) else WhyNot.NO_EVIDENCE
    if evidence.opens and evidence.noun_after and not evidence.has(_STATE_NOUN) and not evidence.is_sure:
        return WhyNot.COMMON_WORD
    if evidence.opens and name.text not in known_places("countries") and not evidence.is_sure:
        is_alone = not evidence.before and not evidence.after
        return None if is_alone or evidence.has(_OWN_AFTER) else WhyNot.COMMON_WORD
    return WhyNot.COMMON_WORD if evidence.follows(_AS_FOOD) and evidence.has(_ENDS) else None


def _other(evidence: _Evidence, also: AlsoWord) -> WhyNot | None:
    if also is AlsoWord.DATE and evidence.is_date:
        return WhyNot.DATE
    if evidence.opens and not evidence.is_sure:
        acts = evidence.has(_ACTS) or evidence.has(_VERB_AFTER) or evidence.possessive or evidence.is_named
        if evidence.noun_after or not acts:
            return WhyNot.COMMON_WORD
    return WhyNot.COMMON_WORD if evidence.follows(_SINGLE) else None
