"""The questions of a careful editor: sources, dates of checking, contradictions; and questions only `check` asks.

The rules on sources apply only to readers with a bibliography.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import urlsplit

from course_reader.checks import disagreement, levels
from course_reader.marks.records import Page
from course_reader.model.addresses import is_web
from course_reader.model.entry import Agreement, Entry, Organisation, Person, Place
from course_reader.model.glossary import EntryFile, read_text
from course_reader.model.problems import Code, Problem, shown_path
from course_reader.text.prose.ageing import signs_of_today
from course_reader.text.prose.overlap import share_repeated
from course_reader.text.prose.passives import hidden_actors
from course_reader.text.prose.sentence import sentence_around
from course_reader.views.library import Library

#: the minimum and maximum number of words in the prose of an entry
PROSE_WORDS = (60, 120)

#: the share of a gloss that its sentence may say already
REPEATED = 0.6

#: parts of an entry that each need a source
_SOURCED = {
    "roles": "office", "status": "status", "casualties": "figure",
    "owner": "owner", "funding": "statement on funding", "naming": "note on names",
}  # fmt: skip


def problems(library: Library) -> Iterator[Problem]:
    """Missing sources on all pages, and contradictions between pages."""
    yield from disagreement.problems(library)
    if not library.sources.known:
        return
    for file in library.glossary:
        page = library.pages.get(library.entry_docname(file.id))
        yield from _unsourced(file, page)
        why = _can_change(file.entry, page) if file.entry.as_of is None else None
        if why:
            message = f"{why}, but nothing says when this was last checked; add `as_of: 2026-06-30`"
            yield Problem(file.path, 1, Code.NO_AS_OF, message)
    yield from _addresses(library)
    for docname, page in library.pages.items():
        path = library.documents.path(docname)
        if page.kind == "chapter":
            yield from _uncited(page, path)


def _addresses(library: Library) -> Iterator[Problem]:
    """Addresses in the bibliography that are invalid or undated."""
    for key, source in library.sources.views.items():
        address = source.url or source.refused
        if not address:
            continue
        if not is_address(address):
            message = f"the address of `{key}` is {address!r}; it should be like https://example.org/page"
        elif not (_YEAR.search(source.date) or _YEAR.search(source.accessed)):
            message = f"nothing dates `{key}`; add `date`, or `urldate` with the day on which you read it"
        else:
            continue
        yield Problem(*place_of(key, library), Code.SOURCE_ADDRESS, message)


_YEAR = re.compile(r"\b[12]\d{3}\b")


def is_address(text: str) -> bool:
    """Whether a text can be the address of a page on the web."""
    try:
        parts = urlsplit(text)
        host, _ = parts.hostname or "", parts.port
    except ValueError:
        return False
    labels = host.split(".")
    fine = len(labels) > 1 and all(re.fullmatch(r"[^\W_](?:[\w-]*[^\W_])?", label) for label in labels)
    return is_web(text) and fine and not re.search(r"[{}|^]", text)


def place_of(key: str, library: Library) -> tuple[str, int]:
    """The file of the bibliography that contains a key, and the line."""
    for path in library.documents.bibliographies:
        for number, line in enumerate((read_text(path, "", []) or "").split("\n"), start=1):
            if re.match(rf"\s*@\w+\s*\{{\s*{re.escape(key)}\s*,", line):
                return shown_path(path.resolve(), library.documents.root.resolve()), number
    return "", 0


# --- sources and days


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
    keys = (
        "provisions", "outcome", "matters", "wording", "rival_names",
        "born", "died", "founded", "dissolved", "start", "date",
    )  # fmt: skip
    return any(getattr(entry, key, None) for key in keys)


def _can_change(entry: Entry, page: Page | None) -> str | None:
    """The reason why an entry may become out of date, worded for a message."""
    if isinstance(entry, Person) and entry.died is None:
        lasting = next((role for role in entry.roles if role.end is None), None)
        if lasting:
            return f"the office “{lasting.title}” has no end"
    if isinstance(entry, Place):
        status = next((status for status in entry.status if status.end is None), None)
        if status:
            return f"the status “{status.text}” has no end"
    if isinstance(entry, Organisation) and entry.dissolved is None:
        if entry.members:
            return "members may join or leave"
        if entry.owner or entry.funding or entry.status:
            return "owner, funding or status may change"
    texts = [("prose", page.text[part.start : part.end]) for part in page.prose] if page else []
    texts += [("gloss", gloss.text) for gloss in entry.gloss if gloss.end is None]
    if isinstance(entry, Agreement):
        more = (("outcome", entry.outcome), ("line on why the articles need it", entry.matters))
        texts += [(where, text) for where, text in more if text]
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


# --- questions


def questions(library: Library) -> Iterator[Problem]:
    """Questions that only an editor can decide; a build does not ask them, because they take time."""
    yield from levels.problems(library)
    if library.sources.known:
        for file in library.glossary:
            yield from _shape(file, library)
    for docname, page in library.pages.items():
        if page.kind in ("entry", "chapter"):
            yield from _hidden(page, library.documents.path(docname))
        if page.kind in ("article", "chapter"):
            yield from _repeated(docname, page, library.documents.path(docname), library)


def _shape(file: EntryFile, library: Library) -> Iterator[Problem]:
    """Whether an entry links to the background chapter and has a suitable length."""
    if not file.entry.background and library.settings.background in library.pages:
        message = f"no section of the background chapter explains {file.entry.name}; name one in `background`"
        yield Problem(file.path, 1, Code.NO_SECTION, message)
    page = library.pages.get(library.entry_docname(file.id))
    if page is not None:
        count = sum(len(page.text[part.start : part.end].split()) for part in page.prose)
        if not PROSE_WORDS[0] <= count <= PROSE_WORDS[1]:
            line = page.prose[0].line if page.prose else 1
            message = f"the prose has {count} words; an entry should have {PROSE_WORDS[0]} to {PROSE_WORDS[1]}"
            yield Problem(file.path, line, Code.PROSE_LENGTH, message)


def _hidden(page: Page, path: str) -> Iterator[Problem]:
    for part in page.prose:
        text = page.text[part.start : part.end]
        for start, end in hidden_actors(text):
            words = " ".join(text[start:end].split())
            message = f"“{words}” does not say who did it; name them, or say that it is not known"
            yield Problem(path, part.line + text.count("\n", 0, start), Code.HIDDEN_ACTOR, message)


def _repeated(docname: str, page: Page, path: str, library: Library) -> Iterator[Problem]:
    for glossed, gloss in library.text(docname).glossed:
        mark = glossed.mention
        first, last = sentence_around(page.text, mark.start, mark.end, len(page.text))
        explanation = " ".join(filter(None, (gloss.role, gloss.text)))
        share = share_repeated(explanation, page.text[first:last])
        if share >= REPEATED:
            line = next((part.line for part in page.prose if part.start <= mark.start < part.end), 0)
            message = (
                f"the gloss of “{page.text[mark.start : mark.end]}” (`{mark.entry}`) adds little to its sentence, "
                f"which already contains {share:.0%} of its words; say something else in one of them"
            )
            yield Problem(path, line, Code.GLOSS_REPEATS, message.replace("\n", " "))
