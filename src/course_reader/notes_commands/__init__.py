"""The group of commands `course-reader notes`: what stands where, and what changes files of notes."""

from __future__ import annotations

from course_reader.commands import Command
from course_reader.notes_commands import listing

NOTES = Command(
    "notes",
    "List notes, and bring them up to date with their texts.",
    parts=(Command("list", "Say where each note stands, and how sure that is.", listing.arguments, listing.run),),
)

__all__ = ["NOTES"]
