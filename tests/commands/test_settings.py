"""Every setting is honoured by every command that it concerns: a reader in which each has another value."""

from __future__ import annotations

import contextlib
import io
import json
import shutil
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

import pytest
from lxml import html as lxml_html
from printed import Pdf
from readers import article, entry, make_reader

from course_reader.authoring import entries
from course_reader.authoring.kept import KeptReader
from course_reader.authoring.notes import NewNote, NoteWriter
from course_reader.cli import COMMANDS, main
from course_reader.commands.command import FINE, PROBLEMS, named
from course_reader.model.settings import OWN, PREFIX, Settings
from course_reader.pdf.builder import TEMPLATE

CONF = """
include_patterns = ["index.md", "texts/**", "words/**", "past/**"]
html_baseurl = "https://reader.example"
reader_corpus = "texts"
reader_glossary = "words"
reader_background = "past/history"
reader_chapters = ["past/history"]
reader_gloss = "all"
reader_link_entries = False
reader_search_in = ["headings"]
reader_not_names = ["Oslo Opera"]
reader_loaded_words = ["rascal -> person"]
reader_level = "A1"
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
        url="https://news.example/harbour",
    ).replace("{status: own}", "{status: licensed, holder: A, expires: 2030-01-01}"),
    "texts/later/article.md": article("Ann Lee came back.", date="2022-12-01", title="Later"),
    "texts/last/article.md": article("Nobody came.", date="2022-12-02", title="Last"),
    "texts/harbour/notes/me.yaml": "notes:\n- {quote: came to Oslo, body: When?}\n",
    "texts/packs/autumn.md": (
        "---\ntitle: Autumn\nparts: [articles, background]\n---\n\n```{toctree}\n../harbour/article\n```\n"
    ),
    "words/people/ann-lee.md": entry("Ann Lee", aliases="[Lee]", prose="She lives in Oslo."),
    "words/places/oslo.md": entry("Oslo", coordinates="[59.9, 10.7]"),
    "past/history.md": "# History\n\n(the-old-days)=\n## The old days\n\nA rascal ruled Oslo.\n",
    "past/atlas.md": "# Atlas\n\n```{place-map}\n```\n",
    "past/fonts/none.txt": "",
}
FERRY = "Ferry Returns\n\n1 May 2021\n\nThe ferry between Estvik and the islands sailed on Sunday for the first time."
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

    @cached_property
    def imported(self) -> Any:
        return self.ask("import", str(self.folder / "ferry.txt"), "--json")

    @cached_property
    def problems(self) -> list[tuple[str, str]]:
        answer = self.ask("check", "--review", "--json")
        return [(problem["code"], problem["path"]) for problem in answer["problems"]]

    @cached_property
    def levels(self) -> list[dict[str, Any]]:
        rows: list[dict[str, Any]] = self.ask("check", "--levels", "--json", root=self.copy("levels"))["levels"]
        return rows

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
        path = self.copy("build") / "_build" / "html" / f"{docname}.html"
        return lxml_html.fromstring(path.read_text(encoding="utf-8"))

    @cached_property
    def printed(self) -> str:
        """What the pack is printed from."""
        assert self.outputs
        return (self.copy("build") / "_build/printed/.work/autumn/tree.json").read_text(encoding="utf-8")

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


@pytest.fixture(scope="module")
def answers(tmp_path_factory: pytest.TempPathFactory) -> Answers:
    folder = tmp_path_factory.mktemp("settings")
    reader = make_reader(folder / "reader", FILES, CONF)
    index = reader.root / "index.md"
    index.write_text("# Front page\n\n```{toctree}\n:hidden:\npast/history\npast/atlas\n```\n", encoding="utf-8")
    (reader.root / "past" / "own.typ").write_text(
        TEMPLATE.read_text(encoding="utf-8") + "\nPrinted by our own template.\n", encoding="utf-8"
    )
    if FONT:
        shutil.copy(FONT, reader.root / "past" / "fonts")
    (folder / "ferry.txt").write_text(FERRY, encoding="utf-8")
    (folder / "notes.json").write_text(json.dumps(ANNOTATION), encoding="utf-8")
    return Answers(folder, reader.root)


def words(page: Any, xpath: str = "//main") -> str:
    """The text of the first element that an XPath finds."""
    return " ".join(page.xpath(xpath)[0].text_content().split())


def links(page: Any) -> list[str]:
    return [str(link) for link in page.xpath("//a/@href")]


def dates(page: Any) -> list[str]:
    """The lines of an article's time line, without their dates."""
    items = page.xpath("//*[@id='in-time']//li")
    return [" ".join(item.text_content().split()).split(" ", 3)[-1] for item in items]


ARTICLE, ENTRY = "texts/harbour/article", "words/people/ann-lee"
Seen = Callable[[Answers], bool]


def on_pages(seen: Callable[[Callable[[str], Any]], bool]) -> dict[str, Seen]:
    """The same look at the pages of `build` and of `serve`."""
    return {"build": lambda a: seen(a.html), "serve": lambda a: seen(a.live)}


#: setting → command → whether the command's answer shows the setting's value
SEEN: dict[str, dict[str, Seen]] = {
    "corpus": {
        "import": lambda a: (
            a.imported["articles"][0]["path"].startswith("texts/private/")
            and (a.copy("import") / a.imported["articles"][0]["path"]).is_file()
        ),
        "check": lambda a: ("rights-expired", f"{ARTICLE}.md") in a.problems,
        "mentions": lambda a: a.mentions["article"] == "harbour" and bool(a.mentions["mentions"]),
        "notes list": lambda a: a.listed["notes"][0]["path"] == "texts/harbour/notes/me.yaml",
        "notes fix": lambda a: a.fixed["files"] == ["texts/harbour/notes/me.yaml"],
        "notes reanchor": lambda a: [note["article"] for note in a.reanchored["notes"]] == ["harbour"],
        "notes export": lambda a: "texts/harbour" in json.dumps(a.exported),
        "notes import": lambda a: (
            a.annotations["notes"][0]["article"] == "harbour"
            and (a.copy("notes-import") / "texts/harbour/notes/imported.yaml").is_file()
        ),
        "pack": lambda a: [row["title"] for row in a.pack["articles"]] == ["Harbour"],
        "serve": lambda a: _annotated(a) == "texts/harbour/notes/panel.yaml",
        "build": lambda a: "Ann Lee came to Oslo" in words(a.html(ARTICLE)),
    },
    "glossary": {
        "check": lambda a: ("reading-level", f"{ENTRY}.md") in a.problems,
        "mentions": lambda a: {m["entry"] for m in a.mentions["mentions"]} == {"ann-lee", "oslo"},
        "notes export": lambda a: ENTRY in json.dumps(a.exported),
        "build": lambda a: any("words/people/ann-lee" in link for link in links(a.html(ARTICLE))),
        "serve": lambda a: _begun(a) == "words/people/new-person.md",
        "pack": lambda a: "Ann Lee" in a.printed,
    },
    "background": {
        "check": lambda a: "dangling-background" not in {code for code, _ in a.problems},
        "build": lambda a: "A rascal ruled" in a.printed,
        "serve": lambda a: any("past/history.html#the-old-days" in link for link in links(a.live(ARTICLE))),
    },
    "chapters": {
        "check": lambda a: ("reading-level", "past/history.md") in a.problems,
        **on_pages(lambda page: bool(page("past/history").xpath("//a[contains(@class, 'mention')]"))),
    },
    "gloss": {
        "mentions": lambda a: all(m["glossed"] for m in a.mentions["mentions"] if m["paragraph"]),
        "notes export": lambda a: json.dumps(a.exported).count('"reader:entry": "oslo"') > 1,
        **on_pages(lambda page: len(page(ARTICLE).xpath("//*[starts-with(@id, 'gloss-oslo')]")) > 1),
    },
    "link_entries": on_pages(lambda page: not page(ENTRY).xpath("//p//a[contains(@class, 'mention')]")),
    "search_in": {
        "mentions": lambda a: any(m["paragraph"] is None for m in a.mentions["mentions"]),
        **on_pages(lambda page: bool(page(ARTICLE).xpath("//h1/a[contains(@class, 'mention')]"))),
    },
    "not_names": {
        "mentions": lambda a: (
            "Oslo" not in a.mentions["mentions"][-1]["text"]
            or [m["entry"] for m in a.mentions["mentions"]].count("oslo") == 3
        ),
    },
    "loaded_words": {"check": lambda a: ("loaded-word", "past/history.md") in a.problems},
    "level": {"check": lambda a: ("reading-level", "texts/later/article.md") in a.problems},
    "known_words": {"check": lambda a: all("jurisprudence" not in row["hard"] for row in a.levels)},
    "audience": {
        **on_pages(lambda page: "Ann Lee came to Oslo" in words(page(ARTICLE))),
        "pack": lambda a: a.pack["articles"][0]["pages"] is not None,
    },
    "time_before": on_pages(lambda page: dates(page("texts/later/article")) == ["This article", "Last"]),
    "time_after": on_pages(lambda page: dates(page(ARTICLE)) == ["This article", "Later"]),
    "map": on_pages(lambda page: any("past/atlas" in link for link in links(page("words/places/oslo")))),
    "map_note": on_pages(lambda page: "No line on this map is final" in words(page("past/atlas"))),
    "packs": {
        "build": lambda a: (
            "_build/printed/autumn.pdf" in a.outputs
            and any(link.endswith("autumn.pdf") for link in links(a.html("texts/packs/autumn")))
        ),
        "pack": lambda a: bool(a.pack) and (a.copy("pack") / "_build/printed/autumn.pdf").is_file(),
    },
    "pdf_template": {"build": lambda a: "our own template" in _pdf_text(a)},
    "pdf_fonts": {"build": lambda a: FONT is None or "DejaVuSerif" in _pdf_fonts(a)},
    "pdf_serif": {"build": lambda a: "DejaVu Serif" in a.printed},
    "pdf_size": {"build": lambda a: "13.5" in a.printed},
    "today": {
        "check": lambda a: ("rights-expired", f"{ARTICLE}.md") in a.problems,
        "pack": lambda a: a.pack["articles"][0]["expires"] == "1 January 2030",
    },
}
#: tested where parts are
ELSEWHERE = {"parts"}


def _annotated(answers: Answers) -> str:
    """The file of a note that is made in the panel."""
    kept = answers.served
    new = NewNote(docname=ARTICLE, layer="panel", body="A note.")
    _, files = NoteWriter(kept.root).add(kept.state, new, None)
    return files[0].relative_to(kept.root).as_posix()


def _begun(answers: Answers) -> str:
    """The file of an entry that is begun in the panel."""
    kept = answers.served
    new = entries.NewEntry.model_validate({"kind": "people", "name": "New Person"})
    path: str = entries.begin(kept.state, kept.root, new)[0]["path"]
    return path


def _pdf(answers: Answers) -> Path:
    assert answers.outputs
    return answers.copy("build") / "_build/printed/autumn.pdf"


def _pdf_text(answers: Answers) -> str:
    return " ".join(Pdf(_pdf(answers)).texts)


def _pdf_fonts(answers: Answers) -> str:
    return str(Pdf(_pdf(answers)).fonts)


def test_every_setting_is_looked_at() -> None:
    assert {*SEEN, *ELSEWHERE} == {setting.name for setting in OWN}
    commands = {name for name, command in named(COMMANDS) if command.in_reader and not command.parts}
    assert {command for seen in SEEN.values() for command in seen} == commands


def test_no_setting_has_its_default() -> None:
    defaults = Settings()
    namespace: dict[str, Any] = {}
    exec(CONF, namespace)
    assert [name for name in SEEN if namespace[PREFIX + name] == getattr(defaults, name)] == []


@pytest.mark.parametrize(
    ("setting", "command"), [(setting, command) for setting, seen in SEEN.items() for command in seen]
)
def test_a_setting_is_honoured(setting: str, command: str, answers: Answers) -> None:
    assert SEEN[setting][command](answers)


# --- settings that cannot be

CALLS = {
    "import": ["import", "--dry-run", "--json", "{folder}/ferry.txt"],
    "check": ["check", "--json"],
    "mentions": ["mentions", "harbour", "--json"],
    "notes list": ["notes", "list", "--json"],
    "notes fix": ["notes", "fix", "--json"],
    "notes reanchor": ["notes", "reanchor", "--json"],
    "notes export": ["notes", "export", "harbour", "-o", "{folder}/out.json"],
    "notes import": ["notes", "import", "{folder}/notes.json", "--json"],
    "pack": ["pack", "autumn", "--json"],
    "build": ["build", "--json"],
}
BAD = """
include_patterns = ["index.md", "corpus/**", "glossary/**"]
reader_corpus = "/etc"
reader_level = "B7"
"""
SAID = [
    "conf.py:{0}: reader_corpus is '/etc'; it should be a folder of the reader, such as 'corpus'. 'corpus' is used "
    "instead [bad-setting]",
    "conf.py:{1}: reader_level is 'B7'; it should be one of '', 'A1', 'A2', 'B1', 'B2', 'C1', 'C2'. 'B2' is used "
    "instead [bad-setting]",
]


@pytest.fixture(scope="module")
def wrong(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a reader that has wrong settings, and files to import."""
    folder = tmp_path_factory.mktemp("wrong")
    files = {name.replace("texts/", "corpus/"): text for name, text in FILES.items() if name.startswith("texts/")}
    make_reader(folder / "reader", files, BAD)
    (folder / "ferry.txt").write_text(FERRY, encoding="utf-8")
    (folder / "notes.json").write_text(json.dumps(ANNOTATION), encoding="utf-8")
    return folder


def test_every_command_is_called_with_wrong_settings() -> None:
    commands = {name for name, command in named(COMMANDS) if command.in_reader and not command.parts}
    assert {*CALLS, "serve"} == commands


@pytest.mark.parametrize("command", CALLS)
def test_a_wrong_setting_is_told_in_the_same_words(
    command: str, wrong: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    argv = [part.format(folder=wrong) for part in CALLS[command]]
    code = main(["--root", str(wrong / "reader"), *argv])
    said = capsys.readouterr()
    told = [line for line in said.err.splitlines() if line.endswith("[bad-setting]")]
    if "--json" in argv:
        answer = json.loads(said.out)
        rows = [row for row in answer.get("problems", ()) if row["code"] == "bad-setting"]
        told += [f"{row['path']}:{row['line']}: {row['message']} [{row['code']}]" for row in rows]
        assert {row["severity"] for row in rows} <= {"warning"}
    conf = (wrong / "reader" / "conf.py").read_text(encoding="utf-8").splitlines()
    lines = [conf.index(line) + 1 for line in BAD.splitlines()[-2:]]
    assert told == [sentence.format(*lines) for sentence in SAID]
    # A build shows what it can; it fails only if it is asked to be strict.
    assert code == (FINE if command == "build" else PROBLEMS)


def test_the_server_tells_wrong_settings_too(wrong: Path) -> None:
    kept = KeptReader(wrong / "reader")
    outcome = kept.build()
    kept.close()
    assert [str(p).partition(": ")[2] for p in outcome.problems if p.code == "bad-setting"] == [
        sentence.partition(": ")[2] for sentence in SAID
    ]


@pytest.mark.parametrize("command", [name for name in CALLS if name != "check"])
def test_a_configuration_that_fails_stops_every_command(
    command: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    make_reader(tmp_path / "reader", {}, "x = 1 / 0\n")
    (tmp_path / "ferry.txt").write_text(FERRY, encoding="utf-8")
    (tmp_path / "notes.json").write_text(json.dumps(ANNOTATION), encoding="utf-8")
    argv = [part.format(folder=tmp_path) for part in CALLS[command]]
    assert main(["--root", str(tmp_path / "reader"), *argv]) == PROBLEMS
    said = capsys.readouterr()
    assert "ZeroDivisionError: division by zero" in said.err + said.out
    assert "Traceback" not in said.err + said.out
