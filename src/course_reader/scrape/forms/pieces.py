"""What a form says itself: blocks with their kinds, and fields with their names."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from course_reader.scrape.draft import Draft
from course_reader.scrape.evidence import Cut, Fact, Where
from course_reader.scrape.lines import bylines, dates, outlets
from course_reader.scrape.lines.addresses import clean_url
from course_reader.scrape.lines.segments import Segment, SegmentKind
from course_reader.scrape.markdown import squeeze
from course_reader.scrape.records import Removed


@dataclass(frozen=True, slots=True)
class Piece:
    """A block of a text."""

    text: str
    #: Its line or paragraph in the input (1-based).
    line: int = 1
    kind: SegmentKind = "text"
    #: Heading level, or depth in a list.
    level: int = 0
    marker: str = ""


@dataclass(slots=True)
class PrintedRecord:
    """An article whose form names its fields; absent fields are empty."""

    title: str = ""
    byline: str = ""
    date: str = ""
    outlet: str = ""
    url: str = ""
    #: BCP-47 tag, or the English name of the language.
    language: str = ""
    dateline: str = ""
    captions: list[str] = field(default_factory=list)
    pieces: list[Piece] = field(default_factory=list)
    #: The line at which it starts.
    line: int = 1
    #: Its own part of the input.
    part: str | None = None


_LANGUAGES = {
    "english": "en",
    "french": "fr",
    "français": "fr",
    "german": "de",
    "deutsch": "de",
    "spanish": "es",
    "russian": "ru",
    "italian": "it",
    "turkish": "tr",
    "armenian": "hy",
    "azerbaijani": "az",
}


def segments_of(pieces: Iterable[Piece]) -> list[Segment]:
    """Blocks as segments; those without words are left out."""
    made = []
    for piece in pieces:
        text = squeeze(piece.text)
        if text:
            marker = piece.marker or ("-" if piece.kind == "item" else "")
            made.append(Segment(text, text, piece.line, piece.line, True, piece.kind, piece.level, marker))
    return made


def draft_of_record(record: PrintedRecord, notes: Iterable[str] = (), encoding: str = "utf-8") -> Draft:
    """A draft that needs no search for its head: the form has said what is what."""
    draft = Draft(segments_of(record.pieces), notes=list(notes), encoding=encoding, settled=True, part=record.part)
    note_fields(draft, record)
    _note_rest(draft, record)
    if not record.title:
        draft.ask(Fact.TITLE, "The record has no title: what is it?")
    return draft


def _note_rest(draft: Draft, record: PrintedRecord) -> None:
    """List the lines of the record that are neither text nor field, so that nothing is left out in silence."""
    if record.part is None or record.part.startswith("<"):
        return
    used = " ".join([squeeze(segment.text) for segment in draft.segments] + record.captions)
    fields = {record.title, record.byline, record.date, record.outlet, record.url, record.dateline}
    for number, line in enumerate(record.part.split("\n"), record.line):
        words = squeeze(line)
        if words and words not in used and words not in fields:
            draft.removed.append(Removed(number, words, Cut.RECORD))


def note_fields(draft: Draft, record: PrintedRecord, *, sure: bool = True) -> None:
    """Note what a record says of an article.

    Args:
        draft: The article.
        record: The fields.
        sure: Whether the fields are those of the article, rather than of a message that brought it.
    """

    def stub(text: str) -> Segment:
        return Segment(text, text, record.line, record.line, gap=False)

    if title := squeeze(record.title):
        draft.clue(Fact.TITLE, title, stub(title), Where.RECORD)
        draft.take(Fact.TITLE, title, stub(title))
    if url := record.url.strip():
        draft.clue(Fact.URL, clean_url(url), stub(url), Where.RECORD)
    days = dates.find_dates(record.date)
    if days:
        draft.clue(Fact.DATE, days[0].iso or "", stub(record.date), Where.RECORD, sure=sure, day=days[0])
    if outlet := squeeze(record.outlet):
        known = outlets.by_name(outlet)
        fact = Fact.AGENCY if known is not None and known.agency else Fact.OUTLET
        draft.clue(fact, known.name if known else outlet, stub(outlet), Where.RECORD, sure=sure)
    if byline := squeeze(record.byline):
        who = bylines.parse(byline) or bylines.people(byline)
        if who.byline:
            draft.clue(Fact.BYLINE, who.byline, stub(byline), Where.RECORD, sure=sure)
        if who.agency is not None:
            draft.clue(Fact.AGENCY, who.agency.name, stub(byline), Where.RECORD)
    if place := squeeze(record.dateline):
        draft.clue(Fact.DATELINE, place, stub(place), Where.RECORD)
    for caption in record.captions:
        draft.caption(squeeze(caption), stub(caption))
    tag = record.language.strip().lower().partition(";")[0]
    draft.language = _LANGUAGES.get(tag, tag if len(tag.partition("-")[0]) in (2, 3) else "") or None


def author_of(name: str) -> str:
    """``Marsh, Lena`` as ``Lena Marsh``; several authors are separated by semicolons."""
    names = []
    for one in (part.strip() for part in name.split(";")):
        last, comma, first = one.partition(", ")
        names.append(f"{first} {last}" if comma and len(last.split()) <= 3 and len(first.split()) <= 3 else one)
    names = [one for one in names if one]
    return " and ".join([", ".join(names[:-1]), names[-1]] if len(names) > 1 else names)
