"""Whether a capital's name means the city: the evidence in the words around it.

"In Moscow" is a city, "irked Moscow" a government. A wrong link is worse than no link, so each rule here looks for
positive evidence of the place, and a word that speaks for a government outweighs it. Where nothing is found the
name is a question for the editor. The rules know English only; in another language every such name is a question.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from course_reader.text.words import MONTHS, is_possessive, is_word

#: says whether a stretch of the text names a place and nothing else
IsPlace = Callable[[int, int], bool]

_WINDOW = 120
_MONTH = "(?:" + "|".join(sorted(MONTHS)) + r")\.?"
_DAY = rf"(?:{_MONTH} \d{{1,2}}|\d{{1,2}} {_MONTH})(?:,? \d{{4}})?"

_MODIFIER = r"(?:(?:downtown|central|nearby|greater|metropolitan|inner|outer|suburban|both|either|neither)\s)?"
_PLACE_OF = (
    "city|capital|town|port|mayor|municipality|street|streets|outskirts|suburb|suburbs|district|districts|cent(?:er|re)|heart|"
    "north|south|east|west|siege|battle|bombing|bombardment|shelling|fall|residents|people|inhabitants|population|"
    "citizens|skyline|map|squares?|airports?|kilomet(?:er|re)s|km|miles|visit|hills|edge|vicinity|university"
)
_DIRECT = re.compile(rf"\b(?:in|near|inside|outside|across|throughout|within|into|around|via|in and around) {_MODIFIER}\Z", re.I)
_OF_PLACE = re.compile(rf"\b(?:{_PLACE_OF}) of {_MODIFIER}\Z", re.I)
_CAPITAL = re.compile(r"\b(?:the|its|their|'s|[A-Z]\w+) (?:capital|capital city|city|town|port city)(?:,| of)? \Z")
_CITY_PART = re.compile(r"\b(?:downtown|central|greater|metropolitan|suburban) \Z", re.I)
_VISITING = re.compile(r"\b(?:visit(?:s|ed|ing)?|tour(?:s|ed|ing)?|bombed|shelled|bombarded|besieged) \Z", re.I)
_MOVING = re.compile(r"\b(?P<words>(?:[\w'-]+ ){1,6})(?P<to>to|from|for|at|towards?|through|between) \Z", re.I)
_TRAVEL = re.compile(
    r"\b(?:travel\w*|fl(?:y|ies|ew|own|ying)|flights?|go|goes|going|gone|went|c[oa]me|comes|coming|arriv\w+|visits?|trips?|tours?|journeys?|dr(?:ive|ives|ove|iven|iving)|"
    r"head(?:s|ed|ing)|invit\w+|summon\w+|rush\w+|fl(?:ee|ees|ed|eeing)|deport\w+|extradit\w+|transferred|taken|brought|"
    r"trains?|buses|bus|roads?|railways?|railroads?|highways?|motorways?|routes?|pipelines?|flown|exil\w+|expel\w+|"
    r"evacuat\w+|recall\w+|march\w*|walk\w*|sail\w*|relocat\w+|depart\w*|leaves?|leaving|left|land(?:s|ed|ing)|"
    r"delegations?|report(?:s|ed|ing)|broadcast\w*|kilomet(?:er|re)s|km|miles|hours?|passes|passed|passing|crossed|"
    r"bound|live|home|transit|caravans?|convoys?|moved to)\b",
    re.I,
)
_ONLY_FROM = re.compile(r"\b(?:reports|reported|reporting|broadcast\w*|kilomet(?:er|re)s|km|miles|hours?|live|recall\w*|expel\w*|evacuat\w*)\b", re.I)
_NOT_FROM = re.compile(r"\b(?:c[oa]me|comes|coming|go|goes|going|gone|went|brought|taken|visits?|left|leaving|leaves?|home|delegations?|invit\w+|transferred)\b", re.I)
_FOR = re.compile(r"(?<!were )(?<!was )(?<!been )(?<!be )(?<!is )(?<!are )\b(?:left|leaves?|leaving|depart\w*|bound|head(?:s|ed|ing)|fl(?:ew|ying|ies|y)) \Z", re.I)
_AT = re.compile(r"\b(?:arriv\w+|land(?:s|ed|ing)|stopped) \Z", re.I)
_BETWEEN = re.compile(r"\b(?:flights?|trains?|roads?|railways?|highways?|motorways?|pipelines?|buses|bus) \Z", re.I)
#: a word of these before the preposition makes the name an actor whatever the preposition is
_ACTOR_IN = re.compile(
    r"\b(?:trust\w*|confiden\w+|faith|distrust\w*|mistrust\w*|belie\w+|interest\w*|disappoint\w+|hopes?|stake|rooted|"
    r"br(?:ing|ings|inging|ought)|drag\w*|draw\w*|drew|rop(?:e|ed|ing)|pull\w*|reel\w*|factor\w*|let|letting|"
    r"rall(?:y|ies|ied|ying)|revolv\w+|cent(?:ered|red|ring)|united?|get|got|messages?|negotiat\w+|mediat\w+|communicat\w+|contacts?|dialogue|channels?|signals?|"
    r"pressur\w+|suspicio\w+|doubts?|investment|ally|partner)(?: \w+)? \w+ \Z",
    re.I,
)
_ACTOR_TO = re.compile(
    r"\b(?:closer|close|away|ties|relations|loyal\w*|messages?|letters?|pressure|aid|help|support|concessions?|oppos\w+|"
    r"subordinate|acceptable|warnings?|threats?|signals?|appeals?|offers?|answers?|repl(?:y|ies)|responses?|pleas?|"
    r"notes?|gifts?|proposals?|demands?|complaints?|ultimatums?|protests?|independen\w+|distanc\w+|shift\w*|drift\w*|turn\w*|"
    r"over|back|control|handed|given|way|weapons?|guarantees?|recognition|approval|permission|instructions?|orders?|criticism|policy|attitude|was left|were left)\b",
    re.I,
)
_NOUN = (
    "summits?|meetings?|statements?|regions?|streets?|airports?|metro|suburbs?|conferences?|declarations?|agreements?|format|"
    "protocol|hotels?|university|courts?|courtrooms?|police|mayor|embassy|residents?|oblast|provinces?|districts?|river|skyline|city|"
    "studio|schools?|hospitals?|concert|museums?|forum|negotiations|sessions?|venues?|prisons?|jails?|courthouse|zoo|subway|"
    "apartments?|flats?|restaurants?|cafes?|theat(?:er|re)s?|cathedral|neighbou?rhoods?|encounter|gathering|ceremony|office|bureau|"
    "correspondent|squares?|time|round|trip|festival|olympics|bridge|station|stadium|parks?|ring road|peace talks|tracks?"
)
_ATTRIBUTE = re.compile(rf" (?:{_NOUN}|{_NOUN.title()})\b(?!')")
_VERB_OR_NOUN = re.compile(r" (?:[Tt]alks|[Vv]isits?|[Pp]rotests?|[Rr]all(?:y|ies)|[Pp]arade|[Rr]ounds|[Aa]ccords?|[Tt]reaty)\b(?!')")
_BEFORE_NOUN = re.compile(
    r"(?:\b(?:the|a|an|at|in|of|during|after|before|since|for|from|on|about|by|these|those|this|that|last|latest|next|previous|"
    r"first|second|third|fresh|new|recent|two|three|both|all|'s|his|her|their|its|planned|further|more|hosting|joint|trilateral|bilateral|\w+-way|\d{4}) "
    r")\Z",
    re.I,
)
_OWN_PLACE = re.compile(
    r"'s? (?:\w+ ){0,2}(?:streets?|suburbs?|cent(?:er|re)|airports?|squares?|metro|mayor|residents|outskirts|districts?|old city|"
    r"downtown|skyline|population|universit(?:y|ies)|theat(?:er|re)s?|museums?|opera|hotels?|restaurants?|parks?|"
    r"neighbou?rhoods?|prisons?|jails?|hospitals?|cathedrals?|mosques?|churches|Street|Square|Airport|Park|Theat(?:er|re)|Museum|Cathedral)\b",
)
_SUFFIX = re.compile(r"-(?:based|born|bound|educated|raised|area|region|datelined)\b", re.I)
_JOINED_PLACE = re.compile(r"(?:-[A-Z]\w+)* (?:pipelines?|railways?|railroads?|roads?|trains?|flights?|highways?|motorways?|routes?)\b")
_THE_CAPITAL = re.compile(r", (?:the|\w+'s)(?: [\w']+){0,2} (?:capital|city|town)\b")
_DATED = re.compile(rf", {_DAY}")
_DATELINE = re.compile(rf"(?:, [A-Z]\w+)?(?:, {_DAY})?(?: \([^)\n]{{1,40}}\)|, {_DAY}) ?- ?")
_FULL_DATE = re.compile(rf", (?:{_MONTH} \d{{1,2}}, \d{{4}}|\d{{1,2}} {_MONTH} \d{{4}})")
_ENDS = re.compile(r"[.);]|\n|\Z| -| \(")

_ITEM = r"[A-Z][\w.'-]*(?: [A-Z][\w.'-]*){0,2}"
_EARLIER_ITEMS = re.compile(rf"(?:{_ITEM}, )*{_ITEM},? (?:and|or) \Z|(?:{_ITEM}, )+\Z")
_LATER_ITEMS = re.compile(rf"(?:, {_ITEM})*,? (?:and|or) {_ITEM}")
_VERB = re.compile(
    r" (?!this\b|less\b|always\b|sometimes\b|perhaps\b|towards\b|besides\b|as\b)"
    r"(?:is|are|was|were|has|had|have|will|would|can|could|may|might|must|should|did|do|does|said|say|also|both|then|now|[a-z]+ed|[a-z]{2,}s|"
    r"want|agree|met|meet|began|began|took|gave|made|saw|went|came|sent|told|held|sought|left|kept|put|hit)\b"
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
    """"Moscow-based" and "Baku-Tbilisi pipeline" are about the city, "Moscow-backed" and "Moscow-Baku ties" are not."""
    if _SUFFIX.match(after):
        return True
    return is_word(after[1:2] or " ") and after[1:2].isupper() and _JOINED_PLACE.match(after) is not None


def _attributive(before: str, after: str) -> bool:
    """"The Moscow talks", "a Baku court": the name says which."""
    if _ATTRIBUTE.match(after):
        return True
    return _VERB_OR_NOUN.match(after) is not None and _BEFORE_NOUN.search(before) is not None


def _has_place_before(before: str) -> bool:
    """Whether a preposition of place, or another word that only a place has before it, stands before the name."""
    if _DIRECT.search(before):
        return not _ACTOR_IN.search(before)
    if any(rule.search(before) for rule in (_OF_PLACE, _CAPITAL, _CITY_PART, _VISITING)):
        return True
    return _moves(before)


def _moves(before: str) -> bool:
    """"Flew to", "left for", "40 km from": a preposition that needs a word of travel before it, in the same clause."""
    moving = _MOVING.search(before)
    if not moving:
        return False
    words, preposition = moving["words"], moving["to"].lower()
    if preposition == "for":
        return _FOR.search(words) is not None
    if preposition == "at":
        return _AT.search(words) is not None
    if preposition == "between":
        return _BETWEEN.search(words) is not None
    if _ACTOR_TO.search(words):
        return False
    if preposition == "from":
        words = _NOT_FROM.sub("", words)
    else:
        words = _ONLY_FROM.sub("", words)
    return _TRAVEL.search(words) is not None


def _in_address(text: str, start: int, end: int, before: str, is_place: IsPlace) -> bool:
    """"(Yerevan, Armenia)" or "Sochi, 31 October 2022": set off from the sentence on both sides."""
    if before and not before.endswith((", ", "(", ": ", "- ", '"')) and _FULL_DATE.match(text, end) is None:
        return False
    if before.endswith(("with ", "by ", "of ", "to ", "from ", "against ")):
        return False
    if _FULL_DATE.match(text, end):
        return True
    if not text.startswith(", ", end):
        return False
    close = _ENDS.search(text, end + 2)
    stop = close.start() if close else len(text)
    return stop - end < 60 and is_place(end + 2, stop)


def _in_list(before: str, after: str) -> bool:
    """"In Moscow, Baku and Yerevan": the preposition before the first counts for all, unless a verb follows."""
    items = _EARLIER_ITEMS.search(before)
    while items and not _has_place_before(before[: items.start()]):
        # The chain may have taken a capitalised word too many ("In Moscow and ...").
        items = _EARLIER_ITEMS.search(before, items.start() + 1)
    if not items:
        return False
    later = _LATER_ITEMS.match(after)
    if items.group().endswith(", ") and not later:
        return False
    head = before[: items.start()]
    fronted = re.fullmatch(r"(?:.*[.!?:] )?\W*[A-Z]\w* ", head) is not None
    if fronted and "," in items.group():
        return False
    return _VERB.match(after, later.end() if later else 0) is None
