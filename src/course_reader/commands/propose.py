"""`propose`: drafts of entries, from the names and terms that the articles use and no entry explains."""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from course_reader.commands.command import Command, exit_code, json_argument, print_json, print_problems, progress_of
from course_reader.errors import UsageError

if TYPE_CHECKING:
    from course_reader.commands.texts import Texts
    from course_reader.model.problems import Problem
    from course_reader.store.drafts import EntryDraft
    from course_reader.text.propose.records import SourceText

KINDS = ("people", "places", "agreements", "organisations", "events", "terms")


def arguments(parser: argparse.ArgumentParser) -> None:
    """The arguments of `propose`."""
    parser.add_argument("articles", metavar="ARTICLE", nargs="*", help="slugs, folders or files; none means all")
    parser.add_argument("--kind", action="append", choices=KINDS, help="only entries of this kind; may be repeated")
    parser.add_argument("--least", type=int, default=1, metavar="N", help="only what is named at least N times")
    parser.add_argument("--dry-run", action="store_true", help="show the drafts and write nothing")
    json_argument(parser)


def run(options: argparse.Namespace, root: Path) -> int:
    """Write the drafts."""
    from course_reader.commands.texts import read_texts

    if options.least < 1:
        raise UsageError(f"--least is {options.least}; give a number from 1")
    texts = read_texts(root, options.articles, progress=progress_of(options))
    found = proposed(root, texts, options.kind or KINDS, options.least, dry_run=options.dry_run)
    if options.json:
        print_json(found.to_json())
    else:
        for line in lines(found, dry_run=options.dry_run):
            print(line)
        print_problems(texts.problems)
    return exit_code(texts.problems)


@dataclass(frozen=True, slots=True)
class Proposed:
    """What came of it."""

    #: the drafts that were written, or would be
    drafts: list[EntryDraft]
    #: names that are spellings of entries, each with the entry
    spellings: list[tuple[str, str]]
    #: how many drafts there were before
    before: int
    problems: list[Problem]

    def to_json(self) -> dict[str, Any]:
        """The record as `propose --json` prints it."""
        return {
            "drafts": [draft.to_json() for draft in self.drafts],
            "spellings": [{"name": name, "entry": entry} for name, entry in self.spellings],
            "before": self.before,
            "problems": [problem.to_json() for problem in self.problems],
        }


def proposed(root: Path, texts: Texts, kinds: Sequence[str], least: int, *, dry_run: bool) -> Proposed:
    """Make proposals from texts, and write their drafts."""
    from course_reader.marks.proposing import alike
    from course_reader.model.conf import of_reader
    from course_reader.model.glossaries.borrowed import load_all
    from course_reader.store.drafts import drafts_of, write_drafts
    from course_reader.store.refusals import refused
    from course_reader.text.propose.proposing import propose

    settings, _ = of_reader(root)
    folder = root / settings.glossary
    glossary = load_all(settings, root)
    no = {*refused(folder, root), *settings.not_names}
    found = [
        one
        for one in propose(_sources(texts, root), no)
        if one.kind in kinds and max(one.mentions, len(one.texts)) >= least
    ]
    same = {one.name: entry for one in found if (entry := alike(one.name, one.kind, glossary))}
    drafts = drafts_of([one for one in found if one.name not in same], glossary, settings.glossary)
    if not dry_run:
        drafts, _ = write_drafts(drafts, root)
    return Proposed(drafts, sorted(same.items()), len(glossary.hidden), texts.problems)


def _sources(texts: Texts, root: Path) -> Iterator[SourceText]:
    from course_reader.files.front_matter import read
    from course_reader.files.yaml_lines import YamlError
    from course_reader.marks.proposing import source_text
    from course_reader.model.glossary import read_text

    for article in texts.articles:
        try:
            front = read(read_text(root / article.path, article.path, []) or "").document.value
        except YamlError:
            front = {}
        taken = [
            *article.skip,
            *((mention.start, mention.end) for mention in article.mentions),
            *((question.start, question.end) for question in article.questions),
            *((down.start, down.end) for down in article.turned_down),
        ]
        yield source_text(article.docname, article.text.text, article.text.paragraphs, taken, front)


def lines(found: Proposed, *, dry_run: bool) -> Iterator[str]:
    """The answer for people."""
    for draft in found.drafts:
        one = draft.proposal
        articles = f"{len(one.texts)} article{'s' if len(one.texts) != 1 else ''}"
        also = f" ({', '.join((*one.aliases, *one.metonyms))})" if one.aliases or one.metonyms else ""
        yield f"{draft.path}  {one.name}{also}: {articles}, {one.mentions}×"
    for name, entry in found.spellings:
        yield f"{name} sounds like the entry {entry}; add it to its aliases"
    count = f"{len(found.drafts)} draft{'s' if len(found.drafts) != 1 else ''}"
    if dry_run:
        yield f"{count} would be written."
    elif not found.drafts:
        yield "Nothing new to propose."
    else:
        yield f"{count} written. No page shows them: complete each, then remove its line `draft`."
    if found.before:
        before = (
            "1 draft from before is as it was"
            if found.before == 1
            else f"{found.before} drafts from before are as they were"
        )
        yield f"{before}."


COMMAND = Command("propose", "Draft entries for names that have none.", arguments, run)
