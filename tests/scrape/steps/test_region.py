"""Where the running text is, among menus and boxes."""

from __future__ import annotations

from scrape.made_up import OTHER, SENTENCE, draft

from course_reader.scrape.steps.region import is_sentence, text_region

MENU = ["Home", "World", "Ferries and boats", "Our team", "Pier of the week", "Opening hours"]


def test_a_menu_is_not_part_of_the_text() -> None:
    made = draft(*MENU, SENTENCE, OTHER, SENTENCE, *MENU)
    assert text_region(made.segments) == (6, 9)


def test_a_subheading_does_not_end_the_text() -> None:
    made = draft("Bridge Open", SENTENCE, OTHER, "What comes next", SENTENCE, OTHER)
    assert text_region(made.segments) == (1, 6)


def test_a_teaser_far_above_is_not_the_start_of_the_text() -> None:
    made = draft(SENTENCE, *MENU, *MENU, *[SENTENCE, OTHER] * 6)
    assert text_region(made.segments)[0] == 13


def test_text_of_equal_rank_belongs_to_it_however_far_away() -> None:
    made = draft(*[SENTENCE, OTHER] * 5, *MENU, *MENU, *MENU, *[SENTENCE, OTHER] * 6)
    assert text_region(made.segments)[0] == 0


def test_short_sentences_above_the_first_paragraph_belong_to_it() -> None:
    made = draft("Bridge Open", "The bridge at Horn is open again for everybody.", SENTENCE, OTHER)
    assert text_region(made.segments) == (1, 4)


def test_without_paragraphs_the_first_sentence_starts_the_text() -> None:
    made = draft("Bridge Open", "The bridge at Horn is open again for everybody.")
    assert text_region(made.segments) == (1, 2)
    assert text_region(draft("Bridge Open", "Menu").segments) == (2, 2)


def test_headers_are_no_sentences() -> None:
    assert is_sentence(draft(SENTENCE).segments[0])
    assert not is_sentence(draft("By Jane Doe | May 3, 2023 | 3 min read").segments[0])
