"""Reads the cases of `text/cases/`: made-up articles and misleading sentences with their right links, and counts.

`python tests/mention_cases.py` prints the figures and every difference; `--only articles_1` limits it to one file, and
`--write` writes the figures that the manual prints.
"""

from __future__ import annotations

import argparse
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from course_reader.text.languages.known import LANGUAGES, language_of
from course_reader.text.mention.index import Findings, NameIndex
from course_reader.text.mention.names import Name
from course_reader.text.mention.spellings import forms, without_accents

CASES = Path(__file__).parent / "text" / "cases"
#: what the manual prints
FIGURES = Path(__file__).parent.parent / "docs" / "manual" / "mention-figures.csv"
LANGUAGE_FIGURES = FIGURES.with_name("language-figures.csv")
_MARK = re.compile(r"\[(\??)([^\]>]+)(?:>([\w-]+))?\]")
_ENTRY = re.compile(r"(?P<kind>\w+)/(?P<id>[\w-]+) ?= ?(?P<names>.+)")
_NAME = re.compile(
    r"(?P<text>[^~{<*]+?) ?(?P<metonym>\*)?(?:~(?P<born>\d*)~(?P<died>\d*))?"
    r"(?: ?\{(?P<offices>[^}]*)\})?(?: ?<(?P<country>[^>]*)>)?$"
)


@dataclass(frozen=True)
class Case:
    """A text, and what is to be linked in it."""

    #: where it comes from, for messages
    name: str
    #: what kind of trap or of outlet it is
    sort: str
    #: why it is there
    reason: str
    language: str
    glossary: tuple[Name, ...]
    day: date
    text: str
    #: start, end, entry; an entry "?" must be asked about
    wanted: tuple[tuple[int, int, str], ...]


@dataclass
class Score:
    """Counts of right, wrong and missing links."""

    right: int = 0
    wrong: int = 0
    missing: int = 0
    questions: int = 0
    differences: list[str] = field(default_factory=list)

    @property
    def precision(self) -> float:
        """The share of the links that are right."""
        return self.right / (self.right + self.wrong) if self.right + self.wrong else 1.0

    @property
    def recall(self) -> float:
        """The share of the wanted links that are there."""
        return self.right / (self.right + self.missing) if self.right + self.missing else 1.0


def entry(line: str) -> Iterator[Name]:
    """The names of one line of a glossary."""
    found = _ENTRY.fullmatch(line.strip())
    if not found:
        raise ValueError(f"not an entry: {line}")
    kind = found["kind"]
    main = _NAME.fullmatch(found["names"].split(";")[0].strip())
    assert main, line
    start = date(int(main["born"]), 1, 1) if main["born"] else None
    end = date(int(main["died"]), 12, 31) if main["died"] else None
    offices = tuple(part.strip() for part in (main["offices"] or "").split(",") if part.strip())
    for number, part in enumerate(found["names"].split(";")):
        name = _NAME.fullmatch(part.strip())
        assert name, line
        full = (kind != "people" or " " in name["text"] or not number) and not name["metonym"]
        yield Name(
            name["text"].strip(), found["id"], kind, kind == "terms", bool(name["metonym"]), start, end, full,
            offices=offices, country=main["country"] or "",
        )  # fmt: skip


def marked(text: str, names: Iterable[Name], language: str = "en") -> tuple[str, tuple[tuple[int, int, str], ...]]:
    """A text without its marks, and the links that they stand for."""
    of = {
        without_accents(form).lower(): name.entry
        for name in names
        for form, _ in forms(name, language_of(language))
        if not name.metonym
    }
    plain, wanted, done = "", [], 0
    for mark in _MARK.finditer(text):
        plain += text[done : mark.start()]
        start = len(plain)
        plain += mark[2]
        known = mark[3] or ("?" if mark[1] else of.get(without_accents(mark[2]).lower()))
        if not known:
            raise ValueError(f"no entry is called {mark[2]!r}; write [{mark[2]}>entry]")
        wanted.append((start, len(plain), known))
        done = mark.end()
    return plain + text[done:], tuple(wanted)


def _blocks(path: Path) -> Iterator[tuple[list[str], str]]:
    """The head of each block of a file, cut at its bars, and its body."""
    for block in path.read_text(encoding="utf-8").split("\n== ")[1:]:
        head, _, body = block.partition("\n")
        yield [part.strip() for part in head.split("|")], body.strip("\n")


def glossaries() -> dict[str, tuple[Name, ...]]:
    """The made-up glossaries."""
    return {
        head[0]: tuple(name for line in body.splitlines() if line.strip() for name in entry(line))
        for head, body in _blocks(CASES / "glossaries.txt")
    }


def articles(file: str) -> Iterator[Case]:
    """The articles of a file."""
    known = glossaries()
    for (slug, manner, glossary, day, reason), body in _blocks(CASES / f"{file}.txt"):
        names = known[glossary]
        text, wanted = marked(body, names)
        yield Case(f"{file}: {slug}", manner, reason, "en", names, date.fromisoformat(day), text, wanted)


def sentences(file: str) -> Iterator[Case]:
    """The misleading sentences of a file; those in another language are in a file that ends in its tag."""
    language = file.removeprefix("language_") if file.startswith("language_") else "en"
    for head, body in _blocks(CASES / f"{file}.txt"):
        first, *lines = body.splitlines()
        names = tuple(name for line in first.removeprefix("= ").split(" | ") for name in entry(line))
        for number, line in enumerate(filter(str.strip, lines), 1):
            text, wanted = marked(line.replace("\\n", "\n"), names, language)
            yield Case(f"{file}: {head[0]} {number}", head[0], head[1], language, names, date(2024, 3, 2), text, wanted)


def cases(file: str) -> Iterator[Case]:
    """The cases of a file of either sort."""
    return articles(file) if file.startswith("articles") else sentences(file)


def score(found: Findings, case: Case, into: Score) -> None:
    """Count what was found in a case."""
    got = {(m.start, m.end, m.entry) for m in found.mentions}
    asked = {(q.start, q.end) for q in (*found.questions, *found.ambiguous)}
    wanted = {want for want in case.wanted if want[2] != "?"}
    open_ = {want[:2] for want in case.wanted if want[2] == "?"}
    why = {(t.start, t.end): t.reason.value for t in found.turned_down} | dict.fromkeys(asked, "asked")
    into.right += len(got & wanted)
    into.wrong += len(got - wanted)
    into.missing += len(wanted - got)
    into.questions += len(asked)
    for kind, links in (("wrong", got - wanted), ("missing", wanted - got)):
        for start, end, name in sorted(links):
            around = case.text[max(0, start - 40) : end + 40].replace("\n", " ")
            into.differences.append(
                f"{kind} {case.name}: {case.text[start:end]} → {name} ({why.get((start, end), '')}) … {around} …"
            )
    for span in sorted(open_ - asked):
        into.differences.append(f"not asked {case.name}: {case.text[slice(*span)]}")


def files(*kinds: str) -> list[str]:
    """The names of the files of cases: those of English, or of other kinds."""
    kinds = kinds or ("articles", "hard")
    return sorted(path.stem for path in CASES.glob("*.txt") if path.stem.startswith(kinds))


def count(file: str) -> Score:
    """The score of a file."""
    total, indexes = Score(), dict[int, NameIndex]()
    for case in cases(file):
        index = indexes.setdefault(hash(case.glossary), NameIndex(case.glossary))
        score(index.find(case.text, date=case.day, language=case.language), case, total)
    return total


def check_language(tag: str) -> None:
    """Fail if there are too few sentences in a language, or if too many links in them are wrong or missing."""
    file = f"language_{tag}"
    total, found = count(file), list(cases(file))
    assert len(found) >= 60 and all(case.reason for case in found)
    assert total.precision >= 0.99, total.differences
    assert total.recall >= 0.95, total.differences


def figures() -> str:
    """The table of figures that the manual prints, as CSV: what, texts, links, wrong, missing, asked."""
    rows = ["what,texts,links,wrong,missing,asked"]
    scores: dict[str, tuple[int, Score]] = {}
    for file in files():
        for case in cases(file):
            texts, total = scores.get(case.sort, (0, Score()))
            score(NameIndex(case.glossary).find(case.text, date=case.day), case, total)
            scores[case.sort] = texts + 1, total
    for what, (texts, total) in scores.items():
        rows.append(f"{what.replace(',', '')},{texts},{total.right},{total.wrong},{total.missing},{total.questions}")
    return "\n".join(rows) + "\n"


def language_figures() -> str:
    """The table of figures by language that the manual prints, as CSV."""
    rows = ["language,sentences,links,wrong,missing,asked"]
    for language in LANGUAGES:
        file = f"language_{language.tag}"
        total = count(file)
        numbers = sum(1 for _ in cases(file)), total.right, total.wrong, total.missing, total.questions
        rows.append(",".join([language.name, *map(str, numbers)]))
    return "\n".join(rows) + "\n"


def main() -> None:
    """Print the figures and the differences."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--only", default="")
    parser.add_argument("--write", action="store_true")
    options = parser.parse_args()
    only = options.only
    if options.write:
        FIGURES.write_text(figures(), encoding="utf-8")
        LANGUAGE_FIGURES.write_text(language_figures(), encoding="utf-8")
        return
    for file in files("articles", "hard", "language"):
        if only in file:
            total = count(file)
            print(*total.differences, sep="\n")
            print(
                f"{file}: {total.right} right, {total.wrong} wrong, {total.missing} missing, {total.questions} asked; "
                f"precision {total.precision:.4f}, recall {total.recall:.4f}"
            )


if __name__ == "__main__":
    main()
