"""Capitalised names without an entry."""

from __future__ import annotations

from pathlib import Path

import pytest

from course_reader.text.mention.index import NameIndex
from course_reader.text.mention.names import Name
from course_reader.text.mention.unknown import Unknown, unknown_names


def names(text: str) -> list[str]:
    return [unknown.text for unknown in unknown_names(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("They met the singer Anna Green in Graz.", ["Anna Green", "Graz"]),
        ("But nobody knew. When they left, nobody saw.", []),
        ("On Monday in October they spoke.", []),
        ("The prime minister met President Green.", ["Green"]),
        ("Armenian Foreign Minister Anna Green spoke.", ["Anna Green"]),
        ("Armenian and Russian officials met Azerbaijanis.", []),
        (
            "The Russian Federation and the Armenian National Congress",
            ["Russian Federation", "Armenian National Congress"],
        ),
        ("the Council of Europe and the Bank of the West", ["Council of Europe", "Bank of the West"]),
        ("He met Ahmad al-Hadi and Charles de Gaulle there.", ["Ahmad al-Hadi", "Charles de Gaulle"]),
        ("the old Graz-Wien road and a Wien-based firm", ["Graz-Wien", "Wien"]),
        ("the Armenian-Azerbaijani border, Armenian-populated", []),
        ("a city like Graz's and Wien’s", ["Graz", "Wien"]),
        ("the U.N. General Assembly and St. Gallen", ["U.N. General Assembly", "St. Gallen"]),
        ("writers such as A. B. Green and NATO, L and R", ["A. B. Green", "NATO"]),
        ("Talks went on. The talks ended.", []),
        ("Lawmakers voted.", []),
        ("Speaking there, he left. Formally, nothing happened.", []),
        ("“Nobody knows,” he said. “Graz is far from Graz.”", ["Graz"]),
        ("into Graz\n\nWien it went", ["Graz"]),
        ("в городе Вене жил Иван Петров", ["Вене", "Иван Петров"]),
        ("այսօր խոսեց Արմեն Գրին", ["Արմեն Գրին"]),
        ("Élan vital and the école in Évian", ["Évian"]),
        ("Graz fell. Graz rose. Graz is there. Wien? Wien!", ["Graz"]),
        ("They met Gen. Green's Graz Group's heir.", ["Green", "Graz Group"]),
        ("He met the al-Hadi clan, d'Artagnan, O'Brien, Mary-Jane.", ["al-Hadi", "d'Artagnan", "O'Brien", "Mary-Jane"]),
        ("the U.S. and J. K. and the T. A.", ["U.S."]),
        ("the former Prime Green Former", ["Prime Green"]),
        ("the Armenian-Azerbaijani Green-Armenian, X-rays, post-War", ["Armenian-Azerbaijani Green-Armenian"]),
        ("the Graz-based Azerbaijanis", ["Graz-based Azerbaijanis"]),
        ("They saw Monday Green May Wien", ["Green", "Wien"]),
        ("a Foreign Minister Green Deputy", ["Green"]),
        ("Closing Graz they left. Nearly Wien. Voted Linz in.", ["Graz", "Wien", "Linz"]),
        ("Closing the door, he left. Nearly all voted.", []),
        ("All Graz saw All Wien", ["Graz", "All Wien"]),
        ("the Bank of the West, House for Graz of", ["Bank of the West", "House for Graz"]),
        ("They saw Graz-Wien's and Linz' end", ["Graz-Wien", "Linz"]),
        ("Graz Wien met. Talks Linz met.", ["Graz Wien", "Talks Linz"]),
        ("So Élan and Ωmega, Жук", ["Élan", "Ωmega", "Жук"]),
        ("They met Mr. Green. Dr. A. Lee left.", ["Green", "A. Lee"]),
        ("They saw non-Armenian Swedes and Swedish-Linz", ["Swedes", "Swedish-Linz"]),
        ("They met the Minister of Green Affairs.", ["Green Affairs"]),
        ("the May-June talks of a Vice-Chancellor", []),
        ("They met Li in UN halls.", ["Li", "UN"]),
        ("", []),
    ],
)
def test_names_are_told_from_words_with_a_capital(text: str, expected: list[str]) -> None:
    assert names(text) == expected


def test_counts_and_places_are_those_of_the_text() -> None:
    text = "They saw Anna\u00a0Green. Then Green left, and Graz\nslept; Graz!"
    assert unknown_names(text) == [Unknown("Anna Green", 2, 9), Unknown("Graz", 2, 42)]
    assert text[42:46] == "Graz"


def test_a_surname_counts_for_whoever_was_named_in_full_first() -> None:
    text = "They saw Anna Green and Tom Green. Later Green left; Tom came."
    assert unknown_names(text) == [Unknown("Anna Green", 2, 9), Unknown("Tom Green", 1, 24)]
    again = "They saw Anna Green and Tom Green. So Anna Green left with Green."
    assert unknown_names(again) == [Unknown("Anna Green", 3, 9), Unknown("Tom Green", 1, 24)]


def test_spans_to_leave_out_may_overlap() -> None:
    text = "They saw Anna Green of Graz in Wien, and Linz."
    assert unknown_names(text, [(9, 25), (9, 19), (12, 19)], [(0, 4), (24, 27)]) == [
        Unknown("Wien", 1, 31),
        Unknown("Linz", 1, 41),
    ]
    assert [u.text for u in unknown_names("They saw Graz Group Wien.", [(14, 19)])] == ["Graz", "Wien"]


def test_mentions_and_skipped_ranges_are_left_out() -> None:
    text = "They saw President Anna Green of Graz in Wien."
    found = [(19, 29)]
    assert [u.text for u in unknown_names(text, found, [(33, 37)])] == ["Wien"]


def test_known_words_are_left_out() -> None:
    assert [u.text for u in unknown_names("They read The Graz Post in Wien.", known_words={"Wien"})] == [
        "The Graz Post"
    ]


def test_the_originals_leave_a_short_list(samples: Path) -> None:
    known = ["Armenia", "Azerbaijan", "Russia", "Turkey", "Moscow", "Yerevan", "Baku", "Brussels", "Sochi", "Karabakh"]
    known += ["Nagorno-Karabakh", "Pashinyan", "Nikol Pashinyan", "Ilham Aliyev", "Aliyev", "Vladimir Putin", "Putin"]
    known += ["Charles Michel", "European Union", "European Council", "United States", "US", "Soviet Union", "Caucasus"]
    index = NameIndex(Name(name, name.lower(), "places") for name in [*known, "South Caucasus", "the West"])
    for path in sorted(samples.glob("*.txt")):
        text = path.read_text(encoding="utf-8")
        body = text[text.index("Arch foes") if "Arch foes" in text else text.index("SOCHI (") :]
        spans = [(mention.start, mention.end) for mention in index.find(body).mentions]
        unknown = [name.text for name in unknown_names(body, spans)]
        assert len(unknown) < 8, unknown
        assert ("Ukraine" in unknown) == ("Ukraine" in body)
