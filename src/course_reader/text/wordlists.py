"""English word lists for the rules on mentions, names, sentences and levels; the long ones are files in `lists/`."""

from __future__ import annotations

from functools import cache
from pathlib import Path

_LISTS = Path(__file__).parent / "lists"


@cache
def sections(file: str) -> dict[str, tuple[str, ...]]:
    """The word lists of a file of `lists/`, by the names of their sections.

    >>> sections("company")["suffixes"][:2]
    ('II', 'III')
    """
    found: dict[str, list[str]] = {}
    name = ""
    for line in (_LISTS / f"{file}.txt").read_text(encoding="utf-8").splitlines():
        if line.startswith("["):
            name = line.strip("[]")
        elif line and not line.startswith("#"):
            found.setdefault(name, []).extend(line.split())
    return {name: tuple(words) for name, words in found.items()}


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


def _section(name: str) -> frozenset[str]:
    return frozenset(sections("company")[name])


DAYS = _set("Monday Tuesday Wednesday Thursday Friday Saturday Sunday")
MONTHS = _set(
    "January February March April May June July August September October November December Jan Feb Mar Apr "
    "Jun Jul Aug Sep Sept Oct Nov Dec"
)
#: offices and ranks, capitalised before a person's name
OFFICES = _section("offices")
#: words that precede those
RANKS = _section("ranks")
TITLES = OFFICES | RANKS
#: adjectives of countries and peoples; they name no entry
DEMONYMS = _set(
    "Armenian Azerbaijani Azeri Russian Turkish Iranian Georgian American European French German British "
    "Ukrainian Soviet Western Eastern Northern Southern Caucasian Chinese Indian Israeli Syrian Iraqi Greek "
    "Kurdish Kazakh Uzbek Belarusian Belarussian Polish Italian Spanish Canadian Persian Arab Muslim "
    "Christian Orthodox Jewish Islamic Islamist Bolshevik Communist English Hungarian Czech Dutch Swiss "
    "Swedish Japanese Korean Pakistani Ottoman Transcaucasian Eurasian Asian African Latin Baltic Moldovan "
    "Tajik Kyrgyz Turkmen Yazidi Talysh Lezgin Cypriot Lebanese Egyptian Saudi Qatari Emirati"
)
#: words that often start a sentence, so that a capital does not show a name
STARTERS = _set(
    "A About Above According Across Addressing After Again Against Ahead All Almost Alone Along Already Also "
    "Although Amid Among An And Another Any Are Around As Asked At Away Back Based Be Because Before Behind "
    "Being Below Beside Besides Between Beyond Both But By Can Certainly Citing Clearly Concerning Could "
    "Despite Did Do Does During Each Earlier Early Either Else Elsewhere Even Eventually Ever Every Everyone "
    "Everything Except Few Finally Five For Formally Four From Further Given Had Half Has Have Having He "
    "Hence Her Here His How However Hundreds I If In Indeed Inside Instead Into Is It Its Itself Just Last "
    "Late Later Least Less Let Like Likewise Many May Maybe Meanwhile Meeting Might More Moreover Most Much "
    "Must My Near Nearly Neither Never Nevertheless New Next Nine No Nobody None Nonetheless Nor Not Nothing "
    "Now Of Off Often On Once One Only Onto Or Other Others Our Out Outside Over Overall Perhaps Please "
    "Possibly Previously Quoting Rather Recent Recently Regarding Said Same Saying Sea Several She Should "
    "Similarly Since Six So Some Somebody Someone Something Sometimes Soon Speaking Still Such Surely Ten "
    "Than That The Their Them Then There Therefore These They This Those Though Thousands Three Through "
    "Throughout Thus Till To Today Together Tomorrow Tonight Too Toward Towards Two Under Unless Unlike "
    "Until Unto Up Upon Us Very Via Was We Well Were What Whatever When Whenever Where Whereas Wherever "
    "Whether Which While Who Whoever Whose Why Will With Within Without Would Yes Yesterday Yet You Your"
)
#: prefixes that may be joined to a name by a hyphen without making it another name
PREFIXES = _set("anti pro non ex post pre mid neo pan inter intra trans cross sub all un counter former then now half")
#: words whose full stop rarely ends a sentence
ABBREVIATIONS = _set(
    "Mr Mrs Ms Dr Prof Rev Hon St Gen Col Maj Capt Lt Sgt Sen Rep Gov Pres No Nos Art Vol Fig Jan Feb Mar "
    "Apr Jun Jul Aug Sep Sept Oct Nov Dec Mt Ft vs etc approx ca cf Inc Ltd Co Corp Jr Sr pp ed eds resp"
)
#: adjectives that make a different place of the one after them ("Western Armenia")
OTHER_PLACES = _section("other_places")
#: nouns that make the name before them, or after "of", part of an institution's name
INSTITUTIONS = _section("institutions")
#: nouns that make the name before them another place
GEOGRAPHY = _section("geography")
#: words that begin the name of another place
PLACE_HEADS = _section("place_heads")
#: nouns in capitals that leave a place what it is: what happens there, and what it is itself
EVENTS = _section("events")
#: what belongs to somebody in power
GOVERNING = _section("governing")
#: what a family, and not one person, is called
FAMILY = _section("family")
#: words after a person's name that make another person
SUFFIXES = _section("suffixes")
#: words that come before "of" and a place, and leave the place what it is
HEADS_OF_PLACES = TITLES | _section("heads_of_places")
#: words before "of" that make the place part of a title, a sea or the like, with a small letter too
HEADS_OF_NAMES = _section("heads_of_names")
#: words before those that say which state it is, and that it is the one meant
OF_STATES = _section("of_states")
#: nouns before a name in capitals: it is then a thing's name
THINGS = _section("things")
SHIPS = _section("ships")
#: nouns before a given name: it is then a person's
HUMANS = _section("humans")
#: verbs after which a name is given to somebody or something
NAMING = _section("naming")
#: small nouns that make a ware, an animal or an idea of the place before them
WARES = _section("wares")
#: places that are said with an article
WITH_ARTICLE = _section("with_article")
#: small words that join the parts of a person's or a town's name
PARTICLES = _section("particles")


@cache
def given_names() -> dict[str, str]:
    """Given names: m for men, f for women, b for both.

    >>> given_names()["Virginia"]
    'f'
    """
    found = {}
    for line in (_LISTS / "given_names.txt").read_text(encoding="utf-8").splitlines():
        kind, *names = line.split()
        if kind != "#":
            found.update(dict.fromkeys(names, kind))
    return found


@cache
def known_places(section: str) -> frozenset[str]:
    """Well-known places: `countries`, `capitals`, `cities`, or `regions` of English-speaking countries.

    >>> "Idaho" in known_places("regions")
    True
    """
    text = (_LISTS / "places.txt").read_text(encoding="utf-8")
    body = text.partition(f"[{section}]\n")[2].partition("\n[")[0]
    return frozenset(name.strip() for name in body.split(";"))


def is_known_place(name: str) -> bool:
    """Whether a name is that of a well-known place of any kind."""
    return any(name in known_places(section) for section in ("countries", "capitals", "cities", "regions"))
