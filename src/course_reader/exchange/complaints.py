"""The problems of a file of annotations, which are all collected before the file is refused."""

from __future__ import annotations

from dataclasses import dataclass, field

from course_reader.errors import ReaderError
from course_reader.model.problems import Code, Problem

#: a longer list would not help to correct a file
_MOST = 50


class MalformedError(ReaderError):
    """A file that cannot be imported; `problems` lists everything that is wrong with it."""

    def __init__(self, problems: list[Problem]) -> None:
        super().__init__("; ".join(problem.message for problem in problems))
        self.problems = problems


@dataclass(slots=True)
class Complaints:
    """The problems found in a file so far."""

    #: the path of the file, as problems should show it
    path: str = ""
    found: list[Problem] = field(default_factory=list)
    #: number of problems that were not kept because there were too many
    more: int = 0

    def add(self, where: str, message: str, line: int = 0) -> None:
        """Record a problem.

        Args:
            where: Its place in the JSON, such as `rows[3].target`; empty for the whole file.
            message: The problem.
            line: The line in the file, if the JSON itself is invalid; otherwise 0.
        """
        if len(self.found) < _MOST:
            self._add(f"{where}: {message}" if where else message, line)
        else:
            self.more += 1

    def _add(self, message: str, line: int) -> None:
        self.found.append(Problem(self.path, line, Code.ANNOTATION_FILE, message))

    @property
    def count(self) -> int:
        """The number of problems."""
        return len(self.found) + self.more

    def end(self) -> None:
        """Raise `MalformedError` if there are any."""
        if self.more:
            self._add(f"and {self.more} more problems", 0)
            self.more = 0
        if self.found:
            raise MalformedError(self.found)


def refuse(path: str, message: str, line: int = 0) -> MalformedError:
    """The error for a file with a single problem."""
    return MalformedError([Problem(path, line, Code.ANNOTATION_FILE, message)])


def shown(value: object) -> str:
    """A value as shown in a message: short, and safe to print on a terminal."""
    text = value if isinstance(value, str) else repr(value)
    text = "".join(c if c.isprintable() else "�" for c in text)
    return f"“{text if len(text) <= 40 else text[:38] + ' …'}”"
