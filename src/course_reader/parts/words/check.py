"""What can be wrong with hard words."""

from __future__ import annotations

from collections.abc import Iterator

from course_reader.model.problems import Code, Problem
from course_reader.parts.words.values import Keys
from course_reader.text.prose.vocabulary import places
from course_reader.views.at import At


def check(at: At) -> Iterator[Problem]:
    """The words that the text does not hold."""
    if not at.page.paragraphs:
        return
    for word, record in at.keys(Keys).vocabulary.items():
        if not places(at.page.text, word, record.forms):
            message = f"“{word}” does not stand in the text; correct it, or give the form that does in `forms`"
            yield Problem(at.path, at.lines.of("vocabulary", word), Code.UNMATCHED_WORD, message)
