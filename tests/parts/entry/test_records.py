"""What the page of an entry shows of others compares as values do; the entry itself only has to be there."""

from __future__ import annotations

from libraries import make_shelf
from readers import article, entry

from course_reader.parts.entry.records import EntryView
from course_reader.parts.entry.values import mentioned, view

ANN = "glossary/people/ann"


def test_a_change_of_the_entry_is_no_change_of_what_others_tell() -> None:
    one, two = (view(make_shelf({f"{ANN}.md": entry("Ann Lee", gloss)}).at(ANN)) for gloss in ("One.", "Two."))

    assert isinstance(one, EntryView)
    assert one != two
    assert repr(one) == repr(two), "its page is read again anyway"


def test_a_change_of_a_sentence_is_one_of_what_is_told() -> None:
    def told(body: str) -> str:
        files = {f"{ANN}.md": entry("Ann Lee"), "corpus/one/article.md": article(body)}
        return repr(mentioned(make_shelf(files).at(ANN)))

    assert told("Ann Lee came. Rain fell.") == told("Ann Lee came. Snow fell.")
    assert told("Ann Lee came.") != told("Ann Lee left.")
