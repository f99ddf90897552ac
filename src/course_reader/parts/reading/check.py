"""Problems with the rights and the original of an article."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator

from course_reader.model.dates import spell
from course_reader.model.problems import Code, Problem
from course_reader.views.at import At


def check(at: At) -> Iterator[Problem]:
    """An expired permission, and an original that differs from the imported text."""
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
