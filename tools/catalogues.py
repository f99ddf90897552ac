"""Bring the catalogues of pages' words up to date: `python tools/catalogues.py`.

Words are those in `say("…")` of the code, the templates and the scripts, and the labels that are said by name. New
ones are added without a translation, which the tests miss; those that nothing says any more are taken out.
"""

from __future__ import annotations

import importlib
import re
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

from babel.messages import mofile, pofile
from babel.messages.catalog import Catalog

from course_reader.speech import CATALOGUES, DOMAIN

SOURCE = CATALOGUES.parent
LANGUAGES = ("az", "fr", "hy", "ru")
_SAID = re.compile(r"""\bsay\(\s*(?:"((?:[^"\\]|\\.)*)"|'((?:[^'\\]|\\.)*)')""")
_LABEL = re.compile(r'(?:_HEADING =|heading=|_list\(|yield)\s?"([A-Z][^"]+)"[,\n]|\("([A-Z][\w ]+)", entry\.')

#: values that are said by name: of modules, tables and single words
_TABLES = (
    ("course_reader.pages.margin", "NOTE_WORDS"),
    ("course_reader.pages.text", "NOT_SHOWN"),
    ("course_reader.model.entry", "_WORDS"),
    ("course_reader.parts.questions.values", "ANSWER"),
    ("course_reader.parts.questions.values", "ACCEPT"),
    ("course_reader.parts.questions.values", "FOR_TEACHERS"),
    ("course_reader.parts.later.values", "HINT"),
    ("course_reader.parts.prereading.page", "_TITLE"),
    ("course_reader.parts.prereading.values", "HINT"),
    ("course_reader.parts.packs.page", "_EDITIONS"),
    ("course_reader.parts.timeline.page", "_WORDS"),
)


#: words that are put together from other values
_OTHERS = (
    *("People", "Places", "Agreements", "Organisations", "Events", "Terms", "The original", "This text"),
    *("Owner", "How it is paid for", "At the time", "Names it uses", "capital", "town", "road", "Disputed word"),
    *("People you will meet", "Keep in mind while you read", "On the map", "Earlier events", "Names"),
    *("Background to read", "Parties", "Funding", "Members"),
)


def said() -> set[str]:
    """All words that pages say."""
    found = {*_in_files(), *_OTHERS}
    for module, name in _TABLES:
        value = getattr(importlib.import_module(module), name)
        found |= set(value.values()) if isinstance(value, dict) else {value}
    return found


def _in_files() -> Iterator[str]:
    for path in sorted(SOURCE.rglob("*")):
        if path.suffix not in (".py", ".js", ".html") or "authoring" in path.parts or path.parent == CATALOGUES:
            continue
        text = path.read_text(encoding="utf-8")
        yield from (match[1] or match[2] for match in _SAID.finditer(text))
        if path.parent.parent.name == "parts" and path.name in ("__init__.py", "facts.py"):
            yield from (match[1] or match[2] for match in _LABEL.finditer(text))


def read(language: str) -> Catalog:
    """The catalogue of a language; an empty one if there is none."""
    path = po_file(language)
    if not path.is_file():
        return _empty(language)
    with path.open("rb") as file:
        return pofile.read_po(file, locale=language, domain=DOMAIN)


def _empty(language: str) -> Catalog:
    return Catalog(
        locale=language, domain=DOMAIN, fuzzy=False, header_comment="# The words of pages.", project="course-reader",
        version="1", msgid_bugs_address="none", last_translator="the editors", language_team="the editors",
    )  # fmt: skip


def po_file(language: str) -> Path:
    """The file of a catalogue."""
    return CATALOGUES / language / "LC_MESSAGES" / f"{DOMAIN}.po"


def compiled(catalogue: Catalog) -> bytes:
    """A catalogue as programs read it."""
    out = BytesIO()
    mofile.write_mo(out, catalogue)
    return out.getvalue()


def main() -> None:
    """Write all catalogues anew."""
    words = sorted(said())
    for language in LANGUAGES:
        old, new = read(language), _empty(language)
        for word in words:
            known = old.get(word)
            new.add(word, known.string if known else "")
        new.creation_date = new.revision_date = old.creation_date
        path = po_file(language)
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("wb") as file:
            pofile.write_po(file, new, omit_header=False, width=0)
        path.with_suffix(".mo").write_bytes(compiled(new))


if __name__ == "__main__":
    main()
