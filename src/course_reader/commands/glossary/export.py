"""`glossary export`: the glossary as a package that other readers can use."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any

from course_reader.commands.command import Command, exit_code, json_argument, print_json, print_problems
from course_reader.errors import UsageError

#: files of a reader that hold the licence of its texts, the more particular first
_LICENCES = ("LICENSE-texts", "LICENCE-texts", "LICENSE", "LICENCE", "LICENSE.md", "LICENSE.txt")


def arguments(parser: argparse.ArgumentParser) -> None:
    """The arguments of `glossary export`."""
    parser.add_argument("folder", metavar="DIR", help="a folder that does not exist yet, or is empty")
    parser.add_argument("--name", help="name of the Python package (default: made from the project's name)")
    parser.add_argument("--title", help="title of the glossary (default: the project's name)")
    parser.add_argument("--licence", help="licence of the entries, such as 'CC BY 4.0'")
    parser.add_argument("--url", default="", help="web address of the reader")
    json_argument(parser)


def run(options: argparse.Namespace, root: Path) -> int:
    """Export the glossary."""
    from course_reader.model.conf import of_reader, run_conf
    from course_reader.model.glossary import load
    from course_reader.store.glossaries import Export, export
    from course_reader.text.slugs import slug_of_name

    conf = run_conf(root)
    settings, wrong = of_reader(root)
    glossary = load(root / settings.glossary, root)
    title = options.title or _text(conf.get("project")) or root.name
    licence_file = next((path for name in _LICENCES if (path := root / name).is_file()), None)
    licence = options.licence or _stated(licence_file)
    if not licence:
        raise UsageError("no file states the licence of the texts; say it with --licence, such as 'CC BY 4.0'")
    name = options.name or slug_of_name(title).replace("-", "_") or "glossary"
    if not name.isidentifier():
        raise UsageError(f"{name!r} cannot name a Python package; use letters, digits and _, as in talks_glossary")
    about = Export(name, title, _text(conf.get("author")), licence, options.url)
    made = export(Path(options.folder), about, glossary, root, _bibliographies(conf, root), licence_file)
    if options.json:
        answer = {"package": name, "entries": made.entries, "sources": made.sources, "files": made.files}
        print_json({**answer, "problems": [problem.to_json() for problem in [*wrong, *made.problems]]})
    else:
        print(f"{made.entries} entries and {made.sources} sources are in {options.folder}.")
        print(f"Another reader uses them with reader_glossaries = [{str(options.folder)!r}], or after")
        print(f"pip install {options.folder} with reader_glossaries = [{name!r}].")
        print_problems([*wrong, *made.problems])
    return exit_code([*wrong, *made.problems])


def _text(value: Any) -> str:
    return value if isinstance(value, str) else ""


def _stated(path: Path | None) -> str:
    """The licence that a file states: the words in brackets that its beginning abbreviates it with."""
    import re

    if path is None:
        return ""
    head = path.read_text(encoding="utf-8", errors="replace")[:1000]
    found = re.search(r"\((CC[ -][A-Z0-9][^()]{1,30})\)", head) or re.match(
        r"\s*([A-Z][\w .-]{2,40} Licen[cs]e)\b", head
    )
    return found[1] if found else ""


def _bibliographies(conf: dict[str, Any], root: Path) -> list[Path]:
    from course_reader.model.reader import conf_file

    folder = conf_file(root).parent
    names = conf.get("bibtex_bibfiles") or ()
    return [path for name in names if isinstance(name, str) and (path := folder / name).is_file()]


COMMAND = Command("export", "Write the glossary as a package for other readers.", arguments, run)
