"""A small reader for the machine of edits: of everything a little, so that one build takes about a second.

It has texts for all, for the class and below `corpus/private/`, entries of each kind, notes, packs, a bibliography, a
map, a timeline, comparisons and pre-reading pages.
"""

from __future__ import annotations

import struct
import zlib
from pathlib import Path

CONF = """
project = "Harbour news"
author = "A made-up class"
copyright = "2026, nobody"
version = "1"
extensions = ["course_reader"]
include_patterns = ["index.md", "docs/**", "corpus/**", "glossary/**"]
exclude_patterns = [".*", "_build", "**/original.*", "**/snapshots", "**/included.md"]
source_suffix = {".md": "markdown"}
myst_enable_extensions = ["colon_fence", "deflist", "attrs_inline"]
myst_heading_anchors = 3
suppress_warnings = ["myst.header", "toc.not_included", "myst.xref_missing", "epub.unknown_project_files"]
bibtex_bibfiles = ["../docs/sources.bib"]
bibtex_default_style = "unsrt"
html_theme = "course_reader"
html_copy_source = True
html_static_path = ["static"]
html_css_files = ["own.css"]
templates_path = ["templates"]
epub_show_urls = "no"
"""

BIB = """
@misc{harbour2001, author = {Ann Writer}, title = {The harbour rules}, year = {2001}, url = {https://example.org/a}}
@misc{borg1999, author = {Bo Clerk}, title = {A history of Borg}, year = {1999}, publisher = {Town press}}
@misc{pact2003, author = {{The Two Towns}}, title = {The pact}, year = {2003}}
"""


def article(title: str, date: str, body: str, **keys: str) -> str:
    """The file of an article."""
    rows = {"title": title, "date": date, "outlet": "Harbour News", "rights": "{status: own}", **keys}
    return "---\n" + "".join(f"{key}: {value}\n" for key, value in rows.items()) + f"---\n\n{body}\n"


def entry(name: str, gloss: str, prose: str, **keys: str) -> str:
    """The file of an entry."""
    rows = {"name": name, "gloss": gloss, **keys}
    return "---\n" + "".join(f"{key}: {value}\n" for key, value in rows.items()) + f"---\n\n{prose}\n"


def pack(title: str, *slugs: str) -> str:
    """The file of a pack."""
    listed = "\n".join(f"../{slug}/article" for slug in slugs)
    return f"---\ntitle: {title}\nlayers: [teacher]\n---\n\nRead these.\n\n```{{toctree}}\n{listed}\n```\n"


def picture(shade: int) -> bytes:
    """A grey PNG picture, 4 by 4 pixels."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        checked = kind + data
        return struct.pack(">I", len(data)) + checked + struct.pack(">I", zlib.crc32(checked))

    rows = b"".join(b"\0" + bytes([shade % 256]) * 4 for _ in range(4))
    head = struct.pack(">IIBBBBB", 4, 4, 8, 0, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b"")


TERMS = (
    ("quay", "A wall where ships lie.", "A word of sailors."),
    ("toll", "Money for passing.", "Borg asked for one until 2003."),
    ("pilot", "Somebody who knows the water.", "Ann Lee was one."),
    ("ferry", "A boat for people.", "It sails to Alna."),
    ("strike", "A time without work.", "See {reader:entry}`long-strike`."),
    ("council", "Those who decide in a town.", "It met on the quay."),
)
PLACES: tuple[tuple[str, dict[str, str]], ...] = (
    ("Norvik", {"coordinates": "[40.4, 45.0]"}),
    ("Sandholm", {"coordinates": "[40.3, 44.8]", "aliases": "[the Island]"}),
    ("Westbay", {"background": "[pact-section]"}),
)
FILES: dict[str, str | bytes] = {
    "conf/conf.py": CONF,
    "conf/static/own.css": "p { color: black }\n",
    "conf/templates/empty.html": "",
    "index.md": """# Harbour news

```{article-list}
```

See [the background](docs/background.md) and {doc}`docs/timeline`.

```{toctree}
:hidden:
:glob:

docs/*
corpus/*/article
corpus/private/*/article
corpus/packs/*
glossary/*/*
```
""",
    "docs/background.md": """---
sections:
  - {anchor: towns, years: 1990–1999, short: Two towns.}
---

# Background

(towns)=
## The towns

Borg and Alna share a harbour. Ann Lee wrote of it {cite}`borg1999`.

```{index} harbour; of Borg
```

(pact-section)=
## The pact

The Harbour Pact of 2003, see {doc}`/corpus/one/article` and {ref}`towns`.

```{bibliography}
```
""",
    "docs/timeline.md": "# Timeline\n\n```{timeline}\n```\n",
    "docs/compare.md": (
        "# Compared\n\n```{reader-compare} one two\nThe headline\n: A quarrel.\n: A pact.\n```\n\n"
        "```{reader-compare} three private/four\nThe headline\n: Quiet.\n: Not for all.\n```\n"
    ),
    "docs/map.md": "# Map\n\n```{place-map}\n```\n",
    "docs/plain.md": "# A plain page\n\n[The first article](../corpus/one/article.md#why) and {ref}`pact-section`.\n",
    "docs/sources.bib": BIB,
    "glossary/people/ann-lee.md": entry(
        "Ann Lee", "An engineer.", "She was born in Borg.", roles="[{title: Mayor of Borg, from: 2001, to: 2006}]"
    ),
    "glossary/people/bo-ek.md": entry("Bo Ek", "A sailor.", "He sailed from Alna {cite}`borg1999`."),
    "glossary/places/borg.md": entry(
        "Borg", "A town.", "It is near Alna.", coordinates="[40.1, 45.2]", background="[towns]"
    ),
    "glossary/places/alna.md": entry("Alna", "A village.", "A quiet place."),
    "glossary/agreements/harbour-pact.md": entry(
        "Harbour Pact", "A paper.", "Ann Lee signed it.", date="2003-04-05", aliases="[Pact of Borg]"
    ),
    **{f"glossary/terms/{word}.md": entry(word, gloss, prose) for word, gloss, prose in TERMS},
    **{
        f"glossary/places/{name.lower()}.md": entry(name, "A place.", "Ships sail there.", **more)
        for name, more in PLACES
    },
    "glossary/organisations/town-press.md": entry(
        "Town Press", "A house that prints.", "It prints the Harbour News.", aliases="[the Press]",
        funding='[{text: "The towns pay for it.", source: borg1999}]',
    ),
    "glossary/organisations/sailors-union.md": entry("Sailors’ Union", "A union.", "Bo Ek leads it.", see="[bo-ek]"),
    "glossary/events/great-storm.md": entry(
        "Great Storm", "A storm.", "It broke the quay of Borg.", start="2001-11-03", end="2001-11-05", place="Borg",
        wording="[{by: the towns, text: an accident}, {by: the Sailors’ Union, text: a scandal}]",
    ),
    "glossary/events/long-strike.md": entry(
        "long strike", "A strike.", "No boats sailed.", start="2004-02", end="2004-03", place="Alna"
    ),
    "glossary/people/index.md": "# People\n\n```{entry-list}\n:kind: people\n```\n",
    "corpus/one/article.md": article(
        "The quarrel", "2002-01-01",
        "Ann Lee went to Borg. The quay was empty.\n\n## Why\n\nBo Ek said that the harbour is closed.\n\n"
        "```{figure} photo.png\nThe quay of Borg\n```",
        background="[towns]",
        questions="[Who is right?, {text: What is a quay?, answer_in: quay, paragraph: 1}]",
        before="{questions: [What is a harbour for?], dates: [great-storm]}",
        vocabulary="{closed: {part: adjective, means: not open}}",
        mentions="[{text: The quay, paragraph: 1, entry: quay}]",
    ),
    "corpus/one/photo.png": picture(10),
    "corpus/one/notes/teacher.yaml": (
        "layer: {title: Teacher, audience: public}\nnotes:\n"
        "  - {id: n-00000001, quote: harbour is closed, body: Why?}\n"
        "  - {id: n-00000002, quote: The quay was empty, body: Count the *ships*.}\n"
    ),
    "corpus/two/article.md": article(
        "The pact", "2003-05-01",
        "Borg and Alna signed the Harbour Pact.\n\n![A ship](photo.png)\n\nSee {doc}`/corpus/one/article`.",
        agency="Town Press", dateline="Borg", url="https://news.example.org/pact",
        what_happened_next="[{date: 2004-02, text: The long strike began., sources: [pact2003]}]",
    ),
    "corpus/two/photo.png": picture(90),
    "corpus/two/notes/class.yaml": (
        "layer: {title: For the class, audience: class}\nnotes:\n  - {id: n-00000003, quote: signed, body: A hint.}\n"
    ),
    "corpus/three/article.md": article("Quiet years", "2005-06", "Nothing happened in Alna. Bo Ek slept."),
    "corpus/three/notes/class.yaml": "layer: {title: Hidden}\nnotes:\n  - {quote: Bo Ek, body: Who will see this?}\n",
    "corpus/private/four/article.md": article(
        "A letter", "2006-07-08", "Ann Lee wrote from Norvik to the council.\n\n![A boat](photo.png)",
        caption="A boat at Norvik.", questions="[To whom?]", vocabulary="{wrote: {part: verb, means: put on paper}}",
    ),
    "corpus/private/four/photo.png": picture(170),
    "corpus/private/four/notes/teacher.yaml": (
        "layer: {title: Teacher, audience: public}\nnotes:\n  - {quote: council, body: Which one?}\n"
    ),
    "corpus/packs/first.md": pack("The first pack", "one", "two"),
    "corpus/packs/second.md": pack("The second pack", "three", "private/four"),
}  # fmt: skip


def write(root: Path) -> None:
    """Write the reader."""
    for name, content in FILES.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
