"""Who and what an article names, as a command answers: what is linked, what is not, and what has no entry."""

from __future__ import annotations

from course_reader.marks.kept_texts import ArticleText, KeptMention, KeptQuestion
from course_reader.text.paragraphs import NumberedText, Paragraph
from course_reader.views.mentions import answer

TEXT = "One\n\nAnn Lee met Bo.\n\nThen Oslo said so, and Vidar Dahl agreed with Vidar Dahl."


def at(words: str) -> tuple[int, int]:
    start = TEXT.index(words)
    return start, start + len(words)


def article(skip: tuple[tuple[int, int], ...] = ()) -> ArticleText:
    second = TEXT.index("Then")
    paragraphs = Paragraph(1, "p1", 5, second - 2), Paragraph(2, "p2", second, len(TEXT))
    mentions = KeptMention("ann", "people", *at("Ann Lee"), True), KeptMention("one", "terms", *at("One"), False)
    questions = (KeptQuestion(*at("Oslo"), ("oslo", "norway"), "it seems to act"),)
    return ArticleText(
        "corpus/private/talks/article", "x.md", NumberedText(TEXT, paragraphs), skip, mentions, questions
    )


def test_a_mention_has_its_words_its_place_and_its_paragraph() -> None:
    found = answer(article())

    assert found["article"] == "talks"
    assert found["mentions"] == [
        {
            "entry": "ann", "kind": "people", "text": "Ann Lee", "paragraph": 1, "start": 5, "end": 12,
            "glossed": True,
        },
        {"entry": "one", "kind": "terms", "text": "One", "paragraph": None, "start": 0, "end": 3, "glossed": False},
    ]  # fmt: skip


def test_a_name_that_may_mean_several_entries_names_them_and_says_why() -> None:
    [question] = answer(article())["ambiguous"]

    assert (question["text"], question["paragraph"], question["entries"]) == ("Oslo", 2, ["oslo", "norway"])
    assert question["reason"] == "it seems to act"


def test_a_name_without_an_entry_is_counted() -> None:
    rows = {row["text"]: row for row in answer(article())["unknown"]}

    assert (rows["Vidar Dahl"]["count"], rows["Vidar Dahl"]["paragraph"]) == (2, 2)
    assert TEXT[rows["Vidar Dahl"]["start"] :].startswith("Vidar Dahl")
    assert {"Ann Lee", "Oslo"}.isdisjoint(rows), "what was found is not unknown"


def test_what_is_not_searched_has_no_unknown_names() -> None:
    assert "Vidar Dahl" not in {row["text"] for row in answer(article((at(TEXT),)))["unknown"]}
