"""`publish`: what a school puts online. Every part builds for the public, whatever `conf.py` says of the audience."""

from __future__ import annotations

from course_reader.commands.command import Command
from course_reader.commands.publish import cartridge, pages, zipped

COMMAND = Command(
    "publish",
    "Make a ZIP file, a cartridge, or what a web host needs.",
    parts=(zipped.COMMAND, cartridge.COMMAND, pages.COMMAND),
)
