"""Problems with a file of annotations: all of them are collected before the file is refused."""

from __future__ import annotations

from dataclasses import dataclass, field

from course_reader.errors import ReaderError
from course_reader.model.problems import Code, Problem

#: more would not help anybody to correct a file
_MOST = 50


class MalformedError(ReaderError):
    """A file that cannot be imported; `problems` lists everything that is wrong with it."""

    def __init__(self, problems: list[Problem]) -> None:
        super().__init__("; ".join(problem.message for problem in problems))
        self.problems = problems


@dataclass(slots=True)
class Complaints:
    """The problems of one file that have been found so far."""

    #: the file, as the problems name it
    path: str = ""
    found: list[Problem] = field(default_factory=list)
    #: how many are not kept, because there are too many
    more: int = 0

    def add(self, where: str, message: str, line: int = 0) -> None:
        """Note one problem.

        Args:
            where: Its place in the JSON, such as `rows[3].target`; empty for the whole file.
            message: What is wrong.
            line: The line in the file, if the JSON itself is broken; 0 if it is not known.
        """
        if len(self.found) < _MOST:
            self._add(f"{where}: {message}" if where else message, line)
        else:
            self.more += 1

    def _add(self, message: str, line: int) -> None:
        self.found.append(Problem(self.path, line, Code.ANNOTATION_FILE, message))

    @property
    def count(self) -> int:
        """How many there are."""
        return len(self.found) + self.more

    def end(self) -> None:
        """Raise `MalformedError` if there are any."""
        if self.more:
            self._add(f"there are {self.more} more problems of this kind", 0)
            self.more = 0
        if self.found:
            raise MalformedError(self.found)


def refuse(path: str, message: str, line: int = 0) -> MalformedError:
    """The error for a file that has one problem as a whole."""
    return MalformedError([Problem(path, line, Code.ANNOTATION_FILE, message)])


def shown(value: object) -> str:
    """A value as a message shows it: short, and safe on a terminal."""
    text = value if isinstance(value, str) else repr(value)
    text = "".join(c if c.isprintable() else "�" for c in text)
    return f"“{text if len(text) <= 40 else text[:38] + ' …'}”"
