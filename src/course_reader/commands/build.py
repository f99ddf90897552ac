"""`build`: one run of Sphinx for each format."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any, TextIO

from course_reader.commands.command import (
    FINE,
    PROBLEMS,
    Command,
    audience_argument,
    json_argument,
    near,
    own_name,
    print_json,
    print_problems,
    progress_of,
)
from course_reader.errors import UsageError
from course_reader.model.outputs import EDITIONS, TEACHER, build_folder, doctree_folder, folder_for

if TYPE_CHECKING:
    from course_reader.model.problems import Problem
    from course_reader.model.settings import Settings
    from course_reader.sphinx_ext.run import Run

FORMATS = ("html", "pdf", "epub", "docx", "cards")

#: formats that packs are made in, edition by edition
PACK_FORMATS = ("pdf", "docx")

#: format → Sphinx builder, where their names differ
BUILDERS = {"pdf": "typst"}


def arguments(parser: argparse.ArgumentParser) -> None:
    """The arguments of `build`."""
    parser.add_argument(
        "formats", metavar="FORMAT", nargs="*", type=_format, help="html, pdf, epub, docx, cards (default: html)"
    )
    parser.add_argument("--jobs", "-j", type=_jobs, default=1, metavar="N", help="number of processes (default: 1)")
    parser.add_argument("--fresh", action="store_true", help="build everything again")
    audience_argument(parser)
    parser.add_argument("--pack", metavar="NAME", help="the pack that an e-book is made of (default: the whole reader)")
    parser.add_argument(
        "--edition",
        action="append",
        choices=EDITIONS,
        help="print only this edition of the packs that name it (may be repeated; default: all that they name)",
    )
    parser.add_argument("--readings", action="store_true", help="print each reading of a pack as a file of its own too")
    parser.add_argument("--strict", action="store_true", help="fail if there are problems")
    json_argument(parser)


def _format(text: str) -> str:
    if text in FORMATS:
        return text
    raise argparse.ArgumentTypeError(f"there is no format {text!r}; {near(text, FORMATS)}")


def _jobs(text: str) -> int:
    if text == "auto":
        return os.cpu_count() or 1
    if text.isdigit() and int(text) > 0:
        return int(text)
    raise argparse.ArgumentTypeError(f"{text!r} is not a number of processes; give 1, 2, … or auto")


def run(options: argparse.Namespace, root: Path) -> int:
    """Build the formats."""
    formats = options.formats or ["html"]
    if options.pack is not None:
        _refuse_pack(options.pack, formats, root)
    result = _built(options, root, formats)
    if "pdf" in formats and not options.json and _lacks_pack(result) and _may_add_pack(root):
        result = _built(options, root, formats)
    if options.json:
        print_json({"outputs": result.outputs, "problems": [p.to_json() for p in result.problems]})
    else:
        print_problems(result.problems)
        for output in result.outputs:
            print(f"built {output}")
        if "pdf" in formats and _lacks_pack(result):
            print(f"There is no pack to print. Make one of your articles: {own_name()} add pack TITLE")
    failed = result.failed or (options.strict and result.problems)
    return PROBLEMS if failed else FINE


def _built(options: argparse.Namespace, root: Path, formats: Sequence[str]) -> Built:
    settings: dict[str, Any] = {"reader_audience": options.audience} if options.audience else {}
    if options.readings:
        settings["reader_pdf_readings"] = True
    if options.edition:
        settings["reader_pdf_editions"] = options.edition
    result = build(
        root,
        formats,
        jobs=options.jobs,
        fresh=options.fresh,
        settings=settings,
        pack=options.pack or "",
        progress=progress_of(options),
    )
    of_packs = [name for name in formats if name in PACK_FORMATS]
    if of_packs and _asks_for_teachers(options, result):
        result.add(
            build(
                root,
                of_packs,
                jobs=options.jobs,
                fresh=options.fresh,
                settings={**settings, "reader_audience": TEACHER, "reader_pdf_editions": [TEACHER]},
                progress=progress_of(options),
            )
        )
    return result


def _asks_for_teachers(options: argparse.Namespace, result: Built) -> bool:
    """Whether a pack has an edition for teachers that this build has not printed.

    Answers are read by no other build than one for teachers, so their edition is printed by a run of its own.
    """
    wanted = not options.edition or TEACHER in options.edition
    return wanted and TEACHER in result.editions and result.audience != TEACHER


def _refuse_pack(name: str, formats: Sequence[str], root: Path) -> None:
    """Refuse a pack that does not exist, or one for a format that has all packs anyway."""
    if "epub" not in formats:
        raise UsageError("--pack makes an e-book of a pack: course-reader build epub --pack NAME")
    there = sorted(path.stem for path in (root / settings_of(root).corpus / "packs").glob("*.md"))
    if name not in there:
        raise UsageError(f"there is no pack {name!r}; {near(name, there) if there else 'make one with add pack'}")


def _lacks_pack(result: Built) -> bool:
    return not result.failed and not any(output.endswith(".pdf") for output in result.outputs)


def _may_add_pack(root: Path) -> bool:
    """Offer a pack of all articles on a terminal, and write it if the user wants it."""
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        return False
    if input("There is no pack to print. Make one of all articles now? [Y/n] ").strip().casefold() not in (
        "",
        "y",
        "yes",
    ):
        return False
    from course_reader.commands.add.pack import add_pack

    print(f"added {add_pack(root, settings_of(root), 'All articles')}")
    return True


def _book_of(pack: str) -> dict[str, Any]:
    """The settings with which an e-book is made of a pack."""
    return {"reader_epub_pack": pack, "epub_basename": pack}


@dataclass(slots=True)
class Built:
    """The result of a build."""

    outputs: list[str] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    #: the editions that the packs of this reader name
    editions: frozenset[str] = frozenset()
    #: for whom it was built
    audience: str = ""
    #: whether a format, or something on a page, could not be built, or it is unclear what the public may see
    failed: bool = False

    def add(self, other: Built) -> None:
        """Add the result of another run."""
        self.outputs += other.outputs
        self.problems = sorted({*self.problems, *other.problems})
        self.failed |= other.failed


def build(
    root: Path,
    formats: Sequence[str],
    *,
    jobs: int = 1,
    fresh: bool = False,
    settings: dict[str, Any] | None = None,
    pack: str = "",
    progress: TextIO | None = None,
) -> Built:
    """Build a reader in one or more formats into `_build/`; an e-book of a pack has a folder of its own."""
    from course_reader.model.problems import Code, Severity
    from course_reader.sphinx_ext.problems import problems as problems_of
    from course_reader.sphinx_ext.progress import Progress
    from course_reader.sphinx_ext.run import CannotBuildError, sphinx_run

    audience = (settings or {}).get("reader_audience") or settings_of(root).audience
    result = Built(audience=audience)
    found: set[Problem] = set()
    # The site offers the printed packs, so these come first.
    for name in sorted(formats, key=lambda name: name != "pdf"):
        try:
            with sphinx_run(
                root,
                BUILDERS.get(name, name),
                out=folder_of(root, name, audience, pack),
                doctrees=doctree_folder(root, BUILDERS.get(name, name), audience),
                jobs=jobs,
                fresh=fresh,
                settings={**(settings or {}), **(_book_of(pack) if pack and name == "epub" else {})},
                status=Progress.on(progress),
            ) as run:
                ours = [p for p in problems_of(run.app) if p.severity is not Severity.HINT]
                found.update(ours, run.warnings)
                result.failed |= run.stopped is not None or run.app.statuscode != 0
                if not run.stopped:
                    result.editions |= _editions_in(run) if name in PACK_FORMATS else frozenset()
                    result.outputs += _outputs(Path(run.app.outdir), name, root)
        except CannotBuildError as error:
            found.add(error.problem)
            result.failed = True
    result.problems = sorted(found)
    result.failed |= any(problem.code is Code.NOT_BUILT for problem in found)
    return result


def _editions_in(run: Run) -> frozenset[str]:
    """The editions that packs name."""
    from course_reader.sphinx_ext.run_state import library_of
    from course_reader.views.packs import packs

    return frozenset(edition for pack in packs(library_of(run.app)) for edition in pack.record.edition)


def settings_of(root: Path) -> Settings:
    """The settings in `conf.py`; the defaults if it cannot be run, which Sphinx reports."""
    from course_reader.model.conf import BrokenConfError, of_reader
    from course_reader.model.settings import Settings

    try:
        return of_reader(root)[0]
    except BrokenConfError:
        return Settings()


def folder_of(root: Path, name: str, audience: str, pack: str = "") -> Path:
    """The folder that a format is built into."""
    if pack and name == "epub":
        return build_folder(root, f"epub-packs/{pack}", audience)
    # The site offers the packs that it finds in the folder of the settings.
    return root / folder_for(settings_of(root).packs, audience) if name == "pdf" else build_folder(root, name, audience)


def _outputs(folder: Path, name: str, root: Path) -> list[str]:
    """The files to open."""
    from course_reader.model.problems import shown_path

    endings = {"cards": ("apkg", "csv")}.get(name, (name,))
    paths = [path for ending in endings for path in sorted(folder.glob(f"*.{ending}"))]
    if name == "html":
        paths = [folder / "index.html"]
    return [shown_path(path, root) for path in paths]


COMMAND = Command("build", "Build the reader into _build/.", arguments, run)
