"""What one document gives to the others: a character's paragraph, and the keys of parts."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from libraries import make_shelf
from readers import article

from course_reader.marks.records import Asked, Page
from course_reader.parts.lists.values import ArticlesAsked, EntriesAsked
from course_reader.parts.questions.values import Keys

ONE = "corpus/one/article"


@given(st.lists(st.sampled_from(["Words.", "- a\n- b", "> Said.", "## Head", "`code`"]), max_size=8))
def test_the_paragraph_of_a_character_is_the_one_that_holds_it(blocks: list[str]) -> None:
    page = make_shelf({f"{ONE}.md": article("\n\n".join(blocks))}).library.pages[ONE]

    for offset in range(-1, len(page.text) + 2):
        holding = [p for p in page.paragraphs if p.start <= offset < p.end]
        assert [page.paragraph_at(offset)] == (holding or [None])


def test_a_page_that_nobody_has_read_has_the_defaults_of_every_part() -> None:
    page = Page("page", "A page")

    assert page.keys(Keys) == Keys()
    assert page.paragraph_at(0) is None


def test_what_is_asked_can_be_compared_and_told_apart() -> None:
    asked: list[Asked] = [ArticlesAsked(), EntriesAsked(), EntriesAsked("people"), EntriesAsked("people")]

    assert len(set(asked)) == 3
    assert repr(EntriesAsked("people")) == repr(EntriesAsked("people"))
