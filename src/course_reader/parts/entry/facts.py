"""The facts of an entry: the table below its prose."""

from __future__ import annotations

from collections.abc import Iterator

from babel import Locale, UnknownLocaleError

from course_reader.model.dates import Edtf, spell
from course_reader.model.entry import Agreement, Entry, Event, Organisation, Person, Place
from course_reader.model.periods import Period
from course_reader.pages.markup import Html, box, span
from course_reader.speech import say, spoken

#: the head of a row, and the content of its cell
Row = tuple[str, list[str]]


def table(entry: Entry) -> Html:
    """The facts of an entry as a table; nothing if it states none."""
    rows = list(_rows(entry))
    return box("table", box("tbody", *(_row(row) for row in rows)), classes=("reader-facts",)) if rows else Html()


def _row(row: Row) -> Html:
    name, items = row
    return box("tr", box("th", say(name), scope="row"), box("td", *items))


def _rows(entry: Entry) -> Iterator[Row]:
    yield from _name_rows(entry)
    match entry:
        case Person():
            yield from _dates(("Born", entry.born), ("Died", entry.died))
            yield from _list("Offices", [_dated(role.title, role) for role in entry.roles])
        case Place():
            if entry.country:
                yield "Country", [entry.country]
            yield from _list("Status", [_dated(status.text, status) for status in entry.status])
        case Agreement():
            yield from _dates(("Date", entry.date))
            yield from _texts(("Place", entry.place), ("Parties", ", ".join(entry.parties)))
            yield from _list("Main points", list(entry.provisions))
            yield from _texts(("Outcome", entry.outcome), ("Why it matters here", entry.matters))
        case Organisation():
            yield from _dates(("Founded", entry.founded), ("Dissolved", entry.dissolved))
            yield from _texts(("Members", ", ".join(entry.members)))
            for key, label in (("owner", "Owner"), ("funding", "Funding"), ("status", "Status"), ("naming", "Names")):
                yield from _list(label, [_sentence(item.text, item) for item in getattr(entry, key)])
        case Event():
            yield from _event(entry)
        case _:
            return


def _event(entry: Event) -> Iterator[Row]:
    if entry.start and entry.end and entry.start != entry.end:
        yield "When", [f"{spell(entry.start)} – {spell(entry.end)}"]
    else:
        yield from _dates(("When", entry.start))
    yield from _texts(("Where", entry.place))
    yield from _list("Victims", [f"{c.figure} (according to {c.claimed_by})" for c in entry.casualties])
    yield from _list("What each side calls it", [f"{w.text} ({w.by})" for w in entry.wording])


def _name_rows(entry: Entry) -> Iterator[Row]:
    for tag, texts in entry.names.items():
        words = [span(text, lang=tag) for text in texts]
        yield say("In {language}", language=language(tag)), [Html(", ".join(words))]
    others = [alias.name for alias in entry.aliases if not alias.metonym and alias.name not in entry.name]
    if others:
        yield "Also written", [", ".join(others)]
    yield from _texts(("Disputed word", str(entry.disputed or "")))
    if isinstance(entry, Place):
        yield from _list("What each side calls it", [f"{rival.name}: {rival.used_by}" for rival in entry.rival_names])


def language(tag: str) -> str:
    """The name of a language in that of the site; its tag if it has none."""
    try:
        return Locale.parse(tag.replace("-", "_")).get_language_name(spoken()) or tag
    except (UnknownLocaleError, ValueError):
        return tag


def _dates(*rows: tuple[str, Edtf | None]) -> Iterator[Row]:
    for name, when in rows:
        if when:
            yield name, [spell(when)]


def _texts(*rows: tuple[str, str | None]) -> Iterator[Row]:
    for name, text in rows:
        if text:
            yield name, [text]


def _list(name: str, items: list[str]) -> Iterator[Row]:
    if len(items) == 1:
        yield name, [items[0]]
    elif items:
        yield name, [box("ul", *(box("li", item) for item in items))]


def _dated(text: str, period: Period) -> str:
    when = _when(period)
    return f"{text} ({when})" if when else text


def _sentence(text: str, period: Period) -> str:
    """A whole sentence with the period for which it is true."""
    when = _when(period)
    return f"{when[:1].upper()}{when[1:]}: {text}" if when else text


def _when(period: Period) -> str:
    start = spell(period.start, short=True) if period.start else ""
    end = spell(period.end, short=True) if period.end else ""
    if start and start == end:
        return start
    if start and end:
        return f"{start} – {end}"
    return f"since {start}" if start else f"until {end}" if end else ""
