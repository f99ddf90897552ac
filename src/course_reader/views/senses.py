"""The gloss of a mention at its place: in the sense that the name has there, under a heading that takes no side."""

from __future__ import annotations

import re
from dataclasses import replace

from course_reader.marks.records import Marked, Page
from course_reader.model.entry import Agreement, Entry, Place
from course_reader.model.glossary import Glossary
from course_reader.text.fold import fold
from course_reader.text.plurals import plurals_of
from course_reader.text.prose.sentence import sentence_around
from course_reader.views.records import GlossView

#: a capital or country that means its government
METONYM = "metonym"
#: a state or body in a sentence on an agreement of which it is a party
PARTY = "party"

#: "Shushi (Շուշի)" without the other script
_OTHER_SCRIPT = re.compile(r"\s*\(.*?\)")


def gloss_in_place(view: GlossView, entry: Entry, page: Page, mark: Marked, glossary: Glossary) -> GlossView:
    """The gloss of a mention.

    Args:
        view: The gloss of its entry on the day of the page.
        entry: The entry.
        page: The page.
        mark: The mention.
        glossary: All entries.
    """
    words = " ".join(page.text[mark.start : mark.end].split())
    sense = mark.sense or _sense(entry, page, mark, words, glossary)
    text = mark.gloss
    if not text and sense and page.day:
        text = entry.gloss_at(page.day, sense) or ""
    elif not text and sense:
        text = next((item.text for item in reversed(entry.gloss) if item.sense == sense), "")
    name, disputed = view.name, view.disputed
    if disputed and not uses(words, entry):
        # The text does not use the word that takes a side, and neither does the heading.
        name, disputed = words[:1].upper() + words[1:], ""
    return replace(view, name=name, text=text or view.text, disputed=disputed or _rival(words, entry))


def uses(words: str, entry: Entry) -> bool:
    """Whether some words are one of an entry's names, in whatever form."""
    names = [entry.name, *(alias.name for alias in entry.aliases)]
    return _folded(words) in {_folded(form) for name in names for form in (name, *plurals_of(name))}


def _sense(entry: Entry, page: Page, mark: Marked, words: str, glossary: Glossary) -> str:
    """The sense that the words and their sentence show, if the entry has a gloss for it."""
    senses = {item.sense for item in entry.gloss}
    if METONYM in senses and any(a.metonym and _folded(a.name) == _folded(words) for a in entry.aliases):
        return METONYM
    if PARTY in senses:
        first, last = sentence_around(page.text, mark.start, mark.end, len(page.text))
        beside = {m.entry for m in page.mentions if first <= m.start < last and m.entry in glossary}
        if any(_is_party(glossary[other], entry, mark.entry) for other in beside):
            return PARTY
    return ""


def _is_party(agreement: Entry, entry: Entry, entry_id: str) -> bool:
    if not isinstance(agreement, Agreement):
        return False
    names = {entry_id, entry.name, *(alias.name for alias in entry.aliases)}
    return any(re.search(rf"\b{re.escape(name)}\b", party) for party in agreement.parties for name in names)


def _rival(words: str, entry: Entry) -> str:
    """Who uses a name of a place that only one side uses; "" for the place's own heading and for common names."""
    if not isinstance(entry, Place) or _folded(words) == _folded(entry.name):
        return ""
    for rival in entry.rival_names:
        if _folded(words) == _folded(_OTHER_SCRIPT.sub("", rival.name)):
            return f"“{words}” is used by {rival.used_by}"
    return ""


def _folded(text: str) -> str:
    return fold(text).text.casefold().removeprefix("the ")
