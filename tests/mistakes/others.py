"""Mistakes in entries, notes, packs and sources."""

from __future__ import annotations

from mistakes.records import Mistake, article, entry

_PERSON = "glossary/people/*.md"
_NOTES = "corpus/noted/notes/*.yaml"
_PACK = "corpus/packs/*.md"


def _key(what: str, path: str, key: str, cure: str) -> Mistake:
    """A wrong key of an entry in line 4."""
    return Mistake(what, path, entry(key), 4, cure)


def _note(what: str, lines: str, line: int, cure: str, path: str = _NOTES) -> Mistake:
    return Mistake(what, path, f"notes:\n  - quote: left\n{lines}", line, cure)


def _pack(what: str, front: str, listed: str, line: int, cure: str) -> Mistake:
    return Mistake(what, _PACK, f"---\n{front}\n---\n\n```{{toctree}}\n{listed}\n```\n", line, cure)


ENTRIES = (
    Mistake("a folder that is not a kind", "glossary/persons/*.md", entry(), 0, "move the file to one of people"),
    Mistake("no folder of a kind", "glossary/*.md", entry(), 0, "move the file to one of people"),
    Mistake("an entry in YAML", "glossary/people/*.yaml", "name: X\ngloss: Y\n", 0, "an entry is a Markdown file"),
    Mistake("a capital in an id", "glossary/people/Bo *.md", entry(), 0, "use the small letters a to z"),
    Mistake("no name", _PERSON, entry(name=""), 2, "'name' is missing; add it"),
    Mistake("no gloss", _PERSON, entry(gloss=""), 2, "'gloss' is missing; add it"),
    Mistake("a long gloss", _PERSON, entry(gloss="gloss: " + "word " * 40), 3, "shorten it"),
    _key("another kind", _PERSON, "kind: place", "remove the line"),
    _key("a misspelt key of an office", _PERSON, "roles: [{titel: Mayor, from: 2001}]", "did you mean 'title'?"),
    _key("years that are swapped", _PERSON, "roles: [{title: Mayor, from: 2010, to: 2003}]", "swap or correct them"),
    _key("an office in words", _PERSON, "roles: Mayor of Port", "it should be a list (lines that begin with `- `)"),
    _key(
        "coordinates in words", "glossary/places/*.md", "coordinates: 40.1 N", "latitude first, such as [40.18, 44.51]"
    ),
    _key("coordinates the wrong way", "glossary/places/*.md", "coordinates: [144.5, 40.1]", "latitude first"),
    _key("an unknown source", _PERSON, "sources: [no-such]", "correct it or take it out"),
    _key("an unknown entry to see", _PERSON, "see: [bo-mash]", "correct it or take it out"),
    _key("a name of another entry", _PERSON, "aliases: [Bo Marsh]", "or take the name out"),
)

NOTES = (
    Mistake("a quote that is not there", _NOTES, "notes:\n  - quote: Bo Mash\n    body: X.\n", 2, "correct the quote"),
    Mistake("a quote that is there twice", _NOTES, "notes:\n  - quote: Bo Marsh\n    body: X.\n", 2, "add `paragraph`"),
    Mistake("a list without its key", _NOTES, "- quote: left\n  body: X.\n", 1, "`key: value` lines"),
    _note("a note without words", "", 2, "'body' is missing; add it"),
    _note("an unknown kind of note", "    kind: joke\n    body: X.\n", 3, "it should be one of 'comment'"),
    _note("an id of another form", "    id: first\n    body: X.\n", 3, "such as n-1a2b3c4d"),
    _note("an answer to nobody", "    in_reply_to: n-bbbbbbb1\n    body: X.\n", 3, "take it out"),
    _note("another ending", "    body: X.\n", 0, "rename the file", "corpus/noted/notes/*.yml"),
    _note(
        "notes beside the article", "    body: X.\n", 0, "move the file to notes/NAME.yaml", "corpus/noted/notes.yml"
    ),
)

PACKS = (
    _pack("an article that is not there", "title: P", "../no-such/article", 5, "correct the path"),
    _pack("the folder of an article", "title: P", "noted", 5, "correct the path"),
    _pack("a page instead of an article", "title: P", "../../docs/page", 1, "take it out of the `toctree`"),
    _pack("a misspelt key of a pack", "papr: a4", "../noted/article", 2, "did you mean 'paper'?"),
    _pack("paper that is not sold", "paper: a5x", "../noted/article", 2, "it should be one of 'a4'"),
    _pack("a misspelt set of notes", "layers: [lenna]", "../noted/article", 2, "did you mean 'lena'?"),
    Mistake("a pack without a list", _PACK, "---\ntitle: P\n---\n\nText.\n", 1, "name its articles in a `toctree`"),
)

SOURCES = (
    Mistake(
        "a brace that is not closed", "docs/sources.bib", "@book{one, title={One}}\n@book{two, title={X}\n", 2,
        "look at its braces",
    ),
)  # fmt: skip

#: the files that the mistakes need
GROUND = {
    "corpus/noted/article.md": article() + "Bo Marsh left Port. Bo Marsh came back.\n",
    "corpus/noted/notes/lena.yaml": "notes:\n  - id: n-aaaaaaa1\n    quote: came\n    body: X.\n",
    "glossary/people/bo.md": entry(name="name: Bo Marsh"),
    "docs/page.md": "# A page\n\nText.\n",
}

MISTAKES = (*ENTRIES, *NOTES, *PACKS, *SOURCES)

#: lines of `conf.py`, with the line that is named and the cure
SETTINGS = (
    ("a misspelt setting", "reader_audiance = 'class'", 9, "did you mean 'reader_audience'?"),
    ("a misspelt value", "reader_gloss = 'frist'", 9, "it should be one of 'first'"),
    ("Python that cannot be read", "reader_gloss = [", 9, "was never closed"),
    ("an extension that is not installed", "extensions = ['course_reader', 'no_such']", 9, "install"),
    ("no extension", "extensions = []", 0, "add 'course_reader' to `extensions`"),
)
