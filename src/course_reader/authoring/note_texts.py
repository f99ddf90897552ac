"""What a person types in the panel, as it goes into files."""

from __future__ import annotations

from datetime import UTC, datetime

from course_reader.authoring.answers import RefusedError
from course_reader.files.characters import with_plain_lines, without_hidden
from course_reader.model.limits import body_fault


def plain_text(text: str) -> str:
    """A note's body as in files: plain line ends, no blanks at the ends of lines, no control characters."""
    lines = without_hidden(with_plain_lines(text)).expandtabs(4).split("\n")
    body = "\n".join(line.rstrip() for line in lines).strip("\n")
    if not body.strip():
        raise RefusedError(422, "bad-value", "the note is empty; write something")
    if wrong := body_fault(body):
        raise RefusedError(422, "bad-value", f"the note is too long: {wrong}")
    return body


def plain_line(text: str | None) -> str | None:
    """A name or tag on one line; None if nothing is left of it."""
    return " ".join(without_hidden(text).split()) or None if text else None


def plain_tags(tags: list[str]) -> list[str]:
    """Tags, each once."""
    return list(dict.fromkeys(tag for tag in map(plain_line, tags) if tag))


def now() -> str:
    """The time at which a note is written."""
    return datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
