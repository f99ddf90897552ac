"""German: nouns with capitals, the genitive, compounds with a hyphen, plurals of terms."""

from __future__ import annotations

from collections.abc import Iterator

from course_reader.text.languages.edges import edges
from course_reader.text.languages.language import Language, after_name, before_name, names, words

_UMLAUTS = (("au", "äu"), ("a", "ä"), ("o", "ö"), ("u", "ü"))


def _forms(text: str, kind: str) -> Iterator[str]:
    """A name and its genitive; a term in its cases and its plural, its adjective with all endings."""
    yield text
    if kind in ("people", "places", "organisations"):
        if not text.endswith(("s", "ß", "x", "z")):
            yield text + "s"
        yield from _declined(text)
        return
    yield from _declined(text)
    for words_ in (text, *_declined(text)):
        for end in ("s", "es", "e", "en", "n", "er" if words_.endswith(("d", "ld")) else "e"):
            yield words_ + end
        head, blank, last = words_.rpartition(" ")
        for plain, changed in _UMLAUTS:
            at = last.lower().rfind(plain)
            if at >= 0 and (plain != "u" or last[at - 1 : at + 1] not in ("au", "eu")):
                stem = (
                    head + blank + last[:at] + (changed.capitalize() if not at else changed) + last[at + len(plain) :]
                )
                yield from (stem + end for end in ("e", "en", "er", "ern"))
                break


def _declined(text: str) -> Iterator[str]:
    """The adjective that begins a name in all its endings: Roter, Roten, Rotes."""
    first, blank, rest = text.partition(" ")
    for end in ("er", "es", "en", "em", "e"):
        if rest and first.endswith(end) and len(first) - len(end) > 2:
            for other in ("er", "es", "en", "em", "e"):
                yield first.removesuffix(end) + other + blank + rest
            return


GERMAN = Language(
    tag="de",
    name="German",
    letters="a-zäöüß",
    forms=_forms,
    whole_word=edges(after="'"),
    nouns_have_capitals=True,
    openers=words(
        "weder noch sowohl falls sobald solange ehe indem inzwischen mittlerweile dennoch trotzdem somit zuvor "
        "seitdem tausende hunderte straßen der die das den dem des ein eine einen einem einer eines kein keine "
        "dieser diese dieses diesen jeder jede jedes mein sein seine ihr ihre unser unsere er sie es wir ihr ich man "
        "und oder aber denn doch sondern wenn als da weil ob dass damit obwohl während bevor nachdem seit bis in im "
        "ins an am ans auf aus bei beim mit nach von vom vor zu zum zur über unter zwischen durch für gegen ohne um "
        "wegen trotz laut neben hinter statt außer innerhalb außerhalb nahe dort hier dann danach dabei dagegen "
        "deshalb daher darum jedoch auch nur schon noch wieder heute gestern morgen jetzt nun so wie was wer wo "
        "warum wann welche welcher alle alles viele einige mehrere beide zwei drei vier fünf ja nein nicht nie immer "
        "später früher zuletzt zudem außerdem bereits anders anfang ende mitte montag dienstag mittwoch donnerstag "
        "freitag samstag sonntag januar februar märz april mai juni juli august september oktober november dezember "
        "nachbar gut rund etwa"
    ),
    ordinary=words(
        "*ung *ungen *heit *keit *schaft *minister *ministerin *präsident *präsidentin *chef *chefin *sprecher "
        "*sprecherin *kanzler *kanzlerin *land *stadt *staat *macht *partner *gegner *geber *volk *führer *krieg "
        "*vertrag *abkommen *konflikt *treffen *gespräch *gespräche *regierung *politiker *politikerin *experte "
        "*expertin *forscher *forscherin *trainer *richter *richterin *anwalt *anwältin *autor *autorin *tag *woche "
        "*monat *jahr *uhr *ende *beginn *ismus *tion *tionen *leiter *leiterin *herr *kritiker *anhänger "
        "*vertrauter *gipfel *friede *frieden *wahl *besuch *reise *region *republik *hauptstadt *seite *streit "
        "*entscheidung *berater *beraterin *kollege *kollegin *professor *professorin *direktor *direktorin "
        "*sekretär *general *papst *könig *königin *frau *familie *druck *truppen *soldaten *menschen *leute *bürger "
        "*bewohner *einwohner *stunden *minuten *kilometer *grenze *nähe *richtung"
    ),
    beside=words(
        "herr herrn frau präsident* präsidentin ministerpräsident* premier* premierminister* kanzler* bundeskanzler* "
        "minister* außenminister* könig* königin papst general* oberst* botschafter* abgeordnete* senator* "
        "bürgermeister* sprecher* dr. prof. dr prof professor* republik königreich staat* föderation stadt "
        "hauptstadt* nachbarland nachbar* land außenministerin parteichef* staatschef* regierungschef* ex-präsident* "
        "richter* trainer* kapitän* sekretär* großmacht gastgeber* gegner mittwoch* gestern heute"
    ),
    bodies=words(
        "universität* institut* bank museum* theater* bahnhof* hauptbahnhof* flughafen* stadion* krankenhaus* "
        "klinik* akademie* oper dom kirche moschee* straße* allee platz* brücke* hotel* festival* pokal* preis* "
        "radio agentur* stiftung* rat gericht* liga club verein* dynamo spartak lokomotive torpedo eintracht "
        "borussia gruppe* gmbh ag palast* bibliothek* orchester* fluss* see meer* golf* insel* bucht* gebirge* berg* "
        "neu neue bad groß ober nieder fc sc sv tsv vfb hafen* times post zeitung* express nachrichten airlines "
        "kreis kolleg gymnasium schule* messe philharmoniker symphoniker west ost nord süd alt sankt st."
    ),
    things=words(
        "kreuzer* schiff* fregatte* zerstörer* frachter* fähre* film* roman* zeitung* zeitschrift* magazin* serie* "
        "lied* album* stück* gemälde* restaurant* café* hotel* bar kino* klub* marke* pferd* lokal*"
    ),
    articles=before_name("der die das den dem des ein eine einen einem einer eines"),
    with_article=words(
        "Türkei Schweiz Ukraine Slowakei Mongolei Iran* Irak* Jemen* Libanon* Sudan* Kongo* Niederlande* Vatikan* "
        "Kosovo* Krim USA Kaukasus Balkan* Kreml* Westen* Osten* Lausitz Pfalz Saarland* Elsass Tschad* Niger* Oman* "
        "Senegal*"
    ),
    of=words("von vom zu zum zur am an+der im in+der"),
    given=names(
        "Kamran Heydar Ilham Mehriban Nikol Jürgen Jörg Götz Günter Günther Björn Sören Käthe Klaus Hans Karl Heinz "
        "Heinrich Friedrich Wilhelm Ludwig Otto Fritz Uwe Dieter Wolfgang Helmut Gerhard Horst Bernd Ulrike Ursula "
        "Angela Annalena Olaf Sabine Petra Heike Anke Silke Jens Lars Sven Torsten Stefan Matthias Andreas Johann "
        "Johannes Georg"
    ),
    at_place=before_name(
        "in nach aus bei um durch vor nahe über innerhalb außerhalb hauptstadt stadt richtung unweit rund+um "
        "bürger+von einwohner+von straßen+von zentrum+von"
    ),
    acts=after_name(
        "erklärte verurteilte warf forderte lehnte wies dementierte drohte versprach kündigte verlangte reagierte "
        "antwortete bestritt will fordert wirft droht verurteilt bestreitet beschuldigte rief"
    ),
)
