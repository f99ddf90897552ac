"""Where two pages cannot both be right, and where they can."""

from __future__ import annotations

import pytest
from libraries import make_shelf
from readers import article, entry

from course_reader.checks.disagreement import problems
from course_reader.model.problems import Code


def lines(files: dict[str, str]) -> list[int]:
    """The lines of the contradictions."""
    found = list(problems(make_shelf(files).library))
    assert {problem.code for problem in found} <= {Code.CONTRADICTION}
    return [problem.line for problem in found]


@pytest.mark.parametrize(
    ("one", "other", "contradiction"),
    [
        (
            "{title: President of A, from: 2008-01-02, to: 2018-04-09}",
            "{title: President of A, from: 2016-04-09}",
            True,
        ),
        (
            "{title: President of A, from: 2008-01-02, to: 2018-04-09}",
            "{title: President of A, from: 2018-04-09}",
            False,
        ),
        ("{title: President of A, from: 2008, to: 2018}", "{title: President of A, from: 2018}", False),
        (
            "{title: Member of parliament, from: 2008-01-02, to: 2018-04-09}",
            "{title: Member of parliament, from: 2016}",
            False,
        ),
    ],
)
def test_two_people_cannot_hold_one_office(one: str, other: str, contradiction: bool) -> None:
    files = {
        "glossary/people/a.md": entry("A", roles=f"[{one}]"),
        "glossary/people/b.md": entry("B", roles=f"[{other}]"),
    }
    assert lines(files) == ([4] if contradiction else [])


@pytest.mark.parametrize(
    ("words", "contradiction"),
    [
        ("The Paper of 6 October 2022.", False),
        ("The Paper of October 2022.", False),
        ("The Paper (6 October 2022).", False),
        ("The Paper of 7 October 2022.", True),
        ("The Paper (September 2022).", True),
        ("The Paper was read on 7 October 2022.", False),
        ("The Paper of the mayors.", False),
    ],
)
def test_a_date_that_belongs_to_a_name_is_that_of_the_entry(words: str, contradiction: bool) -> None:
    files = {"glossary/agreements/a.md": entry("The Paper", date="2022-10-06"), "corpus/a/article.md": article(words)}
    assert lines(files) == ([7] if contradiction else [])


def test_an_entry_that_tells_another_year_of_birth_contradicts_itself() -> None:
    files = {"glossary/people/a.md": entry("A", prose="A, born in 1961, was born on 3 May 1960.", born="1960-05-03")}
    assert lines(files) == [7]


@pytest.mark.parametrize(
    ("words", "contradiction"),
    [
        ("The War (1991).", False),
        ("The War of 1991 went on.", False),
        ("The War of May 1992.", False),
        ("The War of January 1991.", True),
        ("The War of June 1995.", True),
    ],
)
def test_an_event_lasts_from_its_first_day_to_its_last(words: str, contradiction: bool) -> None:
    files = {
        "glossary/events/a.md": entry("The War", start="1991-02-20", end="1994-05-12"),
        "corpus/a/article.md": article(words),
    }
    assert lines(files) == ([7] if contradiction else [])


def test_a_date_in_the_name_itself_counts_too() -> None:
    files = {
        "glossary/agreements/a.md": entry("The Paper", date="2022-10-06", aliases="[Paper of 7 October 2022]"),
        "corpus/a/article.md": article("First.\n\nThe Paper of 7 October 2022."),
    }
    assert lines(files) == [9]


def test_entries_and_chapters_are_read_too() -> None:
    files = {
        "glossary/agreements/a.md": entry("The Paper", date="2022-10-06"),
        "glossary/people/b.md": entry("B", prose="B signed the Paper of May 2020."),
        "docs/background.md": "# Background\n\nThe Paper of May 2021.\n",
        "docs/page.md": "# A page\n\nThe Paper of May 2019.\n",
    }
    assert lines(files) == [6, 3]


def test_one_person_may_hold_an_office_twice() -> None:
    roles = "[{title: Mayor, from: 2000-01-01, to: 2010-01-01}, {title: Mayor, from: 2005-01-01, to: 2012-01-01}]"
    assert lines({"glossary/people/a.md": entry("A", roles=roles)}) == []


@pytest.mark.parametrize(
    ("prose", "keys", "contradiction"),
    [
        ("A died on 3 May 1990.", {"died": "1991"}, True),
        ("A died in May 1991.", {"died": "1991"}, False),
        ("A was born in 1961.", {}, False),
        ("A was born in 1961.", {"born": "1960/1962"}, False),
    ],
)
def test_a_life_is_told_once(prose: str, keys: dict[str, str], contradiction: bool) -> None:
    files = {"glossary/people/a.md": entry("A", prose=prose, **keys)}
    assert bool(lines(files)) is contradiction
