"""The parts of a reader, for commands that need no Sphinx to know them."""

from __future__ import annotations

from pathlib import Path

from course_reader.model.conf import read_conf
from course_reader.model.reader import conf_file
from course_reader.model.settings import judge
from course_reader.parts.registry import Parts, of_reader


def parts_of_reader(root: Path) -> Parts:
    """The parts that are installed, and those that `conf.py` names."""
    settings, _ = judge(read_conf(root))
    return of_reader(settings.parts, conf_file(root).parent)
