"""What an article's `mentions` say of the glosses of some words."""

from __future__ import annotations

from collections.abc import Iterator

from course_reader.model.glossary import GLOSS_WORDS
from course_reader.model.near import near
from course_reader.model.problems import Code, Problem
from course_reader.views.at import At


def problems(at: At) -> Iterator[Problem]:
    """Senses that the entry has no gloss for, and glosses that the margin has no room for."""
    article = at.page.article
    if article is None or not any(line.sense or line.gloss for line in article.mentions):
        return
    lines = at.lines
    for index, line in enumerate(article.mentions):
        words = len((line.gloss or "").split())
        if words > GLOSS_WORDS:
            message = f"the gloss has {words} words, but the margin has room for {GLOSS_WORDS}; shorten it"
            yield Problem(at.path, lines.of("mentions", index, "gloss"), Code.GLOSS_LONG, message)
        if line.sense is None or line.entry not in at.library.glossary:
            continue
        known = {gloss.sense for gloss in at.library.glossary[line.entry].gloss if gloss.sense}
        if line.sense not in known:
            message = f"{line.entry!r} has no gloss with `sense: {line.sense}`{near(line.sense, known)}"
            yield Problem(at.path, lines.of("mentions", index, "sense"), Code.UNMATCHED_MENTION, message)
