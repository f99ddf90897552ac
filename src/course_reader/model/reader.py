"""Finding the folder of a reader, its configuration and its articles."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from course_reader.errors import UsageError


class NoReaderError(UsageError):
    """The folder is not part of a reader."""


def find_root(start: Path) -> Path:
    """Find the reader that a folder belongs to: the nearest folder above with `conf/conf.py` or `conf.py`.

    Args:
        start: The folder to start from; it may be the reader's folder itself.

    Raises:
        NoReaderError: if there is none.
    """
    for folder in (start, *start.parents):
        if conf_file(folder).is_file():
            return folder
    raise NoReaderError(
        f"there is no reader in {start}: conf/conf.py is missing; change to a reader's folder, name it with --root, "
        "or make one with `course-reader new`"
    )


def conf_file(root: Path) -> Path:
    """The configuration of a reader: `conf/conf.py`, or `conf.py` in the folder itself."""
    inner = root / "conf" / "conf.py"
    return inner if inner.is_file() else root / "conf.py"


class NoArticleError(UsageError):
    """The article does not exist; the message names those that do."""


def find_article(given: str, docnames: Iterable[str], root: Path) -> str:
    """The document of an article that is named by its slug, folder or file.

    Args:
        given: The slug, folder or file.
        docnames: The documents of all articles.
        root: The reader's folder.

    Raises:
        NoArticleError: if there is none.
    """
    wanted = {given, given.removesuffix(".md")}
    path = Path.cwd() / given
    if path.exists() and path.resolve().is_relative_to(root):
        shown = path.resolve().relative_to(root)
        wanted |= {(shown / "article").as_posix(), shown.with_suffix("").as_posix()}
    articles = sorted(docnames)
    for docname in articles:
        if docname in wanted or slug_of(docname) in wanted:
            return docname
    known = ", ".join(sorted(map(slug_of, articles))) or "none yet"
    raise NoArticleError(f"there is no article {given!r}; there are: {known}")


def slug_of(docname: str) -> str:
    """The name of an article's folder, by the name of its document."""
    return docname.split("/")[-2]
