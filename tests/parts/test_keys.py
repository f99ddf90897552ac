"""The keys that the installed parts add to articles: the forms that authors may write."""

from __future__ import annotations

from typing import Any

from course_reader.parts.registry import Parts, installed


def article(**keys: Any) -> Any:
    return Parts(installed()).articles.whole.model_validate({"title": "T", **keys})


def test_questions_are_texts_or_belong_to_a_group() -> None:
    questions = article(questions=["Why?", {"group": "Discuss", "text": "How?"}]).questions
    assert [(q.group, q.text) for q in questions] == [(None, "Why?"), ("Discuss", "How?")]


def test_a_pre_reading_page_is_its_questions_or_a_mapping() -> None:
    assert article(before=["Who met?", "Why?"]).before.questions == ("Who met?", "Why?")
    assert article(before={"dates": ["fair"]}).before.dates == ("fair",)
    assert article().before.questions == ()


def test_a_hard_word_is_its_meaning_or_a_mapping() -> None:
    words = article(vocabulary={"mend": "to repair", "seek": {"means": "to look for", "forms": "sought"}}).vocabulary
    assert (words["mend"].means, words["mend"].forms) == ("to repair", ())
    assert words["seek"].forms == ("sought",)
