"""Problems with the rights and the original of an article, and with its choices of glosses."""

from __future__ import annotations

import difflib
import hashlib
from collections.abc import Iterator

from course_reader.model.dates import spell
from course_reader.model.problems import Code, Problem
from course_reader.views.at import At


def check(at: At) -> Iterator[Problem]:
    """An expired permission, a choice for an entry that does not exist, and an original that differs from the text."""
    yield from _unknown_choices(at)
    rights = at.library.rights_expired(at.page)
    if rights and rights.expires:
        message = f"the permission expired on {spell(rights.expires)}; renew it, because a stub is shown until then"
        yield Problem(at.path, at.lines.of("rights", "expires"), Code.RIGHTS_EXPIRED, message)
    original = at.page.article.original if at.page.article else None
    if original is None:
        return
    file = at.lines.file.parent / original.file
    if not file.is_file():
        message = f"the original {original.file} is missing from the article's folder; put it back or remove `original`"
        yield Problem(at.path, at.lines.of("original"), Code.ORIGINAL_CHANGED, message)
    elif hashlib.sha256(file.read_bytes()).hexdigest() != original.sha256:
        message = f"{original.file} differs from the text that was imported (by its SHA-256); import it again"
        yield Problem(at.path, at.lines.of("original"), Code.ORIGINAL_CHANGED, message)


def _unknown_choices(at: At) -> Iterator[Problem]:
    known = at.library.glossary
    for entry in at.page.article.margin if at.page.article else ():
        if entry not in known and entry not in known.unread:
            near = difflib.get_close_matches(entry, known.files, 1, 0.6)
            hint = f"did you mean {near[0]!r}?" if near else "write its file in the glossary, or remove the line"
            message = f"`margin` names the entry {entry!r}, which does not exist; {hint}"
            yield Problem(at.path, at.lines.of("margin", entry), Code.UNKNOWN_ENTRY, message)
