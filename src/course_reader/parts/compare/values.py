"""Two articles compared, as values: counts and quotations side by side, without judgement."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from course_reader.marks.records import Asked, Page
from course_reader.model.dates import spell
from course_reader.model.entry import Kind
from course_reader.parts.compare.reports import Report, report_of
from course_reader.text.prose.sentence import blocks, sentences_between
from course_reader.text.prose.voices import REPORT
from course_reader.views.library import Library, slug_of
from course_reader.views.records import Link, minutes

#: how many lines of a kind are shown; more would hide the important ones
MOST_NAMED, MOST_QUOTED, MOST_ALONE = 10, 16, 32

_SPEAKS = "How often each is the subject of a verb such as “said”. Uncertain cases are not counted."
_QUOTED = "The quoted words, with the speaker where that is certain."
_NAMED = "The names that the two articles use most, and how often each article uses them."
_VERBS = "How the text introduces the words of others. A verb such as “claimed” or “admitted” also judges them."
_DIFFERENT = "The same person, place or document, named differently in the two articles."
_CAPITALS = "Names of capitals used to mean a government."
_ALONE = "Names in one article that are not in the other."


@dataclass(frozen=True, slots=True)
class CompareAsked(Asked):
    """A request to compare two articles, by the names of their folders."""

    slugs: tuple[str, str]
    #: the line of the directive
    line: int = 0
    #: only their titles, as the heads of the columns
    heads: bool = False


@dataclass(frozen=True, slots=True)
class LabelAsked(Asked):
    """A request to name the article that a cell of a comparison is about, by the name of its folder."""

    slug: str


#: the parts of a line: words, or a link
Line = tuple[str | Link, ...]


@dataclass(frozen=True, slots=True)
class Theme:
    """One aspect of a comparison; a side may have no lines."""

    title: str
    #: an explanation of the lines; "" if the title is enough
    hint: str
    left: tuple[Line, ...]
    right: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Side:
    """One of the two articles."""

    docname: str
    title: str
    #: outlet and date, abbreviated
    short: str


@dataclass(frozen=True, slots=True)
class Comparison:
    """The comparison of two articles on a page."""

    left: Side
    right: Side
    themes: tuple[Theme, ...]


def compare(library: Library, asked: CompareAsked) -> Comparison | None:
    """The comparison requested by a page; None if one of its articles does not exist."""
    docnames = [library.article_docname(slug) for slug in asked.slugs]
    if any(docname not in library.pages for docname in docnames):
        return None
    return compare_pages(library, docnames[0], docnames[1])


def label(library: Library, asked: LabelAsked) -> str:
    """The outlet and date of an article; the name of its folder if it does not exist."""
    page = library.pages.get(library.article_docname(asked.slug))
    return short(page, asked.slug) if page else asked.slug


def compare_pages(library: Library, left: str, right: str) -> Comparison:
    """Two articles side by side, by their documents."""
    one, two = report_of(library, left), report_of(library, right)
    return Comparison(_side(one), _side(two), tuple(_themes(library, one, two)))


def _side(report: Report) -> Side:
    return Side(report.docname, report.page.title, short(report.page, slug_of(report.docname)))


def short(page: Page, slug: str) -> str:
    """An article's outlet and date in a few words; its folder's name if neither is given."""
    article = page.article
    when = spell(article.date, short=True) if article and article.date else ""
    outlet = (article.outlet or article.agency) if article else ""
    return ", ".join(filter(None, (outlet, when))) or slug


def _themes(library: Library, one: Report, two: Report) -> Iterator[Theme]:
    both = (one, two)
    heads = [
        Theme("Headline", "", *(tuple(_headline(report)) for report in both)),
        Theme("First sentence", "", *(tuple(_first(report)) for report in both)),
        Theme("Where and when", "", *(tuple(_origin(report)) for report in both)),
        Theme("Length", "", *(tuple(_length(report)) for report in both)),
    ]
    # What only one of the two shows compares nothing.
    counted = [
        Theme("Speakers", _SPEAKS, *(tuple(_speakers(library, report)) for report in both)),
        Theme("In quotation marks", _QUOTED, *(tuple(_quoted(library, report)) for report in both)),
        Theme("Words in quotation marks", "", *(tuple(_share(report)) for report in both)),
        Theme("Reporting verbs", _VERBS, *(tuple(_verbs(report)) for report in both)),
        Theme("Most frequent names", _NAMED, *_named(library, one, two)),
        Theme("Different words for the same thing", _DIFFERENT, *_different(library, one, two)),
        Theme("Capitals used for governments", _CAPITALS, *_capitals(library, one, two)),
        Theme("Only in this article", _ALONE, *_alone(library, one, two)),
    ]
    made = heads + (counted if one.counts and two.counts else [])
    yield from (theme for theme in made if theme.left or theme.right)


def _headline(report: Report) -> Iterator[Line]:
    article = report.page.article
    source = article.adapted_from.title if article and article.adapted_from else None
    if source and source != report.page.title:
        yield (f"“{source}”",)
        yield ("In this reader: ", Link(report.docname, report.page.title))
    else:
        yield (Link(report.docname, report.page.title),)


def _first(report: Report) -> Iterator[Line]:
    if report.adapted:
        return
    if not report.shown:
        yield ("The text may not be shown.",)
        return
    text = report.page.text
    for start, end in blocks(text):
        if report.page.paragraph_at(start):
            first, last = next(sentences_between(text, start, end))
            yield (" ".join(text[first:last].split()),)
            return


def _origin(report: Report) -> Iterator[Line]:
    article = report.page.article
    assert article is not None
    for words in (article.outlet, article.byline or article.agency, spell(article.date) if article.date else None):
        if words:
            yield (words,)


def _length(report: Report) -> Iterator[Line]:
    if counts := report.counts:
        length = f"{counts.words} words, {_plural(counts.paragraphs, 'paragraph')}"
        # What it takes to read is known of the text in this reader only.
        time = "" if report.adapted else f", {_plural(minutes(report.page), 'minute')}"
        yield (length + time,)


def _plural(count: int, word: str) -> str:
    return f"{count} {word}" if count == 1 else f"{count} {word}s"


def _speakers(library: Library, report: Report) -> Iterator[Line]:
    counts = report.counts
    for speaker, times in _often(counts.speakers) if counts else ():
        if speaker == REPORT or speaker in library.glossary:
            yield (_speaker(library, speaker, report.page), f": {_times(times)}")


def _share(report: Report) -> Iterator[Line]:
    counts = report.counts
    if counts and counts.quotations:
        share = round(100 * counts.quoted / max(1, counts.words))
        yield (f"{_plural(counts.quoted, 'word')} in {_plural(counts.quotations, 'quotation')}, {share}% of the text",)


def _verbs(report: Report) -> Iterator[Line]:
    counts = report.counts
    for verb, times in _often(counts.verbs) if counts else ():
        yield (f"{verb}: {times}",)


def _often(count: Mapping[str, int]) -> list[tuple[str, int]]:
    return sorted(count.items(), key=lambda item: (-item[1], item[0]))


def _times(count: int) -> str:
    return {1: "once", 2: "twice"}.get(count, f"{count} times")


def _speaker(library: Library, speaker: str, page: Page) -> str | Link:
    return "The report itself" if speaker == REPORT else _entry(library, speaker, page)


def _entry(library: Library, entry: str, page: Page) -> Link:
    view = library.gloss(entry, page.day)
    return Link(view.docname, view.name)


def _quoted(library: Library, report: Report) -> Iterator[Line]:
    found = report.quotations
    for quotation in found[:MOST_QUOTED]:
        words = f"“{' '.join(quotation.text.split())}”"
        if quotation.speakers:
            names = [_speaker(library, speaker, report.page) for speaker in quotation.speakers]
            who: list[str | Link] = [part for name in names for part in (" and ", name)][1:]
            yield (f"{words} – ", *who)
        else:
            yield (words,)
    if len(found) > MOST_QUOTED:
        yield (f"and {len(found) - MOST_QUOTED} more",)


def _named(library: Library, one: Report, two: Report) -> tuple[tuple[Line, ...], tuple[Line, ...]]:
    both = {entry: one.named(entry) + two.named(entry) for entry in [*one.names(library), *two.names(library)]}
    often = sorted(both, key=lambda entry: (-both[entry], entry))[:MOST_NAMED]
    # In the same order on both sides, so that lines can be compared.
    left, right = (
        tuple((_entry(library, entry, r.page), f": {r.named(entry) or 'not named'}") for entry in often)
        for r in (one, two)
    )
    return left, right


def _different(library: Library, one: Report, two: Report) -> tuple[tuple[Line, ...], tuple[Line, ...]]:
    left_names, right_names = one.names(library), two.names(library)
    shared = [entry for entry in left_names if entry in right_names]
    differing = [entry for entry in shared if _folded(left_names[entry]) != _folded(right_names[entry])]
    left, right = (
        tuple((_entry(library, entry, r.page), ": ", _forms(names[entry])) for entry in differing)
        for r, names in ((one, left_names), (two, right_names))
    )
    return left, right


def _folded(words: Mapping[str, int]) -> set[str]:
    return {word.casefold() for word in words}


def _forms(words: Mapping[str, int]) -> str:
    return ", ".join(f"“{word}”" + (f" ({count})" if count > 1 else "") for word, count in words.items())


def _capitals(library: Library, one: Report, two: Report) -> tuple[tuple[Line, ...], tuple[Line, ...]]:
    left, right = (tuple(_capital_lines(library, report)) for report in (one, two))
    return left, right


def _capital_lines(library: Library, report: Report) -> Iterator[Line]:
    for entry, words in report.names(library).items():
        metonyms = {alias.name for alias in library.glossary[entry].aliases if alias.metonym}
        for word, count in words.items():
            if word in metonyms:
                yield (f"{word}, {_times(count)}: ", _entry(library, entry, report.page))


def _alone(library: Library, one: Report, two: Report) -> tuple[tuple[Line, ...], tuple[Line, ...]]:
    left, right = (tuple(_only(library, r, other)) for r, other in ((one, two), (two, one)))
    return left, right


def _only(library: Library, report: Report, other: Report) -> Iterator[Line]:
    order = {kind: at for at, kind in enumerate(Kind)}
    theirs = other.names(library)
    found = [entry for entry in report.names(library) if entry not in theirs]
    found.sort(key=lambda entry: order[library.glossary.kind(entry)])
    for entry in found[:MOST_ALONE]:
        yield (_entry(library, entry, report.page),)
    if len(found) > MOST_ALONE:
        yield (f"and {len(found) - MOST_ALONE} more",)
