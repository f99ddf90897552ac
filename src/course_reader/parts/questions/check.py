"""Problems with questions."""

from __future__ import annotations

from collections.abc import Iterator

from course_reader.model.near import near
from course_reader.model.problems import Code, Problem
from course_reader.parts.questions.values import Keys, place
from course_reader.views.at import At


def check(at: At) -> Iterator[Problem]:
    """Places of answers that do not exist."""
    library = at.library
    numbers = {part.number for part in at.page.paragraphs}
    for number, question in enumerate(at.keys(Keys).questions):
        for paragraph in question.paragraph:
            if numbers and paragraph not in numbers:
                message = f"the article has no paragraph {paragraph}; its last one is {max(numbers)}"
                line = at.lines.of("questions", number, "paragraph")
                yield Problem(at.path, line, Code.DANGLING_ANSWER, message)
        for target in question.answer_in:
            if place(library, target) is None:
                known = [*library.glossary.files, *library.slugs, *library.documents.labels]
                message = f"`answer_in` names {target!r}, which is not an entry, section, article or page"
                line = at.lines.of("questions", number, "answer_in")
                yield Problem(at.path, line, Code.DANGLING_ANSWER, message + near(target, known))
