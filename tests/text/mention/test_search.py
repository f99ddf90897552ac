"""Where names occur."""

from __future__ import annotations

from course_reader.text.mention.names import Name
from course_reader.text.mention.search import Hit, Search
from course_reader.text.mention.spellings import Style

GRAZ = Name("Graz", "graz", "places")
QUOTA = Name("quota", "quota", "terms", fold_case=True)
ERDOGAN = Name("Erdogan", "erdogan", "people", full=False)


def found(
    text: str, *names: Name, blockers: tuple[str, ...] = (), signs: tuple[str, ...] = ()
) -> tuple[list[Hit], list[int]]:
    return Search(names, blockers, signs).hits(text)


def test_whole_words_are_found_with_their_names() -> None:
    hits, _ = found("Graz, Grazers and QUOTAS", GRAZ, QUOTA)
    assert hits == [Hit(0, 4, (GRAZ,)), Hit(18, 24, (QUOTA,))]


def test_a_blocker_is_a_hit_without_names() -> None:
    assert found("the Graz Post", GRAZ, blockers=("Graz Post", " "))[0] == [Hit(4, 13, ()), Hit(4, 8, (GRAZ,))]


def test_capitals_and_accents() -> None:
    assert found("GRAZ", GRAZ)[0] == [Hit(0, 4, (GRAZ,), Style.CAPITALS)]
    assert found("Erdo\u011fan", ERDOGAN)[0] == [Hit(0, 7, (ERDOGAN,))]


def test_two_names_of_one_form_are_one_hit() -> None:
    other = Name("Graz", "town", "places")
    assert found("Graz", GRAZ, other)[0] == [Hit(0, 4, (GRAZ, other))]


def test_signs_are_given_beside_the_names() -> None:
    assert found("in May Graz", GRAZ, signs=("May",)) == ([Hit(7, 11, (GRAZ,))], [3])
    may = Name("May", "may", "people", full=False)
    assert found("in May", may, signs=("May",)) == ([Hit(3, 6, (may,))], [3])


def test_nothing_to_look_for() -> None:
    assert found("Graz") == ([], [])
