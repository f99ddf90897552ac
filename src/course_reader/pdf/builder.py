"""The Sphinx builder `typst`: one PDF for each pack."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator, Sequence, Set
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from functools import partial
from inspect import signature
from pathlib import Path
from typing import TYPE_CHECKING, Any, ClassVar, cast

from docutils import nodes
from sphinx.builders import Builder
from sphinx.util import logging
from sphinx.util.display import progress_message

from course_reader.marks.domain import reader_domain
from course_reader.model.conf import problems
from course_reader.model.outputs import WORK, name_for
from course_reader.model.problems import Code, Problem
from course_reader.pages.reports import report
from course_reader.pdf.book import Binder
from course_reader.pdf.booklet import make_booklet
from course_reader.pdf.engine import TIMESTAMP, EngineError, Job
from course_reader.pdf.findings import found_in, without_description
from course_reader.pdf.fonts import every_family, folders
from course_reader.pdf.foreign import drop_foreign_links
from course_reader.pdf.glyphs import marked, missing, told
from course_reader.pdf.passes import Printed, print_pack
from course_reader.pdf.pictures import copy_pictures
from course_reader.pdf.quotes import set_quotes
from course_reader.pdf.stamps import stamp_of
from course_reader.pdf.template import Template, template
from course_reader.sphinx_ext.faults import contained
from course_reader.sphinx_ext.run_state import library_of, parts_of
from course_reader.sphinx_ext.stale.contents import digest_of_folders
from course_reader.tree.book import Book
from course_reader.tree.content import divided
from course_reader.tree.doctree import Tree
from course_reader.tree.inlines import INTERNAL
from course_reader.tree.pack import AnyPart, PackTree
from course_reader.tree.prose import text_children
from course_reader.views.library import Library
from course_reader.views.packs import PackPage, level_texts, packs, strangers, with_readings
from course_reader.views.printed import keep

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.environment import BuildEnvironment

logger = logging.getLogger(__name__)

#: how many packs the engine sets at a time: each pass uses all processors and some hundred megabytes
_AT_ONCE = 1


@dataclass(frozen=True, slots=True)
class _Ready:
    """A pack, assembled and ready to print."""

    pack: PackPage
    book: Book
    data: PackTree[AnyPart]
    job: Job
    output: Path
    #: changes whenever the printed pack would change
    stamp: str


class TypstBuilder(Builder):
    """Prints packs, unless their content has not changed."""

    name = "typst"
    format = "typst"
    epilog = "The packs are in %(outdir)s."
    allow_parallel = True
    supported_image_types: ClassVar[list[str]] = ["image/svg+xml", "image/png", "image/jpeg", "image/gif", "image/webp"]

    def __init__(self, app: Sphinx, env: BuildEnvironment) -> None:
        super().__init__(app, env)
        # Sphinx has no public attribute for it: `app` is to go.
        self.application = app

    def init(self) -> None:
        """Start without printed packs."""
        self.printed: dict[str, Printed] = {}
        #: the files in the output's folder that are as they should be; others of an earlier build are removed
        self.outputs: set[str] = set()

    def get_outdated_docs(self) -> Iterator[str]:
        """All packs; whether one is really outdated is found when it is assembled."""
        yield from (pack.docname for pack in packs(library_of(self.application)))

    def get_target_uri(self, docname: str, typ: str | None = None) -> str:
        """An address inside the reader; `tree` turns it into a page reference if the page is printed."""
        return INTERNAL + docname

    def get_relative_uri(self, from_: str, to: str, typ: str | None = None) -> str:
        """The same address from any page."""
        return self.get_target_uri(to, typ)

    def prepare_writing(self, docnames: Set[str]) -> None:
        """Nothing to prepare."""

    def write_documents(self, docnames: Set[str]) -> None:
        """Print every pack."""
        library = library_of(self.application)
        binder = self.binder(library)
        look = self._template(library)
        # The engine runs in separate processes: while it sets one pack, the next one is prepared.
        with ThreadPoolExecutor(max_workers=_AT_ONCE) as pool:
            running = [
                (ready, pool.submit(print_pack, ready.job, ready.output))
                for pack in with_readings(library)
                if (ready := self._make_ready(pack, binder, look))
            ]
            for ready, result in running:
                with progress_message(f"printing {ready.pack.docname}"):
                    self._finish_pack(ready, result)

    def finish(self) -> None:
        """Remove what earlier builds have prepared for packs that are gone."""
        library = library_of(self.application)
        names = {name_for(pack.printed_name, library.settings.audience) for pack in with_readings(library)}
        for folder in Path(self.outdir, WORK).glob("*"):
            if folder.is_dir() and folder.name not in names:
                shutil.rmtree(folder)

    def _make_ready(self, pack: PackPage, binder: Binder, look: Template) -> _Ready | None:
        """Write the engine's input; None if there is nothing to print, or nothing new."""
        if not pack.articles:
            self._report_listed(pack)
            return None
        name = name_for(pack.printed_name, binder.library.settings.audience)
        folder = Path(self.outdir, WORK, name)
        folder.mkdir(parents=True, exist_ok=True)
        book, data, pictures = self.bound(pack, binder, folder)
        library = binder.library
        data = self._with_gaps(data, pack, binder.fonts)
        data["parts"] = divided(data["parts"])
        output = Path(self.outdir, f"{name}.pdf")
        text = json.dumps(data, ensure_ascii=False, sort_keys=True, indent=1)
        # Folders of the reader, wherever the command was called.
        own = [str(Path(self.srcdir, name)) for name in library.settings.pdf_fonts]
        printed_with = repr((library.settings.pdf_fonts, digest_of_folders(own), look.main, *look.files))
        shown = [folder / picture for picture in sorted(pictures.values())]
        stamp = stamp_of(text, printed_with, *look.files.values(), *shown)
        stamp_file = folder / "stamp"
        if output.is_file() and stamp_file.is_file() and stamp_file.read_text(encoding="utf-8") == stamp:
            self._finish_output(pack, output)
            return None
        (folder / "tree.json").write_text(text, encoding="utf-8")
        return _Ready(pack, book, data, Job(look.copy(folder), folder, tuple(binder.fonts)), output, stamp)

    def _finish_pack(self, ready: _Ready, result: Future[Printed]) -> None:
        """Wait for a pack, check the result, and record it."""
        pack, folder = ready.pack, ready.job.root
        try:
            printed = result.result()
        except EngineError as error:
            self._report_engine(str(error), pack)
            return
        for problem in found_in(printed, ready.book, pack.path):
            report(problem, Path(self.srcdir))
        self.printed[pack.printed_name] = printed
        self._booklet_of(pack, ready.output).unlink(missing_ok=True)
        self._finish_output(pack, ready.output)
        (folder / "sheets.json").write_text(json.dumps(dict(printed.sheets)), encoding="utf-8")
        keep(folder, ready.output, ready.book.library, ready.book.texts(), ready.book.notes)
        (folder / "stamp").write_text(ready.stamp, encoding="utf-8")

    def _finish_output(self, pack: PackPage, output: Path) -> None:
        """Keep a printed pack, and its booklet, which is made if it is not there yet."""
        self.outputs.add(output.name)
        if pack.record.booklet and pack.reading is None:
            booklet = self._booklet_of(pack, output)
            if not booklet.is_file():
                make_booklet(output, booklet, pack.title, TIMESTAMP)
            self.outputs.add(booklet.name)

    def _booklet_of(self, pack: PackPage, output: Path) -> Path:
        return output.with_name(f"{name_for(f'{pack.printed_name}-booklet', self.config.reader_audience)}.pdf")

    # --- input

    def binder(self, library: Library) -> Binder:
        """What assembles packs."""
        guard = partial(contained, self.application)
        own = [str(Path(self.srcdir, name)) for name in library.settings.pdf_fonts]
        return Binder(library, parts_of(self.application), self._resolved, self._unknown, guard, (*own, *folders()))

    def bound(self, pack: PackPage, binder: Binder, folder: Path) -> tuple[Book, PackTree[AnyPart], dict[str, str]]:
        """A pack, its data, and its pictures, which are copied into a folder; problems are reported."""
        self._report_listed(pack)
        texts = level_texts(binder.library, pack).values()
        shown_by = [pack.docname, *pack.articles, *texts, *pack.record.lessons]
        pictures = copy_pictures(self.env.images, Path(self.srcdir), folder, shown_by)
        book, data = binder.bind(pack, self._intro(pack, pictures), pictures)
        drop_foreign_links(data, binder.library)
        if self.config.smartquotes:
            set_quotes(data["parts"], self.config.language)
        self._report_withheld(book, pack)
        self._report_pictures(data, pack)
        return book, data, pictures

    def _resolved(self, docname: str) -> nodes.document:
        # Sphinx 8 takes the tags from the builder, and has no argument for them.
        resolve = self.env.get_and_resolve_doctree
        tags: dict[str, Any] = {"tags": self.tags} if "tags" in signature(resolve).parameters else {}
        return resolve(docname, self, **tags)

    def _intro(self, pack: PackPage, pictures: dict[str, str]) -> list[Any]:
        document = self.env.get_doctree(pack.docname)
        tree = Tree(pack.docname, unknown=lambda node: self._unknown(node, pack.docname), pictures=pictures)
        return tree.blocks(text_children(document), 2)

    def _template(self, library: Library) -> Template:
        own = library.settings.pdf_template
        try:
            return template(Path(self.srcdir, own) if own else None)
        except FileNotFoundError:
            message = f"reader_pdf_template is {own!r}, which does not exist; the tool's template is used"
            for problem in problems({"reader_pdf_template": message}, Path(self.srcdir)):
                report(problem, Path(self.srcdir))
            return template(None)

    # --- problems

    def _unknown(self, node: nodes.Node, docname: str) -> None:
        path = self.env.doc2path(docname, base=False).as_posix()
        message = f"a {type(node).__name__!r} has no form in print; only its words are printed"
        report(Problem(path, _line(node), Code.NO_PRINT_FORM, message), Path(self.srcdir))

    def _report_listed(self, pack: PackPage) -> None:
        """Report pages in a pack that are not articles, and a pack without articles."""
        for problem in strangers(library_of(self.application), pack):
            report(problem, Path(self.srcdir))

    def _report_withheld(self, book: Book, pack: PackPage) -> None:
        for docname in book.withheld:
            page = reader_domain(self.env).pages[docname]
            message = f"“{page.title}” may not be printed for this term; a stub is printed instead"
            report(Problem(pack.path, 1, Code.PACK_RIGHTS, message), Path(self.srcdir))

    def _report_pictures(self, data: PackTree[AnyPart], pack: PackPage) -> None:
        for uri in without_description(data["parts"]):
            where = sorted(self.env.images[uri][0] & {pack.docname, *pack.articles}) if uri in self.env.images else []
            path = self.env.doc2path(where[0], base=False).as_posix() if where else pack.path
            message = f"the picture {uri!r} has no description; say in `alt` what it shows"
            report(Problem(path, 0, Code.NO_PRINT_FORM, message), Path(self.srcdir))

    def _report_engine(self, error: str, pack: PackPage) -> None:
        message = f"the pack is not printed: {' '.join(error.split())}"
        report(Problem(pack.path, 0, Code.NOT_PRINTED, message), Path(self.srcdir))

    def _with_gaps(self, data: PackTree[AnyPart], pack: PackPage, fonts: Sequence[str]) -> PackTree[AnyPart]:
        """The data with a gap for each character that no font has; they are reported in one list."""
        gone = missing([data["parts"], data["meta"]["title"]], every_family(data["meta"]["fonts"]), fonts)
        if not gone:
            return data
        report(Problem(pack.path, 0, Code.NO_PRINT_FORM, told(gone, self._sources(data, pack))), Path(self.srcdir))
        return cast("PackTree[AnyPart]", marked(data, gone))

    def _sources(self, data: PackTree[AnyPart], pack: PackPage) -> dict[str, Path]:
        """The files that a pack is made from, by their paths in the reader."""
        labels = {label.partition("#")[0] for label in data["labels"]}
        docnames = [name for name in (pack.docname, *sorted(labels)) if name in self.env.found_docs]
        paths: dict[str, Path] = {}
        for docname in dict.fromkeys(docnames):
            path = Path(self.env.doc2path(docname))
            notes = sorted(path.parent.glob("notes/*.yaml")) if docname in pack.articles else []
            paths |= {each.relative_to(self.srcdir).as_posix(): each for each in (path, *notes)}
        return paths


def _line(node: nodes.Node) -> int:
    """The line of a node, or of the nearest parent that has one."""
    above: nodes.Node | None = node
    while above is not None and above.line is None:
        above = above.parent
    return above.line or 0 if above is not None else 0
