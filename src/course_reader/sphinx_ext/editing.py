"""What a careful editor would ask: sources, days of checking, words that take a side, contradictions.

The rules of evidence hold in readers that have a bibliography; whoever cites nothing promises no sources.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from course_reader.model.entry import Agreement, Entry, Event, Organisation, Person, Place
from course_reader.model.glossary import EntryFile
from course_reader.problems import Code, Problem
from course_reader.sphinx_ext import disagreement
from course_reader.sphinx_ext.domain import Page
from course_reader.sphinx_ext.lines import Lines, lines_of
from course_reader.text.ageing import signs_of_today
from course_reader.text.loaded import Loaded, find_loaded, loaded_words
from course_reader.text.overlap import share_repeated
from course_reader.text.sentence import sentence_around

if TYPE_CHECKING:
    from course_reader.sphinx_ext.library import Library

#: how many words the prose of an entry should have
PROSE_WORDS = (60, 120)

#: a gloss of which its sentence says this much or more already
REPEATED = 0.6

#: texts of an entry that speak with the reader's voice, besides its prose
_VOICED = ("gloss", "status", "provisions", "outcome", "usage")

#: parts of an entry that each need a source of their own
_SOURCED = {"roles": "office", "status": "status", "casualties": "figure"}


def problems(shelf: Library) -> Iterator[Problem]:
    """What to ask about all entries, articles and chapters."""
    words = loaded_words(shelf.session.settings.loaded_words)
    cites = shelf.session.sources.known
    for file in shelf.glossary:
        page = shelf.domain.pages.get(shelf.session.entry_docname(file.id))
        if cites:
            yield from _evidence(file, page, shelf)
        yield from _loaded_entry(file, page, words)
    for docname, page in shelf.domain.pages.items():
        path = shelf.app.env.doc2path(docname, base=False).as_posix()
        if page.kind == "chapter":
            yield from _loaded_text(page, path, words)
            if cites:
                yield from _uncited(page, path)
        elif page.kind == "article" and page.article:
            yield from _article(docname, page, path, shelf, words)
        if page.kind in ("article", "chapter"):
            yield from _repeated(docname, page, path, shelf)
    yield from disagreement.problems(shelf)


# --- sources, days, sections, lengths


def _evidence(file: EntryFile, page: Page | None, shelf: Library) -> Iterator[Problem]:
    entry = file.entry
    yield from _unsourced(file, page)
    if entry.as_of is None:
        why = _can_change(entry, page)
        if why:
            message = f"{why}, but nothing says up to which day that was checked; add `as_of: 2026-06-30`"
            yield Problem(file.path, 1, Code.NO_AS_OF, message)
    if not entry.background and shelf.session.settings.background in shelf.domain.pages:
        message = f"no section of the background chapter explains {entry.name}; name one in `background`"
        yield Problem(file.path, 1, Code.NO_SECTION, message)
    if page is not None:
        count = sum(len(page.text[part.start : part.end].split()) for part in page.prose)
        if not PROSE_WORDS[0] <= count <= PROSE_WORDS[1]:
            line = page.prose[0].line if page.prose else 1
            message = f"the prose has {count} words; {PROSE_WORDS[0]} to {PROSE_WORDS[1]} are right for an entry"
            yield Problem(file.path, line, Code.PROSE_LENGTH, message)


def _unsourced(file: EntryFile, page: Page | None) -> Iterator[Problem]:
    entry = file.entry
    for key, what in _SOURCED.items():
        for index, item in enumerate(getattr(entry, key, ())):
            if not item.source:
                message = f"this {what} names no source; add `source:` with a key of the bibliography"
                yield Problem(file.path, file.lines.line((key, index)), Code.NO_SOURCE, message)
    if entry.sources:
        return
    parts = [part for part in page.prose if not part.cited] if page else []
    if parts or page is None or _states(entry):
        message = "the entry names no source; add `sources`, or cite one in each paragraph"
        yield Problem(file.path, parts[0].line if parts else 1, Code.NO_SOURCE, message)


def _states(entry: Entry) -> bool:
    """Whether the front matter itself states facts that need the entry's sources."""
    keys = ("provisions", "outcome", "wording", "rival_names", "born", "died", "founded", "dissolved", "start", "date")
    return any(getattr(entry, key, None) for key in keys)


def _can_change(entry: Entry, page: Page | None) -> str | None:
    """What of an entry may be different tomorrow, in the words of a complaint."""
    if isinstance(entry, Person) and entry.died is None:
        lasting = next((role for role in entry.roles if role.end is None), None)
        if lasting:
            return f"the office “{lasting.title}” has no end"
    if isinstance(entry, Place):
        status = next((status for status in entry.status if status.end is None), None)
        if status:
            return f"the status “{status.text}” has no end"
    if isinstance(entry, Organisation) and entry.members and entry.dissolved is None:
        return "members may join or leave"
    texts = [("prose", page.text[part.start : part.end]) for part in page.prose] if page else []
    texts += [("gloss", gloss.text) for gloss in entry.gloss if gloss.end is None]
    if isinstance(entry, Agreement) and entry.outcome:
        texts.append(("outcome", entry.outcome))
    for where, text in texts:
        sign = signs_of_today(text)
        if sign:
            return f"the {where} says “{sign}”"
    return None


def _uncited(page: Page, path: str) -> Iterator[Problem]:
    for part in page.prose:
        if part.section and not part.cited:
            message = f"nothing is cited in this paragraph (“{_start(page, part.start)} …”); cite a source"
            yield Problem(path, part.line, Code.NO_SOURCE, message)


def _start(page: Page, start: int) -> str:
    return " ".join(page.text[start : start + 80].split()[:5])


# --- words that take a side


def _loaded_entry(file: EntryFile, page: Page | None, words: dict[str, str]) -> Iterator[Problem]:
    names = [file.entry.name, *(alias.name for alias in file.entry.aliases)]
    if page is not None:
        yield from _loaded_text(page, file.path, words, names)
    for key in _VOICED:
        value = getattr(file.entry, key, None) or ()
        for index, item in enumerate([value] if isinstance(value, str) else value):
            text = item if isinstance(item, str) else item.text
            line = file.lines.line((key,) if isinstance(value, str) else (key, index))
            for found in find_loaded(text, words, allowed=names):
                yield _loaded(found, file.path, line)
    if isinstance(file.entry, Event) and not file.entry.wording:
        for found in find_loaded(file.entry.name, words):
            yield _loaded(found, file.path, file.lines.line(("name",)))


def _loaded_text(page: Page, path: str, words: dict[str, str], allowed: list[str] | None = None) -> Iterator[Problem]:
    for part in page.prose:
        text = page.text[part.start : part.end]
        for found in find_loaded(text, words, allowed=allowed or ()):
            yield _loaded(found, path, part.line + text.count("\n", 0, found.start))


def _loaded(found: Loaded, path: str, line: int) -> Problem:
    neutral = f", or write {found.instead}" if found.instead else ""
    message = f"“{found.text}” takes a side; name in the sentence who says it, put it in quotation marks{neutral}"
    return Problem(path, line, Code.LOADED_WORD, message)


def _article(docname: str, page: Page, path: str, shelf: Library, words: dict[str, str]) -> Iterator[Problem]:
    article = page.article
    assert article is not None
    lines = lines_of(shelf.app.env, docname)
    # Whoever imports a text does not change its words; what was retold or written for the reader is our own.
    if article.rights is not None and article.rights.status in ("adapted", "own"):
        yield from _loaded_text(page, path, words)
        for found in find_loaded(article.title, words):
            yield _loaded(found, path, lines.of("title"))
    yield from _later(page, path, lines, shelf, words)


def _later(page: Page, path: str, lines: Lines, shelf: Library, words: dict[str, str]) -> Iterator[Problem]:
    assert page.article is not None
    for index, later in enumerate(page.article.what_happened_next):
        if shelf.session.sources.known and not later.sources:
            message = "this later event names no source; add `sources` with keys of the bibliography"
            yield Problem(path, lines.of("what_happened_next", index), Code.NO_SOURCE, message)
        for found in find_loaded(later.text, words):
            yield _loaded(found, path, lines.of("what_happened_next", index, "text"))


# --- glosses that say nothing new


def _repeated(docname: str, page: Page, path: str, shelf: Library) -> Iterator[Problem]:
    for glossed, gloss in shelf.article(docname).glossed:
        mark = glossed.mention
        first, last = sentence_around(page.text, mark.start, mark.end, len(page.text))
        explanation = " ".join(filter(None, (gloss.role, gloss.text)))
        share = share_repeated(explanation, page.text[first:last])
        if share >= REPEATED:
            line = next((part.line for part in page.prose if part.start <= mark.start < part.end), 0)
            message = (
                f"the gloss of “{page.text[mark.start : mark.end]}” (`{mark.entry}`) says little that its sentence "
                f"does not say: {share:.0%} of its words stand there; say something else in one of them"
            )
            yield Problem(path, line, Code.GLOSS_REPEATS, message.replace("\n", " "))
