"""`add entry`: a person, place, agreement, organisation, event or term."""

from __future__ import annotations

import argparse
from pathlib import Path

from course_reader.commands.add.adding import add, file_name, settings_of, words
from course_reader.commands.command import Command, exit_code, near
from course_reader.errors import UsageError


def arguments(parser: argparse.ArgumentParser) -> None:
    """The arguments of `add entry`."""
    parser.add_argument("kind", metavar="KIND", help="person, place, agreement, organisation, event or term")
    parser.add_argument("name", metavar="NAME", help="its heading, such as the full name of a person")
    parser.add_argument("--id", help="the name of its file (default: made from NAME)")


def run(options: argparse.Namespace, root: Path) -> int:
    """Add an entry."""
    from course_reader.model.entry import Kind
    from course_reader.model.glossary import load
    from course_reader.model.new_files import new_entry, new_list

    settings, wrong = settings_of(root)
    kinds = {word: kind for kind in Kind for word in (kind.word, str(kind))}
    asked = options.kind.casefold()
    if asked not in kinds:
        raise UsageError(f"there is no kind {options.kind!r}; {near(asked, [kind.word for kind in Kind])}")
    kind, name = kinds[asked], words(options.name)
    entry_id = file_name(options.id, name, "--id")
    folder = root / settings.glossary
    glossary = load(folder, root)
    if entry_id in glossary:
        raise UsageError(f"there is an entry {entry_id} already: {glossary.files[entry_id].path}")
    path = folder / str(kind) / f"{entry_id}.md"
    added = [add(path, root, new_entry(path, root, kind, name))]
    index = path.with_name("index.md")
    if not index.exists():
        added.append(add(index, root, new_list(kind)))
    for shown in added:
        print(f"added {shown}")
    print("Next: the gloss and the other names at the top, the prose below; then `course-reader check`.")
    return exit_code(wrong)


COMMAND = Command("entry", "Add an entry of the glossary.", arguments, run)
