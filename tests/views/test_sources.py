"""The sources that something cites: those that are there, in the order of their keys."""

from __future__ import annotations

from libraries import source

from course_reader.views.sources import Sources

SOURCES = Sources({key: source(key) for key in ("life", "war")}, known=True)


def test_sources_come_in_the_order_in_which_they_are_cited() -> None:
    assert [view.key for view in SOURCES.get(("war", "life"))] == ["war", "life"]


def test_a_source_that_is_not_there_is_left_out() -> None:
    assert [view.key for view in SOURCES.get(("absent", "life"))] == ["life"]
    assert SOURCES.get(()) == ()
