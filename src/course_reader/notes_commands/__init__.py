"""The group of commands `course-reader notes`: what stands where, and what changes files of notes."""

from __future__ import annotations

from course_reader.commands import Command
from course_reader.notes_commands import exporting, fixing, importing, listing, reanchoring

NOTES = Command(
    "notes",
    "List notes, and bring them up to date with their texts.",
    parts=(
        Command("list", "Say where each note stands, and how sure that is.", listing.arguments, listing.run),
        Command("fix", "Give notes that were written by hand what finds them again.", fixing.arguments, fixing.run),
        Command(
            "reanchor", "Bring notes to their words after a text was edited.", reanchoring.arguments, reanchoring.run
        ),
        Command("export", "Write the notes of an article as W3C Web Annotations.", exporting.arguments, exporting.run),
        Command("import", "Turn annotations of other tools into notes.", importing.arguments, importing.run),
    ),
)

__all__ = ["NOTES"]
