"""The record of what happened to each segment of the input."""

from __future__ import annotations

from scrape.made_up import draft, segment

from course_reader.scrape.records import FoundField, Removed, Unsure


def test_a_clue_keeps_the_line_and_the_printed_text() -> None:
    made = draft("By Jane Doe")
    made.clue("byline", "Jane Doe", made.segments[0], "the byline")
    made.clue("byline", "John Roe", made.segments[0], "the last line", text="— John Roe", sure=False)
    first, second = made.clues["byline"]
    assert (first.value, first.line, first.text, first.sure) == ("Jane Doe", 1, "By Jane Doe", True)
    assert (second.value, second.text, second.sure) == ("John Roe", "— John Roe", False)


def test_a_taken_segment_is_found_and_a_dropped_one_removed() -> None:
    made = draft("OSTRAVEN —", "Read more")
    made.take("dateline", "Ostraven", made.segments[0])
    made.drop(made.segments[1], "related link")
    assert made.found == [FoundField("dateline", "Ostraven", 1, "OSTRAVEN —")]
    assert made.removed == [Removed(3, "Read more", "related link")]


def test_the_number_of_a_list_item_is_part_of_its_text() -> None:
    made = draft(segment("Read more", "item", marker="3."))
    made.drop(made.segments[0], "related link")
    assert made.removed[0].text == "3. Read more"


def test_the_same_question_is_asked_once() -> None:
    made = draft()
    for question in ("Who?", "When?", "Who?"):
        made.ask("byline", question)
    made.ask("date", "Who?")
    assert made.unsure == [Unsure("byline", "Who?"), Unsure("byline", "When?"), Unsure("date", "Who?")]


def test_repeated_captions_and_credits_are_kept_once_and_found_twice() -> None:
    made = draft("The old bridge.", "The old bridge.")
    for part in made.segments:
        made.caption("The old bridge.", part)
        made.credit("Jane Doe", part, "Photo: Jane Doe")
    assert (made.captions, made.credits) == (["The old bridge."], ["Jane Doe"])
    assert [(item.field, item.line) for item in made.found] == [
        ("caption", 1),
        ("credit", 1),
        ("caption", 3),
        ("credit", 3),
    ]
