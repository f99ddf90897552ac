"""What is wrong in a file of annotations: where in the JSON, and one sentence."""

from __future__ import annotations

from dataclasses import dataclass, field

from course_reader.errors import ReaderError

#: more would not help anybody to mend a file
_MOST = 50


@dataclass(frozen=True, slots=True)
class Complaint:
    """One thing that is wrong; `where` is a path such as `rows[3].target`, or empty for the whole file."""

    where: str
    message: str
    #: the line in the file, if the JSON itself is broken; 0 if not known
    line: int = 0

    def __str__(self) -> str:
        return f"{self.where}: {self.message}" if self.where else self.message


class MalformedError(ReaderError):
    """A file that cannot be imported; it carries every complaint."""

    def __init__(self, complaints: list[Complaint]) -> None:
        super().__init__("; ".join(map(str, complaints)))
        self.complaints = complaints


@dataclass(slots=True)
class Complaints:
    """What has been found so far."""

    found: list[Complaint] = field(default_factory=list)
    #: how many are not kept, because there are too many
    more: int = 0

    def add(self, where: str, message: str) -> None:
        """Note one thing that is wrong."""
        if len(self.found) < _MOST:
            self.found.append(Complaint(where, message))
        else:
            self.more += 1

    @property
    def count(self) -> int:
        """How many there are."""
        return len(self.found) + self.more

    def end(self) -> None:
        """Raise `MalformedError` if there are any."""
        if self.more:
            self.found.append(Complaint("", f"there are {self.more} more complaints of this kind"))
            self.more = 0
        if self.found:
            raise MalformedError(self.found)


def shown(value: object) -> str:
    """A value as a complaint shows it: short, and safe on a terminal."""
    text = value if isinstance(value, str) else repr(value)
    text = "".join(c if c.isprintable() else "�" for c in text)
    return f"“{text if len(text) <= 40 else text[:38] + ' …'}”"
