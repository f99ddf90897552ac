"""Names of files, made from names of people, places and texts."""

from __future__ import annotations

import pytest

from course_reader.text.slugs import SLUG, slug_of_name


@pytest.mark.parametrize(
    ("name", "slug"),
    [
        ("Xankəndi", "xankandi"),
        ("O’Neil & Sons, Ltd.", "oneil-sons-ltd"),
        ("Đà Nẵng", "da-nang"),
        ("Łódź 1905", "lodz-1905"),
        ("Степанакерт", ""),
        ("–", ""),
    ],
)
def test_a_name_becomes_small_letters_and_hyphens(name: str, slug: str) -> None:
    assert slug_of_name(name) == slug
    assert not slug or SLUG.fullmatch(slug)


def test_a_long_name_is_cut_without_a_hyphen_at_its_end() -> None:
    made = slug_of_name("word " * 40)
    assert len(made) <= 80
    assert SLUG.fullmatch(made)
