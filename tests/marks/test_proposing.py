"""Articles as what proposals are made from."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from course_reader.marks.proposing import alike, source_text
from course_reader.model.glossary import load
from course_reader.text.paragraphs import Paragraph


def test_front_matter_says_the_day_the_language_and_who_published_it() -> None:
    front = {"date": "2021-03", "language": "fr", "outlet": "La Gazette", "agency": "AFP"}
    found = source_text("corpus/quota/article", "Text.", [Paragraph(1, "p1", 0, 5)], [(0, 2)], front)

    assert (found.name, found.day, found.language) == ("quota", date(2021, 3, 31), "fr")
    assert (found.bodies, found.taken, found.paragraphs) == (("La Gazette", "AFP"), ((0, 2),), ((0, 5, 1),))


@pytest.mark.parametrize("front", [{}, {"date": "yesterday", "language": 3, "outlet": ["a"], "agency": " "}])
def test_wrong_front_matter_is_passed_over(front: dict[str, object]) -> None:
    found = source_text("corpus/quota/article", "Text.", [], [], front)
    assert (found.day, found.language, found.bodies) == (None, "en", ())


def test_another_spelling_of_an_entry_is_known_by_its_sound(tmp_path: Path) -> None:
    (tmp_path / "glossary/people").mkdir(parents=True)
    text = "---\nname: Nikol Pashinyan\naliases: [Pashinyan]\ngloss: g\n---\n"
    (tmp_path / "glossary/people/pashinyan.md").write_text(text, encoding="utf-8")
    glossary = load(tmp_path / "glossary", tmp_path)

    assert alike("Nikol Pashinian", "people", glossary) == "pashinyan"
    assert alike("Nikol Pashinian", "places", glossary) is None
    assert alike("Nikol Petrosyan", "people", glossary) is None
