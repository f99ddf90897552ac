"""A made-up reader: as many articles and entries as wanted, in the form of real ones, deterministic.

Sphinx without the course reader gets the same files, but for what it cannot read: the lists that our directives
make are left out, and the title that we take from the front matter is written as a heading.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import accumulate
from pathlib import Path
from random import Random

from .words import Words, in_cyrillic

WORDS = 700
PARAGRAPHS = 14
MENTIONS = 20
#: as in the texts that ship: mentions of an article, and entries
DENSE = (60, 2000)
SOURCES = 100
SECTIONS = 10

#: kind of entry → its share of a hundred
SHARES = {"people": 30, "places": 20, "organisations": 15, "events": 15, "agreements": 10, "terms": 10}

CONF = """\
project = "A made-up reader"
author = "Nobody"
copyright = "Nobody"
language = "en"
include_patterns = ["index.md", "docs/**", "corpus/**", "glossary/**"]
exclude_patterns = [".*", "_build"]
source_suffix = {".md": "markdown"}
html_title = project
html_copy_source = False
html_show_sourcelink = False
html_last_updated_fmt = None
"""
OURS = """\
extensions = ["course_reader"]
html_theme = "course_reader"
bibtex_bibfiles = ["docs/sources.bib"]
# Made-up sentences say nothing that could be cited, judged or contradicted; the rules look at them all the same.
suppress_warnings = ["reader.no-source", "reader.contradiction", "reader.loaded-word"]
"""
PLAIN = 'extensions = ["myst_parser"]\nhtml_theme = "basic"\n'


@dataclass(frozen=True, slots=True)
class Named:
    """An entry by its names."""

    id: str
    kind: str
    name: str
    #: how it is named later in a text
    short: str


class MadeUp:
    """All texts of a reader."""

    def __init__(
        self,
        articles: int,
        entries: int,
        *,
        mentions: int = MENTIONS,
        plain: bool = False,
        spread: bool = False,
        seed: int = 1,
    ) -> None:
        self.plain = plain
        self.spread = spread
        self.articles = articles
        self.mentions = mentions
        self.random = Random(seed)
        self.words = Words(Random(seed))
        kinds = [kind for kind, share in SHARES.items() for _ in range(share)]
        self.entries = [self._named(kinds[index * 37 % len(kinds)]) for index in range(entries)]
        # As in the news: a few names in almost every article, most in a few.
        self.weights = list(accumulate(1 / (rank + 10) for rank in range(entries)))

    def files(self) -> Iterator[tuple[str, str]]:
        """Every file: path and text."""
        yield "conf.py", CONF + (PLAIN if self.plain else OURS)
        yield "index.md", self._page("A made-up reader", "{article-list}", "corpus/*/article\ndocs/*\nglossary/index")
        yield "docs/background.md", self._background()
        yield "docs/sources.md", self._page("Sources", "{bibliography}\n:all:", "")
        yield "docs/sources.bib", "\n".join(_source(number) for number in range(SOURCES))
        yield "glossary/index.md", self._page("Glossary", "{entry-list}", "*/index")
        for kind in SHARES:
            yield f"glossary/{kind}/index.md", self._page(kind.capitalize(), f"{{entry-list}}\n:kind: {kind}", "*")
        for entry in self.entries:
            yield f"glossary/{entry.kind}/{entry.id}.md", self._entry(entry)
        for number in range(self.articles):
            text, notes = self._article(number)
            yield f"corpus/{_slug(number)}/article.md", text
            if number % 10 == 0:
                yield f"corpus/{_slug(number)}/notes/teacher.yaml", notes

    def _named(self, kind: str) -> Named:
        root = self.words.name()
        name, short = {
            "people": (f"{self.words.name()} {root}", root),
            "places": (root, root),
            "organisations": (f"Council of {root}", f"Council of {root}"),
            "events": (f"Siege of {root}", f"Siege of {root}"),
            "agreements": (f"Treaty of {root}", f"Treaty of {root}"),
            "terms": (f"{root.lower()} clause", f"{root.lower()} clause"),
        }[kind]
        return Named(name.lower().replace(" ", "-"), kind, name, short)

    def _page(self, title: str, directive: str, documents: str) -> str:
        ours = "" if self.plain else f"```{directive}\n```\n\n"
        tree = f"```{{toctree}}\n:hidden:\n:glob:\n\n{documents}\n```\n" if documents else ""
        return f"# {title}\n\n{self._sentence(12)}\n\n{ours}{tree}"

    def _sentence(self, count: int, *names: str) -> str:
        """A sentence of about so many words that holds these names."""
        words = self.words.some(max(count - 2 * len(names), 3))
        for name in names:
            words.insert(self.random.randrange(1, len(words)), name)
        return words[0].capitalize() + " " + " ".join(words[1:]) + "."

    def _text(self, words: int, names: list[str], paragraphs: int) -> list[str]:
        """Paragraphs of three sentences with the names spread over them."""
        found = []
        for number in range(paragraphs):
            here = names[number * len(names) // paragraphs : (number + 1) * len(names) // paragraphs]
            length = words // paragraphs // 3
            found.append(" ".join(self._sentence(length, *here[part::3]) for part in range(3)))
        return found

    def _front(self, title: str, yaml: str) -> str:
        return f"---\n{yaml.strip()}\n---\n\n" + (f"# {title}\n\n" if self.plain else "")

    def _pick(self, count: int) -> list[Named]:
        return self.random.choices(self.entries, cum_weights=self.weights, k=count)

    def _article(self, number: int) -> tuple[str, str]:
        title = " ".join(self.words.some(8)).capitalize()
        day = date(2015, 1, 1) + timedelta(days=self.random.randrange(3650))
        chosen = self._pick(self.mentions - 1)
        first: set[str] = set()
        names = []
        for entry in chosen:
            names.append(entry.short if entry.id in first else entry.name)
            first.add(entry.id)
        paragraphs = self._text(WORDS, names, PARAGRAPHS)
        quote = " ".join(paragraphs[4].split()[:6])
        paragraphs[2] += " Nobody knew of the deal."
        settled = next(e for e in self._pick(1000) if e.kind in ("agreements", "events", "people"))
        for at in (9, 4):
            paragraphs.insert(at, f"## {' '.join(self.words.some(4)).capitalize()}")
        outlet = next(e for e in self.entries if e.kind == "organisations")
        front = f"""
title: {title}
date: {day}
outlet: {outlet.name}
byline: {self.words.name()} {self.words.name()}
dateline: {self.words.name()}
caption: {self._sentence(14)}
url: https://example.org/news/{number}
language: en
rights:
  status: own
  holder: Nobody
  terms: {self._sentence(20)}
background: [section-{number % SECTIONS}, section-{(number + 3) % SECTIONS}]
mentions:
  - {{text: the deal, paragraph: 3, entry: {settled.id}}}
  - {{text: Nobody, paragraph: 3, entry: none}}
questions:
  - {{group: Understand, text: {self._sentence(16)}}}
  - {{group: Compare, text: {self._sentence(16)}}}
what_happened_next:
  - {{date: {day + timedelta(days=40)}, text: {self._sentence(18)}, sources: [source-{number % SOURCES}]}}
  - {{date: {day + timedelta(days=90)}, text: {self._sentence(18)}, sources: [source-{(number + 1) % SOURCES}]}}
"""
        notes = f"""layer: {{title: A teacher's notes, author: Nobody, language: en, audience: public}}
notes:
  - id: n-{number:08x}
    quote: {quote}
    paragraph: 5
    kind: context
    body: {self._sentence(25)}
"""
        return self._front(title, front) + "\n\n".join(paragraphs) + "\n", notes

    def _entry(self, entry: Named) -> str:
        day = date(1960, 1, 1) + timedelta(days=self.random.randrange(15000))
        # Most places lie near each other, some far away; most of what happened did so lately.
        at, year = (40.1, 45.0), 2012 + day.month
        if self.spread:
            wide = 3.0 if self.random.random() < 0.9 else 25.0
            at = (round(self.random.gauss(40.1, wide * 0.6), 2), round(self.random.gauss(45.0, wide), 2))
            year = 2024 - int(self.random.expovariate(1 / 9))
        source = f"source-{self.random.randrange(SOURCES)}"
        special = {
            "people": f"""sort: {entry.short}, {entry.name.split()[0]}
aliases: [{entry.short}]
roles:
  - {{title: Speaker of the house, from: 2001-02-03, to: 2017-05-06, source: {source}}}
  - {{title: Minister of rivers, from: 2017-05-07, to: .., source: {source}}}
born: {day}""",
            "places": f"""coordinates: [{at[0]:.2f}, {at[1]:.2f}]
country: {entry.name}
status: [{{from: 1991, to: .., text: {self._sentence(6)} source: {source}}}]
rival_names: [{{name: {self.words.name()}, used_by: neighbours}}]""",
            "organisations": "founded: 1950",
            "events": f"start: {year}-03-04\nend: {year}-05-06\nplace: {self.words.name()}",
            "agreements": f"""date: {year}-0{day.month % 9 + 1}-11
place: {self.words.name()}
parties: [{self.words.name()}, {self.words.name()}]
provisions: ["{self._sentence(12)}", "{self._sentence(12)}"]
outcome: {self._sentence(12)}""",
            "terms": f"aliases: [{self.words.name().lower()} rule]",
        }[entry.kind].replace(". source", ", source")
        others = [e for e in self._pick(3) if e.id != entry.id]
        front = f"""
name: {entry.name}
names: {{ru: {in_cyrillic(entry.name)}}}
gloss: {self._sentence(24)}
{special}
background: [section-{day.day % SECTIONS}]
see: [{", ".join(dict.fromkeys(e.id for e in others))}]
sources: [{source}]
as_of: 2024-12-04
"""
        text = self._text(90, [e.name for e in others], 3)
        return self._front(entry.name, front) + "\n\n".join(text) + "\n"

    def _background(self) -> str:
        parts = ["# Background"]
        for number in range(SECTIONS):
            names = [e.name for e in self._pick(8)]
            heading = f"(section-{number})=\n## {' '.join(self.words.some(4)).capitalize()}"
            parts += [heading, *self._text(300, names, 4)]
        return "\n\n".join(parts) + "\n"


def write(
    folder: Path,
    articles: int,
    entries: int = 500,
    *,
    mentions: int = MENTIONS,
    plain: bool = False,
    spread: bool = False,
) -> None:
    """Write a reader into a folder.

    Args:
        folder: An empty folder, or none yet.
        articles: How many articles.
        entries: How many entries.
        mentions: How many mentions in an article.
        plain: Whether it is for Sphinx without the course reader.
        spread: Whether its places and dates are spread like those of a real reader.
    """
    for name, text in MadeUp(articles, entries, mentions=mentions, plain=plain, spread=spread).files():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")


def _slug(number: int) -> str:
    return f"article-{number:04}"


def _source(number: int) -> str:
    return (
        f"@misc{{source-{number},\n  author = {{{{Herald {number}}}}},\n  title = {{A report, number {number}}},\n"
        f"  howpublished = {{example.org}},\n  year = {{2020}},\n  url = {{https://example.org/{number}}}\n}}\n"
    )
