"""Files of clippings."""

from __future__ import annotations

from course_reader.exchange.exports.kindle import read

CLIPPINGS = """Two Towns (Gazette)
- Your Highlight on Location 10-12 | Added on Tuesday, 5 March 2024 10:00:00

a dispute of forty years
==========
Two Towns (Gazette)
- Your Note on Location 12 | Added on Tuesday, 5 March 2024 10:01:00

Who counts?
==========
Two Towns (Gazette)
- Your Bookmark on Location 20 | Added on Tuesday, 5 March 2024 10:02:00


==========
Two Towns (Gazette)
- Your Note on Location 30 | Added on Tuesday, 5 March 2024 10:03:00

A note alone.
==========
"""


def test_a_note_belongs_to_the_highlight_that_ends_where_it_stands() -> None:
    found = read(CLIPPINGS)
    assert found is not None
    assert [(one.places[0].quote, one.body) for one in found] == [
        ("a dispute of forty years", "Who counts?"),
        (None, "A note alone."),
    ]
    assert found[0].places[0].title == "Two Towns (Gazette)"
    assert found[0].created == "2024-03-05T10:00:00Z"
    assert [one.where for one in found] == ["line 1", "line 16"]


def test_other_texts_are_no_clippings() -> None:
    assert read("Title\n==========\nText with a line.") is None
    assert read("Nothing.") is None
