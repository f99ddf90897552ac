"""The signs by which a line is, or is not, the headline. Each has a weight; the sum decides between lines."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum

from course_reader.scrape.lines import bylines, captions, furniture, outlets
from course_reader.scrape.lines.segments import Segment
from course_reader.scrape.lines.shapes import capitals, is_call, is_header, is_prose, is_stamp, is_time, looks_stamped
from course_reader.scrape.lines.wording import count_words, stems


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
    VERY_LONG = ("it is longer than headlines are", -2)
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
#: A line with one of these is asked about, however good it is otherwise.
NEVER_SURE = frozenset({Sign.VERY_LONG, Sign.HARDLY_ANY_WORDS})
#: How far the best must be ahead of the next.
AHEAD = 4
#: What suffices for the only possible line of a short head, if the text is short too.
ALONE = 2
#: The words of a headline recur in a text with at least so many different words.
LONG_TEXT = 100
#: A head with at most so many lines was copied with care; a longer one comes with the page around it.
SHORT_HEAD = 10

#: A line with so many words should share some with a long text.
_MANY = 5

_ARROW = re.compile(r"\s*[←→«»‹›<>↑▲◄►]|.*(?:[→»›▸►]|>>)\s*$")
_CALL = re.compile(
    r"(?:click|log (?:in|out|on)|sign (?:in|out)|see|view|buy|shop|save|share|browse|explore|visit|enter|skip|jump|"
    r"close|show|hide|open|submit|register|contact|got a|order|tap|scroll|meet|discover|welcome)\b",
    re.I,
)
_RIGHTS = re.compile(r"\b(?:copyright|image (?:source|credit)|photograph by|photo by|illustration by)\b|©", re.I)
#: Words of several buttons that were copied without blanks.
_RUN_TOGETHER = re.compile(r"[^\W\d_A-Z]{6,}[A-Z][^\W\d_]+")
_TRAIL = re.compile(r"\s[»›>]\s.{0,80}\s[»›>]\s")
_COUNT = re.compile(
    r"\d[\d.,]*[km]?\+?\s?(?:comments?|posters?|shares?|views?|likes?|replies|with \d+|people|times)\b", re.I
)


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


def weigh(
    segments: Sequence[Segment], position: int, start: int, text: frozenset[str], address: frozenset[str]
) -> Possible:
    """A line with its signs.

    Args:
        segments: The blocks of the copy.
        position: The line's.
        start: The position at which the running text starts.
        text: The stems of that text.
        address: The stems of the words in web addresses of the copy.
    """
    segment = segments[position]
    signs = [*_form(segment), *_place(segments, position, start), *_words(segment.plain, text)]
    own = stems(segment.plain)
    if len(own & address) >= 3 or (len(own) >= 2 and own <= address):
        signs.append(Sign.IN_ADDRESS)
    if any(_ends_like(segment.plain, other.plain) for other in segments[position + 1 : position + 6]):
        signs.append(Sign.BREADCRUMB)
    if start <= SHORT_HEAD and count_words(segment.plain) >= 4 and all(is_header(s.plain) for s in segments[:position]):
        signs.append(Sign.FIRST)
    if segment.kind == "heading":
        signs.append(Sign.MARKED)
    if any(len(other.plain) < 300 and other.plain == segment.plain for other in segments[:position]):
        signs.append(Sign.REPEATED)
    return Possible(position, tuple(signs))


def _ends_like(text: str, other: str) -> bool:
    """Whether a line is another with a trail before it: ``Home News Pier repaired`` above ``Pier repaired``."""
    return 15 < len(other) < len(text) and text.endswith(other)


def _form(segment: Segment) -> list[Sign]:
    text = segment.plain
    words = count_words(text)
    signs = [Sign.AS_LONG_AS_HEADLINES] if 4 <= words <= 24 else [Sign.THREE_WORDS] if words == 3 else []
    if len(text) > 160:
        signs.append(Sign.VERY_LONG)
    if (
        furniture.is_menu(text)
        or furniture.is_menu_word(text)
        or _is_run_of_menu_words(text)
        or len(_RUN_TOGETHER.findall(text)) > 1
    ):
        signs.append(Sign.MENU)
    elif _RUN_TOGETHER.search(text):
        signs.append(Sign.GLUED)
    if (is_call(text) or _CALL.match(text)) and words <= 8:
        signs.append(Sign.CALL)
    if captions.looks_like_caption(text):
        signs.append(Sign.CAPTION)
    if text.endswith("."):
        signs.append(Sign.FULL_STOP)
    if words < 3:
        signs.append(Sign.SHORT)
    if _is_name(text):
        signs.append(Sign.PERSON)
    if len(text) < 70 and words <= 9 and (_names_outlet(text) or _RIGHTS.search(text)):
        signs.append(Sign.OUTLET)
    if _COUNT.match(text) and words <= 8:
        signs.append(Sign.COUNT)
    if text[:1] + text[-1:] in ("()", "[]", "{}"):
        signs.append(Sign.ENCLOSED)
    if text[:1] in "\"“„«'‘" and text[-1:] in "\"”“»'’":
        signs.append(Sign.QUOTED)
    if looks_stamped(text):
        signs.append(Sign.STAMP)
    if _TRAIL.search(text):
        signs.append(Sign.BREADCRUMB)
    if _ARROW.match(text):
        signs.append(Sign.ARROW)
    return signs


def _is_name(text: str) -> bool:
    """A person, or a person with a job: ``Jane Doe``, ``Jane Doe, Political Writer``."""
    who, comma, job = text.partition(",")
    if comma and bylines.is_person(who) and (bylines.is_role(job.strip()) or len(text.split()) <= 4):
        return True
    return bylines.is_person(text) and len(text.split()) <= 3


def _names_outlet(text: str) -> bool:
    found = outlets.names_in(text)
    return bool(found) and capitals(text) > 0.7 and len(text.split()) <= 4 + len(found[0].name.split())


def _is_run_of_menu_words(text: str) -> bool:
    """``News Tech Science Culture Reference More``: a menu that was copied as one line."""
    words = [word for word in text.split() if word[:1].isalpha()]
    known = sum(furniture.is_menu_word(word) or furniture.match(word) is not None for word in words)
    return len(words) >= 4 and known >= 0.4 * len(words)


def _place(segments: Sequence[Segment], position: int, start: int) -> list[Sign]:
    """What follows the line, up to the text."""
    if position > start:
        signs = [Sign.INSIDE]
        if position + 1 < len(segments) and _closes(segments[position + 1]):
            signs.append(Sign.STAMP_FOLLOWS)
        return signs
    between = stamps = 0
    for after in segments[position + 1 : start]:
        if _closes(after):
            stamps += between < 2
        elif len(after.plain.split()) >= 4 or len(after.plain) > 40:
            between += 1
    signs = [Sign.STAMP_FOLLOWS] if stamps else []
    if between == 0:
        signs.append(Sign.TEXT_FOLLOWS)
    elif between == 1:
        signs.append(Sign.TEXT_AFTER_ONE)
    elif between > 8 and not stamps:
        signs.append(Sign.VERY_FAR)
    elif between > (8 if stamps else 3):
        signs.append(Sign.FAR)
    if position and is_time(segments[position - 1].plain):
        signs.append(Sign.ENTRY)
    if _among_links(segments, position):
        signs.append(Sign.AMONG_LINKS)
    return signs


def _closes(segment: Segment) -> bool:
    """Whether a line comes after headlines only: a byline, a date, a time."""
    text = segment.plain
    return is_stamp(text) or is_time(text) or looks_stamped(text)


def _among_links(segments: Sequence[Segment], position: int) -> bool:
    """Whether lines of the same kind surround it, as in a list of headlines."""
    below = segments[position + 1 : position + 3]
    above = segments[max(0, position - 2) : position]
    near = [*above, *below]
    return len(below) == 2 and len(near) >= 3 and all(_is_link_like(other) for other in near)


def _is_link_like(segment: Segment) -> bool:
    text = segment.plain
    return segment.kind in ("text", "item") and not is_prose(segment) and not is_header(text) and len(text) < 120


def _words(text: str, known: frozenset[str]) -> list[Sign]:
    own = stems(text)
    shared = len(own & known)
    if not own or len(known) < 20:
        return []
    share = shared / len(own)
    if shared >= 3 and share >= 0.75:
        return [Sign.ALL_WORDS]
    if shared >= 3 and share >= 0.45:
        return [Sign.MOST_WORDS]
    if shared >= 2 and share >= 0.3:
        return [Sign.SOME_WORDS]
    if shared <= 1 and len(own) >= _MANY and len(known) >= LONG_TEXT:
        return [Sign.HARDLY_ANY_WORDS]
    return [] if shared else [Sign.NO_WORDS]
