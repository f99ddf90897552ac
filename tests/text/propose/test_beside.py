"""The words around a name."""

from __future__ import annotations

from course_reader.text.propose.beside import Beside
from course_reader.text.propose.uses import Use


def beside(text: str, name: str) -> Beside:
    at = text.index(name)
    return Beside(text, Use(name, at, at + len(name)))


def test_words_are_those_of_the_block() -> None:
    found = beside("First block.\n\nThey met Dahl there.\n\nLast block.", "Dahl")
    assert (found.before, found.after) == ("They met ", " there.")


def test_an_apposition_follows_and_a_description_precedes() -> None:
    assert beside("They met Brekke, the leader of the union, there.", "Brekke").apposition == "the leader of the union"
    assert beside("He saw its envoy, Petra Dahl.", "Petra Dahl").description == "its envoy"
    assert beside("They met Brekke there.", "Brekke").apposition == ""
