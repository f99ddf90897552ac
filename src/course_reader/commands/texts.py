"""The texts of a reader's articles: those that the last build kept, or, if anything has changed, read by Sphinx."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from course_reader.marks import kept_texts
from course_reader.marks.kept_texts import ArticleText
from course_reader.model.conf import BrokenConfError, of_reader
from course_reader.model.problems import Problem
from course_reader.model.reader import find_article


@dataclass(frozen=True, slots=True)
class Texts:
    """The articles that were asked for, and what is wrong with the settings."""

    articles: list[ArticleText]
    problems: list[Problem]


def read_texts(root: Path, articles: Sequence[str] = (), *, progress: Any = None) -> Texts:
    """Read articles.

    Args:
        root: The reader's folder.
        articles: Slugs, folders or files; none means all.
        progress: The stream for progress, if Sphinx has to read.

    Raises:
        NoArticleError: if an article does not exist.
        CannotBuildError: if the reader cannot be read.
    """
    return kept(root, articles) or read_by_sphinx(root, articles, progress=progress)


def kept(root: Path, articles: Sequence[str] = ()) -> Texts | None:
    """Articles as the last build read them; None if anything that they depend on has changed since.

    Raises:
        NoArticleError: if an article does not exist.
    """
    index = kept_texts.load(root)
    if index is None:
        return None
    try:
        settings, _ = of_reader(root)
    except BrokenConfError:
        # Sphinx reports it as it does in every build.
        return None
    if index.stamp != kept_texts.reader_stamp(root, settings):
        return None
    found = []
    for docname in _chosen(articles, list(index.articles), root):
        text = kept_texts.read_article(root, docname, index.articles[docname])
        if text is None:
            return None
        found.append(text)
    return Texts(found, list(index.problems))


def read_by_sphinx(root: Path, articles: Sequence[str] = (), *, progress: Any = None) -> Texts:
    """Articles as Sphinx reads them now.

    Raises:
        NoArticleError: if an article does not exist.
        CannotBuildError: if the reader cannot be read.
    """
    from course_reader.commands.reading import read_reader
    from course_reader.sphinx_ext.kept_texts import article_docnames, article_text
    from course_reader.sphinx_ext.problems import of_settings

    with read_reader(root, progress=progress) as app:
        found = [article_text(app, docname) for docname in _chosen(articles, article_docnames(app), root)]
        return Texts(found, of_settings(app))


def _chosen(given: Sequence[str], docnames: Sequence[str], root: Path) -> list[str]:
    return list(dict.fromkeys(find_article(article, docnames, root) for article in given)) or sorted(docnames)
