"""`add pack`: articles to print together."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from course_reader.commands.add.adding import add, file_name, settings_of, words
from course_reader.commands.command import Command, exit_code
from course_reader.errors import UsageError

if TYPE_CHECKING:
    from course_reader.model.settings import Settings


def arguments(parser: argparse.ArgumentParser) -> None:
    """The arguments of `add pack`."""
    parser.add_argument("title", metavar="TITLE", help="the title of the pack")
    parser.add_argument(
        "articles", metavar="ARTICLE", nargs="*", help="articles in order (default: all but private ones, by date)"
    )
    parser.add_argument("--name", help="the name of its file (default: made from the title)")


def run(options: argparse.Namespace, root: Path) -> int:
    """Add a pack."""
    settings, wrong = settings_of(root)
    print(f"added {add_pack(root, settings, options.title, options.articles, options.name)}")
    print("Next: `course-reader build pdf`.")
    return exit_code(wrong)


def add_pack(
    root: Path, settings: Settings, title: str, articles: list[str] | None = None, name: str | None = None
) -> str:
    """Write the file of a pack.

    Args:
        root: The reader's folder.
        settings: The reader's settings.
        title: The title of the pack.
        articles: Slugs, folders or files of articles in order; none means all that are not private, by date.
        name: The name of the file, if not made from the title.

    Returns:
        Its path in the reader.

    Raises:
        UsageError: if there is nothing to put into it.
    """
    from course_reader.model.new_files import new_pack
    from course_reader.model.reader import find_article

    corpus = root / settings.corpus
    files = sorted(
        path for path in corpus.glob("**/article.md") if not path.relative_to(corpus).parts[0].startswith(".")
    )
    docnames = {path.relative_to(root).with_suffix("").as_posix(): path for path in files}
    chosen = [find_article(given, docnames, root) for given in articles or ()] or _all_of(docnames, corpus)
    if not chosen:
        raise UsageError("there is no article to print yet; add one with `course-reader import` or `add article`")
    title = words(title)
    path = corpus / "packs" / f"{file_name(name, title, '--name')}.md"
    inside = [f"../{docnames[docname].relative_to(corpus).with_suffix('').as_posix()}" for docname in chosen]
    return add(path, root, new_pack(path, root, title, inside))


def _all_of(docnames: dict[str, Path], corpus: Path) -> list[str]:
    """All articles but the private ones, by date; those without one come last."""
    found = [name for name, path in docnames.items() if path.relative_to(corpus).parts[0] != "private"]
    return sorted(found, key=lambda name: (_date(docnames[name]) or "9", name))


def _date(path: Path) -> str:
    from course_reader.files.front_matter import read
    from course_reader.files.yaml_lines import YamlError

    try:
        value = read(path.read_text(encoding="utf-8-sig")).document.value
    except (OSError, ValueError, YamlError):
        return ""
    return str(value.get("date") or "") if isinstance(value, dict) else ""


COMMAND = Command("pack", "Add a pack of articles to print.", arguments, run)
