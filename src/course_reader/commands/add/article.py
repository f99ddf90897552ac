"""`add article`: a text that you will write or copy yourself."""

from __future__ import annotations

import argparse
from pathlib import Path

from course_reader.commands.add.adding import add, file_name, settings_of, words
from course_reader.commands.command import Command, exit_code
from course_reader.errors import UsageError


def arguments(parser: argparse.ArgumentParser) -> None:
    """The arguments of `add article`."""
    parser.add_argument("title", metavar="TITLE", help="its headline")
    parser.add_argument("--date", help="the day it was published, such as 2024-03-02")
    parser.add_argument("--slug", help="the name of its folder (default: made from the title)")


def run(options: argparse.Namespace, root: Path) -> int:
    """Add an article."""
    from course_reader.model.new_files import new_article

    settings, wrong = settings_of(root)
    title = words(options.title)
    date = _day(options.date)
    year = f" {date[:4]}" if date and date[:4] not in title else ""
    path = root / settings.corpus / file_name(options.slug, title + year) / "article.md"
    added = add(path, root, new_article(path, root, title, date=date))
    print(f"added {added}")
    print("Next: its date, outlet and rights at the top, and the text below; then `course-reader check`.")
    return exit_code(wrong)


def _day(given: str | None) -> str:
    from course_reader.model.dates import parse

    if given is None:
        return ""
    try:
        parse(given)
    except ValueError as error:
        raise UsageError(f"--date: {error}") from None
    return given


COMMAND = Command("article", "Add an article without a text.", arguments, run)
