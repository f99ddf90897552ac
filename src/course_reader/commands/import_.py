"""`import`: raw texts and saved pages become articles, or a sentence says why not."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from course_reader.commands.command import FINE, PROBLEMS, Command, json_argument, print_json, print_problems
from course_reader.errors import UsageError

#: Fewer files are imported before a bar could be read.
_MANY = 5


def arguments(parser: argparse.ArgumentParser) -> None:
    """The arguments of `import`."""
    parser.add_argument(
        "files", metavar="FILE", nargs="+", help="texts, pages, documents or exports; folders; - for standard input"
    )
    parser.add_argument("--slug", help="the article's folder name (only with one FILE)")
    parser.add_argument(
        "--split",
        action="store_true",
        help="cut a text with several articles at its lines of dashes, equals signs or stars",
    )
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
    from course_reader.model.outlets.taught import taught_outlets

    if options.slug and len(options.files) > 1:
        raise UsageError("--slug names one article; give one FILE with it")
    settings, wrong = of_reader(root)
    paths = [Path(name) for name in options.files]
    report = import_files(
        paths,
        root,
        settings.corpus,
        dry_run=options.dry_run,
        slug=options.slug,
        split=options.split,
        taught=taught_outlets(settings.outlets),
        progress=_progress,
    )
    problems = [*wrong, *report.problems]
    written = [item for item in report.articles if item.status == "written"]
    after = None
    if written:
        # Only what is written is looked through: a dry run stays fast.
        from course_reader.commands.after_import import after_import, lines

        after = after_import(written, root, settings)
    if options.json:
        print_json(to_json(report.articles, problems) | ({"next": after.to_json()} if after else {}))
    else:
        for line in (*listing(report.articles), *(lines(after, written) if after else ())):
            print(line)
        print_problems(problems)
    return PROBLEMS if problems else FINE


def _progress(done: int, of: int, path: Path) -> None:
    """Show how far a long import is, where a person looks on."""
    if of < _MANY or not sys.stderr.isatty():
        return
    filled = 20 * done // of
    end = "\n" if done + 1 == of else ""
    print(
        f"\r[{'#' * filled}{'.' * (20 - filled)}] {done + 1}/{of} {path.name:<40.40}",
        end=end,
        file=sys.stderr,
        flush=True,
    )


COMMAND = Command("import", "Turn raw texts or saved web pages into articles.", arguments, run)
