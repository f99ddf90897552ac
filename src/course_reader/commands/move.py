"""`move`: an article gets another name, or leaves the private texts, with everything that belongs to it."""

from __future__ import annotations

import argparse
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

from course_reader.commands.command import Command, exit_code, print_problems
from course_reader.errors import UsageError

if TYPE_CHECKING:
    from course_reader.exchange.moved_links import Move
    from course_reader.model.settings import Settings

#: files that may speak of an article
_SPEAKING = (".md", ".yaml", ".yml", ".rst")


def arguments(parser: argparse.ArgumentParser) -> None:
    """The arguments of `move`."""
    parser.add_argument("article", metavar="ARTICLE", help="an article's slug, folder or file")
    parser.add_argument("new", metavar="NEW", help="its new name; private/NAME for a private text")
    parser.add_argument("--dry-run", action="store_true", help="say what would be done, write nothing")


def run(options: argparse.Namespace, root: Path) -> int:
    """Move the article."""
    from course_reader.model.conf import of_reader
    from course_reader.store.moves import move_folder
    from course_reader.store.schemas import keep_schemas

    settings, wrong = of_reader(root)
    move = _move(options, root, settings)
    edits = planned(root, move)
    if not options.dry_run:
        move_folder(root / move.old, root / move.new, root, edits)
        keep_schemas(root)
    print(f"{'would move' if options.dry_run else 'moved'} {move.old} to {move.new}")
    for path in edits:
        print(f"{'would change' if options.dry_run else 'changed'} {path}")
    print_problems(wrong)
    return exit_code(wrong)


def _move(options: argparse.Namespace, root: Path, settings: Settings) -> Move:
    from course_reader.commands.add.adding import file_name
    from course_reader.exchange.moved_links import Move
    from course_reader.model.reader import find_article

    files = [path.relative_to(root) for path in (root / settings.corpus).glob("**/article.md")]
    docname = find_article(options.article, [path.with_suffix("").as_posix() for path in files], root)
    given = PurePosixPath(options.new.removeprefix(f"{settings.corpus}/").strip("/"))
    if len(given.parts) > 2 or (len(given.parts) == 2 and given.parts[0] != "private"):
        raise UsageError(f"an article is in {settings.corpus}/NAME or {settings.corpus}/private/NAME; give NAME")
    name = file_name(str(given.name), "", "NEW")
    new = PurePosixPath(settings.corpus, *given.parts[:-1], name).as_posix()
    old = PurePosixPath(docname).parent.as_posix()
    if new == old:
        raise UsageError(f"{old} has this name already")
    if (root / new).exists():
        raise UsageError(f"{new} exists already; choose another name")
    return Move(old, new)


def planned(root: Path, move: Move) -> dict[str, tuple[str, str]]:
    """The files that have to change, by their path after the move: their text before and after."""
    found: dict[str, tuple[str, str]] = {}
    entries = {path.stem for path in root.glob("*/*/*.md") if path.name != "article.md"}
    names_too = move.slugs[0] not in entries

    def exists(path: str) -> bool:
        return any((root / f"{path}{ending}").exists() for ending in ("", ".md"))

    for path in _texts(root):
        shown = path.relative_to(root).as_posix()
        try:
            text = path.read_bytes().decode("utf-8")
        except (OSError, UnicodeDecodeError):
            # `check` reports a file that cannot be read.
            continue
        new = move.rewritten(text, shown, exists, names_too=names_too)
        if shown == f"{move.old}/article.md":
            new = _with_old_address(new, move)
        if new != text:
            found[move.moved(shown)] = (text, new)
    return found


def _texts(root: Path) -> list[Path]:
    """The files of a reader that people write, apart from originals and snapshots."""
    found = []
    for path in sorted(root.rglob("*")):
        parts = path.relative_to(root).parts
        hidden = any(part.startswith((".", "_")) for part in parts) or {"snapshots", "node_modules"} & set(parts)
        if not hidden and path.suffix in _SPEAKING and path.is_file() and path.stem != "original":
            found.append(path)
    return found


def _with_old_address(text: str, move: Move) -> str:
    """The article's file with its old document name, so that the old address leads to the new one."""
    from course_reader.files.front_matter import read
    from course_reader.files.yaml_lines import YamlError
    from course_reader.files.yaml_splice import set_key

    try:
        value = read(text.replace("\r\n", "\n").removeprefix("\ufeff")).document.value.get("moved_from")
    except YamlError:
        return text
    before = [str(item) for item in value] if isinstance(value, list) else [str(value)] if value else []
    names = [name for name in (*before, f"{move.old}/article") if name != f"{move.new}/article"]
    return set_key(text, "moved_from", list(dict.fromkeys(names)), front_matter=True)


COMMAND = Command("move", "Rename an article, or take it out of the private texts.", arguments, run)
