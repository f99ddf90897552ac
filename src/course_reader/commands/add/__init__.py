"""`add`: new files to fill in. They are valid from the start, and say what belongs where."""

from __future__ import annotations

from course_reader.commands.add import article, entry, note, pack
from course_reader.commands.command import Command

COMMAND = Command(
    "add",
    "Add an article, entry, note or pack to fill in.",
    parts=(article.COMMAND, entry.COMMAND, note.COMMAND, pack.COMMAND),
)
