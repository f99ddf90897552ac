"""Two articles compared, as values: counts and quotations side by side, without judgement."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from course_reader.marks.records import Asked, Page
from course_reader.model.dates import spell
from course_reader.model.entry import Kind
from course_reader.text.prose.sentence import blocks, sentences_between
from course_reader.text.prose.voices import REPORT, Speaker, Voices, voices
from course_reader.views.library import Library, slug_of
from course_reader.views.records import Link, minutes

#: how many lines of a kind are shown; more would hide the important ones
MOST_NAMED, MOST_QUOTED, MOST_ALONE = 10, 16, 32

_SPEAKS = "How often each is the subject of a verb such as “said”. Uncertain cases are not counted."
_QUOTED = "The quoted words, with the speaker where that is certain."
_NAMED = "The names that the two articles use most, and how often each article uses them."
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


@dataclass(frozen=True, slots=True)
class _Report:
    """One article, analysed once."""

    docname: str
    page: Page
    shown: bool
    count: Counter[str]
    #: entry → the words that name it, and how often
    words: dict[str, Counter[str]]
    voices: Voices


def compare(library: Library, asked: CompareAsked) -> Comparison | None:
    """The comparison requested by a page; None if one of its articles does not exist."""
    docnames = [library.article_docname(slug) for slug in asked.slugs]
    if any(docname not in library.pages for docname in docnames):
        return None
    return compare_pages(library, docnames[0], docnames[1])


def compare_pages(library: Library, left: str, right: str) -> Comparison:
    """Two articles side by side, by their documents."""
    one, two = _report(library, left), _report(library, right)
    return Comparison(_side(one), _side(two), tuple(_themes(library, one, two)))


def _report(library: Library, docname: str) -> _Report:
    page = library.pages[docname]
    marks = library.known(page)
    words: dict[str, Counter[str]] = {}
    shown = library.is_shown(page)
    for mark in marks if shown else ():
        words.setdefault(mark.entry, Counter())[" ".join(page.text[mark.start : mark.end].split())] += 1
    names = [Speaker(m.entry, str(library.glossary.kind(m.entry)), m.start, m.end) for m in marks]
    count = Counter(mark.entry for mark in marks)
    said = voices(page.text, names) if shown else Voices((), ())
    return _Report(docname, page, shown, count, words, said)


def _side(report: _Report) -> Side:
    return Side(report.docname, report.page.title, short(report.page, slug_of(report.docname)))


def short(page: Page, slug: str) -> str:
    """An article's outlet and date in a few words; its folder's name if neither is given."""
    article = page.article
    when = spell(article.date, short=True) if article and article.date else ""
    outlet = (article.outlet or article.agency) if article else ""
    return ", ".join(filter(None, (outlet, when))) or slug


def _themes(library: Library, one: _Report, two: _Report) -> Iterator[Theme]:
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
        Theme("Most frequent names", _NAMED, *_named(library, one, two)),
        Theme("Different words for the same thing", _DIFFERENT, *_different(library, one, two)),
        Theme("Capitals used for governments", _CAPITALS, *_capitals(library, one, two)),
        Theme("Only in this article", _ALONE, *_alone(library, one, two)),
    ]
    made = heads + (counted if one.shown and two.shown else [])
    yield from (theme for theme in made if theme.left or theme.right)


def _headline(report: _Report) -> Iterator[Line]:
    article = report.page.article
    source = article.adapted_from.title if article and article.adapted_from else None
    if source and source != report.page.title:
        yield (f"“{source}”",)
        yield ("In this reader: ", Link(report.docname, report.page.title))
    else:
        yield (Link(report.docname, report.page.title),)


def _first(report: _Report) -> Iterator[Line]:
    if not report.shown:
        yield ("The text may not be shown.",)
        return
    text = report.page.text
    for start, end in blocks(text):
        if report.page.paragraph_at(start):
            first, last = next(sentences_between(text, start, end))
            yield (" ".join(text[first:last].split()),)
            return


def _origin(report: _Report) -> Iterator[Line]:
    article = report.page.article
    assert article is not None
    for words in (article.outlet, article.byline or article.agency, spell(article.date) if article.date else None):
        if words:
            yield (words,)


def _length(report: _Report) -> Iterator[Line]:
    page = report.page
    if not report.shown:
        return
    # Words in paragraphs only: headings were added by this reader.
    count = sum(len(page.text[part.start : part.end].split()) for part in page.paragraphs)
    yield (f"{count} words, {_plural(len(page.paragraphs), 'paragraph')}, {_plural(minutes(page), 'minute')}",)


def _plural(count: int, word: str) -> str:
    return f"{count} {word}" if count == 1 else f"{count} {word}s"


def _speakers(library: Library, report: _Report) -> Iterator[Line]:
    count = Counter(speaker for speech in report.voices.speeches for speaker in speech.speakers)
    for speaker, times in sorted(count.items(), key=lambda item: (-item[1], item[0])):
        yield (_speaker(library, speaker, report.page), f": {_times(times)}")


def _times(count: int) -> str:
    return {1: "once", 2: "twice"}.get(count, f"{count} times")


def _speaker(library: Library, speaker: str, page: Page) -> str | Link:
    return "The report itself" if speaker == REPORT else _entry(library, speaker, page)


def _entry(library: Library, entry: str, page: Page) -> Link:
    view = library.gloss(entry, page.day)
    return Link(view.docname, view.name)


def _quoted(library: Library, report: _Report) -> Iterator[Line]:
    if not report.shown:
        return
    found = report.voices.quotations
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


def _named(library: Library, one: _Report, two: _Report) -> tuple[tuple[Line, ...], tuple[Line, ...]]:
    both = one.count + two.count
    often = sorted(both, key=lambda entry: (-both[entry], entry))[:MOST_NAMED]
    # In the same order on both sides, so that lines can be compared.
    left, right = (
        tuple((_entry(library, entry, r.page), f": {r.count[entry] or 'not named'}") for entry in often)
        for r in (one, two)
    )
    return left, right


def _different(library: Library, one: _Report, two: _Report) -> tuple[tuple[Line, ...], tuple[Line, ...]]:
    shared = [entry for entry in one.words if entry in two.words]
    differing = [entry for entry in shared if _folded(one.words[entry]) != _folded(two.words[entry])]
    left, right = (
        tuple((_entry(library, entry, r.page), ": ", _forms(r.words[entry])) for entry in differing) for r in (one, two)
    )
    return left, right


def _folded(words: Counter[str]) -> set[str]:
    return {word.casefold() for word in words}


def _forms(words: Counter[str]) -> str:
    return ", ".join(f"“{word}”" + (f" ({count})" if count > 1 else "") for word, count in words.items())


def _capitals(library: Library, one: _Report, two: _Report) -> tuple[tuple[Line, ...], tuple[Line, ...]]:
    left, right = (tuple(_capital_lines(library, report)) for report in (one, two))
    return left, right


def _capital_lines(library: Library, report: _Report) -> Iterator[Line]:
    for entry, words in report.words.items():
        metonyms = {alias.name for alias in library.glossary[entry].aliases if alias.metonym}
        for word, count in words.items():
            if word in metonyms:
                yield (f"{word}, {_times(count)}: ", _entry(library, entry, report.page))


def _alone(library: Library, one: _Report, two: _Report) -> tuple[tuple[Line, ...], tuple[Line, ...]]:
    left, right = (tuple(_only(library, r, other)) for r, other in ((one, two), (two, one)))
    return left, right


def _only(library: Library, report: _Report, other: _Report) -> Iterator[Line]:
    order = {kind: at for at, kind in enumerate(Kind)}
    found = [entry for entry in report.count if entry not in other.count]
    found.sort(key=lambda entry: order[library.glossary.kind(entry)])
    for entry in found[:MOST_ALONE]:
        yield (_entry(library, entry, report.page),)
    if len(found) > MOST_ALONE:
        yield (f"and {len(found) - MOST_ALONE} more",)
