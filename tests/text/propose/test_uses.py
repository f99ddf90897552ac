"""Names in a text: where they begin and end, and what belongs to somebody's office."""

from __future__ import annotations

import pytest

from course_reader.text.propose.uses import heads, uses


def names(text: str, *small: str) -> list[str]:
    return [use.name for use in uses(text, small)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("They met Olav Brekke in Kalvik.", ["Olav Brekke", "Kalvik"]),
        ("Fisheries Minister Ingrid Solheim spoke.", ["Ingrid Solheim"]),
        ("European Council President Charles Michel spoke.", ["European Council", "Charles Michel"]),
        ("Russia's President Vladimir Putin spoke.", ["Russia", "Vladimir Putin"]),
        ("Azerbaijani President Ilham Aliyev spoke.", ["Ilham Aliyev"]),
        ("President Petra Dahl of Elmholm signed it.", ["Petra Dahl", "Elmholm"]),
        ("Elmholm's envoy, Petra Dahl, left.", ["Elmholm", "Petra Dahl"]),
        ("They left the Fishermen's Union.", ["Fishermen's Union"]),
        ("They left the Patients' Alliance.", ["Patients' Alliance"]),
        ("He works at St Brigid's Hospital.", ["St Brigid's Hospital"]),
        ("The Ministry of Health and Care said so.", ["Ministry of Health and Care"]),
        ("Armenia and Azerbaijan agreed.", ["Armenia", "Azerbaijan"]),
        ("They read Bosnia and Herzegovina's law.", ["Bosnia", "Herzegovina"]),
        ("The International Court of Justice ruled.", ["International Court of Justice"]),
        ("They sailed to Rio de Janeiro on Monday.", ["Rio de Janeiro"]),
        ("A Russia-brokered ceasefire held.", ["Russia"]),
        ("An Armenian-populated region.", []),
        ("The Armenians left in March.", []),
        ("She met Leona Marsh for Olympique Carnac.", ["Leona Marsh", "Olympique Carnac"]),
        ("It was Legionella ormensis.", ["Legionella ormensis"]),
        ("The mayor of King George Hospital Square", ["King George Hospital Square"]),
    ],
)
def test_names_are_found(text: str, expected: list[str]) -> None:
    assert names(text) == expected


def test_a_word_that_only_opens_a_sentence_is_no_part_of_a_name() -> None:
    assert names("Nobody met Petra Dahl. Boats Petra Dahl saw left.", "boats") == ["Petra Dahl", "Petra Dahl"]
    [first, *_] = uses("Counting is slow.", ())
    assert first.opens


def test_a_use_knows_the_office_the_article_and_the_word_before_it() -> None:
    role, club, human, placed = uses("Mayor Ann Lee of the Harbour Club met the striker Leona Marsh in Kalvik.", ())

    assert (role.name, role.role) == ("Ann Lee", "Mayor")
    assert (club.name, club.article) == ("Harbour Club", True)
    assert (human.name, human.human) == ("Leona Marsh", True)
    assert (placed.name, placed.placed) == ("Kalvik", True)


def test_spans_are_those_of_the_name() -> None:
    text = "They saw Solheim's boat and the Fishermen's Union."
    assert [text[use.start : use.end] for use in uses(text, ())] == ["Solheim", "Fishermen's Union"]


def test_words_show_kinds() -> None:
    assert [heads(word) for word in ("Institute", "Bay", "Treaty", "Summit", "AGENCY", "Solheim")] == [
        *("organisations", "places", "agreements", "events", "organisations", "")
    ]
