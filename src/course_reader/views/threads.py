"""Notes in reading order, each with its replies."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from course_reader.marks.records import PlacedNote


@dataclass(frozen=True, slots=True)
class Thread:
    """A note and its replies."""

    note: PlacedNote
    #: its number on the page, from 1; None for notes on the whole article, and for replies
    number: int | None
    replies: tuple[Thread, ...]

    def all_replies(self) -> Iterator[Thread]:
        """All direct and indirect replies, each after the note it answers."""
        for reply in self.replies:
            yield reply
            yield from reply.all_replies()


def threads(notes: Iterable[PlacedNote]) -> list[Thread]:
    """The notes on words in the order of the text, then those on the whole article.

    A reply goes under the note it answers, and is hidden if that note is.
    """
    replies: dict[str | None, list[PlacedNote]] = {}
    for note in notes:
        replies.setdefault(note.in_reply_to, []).append(note)

    def thread(note: PlacedNote, number: int | None) -> Thread:
        return Thread(note, number, tuple(thread(reply, None) for reply in replies.get(note.id, ())))

    first = replies.get(None, [])
    placed = sorted((n for n in first if n.span), key=lambda n: n.span or (0, 0))
    found = [thread(note, number) for number, note in enumerate(placed, start=1)]
    return found + [thread(note, None) for note in first if not note.span]
