"""The best of several lines, and whether it is asked about."""

from __future__ import annotations

from scrape.made_up import OTHER, SENTENCE, draft

from course_reader.scrape.steps.ranking import choose

TITLE = "Ministers Agree on River Crossing"


def test_a_line_that_is_far_ahead_is_not_asked_about() -> None:
    made = draft("Support us", TITLE, "By Jane Doe", SENTENCE, OTHER)
    assert choose(made, 3, [0, 1]) == 1
    assert made.unsure == []


def test_of_two_lines_that_are_alike_both_are_offered() -> None:
    other = "Harbour Board Meets in Estvik Today"
    made = draft(*["Menu"] * 12, other, "May 3, 2023", TITLE, "By Jane Doe", SENTENCE, OTHER)
    choose(made, 16, [12, 14])
    (asked,) = made.unsure
    assert asked.field == "title"
    assert other in asked.question
    assert TITLE in asked.question


def test_a_standfirst_is_not_a_rival() -> None:
    made = draft(TITLE, "The crossing will be free for lorries and for cars", "By Jane Doe", SENTENCE, OTHER)
    assert choose(made, 3, [0, 1]) == 0
    assert made.unsure == []


#: A text in which the words of a headline about it would recur.
LONG = (
    "Fishermen gathered beside the lighthouse while engineers measured currents, surveyed pillars, loosened rusty "
    "bolts, welded braces, painted railings, inspected cables, tested pumps, cleared debris, marked channels, moored "
    "barges, hoisted beams, poured concrete, tightened anchors, checked gauges, counted rivets, filled sandbags, dug "
    "trenches, repaired generators, laid gravel, planted willows, fenced meadows, opened sluices, sealed leaks, "
    "drained cellars, dried carpets, aired attics, swept chimneys, patched roofs, mended windows, hung doors, and "
    "plastered walls, tiled kitchens, stacked firewood, baked bread, brewed coffee, boiled soup, washed blankets, "
    "ironed shirts, knitted scarves, sharpened knives, greased wheels, shod horses, milked goats, sheared lambs, "
    "pruned orchards, pressed apples, smoked herring, salted butter, churned cream, bottled honey."
)


def test_of_a_long_text_a_headline_without_its_words_is_asked_about() -> None:
    made = draft("Superheroes Conquer Distant Galaxies Again Tonight", LONG, LONG)
    assert choose(made, 1, [0]) == 0
    assert [item.field for item in made.unsure] == ["title"]


def test_a_short_text_need_not_have_the_words_of_its_headline() -> None:
    made = draft("Superheroes Conquer Distant Galaxies Again Tonight", SENTENCE)
    assert choose(made, 1, [0]) == 0
    assert made.unsure == []


def test_a_line_that_ends_like_a_sentence_is_asked_about_if_another_is_above_it() -> None:
    made = draft(
        "Morning Tides 11.18.19", "The bridge over the river is open … again ...", "By Jane Doe", SENTENCE, OTHER
    )
    choose(made, 3, [0, 1])
    assert [item.field for item in made.unsure] == ["title"]


def test_a_line_longer_than_headlines_are_is_asked_about() -> None:
    long = " ".join(["The river bridge opened for lorries on Thursday"] * 4)
    made = draft(long, "By Jane Doe", SENTENCE, OTHER)
    choose(made, 2, [0])
    assert [item.field for item in made.unsure] == ["title"]


def test_a_kicker_above_a_headline_of_the_same_length_is_asked_about() -> None:
    made = draft("Harbours: is there still a river?", TITLE, "By Jane Doe", f"{SENTENCE} {TITLE} today.", OTHER)
    choose(made, 3, [0, 1])
    assert TITLE in made.unsure[0].question


def test_the_standfirst_of_a_copy_without_headline_is_asked_about() -> None:
    standfirst = (
        "Fishermen gathered beside the lighthouse while engineers measured currents and surveyed pillars for the "
        "bridge over the river"
    )
    made = draft(standfirst, "By Jane Doe", LONG, LONG)
    assert choose(made, 2, [0]) == 0
    assert [item.field for item in made.unsure] == ["title"]


def test_the_title_of_a_picture_below_the_byline_is_asked_about() -> None:
    made = draft("Harbours", "By Jane Doe", "Engineers measured currents at the lighthouse", LONG, LONG)
    assert choose(made, 3, [2]) == 2
    assert [item.field for item in made.unsure] == ["title"]
