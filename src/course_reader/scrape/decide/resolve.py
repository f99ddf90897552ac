"""Decides on fields: the strongest evidence wins, and doubts become questions."""

from __future__ import annotations

import re
from collections.abc import Iterable

from course_reader.model.addresses import is_web
from course_reader.scrape.draft import Draft
from course_reader.scrape.evidence import Cut, Fact, FieldCandidate
from course_reader.scrape.lines import dates, outlets
from course_reader.scrape.lines.signed import signed

_SHORT = 120
_BY = re.compile(
    r"(?:^(?i:by|von|par|por|автор):?|[\s|·•(](?:by|By)) [A-ZÀ-ÞА-Я][\w.’'-]+ (?:[a-z]{2,3} )?[A-ZÀ-ÞА-Я].*[^.!?]$"
)


def one(draft: Draft, name: Fact) -> str | None:
    """The value that all clues agree on; otherwise the first, with a question."""
    clues = draft.clues.get(name, [])
    sure = [clue for clue in clues if clue.sure] or clues
    if not sure:
        return None
    values = list(dict.fromkeys(clue.value for clue in sure))
    if len(values) > 1:
        listed = "; ".join(f"{clue.where} (line {clue.line}) says {clue.value}" for clue in _first_each(sure))
        draft.ask(name, f"Which is right? {listed[:1].upper()}{listed[1:]}.")
    elif not sure[0].sure:
        draft.ask(name, f"Is “{values[0]}” right? Only {sure[0].where} (line {sure[0].line}) says so.")
    return values[0]


def _first_each(clues: Iterable[FieldCandidate]) -> list[FieldCandidate]:
    return list({clue.value: clue for clue in reversed(list(clues))}.values())[::-1]


def byline(draft: Draft) -> str | None:
    """The authors; a line such as “Reporting by …” counts if nothing else names them."""
    clues = draft.clues.get(Fact.BYLINE, [])
    if not clues:
        found = draft.clues.get(Fact.REPORTERS)
        if not found:
            _ask_about_sign(draft)
        return found[0].value if found else None
    names = list(dict.fromkeys(clue.value for clue in clues))
    persons = [name for name in names if outlets.by_name(name) is None] or names
    if len(persons) > 1:
        draft.ask(
            Fact.BYLINE, f"Lines {clues[0].line} and {clues[-1].line} name different authors: who wrote the article?"
        )
    return persons[0]


def _ask_about_sign(draft: Draft) -> None:
    """Ask who wrote the article if a short line that is left or was removed seems to say so."""
    lines = [(s.first, s.plain) for s in draft.segments] + [(item.line, item.text) for item in draft.removed]
    for line, text in sorted(lines):
        if len(text) <= _SHORT and (_BY.search(text) or signed(text) is not None):
            draft.ask(Fact.BYLINE, f"Who wrote the article? Line {line} could name the author: “{text}”.")
            return


def agency(draft: Draft) -> str | None:
    """The agency that supplied the report."""
    return one(draft, Fact.AGENCY)


def url(draft: Draft) -> str | None:
    """The article's web address."""
    clues = draft.clues.get(Fact.URL, [])
    if not clues:
        draft.ask(Fact.URL, "The text does not give its web address: what is it?")
        return None
    fit = [clue for clue in clues if is_web(clue.value)]
    if not fit:
        said, line = clues[0].value[:80], clues[0].line
        draft.ask(Fact.URL, f"{said!r} in line {line} cannot be linked: what is the web address?")
        return None
    sure = [clue for clue in fit if clue.sure]
    chosen = sure or fit
    values = list(dict.fromkeys(clue.value for clue in chosen))
    if len(values) > 1:
        draft.ask(Fact.URL, f"Which address is the article's own? {' or '.join(values[:4])}")
    elif not sure and outlets.by_url(values[0]) is None and dates.in_url(values[0]) is None:
        draft.ask(Fact.URL, f"Is the address in line {chosen[0].line} the article's own?")
    return values[0]


def outlet(draft: Draft, address: str | None, agency_name: str | None) -> str | None:
    """The publisher: according to the address, otherwise to the page itself."""
    said = one(draft, Fact.OUTLET)
    outlet = outlets.by_url(address) if address else None
    if outlet is not None:
        if said is not None and said != outlet.name:
            draft.unsure = [item for item in draft.unsure if item.field != "outlet"]
            draft.ask(
                Fact.OUTLET, f"The address belongs to {outlet.name}, but the text names {said}: who published it?"
            )
        return outlet.name
    if said is not None:
        return said
    if address:
        named = _name_of_host(draft, outlets.host_of(address))
        if named is not None:
            return named
        host = outlets.host_of(address)
        draft.ask(Fact.OUTLET, f"What is the name of the outlet at {host}?")
        return host or None
    hint = _outlet_on_page(draft)
    if hint is not None:
        draft.ask(Fact.OUTLET, f"Is the article from {hint[0]}? Only line {hint[1]} names it.")
        return hint[0]
    if agency_name is not None:
        draft.ask(Fact.OUTLET, f"Only the agency {agency_name} is named: who published the article?")
        return None
    draft.ask(Fact.OUTLET, "The text does not name its publisher: which outlet is it from?")
    return None


def _outlet_on_page(draft: Draft) -> tuple[str, int] | None:
    """An outlet named in a removed line, and the line; links to other pages do not count."""
    for item in draft.removed:
        if item.reason in (Cut.PAGE, Cut.BELOW_ARTICLE, Cut.ABOVE_TITLE, Cut.FOLLOW):
            for outlet in outlets.names_in(item.text):
                if not outlet.agency:
                    return outlet.name, item.line
    return None


def _name_of_host(draft: Draft, host: str) -> str | None:
    """Words on the page that match the name of the host: ``The Horn Courier`` for horncourier.com."""
    label = max(host.split(".")[:-1] or [""], key=len).replace("-", "")
    if len(label) < 5:
        return None
    for text in [item.text for item in draft.removed] + [item.text for item in draft.found]:
        words = text.strip(" .©")
        squeezed = re.sub(r"[\W_]", "", words).casefold()
        if (
            len(words) < 60
            and "://" not in words
            and "@" not in words
            and squeezed in (label, f"the{label}", label.removeprefix("the"))
        ):
            return words.title() if words.isupper() else words
    return None


def printed(draft: Draft, address: str | None, outlet_name: str | None) -> str | None:
    """The date of publication: from its own line, the address or the dateline; else from the text, with a question."""
    from_url = dates.in_url(address) if address else None
    clues = [
        clue
        for clue in draft.clues.get(Fact.DATE, [])
        if clue.day is None or clue.day.iso or _year_for(draft, clue, from_url)
    ]
    if clues:
        return _from_line(draft, clues, from_url, outlet_name)
    if from_url is not None:
        return from_url
    for name, question in (
        (Fact.UPDATED, "Only the date of the last update is given ({text}): when was the article first published?"),
        (Fact.FILED, "The dateline says {text}: was the article also published on that day?"),
    ):
        for clue in draft.clues.get(name, []):
            iso = _with_year(draft, clue, from_url)
            if iso is not None:
                draft.ask(Fact.DATE, question.format(text=clue.text))
                return iso
    return _from_text(draft)


def _from_line(draft: Draft, clues: list[FieldCandidate], from_url: str | None, outlet_name: str | None) -> str | None:
    values = [iso for clue in clues if (iso := _with_year(draft, clue, from_url))]
    if not values:
        return from_url or _no_date(draft)
    clue, value = clues[0], values[0]
    other = clue.day.swapped() if clue.day is not None else None
    if other is not None:
        if from_url in (value, other):
            return from_url
        american = outlet_name is not None and _country(outlet_name) == "US"
        guess, rest = (other, value) if american else (value, other)
        draft.ask(Fact.DATE, f"Does “{clue.text}” mean {guess} or {rest}?")
        return guess
    if clue.day is not None and not clue.day.fits_weekday():
        draft.ask(Fact.DATE, f"“{clue.text}” in line {clue.line}: the weekday does not match the date: which is right?")
    elif not clue.sure:
        draft.ask(Fact.DATE, f"Was the article published on {value}? Only {clue.where} (line {clue.line}) says so.")
    elif len(set(values)) > 1:
        draft.ask(
            Fact.DATE, f"Was the article published on {value}, or on {' or '.join(sorted(set(values) - {value}))}?"
        )
    elif from_url is not None and _apart(value, from_url) > 1:
        draft.ask(
            Fact.DATE, f"Line {clue.line} says {value}, the address says {from_url}: when was the article published?"
        )
    return value


def _apart(one_day: str, other: str) -> int:
    from datetime import date

    return abs((date.fromisoformat(one_day) - date.fromisoformat(other)).days)


def _country(name: str) -> str:
    outlet = outlets.by_name(name)
    return outlet.country if outlet is not None else ""


def _years(draft: Draft, from_url: str | None) -> list[int]:
    years = [int(from_url[:4])] if from_url else []
    for name in (Fact.DATE, Fact.UPDATED, Fact.FILED, Fact.CAPTION_DAY, Fact.TEXT_DAY):
        years += [clue.day.year for clue in draft.clues.get(name, []) if clue.day is not None and clue.day.year]
    years += [int(clue.value) for clue in draft.clues.get(Fact.YEAR, [])]
    return list(dict.fromkeys(years))


def _year_for(draft: Draft, clue: FieldCandidate, from_url: str | None) -> bool:
    return _with_year(draft, clue, from_url) is not None


def _with_year(draft: Draft, clue: FieldCandidate, from_url: str | None) -> str | None:
    """The date of a clue; its year may come from elsewhere if the weekday matches."""
    if clue.day is None or clue.day.iso is not None:
        return clue.day.iso if clue.day is not None else clue.value or None
    for year in _years(draft, from_url):
        whole = clue.day.in_year(year)
        if whole is not None and whole.fits_weekday():
            if clue.day.weekday is None and not from_url:
                draft.ask(Fact.DATE, f"“{clue.text}” has no year: is it {year}?")
            return whole.iso
    return None


def _from_text(draft: Draft) -> str | None:
    candidates = draft.clues.get(Fact.CAPTION_DAY, []) + draft.clues.get(Fact.TEXT_DAY, [])
    for name in (Fact.DATE, Fact.FILED, Fact.TEXT_DAY):
        for clue in draft.clues.get(name, []):
            iso = _with_year(draft, clue, None)
            if iso is not None and clue.day is not None and (clue.day.weekday is not None or name is not Fact.TEXT_DAY):
                draft.ask(
                    Fact.DATE, f"Only “{clue.text}” in line {clue.line} gives a date: when was the article published?"
                )
                return iso
    for clue in candidates:
        if clue.day is not None and clue.day.iso is not None:
            draft.ask(
                Fact.DATE,
                f"Only {clue.where} (line {clue.line}) gives a date, {clue.text}: when was the article published?",
            )
            return clue.day.iso
    return _no_date(draft)


def _no_date(draft: Draft) -> str | None:
    near = next(
        (c for n in (Fact.DATE, Fact.FILED, Fact.TEXT_DAY, Fact.RELATIVE) for c in draft.clues.get(n, [])), None
    )
    hint = f" Line {near.line} says “{near.text}”." if near is not None else ""
    draft.ask(Fact.DATE, f"The text does not say when it was published: what is the date?{hint}")
    return None
