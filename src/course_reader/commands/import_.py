"""`import`: raw texts and saved pages become articles, or a sentence says why not."""

from __future__ import annotations

import argparse
from pathlib import Path

from course_reader.commands.command import FINE, PROBLEMS, Command, json_argument, print_json, print_problems
from course_reader.errors import UsageError


def arguments(parser: argparse.ArgumentParser) -> None:
    """The arguments of `import`."""
    parser.add_argument("files", metavar="FILE", nargs="+", help="text, Markdown or saved HTML of a news site")
    parser.add_argument("--slug", help="the article's folder name (only with one FILE)")
    parser.add_argument("--dry-run", action="store_true", help="say what would be done, write nothing")
    json_argument(parser)


def run(options: argparse.Namespace, root: Path) -> int:
    """Import the files."""
    from course_reader.sphinx_ext.collector import relaxed

    with relaxed():
        return _run(options, root)


def _run(options: argparse.Namespace, root: Path) -> int:
    from course_reader.exchange.article_report import listing, to_json
    from course_reader.exchange.articles import import_files
    from course_reader.model.conf import of_reader

    if options.slug and len(options.files) > 1:
        raise UsageError("--slug names one article; give one FILE with it")
    settings, wrong = of_reader(root)
    paths = [Path(name) for name in options.files]
    report = import_files(paths, root, settings.corpus, dry_run=options.dry_run, slug=options.slug)
    problems = [*wrong, *report.problems]
    if options.json:
        print_json(to_json(report.articles, problems))
    else:
        for line in listing(report.articles):
            print(line)
        print_problems(problems)
    return PROBLEMS if problems else FINE


COMMAND = Command("import", "Turn raw texts or saved web pages into articles.", arguments, run)
