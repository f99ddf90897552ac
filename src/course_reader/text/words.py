"""Words in a folded text: where they end, what stands beside them, which capitals mean nothing.

Every function takes folded text (`course_reader.text.fold`), in which a quote is `'` or `"`, a dash `-`, a gap one
space, and a blank line the only line break.
"""

from __future__ import annotations

import re
import unicodedata

DAYS = frozenset("Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split())
MONTHS = frozenset(
    "January February March April May June July August September October November December Jan Feb Mar Apr Jun Jul "
    "Aug Sep Sept Oct Nov Dec".split()
)
#: words that name an office or rank, in capitals before a person's name
OFFICES = frozenset(
    "President Presidents Minister Ministers Premier Premiers Chancellor Secretary King Queen Prince Princess Pope "
    "Bishop Archbishop Patriarch Catholicos Sultan Emir Mr Mrs Ms Miss Dr Prof Professor Sir Lord Lady Leader Leaders "
    "Chairman Chairwoman Chair Speaker Senator Congressman Congresswoman Governor Mayor Ambassador Envoy Representative "
    "Commissioner Director Colonel Captain Lieutenant Marshal Admiral Gen Col Maj Capt Lt Sen Gov Rep Comrade Judge "
    "Justice Spokesman Spokeswoman Spokesperson Deputy".split()
)
#: words that stand before those
RANKS = frozenset(
    "Prime Foreign Defense Defence Interior Finance Vice General Major State Former Then Acting Co Chief Special First "
    "Second Deputy".split()
)
TITLES = OFFICES | RANKS
#: adjectives of countries and peoples; they name no entry
DEMONYMS = frozenset(
    "Armenian Azerbaijani Azeri Russian Turkish Iranian Georgian American European French German British Ukrainian "
    "Soviet Western Eastern Northern Southern Caucasian Chinese Indian Israeli Syrian Iraqi Greek Kurdish Kazakh "
    "Uzbek Belarusian Belarussian Polish Italian Spanish Canadian Persian Arab Muslim Christian Orthodox Jewish "
    "Islamic Islamist Bolshevik Communist English Hungarian Czech Dutch Swiss Swedish Japanese Korean Pakistani "
    "Ottoman Transcaucasian Eurasian Asian African Latin Baltic Moldovan Tajik Kyrgyz Turkmen Yazidi Talysh "
    "Lezgin Cypriot Lebanese Egyptian Saudi Qatari Emirati".split()
)
#: words that often start a sentence; a capital there says nothing
STARTERS = frozenset(
    "A About Above According Across Addressing After Again Against Ahead All Almost Alone Along Already Also Although "
    "Amid Among An And Another Any Are Around As Asked At Away Back Based Be Because Before Behind Being Below Beside "
    "Besides Between Beyond Both But By Can Certainly Citing Clearly Concerning Could Despite Did Do Does During Each "
    "Earlier Early Either Else Elsewhere Even Eventually Ever Every Everyone Everything Except Few Finally Five For "
    "Formally Four From Further Given Had Half Has Have Having He Hence Her Here His How However Hundreds I If In "
    "Indeed Inside Instead Into Is It Its Itself Just Last Late Later Least Less Let Like Likewise Many May Maybe "
    "Meanwhile Meeting Might More Moreover Most Much Must My Near Nearly Neither Never Nevertheless New Next Nine No "
    "Nobody None Nonetheless Nor Not Nothing Now Of Off Often On Once One Only Onto Or Other Others Our Out Outside "
    "Over Overall Perhaps Please Possibly Previously Quoting Rather Recent Recently Regarding Said Same Saying Sea "
    "Several She Should Similarly Since Six So Some Somebody Someone Something Sometimes Soon Speaking Still Such "
    "Surely Ten Than That The Their Them Then There Therefore These They This Those Though Thousands Three Through "
    "Throughout Thus Till To Today Together Tomorrow Tonight Too Toward Towards Two Under Unless Unlike Until Unto Up "
    "Upon Us Very Via Was We Well Were What Whatever When Whenever Where Whereas Wherever Whether Which While Who "
    "Whoever Whose Why Will With Within Without Would Yes Yesterday Yet You Your".split()
)
#: what may stand before a name with a hyphen without making it another name
PREFIXES = frozenset(
    "anti pro non ex post pre mid neo pan inter intra trans cross sub all un counter former then now half".split()
)
ABBREVIATIONS = frozenset(
    "Mr Mrs Ms Dr Prof Rev Hon St Gen Col Maj Capt Lt Sgt Sen Rep Gov Pres No Nos Art Vol Fig Jan Feb Mar Apr Jun Jul "
    "Aug Sep Sept Oct Nov Dec Mt Ft vs etc approx ca cf Inc Ltd Co Corp Jr Sr pp ed eds resp".split()
)

_CONTRACTION = re.compile(r"'(?:s|d|m|ll|ve|re)?(?![^\W_])", re.IGNORECASE)
_AFTER = re.compile(r" ([^\W_][\w'-]*)")
_OPENERS = "\"'([{*_ "


def is_word(character: str) -> bool:
    """Whether a character is part of a word: letters, digits, combining marks, the underscore."""
    return character.isalnum() or character == "_" or unicodedata.category(character)[0] == "M"


def stands_alone(text: str, start: int, end: int) -> bool:
    """Whether a span is whole words. A possessive may follow; a hyphen or an opening quote ends a word.

    The neighbours of a name that starts or ends with a sign ("C++", "U.S.") must not be letters either. A
    currency sign right behind ("US$") makes another word, and so does an apostrophe inside one ("O'Brien").
    """
    if start and (
        is_word(before := text[start - 1]) or before == "'" and start > 1 and is_word(text[start - 2])
    ):
        return False
    if end == len(text):
        return True
    after = text[end]
    if after == "'":
        return _CONTRACTION.match(text, end) is not None
    return not is_word(after) and unicodedata.category(after) != "Sc"


def is_possessive(text: str, end: int) -> bool:
    """Whether the word that ends here carries 's or s'."""
    if text[end : end + 2].lower() == "'s":
        return end + 2 == len(text) or not is_word(text[end + 2])
    return text[end : end + 2] == "' " and text[end - 1 : end].lower() == "s"


def word_before(text: str, start: int) -> str:
    """The word that stands one space before a position, with a full stop that belongs to it; "" if none does."""
    if text[start - 1 : start] != " ":
        return ""
    first = max(text.rfind(" ", 0, start - 1), text.rfind("\n", max(0, start - 60), start - 1)) + 1
    word = text[first : start - 1].lstrip(_OPENERS)
    return word if word and (is_word(word[-1]) or word[-1] in ".'") else ""


def word_after(text: str, end: int) -> str:
    """The word that follows after one space; "" where a sign comes first."""
    found = _AFTER.match(text, end)
    return found[1] if found else ""


def starts_sentence(text: str, start: int) -> bool:
    """Whether a sentence, a quotation or a block starts at this position (or just before, with a quote or bracket)."""
    at = start
    while at and text[at - 1] in _OPENERS:
        at -= 1
    if not at or text[at - 1] == "\n":
        return True
    opened = text[at:start].strip() != ""
    if text[at - 1] in ",-" and opened:
        return True
    if text[at - 1] not in ".!?:;\u2026\u0589\u061f\u3002":
        return False
    return text[at - 1] != "." or not _is_abbreviation(text, at - 1)


def _is_abbreviation(text: str, stop: int) -> bool:
    """Whether the full stop at `stop` belongs to a shortened word that seldom ends a sentence, or to an initial."""
    start = stop
    while start and (text[start - 1].isalnum()):
        start -= 1
    word = text[start:stop]
    return word in ABBREVIATIONS or (len(word) == 1 and word.isupper())
