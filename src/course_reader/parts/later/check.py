"""Problems with later events."""

from __future__ import annotations

from collections.abc import Iterator

from course_reader.marks.loaded import problem_of
from course_reader.model.near import near
from course_reader.model.problems import Code, Problem
from course_reader.parts.later.values import Keys
from course_reader.text.prose.loaded import find_loaded, loaded_words
from course_reader.views.at import At


def check(at: At) -> Iterator[Problem]:
    """Sources that do not exist or are not given, and words that take a side."""
    sources = at.library.sources
    words = loaded_words(at.library.settings.loaded_words)
    for index, later in enumerate(at.keys(Keys).what_happened_next):
        for key in later.sources if sources.known else ():
            if key not in sources.views:
                message = f"the source {key!r} is not in the bibliography{near(key, sources.views)}"
                line = at.lines.of("what_happened_next", index, "sources")
                yield Problem(at.path, line, Code.DANGLING_SOURCE, message)
        if sources.known and not later.sources:
            message = "this later event names no source; add `sources` with keys of the bibliography"
            yield Problem(at.path, at.lines.of("what_happened_next", index), Code.NO_SOURCE, message)
        for found in find_loaded(later.text, words):
            yield problem_of(found, at.path, at.lines.of("what_happened_next", index, "text"))
