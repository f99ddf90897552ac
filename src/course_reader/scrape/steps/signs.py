"""The signs by which a line is, or is not, the headline. Each has a weight; the sum decides between lines."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum


class Sign(Enum):
    """A sign for (positive weight) or against (negative) a line as the headline."""

    MARKED = ("it is marked as a heading", 3)
    STAMP_FOLLOWS = ("a byline or a date follows", 4)
    TEXT_FOLLOWS = ("the text follows", 4)
    TEXT_AFTER_ONE = ("the text follows after one other line", 2)
    ALL_WORDS = ("nearly all its words are in the text", 6)
    MOST_WORDS = ("most of its words are in the text", 4)
    SOME_WORDS = ("some of its words are in the text", 2)
    IN_ADDRESS = ("its words are in the web address", 5)
    AS_LONG_AS_HEADLINES = ("it is as long as headlines are", 3)
    THREE_WORDS = ("it has three words", 1)
    FIRST = ("it is the first line of a short head", 3)
    REPEATED = ("it is printed twice", 2)
    NO_WORDS = ("none of its words are in the text", -2)
    HARDLY_ANY_WORDS = ("it has many words, and of a long text hardly any", -1)
    FAR = ("several other lines follow before the text", -3)
    VERY_FAR = ("many other lines follow before the text", -6)
    AMONG_LINKS = ("it is one of several such lines", -3)
    ENTRY = ("a time is above it, as in a live blog", -4)
    MENU = ("its words are those of menus", -6)
    CALL = ("it asks the reader to do something", -5)
    CAPTION = ("it reads like a caption", -5)
    PERSON = ("it is a name", -4)
    OUTLET = ("it names an outlet and little else", -6)
    GLUED = ("two words in it have no space between them", -4)
    COUNT = ("it counts something", -5)
    QUOTED = ("it is a quotation", -2)
    ENCLOSED = ("it is in brackets", -5)
    STAMP = ("most of it is a date or a time", -7)
    ARROW = ("an arrow leads to another page", -8)
    BREADCRUMB = ("another line repeats its end", -6)
    FULL_STOP = ("it ends like a sentence", -3)
    SHORT = ("it has one or two words", -2)
    ADOPTED = ("it says how a document was made", -6)
    LONG = ("it is longer than most headlines are", -1)
    VERY_LONG = ("it is longer than headlines are", -2)
    CREDITED = ("a picture credit follows, as after a caption", -1)
    DATED = ("it names a day with its year", -1)
    HANDLE = ("it starts with somebody's handle", -5)
    OTHER_ADDRESS = ("an address in the copy is about something else", -3)
    BELOW_STAMP = ("a byline or a date is above it, and none follows", -1)
    BELOW_ANOTHER = ("the line above could be the headline", -6)
    INSIDE = ("it is in the text", -5)

    def __init__(self, why: str, weight: int) -> None:
        self.why = why
        self.weight = weight


#: The signs that depend on where the line is.
PLACES = frozenset(
    {
        Sign.STAMP_FOLLOWS,
        Sign.TEXT_FOLLOWS,
        Sign.TEXT_AFTER_ONE,
        Sign.FAR,
        Sign.VERY_FAR,
        Sign.AMONG_LINKS,
        Sign.INSIDE,
    }
)
_OF_WORDS = frozenset({Sign.ALL_WORDS, Sign.MOST_WORDS, Sign.SOME_WORDS, Sign.NO_WORDS, Sign.HARDLY_ANY_WORDS})
#: A line with one of these makes no line below it a standfirst.
_NO_HEADLINE = frozenset(
    {Sign.ARROW, Sign.STAMP, Sign.MENU, Sign.OUTLET, Sign.COUNT, Sign.BREADCRUMB, Sign.ENCLOSED, Sign.GLUED, Sign.CALL}
)
#: From this, a line is the headline without a question, if no other line comes near; less will do for a short text.
SURE, SURE_IF_SHORT = 10, 8
#: A line of a long text with one of these is asked about, however good it is otherwise.
NEVER_SURE = frozenset(
    {
        Sign.HARDLY_ANY_WORDS,
        Sign.NO_WORDS,
        Sign.CAPTION,
        Sign.OTHER_ADDRESS,
        Sign.PERSON,
        Sign.QUOTED,
        Sign.DATED,
        Sign.HANDLE,
        Sign.SHORT,
        Sign.LONG,
        Sign.VERY_LONG,
        *_NO_HEADLINE,
    }
)
#: The same for a text that is too short for the words of its headline to recur.
UNSURE_IN_ANY_TEXT = NEVER_SURE - {Sign.NO_WORDS, Sign.SHORT, Sign.QUOTED, Sign.LONG, Sign.PERSON, Sign.CALL}
#: One of these shows that a long text is about what a line says.
_OF_THE_TEXT = frozenset({Sign.ALL_WORDS, Sign.IN_ADDRESS, Sign.REPEATED})
#: How far the best must be ahead of the next.
AHEAD = 4
#: What suffices for the only possible line of a short head, if the text is short too.
ALONE = 2
#: The words of a headline recur in a text with at least so many different words.
LONG_TEXT = 100
#: A head with at most so many lines was copied with care; a longer one comes with the page around it.
SHORT_HEAD = 10


@dataclass(frozen=True, slots=True)
class Possible:
    """A line that could be the headline."""

    position: int
    signs: tuple[Sign, ...]

    @property
    def score(self) -> int:
        """The sum of its signs."""
        return sum(sign.weight for sign in self.signs)

    @property
    def worst(self) -> int:
        """The weight of the strongest sign against it; 0 if there is none."""
        return min((0, *(sign.weight for sign in self.signs)))

    @property
    def is_no_headline(self) -> bool:
        """Whether its form alone shows that it is something else."""
        return not _NO_HEADLINE.isdisjoint(self.signs)

    @property
    def by_place(self) -> int:
        """The part of the score that depends on where the line is."""
        return sum(sign.weight for sign in self.signs if sign in PLACES)

    @property
    def by_words(self) -> int:
        """The part of the score that comes from words of the text."""
        return sum(sign.weight for sign in self.signs if sign in _OF_WORDS)

    @property
    def is_evident(self) -> bool:
        """Whether words and place agree that it is the headline of a long text.

        A copy may not have the headline at all; then its standfirst, the title of a picture, or the link to another
        article looks most like one.
        """
        signs = set(self.signs)
        if not NEVER_SURE.isdisjoint(signs) or Sign.FULL_STOP in signs:
            return False
        stamped, first, about = Sign.STAMP_FOLLOWS in signs, Sign.FIRST in signs, not _OF_THE_TEXT.isdisjoint(signs)
        if about:
            return stamped or first or (Sign.BELOW_STAMP not in signs and not {Sign.FAR, Sign.VERY_FAR} & signs)
        return (Sign.MOST_WORDS in signs and (stamped or first)) or (Sign.SOME_WORDS in signs and stamped and first)
