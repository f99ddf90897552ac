"""`settings`: all settings of a reader with their values."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any

from course_reader.commands.command import Command, exit_code, json_argument, print_json, print_problems


def arguments(parser: argparse.ArgumentParser) -> None:
    """The arguments of `settings`."""
    json_argument(parser)


def run(options: argparse.Namespace, root: Path) -> int:
    """List the settings."""
    from course_reader.commands.own_parts import parts_of_reader
    from course_reader.model.conf import problems, read_conf
    from course_reader.model.named_files import missing
    from course_reader.model.settings import OWN, PREFIX, judge, unknown

    values, parts = read_conf(root), parts_of_reader(root)
    more = parts.settings
    settings, wrongs = judge(values, more)
    rows: list[dict[str, Any]] = [
        {
            "name": PREFIX + setting.name,
            "value": settings.of_parts.get(setting.name, getattr(settings, setting.name, setting.default)),
            "default": setting.default,
            "about": setting.about,
        }
        for setting in (*OWN, *more)
    ]
    wrongs |= missing(settings, values.keys() - wrongs.keys(), root)
    if not parts.wrong:
        # The settings of a part that cannot be loaded are not known.
        wrongs |= unknown(values, more)
    found = [*(error.problem(root) for error in parts.wrong), *problems(wrongs, root)]
    if options.json:
        print_json({"settings": rows, "problems": [problem.to_json() for problem in found]})
    else:
        for row in rows:
            print(f"{row['name']} = {row['value']!r}\n    {row['about']}")
        print_problems(found)
    return exit_code(found)


COMMAND = Command("settings", "List all settings with their values.", arguments, run)
