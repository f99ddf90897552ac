"""What is known of names before any text is read."""

from __future__ import annotations

import pytest

from course_reader.text.mention.beside.bearing import bearing
from course_reader.text.mention.beside.families import Family
from course_reader.text.mention.names import Name

IBSEN = Name("Ibsen", "ibsen", "people", full=False)
NORA = Name("Nora Ibsen", "ibsen", "people")


@pytest.mark.parametrize(
    ("names", "is_plain"),
    [
        ((IBSEN,), True),
        ((NORA,), True),
        ((IBSEN, Name("Ibsen", "other", "people", full=False)), False),
        ((Name("Oslo", "government", "organisations", metonym=True),), False),
        ((Name("May", "may", "people", full=False),), False),
        ((Name("WHO", "who", "organisations"),), False),
        ((Name("Norway", "norway", "organisations"),), False),
        ((Name("Norway", "norway", "places"),), True),
    ],
)
def test_a_name_is_plain_if_only_the_words_beside_it_can_speak_against_it(
    names: tuple[Name, ...], is_plain: bool
) -> None:
    assert (bearing(names).plain is not None) == is_plain


def test_short_names_and_full_names() -> None:
    assert bearing((IBSEN,)).has_short and not bearing((IBSEN,)).in_full
    assert bearing((NORA,)).in_full == ("ibsen",) and not bearing((NORA,)).has_short
    assert bearing((NORA,)).family is Family.PERSON
