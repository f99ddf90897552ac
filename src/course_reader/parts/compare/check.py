"""Problems with comparisons."""

from __future__ import annotations

from collections.abc import Iterator

from course_reader.model.near import near
from course_reader.model.problems import Code, Problem
from course_reader.parts.compare.values import CompareAsked
from course_reader.views.at import At


def check(at: At) -> Iterator[Problem]:
    """Articles that do not exist."""
    library = at.library
    for asked in at.page.lists:
        if not isinstance(asked, CompareAsked):
            continue
        for slug in asked.slugs:
            if library.article_docname(slug) not in library.pages:
                message = f"the article {slug!r} does not exist{near(slug, library.slugs)}"
                yield Problem(at.path, asked.line, Code.UNKNOWN_ARTICLE, message)
