"""The glosses of each text, with the reasons for and against each."""

from __future__ import annotations

import pytest
from libraries import make_shelf
from readers import article, entry

from course_reader.checks.margin import TextGlosses, glosses, table

FILES = {
    "glossary/people/ann.md": entry("Ann Lee", "Mayor."),
    "glossary/places/oslo.md": entry("Oslo", "Capital of Norway."),
    "glossary/events/fair.md": entry("Harbour fair", "Old feast of sailors.", margin="never"),
    "corpus/late/article.md": article("Ann Lee came to Oslo for the Harbour fair. " + "It rained. " * 20, title="Late"),
    "corpus/early/article.md": article("Nobody came.", date="2019-01-01", title="Early"),
    "docs/background.md": "# Background\n\nAnn Lee is old.\n",
}


@pytest.fixture(scope="module")
def texts() -> list[TextGlosses]:
    return list(glosses(make_shelf(FILES).library))


def test_texts_with_glosses_come_by_date_and_chapters_last(texts: list[TextGlosses]) -> None:
    assert [text.path for text in texts] == ["corpus/late/article.md", "docs/background.md"]


def test_each_gloss_has_its_place_its_points_and_its_reasons(texts: list[TextGlosses]) -> None:
    assert list(table(texts[:1])) == [
        "corpus/late/article.md: 1 of 3 glosses in the margin, 2.0 for 100 of its 50 words",
        "  ¶1   margin     3  Ann Lee (“Ann Lee”): person +3",
        "  ¶1   on demand -2  Oslo (“Oslo”): place +1, a place that is widely known -3",
        "  ¶1   never      4  Harbour fair (“Harbour fair”): event +4, the author chose `never`",
    ]


def test_the_same_as_data(texts: list[TextGlosses]) -> None:
    data = texts[0].to_json()

    assert (data["path"], data["words"], data["per_hundred_words"]) == ("corpus/late/article.md", 50, 2.0)
    assert data["glosses"][1] == {
        "entry": "oslo", "text": "Oslo", "paragraph": 1, "margin": False, "shown_from": "all", "points": -2,
        "reasons": [{"points": 1, "reason": "place"}, {"points": -3, "reason": "a place that is widely known"}],
    }  # fmt: skip
