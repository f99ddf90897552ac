"""Consistency across files, checked once everything is read."""

from __future__ import annotations

import traceback
from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path

from course_reader.checks import balance, editing, layout, levels, senses, sources
from course_reader.model.entry import SOURCED, Person
from course_reader.model.glossary import EntryFile
from course_reader.model.near import near
from course_reader.model.problems import Code, Problem, shown_path
from course_reader.parts.part import Part
from course_reader.parts.registry import Parts
from course_reader.text.fold import fold
from course_reader.text.mention.names import Name
from course_reader.text.mention.weak import also_word
from course_reader.views.at import At
from course_reader.views.library import Library


def problems(library: Library, parts: Parts, *, questions: bool = False) -> Iterator[Problem]:
    """Every problem of a reader, on request with all questions for the editor.

    The files of other readers' glossaries are for those readers to correct.
    """
    theirs = {file.path for file in library.glossary if file.origin}
    yield from (found for found in _all(library, parts, questions=questions) if found.path not in theirs)


def _all(library: Library, parts: Parts, *, questions: bool) -> Iterator[Problem]:
    yield from library.glossary.problems
    yield from _without_article(library)
    yield from layout.problems(library)
    yield from _entries(library)
    yield from _shared_names(library)
    yield from _weak_names(library)
    checks = [part for part in parts if part.check]
    for docname, page in library.pages.items():
        at = At(library, docname)
        yield from page.problems
        if page.level:
            # Its front matter, which parts check, is its article's.
            yield from levels.differing(at)
            continue
        yield from _gaps(at)
        yield from senses.problems(at)
        for part in list(checks):
            try:
                yield from part.check(at) if part.check else ()
            except Exception as error:  # noqa: BLE001 - any error in code that is not ours
                checks.remove(part)
                yield _failed(part, error, library.documents.root)
    yield from editing.problems(library)
    yield from sources.problems(library)
    yield from balance.problems(library)
    if questions:
        yield from editing.questions(library)


def _failed(part: Part, error: Exception, root: Path) -> Problem:
    """The problem that a part's check is itself faulty; it says where."""
    code = getattr(part.check, "__code__", None)
    file, line = (code.co_filename, code.co_firstlineno) if code else ("", 0)
    # The last line in the part's own file; what it calls may be anybody's.
    lines = [frame.lineno for frame in traceback.extract_tb(error.__traceback__) if frame.filename == file]
    message = (
        f"the check of the part '{part.name}' failed: {type(error).__name__}: {error}; "
        "correct it, or take the part out of `reader_parts`"
    )
    return Problem(shown_path(Path(file), root), lines[-1] if lines and lines[-1] else line, Code.PART, message)


def _without_article(library: Library) -> Iterator[Problem]:
    """Folders with files that belong to an article, but without an article."""
    root = library.documents.root
    corpus = root / library.settings.corpus
    for path in sorted({p.parent for p in corpus.glob("*/notes/")} | {p.parent for p in corpus.glob("*/article.md/")}):
        text = path / "article.md"
        if not text.is_file():
            message = "this file is missing, but its folder contains notes on it; add it, or delete the folder"
            if text.is_dir():
                message = "this is a folder; it should be the article's file"
            yield Problem(shown_path(text, root), 0, Code.EMPTY_ARTICLE, message)


def _entries(library: Library) -> Iterator[Problem]:
    labels, named = library.documents.labels, library.named_in
    for file in library.glossary:
        entry = file.entry
        for key, known, code, what in (
            ("see", library.glossary.files, Code.DANGLING_SEE, "entry"),
            ("background", labels, Code.DANGLING_BACKGROUND, "section of the background chapter"),
        ):
            for index, target in enumerate(getattr(entry, key)):
                if target == file.id and key == "see":
                    message = "`see` names the entry itself; take it out"
                    yield Problem(file.path, file.lines.line((key, index)), code, message)
                elif target not in known and not (key == "see" and _is_to_come(target, library)):
                    message = f"`{key}` names {target!r}, which is not the id of any {what}{near(target, known)}"
                    yield Problem(file.path, file.lines.line((key, index)), code, message)
        yield from _sources(file.path, _cited(file), library)
        if file.id not in named:
            message = f"no article or chapter names {entry.name}; add a name that they use, or leave it as it is"
            yield Problem(file.path, 1, Code.NEVER_NAMED, message)


def _is_to_come(entry_id: str, library: Library) -> bool:
    """Whether the file of an entry exists, but cannot be read or is a draft."""
    return entry_id in library.glossary.unread or entry_id in library.glossary.drafts


def _cited(file: EntryFile) -> Iterator[tuple[str, int]]:
    for index, key in enumerate(file.entry.sources):
        yield key, file.lines.line(("sources", index))
    for name in SOURCED:
        for index, item in enumerate(getattr(file.entry, name, ())):
            if item.source:
                yield item.source, file.lines.line((name, index, "source"))


def _sources(path: str, cited: Iterable[tuple[str, int]], library: Library) -> Iterator[Problem]:
    if not library.sources.known:
        return
    for key, line in cited:
        if key not in library.sources.views:
            message = f"the source {key!r} is not in the bibliography{near(key, library.sources.views)}"
            yield Problem(path, line, Code.DANGLING_SOURCE, message)


def _shared_names(library: Library) -> Iterator[Problem]:
    holders: dict[str, list[Name]] = {}
    for names in library.session.names.values():
        for name in names:
            holders.setdefault(fold(name.text).text, []).append(name)
    for names_ in holders.values():
        if len({name.entry for name in names_}) < 2:
            continue
        plain = [name for name in names_ if not name.metonym]
        for index, name in enumerate(plain):
            for other in plain[:index]:
                if name.entry != other.entry and (name.start, name.end) == (other.start, other.end):
                    yield _shared(name, other, library)


def _weak_names(library: Library) -> Iterator[Problem]:
    """Names that are also something else, unless an alias says by `sure` how that is to be handled."""
    for file in library.glossary:
        said = {alias.name for alias in file.entry.aliases if alias.sure is not None}
        for name in library.session.names.get(file.id, ()):
            also = also_word(name)
            if also is None or name.metonym or name.text in said:
                continue
            index = next((i for i, alias in enumerate(file.entry.aliases) if alias.name == name.text), None)
            line = file.lines.line(("aliases", index)) if index is not None else file.lines.line(("name",))
            message = (
                f"{name.text!r} is also {also.value}, so it is linked only where the words around it show that the "
                f"entry is meant; keep to longer names, or write `{{name: {name.text}, sure: false}}` to leave it so, "
                "or `sure: true` if it always means the entry"
            )
            yield Problem(file.path, line, Code.WEAK_ALIAS, message)


def _shared(name: Name, other: Name, library: Library) -> Problem:
    file = library.glossary.files[name.entry]
    index = next((i for i, alias in enumerate(file.entry.aliases) if alias.name == name.text), None)
    line = file.lines.line(("aliases", index)) if index is not None else file.lines.line(("name",))
    message = (
        f"{name.text!r} is also a name of `{other.entry}` ({library.glossary.files[other.entry].path}), and nothing "
        "distinguishes them; give one of them `from` and `to`, or `metonym: true`, or take the name out"
    )
    return Problem(file.path, line, Code.SHARED_ALIAS, message)


def _gaps(at: At) -> Iterator[Problem]:
    """Entries named on a page whose gloss or role does not cover its day."""
    page, library = at.page, at.library
    if page.kind not in ("article", "chapter") or not page.day:
        return
    for entry_id in dict.fromkeys(m.entry for m in library.known(page)):
        file = library.glossary.files[entry_id]
        yield from _gloss_gap(file, page.day, at.path)
        if page.kind == "article":
            yield from _role_gap(file, page.day, at.path)


def _gloss_gap(file: EntryFile, day: date, path: str) -> Iterator[Problem]:
    if file.entry.gloss_at(day) is None:
        message = f"no gloss covers {day.isoformat()}, the date of {path}; add one, or widen `from` or `to`"
        yield Problem(file.path, file.lines.line(("gloss",)), Code.GLOSS_GAP, message)


def _role_gap(file: EntryFile, day: date, path: str) -> Iterator[Problem]:
    entry = file.entry
    if isinstance(entry, Person) and not entry.has_role_at(day):
        message = f"no role covers {day.isoformat()}, the date of {path}; the gloss says “{entry.role_at(day)}”"
        yield Problem(file.path, file.lines.line(("roles",)), Code.ROLE_GAP, message)
