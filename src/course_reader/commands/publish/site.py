"""The site as it may be published: built for the public, with a list of what it leaves out."""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from course_reader.commands.build import build, folder_of, settings_of
from course_reader.commands.command import json_argument, print_json, print_problems, progress_of
from course_reader.errors import ReaderError
from course_reader.model.outputs import BUILD, build_folder, doctree_folder

if TYPE_CHECKING:
    from sphinx.application import Sphinx

    from course_reader.model.problems import Problem
    from course_reader.model.public.openness import Closed
    from course_reader.views.library import Library

#: where the files to publish are made
FOLDER = f"{BUILD}/publish"

#: the list of what a build has written, which is of no use to readers
_LIST = ".course-reader"
#: what Sphinx notes for itself
_UNUSED = (".buildinfo",)


class NotPublishedError(ReaderError):
    """The reader may not be published as it is; the message says why."""


@dataclass(frozen=True, slots=True)
class PublicSite:
    """A site that may be published."""

    app: Sphinx
    folder: Path
    #: the files of the build, relative to the folder; what a person has put there is not among them
    files: tuple[str, ...]
    library: Library
    #: texts that the site shows no word of
    closed: tuple[Closed, ...]
    problems: tuple[Problem, ...]


@contextmanager
def public_site(root: Path, progress: Any = None) -> Iterator[PublicSite]:
    """Build the packs and the pages for the public, and hand them out.

    Raises:
        NotPublishedError: if the reader is one for the class, or if it is unclear what the public may see.
    """
    from course_reader.checks.openness import openness
    from course_reader.model.problems import Severity
    from course_reader.model.public.openness import Closed
    from course_reader.sphinx_ext.problems import problems as problems_of
    from course_reader.sphinx_ext.progress import Progress
    from course_reader.sphinx_ext.public.left_out import left_out
    from course_reader.sphinx_ext.run import sphinx_run
    from course_reader.sphinx_ext.run_state import library_of, session

    refuse_class(root)
    settings = {"reader_audience": "public"}
    printed = build(root, ["pdf"], settings=settings, progress=progress)
    out = build_folder(root, "html", "public")
    with sphinx_run(
        root, "html", out=out, doctrees=doctree_folder(root, "html", "public"), settings=settings,
        status=Progress.on(progress),
    ) as run:  # fmt: skip
        found = {p for p in problems_of(run.app) if p.severity is not Severity.HINT}
        found |= {*run.warnings, *printed.problems}
        if run.stopped or run.app.statuscode or printed.failed:
            print_problems(sorted(found))
            raise NotPublishedError("nothing was published: settle the problems above first")
        library = library_of(run.app)
        withheld = [Closed(item.path, item.reason) for item in left_out(run.app.env, session(run.app))]
        public = openness(library, withheld)
        yield PublicSite(run.app, out, _files(out), library, (*public.stubs, *public.withheld), tuple(sorted(found)))


def refuse_class(root: Path) -> None:
    """Refuse a reader whose settings say that it is for the class.

    Raises:
        NotPublishedError: if they do.
    """
    settings = settings_of(root)
    if not settings.is_public:
        whose = "teachers" if settings.is_for_teachers else "the class"
        raise NotPublishedError(
            f"nothing was published: conf.py says reader_audience = {settings.audience!r}, and what is for {whose} may "
            f"not be published; set it to 'public', and build with `course-reader build --audience {settings.audience}`"
        )


def _files(folder: Path) -> tuple[str, ...]:
    """The files that the build has written."""
    _, *rows = (folder / _LIST).read_text(encoding="utf-8").splitlines()
    names = sorted(str(json.loads(row)) for row in rows)
    return tuple(name for name in names if name not in _UNUSED and (folder / name).is_file())


def printed_packs(root: Path) -> list[Path]:
    """The packs that are printed for the public."""
    return sorted(folder_of(root, "pdf", "public").glob("*.pdf"))


# --- shared by the commands


def output_arguments(parser: argparse.ArgumentParser) -> None:
    """The options of the parts that write one file."""
    parser.add_argument("--output", "-o", metavar="FILE", help=f"the file to write (default: in {FOLDER}/)")
    json_argument(parser)


def target(options: argparse.Namespace, root: Path, site: PublicSite, ending: str) -> Path:
    """The file to write."""
    from course_reader.text.slugs import slug_of_name

    if options.output:
        return Path(options.output)
    return root / FOLDER / f"{slug_of_name(site.app.config.project) or 'reader'}{ending}"


def report(options: argparse.Namespace, root: Path, path: Path, site: PublicSite) -> None:
    """Say what was written, and which texts are not in it."""
    from course_reader.model.problems import shown_path

    shown = shown_path(path.resolve(), root)
    if options.json:
        problems = [problem.to_json() for problem in site.problems]
        print_json({"outputs": [shown], "left_out": [item.to_json() for item in site.closed], "problems": problems})
        return
    print_problems(site.problems)
    for item in site.closed:
        print(f"left out {item.path}: {item.reason}")
    print(f"written {shown}")


def progress(options: argparse.Namespace) -> Any:
    """The stream for progress."""
    return progress_of(options)
