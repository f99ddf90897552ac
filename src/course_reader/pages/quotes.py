"""Quotation marks before marked words."""

from __future__ import annotations

import re
from typing import ClassVar

from docutils import nodes
from docutils.utils.smartquotes import smartchars
from sphinx.transforms import SphinxTransform

from course_reader.marks.front import front_of
from course_reader.marks.nodes import mention, noted

#: the beginning of a class by which docutils knows the language of a node
_CLASS = "language-"


def known_language(language: str) -> str | None:
    """The name by which docutils knows the quotation marks of a language, or None.

    Args:
        language: As in `conf.py`.
    """
    tag = language.replace("_", "-").lower()
    return next((name for name in (tag, tag.split("-")[0]) if name in smartchars.quotes), None)


class QuotesOfLanguage(SphinxTransform):
    """An article has the quotation marks of its own language. 745: Sphinx's smart quotes run at 750."""

    default_priority: ClassVar[int] = 745

    def apply(self, **kwargs: object) -> None:
        """Name the language of one document, for as long as its marks are set."""
        if language := _language_of(self):
            self.document["classes"].append(_CLASS + language)


def _language_of(transform: SphinxTransform) -> str | None:
    """The language that an article says it is in, if its quotation marks are known."""
    front = front_of(transform.env)
    says = front is not None and front.lines is not None and "language" in front.lines.value
    return known_language(front.article.language) if front and front.article and says else None


class OpenQuotes(SphinxTransform):
    """A quotation opens before a marked word, even after a bracket or a dash.

    Sphinx's smart quotes see only the text up to the mark, and take a quotation mark after such a character for a
    closing one. 755: they run at 750.
    """

    default_priority: ClassVar[int] = 755

    def apply(self, **kwargs: object) -> None:
        """Correct the quotation marks of one document."""
        language = _language_of(self) or known_language(self.document.settings.language_code)
        self.document["classes"] = [name for name in self.document["classes"] if not name.startswith(_CLASS)]
        if not self.config.smartquotes or language is None:
            return
        marks = smartchars.quotes[language]
        turned = dict(zip(marks[1::2], marks[::2], strict=True))
        after = re.compile(rf"(?<=[(\[{{—–])(?:{'|'.join(map(re.escape, turned))})$")
        for mark in self.document.findall(lambda node: isinstance(node, (mention, noted))):
            at = mark.parent.index(mark) - 1
            before = mark.parent[at] if at >= 0 else None
            if isinstance(before, nodes.Text) and (closing := after.search(before)):
                mark.parent[at] = nodes.Text(before[: closing.start()] + turned[closing[0]])
