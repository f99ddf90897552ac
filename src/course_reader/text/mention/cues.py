"""Patterns for the words around a capital's name that suggest the city or the government; English only."""

from __future__ import annotations

import re

from course_reader.text.patterns import any_of as _any
from course_reader.text.wordlists import MONTHS

_MONTH = "(?:" + "|".join(sorted(MONTHS)) + r")\.?"
_DAY = rf"(?:{_MONTH} \d{{1,2}}|\d{{1,2}} {_MONTH})(?:,? \d{{4}})?"

# Words right before a city -----------------------------------------------------------------------------------

_MODIFIER = rf"(?:{_any('downtown central nearby greater metropolitan inner outer suburban both either neither')} )?"
DIRECT = re.compile(
    rf"{_any('in near inside outside across throughout within into around via')} {_MODIFIER}\Z", re.IGNORECASE
)
_PLACE_OF = _any(
    "city capital town port mayor municipality street(s) outskirts suburb(s) district(s) center centre heart "
    "north south east west siege battle bombing bombardment shelling fall residents people inhabitants women men "
    "children villagers workers students fishermen houses roofs cafes bars hotels markets walls gates harbour harbor "
    "population citizens skyline map square(s) airport(s) kilometer(s) kilometre(s) km miles hills edge "
    "vicinity university border(s) coast shore(s) interior"
)
OF_PLACE = re.compile(rf"{_PLACE_OF} of {_MODIFIER}\Z", re.IGNORECASE)
CAPITAL = re.compile(
    r"\b(?:the|its|their|'s|[A-Z]\w+) (?:capital|capital city|city|town|port city)(?P<comma>,)?(?: of)? \Z"
)
CLOSED = re.compile(r"[,.;:!?)]|\Z")
CITY_PART = re.compile(rf"{_any('downtown central greater metropolitan suburban')} \Z", re.IGNORECASE)
VISITING = re.compile(
    rf"{_any('visit(s) visited visiting tour(s) toured touring bombed shelled bombarded besieged')} \Z",
    re.IGNORECASE,
)
#: before "in" and the like: the name is then an actor
ACTOR_IN = re.compile(
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

MOVING = re.compile(
    r"\b(?P<words>(?:[\w'-]+ ){1,6})(?P<preposition>to|from|for|at|towards?|through|between) \Z",
    re.IGNORECASE,
)
_TO_ONLY = (
    "go goes going gone went come comes came coming brought taken transferred visit(s) leave(s) leaving left "
    "home delegation(s) invit* summon* moved+to"
)
_FROM_ONLY = (
    "truck(s) lorry lorries car(s) plane(s) boat(s) ferry ferries ship(s) goods driver(s) "
    "answer* replie* spoke speak* wrote writ* called phone* morning evening afternoon greetings postcard news "
    "picture(s) photo(s) imported report(s) reported reporting broadcast* kilometer(s) kilometre(s) km miles "
    "hour(s) live recall* expel* evacuat*"
)
_TRAVEL = (
    "travel* fly flies flew flown flying flight(s) arriv* trip(s) tour(s) journey(s) drive(s) drove driven "
    "driving head heads headed heading rush* flee(s) fled fleeing deport* extradit* train(s) bus(es) road(s) "
    "railway(s) railroad(s) highway(s) motorway(s) route(s) line(s) pipeline(s) exil* march* walk* sail* relocat* "
    "depart* land(s) landed landing pass(es) passed passing crossed bound transit caravan(s) convoy(s)"
)
TRAVEL_TO = re.compile(_any(f"{_TRAVEL} {_TO_ONLY}"), re.IGNORECASE)
TRAVEL_FROM = re.compile(_any(f"{_TRAVEL} {_FROM_ONLY}"), re.IGNORECASE)
#: a verb of movement right before "to"
GOING_TO = re.compile(
    r"\b(?:com(?:e|es|ing)|came|go(?:es|ing)?|went|gone|fl(?:y|ies|ew|own|ying)|travel(?:s|l?ed|l?ing)?|return(?:s|ed|ing)?|"
    r"dr(?:ive|ives|ove|iven|iving)|sail(?:s|ed|ing)|mov(?:e|es|ed|ing)|walk(?:s|ed|ing)|from here|from there|been)"
    r"(?: back| home| again| on| alone| together)* to \Z",
    re.IGNORECASE,
)
#: "left Cairo for Rome"
LEFT_FOR = re.compile(r"\b(?:left|leaves|leaving|leave|quit) [A-Z]\w+(?: [A-Z]\w+)? for \Z")
#: a means of travel after a name
BY_TRAIN = re.compile(r" by (?:train|plane|car|bus|road|rail|air|sea|boat|ship|ferry|helicopter|bicycle)\b| on foot\b")
LEFT = re.compile(r"\b(?:left|leaves|leaving|leave) \Z")
LEFT_THEN = re.compile(
    r" (?:for [A-Z]|on |at |by |early|late|this |last |yesterday|after |before |again|the same|two|three|"
    r"in (?:\d|[A-Z]))"
)
FOR = re.compile(
    r"(?<!were )(?<!was )(?<!been )(?<!be )(?<!is )(?<!are )"
    + _any("left leave(s) leaving depart* bound head heads headed heading fly flies flew flying")
    + r" \Z",
    re.IGNORECASE,
)
AT = re.compile(rf"{_any('arriv* land(s) landed landing stopped')} \Z", re.IGNORECASE)
#: before "at" when it is no place: somebody looks, or is angry, at a government
ANGRY_AT = re.compile(
    _any(
        "angry anger furious fury mad aimed directed aim look* laugh* shout* outrage* frustrat* criticism dismay* "
        "annoy* irritat* rage bitter* levelled leveled jab(s) swipe(s) hint* accusation(s)"
    )
    + r"(?: \w+)? \Z",
    re.IGNORECASE,
)
BETWEEN = re.compile(
    rf"{_any('flight(s) train(s) road(s) railway(s) highway(s) motorway(s) pipeline(s) bus(es)')} \Z",
    re.IGNORECASE,
)
#: also before "through": means rather than a road
NO_ROAD = re.compile(_any("agreement(s) deal(s) peace talks solution settlement must"), re.IGNORECASE)
TO_VERB = re.compile(r" to [a-z]")
#: in the same words: things that go to or from a government
ACTOR_TO = re.compile(
    _any(
        "closer close away ties relations loyal* message(s) letter(s) pressure aid help support "
        "concession(s) oppos* subordinate acceptable warning(s) threat(s) signal(s) appeal(s) offer(s) "
        "answer(s) reply replies response(s) plea(s) note(s) gift(s) proposal(s) demand(s) complaint(s) "
        "ultimatum(s) protest(s) independen* distanc* shift* drift* turn* over back control handed given way "
        "weapon(s) guarantee(s) recognition approval permission instruction(s) order(s) criticism policy "
        "attitude capital money was+left were+left"
    ),
    re.IGNORECASE,
)

# Words right after a city ------------------------------------------------------------------------------------

_NOUNS = (
    "summit(s) meeting(s) statement(s) region(s) street(s) airport(s) metro suburb(s) conference(s) "
    "declaration(s) agreement(s) hotel university mayor embassy resident(s) oblast province(s) district(s) "
    "river skyline concert museum(s) forum negotiations venue(s) courthouse zoo subway apartment(s) "
    "restaurant(s) cafe(s) theater(s) theatre(s) cathedral neighborhood(s) neighbourhood(s) encounter "
    "gathering ceremony correspondent stadium ring+road peace+talks"
)
#: nouns that can be verbs: the name must then follow a word that only precedes nouns
_UNSURE_NOUNS = (
    "talks visit(s) protest(s) rally rallies parade(s) accord(s) treaty format protocol court(s) "
    "courtroom(s) police city studio(s) school(s) hospital(s) session(s) prison(s) jail(s) flat(s) hotels "
    "bureau office square(s) time round trip festival olympics bridge(s) station(s) park(s) track"
)


def _following(words: str) -> re.Pattern[str]:
    """A pattern for a noun right after a name, in small letters or capitalised."""
    return re.compile(f" (?:{_any(words)}|{_any(words.title().replace('(S)', '(s)'))})(?![-'])")


ATTRIBUTE = _following(_NOUNS)
UNSURE_ATTRIBUTE = _following(_UNSURE_NOUNS)
#: nouns that only a government has; they outweigh any preposition of place
OF_GOVERNMENT = _following(
    "aid allies ally ambassador(s) arms authorities backing circles control delegation(s) diplomat(s) "
    "diplomacy elite(s) figures forces government hands hardliners influence insiders interests leaders "
    "leadership line loyalist(s) media ministers officials orbit policy politics position(s) pressure "
    "propaganda proposal(s) regime rule side soldiers stance support supporters troops"
)
BEFORE_NOUN = re.compile(
    r"(?:'s|\w+-way|"
    + _any(
        "the a an at in of during after before since for from on about by these those this that last latest "
        "next previous first second third fresh new recent two three both all his her their its planned "
        "further more hosting joint trilateral bilateral"
    )
    + r"|\d{4}) \Z",
    re.IGNORECASE,
)
OWN_PLACE = re.compile(
    r"'s? (?:\w+ ){0,2}"
    + _any(
        "street(s) suburb(s) center(s) centre(s) airport(s) square(s) metro mayor residents outskirts "
        "district(s) old+city downtown skyline population university universities theater(s) theatre(s) "
        "museum(s) opera hotel(s) restaurant(s) park(s) neighborhood(s) neighbourhood(s) prison(s) jail(s) "
        "hospital(s) cathedral(s) mosque(s) church(es) Street Square Airport Park Theater Theatre Museum "
        "Cathedral"
    )
)
SUFFIX = re.compile("-" + _any("based born bound educated raised area region datelined"), re.IGNORECASE)
JOINED_PLACE = re.compile(
    r"(?:-[A-Z]\w+)* "
    + _any("pipeline(s) railway(s) railroad(s) road(s) train(s) flight(s) highway(s) motorway(s) route(s)")
)
THE_CAPITAL = re.compile(r", (?:the|\w+'s)(?: [\w']+){0,2} (?:capital|city|town)\b")
#: a place in capitals that begins a paragraph
SHOUTED_DATELINE = re.compile(rf"(?:, ?[^\W\d_][\w .]+)?(?:, [\w .]+)?(?: \([^)\n]{{1,40}}\))?\.? ?(?:-|:)|, {_DAY}\. ")
DATELINE = re.compile(rf"(?:, [A-Z]\w+)?(?:, {_DAY})?(?: \([^)\n]{{1,40}}\)|, {_DAY}) ?- ?")
FULL_DATE = re.compile(rf", (?:{_MONTH} \d{{1,2}}, \d{{4}}|\d{{1,2}} {_MONTH} \d{{4}})")
END_OF_ADDRESS = re.compile(r"[.);]|\n|\Z| -| \(")

_ITEM = r"[A-Z][\w.'-]*(?: [A-Z][\w.'-]*){0,2}"
EARLIER_ITEMS = re.compile(rf"(?:{_ITEM}, )*{_ITEM},? (?:and|or) \Z|(?:{_ITEM}, )+\Z")
LATER_ITEMS = re.compile(rf"(?:, {_ITEM})*,? (?:and|or) {_ITEM}")
FRONTED = re.compile(r"(?:.*[.!?:] )?\W*[A-Z]\w* ")
VERB = re.compile(
    r" (?!(?:this|less|always|sometimes|perhaps|towards|besides|as)\b)(?:[a-z]+ed|[a-z]{2,}s|"
    + _any(
        "is are was were has had have will would can could may might must should did do does said say also "
        "both then now want agree met meet began took gave made saw went came sent told held sought left "
        "kept put hit"
    )
    + r")\b"
)
