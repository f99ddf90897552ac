"""What a build for the public shows, as `check` tells it: texts and notes, each with the reason why it is closed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Closed:
    """Something that the public does not see, and why."""

    path: str
    reason: str

    def to_json(self) -> dict[str, str]:
        """As the `--json` of `check` prints it."""
        return {"path": self.path, "reason": self.reason}


@dataclass(frozen=True, slots=True)
class Openness:
    """What a build for the public shows, by files."""

    shown: tuple[str, ...] = ()
    #: texts of which it shows a stub
    stubs: tuple[Closed, ...] = ()
    #: files of which it shows nothing
    withheld: tuple[Closed, ...] = ()
    #: sets of notes
    notes: tuple[str, ...] = ()
    hidden_notes: tuple[Closed, ...] = ()

    def to_json(self) -> dict[str, object]:
        """As the `--json` of `check` prints it."""
        return {
            "texts": {
                "shown": list(self.shown),
                "stubs": [item.to_json() for item in self.stubs],
                "withheld": [item.to_json() for item in self.withheld],
            },
            "notes": {"shown": list(self.notes), "hidden": [item.to_json() for item in self.hidden_notes]},
        }

    def lines(self) -> Iterator[str]:
        """For people: what is closed, each with its reason; nothing if everything is open."""
        yield from _listed("A build for the public shows a stub of", self.stubs)
        yield from _listed("A build for the public leaves out", self.withheld)
        yield from _listed("Only the class sees the notes in", self.hidden_notes)


def _listed(head: str, items: Iterable[Closed]) -> Iterator[str]:
    for item in items:
        yield f"{head} {item.path}: {item.reason}."
