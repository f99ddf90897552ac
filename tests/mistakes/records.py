"""What a row of the table of mistakes is."""

from __future__ import annotations

from typing import NamedTuple

RIGHTS = "rights: {status: own}"


class Mistake(NamedTuple):
    """A mistake that authors make, and what is said of it."""

    what: str
    #: the file, with `*` for a name of its own
    path: str
    content: str | bytes
    #: the line that is named; 0 for a whole file that is in the wrong place
    line: int
    #: the words that say what to do
    cure: str


def article(*keys: str, title: str = "title: A title", date: str = "date: 2022-11-01", rights: str = RIGHTS) -> str:
    """The front matter of an article; the keys begin in line 5, and the text in line 7 if there is one of them."""
    return "\n".join(["---", *filter(None, (title, date, rights)), *keys, "---", "", ""])


def entry(*keys: str, name: str = "name: Somebody", gloss: str = "gloss: A gloss.") -> str:
    """The file of an entry; the keys begin in line 4."""
    return "\n".join(["---", *filter(None, (name, gloss)), *keys, "---", "", "Prose.", ""])
