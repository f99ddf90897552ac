"""Italian: elision before a name, plurals of terms."""

from __future__ import annotations

from collections.abc import Iterator

from course_reader.text.languages.edges import edges
from course_reader.text.languages.language import Language, after_name, before_name, names, words

_ELIDED = "(?:l|d|c|s|m|t|v|un|dell|all|dall|nell|sull|coll|quell|quest|tutt|sant|anch|com|senz|dov)'"
_JOINTS = (
    "di",
    "del",
    "della",
    "dei",
    "delle",
    "dello",
    "a",
    "al",
    "alla",
    "da",
    "in",
    "per",
    "con",
    "su",
    "sul",
    "fra",
    "tra",
)
_PLURALS = (
    ("cia", "ce"), ("gia", "ge"), ("ca", "che"), ("ga", "ghe"), ("io", "i"), ("co", "chi"), ("go", "ghi"),
    ("ista", "isti"), ("a", "e"), ("o", "i"), ("e", "i"),
)  # fmt: skip


def _forms(text: str, kind: str) -> Iterator[str]:
    """A name; terms also in the plural."""
    yield text
    if kind in ("terms", "agreements", "events"):
        parts = text.split(" ")
        stop = next((i for i, word in enumerate(parts) if word in _JOINTS or "'" in word), len(parts))
        yield " ".join([*map(_plural, parts[:stop]), *parts[stop:]])
        if any(part.endswith("co") for part in parts[:stop]):
            yield " ".join([*(p[:-2] + "ci" if p.endswith("co") else _plural(p) for p in parts[:stop]), *parts[stop:]])


def _plural(word: str) -> str:
    return next((word.removesuffix(one) + many for one, many in _PLURALS if word.endswith(one)), word)


ITALIAN = Language(
    tag="it",
    name="Italian",
    letters="a-zàèéìòù",
    forms=_forms,
    whole_word=edges(before=_ELIDED),
    openers=words(
        "il lo la i gli le l' un uno una un' di del dello della dei degli delle dell' a al allo alla ai agli alle "
        "all' da dal dallo dalla dai dagli dalle dall' in nel nello nella nei negli nelle nell' su sul sullo sulla "
        "sui sugli sulle sull' con per tra fra e ed o ma però se che chi cui quando come dove perché poiché mentre "
        "secondo dopo prima durante verso contro senza sotto sopra entro oltre fino presso davanti dietro questo "
        "questa questi queste quello quella quelli quelle suo sua suoi sue loro mio mia nostro egli ella essi noi "
        "voi io lui lei si ci vi ne non sì no già ancora anche inoltre poi allora adesso ora ieri oggi domani qui "
        "qua lì là così molto più meno molti pochi tutto tutti tutta tutte ogni alcuni alcune nessun nessuno altro "
        "altri due tre quattro cinque entrambi lunedì martedì mercoledì giovedì venerdì sabato domenica intanto "
        "infine invece quindi dunque ecco forse proprio mai sempre quasi vicino lontano"
    ),
    ordinary=words("*mente *zione *zioni *tà *ando *endo *arono *irono *ava *avano *ato *ati *ista *isti"),
    beside=words(
        "presidente premier primo ministro ministra re regina sig. signor signora dott. dottor dottoressa prof. "
        "professor professoressa generale colonnello capitano ambasciatore ambasciatrice deputato senatore senatrice "
        "papa sindaco sindaca cancelliere portavoce vicepresidente repubblica regno stato federazione città capitale "
        "giudice procuratore allenatore segretario segretaria governatore il la don"
    ),
    bodies=words(
        "università istituto banca museo teatro stazione aeroporto stadio ospedale liceo scuola collegio accademia "
        "opera duomo cattedrale chiesa moschea via viale corso piazza ponte torre hotel albergo festival premio "
        "coppa torneo radio agenzia fondazione centro consiglio corte tribunale camera parlamento assemblea lega "
        "club dinamo spartak lokomotiv gruppo compagnia società palazzo biblioteca orchestra fiume lago monte mar "
        "mare golfo isola baia porto capo san santa santo nuova nuovo times post airlines villa giornale gazzetta"
    ),
    things=words(
        "nave incrociatore fregata cacciatorpediniere sottomarino traghetto film romanzo giornale quotidiano "
        "settimanale rivista serie canzone album opera quadro ristorante caffè hotel bar cinema club marca cavallo"
    ),
    of=words("di del dello della dei degli delle dell' d'"),
    given=names("Kamran Heydar Ilham Nikol Giuseppe Giovanni Luigi Niccolò Nicolò Chiara Giulia Matteo Andrea Luca"),
    at_place=before_name(
        "a ad in verso da fino+a città+di capitale, vicino+a lontano+da abitanti+di strade+di centro+di aeroporto+di "
        "nella attraverso presso"
    ),
    acts=after_name(
        "ha+annunciato ha+dichiarato ha+condannato ha+accusato ha+respinto ha+chiesto ha+negato ha+promesso "
        "ha+minacciato ha+risposto accusa nega respinge chiede condanna vuole avverte ha+reagito ha+proposto "
        "ha+rifiutato"
    ),
)
