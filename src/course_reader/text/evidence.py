"""Whether a capital's name means the city: the evidence in the words around it.

"In Moscow" is a city, "irked Moscow" a government. A wrong link is worse than no link, so each rule here
looks for positive evidence of the place, and a word that speaks for a government outweighs it. Where nothing
is found the name is a question for the editor. The rules know English only; in another language every such
name is a question.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from course_reader.text.wordlists import MONTHS
from course_reader.text.words import is_possessive

#: says whether a stretch of the text names a place and nothing else
IsPlace = Callable[[int, int], bool]

#: code points before and behind a name that are looked at
_WINDOW = 120


def _any(words: str) -> str:
    """A pattern for any word of a list; `*` is any ending, `+` a space, `(s)` an optional s."""
    plain = words.replace("(s)", "s?").replace("(es)", "(?:es)?").replace("*", r"\w*")
    return rf"\b(?:{'|'.join(plain.split()).replace('+', ' ')})\b"


_MONTH = "(?:" + "|".join(sorted(MONTHS)) + r")\.?"
_DAY = rf"(?:{_MONTH} \d{{1,2}}|\d{{1,2}} {_MONTH})(?:,? \d{{4}})?"

# Words that stand right before a city -----------------------------------------------------------------------

_MODIFIER = (
    rf"(?:{_any('downtown central nearby greater metropolitan inner outer suburban both either neither')} )?"
)
_DIRECT = re.compile(
    rf"{_any('in near inside outside across throughout within into around via')} {_MODIFIER}\Z", re.IGNORECASE
)
_PLACE_OF = _any(
    "city capital town port mayor municipality street(s) outskirts suburb(s) district(s) center centre heart "
    "north south east west siege battle bombing bombardment shelling fall residents people inhabitants "
    "population citizens skyline map square(s) airport(s) kilometer(s) kilometre(s) km miles hills edge "
    "vicinity university"
)
_OF_PLACE = re.compile(rf"{_PLACE_OF} of {_MODIFIER}\Z", re.IGNORECASE)
_CAPITAL = re.compile(
    r"\b(?:the|its|their|'s|[A-Z]\w+) (?:capital|capital city|city|town|port city)(?:,| of)? \Z"
)
_CITY_PART = re.compile(rf"{_any('downtown central greater metropolitan suburban')} \Z", re.IGNORECASE)
_VISITING = re.compile(
    rf"{_any('visit(s) visited visiting tour(s) toured touring bombed shelled bombarded besieged')} \Z",
    re.IGNORECASE,
)
#: before "in" and its like: makes the name an actor
_ACTOR_IN = re.compile(
    _any(
        "trust* confiden* faith distrust* mistrust* belie* interest* disappoint* hope(s) stake rooted "
        "bring(s) bringing brought drag* draw* drew rope roped roping pull* reel* factor* let letting rally "
        "rallies rallied rallying revolv* centered centred centering unite united get got message(s) "
        "negotiat* mediat* communicat* contact(s) dialogue channel(s) signal(s) pressur* suspicio* doubt(s) "
        "investment ally partner"
    )
    + r"(?: \w+)? \w+ \Z",
    re.IGNORECASE,
)

# Words of travel, a few words before "to", "from", "for", "at" ----------------------------------------------

_MOVING = re.compile(
    r"\b(?P<words>(?:[\w'-]+ ){1,6})(?P<preposition>to|from|for|at|towards?|through|between) \Z",
    re.IGNORECASE,
)
_TO_ONLY = (
    "go goes going gone went come comes came coming brought taken transferred visit(s) leave(s) leaving left "
    "home delegation(s) invit* summon* moved+to"
)
_FROM_ONLY = (
    "report(s) reported reporting broadcast* kilometer(s) kilometre(s) km miles hour(s) live "
    "recall* expel* evacuat*"
)
_TRAVEL = (
    "travel* fly flies flew flown flying flight(s) arriv* trip(s) tour(s) journey(s) drive(s) drove driven "
    "driving head heads headed heading rush* flee(s) fled fleeing deport* extradit* train(s) bus(es) road(s) "
    "railway(s) railroad(s) highway(s) motorway(s) route(s) pipeline(s) exil* march* walk* sail* relocat* "
    "depart* land(s) landed landing pass(es) passed passing crossed bound transit caravan(s) convoy(s)"
)
_TRAVEL_TO = re.compile(_any(f"{_TRAVEL} {_TO_ONLY}"), re.IGNORECASE)
_TRAVEL_FROM = re.compile(_any(f"{_TRAVEL} {_FROM_ONLY}"), re.IGNORECASE)
_FOR = re.compile(
    r"(?<!were )(?<!was )(?<!been )(?<!be )(?<!is )(?<!are )"
    + _any("left leave(s) leaving depart* bound head heads headed heading fly flies flew flying")
    + r" \Z",
    re.IGNORECASE,
)
_AT = re.compile(rf"{_any('arriv* land(s) landed landing stopped')} \Z", re.IGNORECASE)
_BETWEEN = re.compile(
    rf"{_any('flight(s) train(s) road(s) railway(s) highway(s) motorway(s) pipeline(s) bus(es)')} \Z",
    re.IGNORECASE,
)
#: in the same words: what moves to or from a government
_ACTOR_TO = re.compile(
    _any(
        "closer close away ties relations loyal* message(s) letter(s) pressure aid help support "
        "concession(s) oppos* subordinate acceptable warning(s) threat(s) signal(s) appeal(s) offer(s) "
        "answer(s) reply replies response(s) plea(s) note(s) gift(s) proposal(s) demand(s) complaint(s) "
        "ultimatum(s) protest(s) independen* distanc* shift* drift* turn* over back control handed given way "
        "weapon(s) guarantee(s) recognition approval permission instruction(s) order(s) criticism policy "
        "attitude was+left were+left"
    ),
    re.IGNORECASE,
)

# Words behind a city ----------------------------------------------------------------------------------------

_NOUNS = (
    "summit(s) meeting(s) statement(s) region(s) street(s) airport(s) metro suburb(s) conference(s) "
    "declaration(s) agreement(s) format protocol hotel(s) university court(s) courtroom(s) police mayor "
    "embassy resident(s) oblast province(s) district(s) river skyline city studio school(s) hospital(s) "
    "concert museum(s) forum negotiations session(s) venue(s) prison(s) jail(s) courthouse zoo subway "
    "apartment(s) flat(s) restaurant(s) cafe(s) theater(s) theatre(s) cathedral neighborhood(s) "
    "neighbourhood(s) encounter gathering ceremony office bureau correspondent square(s) time round trip "
    "festival olympics bridge station stadium park(s) ring+road peace+talks track(s)"
)
_ATTRIBUTE = re.compile(f" (?:{_any(_NOUNS)}|{_any(_NOUNS.title().replace('(S)', '(s)'))})(?!')")
#: nouns that are verbs too, so that a word which only a noun has must stand before the name
_VERB_OR_NOUN = re.compile(
    r" (?:[Tt]alks|[Vv]isits?|[Pp]rotests?|[Rr]all(?:y|ies)|[Pp]arade|[Aa]ccords?|[Tt]reaty)\b(?!')"
)
_BEFORE_NOUN = re.compile(
    r"(?:'s|\w+-way|"
    + _any(
        "the a an at in of during after before since for from on about by these those this that last latest "
        "next previous first second third fresh new recent two three both all his her their its planned "
        "further more hosting joint trilateral bilateral"
    )
    + r"|\d{4}) \Z",
    re.IGNORECASE,
)
_OWN_PLACE = re.compile(
    r"'s? (?:\w+ ){0,2}"
    + _any(
        "street(s) suburb(s) center(s) centre(s) airport(s) square(s) metro mayor residents outskirts "
        "district(s) old+city downtown skyline population university universities theater(s) theatre(s) "
        "museum(s) opera hotel(s) restaurant(s) park(s) neighborhood(s) neighbourhood(s) prison(s) jail(s) "
        "hospital(s) cathedral(s) mosque(s) church(es) Street Square Airport Park Theater Theatre Museum "
        "Cathedral"
    )
)
_SUFFIX = re.compile("-" + _any("based born bound educated raised area region datelined"), re.IGNORECASE)
_JOINED_PLACE = re.compile(
    r"(?:-[A-Z]\w+)* "
    + _any("pipeline(s) railway(s) railroad(s) road(s) train(s) flight(s) highway(s) motorway(s) route(s)")
)
_THE_CAPITAL = re.compile(r", (?:the|\w+'s)(?: [\w']+){0,2} (?:capital|city|town)\b")
_DATELINE = re.compile(rf"(?:, [A-Z]\w+)?(?:, {_DAY})?(?: \([^)\n]{{1,40}}\)|, {_DAY}) ?- ?")
_FULL_DATE = re.compile(rf", (?:{_MONTH} \d{{1,2}}, \d{{4}}|\d{{1,2}} {_MONTH} \d{{4}})")
_END_OF_ADDRESS = re.compile(r"[.);]|\n|\Z| -| \(")

_ITEM = r"[A-Z][\w.'-]*(?: [A-Z][\w.'-]*){0,2}"
_EARLIER_ITEMS = re.compile(rf"(?:{_ITEM}, )*{_ITEM},? (?:and|or) \Z|(?:{_ITEM}, )+\Z")
_LATER_ITEMS = re.compile(rf"(?:, {_ITEM})*,? (?:and|or) {_ITEM}")
_FRONTED = re.compile(r"(?:.*[.!?:] )?\W*[A-Z]\w* ")
_VERB = re.compile(
    r" (?!(?:this|less|always|sometimes|perhaps|towards|besides|as)\b)(?:[a-z]+ed|[a-z]{2,}s|"
    + _any(
        "is are was were has had have will would can could may might must should did do does said say also "
        "both then now want agree met meet began took gave made saw went came sent told held sought left "
        "kept put hit"
    )
    + r")\b"
)


def place_is_meant(text: str, start: int, end: int, is_place: IsPlace) -> bool:
    """Whether the words around a name show that the place is meant.

    Args:
        text: The folded text of the article.
        start: Where the name starts.
        end: Where it ends, without a possessive.
        is_place: Tells of another stretch whether it names a place.
    """
    before = text[max(0, start - _WINDOW) : start].rpartition("\n")[2]
    after = text[end : end + _WINDOW].partition("\n")[0]
    at_block_start = start == 0 or text[start - 1] == "\n"
    if is_possessive(text, end):
        return _OWN_PLACE.match(after) is not None
    if after.startswith("-"):
        return _hyphenated(before, after)
    if before.endswith("-"):
        return _JOINED_PLACE.match(after) is not None
    if _attributive(before, after):
        return True
    if at_block_start and _DATELINE.match(after):
        return True
    return (
        _has_place_before(before)
        or _THE_CAPITAL.match(after) is not None
        or _in_address(text, start, end, before, is_place)
        or _in_list(before, after)
    )


def why_unsure(text: str, start: int, end: int) -> str:
    """What makes a name a question, as the end of a sentence for the editor."""
    if is_possessive(text, end):
        return "a possessive: a government has concerns, a city has streets"
    if text[end : end + 1] == "-" or text[start - 1 : start] == "-":
        return "part of a compound that may mean a government"
    if _VERB.match(text, end):
        return "it seems to act, as a government does"
    return "nothing around it shows that the place is meant"


def _hyphenated(before: str, after: str) -> bool:
    """Whether a compound is about the city: "Moscow-based", "Baku-Tbilisi pipeline", not "Moscow-backed"."""
    if _SUFFIX.match(after):
        return True
    return after[1:2].isupper() and _JOINED_PLACE.match(after) is not None


def _attributive(before: str, after: str) -> bool:
    """ "The Moscow talks", "a Baku court": the name says which."""
    if _ATTRIBUTE.match(after):
        return True
    return _VERB_OR_NOUN.match(after) is not None and _BEFORE_NOUN.search(before) is not None


def _has_place_before(before: str) -> bool:
    """Whether a preposition of place, or other words that only a place has, stand before the name."""
    if _DIRECT.search(before):
        return not _ACTOR_IN.search(before)
    if any(rule.search(before) for rule in (_OF_PLACE, _CAPITAL, _CITY_PART, _VISITING)):
        return True
    return _moves(before)


def _moves(before: str) -> bool:
    """Whether a preposition with a word of travel before it leads to the name: "flew to", "40 km from"."""
    moving = _MOVING.search(before)
    if not moving:
        return False
    words, preposition = moving["words"], moving["preposition"].lower()
    if rule := {"for": _FOR, "at": _AT, "between": _BETWEEN}.get(preposition):
        return rule.search(words) is not None
    if _ACTOR_TO.search(words):
        return False
    return (_TRAVEL_FROM if preposition == "from" else _TRAVEL_TO).search(words) is not None


def _in_address(text: str, start: int, end: int, before: str, is_place: IsPlace) -> bool:
    """ "(Yerevan, Armenia)" or "Sochi, 31 October 2022": set off from the sentence on both sides."""
    if before.endswith(("with ", "by ", "of ", "to ", "from ", "against ")):
        return False
    if _FULL_DATE.match(text, end):
        return True
    if before and not before.endswith((", ", "(", ": ", "- ", '"')):
        return False
    if not text.startswith(", ", end):
        return False
    close = _END_OF_ADDRESS.search(text, end + 2)
    stop = close.start() if close else len(text)
    return stop - end < 60 and is_place(end + 2, stop)


def _in_list(before: str, after: str) -> bool:
    """Whether the name is in a list of places: in "in Moscow and Baku" the preposition counts for both."""
    items = _EARLIER_ITEMS.search(before)
    while items and not _has_place_before(before[: items.start()]):
        # The chain may have taken a capitalised word too many ("In Moscow and ...").
        items = _EARLIER_ITEMS.search(before, items.start() + 1)
    if not items:
        return False
    later = _LATER_ITEMS.match(after)
    if items.group().endswith(", ") and not later:
        return False
    if "," in items.group() and _FRONTED.fullmatch(before, 0, items.start()):
        return False
    return _VERB.match(after, later.end() if later else 0) is None
