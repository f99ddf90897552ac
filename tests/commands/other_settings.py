"""A reader in which no setting has its default, and the answers of all commands in it."""

from __future__ import annotations

import contextlib
import io
import json
import shutil
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any
from zipfile import ZipFile

from lxml import html as lxml_html
from printed import Pdf
from readers import article, entry, make_reader

from course_reader.authoring import entries
from course_reader.authoring.kept import KeptReader
from course_reader.authoring.notes import NewNote, NoteWriter
from course_reader.cli import main
from course_reader.commands.command import PROBLEMS
from course_reader.pdf.template import OURS

CONF = """
include_patterns = ["index.md", "texts/**", "words/**", "past/**"]
html_baseurl = "https://reader.example"
reader_corpus = "texts"
reader_glossary = "words"
reader_glossaries = ["lent"]
reader_background = "past/history"
reader_chapters = ["past/history"]
reader_gloss = "all"
reader_margin = "full"
reader_link_entries = False
reader_search_in = ["headings"]
reader_not_names = ["Oslo Opera"]
reader_outlets = [{"name": "The Isle", "domains": ["isle.example"], "bylines": ["+ {name} +"]}]
reader_loaded_words = ["rascal -> person"]
reader_level = "A1"
reader_sides = ["North: Ann Lee", "South: Southern"]
reader_pdf_editions = ["large"]
reader_pdf_readings = True
reader_known_words = ["jurisprudence"]
reader_audience = "class"
reader_time_before = 0
reader_time_after = 1
reader_map = "past/atlas"
reader_map_note = "No line on this map is final."
reader_packs = "_build/printed"
reader_pdf_template = "past/own.typ"
reader_pdf_fonts = ["past/fonts"]
reader_pdf_serif = ["DejaVu Serif"]
reader_pdf_size = 13.5
reader_today = "2031-05-01"
reader_book_without = ["past/history"]
reader_epub_pack = "autumn"
"""
#: a font that does not come with the engine, on machines that have it
FONT = next(Path("/usr/share/fonts").rglob("DejaVuSerif.ttf"), None)
HARD = "The jurisprudence of tribunals notwithstanding, constitutional adjudication perpetuates ambivalence. "
FILES: dict[str, str | bytes | Path | None] = {
    "texts/harbour/article.md": article(
        "# Ann Lee in Oslo\n\nAnn Lee came to Oslo, and Lee left Oslo. The Oslo Opera played. " + HARD * 9,
        date="2022-11-01",
        title="Harbour",
        background="[the-old-days]",
        questions="[{text: Why did Lee leave?, answer: Because of the tide.}]",
        url="https://news.example/harbour",
        adapted_from="{title: Harbour, url: 'https://news.example/original'}",
    ).replace("{status: own}", "{status: licensed, holder: A, expires: 2030-01-01}"),
    "texts/later/article.md": article("Ann Lee came back.", date="2022-12-01", title="Later"),
    "texts/last/article.md": article("Nobody came to the town of Vardby.", date="2022-12-02", title="Last"),
    "texts/harbour/notes/me.yaml": "layer: {audience: public}\nnotes:\n- {quote: came to Oslo, body: When?}\n",
    "texts/packs/autumn.md": (
        "---\ntitle: Autumn\nparts: [articles, background]\n---\n\n```{toctree}\n../harbour/article\n```\n"
    ),
    "texts/packs/winter.md": (
        "---\ntitle: Winter\nedition: [student, large]\nparts: [articles]\n---\n\n"
        "```{toctree}\n../harbour/article\n```\n"
    ),
    "words/people/ann-lee.md": entry("Ann Lee", aliases="[Lee]", prose="She lives in Oslo."),
    "lent/glossary/terms/zephyr.md": entry("zephyr", gloss="A wind."),
    "words/places/oslo.md": entry("Oslo", coordinates="[59.9, 10.7]"),
    "past/history.md": "# History\n\n(the-old-days)=\n## The old days\n\nA rascal ruled Oslo.\n",
    "past/atlas.md": "# Atlas\n\n```{place-map}\n```\n",
    "past/fonts/none.txt": "",
}
ARTICLE, ENTRY = "texts/harbour/article", "words/people/ann-lee"
FERRY = (
    "Ferry Returns\n\n+ Eva Lund +\n\n1 May 2021\n\nhttps://isle.example/ferry\n\n"
    "The ferry between Estvik and the islands sailed on Sunday for the first time."
)
ANNOTATION = {
    "@context": "http://www.w3.org/ns/anno.jsonld",
    "id": "https://notes.example/1",
    "type": "Annotation",
    "body": {"type": "TextualBody", "value": "Played what?"},
    "target": {
        "source": "https://reader.example/texts/harbour/article.html",
        "selector": {"type": "TextQuoteSelector", "exact": "The Oslo Opera"},
    },
}


@dataclass(frozen=True)
class Answers:
    """What each command answers in the reader, asked once; each works on a copy of its own."""

    folder: Path
    built: Path

    def ask(self, *argv: str, root: Path | None = None) -> Any:
        """The data that a command answers with."""
        out = io.StringIO()
        with contextlib.redirect_stdout(out), contextlib.redirect_stderr(io.StringIO()):
            main(["--root", str(root or self.copy(argv[0])), *argv])
        return json.loads(out.getvalue())

    def copy(self, name: str) -> Path:
        """A copy of the reader."""
        folder = self.folder / name
        if not folder.exists():
            shutil.copytree(self.built, folder)
        return folder

    def after(self, *argv: str) -> list[str]:
        """The lines that a command without data prints, in a copy of its own."""
        out = io.StringIO()
        with contextlib.redirect_stdout(out), contextlib.redirect_stderr(io.StringIO()):
            main(["--root", str(self.copy("-".join(argv[:2]))), *argv])
        return out.getvalue().splitlines()

    def refused(self, *argv: str) -> str:
        """What a command says that does nothing."""
        out = io.StringIO()
        with contextlib.redirect_stdout(io.StringIO()), contextlib.redirect_stderr(out):
            assert main(["--root", str(self.copy("-".join(argv[:2]))), *argv]) == PROBLEMS
        return out.getvalue()

    @cached_property
    def book(self) -> list[str]:
        """The files of the e-book."""
        outputs = self.ask("build", "epub", "--json", root=self.copy("book"))["outputs"]
        with ZipFile(self.copy("book") / outputs[0]) as book:
            return book.namelist()

    @cached_property
    def imported(self) -> Any:
        return self.ask("import", str(self.folder / "ferry.txt"), "--json")

    @cached_property
    def problems(self) -> list[tuple[str, str]]:
        answer = self.ask("check", "--review", "--json")
        return [(problem["code"], problem["path"]) for problem in answer["problems"]]

    @cached_property
    def proposed(self) -> Any:
        return self.ask("propose", "--dry-run", "--json")

    @cached_property
    def margin(self) -> list[dict[str, Any]]:
        texts: list[dict[str, Any]] = self.ask("check", "--margin", "--json", root=self.copy("margin"))["margin"]
        return texts

    @cached_property
    def levels(self) -> list[dict[str, Any]]:
        rows: list[dict[str, Any]] = self.ask("check", "--levels", "--json", root=self.copy("levels"))["levels"]
        return rows

    @cached_property
    def compared(self) -> Any:
        """The counts of an original in which the harbour's people speak."""
        original = self.folder / "original.txt"
        original.write_text('Ann Lee came to Oslo. "We shall see," Ann Lee said.\n', encoding="utf-8")
        return self.ask("compare", f"harbour={original}", "--json")

    @cached_property
    def mentions(self) -> Any:
        return self.ask("mentions", "harbour", "--json")

    @cached_property
    def listed(self) -> Any:
        return self.ask("notes", "list", "--json", root=self.copy("list"))

    @cached_property
    def fixed(self) -> Any:
        return self.ask("notes", "fix", "--json", root=self.copy("fix"))

    @cached_property
    def reanchored(self) -> Any:
        self.ask("notes", "fix", "--json", root=self.copy("reanchor"))
        return self.ask("notes", "reanchor", "--json", root=self.copy("reanchor"))

    @cached_property
    def exported(self) -> Any:
        file = self.folder / "exported.json"
        main(["--root", str(self.copy("export")), "notes", "export", "harbour", "--glosses", "-o", str(file)])
        return json.loads(file.read_text(encoding="utf-8"))

    @cached_property
    def annotations(self) -> Any:
        return self.ask("notes", "import", str(self.folder / "notes.json"), "--json", root=self.copy("notes-import"))

    @cached_property
    def pack(self) -> Any:
        return self.ask("pack", "autumn", "--json")

    @cached_property
    def outputs(self) -> list[str]:
        outputs: list[str] = self.ask("build", "pdf", "html", "--json")["outputs"]
        return outputs

    def html(self, docname: str) -> Any:
        """A page of the build."""
        assert self.outputs
        path = self.copy("build") / "_build/class/html" / f"{docname}.html"
        return lxml_html.fromstring(path.read_text(encoding="utf-8"))

    @cached_property
    def printed(self) -> str:
        """What the pack is printed from."""
        assert self.outputs
        return (self.copy("build") / "_build/class/printed/.work/autumn-class/tree.json").read_text(encoding="utf-8")

    @cached_property
    def settings(self) -> dict[str, Any]:
        rows = self.ask("settings", "--json")["settings"]
        return {row["name"]: row["value"] for row in rows}

    @cached_property
    def served(self) -> KeptReader:
        root = self.copy("serve")
        kept = KeptReader(root)
        outcome = kept.build()
        assert not outcome.failed
        kept.close()
        return kept

    def live(self, docname: str) -> Any:
        """A page as it is served."""
        page = self.served.site.read(f"/{docname}.html")
        assert page is not None
        return lxml_html.fromstring(page.decode())


def make_answers(folder: Path) -> Answers:
    """The reader, and files to import, below a folder."""
    reader = make_reader(folder / "reader", FILES, CONF)
    index = reader.root / "index.md"
    index.write_text("# Front page\n\n```{toctree}\n:hidden:\npast/history\npast/atlas\n```\n", encoding="utf-8")
    (reader.root / "past" / "own.typ").write_text(
        (OURS / "pack.typ").read_text(encoding="utf-8") + "\nPrinted by our own template.\n", encoding="utf-8"
    )
    if FONT:
        shutil.copy(FONT, reader.root / "past" / "fonts")
    (folder / "ferry.txt").write_text(FERRY, encoding="utf-8")
    (folder / "notes.json").write_text(json.dumps(ANNOTATION), encoding="utf-8")
    return Answers(folder, reader.root)


def annotated(answers: Answers) -> str:
    """The file of a note that is made in the panel."""
    kept = answers.served
    new = NewNote(docname=ARTICLE, layer="panel", body="A note.", id="n-0000abcd")
    _, files = NoteWriter(kept.root).add(kept.state, new, is_first=True)
    return files[0].relative_to(kept.root).as_posix()


def begun(answers: Answers) -> str:
    """The file of an entry that is begun in the panel."""
    kept = answers.served
    new = entries.NewEntry.model_validate({"kind": "people", "name": "New Person"})
    path: str = entries.begin(kept.state, kept.root, new)[0]["path"]
    return path


def printed(answers: Answers) -> Pdf:
    """The pack that was built."""
    assert answers.outputs
    return Pdf(answers.copy("build") / "_build/class/printed/autumn-class.pdf")
