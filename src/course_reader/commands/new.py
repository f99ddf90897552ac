"""`new`: a small reader to start from, which builds at once, with one article, three entries and a pack."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from course_reader.commands.command import FINE, Command, own_name
from course_reader.commands.new_answers import QUESTIONS, Answers, defaults, edited


def arguments(parser: argparse.ArgumentParser) -> None:
    """The arguments of `new`."""
    parser.add_argument("folder", metavar="DIR", help="a folder that does not exist yet, or is empty")
    parser.add_argument("--title", help="the title of the reader")
    parser.add_argument("--author", help="your name")
    parser.add_argument("--subject", help="the subject of the articles, in a few words")
    parser.add_argument("--language", help="the language of its pages, as a tag such as en (default: en)")
    parser.add_argument("--bare", action="store_true", help="without the example: settings, front page, sources")


def run(options: argparse.Namespace, root: Path) -> int:
    """Make the reader."""
    folder = Path(options.folder)
    made = create(folder, _answers(options, defaults(folder)), bare=options.bare)
    print(f"Your new reader is in {options.folder}: {len(made)} files.")
    name = own_name()
    print(f"Next: cd {options.folder} && {name} build")
    if options.bare:
        print(f"Then: {name} import FILE, or {name} add article TITLE")
    return FINE


def _answers(options: argparse.Namespace, usual: Answers) -> Answers:
    """What the options say; on a terminal, what they leave open is asked."""
    given = {key: getattr(options, key) for key in QUESTIONS if getattr(options, key) is not None}
    if sys.stdin.isatty() and sys.stdout.isatty():
        for key, question in QUESTIONS.items():
            if key not in given:
                default = getattr(usual, key)
                given[key] = input(f"{question}{f' [{default}]' if default else ''}: ").strip() or default
    return usual.with_(given)


def create(folder: Path, answers: Answers | None = None, *, bare: bool = False) -> list[str]:
    """Write a new reader into a folder that is empty or does not exist yet.

    Args:
        folder: The folder.
        answers: Its title, author, subject and language.
        bare: Whether to leave out the example.

    Returns:
        The files that were written, relative to the folder.

    Raises:
        FolderTakenError: if the folder cannot be used; then no file remains.
    """
    from importlib.resources import files

    from course_reader.store.readers import add_reader
    from course_reader.store.schemas import shipped

    template = files("course_reader") / "commands" / "new_reader" / ("bare" if bare else "full")
    told = answers or defaults(folder)
    return add_reader(folder, template, lambda name, data: edited(name, data, told), shipped())


COMMAND = Command("new", "Make a new reader to start from.", arguments, run, in_reader=False)
