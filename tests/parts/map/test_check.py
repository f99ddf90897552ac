"""What can be wrong with a map: each is told with the line of its directive."""

from __future__ import annotations

import pytest
from libraries import make_shelf
from readers import article, entry

from course_reader.model.problems import Code
from course_reader.parts.lists.values import ArticlesAsked
from course_reader.parts.map.check import check
from course_reader.parts.map.values import MapAsked

FILES = {
    "glossary/places/port.md": entry("Port", coordinates="[54.1, 9.9]"),
    "glossary/places/nowhere.md": entry("Nowhere"),
    "glossary/people/ann.md": entry("Ann"),
    "corpus/one/article.md": article("T."),
    "docs/background.md": "# B\n",
}


@pytest.mark.parametrize(
    ("asked", "codes"),
    [
        (MapAsked(), []),
        (MapAsked(places=("port",)), []),
        (MapAsked(places=("nowhere",)), [Code.MAP_PLACE]),
        (MapAsked(places=("ann", "absent")), [Code.MAP_PLACE, Code.UNKNOWN_ENTRY]),
        (MapAsked(article="one"), []),
        (MapAsked(article="all"), []),
        (MapAsked(article="absent"), [Code.MAP_PLACE]),
    ],
)
def test_places_and_articles_that_cannot_be_shown_are_told(asked: MapAsked, codes: list[Code]) -> None:
    shelf = make_shelf(FILES, lists={"docs/background": (ArticlesAsked(), asked)})
    found = list(check(shelf.at("docs/background")))

    assert [problem.code for problem in found] == codes
    assert {(problem.path, problem.line) for problem in found} <= {("docs/background.md", asked.line)}
    assert all(any(repr(name) in problem.message for name in (*asked.places, asked.article)) for problem in found)
