"""The tables and word lists of the package."""

from __future__ import annotations

import pytest

from course_reader.scrape.words import pairs, table, words


def test_a_list_is_a_set_of_words() -> None:
    assert {"the", "of", "который"} <= words("hanging")


def test_pairs_may_have_an_empty_second_half() -> None:
    latin = pairs("latin")
    assert (latin["щ"], latin["ə"], latin["ь"]) == ("shch", "e", "")


def test_an_unknown_list_is_an_error() -> None:
    with pytest.raises(KeyError, match="no such list"):
        words("no such list")


@pytest.mark.parametrize(("name", "keys"), [("outlets.yaml", {"name"}), ("furniture.yaml", {"reason", "patterns"})])
def test_every_row_of_a_table_has_its_keys(name: str, keys: set[str]) -> None:
    rows = table(name)
    assert rows
    assert [row for row in rows if not keys <= set(row)] == []
