"""The words beside a name and their sorts. In the examples, stars surround the name."""

from __future__ import annotations

import pytest

from course_reader.text.mention.context import Sort, Surroundings, is_common


def beside(marked: str) -> tuple[Sort, Sort]:
    before, name, after = marked.split("*")
    text = before + name + after
    known = text.find("Norway")
    starts = {len(before), known} if known >= 0 else {len(before)}
    ends = {len(before + name), known + 6} if known >= 0 else {len(before + name)}
    context = Surroundings(text, starts, ends)
    return context.left(len(before))[1], context.right(len(before + name))[1]


@pytest.mark.parametrize(
    ("marked", "left", "right"),
    [
        ("in *Graz* it", Sort.SMALL, Sort.SMALL),
        ("Norway *Graz* it", Sort.KNOWN, Sort.SMALL),
        ("Italy's *Graz* Norway", Sort.POSSESSIVE, Sort.KNOWN),
        ("on Monday *Graz* May", Sort.DATE, Sort.DATE),
        ("the Minister *Graz* President", Sort.TITLE, Sort.TITLE),
        ("the ex-President *Graz*", Sort.SMALL, Sort.SMALL),
        ("the Ex-President *Graz*", Sort.TITLE, Sort.SMALL),
        ("the Russian *Graz* Russian-made", Sort.DEMONYM, Sort.DEMONYM),
        ("by A. *Graz* B", Sort.INITIAL, Sort.INITIAL),
        ("by I. *Graz* Jr", Sort.INITIAL, Sort.SUFFIX),
        ("the Ada *Graz* Ada", Sort.GIVEN, Sort.GIVEN),
        ("the New *Graz* West", Sort.DIRECTION, Sort.DIRECTION),
        ("the Bank *Graz* Bank", Sort.INSTITUTION, Sort.INSTITUTION),
        ("the Port *Graz* Beach", Sort.GEOGRAPHY, Sort.GEOGRAPHY),
        ("the Talks *Graz* Summit", Sort.EVENT, Sort.EVENT),
        ("they went to UNDP *Graz* UNDP and home", Sort.ACRONYM, Sort.ACRONYM),
        ("a Quillish *Graz* Quillish", Sort.OTHER, Sort.OTHER),
        ("to France *Graz* Paris", Sort.PLACE, Sort.GIVEN),
        ("But *Graz*", Sort.SMALL, Sort.SMALL),
        ("Protesters *Graz* knew", Sort.SMALL, Sort.SMALL),
        ("It ended. Michael *Graz*", Sort.GIVEN, Sort.SMALL),
        ("They left the Bank. *Graz* waits", Sort.SMALL, Sort.SMALL),
        ("10:05 Visitors *Graz*", Sort.SMALL, Sort.SMALL),
        ("Minister Visits Quiet *Graz* After Long Talks", Sort.SMALL, Sort.SMALL),
        ("MINISTER LEAVES *GRAZ* TODAY", Sort.SMALL, Sort.SMALL),
    ],
)
def test_the_sorts_of_the_words_beside_a_name(marked: str, left: Sort, right: Sort) -> None:
    assert beside(marked) == (left, right)


@pytest.mark.parametrize(
    ("word", "common"),
    [("Protesters", True), ("Queues", True), ("gunmen", True), ("Kamran", False), ("Baku", False), ("The", True)],
)
def test_ordinary_words_are_told_from_names(word: str, common: bool) -> None:
    assert is_common(word) is common
