"""Errors in a file of annotations: the place in the JSON, and a sentence."""

from __future__ import annotations

from dataclasses import dataclass, field

#: a longer list would not help to correct a file
_MOST = 50


@dataclass(frozen=True, slots=True)
class Complaint:
    """One error; `where` is a path such as `rows[3].target`, or empty for the whole file."""

    where: str
    message: str
    #: the line in the file, if the JSON itself is invalid; otherwise 0
    line: int = 0

    def __str__(self) -> str:
        return f"{self.where}: {self.message}" if self.where else self.message


class Malformed(Exception):
    """A file that cannot be imported; it carries every complaint."""

    def __init__(self, complaints: list[Complaint]) -> None:
        super().__init__("; ".join(map(str, complaints)))
        self.complaints = complaints


@dataclass(slots=True)
class Complaints:
    """The errors found so far."""

    found: list[Complaint] = field(default_factory=list)
    #: number of errors that were not kept because there were too many
    more: int = 0

    def add(self, where: str, message: str) -> None:
        """Record an error."""
        if len(self.found) < _MOST:
            self.found.append(Complaint(where, message))
        else:
            self.more += 1

    @property
    def count(self) -> int:
        """The number of errors."""
        return len(self.found) + self.more

    def end(self) -> None:
        """Raise `Malformed` if there are any."""
        if self.more:
            self.found.append(Complaint("", f"and {self.more} more errors"))
            self.more = 0
        if self.found:
            raise Malformed(self.found)


def shown(value: object) -> str:
    """A value as shown in an error: short, and safe to print on a terminal."""
    text = value if isinstance(value, str) else repr(value)
    text = "".join(c if c.isprintable() else "�" for c in text)
    return f"“{text if len(text) <= 40 else text[:38] + ' …'}”"
