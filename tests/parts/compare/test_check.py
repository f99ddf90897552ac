"""A comparison names articles that are there."""

from __future__ import annotations

from libraries import make_shelf
from readers import article

from course_reader.model.problems import Code
from course_reader.parts.compare.check import check
from course_reader.parts.compare.values import CompareAsked
from course_reader.parts.lists.values import ArticlesAsked


def test_an_article_that_is_not_there_is_told_with_the_line_of_the_directive() -> None:
    asked = (CompareAsked(("one", "oen"), line=7), ArticlesAsked(), CompareAsked(("gone", "one"), line=9))
    shelf = make_shelf(
        {"corpus/one/article.md": article("T."), "docs/background.md": "# B\n"}, lists={"docs/background": asked}
    )
    found = list(check(shelf.at("docs/background")))

    assert [(problem.code, problem.path, problem.line) for problem in found] == [
        (Code.UNKNOWN_ARTICLE, "docs/background.md", 7), (Code.UNKNOWN_ARTICLE, "docs/background.md", 9),
    ]  # fmt: skip
    assert "'oen'" in found[0].message and "'one'" in found[0].message, "what was probably meant is named"


def test_a_page_that_compares_nothing_is_right() -> None:
    shelf = make_shelf({"corpus/one/article.md": article("T.")})
    assert list(check(shelf.at("corpus/one/article"))) == []
