"""Two articles compared, as values: what is counted, what is quoted, and what is left out."""

from __future__ import annotations

from typing import Any

import pytest
from libraries import Shelf, make_shelf
from readers import article, entry

from course_reader.parts.compare.values import (
    MOST_ALONE,
    MOST_NAMED,
    MOST_QUOTED,
    CompareAsked,
    Comparison,
    Line,
    compare,
    short,
)
from course_reader.views.records import Link

ENTRIES = {
    "glossary/people/ann.md": entry("Ann Lee", aliases="[{name: Ann Poe, to: 2021, preferred: true}]"),
    "glossary/people/bo.md": entry("Bo Marsh"),
    "glossary/places/port.md": entry("Norvik"),
}
ASKED = CompareAsked(("one", "two"))


def shelf_of(one: str, two: str, **more: Any) -> Shelf:
    return make_shelf({**ENTRIES, "corpus/one/article.md": one, "corpus/two/article.md": two}, **more)


def compared(one: str, two: str, **more: Any) -> Comparison:
    found = compare(shelf_of(one, two, **more).library, ASKED)
    assert found is not None
    return found


def said(line: Line) -> str:
    return "".join(part.title if isinstance(part, Link) else part for part in line)


def sides(found: Comparison, place: int) -> list[list[str]]:
    """The lines of both sides of a theme; the first four are always there, those of what is named are the last."""
    theme = found.themes[place]
    return [[said(line) for line in side] for side in (theme.left, theme.right)]


def test_an_article_that_is_not_there_makes_no_comparison() -> None:
    shelf = shelf_of(article("T."), article("T."))
    assert compare(shelf.library, CompareAsked(("one", "three"))) is None


def test_the_sides_are_in_the_order_that_is_asked_for() -> None:
    shelf = shelf_of(article("T.", title="One"), article("T.", title="Two"))
    found = compare(shelf.library, CompareAsked(("two", "one")))

    assert found is not None
    assert (found.left.title, found.right.title) == ("Two", "One")
    assert found.left.docname == "corpus/two/article"


def test_names_are_those_of_each_articles_own_day() -> None:
    found = compared(article("Ann Lee came.", date="2020-01-01"), article("Ann Lee came.", date="2023-01-01"))
    assert sides(found, -1) == [["Ann Poe: 1"], ["Ann Lee: 1"]]


def test_a_theme_of_which_nothing_can_be_said_is_left_out() -> None:
    found = compared(article("Nobody came."), article("Nobody left."))

    assert [bool(theme.left or theme.right) for theme in found.themes] == [True] * 4
    assert len({theme.title for theme in found.themes}) == 4


def test_the_words_that_are_counted_are_those_of_the_paragraphs() -> None:
    found = compared(article("One two three.\n\n## A heading\n\nFour."), article("One."))
    assert [line.split(",")[0] for [line] in sides(found, 3)] == ["4 words", "1 words"]


@pytest.mark.parametrize(("audience", "quoted"), [("public", False), ("class", True)])
def test_a_text_that_may_not_be_shown_is_not_quoted(audience: str, quoted: bool) -> None:
    kept = article("Ann Lee said “secret words”.").replace("own", "none")
    found = compared(kept, article("T."), reader_audience=audience)
    everything = repr(found)

    assert ("secret words" in everything) is quoted
    assert ("Ann Lee" in everything) is quoted, "who speaks is not counted either"


def test_long_lists_are_cut_and_say_so() -> None:
    many = {f"glossary/people/p{n}.md": entry(f"Person{n} Name") for n in range(MOST_ALONE + 3)}
    names = " ".join(f"Person{n} Name came." for n in range(MOST_ALONE + 3))
    quotes = " ".join(f"“Words number {n}” were heard." for n in range(MOST_QUOTED + 2))
    shelf = make_shelf(
        {**many, "corpus/one/article.md": article(f"{names} {quotes}"), "corpus/two/article.md": article("T.")}
    )
    found = compare(shelf.library, ASKED)

    assert found is not None
    lengths = [len(theme.left) for theme in found.themes]
    assert lengths[-2:] == [MOST_NAMED, MOST_ALONE + 1]
    assert MOST_QUOTED + 1 in lengths


def test_what_one_names_alone_comes_by_kind() -> None:
    found = compared(article("Norvik met Bo Marsh and Ann Lee."), article("Ann Lee."))
    assert sides(found, -1) == [["Bo Marsh", "Norvik"], []]


def test_a_headline_is_that_of_the_report_and_leads_to_its_text() -> None:
    found = compared(article("T.", title="One", adapted_from="{title: The first}"), article("T.", title="Two"))
    left, right = sides(found, 0)

    assert left[0] == "“The first”" and left[1].endswith("One")
    assert right == ["Two"]


def test_a_capital_that_means_a_government_is_counted() -> None:
    council = {"glossary/organisations/council.md": entry("Council", aliases="[{name: Norvik, metonym: true}]")}
    text = article("Norvik agreed.", mentions="[{text: Norvik, entry: council}]")
    files = {**ENTRIES, **council, "corpus/one/article.md": text, "corpus/two/article.md": article("Nobody.")}
    found = compare(make_shelf(files).library, ASKED)

    assert found is not None
    lines = [said(line) for theme in found.themes for line in theme.left]
    assert "Norvik, once: Council" in lines


def test_the_same_words_in_capitals_are_no_different_words() -> None:
    entries = {"glossary/terms/ferry.md": entry("ferry")}
    one = {**entries, "corpus/one/article.md": article("Ferry!"), "corpus/two/article.md": article("A ferry.")}
    found = compare(make_shelf(one).library, ASKED)

    assert found is not None
    assert len(found.themes) == 5


@pytest.mark.parametrize(
    ("keys", "expected"),
    [
        ({"outlet": "The Gazette", "agency": "Bay News"}, "The Gazette, 1 Nov 2022"),
        ({"agency": "Bay News"}, "Bay News, 1 Nov 2022"),
        ({}, "1 Nov 2022"),
    ],
)
def test_a_few_words_tell_which_article_it_is(keys: dict[str, str], expected: str) -> None:
    page = make_shelf({"corpus/one/article.md": article("T.", **keys)}).library.pages["corpus/one/article"]
    assert short(page, "one") == expected


def test_an_article_of_which_nothing_is_known_has_the_name_of_its_folder() -> None:
    page = make_shelf({"corpus/one/article.md": "---\ntitle: One\n---\n\nT.\n"}).library.pages["corpus/one/article"]
    assert short(page, "one") == "one"
