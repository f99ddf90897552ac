"""What happened after an article was printed: in its own order, with the sources that are there."""

from __future__ import annotations

from libraries import make_shelf
from readers import article

from course_reader.parts.later.values import later

ONE = "corpus/one/article"
EVENTS = "\n  - {date: 2024-05, text: Later., sources: [war, absent]}\n  - {date: 2023, text: Sooner.}"


def test_events_are_as_the_author_put_them() -> None:
    shelf = make_shelf({f"{ONE}.md": article("T.", what_happened_next=EVENTS)}, sources=["war"])
    found = later(shelf.at(ONE))

    assert [(event.when, event.text) for event in found] == [("May 2024", "Later."), ("2023", "Sooner.")]
    assert [[source.key for source in event.sources] for event in found] == [["war"], []]


def test_most_articles_have_none() -> None:
    assert later(make_shelf({f"{ONE}.md": article("T.")}).at(ONE)) == ()
