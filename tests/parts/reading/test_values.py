"""The place of an article among the others, in order of time."""

from __future__ import annotations

import pytest
from libraries import Shelf, make_shelf
from readers import article

from course_reader.parts.reading.values import reading

FILES = {
    f"corpus/{slug}/article.md": article("T.", title=slug, date=day)
    for slug, day in (("late", "2023-01-01"), ("early", "2019-01-01"), ("middle", "2021-01-01"))
}


@pytest.fixture(scope="module")
def shelf() -> Shelf:
    return make_shelf(FILES)


@pytest.mark.parametrize(
    ("slug", "position", "previous", "following"),
    [("early", 1, None, "middle"), ("middle", 2, "early", "late"), ("late", 3, "middle", None)],
)
def test_an_article_knows_its_neighbours(
    shelf: Shelf, slug: str, position: int, previous: str | None, following: str | None
) -> None:
    view = reading(shelf.at(f"corpus/{slug}/article"))

    assert view.position == (position, 3)
    assert (view.previous and view.previous.title, view.following and view.following.title) == (previous, following)


def test_an_article_alone_has_none() -> None:
    view = reading(make_shelf({"corpus/one/article.md": article("T.").replace("own", "none")}).at("corpus/one/article"))

    assert (view.previous, view.following, view.shown) == (None, None, False)
