"""English word lists for the rules on mentions, names, sentences and levels."""

from __future__ import annotations


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


DAYS = _set("Monday Tuesday Wednesday Thursday Friday Saturday Sunday")
MONTHS = _set(
    "January February March April May June July August September October November December Jan Feb Mar Apr "
    "Jun Jul Aug Sep Sept Oct Nov Dec"
)
#: offices and ranks, capitalised before a person's name
OFFICES = _set(
    "President Presidents Minister Ministers Premier Premiers Chancellor Secretary King Queen Prince "
    "Princess Pope Bishop Archbishop Patriarch Catholicos Sultan Emir Mr Mrs Ms Miss Dr Prof Professor Sir "
    "Lord Lady Leader Leaders Chairman Chairwoman Chair Speaker Senator Congressman Congresswoman Governor "
    "Mayor Ambassador Envoy Representative Commissioner Director Colonel Captain Lieutenant Marshal Admiral "
    "Gen Col Maj Capt Lt Sen Gov Rep Comrade Judge Justice Spokesman Spokeswoman Spokesperson Deputy"
)
#: words that precede those
RANKS = _set(
    "Prime Foreign Defense Defence Interior Finance Vice General Major State Former Then Acting Co Chief "
    "Special First Second Deputy"
)
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
OTHER_PLACES = _set(
    "North South East West Northern Southern Eastern Western Greater Lesser Upper Lower New Old Inner Outer Great "
    "Strong Prosperous Bright Free Young United Wilsonian"
)
#: nouns that make the name before them, or after "of", part of an institution's name
INSTITUTIONS = _set(
    "Academy Airline Airlines Airport Airways Alliance Archive Archives Association Avenue Award Bank "
    "Bloc Boulevard Bridge Cathedral Center Centre Church Club College Company Conservatory Corporation "
    "Cup Exchange FC Festival Foundation Fund Gazette Group Hall Herald Holding Hospital Hotel Institute "
    "Journal Library Marathon Medal Mosque Movement Museum News Palace Park Party Patriarchate Post Press "
    "Prize Review School Society Stadium Street Telecom Theater Theatre Times Today Tower Tribune Trust "
    "TV University Weekly"
)
