"""Questions on names: where the name is, what it may mean, and the line that answers."""

from __future__ import annotations

from course_reader.marks.asking import about_language, question
from course_reader.marks.records import Page
from course_reader.text.mention.index import OpenName
from course_reader.text.paragraphs import Paragraph

TEXT = "Nobody knows.\n\nIn the evening Georgia announced new talks."
AT = TEXT.index("Georgia")


def test_a_question_names_the_place_the_entries_and_the_line_that_answers_it() -> None:
    page = Page("article", "One", text=TEXT, paragraphs=(Paragraph(2, "p2", 15, len(TEXT)),))
    name = OpenName("Georgia", AT, AT + 7, ("georgia", "georgian-government"), "it acts")

    asked = question(page, name, name.entries, name.reason)

    assert asked.startswith("in “In the evening Georgia announced new talks.”, does “Georgia” mean `georgia` or ")
    assert "(it acts)" in asked
    assert "`{text: Georgia, paragraph: 2, entry: georgia}`" in asked


def test_outside_numbered_paragraphs_the_line_has_no_number() -> None:
    name = OpenName("Georgia", AT, AT + 7, ("georgia",), "")
    assert "`{text: Georgia, entry: georgia}`" in question(Page("article", "One", text=TEXT), name, name.entries, "")


def test_only_a_language_without_rules_is_spoken_of() -> None:
    assert about_language("fr-CA") == about_language("en") == ""
    assert about_language("nl").startswith("the tool has no rules for 'nl'")
