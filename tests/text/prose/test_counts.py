"""What is counted in a report."""

from __future__ import annotations

from course_reader.text.prose.counts import counted
from course_reader.text.prose.voices import Speaker

TEXT = "“We pay,” Ann Lee said. ”We pay twice.”\n\nA heading\n\nLee claimed victory. The storm claimed 30 lives."
PARAGRAPHS = [TEXT.split("\n\n")[0], TEXT.split("\n\n")[2]]


def names() -> list[Speaker]:
    lee = TEXT.index("Lee claimed")
    return [Speaker("ann", "people", TEXT.index("Ann"), TEXT.index(" said")), Speaker("ann", "people", lee, lee + 3)]


def test_words_are_those_of_the_paragraphs() -> None:
    found = counted(PARAGRAPHS, TEXT, names())
    assert (found.words, found.paragraphs) == (16, 2)


def test_a_misprinted_opening_mark_opens_a_quotation() -> None:
    found = counted(PARAGRAPHS, TEXT, names())
    assert (found.quotations, found.quoted) == (2, 5)


def test_claimed_lives_are_no_claim() -> None:
    found = counted(PARAGRAPHS, TEXT, names())
    assert dict(found.verbs) == {"claim": 1, "say": 1}
    assert dict(found.speakers) == {"ann": 2}


def test_names_keep_their_form() -> None:
    found = counted(PARAGRAPHS, TEXT, names())
    assert {entry: dict(words) for entry, words in found.names.items()} == {"ann": {"Ann Lee": 1, "Lee": 1}}
    assert (found.named("ann"), found.named("nobody")) == (2, 0)
