"""Problems with hard words."""

from __future__ import annotations

from collections.abc import Iterator

from course_reader.model.problems import Code, Problem
from course_reader.parts.hard_words.values import Keys
from course_reader.text.prose.vocabulary import places
from course_reader.views.at import At


def check(at: At) -> Iterator[Problem]:
    """Words that do not occur in the text."""
    if not at.page.paragraphs:
        return
    for word, record in at.keys(Keys).vocabulary.items():
        if not places(at.page.text, word, record.forms):
            message = f"“{word}” does not occur in the text; correct it, or add the form that does to `forms`"
            yield Problem(at.path, at.lines.of("vocabulary", word), Code.UNMATCHED_WORD, message)
