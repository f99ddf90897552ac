"""Tables in an article."""

from __future__ import annotations

from scrape.made_up import draft, segment

from course_reader.scrape.steps.tables import table_of


def test_rows_become_a_table_with_one_question() -> None:
    made = draft(segment("| Town | Lorries |", "row"), segment("|---|---|", "row"), segment("| Estvik | 12 |", "row"))
    block = table_of(made, made.segments)
    assert block.text == "| Town | Lorries |\n| --- | --- |\n| Estvik | 12 |"
    assert (block.kind, block.line, block.last_line) == ("table", 1, 5)
    assert [item.question for item in made.unsure] == ["Lines 1 to 5 are a table: is it part of the article?"]


def test_rows_of_different_length_are_filled_up() -> None:
    made = draft(segment("| Town | Lorries | Cars |", "row"), segment("| Estvik |", "row"))
    assert table_of(made, made.segments).text.split("\n")[-1] == "| Estvik |  |  |"


def test_what_would_be_markup_in_a_cell_is_escaped() -> None:
    made = draft(segment("| *a* | b \\| c |", "row"), segment("| <d> | e |", "row"))
    assert table_of(made, made.segments).text.split("\n")[0] == "| \\*a\\* | b \\| c |"
