"""Files that the public may not see, taken into pages that it may see: texts, pictures and downloads are left out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from docutils import nodes
from sphinx import addnodes
from sphinx.transforms import SphinxTransform

from course_reader.marks.domain import reader_domain
from course_reader.marks.front import front_of, keep_front
from course_reader.marks.withhold import empty, forget
from course_reader.model.glossary import read_text
from course_reader.model.problems import Code, Problem, shown_path
from course_reader.model.public.access import Access
from course_reader.sphinx_ext.public.left_out import why_closed
from course_reader.sphinx_ext.run_state import session_of

if TYPE_CHECKING:
    from sphinx.environment import BuildEnvironment


class LeaveOutClosed(SphinxTransform):
    """Leave out what a page takes in of closed files; of a page that takes in the text of one, only the title stays.

    718: before the links and names of the document are looked at, and long before files are collected.
    """

    default_priority: ClassVar[int] = 718

    def apply(self, **kwargs: object) -> None:
        """Look at one document."""
        env, run = self.env, session_of(self.env)
        docname, front = env.docname, front_of(env)
        if not run.settings.is_public or (front and not front.access.is_public(run.settings.day)):
            return
        texts = list(_texts_of(self.document, env))
        closed: dict[Path, str] = {}
        for node, address in list(_files_of(self.document)):
            path = Path(env.relfn2path(address, docname)[1])
            if reason := why_closed(path, docname, env, run):
                closed[path] = reason
                if run.reads_all:
                    continue  # nothing is written
                shown = node.children if isinstance(node, addnodes.download_reference) else []
                node.replace_self(shown)
        taken = {path: reason for path in texts if (reason := why_closed(path, docname, env, run))}
        if taken and not run.reads_all:
            self._close()
        page, root = env.doc2path(docname, base=False).as_posix(), Path(env.srcdir).resolve()
        found = {shown_path(path.resolve(), root): reason for path, reason in (closed | taken).items()}
        lines = (read_text(Path(env.doc2path(docname)), page, []) or "").splitlines()
        problems = [_problem(page, _line_naming(path, lines), path, reason) for path, reason in found.items()]
        reader_domain(env).add_problems(docname, problems)

    def _close(self) -> None:
        """Leave nothing but the title: which words come from the closed file cannot be told any more."""
        env, front = self.env, front_of(self.env)
        title = next((found.astext() for found in self.document.findall(nodes.title)), env.docname)
        if front and front.article:
            # It becomes a stub, as any other text that is not public.
            keep_front(env, replace(front, access=Access("it takes in a text that is not public")))
            return
        read = set(env.dependencies.get(env.docname, ()))
        empty(self.document, title)
        forget(env, env.docname)
        env.dependencies[env.docname] |= read


def _line_naming(path: str, lines: Sequence[str]) -> int:
    """The line that names a file, as far as a page writes its path; 0 if none does: another file may take it in."""
    parts = path.split("/")
    names = ("/".join(parts[start:]) for start in range(len(parts)))
    return next((number for name in names for number, line in enumerate(lines, 1) if name in line), 0)


def _problem(page: str, line: int, path: str, reason: str) -> Problem:
    message = f"the page takes in {path}, which the public may not see ({reason}); take it out, or open the text"
    return Problem(page, line, Code.CLOSED_FILE, message)


def _files_of(document: nodes.document) -> Iterator[tuple[nodes.Element, str]]:
    """Pictures and downloads, with their addresses."""
    for picture in document.findall(nodes.image):
        if "://" not in picture.get("uri", "") and not picture.get("uri", "").startswith("data:"):
            yield picture, picture["uri"]
    for download in document.findall(addnodes.download_reference):
        if "://" not in download.get("reftarget", ""):
            yield download, download["reftarget"]


def _texts_of(document: nodes.document, env: BuildEnvironment) -> Iterator[Path]:
    """Files whose text was taken into a document."""
    for name in env.dependencies.get(env.docname, ()):
        yield Path(env.srcdir, name)
    recorded = document.settings.record_dependencies
    yield from map(Path, recorded.list if recorded else ())
