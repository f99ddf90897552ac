"""What the manual prints from the code depends on files that exist."""

from __future__ import annotations

from pathlib import Path

import pytest

from course_reader import manual
from course_reader.manual import CommandsDirective, ImportDirective, ProblemsDirective, SettingsDirective

PRINTED = [SettingsDirective, ProblemsDirective, CommandsDirective, ImportDirective]


@pytest.mark.parametrize("directive", PRINTED, ids=lambda directive: str(directive.__name__))
def test_a_page_depends_on_files_that_exist(directive: type[manual._Printed]) -> None:
    assert directive.files
    assert [file for file in directive.files if not file or not Path(file).is_file()] == []


def test_the_help_of_grouped_commands_counts_too() -> None:
    folders = {Path(str(file)).parent.name for file in CommandsDirective.files}
    assert {"course_reader", "commands", "notes"} <= folders
