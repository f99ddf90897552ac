"""`glossary`: the glossary as a whole."""

from __future__ import annotations

from course_reader.commands.command import Command
from course_reader.commands.glossary import export

COMMAND = Command("glossary", "Share the glossary with other readers.", parts=(export.COMMAND,))
