"""What the search for names knows of a language: one record, which each language's module fills in."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from course_reader.text.languages.edges import WholeWord, edges

_NEVER = re.compile(r"(?!)")


def words(text: str) -> re.Pattern[str]:
    """A pattern for any of some words, in small letters or capitals; `*` is any ending, `+` a space.

    >>> bool(words("bank* the").fullmatch("Banks"))
    True
    """
    if not text.split():
        return _NEVER
    choices = (re.escape(word).replace(r"\*", r"\w*").replace(r"\+", " ") for word in text.split())
    return re.compile(rf"(?:{'|'.join(choices)})", re.IGNORECASE)


def before_name(text: str) -> re.Pattern[str]:
    """A pattern for any of some words right before a name, written on or with a blank."""
    return re.compile(rf"(?<![\w'])(?:{words(text).pattern})(?: |(?<='))\Z", re.IGNORECASE)


def after_name(text: str) -> re.Pattern[str]:
    """A pattern for any of some words right after a name, with a small word between them if need be."""
    return re.compile(rf" (?:{words(text).pattern})(?!\w)", re.IGNORECASE)


def touching_before(text: str) -> re.Pattern[str]:
    """A pattern for any of some words right before a name, where words have no blanks between them."""
    return re.compile(rf"(?:{words(text).pattern})\Z")


def touching_after(text: str) -> re.Pattern[str]:
    """A pattern for any of some words right after a name, where words have no blanks between them."""
    return re.compile(words(text).pattern)


def names(text: str) -> frozenset[str]:
    """Some names, with blanks between them.

    >>> sorted(names("Ada Bo"))
    ['Ada', 'Bo']
    """
    return frozenset(text.split())


def no_forms(text: str, kind: str) -> Iterable[str]:
    """Only the name itself, for languages in which names do not change."""
    return (text,)


def always(word: str, form: str, name: str) -> bool:
    """For languages in which a name has one form."""
    return True


@dataclass(frozen=True)
class Language:
    """A language. Words are compared in folded text, so an apostrophe is always `'`."""

    #: the BCP-47 tag, without region or script
    tag: str
    #: its English name
    name: str
    #: the letters of its script, as the inside of a character class; other names take no forms
    letters: str
    #: the forms in which a name, given its kind of entry, occurs: cases, plurals; the name itself among them
    forms: Callable[[str, str], Iterable[str]] = no_forms
    #: what begins a form and is no part of the name: "au" in "au Caire"
    melted: re.Pattern[str] = _NEVER
    #: where a name is a whole word, and where what is written on to it ends
    whole_word: WholeWord = field(default_factory=edges)
    #: letters that count as another one, such as е for ё
    same: dict[int, int] = field(default_factory=dict)
    #: signs inside words that are left out, such as vowel points
    dropped: str = ""
    #: the capital letters of a text
    upper: Callable[[str], str] = str.upper
    #: whether names have capitals
    has_case: bool = True
    #: whether all nouns have capitals
    nouns_have_capitals: bool = False
    #: whether the object often follows a name directly ("Aliyev Lavrov met")
    verb_last: bool = False
    #: words that start a sentence and are no names
    openers: re.Pattern[str] = _NEVER
    #: endings of ordinary words that start a sentence, or of nouns with capitals
    ordinary: re.Pattern[str] = _NEVER
    #: offices, forms of address, republics: words with a capital that leave the name beside them what it is
    beside: re.Pattern[str] = _NEVER
    #: universities, banks, rivers: words with a capital that make the name beside them part of theirs
    bodies: re.Pattern[str] = _NEVER
    #: the same where they are written without a blank, or with a small letter, right after a name
    bodies_after: re.Pattern[str] = _NEVER
    #: ships, papers, clubs: small nouns after which a name, perhaps in quotation marks, is a thing's
    things: re.Pattern[str] = _NEVER
    #: articles that make an ordinary noun of the name right after them, and names that have one all the same
    articles: re.Pattern[str] = _NEVER
    with_article: re.Pattern[str] = _NEVER
    #: small words that join a name to the one before: "de", "von"
    of: re.Pattern[str] = _NEVER
    #: given names in the script of the language, besides the common ones in Latin letters
    given: frozenset[str] = frozenset()
    #: what comes before a place, or after it, and shows that it is one
    at_place: re.Pattern[str] = _NEVER
    place_ending: re.Pattern[str] = _NEVER
    #: verbs after the name of a capital that only a government can do
    acts: re.Pattern[str] = _NEVER
    #: whether a capitalised word and a form of a surname after it can be one person: the word, the form, the surname
    agrees: Callable[[str, str, str], bool] = always
    #: whether some words that look like a form of a person's name are another person's name
    #: (the text, where the words start and end, the name)
    is_other_person: Callable[[str, int, int, str], bool] | None = None

    def writes(self, text: str) -> bool:
        """Whether a name is in this language's script."""
        return re.match(rf"[{self.letters}]", text, re.IGNORECASE) is not None

    def plain(self, text: str) -> str:
        """A text in which letters that count as another are that one; offsets stay the same."""
        return text.translate(self.same) if self.same else text
