"""Measure imports beside other extractors: `python -m tests.benchmarks.importing --pages FOLDER`.

The folder holds public sets of saved pages and of copied texts; it is not part of the project. Its layout is that of
the sets: ``scrapinghub/ground-truth.json`` beside pages named by its keys, ``readability/NAME/`` with
``source.html.gz`` and ``expected.html``, and ``copied.json.gz`` with the texts of the same pages as a browser copies
them.
"""

from __future__ import annotations

import argparse
import gzip
import importlib.util
import json
import os
import re
import time
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import lxml.html
import trafilatura

from course_reader.scrape import Scraped, scrape

from .importing_fields import Gold, Tally, gold_of, in_page, without_metadata
from .importing_scores import Page, body_scores, gone, right_title, shared_lines

#: lines that a careful person copies past the end of the text
PAST = 6
WAYS = ("careful", "article_element", "whole_page")


@dataclass
class Bodies:
    """Scores of one extractor on one set."""

    precision: list[float] = field(default_factory=list)
    recall: list[float] = field(default_factory=list)
    f: list[float] = field(default_factory=list)
    sentences: Counter[str] = field(default_factory=Counter)
    seconds: float = 0.0

    def add(self, text: str, page: Page, lost: Counter[str]) -> None:
        """Note the scores of one page."""
        precision, recall, f = body_scores(text, page.body)
        self.precision.append(precision)
        self.recall.append(recall)
        self.f.append(f)
        self.sentences += lost

    def row(self, name: str) -> str:
        """The means, as a line of a table."""
        mean = [sum(values) / max(1, len(values)) for values in (self.precision, self.recall, self.f)]
        share = 100 * self.sentences["gone"] / max(1, self.sentences["all"])
        return (
            f"  {name:18} precision {mean[0]:.3f}  recall {mean[1]:.3f}  F {mean[2]:.3f}  gone {share:5.2f} %  "
            f"{self.seconds:6.1f} s"
        )


def body_of(scraped: Scraped) -> str:
    """The body as plain words."""
    return "\n".join(re.sub(r"\\([!-/:-@\[-`{-~])|\]\([^()\s]*\)|\*\*", r"\1", b.text) for b in scraped.blocks)


def _ours(html: str) -> str:
    return body_of(scrape(html, filename="page.html"))


def _trafilatura(html: str) -> str:
    return trafilatura.extract(html, include_comments=False, favor_recall=False) or ""


def _readability(html: str) -> str:
    from readability import Document

    return "\n".join(lxml.html.fromstring(Document(html).summary()).itertext())


def extractors() -> dict[str, Callable[[str], str]]:
    """The extractors that are installed."""
    found = {"ours": _ours, "trafilatura": _trafilatura}
    if importlib.util.find_spec("readability") is not None:
        found["readability-lxml"] = _readability
    return found


def pages(folder: Path) -> Iterator[Page]:
    """The saved pages of both sets."""
    truth = json.loads((folder / "scrapinghub" / "ground-truth.json").read_text(encoding="utf-8"))
    for name, gold in sorted(truth.items()):
        path = folder / "scrapinghub" / f"{name}.html.gz"
        if path.is_file():
            yield Page("scrapinghub", name, _read(path), gold["articleBody"])
    for sub in sorted((folder / "readability").iterdir()):
        if (sub / "source.html.gz").is_file():
            root = lxml.html.fromstring((sub / "expected.html").read_text(encoding="utf-8"))
            yield Page("readability", sub.name, _read(sub / "source.html.gz"), shared_lines(root))


def _read(path: Path) -> str:
    with gzip.open(path) as file:
        raw = file.read()
    return raw.decode("utf-8", "replace")


def measure_pages(found: list[Page]) -> None:
    """Print the scores of bodies of saved pages."""
    for kind in dict.fromkeys(page.kind for page in found):
        chosen = [page for page in found if page.kind == kind]
        print(f"saved pages, {kind} ({len(chosen)})")
        for name, extract in extractors().items():
            scores = Bodies()
            for page in chosen:
                start = time.process_time()
                text = extract(page.html)
                scores.seconds += time.process_time() - start
                report = text
                if name == "ours":
                    got = scrape(page.html, filename="page.html")
                    report = "\n".join([text, *(r.text for r in got.removed), *(f.text for f in got.found)])
                scores.add(text, page, gone(report, page.body))
            print(scores.row(name), flush=True)


def golds(found: list[Page], folder: Path) -> dict[str, Gold]:
    """What pages say of themselves."""
    made = {}
    for page in found:
        known = folder / "readability" / page.name / "expected-metadata.json"
        expected = known.read_text(encoding="utf-8") if page.kind == "readability" and known.is_file() else None
        made[page.name] = gold_of(page.html, expected)
    return made


def measure_fields(found: list[Page], gold: dict[str, Gold]) -> None:
    """Print how bylines, dates and outlets of saved pages fare, with and without what pages say for machines."""
    whole, bare = Tally(), Tally()
    for page in found:
        whole.add(scrape(page.html, filename="page.html"), gold[page.name])
        html = without_metadata(page.html)
        bare.add(scrape(html, filename="page.html"), gold[page.name], in_page(html))
    for name, tally in (("saved pages", whole), ("saved pages without metadata", bare)):
        print("\n".join([f"fields, {name}", *tally.rows()]), flush=True)


def careful(whole: str, page: Page) -> str | None:
    """The lines from the headline to some lines past the end of the text; None if the copy has no headline."""
    lines = whole.split("\n")
    start = next((n for n, line in enumerate(lines) if right_title(line, page.title)), None)
    if start is None:
        return None
    known = {line.strip() for line in page.body.split("\n") if len(line.strip()) > 40}
    words = " ".join(page.body.split())
    last = max(
        (n for n, line in enumerate(lines) if len(line) > 40 and (line.strip() in known or line.strip() in words)),
        default=None,
    )
    return None if last is None or last <= start else "\n".join(lines[start : last + 1 + PAST])


def measure_copies(found: list[Page], gold: dict[str, Gold], folder: Path, *, show: bool) -> None:
    """Print how titles and other fields of copied texts fare, by way of copying."""
    with gzip.open(folder / "copied.json.gz") as file:
        copied = json.load(file)
    for way in WAYS:
        counts: Counter[str] = Counter()
        scores, fields = Bodies(), Tally()
        for page in found:
            copies = copied.get(f"{page.kind}/{page.name}", {})
            text = careful(copies.get("whole_page") or "", page) if way == "careful" else copies.get(way)
            if not text:
                continue
            got = scrape(text)
            fields.add(got, gold[page.name], text)
            if not page.title:
                continue
            counts["all"] += 1
            asked = any(item.field == "title" for item in got.unsure)
            inside = any(page.is_title(line) for line in text.split("\n"))
            state = "right" if page.is_title(got.title or "") else "asked" if asked else "silent"
            counts[state] += 1
            counts[f"{state}, headline in the copy"] += inside
            counts["headline in the copy"] += inside
            scores.add(body_of(got), page, gone(text, page.body))
            if show and state == "silent":
                print(f"    {page.kind}/{page.name[:12]} inside={inside}: {got.title!r} for {page.title!r}")
        print(f"copied, {way}: " + ", ".join(f"{key} {value}" for key, value in sorted(counts.items())))
        print(scores.row("body"))
        print("\n".join(fields.rows()), flush=True)


def main() -> None:
    """Print the tables."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0] if __doc__ else None)
    parser.add_argument("--pages", default=os.environ.get("COURSE_READER_PAGES"), help="the folder of public pages")
    parser.add_argument("--only", choices=("pages", "fields", "copies"), help="measure one thing alone")
    parser.add_argument("--show", action="store_true", help="print the titles that are wrong in silence")
    chosen = parser.parse_args()
    if not chosen.pages:
        parser.error("name the folder of public pages with --pages or COURSE_READER_PAGES")
    folder = Path(chosen.pages)
    found = list(pages(folder))
    gold = golds(found, folder)
    if chosen.only in (None, "copies"):
        measure_copies(found, gold, folder, show=chosen.show)
    if chosen.only in (None, "fields"):
        measure_fields(found, gold)
    if chosen.only in (None, "pages"):
        measure_pages(found)


if __name__ == "__main__":
    main()
