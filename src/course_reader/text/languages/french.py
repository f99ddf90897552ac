"""French: elision before a name, articles that melt into prepositions, plurals."""

from __future__ import annotations

import re
from collections.abc import Iterator

from course_reader.text.languages.edges import edges
from course_reader.text.languages.language import Language, after_name, before_name, names, words

_ELIDED = "(?:[ldcjmnst]|qu|jusqu|lorsqu|puisqu|quoiqu|presqu)'"
#: words after which nothing of a term changes in the plural
_JOINTS = ("de", "du", "des", "d'", "à", "au", "aux", "en", "sur", "pour", "contre", "sans", "entre")


def _forms(text: str, kind: str) -> Iterator[str]:
    """A name; after "au" and "du" one that begins with "Le" lacks it; terms also in the plural."""
    yield text
    if kind == "places" and text.startswith("Le "):
        yield from (f"{joint} {text[3:]}" for joint in ("au", "du", "Au", "Du"))
    if kind in ("terms", "agreements", "events", "organisations"):
        head = text.split(" ")
        stop = next((i for i, word in enumerate(head) if word in _JOINTS or word.startswith("d'")), len(head))
        yield " ".join([*map(_plural, head[:stop]), *head[stop:]])


def _plural(word: str) -> str:
    if word.endswith(("s", "x", "z")):
        return word
    if word.endswith(("eau", "eu")):
        return word + "x"
    return word[:-2] + "aux" if word.endswith("al") else word + "s"


FRENCH = Language(
    tag="fr",
    name="French",
    letters=r"a-zà-ÿœ",
    forms=_forms,
    melted=re.compile("(?:au|du) ", re.IGNORECASE),
    whole_word=edges(before=_ELIDED),
    openers=words(
        "le la les l' un une des du de au aux ce cet cette ces son sa ses leur leurs notre votre mon ma mes il elle "
        "ils elles on nous vous je et mais ou où donc or ni car si que qui quand lorsque comme puis alors ainsi "
        "aussi après avant avec sans sous sur dans dès depuis pendant durant devant derrière entre chez vers selon "
        "d'après pour par contre malgré hors voici voilà tandis pourtant cependant toutefois enfin hier aujourd'hui "
        "demain ici là non oui face parmi outre quant jusqu'à en à y plusieurs beaucoup certains tous toutes tout "
        "chaque aucun quelques deux trois quatre cinq six interrogé reçu accueilli élu né mort nommé arrivé venu "
        "selon+lui pas plus moins même mardi mercredi jeudi vendredi samedi dimanche lundi bien peu loin près quel "
        "quelle quels pourquoi comment est"
    ),
    ordinary=words("*ment *tion *tions *ité *ités *ant *aient *ait *eurs"),
    beside=words(
        "président présidente premier première ministre ministres roi reine m. mm. mme mmes mlle dr docteur "
        "professeur général colonel capitaine maître monsieur madame monseigneur mgr pape sénateur sénatrice député "
        "députée maire ambassadeur ambassadrice ministre-président chancelier chancelière premier-ministre "
        "république république+d' royaume état états fédération ville capitale porte-parole directeur directrice "
        "juge procureur entraîneur l'ambassadeur le la les l'ancien d'après"
    ),
    bodies=words(
        "université institut banque musée théâtre gare aéroport stade hôpital lycée école collège académie opéra "
        "cathédrale église mosquée rue avenue boulevard place pont tour hôtel festival prix coupe tournoi radio "
        "agence fondation centre conseil cour tribunal chambre parlement assemblée ligue club olympique racing "
        "dynamo spartak torpedo lokomotiv groupe compagnie société maison palais bibliothèque orchestre fleuve "
        "rivière lac mont mer golfe île baie port cap airlines airways university times post nouvelle saint sainte "
        "journal"
    ),
    things=words(
        "navire paquebot croiseur frégate destroyer sous-marin voilier cargo film roman journal quotidien "
        "hebdomadaire magazine revue série chanson album pièce tableau opéra restaurant café hôtel bar cinéma club "
        "marque cheval"
    ),
    of=words("de du des d' de+la de+l' des"),
    given=names("Élodie Chloé Léa Zoé Aurélie Amélie Hélène Irène Joël Noël Gaël Rémi Rémy Jérôme Cédric"),
    at_place=before_name(
        "à en dans vers depuis devant dès jusqu'à d'ici+à habitants+de habitants+d' rues+de rues+d' ville+de "
        "ville+d' capitale, près+de près+d' loin+de loin+d' centre+de centre+d' aéroport+de aéroport+d' arrivé+de "
        "partir+de"
    ),
    acts=after_name(
        "a+annoncé a+déclaré a+condamné a+accusé a+refusé a+rejeté a+appelé a+promis a+exigé a+demandé a+démenti "
        "accuse dément condamne refuse exige rejette annonce réclame menace espère veut souhaite dénonce s'est+dit "
        "s'inquiète n'a+pas+réagi a+réagi a+répondu a+nié"
    ),
)
