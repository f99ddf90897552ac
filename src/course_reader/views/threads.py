"""Notes in the order in which a reader meets them, each with the replies to it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from course_reader.marks.records import PlacedNote


@dataclass(frozen=True, slots=True)
class Thread:
    """A note and what was answered to it."""

    note: PlacedNote
    #: its number on the page, from 1; None for notes on the whole article, and for replies
    number: int | None
    replies: tuple[Thread, ...]

    def all_replies(self) -> Iterator[Thread]:
        """Replies and replies to them, each behind what it answers."""
        for reply in self.replies:
            yield reply
            yield from reply.all_replies()


def threads(notes: Iterable[PlacedNote]) -> list[Thread]:
    """The notes on words in the order of the text, then those on the whole article.

    A reply stands under what it answers, and is not shown where that is not shown.
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
