"""What was decided becomes one record."""

from __future__ import annotations

from scrape.made_up import SENTENCE, draft

from course_reader.scrape.decide.article import decide
from course_reader.scrape.evidence import Fact, Where
from course_reader.scrape.records import ArticleBlock


def test_fields_and_form_are_those_of_the_draft() -> None:
    made = draft("Bridge Open")
    made.clue(Fact.TITLE, "Bridge Open", made.segments[0], Where.HEADLINE)
    made.form, made.encoding = "a saved web page", "utf-16"
    got = decide(made, [ArticleBlock("paragraph", SENTENCE, 3, 3)])
    assert (got.title, got.form, got.encoding) == ("Bridge Open", "a saved web page", "utf-16")
    assert got.language == "en"
    assert {item.field for item in got.unsure} == {"date", "outlet", "url"}


def test_the_language_of_the_page_decides_where_the_words_do_not() -> None:
    made = draft("Brücke")
    made.clue(Fact.LANGUAGE, "de", made.segments[0], Where.METADATA)
    assert decide(made, []).language == "de"
    assert decide(draft("Brücke"), []).unsure[-1].question == "Which language is the text in?"
