"""What students learn with is plain data."""

from __future__ import annotations

from course_reader.views.learning import LearningCard, QuizQuestion


def test_nobody_has_to_give_an_answer_or_a_source() -> None:
    assert (QuizQuestion("Why?").answer, QuizQuestion("Why?").choices) == ("", ())
    assert LearningCard("words", "irk", "to annoy", "one irk").sources == ()
