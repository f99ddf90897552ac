"""Who may see a text or a set of notes: closed unless a file says clearly that it is open.

All code asks here. What cannot be read, is missing, misspelt or out of date keeps a text from the public, and so does a
key that nobody knows: it may be a restriction.
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from pydantic import ConfigDict

from course_reader.files.quoting import quoted
from course_reader.files.yaml_lines import Document
from course_reader.model.article import Rights
from course_reader.model.dates import Edtf, spell
from course_reader.model.outputs import AUDIENCES, PUBLIC
from course_reader.model.problems import Code, Problem
from course_reader.model.records import Record, build

#: what is below a folder with this name is never public
PRIVATE = "private"

_ONLY_STUB = "until this is put right, the public sees only a stub of the text"
_ONLY_CLASS = "until this is put right, only the class sees these notes"

#: an expiry is a plain day, month or year: one that is uncertain or a range would be a guess
_PLAIN_DAY = re.compile(r"[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?")

#: words that a key which restricts a text or notes is likely to be made from
_RESTRICTING = (
    *("right", "rights", "status", "expires", "expiry", "until", "holder", "terms", "licence", "license"),
    *("copyright", "permission", "audience", "private", "public", "draft", "embargo", "class", "hidden"),
)


@dataclass(frozen=True, slots=True)
class Access:
    """Whether the public may see something, and why not."""

    #: why it is closed on every day; "" if it is open
    closed: str = ""
    #: the last day on which it is open
    expires: Edtf | None = None
    #: a problem in what decides this: it ends a build for the public with an error, after everything else is built
    unclear: Problem | None = None

    def is_public(self, day: date) -> bool:
        """Whether the public may see it on a day."""
        return not self.closed and (self.expires is None or self.expires.last >= day)

    def reason(self, day: date) -> str:
        """Why the public may not see it on a day; "" if it may."""
        if self.closed or self.is_public(day):
            return self.closed
        return f"its permission expired on {spell(self.expires)}" if self.expires else ""


#: pages that are not texts
OPEN = Access()


class _Head(Record):
    """The only key of a front matter that decides."""

    model_config = ConfigDict(extra="ignore")

    rights: Rights | None = None


def is_private(path: str, corpus: str) -> bool:
    """Whether a file or document is below a private folder of the corpus.

    >>> is_private("corpus/private/talks/article", "corpus"), is_private("corpus/talks/private", "corpus")
    (True, False)
    """
    folders = path.split("/")[:-1]
    above = corpus.split("/")
    return folders[: len(above)] == above and PRIVATE in (name.casefold() for name in folders[len(above) :])


def access_of_text(
    document: Document | None, path: str, known: Collection[str], *, private: bool, broken: Problem | None = None
) -> Access:
    """Decide whether a text is public, by its front matter.

    Args:
        document: The front matter; None if it cannot be read or is missing.
        path: The file, as problems show it.
        known: The keys that the front matter may have.
        private: Whether the file is below a private folder.
        broken: What is wrong with a front matter that cannot be read.
    """
    unclear = _unclear(document, path, known, private, broken)
    if private:
        return Access("it is in a private folder", None, unclear)
    if unclear or document is None:
        return Access("its file does not say clearly who may see it", None, unclear)
    rights = _rights(document, path, [])
    if rights is None or rights.status == "none":
        return Access("nobody has given permission (`rights` says `none`)")
    return Access("", rights.expires)


def _unclear(
    document: Document | None, path: str, known: Collection[str], private: bool, broken: Problem | None
) -> Problem | None:
    """The first problem in what decides."""
    if document is None:
        return broken or Problem(path, 1, Code.MISSING_KEY, f"the text has no front matter; write it; {_ONLY_STUB}")
    value = document.value if isinstance(document.value, dict) else {}
    found: list[Problem] = []
    _rights(document, path, found)
    if found:
        return min(found)
    wrong = list(_wrong_expiry(document, value))
    wrong += [(document.line((key,)), _unknown(key)) for key in restricting(value, known)]
    if wrong:
        line, message = min(wrong)
        return Problem(path, line, Code.RIGHTS_UNCLEAR, f"{message}; {_ONLY_STUB}")
    if value.get("rights") is None and not private:
        message = (
            "nothing says who may see the text, so the public sees only a stub; "
            "add `rights: {status: own}`, or what is true"
        )
        return Problem(path, 1, Code.NO_RIGHTS, message)
    return None


def _rights(document: Document, path: str, found: list[Problem]) -> Rights | None:
    value = document.value if isinstance(document.value, dict) else {}
    # The rest of the front matter is not looked at, whatever is wrong with it.
    head = build(_Head, Document({"rights": value.get("rights")}, document.lines), path, found)
    return head.rights if head else None


def _wrong_expiry(document: Document, value: dict[str, Any]) -> Iterator[tuple[int, str]]:
    rights = value.get("rights")
    if not isinstance(rights, dict) or "expires" not in rights:
        return
    written = rights["expires"]
    if written is None or not _PLAIN_DAY.fullmatch(str(written).strip()):
        message = (
            "rights.expires should be one day, such as 2025-06-30; write it, or take the line out if there is none"
        )
        yield document.line(("rights", "expires")), message


def restricting(value: Collection[str], known: Collection[str]) -> list[str]:
    """The keys of a mapping that nobody knows and that may be meant to restrict it.

    A slip in the name of another key is not one of them.

    >>> restricting(["title", "captoin", "rigths", "embargo_day"], ["title", "caption", "rights"])
    ['rigths', 'embargo_day']
    """
    return [key for key in value if key not in known and not _is_slip(str(key).casefold().strip(), known)]


def _is_slip(key: str, known: Collection[str]) -> bool:
    """Whether a key is a misspelling of one that does not decide."""
    near = difflib.get_close_matches(key, known, 1, 0.75)
    if not near or near[0] in _RESTRICTING:
        return False
    likeness = difflib.SequenceMatcher(None, key, near[0]).ratio()
    return all(difflib.SequenceMatcher(None, key, word).ratio() < likeness for word in _RESTRICTING)


def _unknown(key: str, what: str = "text") -> str:
    return (
        f"the key {quoted(key)} does not exist here, and may be meant to restrict the {what}; correct it or take it out"
    )


# --- notes


def access_of_notes(document: Document | None, path: str, keys: NoteKeys, broken: Problem | None = None) -> Access:
    """Decide whether a set of notes is public.

    Args:
        document: The file; None if it cannot be read.
        path: The file, as problems show it.
        keys: The keys that it may have.
        broken: What is wrong with a file that cannot be read.
    """
    if document is None or not isinstance(document.value, dict):
        return Access("its file cannot be read", None, broken)
    value = document.value
    head = value.get("layer")
    wrong = list(_wrong_keys(document, keys))
    audience = head.get("audience") if isinstance(head, dict) else None
    if audience is not None and audience not in AUDIENCES:
        said = f"`audience` is {quoted(audience)}; it should be 'public', 'class' or 'teacher'"
        wrong.append((document.line(("layer", "audience")), said))
    elif head is not None and not isinstance(head, dict):
        wrong.append((document.line(("layer",)), "the head of the set should consist of `key: value` lines"))
    if wrong:
        line, message = min(wrong)
        unclear = Problem(path, line, Code.AUDIENCE_UNCLEAR, f"{message}; {_ONLY_CLASS}")
        return Access("its file does not say clearly who may see it", None, unclear)
    if audience is None:
        # Nothing is wrong with a file that leaves the key out: `check` lists it.
        return Access("it does not say `audience`")
    return Access("" if audience == PUBLIC else f"its `audience` is `{audience}`")


@dataclass(frozen=True, slots=True)
class NoteKeys:
    """The keys of a file of notes: of the file, of its head, and of a note."""

    file: Collection[str]
    head: Collection[str]
    note: Collection[str]


def _wrong_keys(document: Document, keys: NoteKeys) -> Iterator[tuple[int, str]]:
    """Keys that may be meant to restrict the notes, with their lines."""
    value = document.value
    notes = value.get("notes")
    records: list[tuple[tuple[str | int, ...], Any, Collection[str]]] = [
        ((), value, keys.file),
        (("layer",), value.get("layer"), keys.head),
        *((("notes", at), note, keys.note) for at, note in enumerate(notes if isinstance(notes, list) else ())),
    ]
    for place, record, known in records:
        for key in restricting(record, known) if isinstance(record, dict) else ():
            yield document.line((*place, key)), _unknown(key, "notes")
