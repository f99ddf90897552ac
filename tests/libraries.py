"""A reader in memory for tests: its files are read and marked by the real code, but Sphinx does not run."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Iterable, Iterator, Mapping
from contextlib import nullcontext
from dataclasses import dataclass, field
from pathlib import Path
from types import SimpleNamespace
from typing import Any, cast

from docutils import nodes
from docutils.transforms.references import PropagateTargets
from lxml import html as lxml_html
from myst_parser.config.main import MdParserConfig
from myst_parser.mdit_to_docutils.base import DocutilsRenderer, make_document
from myst_parser.parsers.mdit import create_md_parser
from sphinx.builders import Builder
from sphinx.environment import BuildEnvironment
from sphinx.util.osutil import relative_uri

from course_reader.files.front_matter import read
from course_reader.marks.domain import ReaderDomain
from course_reader.marks.front import Front, PageKind, read_front
from course_reader.marks.marking import Marking
from course_reader.marks.records import Asked, PlacedNote
from course_reader.marks.session import Session, names_of
from course_reader.model.entry import MODELS, Kind
from course_reader.model.glossary import EntryFile, Glossary
from course_reader.model.problems import Problem
from course_reader.model.records import build
from course_reader.model.settings import judge
from course_reader.pages.markup import Linker
from course_reader.parts.registry import Parts, installed
from course_reader.pdf.book import Binder
from course_reader.tree.book import Book
from course_reader.views.at import At
from course_reader.views.documents import Documents
from course_reader.views.library import Library
from course_reader.views.packs import packs
from course_reader.views.sources import Sources, SourceView

PARTS = Parts(installed())

#: where the files of a reader are if nobody writes them
NOWHERE = Path("/nowhere")

_DIRECTIVE = re.compile(r"^(```+)\{.*?^\1$", re.MULTILINE | re.DOTALL)
_LISTED = re.compile(r"^\.\./(\S+)$", re.MULTILINE)


@dataclass
class Shelf:
    """A reader in memory."""

    library: Library
    domain: ReaderDomain
    #: the doctree of each document, marked
    documents: dict[str, nodes.document]
    #: what each document's front matter says
    fronts: dict[str, Front] = field(default_factory=dict)
    #: nodes that had no form in print
    unknown: list[nodes.Node] = field(default_factory=list)

    def at(self, docname: str) -> At:
        """A document, as parts are handed it."""
        return At(self.library, docname)

    def problems(self, docname: str) -> list[tuple[str, int]]:
        """Code and line of each problem that reading a document found."""
        return [(str(problem.code), problem.line) for problem in self.library.pages[docname].problems]

    def printed(self, name: str) -> tuple[Book, dict[str, Any]]:
        """A pack as it is printed: the book, and its parts by their kind; of several of a kind the first."""
        page = next(page for page in packs(self.library) if page.name == name)
        binder = Binder(
            self.library,
            PARTS,
            lambda doc: self.documents[doc].deepcopy(),
            lambda node, _: self.unknown.append(node),
            lambda *_: nullcontext(),
        )
        book, tree = binder.bind(page, [], {})
        found: dict[str, Any] = {}
        for part in tree["parts"]:
            found.setdefault(part["t"], part)
        return book, found

    def below(self, name: str, kind: str) -> dict[str, Any]:
        """What a pack prints of one kind below the text of its first article."""
        [found] = [item for item in self.printed(name)[1]["article"]["below"] if item["t"] == kind]
        return cast("dict[str, Any]", found)


def make_shelf(
    files: Mapping[str, str],
    root: Path = NOWHERE,
    *,
    sources: Iterable[str] | None = None,
    labels: Mapping[str, tuple[str, str, str]] | None = None,
    lists: Mapping[str, tuple[Asked, ...]] | None = None,
    **settings: Any,
) -> Shelf:
    """A reader with these files.

    Args:
        files: As `make_reader` takes them; directives in them are passed over.
        root: The reader's folder; if it is given, the files are written, for what looks at their lines.
        sources: Keys of the bibliography; None for a reader without one.
        labels: Of sections: document, anchor and title.
        lists: What directives on a page ask for.
        settings: By full name.
    """
    texts = {name: textwrap.dedent(text).lstrip("\n") for name, text in files.items()}
    if root != NOWHERE:
        _write(texts, root)
    chosen, wrongs = judge(settings, PARTS.settings)
    assert not wrongs, wrongs
    glossary = Glossary({file.id: file for file in _entries(texts, chosen.glossary)})
    names = {file.id: tuple(names_of(file)) for file in glossary}
    session = Session(root, chosen, glossary, names, PARTS.articles, PARTS.packs)
    domain = _domain(root)
    documents, fronts = {}, {}
    for name, text in texts.items():
        if name.endswith(".md"):
            docname = name.removesuffix(".md")
            documents[docname], fronts[docname] = _read(docname, text, session, domain)
            if lists and docname in lists:
                domain.page(docname).lists = lists[docname]
    listed = {name.removesuffix(".md"): _listed(name, text) for name, text in texts.items()}
    views = {key: source(key) for key in sources or ()}
    known = Documents(
        root=root,
        names=set(documents),
        title=lambda docname: _title(documents[docname]),
        path=lambda docname: f"{docname}.md",
        labels=labels or {},
        listed=listed,
        project="A test reader",
    )
    library = Library(domain.pages, domain.entries, session, known, Sources(views, known=sources is not None))
    return Shelf(library, domain, documents, fronts)


def source(key: str, **fields: str) -> SourceView:
    """A source whose fields begin with its key."""
    words = {name: f"{key} {name}" for name in ("author", "title", "publisher")}
    return SourceView(**{"key": key, "date": "2020", "url": f"https://example.org/{key}", **words, **fields})


def note(note_id: str, span: tuple[int, int] | None = None, **fields: Any) -> PlacedNote:
    """A note on words, or on the whole article."""
    values = {
        "layer": "lena", "layer_title": "Lena's notes", "by": None, "audience": "public", "kind": "comment",
        "body": f"Body of {note_id}.", "language": "en", "block": 1 if span else None, "in_reply_to": None,
    }  # fmt: skip
    return PlacedNote(id=note_id, span=span, **{**values, **fields})


def linker(docname: str = "corpus/one/article", builder: str = "html", outdir: Path = NOWHERE) -> Linker:
    """Addresses as a page needs them, in the site or, for the builder `epub`, in a book."""
    suffix = ".xhtml" if builder == "epub" else ".html"
    fake = SimpleNamespace(
        name=builder,
        outdir=outdir,
        config=SimpleNamespace(language="en", project="A reader", root_doc="index"),
        get_target_uri=lambda name: name + suffix,
        get_relative_uri=lambda here, there: relative_uri(here + suffix, there + suffix),
    )
    return Linker(cast("Builder", fake), docname)


def shown(content: object) -> Any:
    """HTML, several pieces of it, or nodes of it, as a tree to look at."""
    pieces = [content] if isinstance(content, (str, nodes.Node)) else cast("Iterable[object]", content)
    return lxml_html.fromstring(f"<div>{''.join(_html(piece) for piece in pieces)}</div>")


def words(tree: Any, xpath: str = ".") -> list[str]:
    """The text of each element that an XPath finds, white space folded."""
    return [" ".join((e if isinstance(e, str) else e.text_content()).split()) for e in tree.xpath(xpath)]


def _html(piece: object) -> str:
    return piece.astext() if isinstance(piece, nodes.Node) else str(piece)


def _write(files: Mapping[str, str], root: Path) -> None:
    for name, text in files.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")


def _entries(files: Mapping[str, str], folder: str) -> Iterator[EntryFile]:
    for name, text in files.items():
        if name.startswith(f"{folder}/"):
            kind = Kind(Path(name).parent.name)
            document, found = read(text).document, list[Problem]()
            entry = build(MODELS[kind], document, name, found)
            assert entry and not found, found
            yield EntryFile(Path(name).stem, kind, entry, name, document)


def _domain(root: Path) -> ReaderDomain:
    """A domain whose environment knows where documents are, and nothing else."""
    env = SimpleNamespace(domaindata={}, domains={}, config=SimpleNamespace(reader_glossary="glossary"))
    env.doc2path = lambda docname, base=True: root / f"{docname}.md" if base else Path(f"{docname}.md")
    env.domains["reader"] = domain = ReaderDomain(cast("BuildEnvironment", env))
    return domain


def _read(docname: str, text: str, session: Session, domain: ReaderDomain) -> tuple[nodes.document, Front]:
    """A document with its marks, and its front matter; what is known of it goes into the domain."""
    found: list[Problem] = []
    front, body, _ = read_front(docname, text, f"{docname}.md", session, found)
    document = parse(_DIRECTIVE.sub(lambda block: "\n" * block[0].count("\n"), body))
    if front.kind is PageKind.PACK:
        page = domain.page(docname)
        page.kind, page.pack, page.own, page.title = str(front.kind), front.pack, front.own, _title(document)
    elif front.kind is not PageKind.PAGE:
        Marking(document, docname, front, session, domain.env).run()
    domain.add_problems(docname, found)
    return document, front


def parse(markdown: str) -> nodes.document:
    """A doctree without anything of Sphinx."""
    parser = create_md_parser(MdParserConfig(enable_extensions={"deflist", "colon_fence"}), DocutilsRenderer)
    document: nodes.document = make_document("test")
    document.settings.report_level, document.settings.myst_suppress_warnings = 5, []
    parser.options["document"] = document
    parser.render(markdown)
    PropagateTargets(document).apply()
    explicit = {target.get("refid") for target in document.findall(nodes.target)}
    for section in document.findall(nodes.section):
        # As MyST does it: the anchor that an author gave a section comes first.
        section["ids"].sort(key=lambda anchor: anchor not in explicit)
    return document


def _title(document: nodes.document) -> str:
    return next((title.astext() for title in document.findall(nodes.title)), "")


def _listed(name: str, text: str) -> list[str]:
    """The documents that the table of contents of a pack lists."""
    return [f"{name.split('/')[0]}/{path}" for path in _LISTED.findall(text)]
