"""The command line: `course-reader COMMAND`.

Exit codes: 0 fine, 1 problems found, 2 wrong use.
"""

from __future__ import annotations

import argparse
import difflib
import os
import re
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NoReturn

import course_reader
from course_reader.commands import FINE, PROBLEMS, WRONG_USE, Command, UsageError, print_json, progress_of
from course_reader.commands.notes import NOTES


class _Parser(argparse.ArgumentParser):
    """A parser that suggests the command that was probably meant."""

    def error(self, message: str) -> NoReturn:
        """Say what is wrong and what was probably meant; exit with 2."""
        print(f"course-reader: {_suggestion(message)}", file=sys.stderr)
        print(f"Try `{self.prog} --help`.", file=sys.stderr)
        raise SystemExit(WRONG_USE)


def _suggestion(message: str) -> str:
    asked = re.match(r"argument (COMMAND|PART): invalid choice: '(.*?)'.*choose from (.*)\)", message)
    if not asked:
        return message
    kind, given = asked[1].lower(), asked[2]
    names = re.findall(r"[a-z-]+", asked[3])
    near = difflib.get_close_matches(given, names, 1, 0.5)
    hint = f"did you mean {near[0]!r}?" if near else f"there are {', '.join(names)}"
    return f"there is no {kind} {given!r}; {hint}"


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command.

    Returns:
        The exit code.
    """
    parser = _parser()
    options = parser.parse_args(argv)
    command: Command = options.chosen
    try:
        return command.run(options, _root(options, command))
    except UsageError as error:
        print(f"course-reader: {error}", file=sys.stderr)
        return WRONG_USE
    except KeyboardInterrupt:
        print("course-reader: stopped", file=sys.stderr)
        return 130
    except BrokenPipeError:
        # Whoever read our output has seen enough.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return FINE


def _root(options: argparse.Namespace, command: Command) -> Path:
    start = Path(options.root or ".").resolve()
    if not command.in_reader:
        return start
    from course_reader.model.reader import NoReaderError, find_root

    if not start.is_dir():
        raise UsageError(f"there is no folder {start}; name the reader's folder with --root")
    try:
        return find_root(start)
    except NoReaderError as error:
        raise UsageError(str(error)) from None


def _parser() -> argparse.ArgumentParser:
    parser = _Parser(
        prog="course-reader",
        description="Articles become an annotated course reader: pages and print with glosses in the margin.",
        epilog="Each command explains itself: course-reader COMMAND --help",
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--version", action="version", version=f"course-reader {course_reader.__version__}")
    parser.add_argument("--root", metavar="DIR", help="the reader's folder (default: the one you are in)")
    _add(parser, COMMANDS, "COMMAND")
    return parser


def fill(parser: argparse.ArgumentParser, command: Command) -> None:
    """Let a parser know the arguments of a command, or the parts of a group."""
    command.arguments(parser)
    parser.set_defaults(chosen=command)
    if command.parts:
        _add(parser, command.parts, "PART")


def _add(parser: argparse.ArgumentParser, commands: Sequence[Command], metavar: str) -> None:
    known = parser.add_subparsers(metavar=metavar, required=True, title=f"{metavar.lower()}s")
    for command in commands:
        fill(known.add_parser(command.name, help=command.about, description=command.about), command)


def named(commands: Sequence[Command], before: str = "") -> Iterator[tuple[str, Command]]:
    """Every command by its full name, those of groups too."""
    for command in commands:
        yield f"{before}{command.name}", command
        yield from named(command.parts, f"{before}{command.name} ")


# --- new


def _new_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("folder", metavar="DIR", help="a folder that is not there yet, or is empty")


def _new(options: argparse.Namespace, root: Path) -> int:
    from course_reader.commands.new import FolderTakenError, create

    try:
        made = create(Path(options.folder))
    except FolderTakenError as error:
        raise UsageError(str(error)) from None
    print(f"A reader lies in {options.folder}: {len(made)} files.")
    print(f"Next: cd {options.folder} && course-reader build")
    return FINE


# --- import


def _import_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("files", metavar="FILE", nargs="+", help="text, Markdown or saved HTML of a news site")
    parser.add_argument("--slug", help="the article's folder name (only with one FILE)")
    parser.add_argument("--dry-run", action="store_true", help="say what would be done, write nothing")
    parser.add_argument("--json", action="store_true", help="answer with data")


def _import(options: argparse.Namespace, root: Path) -> int:
    from course_reader.commands import import_ as importing

    if options.slug and len(options.files) > 1:
        raise UsageError("--slug names one article; give one FILE with it")
    report = importing.run([Path(name) for name in options.files], root, dry_run=options.dry_run, slug=options.slug)
    if options.json:
        print_json(importing.to_json(report))
    else:
        for line in importing.listing(report):
            print(line)
    for problem in report.problems:
        print(f"course-reader: {problem}", file=sys.stderr)
    return PROBLEMS if report.problems else FINE


# --- check


def _check_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--review", action="store_true", help="also list questions for the editor")
    parser.add_argument("--levels", action="store_true", help="say how hard each text is to read (A1 to C2)")
    parser.add_argument("--json", action="store_true", help="answer with data")


def _check(options: argparse.Namespace, root: Path) -> int:
    from course_reader.checks.levels import table
    from course_reader.commands.check import checked, counts, editing_line, summary
    from course_reader.model.problems import Severity

    answer = checked(root, progress=progress_of(options))
    problems = answer.problems
    shown = [p for p in problems if options.review or p.severity is not Severity.HINT]
    if options.json:
        data: dict[str, object] = {"problems": [p.to_json() for p in shown], "counts": counts(problems)}
        if options.levels:
            data["levels"] = [row.to_json() for row in answer.levels]
        print_json(data)
    else:
        for problem in shown:
            print(problem)
        if options.review:
            print(editing_line(problems))
        for line in table(answer.levels) if options.levels else ():
            print(line)
        print(summary(problems, review=options.review))
    return PROBLEMS if any(p.severity is not Severity.HINT for p in problems) else FINE


# --- mentions


def _mentions_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("article", metavar="ARTICLE", help="an article's slug, folder or file")
    parser.add_argument("--json", action="store_true", help="answer with data")


def _mentions(options: argparse.Namespace, root: Path) -> int:
    from course_reader.commands.check import NoArticleError, mentions, mentions_lines
    from course_reader.sphinx_ext.run import CannotBuildError

    try:
        answer = mentions(root, options.article, progress=progress_of(options))
    except NoArticleError as error:
        raise UsageError(str(error)) from None
    except CannotBuildError as error:
        print(f"course-reader: {error}", file=sys.stderr)
        return PROBLEMS
    if options.json:
        print_json(answer)
    else:
        for line in mentions_lines(answer):
            print(line)
    return FINE


# --- build

FORMATS = ("html", "pdf", "epub")


def _build_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("formats", metavar="FORMAT", nargs="*", type=_format, help="html, pdf, epub (default: html)")
    parser.add_argument("--jobs", "-j", type=_jobs, default=1, metavar="N", help="how many processes (default: 1)")
    parser.add_argument("--fresh", action="store_true", help="build everything again")
    parser.add_argument("--audience", choices=("public", "class"), help="for whom, other than conf.py says")
    parser.add_argument("--strict", action="store_true", help="problems make the command fail")
    parser.add_argument("--json", action="store_true", help="answer with data")


def _format(text: str) -> str:
    if text in FORMATS:
        return text
    near = difflib.get_close_matches(text, FORMATS, 1, 0.5)
    hint = f"did you mean {near[0]!r}?" if near else f"there are {', '.join(FORMATS)}"
    raise argparse.ArgumentTypeError(f"there is no format {text!r}; {hint}")


def _jobs(text: str) -> int:
    if text == "auto":
        return os.cpu_count() or 1
    if text.isdigit() and int(text) > 0:
        return int(text)
    raise argparse.ArgumentTypeError(f"{text!r} is no number of processes; give 1, 2, … or auto")


def _build(options: argparse.Namespace, root: Path) -> int:
    from course_reader.commands.build import build

    settings = {"reader_audience": options.audience} if options.audience else {}
    result = build(
        root,
        options.formats or ["html"],
        jobs=options.jobs,
        fresh=options.fresh,
        settings=settings,
        progress=progress_of(options),
    )
    if options.json:
        print_json({"outputs": result.outputs, "problems": [p.to_json() for p in result.problems]})
    else:
        for problem in result.problems:
            print(problem, file=sys.stderr)
        for output in result.outputs:
            print(f"built {output}")
    failed = result.failed or (options.strict and result.problems)
    return PROBLEMS if failed else FINE


# --- serve


def _serve_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--port", type=_port, metavar="N", help="the port (default: the first free one from 8000 on)")
    parser.add_argument("--open", action="store_true", help="open the reader in a browser")
    parser.add_argument("--audience", choices=("public", "class"), help="for whom, other than conf.py says")
    parser.add_argument("--login", action="store_true", help="ask for a login, as on a computer that others use too")
    parser.add_argument("--host", default="127.0.0.1", metavar="ADDRESS", help="listen on another address than this")
    parser.add_argument("--allow-remote", action="store_true", help="let other machines in; they need the login")


def _port(text: str) -> int:
    if text.isdigit() and 0 <= int(text) <= 65535:
        return int(text)
    raise argparse.ArgumentTypeError(f"{text!r} is no port; give a number up to 65535")


def _serve(options: argparse.Namespace, root: Path) -> int:
    from course_reader.authoring.server import CannotServeError, Wish, serve

    wish = Wish(options.port, options.host, options.allow_remote, options.login, options.open, options.audience)
    try:
        serve(root, wish)
    except CannotServeError as error:
        raise UsageError(str(error)) from None
    return FINE


# --- pack


def _pack_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("name", metavar="NAME", help="a pack: the name of its file in corpus/packs/")
    parser.add_argument("--rights", action="store_true", help="write the sheet for a permissions office, as CSV")
    parser.add_argument("--json", action="store_true", help="answer with data")


def _pack(options: argparse.Namespace, root: Path) -> int:
    from course_reader.commands.pack import NoPackError, as_csv, rights_sheet

    try:
        rows, problems = rights_sheet(root, options.name.removesuffix(".md"), progress=progress_of(options))
    except NoPackError as error:
        raise UsageError(str(error)) from None
    for problem in problems:
        print(problem, file=sys.stderr)
    if options.json:
        print_json({"pack": options.name, "articles": rows})
    elif options.rights:
        print(as_csv(rows), end="")
    else:
        for row in rows:
            pages = f"{row['pages']} pages" if row["pages"] else "not printed"
            print(f"{row['title']} ({row['outlet'] or 'own text'}, {row['date']}): {row['words']} words, {pages}")
    return PROBLEMS if problems else FINE


COMMANDS = (
    Command("new", "Make a new reader to start from.", _new_arguments, _new, in_reader=False),
    Command("import", "Turn raw texts or saved web pages into articles.", _import_arguments, _import),
    Command("check", "List everything that is wrong, with file and line.", _check_arguments, _check),
    Command("mentions", "List who and what an article names, and where.", _mentions_arguments, _mentions),
    NOTES,
    Command("pack", "Say what a pack holds; write its sheet of rights.", _pack_arguments, _pack),
    Command("build", "Build the reader into _build/.", _build_arguments, _build),
    Command("serve", "Show the reader live, to annotate it in a browser.", _serve_arguments, _serve),
)


if __name__ == "__main__":
    raise SystemExit(main())
