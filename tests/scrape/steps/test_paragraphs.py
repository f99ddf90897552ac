"""Segments become blocks: cut paragraphs are whole again, lists are lists, short lines are headings."""

from __future__ import annotations

import pytest
from scrape.made_up import OTHER, SENTENCE, draft, segment

from course_reader.scrape.lines.segments import Segment
from course_reader.scrape.steps.paragraphs import build


def _built(*lines: str | Segment) -> list[tuple[str, str]]:
    return [(block.kind, block.text) for block in build(draft(*lines))]


def _item(text: str, marker: str = "-", level: int = 0) -> Segment:
    return segment(text, "item", marker=marker, level=level)


@pytest.mark.parametrize(
    ("first", "second", "reason"),
    [
        ("The bridge over the river was opened by", "Ostraven's council on Thursday.", "the first ends with “by”"),
        (
            "On Thursday the council met again with Prime Minister",
            "Jane Doe of Velmar.",
            "the first ends with “Minister”",
        ),
        (
            "The bridge over the river was opened on Thursday",
            "and closed on Friday.",
            "the second starts in the middle of a sentence",
        ),
        (
            "The bridge over the old river was opened on Thursday by the mayor,",
            "Ostraven's first woman in office.",
            "the first ends with a comma",
        ),
        (
            "While the lorries waited in the heat on both banks of the old river",
            "Ministers talked all day.",
            "the first starts with “While” and has no main clause",
        ),
        (
            "The bridge over the river (the longest of all bridges in the region",
            "Lower Velmar) was opened.",
            "a bracket or quotation opened in the first is closed in the second",
        ),
        ("Мост через реку открыли в четверг после долгого ремонта и", "Закрыли в пятницу.", "the first ends with “и”"),
        (
            "Die neue Brücke über den Fluss wurde am Donnerstag geöffnet und",
            "Am Freitag wieder geschlossen.",
            "the first ends with “und”",
        ),
    ],
)
def test_a_cut_paragraph_is_joined(first: str, second: str, reason: str) -> None:
    made = draft(first, second)
    assert [block.text for block in build(made)] == [f"{first} {second}"]
    assert [(item.line, item.line2, item.reason) for item in made.joined] == [(1, 3, reason)]
    assert made.unsure == []


def test_a_likely_cut_is_joined_with_a_question() -> None:
    first = "The bridge over the river was opened on Thursday after four months"
    made = draft(first, OTHER)
    assert [block.text for block in build(made)] == [f"{first} {OTHER}"]
    assert [item.question for item in made.unsure] == [
        "Line 1 ends without a full stop: does line 3 continue the sentence?"
    ]


def test_a_word_divided_by_the_cut_is_joined_without_a_space() -> None:
    assert _built("The council praised the new bridge and the well-", "known engineer who built it.") == [
        ("paragraph", "The council praised the new bridge and the well-known engineer who built it.")
    ]


def test_complete_and_sealed_paragraphs_stay_apart() -> None:
    sealed = segment("The bridge over the river was opened on Thursday after four months")
    sealed.sealed = True
    assert [kind for kind, _ in _built(SENTENCE, OTHER)] == ["paragraph", "paragraph"]
    assert [kind for kind, _ in _built(sealed, OTHER)] == ["paragraph", "paragraph"]


@pytest.mark.parametrize(
    "heading",
    ["What comes next", "Что дальше", "Was nun?", "The mayor: “No way back”", "14:05 GMT", "14:05 – The gates open"],
)
def test_a_short_line_between_paragraphs_is_a_heading(heading: str) -> None:
    assert _built(SENTENCE, heading, OTHER) == [("paragraph", SENTENCE), ("heading", heading), ("paragraph", OTHER)]


@pytest.mark.parametrize(
    "lines",
    [
        [SENTENCE, "What he said", "and then he left."],
        ["What comes next", OTHER],
        [SENTENCE, "Who will pay?", OTHER, "Who will drive?", SENTENCE],
        [SENTENCE, "— We will pay", OTHER],
        [SENTENCE, "“No way back”", OTHER],
    ],
)
def test_other_short_lines_are_not_headings(lines: list[str]) -> None:
    assert {kind for kind, _ in _built(*lines)} == {"paragraph"}


def test_a_long_subheading_is_asked_about() -> None:
    made = draft(SENTENCE, "The river and the seven villages along it", OTHER)
    build(made)
    assert [item.question for item in made.unsure] == [
        "Is line 3 a subheading of the article, or a link to another one?"
    ]


def test_heading_levels_have_no_gaps() -> None:
    levels = [
        segment("One", "heading", level=1),
        segment("Two", "heading", level=4),
        segment("Three", "heading", level=2),
    ]
    assert [block.level for block in build(draft(*levels))] == [2, 3, 2]


@pytest.mark.parametrize(
    ("items", "blocks"),
    [
        ([_item("one"), _item("two", "•")], [("list", "- one\n- two")]),
        ([_item("one", "1."), _item("two", "2)")], [("list", "1. one\n2. two")]),
        ([_item("one", "1."), _item("nine", "9.")], [("paragraph", "1\\. one"), ("paragraph", "9\\. nine")]),
        ([_item("one", "1."), _item("dot", "-")], [("paragraph", "1\\. one"), ("list", "- dot")]),
        ([_item("one"), _item("deep", level=2), _item("two")], [("list", "- one\n   - deep\n- two")]),
        ([_item("one", "(a)"), _item("two", "(b)")], [("list", "- (a) one\n- (b) two")]),
        ([_item("a single thing")], [("list", "- a single thing")]),
        ([_item(SENTENCE, "–")], [("paragraph", f"– {SENTENCE}")]),
    ],
)
def test_items_become_lists(items: list[Segment], blocks: list[tuple[str, str]]) -> None:
    introduced = segment("The plan has these points:")
    assert _built(introduced, *items)[1:] == blocks


def test_items_like_headlines_at_the_end_are_asked_about() -> None:
    made = draft(SENTENCE, _item("Flood Carries Away Bridge"), _item("Mayor Resigns Over Toll"))
    build(made)
    assert [item.question for item in made.unsure] == [
        "Is the list from line 3 part of the article, or a list of links to others?"
    ]


def test_numbered_lines_between_paragraphs_are_headings() -> None:
    assert _built(_item("Who pays", "1."), SENTENCE, _item("Who drives", "2."), OTHER) == [
        ("heading", "1\\. Who pays"),
        ("paragraph", SENTENCE),
        ("heading", "2\\. Who drives"),
        ("paragraph", OTHER),
    ]


def test_dialogue_with_dashes_is_not_a_list() -> None:
    assert _built(_item("Who will pay?", "–"), _item("We will.", "–")) == [
        ("paragraph", "– Who will pay?"),
        ("paragraph", "– We will."),
    ]


def test_a_post_with_its_author_is_a_quotation() -> None:
    post = "— Jane Doe (@janedoe) May 3, 2023"
    assert [kind for kind, _ in _built(SENTENCE, "The bridge is ours.", post, OTHER)] == [
        "paragraph",
        "quote",
        "quote",
        "paragraph",
    ]


def test_a_table_row_is_kept_as_text_with_a_question() -> None:
    made = draft(segment("| a | b | c |", "row"))
    assert [(block.kind, block.text) for block in build(made)] == [("paragraph", "\\| a | b | c |")]
    assert [item.question for item in made.unsure] == ["Line 1 is a single table row: is it part of the article?"]


def test_rows_between_paragraphs_are_one_table() -> None:
    made = draft(SENTENCE, segment("| Town | Lorries |", "row"), segment("| Estvik | 12 |", "row"), OTHER)
    assert [block.kind for block in build(made)] == ["paragraph", "table", "paragraph"]


def test_segments_without_words_are_left_out() -> None:
    assert _built("", SENTENCE) == [("paragraph", SENTENCE)]


def test_markup_is_kept_in_markdown_and_escaped_in_plain_text() -> None:
    made = draft("The *new* bridge.")
    assert build(made)[0].text == "The \\*new\\* bridge."
    made = draft("The *new* bridge.")
    made.markdown = True
    assert build(made)[0].text == "The *new* bridge."
