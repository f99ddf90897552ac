"""The data of a run besides its documents: settings, glossary, names, and the forms of front matter."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from pathlib import Path

from course_reader.model.article import Article
from course_reader.model.dates import Edtf
from course_reader.model.entry import Kind, Person, Place, happened
from course_reader.model.glossary import EntryFile, Glossary
from course_reader.model.keys import Form
from course_reader.model.layers import LayerFile
from course_reader.model.outputs import includes
from course_reader.model.pack import Pack
from course_reader.model.settings import Settings
from course_reader.text.mention.index import NameIndex
from course_reader.text.mention.names import Day, Name

#: what separates the parts of a person's name; a dot in Chinese and Japanese
_PARTS = re.compile("[ \u00a0\u00b7\u30fb\u2027\u2022]")


@dataclass
class Session:
    """Data read once for a run. It is never pickled, so parallel readers do not send it back and forth."""

    #: the reader's folder
    root: Path
    settings: Settings
    glossary: Glossary
    #: folded text of the names of each entry, to tell whether a name changed
    names: dict[str, tuple[Name, ...]] = field(default_factory=dict)
    articles: Form[Article] = field(default_factory=lambda: Form.of(Article))
    packs: Form[Pack] = field(default_factory=lambda: Form.of(Pack))
    #: whether nothing is written, so that what the public may not see can be read too
    checks_only: bool = False

    @property
    def reads_all(self) -> bool:
        """Whether texts and notes are read that the public may not see."""
        return self.checks_only or not self.settings.is_public

    @property
    def reads_answers(self) -> bool:
        """Whether answers to questions are read, which only teachers may see; no check asks for them."""
        return self.settings.is_for_teachers

    def may_read(self, layer: LayerFile) -> bool:
        """Whether a set of notes is read."""
        if self.checks_only:
            return True
        audience = self.settings.audience
        return includes(audience, layer.content.layer.audience) and not (
            self.settings.is_public and layer.access.closed
        )

    @cached_property
    def index(self) -> NameIndex:
        """The names of all entries, ready for searching."""
        return NameIndex((name for names in self.names.values() for name in names), blockers=self.settings.not_names)

    def entry_docname(self, entry_id: str) -> str:
        """The document of an existing entry."""
        return f"{self.settings.glossary}/{self.glossary.kind(entry_id)}/{entry_id}"


def names_in(glossary: Glossary) -> dict[str, tuple[Name, ...]]:
    """The names of all entries; a name that an own entry has is none of another reader's entry."""
    own = {name.text for file in glossary if not file.origin for name in names_of(file) if not name.metonym}
    return {
        file.id: tuple(name for name in names_of(file) if not file.origin or name.metonym or name.text not in own)
        for file in glossary
    }


def names_of(file: EntryFile) -> list[Name]:
    """Every name by which an entry can be found in a text, each once."""
    entry, fold_case = file.entry, file.kind is Kind.TERMS
    born, died = entry.lifetime()
    first, last = born.first if born else None, died.last if died else None
    found: dict[tuple[str, bool], Name] = {}
    offices = tuple(role.title for role in entry.roles) if isinstance(entry, Person) else ()
    country = (entry.country or "") if isinstance(entry, Place) else ""
    on = _day(happened(entry))

    def add(
        text: str,
        start: date | None,
        end: date | None,
        *,
        metonym: bool = False,
        full: bool = False,
        sure: bool = False,
        language: str = "",
    ) -> None:
        name = Name(
            text, file.id, str(file.kind), fold_case, metonym, start, end, full,
            offices=offices, country=country, on=on, sure=sure, language=language,
        )  # fmt: skip
        found.setdefault((text, metonym), name)

    add(entry.name, first, last, full=True)
    for language, texts in entry.names.items():
        for text in texts:
            add(text, first, last, full=True, language=language)
            if surname := _surname(file, text):
                add(surname, first, last, language=language)
    for alias in entry.aliases:
        start = alias.start.first if alias.start else first
        end = alias.end.last if alias.end else last
        full = " " in alias.name or file.kind is not Kind.PEOPLE
        add(alias.name, start, end, metonym=alias.metonym, full=full and not alias.metonym, sure=bool(alias.sure))
    return list(found.values())


def _surname(file: EntryFile, text: str) -> str:
    """The surname in a person's name in another language, if the English one is an alias; "" otherwise."""
    parts, own = _PARTS.split(text), file.entry.name.split()
    is_alias = any(alias.name == own[-1] and not alias.metonym for alias in file.entry.aliases)
    return parts[-1] if file.kind is Kind.PEOPLE and is_alias and len(parts) == len(own) > 1 else ""


def _day(when: Edtf | None) -> Day | None:
    """The day of an agreement or event, or its month; None if it is longer, or not known so exactly."""
    if when is None or (when.first.year, when.first.month) != (when.last.year, when.last.month):
        return None
    return when.first.year, when.first.month, when.first.day if when.first == when.last else 0
