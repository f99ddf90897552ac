"""Maps in words: titles, distances, directions."""

from __future__ import annotations

import pytest
from maps.atlas import CAUCASUS, spots

from course_reader.maps import description
from course_reader.maps.spots import Drawn, Spot

PLACES = {spot.name: spot for spot in spots(CAUCASUS)}


@pytest.mark.parametrize(
    ("words", "text"), [([], ""), (["a"], "a"), (["a", "b"], "a and b"), (["a", "b", "c"], "a, b and c")]
)
def test_a_list_in_a_sentence(words: list[str], text: str) -> None:
    assert description.enumerated(words) == text


@pytest.mark.parametrize(
    ("kilometres", "words"), [(0.2, "1"), (6.7, "7"), (43.2, "43"), (457.0, "460"), (3412.0, "3,400")]
)
def test_distances_have_two_significant_figures(kilometres: float, words: str) -> None:
    assert description.rounded(kilometres) == words


@pytest.mark.parametrize(
    ("start", "end", "wind"),
    [
        ("Yerevan", "Baku", "east"),
        ("Baku", "Yerevan", "west"),
        ("Yerevan", "Moscow", "north"),
        ("Yerevan", "Brussels", "north-west"),
        ("Shusha", "Hadrut", "south-east"),
    ],
)
def test_directions(start: str, end: str, wind: str) -> None:
    assert description.wind(PLACES[start], PLACES[end]) == wind


@pytest.mark.parametrize(
    ("names", "title"),
    [
        ((), "Map"),
        (("Baku",), "Map of Baku"),
        (("Agdam", "Baku"), "Map of Agdam and Baku"),
        (("Agdam", "Baku", "Hadrut", "Jermuk", "Shusha"), "Map of 5 places around Shusha"),
        (("Armenia", "Agdam", "Baku", "Hadrut", "Jermuk"), "Map of Armenia with 4 places"),
    ],
)
def test_the_title_names_places_or_counts_them(names: tuple[str, ...], title: str) -> None:
    assert description.title([PLACES[name] for name in names]) == title


def test_a_second_name_is_added_in_brackets() -> None:
    assert description.both(PLACES["Shusha"]) == "Shusha (Shushi)"
    assert description.both(PLACES["Baku"]) == "Baku"


def test_the_description_names_countries_water_distances_and_the_second_map() -> None:
    core = [PLACES[name] for name in ("Armenia", "Yerevan", "Shusha", "Syunik")]
    text = description.described(core, [PLACES["Brussels"]], ["Armenia", "Iran"], ["the Caspian Sea"])
    assert text == (
        "The map shows Armenia. Around them: Iran. Water: the Caspian Sea. "
        "Seen from Shusha (Shushi): Syunik (Zangezur) (the region) about 64 km to the south-west; "
        "Yerevan about 200 km to the west. "
        "A second, smaller map shows: Brussels about 3,500 km to the north-west."
    )


def test_a_single_place_is_in_the_middle() -> None:
    assert description.described([PLACES["Baku"]], [], ["Azerbaijan"], []) == (
        "Countries on it: Azerbaijan. In the middle lies Baku."
    )
    assert description.described([], [], ["Australia"], []) == "Countries on it: Australia."


def test_two_places_at_the_same_point() -> None:
    here = Spot("a", "Upper Estvik", 40.0, 45.0)
    there = Spot("b", "Lower Estvik", 40.01, 45.0, Drawn.TOWN)
    assert "Lower Estvik at the same place" in description.described([here, there], [], [], [])
