"""Problems with links to the background chapter, and with its list of sections."""

from __future__ import annotations

from collections.abc import Iterator

from course_reader.model.near import near
from course_reader.model.problems import Code, Problem
from course_reader.parts.background.values import Keys
from course_reader.views.at import At


def check(at: At) -> Iterator[Problem]:
    """The problems of one page."""
    labels = at.library.documents.labels
    for index, anchor in enumerate(at.keys(Keys).background):
        if anchor not in labels:
            where = f"the background chapter has no such section{near(anchor, labels)}"
            message = f"`background` names {anchor!r}, but {where}"
            yield Problem(at.path, at.lines.of("background", index), Code.DANGLING_BACKGROUND, message)
    for index, section in enumerate(at.page.sections):
        if labels.get(section.anchor, ("",))[0] != at.docname:
            message = f"`sections` names {section.anchor!r}, but no section of this page has that anchor"
            yield Problem(at.path, at.lines.of("sections", index), Code.DANGLING_BACKGROUND, message)
