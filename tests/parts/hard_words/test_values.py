"""Hard words in the order of the alphabet, with the paragraphs that hold them in any form."""

from __future__ import annotations

from libraries import make_shelf
from readers import article

from course_reader.parts.hard_words.values import WordView, hard_words

ONE = "corpus/one/article"
WORDS = "{irk: {part: verb, means: to annoy}, break away: {means: to leave, forms: [broke away]}, Zest: joy, absent: a}"
TEXT = article("They irked us and broke away.\n\nThis irks; it irked.\n\n- with zest", vocabulary=WORDS)


def words(audience: str = "public", rights: str = "own") -> tuple[WordView, ...]:
    shelf = make_shelf({f"{ONE}.md": TEXT.replace("own", rights)}, reader_audience=audience)
    return hard_words(shelf.at(ONE))


def test_words_are_found_in_their_forms() -> None:
    assert words() == (
        WordView("absent", "", "a", ()),
        WordView("break away", "", "to leave", ((1, "p1"),)),
        WordView("irk", "verb", "to annoy", ((1, "p1"), (2, "p2"))),
        WordView("Zest", "", "joy", ((3, "p3"),)),
    )


def test_of_a_text_that_is_not_shown_no_word_is_told() -> None:
    assert words("public", "none") == ()
    assert [word.means for word in words("class", "none")] == ["a", "to leave", "to annoy", "joy"]


def test_most_articles_have_none() -> None:
    assert hard_words(make_shelf({f"{ONE}.md": article("T.")}).at(ONE)) == ()
