"""The manual holds what the code holds: every command, setting, problem and key, and no path that is not there."""

from __future__ import annotations

import io
import json
import re
import tomllib
from collections.abc import Iterator
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from lxml import html as lxml_html
from readers import make_reader
from sphinx.application import Sphinx
from sphinx.util.docutils import docutils_namespace, patch_docutils
from trees import PACK

from course_reader import cli
from course_reader.commands.command import named
from course_reader.commands.new import create
from course_reader.files.front_matter import read
from course_reader.files.yaml_lines import load as load_yaml
from course_reader.marks.session import names_of
from course_reader.model.dates import parse
from course_reader.model.entry import MODELS, Kind
from course_reader.model.glossary import load
from course_reader.model.note import NoteFile
from course_reader.model.problems import Code
from course_reader.model.records import Record, build
from course_reader.model.settings import OWN, PREFIX
from course_reader.parts.registry import Parts, installed
from course_reader.text.mention.index import Findings, NameIndex

PROJECT = Path(__file__).parent.parent
MANUAL = PROJECT / "docs" / "manual"
PAGES = sorted(path.stem for path in MANUAL.glob("*.md"))
#: how front matter is read with the keys of all parts
FORMS = Parts(installed())

RECORDS = [FORMS.articles.whole, FORMS.packs.whole, NoteFile, *MODELS.values()]

# The manual is built once for all tests here.
pytestmark = pytest.mark.xdist_group("manual")


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """The text of each page of the manual, as a reader sees it; built alone, so that links out of it lead nowhere."""
    out = tmp_path_factory.mktemp("manual")
    settings: dict[str, Any] = {"include_patterns": ["docs/manual/**"], "root_doc": "docs/manual/index"}
    confdir = PROJECT / "conf"
    with patch_docutils(confdir), docutils_namespace():
        app = Sphinx(
            PROJECT, confdir, out / "html", out / "doctrees", "html",
            confoverrides=settings, status=None, warning=io.StringIO(),
        )  # fmt: skip
        app.build()
    return {page: _text(out / "html" / "docs" / "manual" / f"{page}.html") for page in PAGES}


def _text(path: Path) -> str:
    page = lxml_html.fromstring(path.read_text(encoding="utf-8"))
    return str(page.xpath("//main")[0].text_content())


@cache
def source(page: str) -> str:
    """The source of a page."""
    return (MANUAL / f"{page}.md").read_text(encoding="utf-8")


def test_every_page_is_in_a_table_of_contents() -> None:
    listed = re.findall(r"^```\{toctree\}\n(.*?)^```", source("index"), re.M | re.S)
    names = {line.strip() for block in listed for line in block.splitlines() if line and not line.startswith(":")}
    assert names == set(PAGES) - {"index"}


@pytest.mark.parametrize("command", [name for name, _ in named(cli.commands())])
def test_every_command_is_explained_with_all_its_options(command: str, built: dict[str, str]) -> None:
    assert f"usage: course-reader {command}" in built["commands"]
    assert f"## {command}\n" in source("commands")


def test_the_help_of_the_manual_names_every_option(built: dict[str, str]) -> None:
    files = (Path(cli.__file__).parent / "commands").rglob("*.py")
    code = "".join(file.read_text(encoding="utf-8") for file in files)
    options = set(re.findall(r'add_argument\(\s*"(--[a-z-]+)"', code))
    assert options
    assert {option for option in options if option not in built["commands"]} == set()


def test_every_setting_is_printed_with_its_default(built: dict[str, str]) -> None:
    missing = [
        setting.name
        for setting in OWN
        if f"{PREFIX}{setting.name}" not in built["settings"] or repr(setting.default) not in built["settings"]
    ]
    assert missing == []


def test_every_problem_is_printed_once(built: dict[str, str]) -> None:
    rows = [line.strip() for line in built["settle-problems"].splitlines()]
    assert {code: rows.count(str(code)) for code in Code} == dict.fromkeys(Code, 1)


def _keys(model: type[Record]) -> Iterator[str]:
    """Every key that may stand in files of a model, those of its parts too."""
    for name, info in model.model_fields.items():
        yield info.alias or name
        for part in _parts(info.annotation):
            yield from _keys(part)


def _parts(annotation: Any) -> Iterator[type[Record]]:
    if isinstance(annotation, type) and issubclass(annotation, Record):
        yield annotation
    for inner in getattr(annotation, "__args__", ()):
        yield from _parts(inner)


@pytest.mark.parametrize("model", RECORDS, ids=lambda model: str(model.__name__))
def test_every_key_of_a_file_is_explained(model: type[Record]) -> None:
    text = source("front-matter") + source("write-an-entry") + source("notes") + source("print-a-pack")
    assert [key for key in dict.fromkeys(_keys(model)) if f"`{key}`" not in text] == []


def test_every_record_of_the_print_tree_is_explained_with_all_its_keys(built: dict[str, str]) -> None:
    page = " ".join(built["templates"].split())
    for record in PACK.json_schema()["$defs"].values():
        sentence = record["description"].replace("`", "").replace("'", "’")
        assert sentence in page
        table = page.partition(sentence)[2]
        keys = [key for key in record["properties"] if key != "t"]
        places = [re.search(rf"(?<!\S){key}(?!\S)", table) for key in keys]
        assert [key for key, place in zip(keys, places, strict=True) if place is None] == []


def test_the_print_templates_and_their_kinds_are_named(built: dict[str, str]) -> None:
    files = (PROJECT / "src" / "course_reader" / "pdf" / "templates" / "course-reader").glob("*.typ")
    assert [file.name for file in files if f"`{file.name}`" not in source("templates")] == []
    mapping = PACK.json_schema()["properties"]["parts"]["items"]["discriminator"]["mapping"]
    assert [kind for kind in mapping if f" part: {kind}" not in built["templates"]] == []


def test_every_role_of_an_entry_is_named() -> None:
    roles = [f"`{{{kind.word}}}`" for kind in Kind] + ["{entry}", "{nolink}"]
    assert [role for role in roles if role not in source("rules-of-mentions")] == []


# --- what the manual shows is right


def _shown(folder: str) -> list[tuple[str, str]]:
    """The files that the manual shows in full, by the path in their caption."""
    found = []
    for page in PAGES:
        blocks = re.findall(r"^```\{code-block\} yaml\n:caption: (\S+)\n\n(.*?)^```", source(page), re.M | re.S)
        # Lines to be added to a file are not the whole of it.
        found += [(path, text) for path, text in blocks if path.startswith(folder) and page != "a-part-of-your-own"]
    return found


def test_every_entry_that_is_shown_is_a_right_one(tmp_path: Path) -> None:
    shown = _shown("glossary/")
    make_reader(tmp_path, dict(shown))
    glossary = load(tmp_path / "glossary", tmp_path)
    assert glossary.problems == []
    assert len(glossary) == len(shown) > 2


def test_every_article_and_every_note_that_is_shown_is_a_right_one(tmp_path: Path) -> None:
    found: list[Any] = []
    articles = [text for path, text in _shown("corpus/") if path.endswith("article.md")]
    notes = [text for path, text in _shown("corpus/") if path.endswith(".yaml")]
    records: list[Record | None] = [
        build(FORMS.articles.whole, read(text).document, "article", found) for text in articles
    ]
    records += [build(NoteFile, load_yaml(text), "notes", found) for text in notes]
    assert found == []
    assert None not in records
    assert articles and notes


def test_the_example_entry_says_in_the_margin_what_the_manual_says(tmp_path: Path) -> None:
    make_reader(tmp_path, dict(_shown("glossary/people/")))
    entry = load(tmp_path / "glossary", tmp_path)["ada-quill"]
    table = source("write-an-entry").partition("| Article of | Line in the margin |")[2].partition("\n\n")[0]
    rows = re.findall(r"^\| (\d{4}-\d\d-\d\d) \| (.*?) \|$", table, re.M)
    assert len(rows) > 4
    assert [(day, entry.role_at(parse(day).first)) for day, _ in rows] == rows


def _examples() -> list[tuple[str, str]]:
    table = source("rules-of-mentions").partition("| Words in the article | Linked |")[2].partition("\n\n")[0]
    return re.findall(r"^\| (?!-)(.*?) \| (.*?) \|$", table, re.M)


@pytest.fixture(scope="module")
def index() -> NameIndex:
    """The names of the shipped glossary."""
    return NameIndex(name for file in load(PROJECT / "glossary", PROJECT) for name in names_of(file))


@pytest.mark.parametrize(("words", "linked"), _examples(), ids=[words for words, _ in _examples()])
def test_the_examples_of_mentions_are_true(words: str, linked: str, index: NameIndex) -> None:
    found: Findings = index.find(words, date=date(2023, 5, 26))
    assert [mention.text for mention in found.mentions] == re.findall(r"`(.+?)`", linked)
    assert bool(found.questions) == ("question" in linked)


# --- what the manual names is there


@pytest.fixture(scope="module")
def new_reader(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What `new` makes: the manual speaks of its files too."""
    folder = tmp_path_factory.mktemp("new") / "reader"
    create(folder)
    return folder


#: Made by a build, by an import, or by the person who follows the manual.
_MADE = (
    "_build",
    ".venv",
    ".hypothesis",
    "dist/",
    "corpus/private",
    "conf/static",
    "original.txt",
    "corpus/packs/autumn.md",
    "glossary/not-names.yaml",
    "a2.md",
    "b1.md",
    "c1.md",
    "glossary.yaml",
    # In the output of a build, or in a reader that is published.
    *("sitemap.xml", "robots.txt", "feed.xml", ".readthedocs.yaml", "requirements.txt", ".schemas"),
)


def _paths(text: str) -> Iterator[str]:
    """Words in code type that are a path: with a folder in it, or a file's ending."""
    for words in re.findall(r"(?<!`)`([^`\n]+)`(?!`)", text):
        shape = re.fullmatch(r"\.?[A-Za-z_][\w-]*(?:/[\w.-]+)*/?(?:\.\w+)?", words)
        if shape and ("/" in words or re.search(r"\w\.(py|md|toml|yaml|bib|txt)$", words)):
            yield words


@pytest.mark.parametrize("page", [*PAGES, "README"])
def test_every_path_that_is_named_is_there(page: str, new_reader: Path) -> None:
    text = source(page) if page != "README" else (PROJECT / "README.md").read_text(encoding="utf-8")
    homes = [
        PROJECT,
        PROJECT / "src" / "course_reader",
        PROJECT / "src" / "course_reader" / "pdf" / "templates",
        MANUAL / "examples",
        new_reader,
        new_reader / "corpus" / "harbour-2024",
    ]
    named = [path for path in dict.fromkeys(_paths(text)) if not path.startswith(_MADE)]
    missing = [path for path in named if not any((home / path).exists() for home in homes)]
    assert missing == []


def test_every_target_of_make_is_named() -> None:
    targets = re.findall(r"^([a-z-]+)(?= .*:|:)", (PROJECT / "Makefile").read_text(encoding="utf-8"), re.M)
    assert [name for name in targets if name != "help" and f"`make {name}`" not in source("commands")] == []


def test_every_dependency_has_its_reason_and_no_other_is_named() -> None:
    project = tomllib.loads((PROJECT / "pyproject.toml").read_text(encoding="utf-8"))
    groups = project["dependency-groups"]
    wanted = [
        *project["project"]["dependencies"],
        *(line for extra in project["project"]["optional-dependencies"].values() for line in extra),
        *groups["test"],
        *groups["lint"],
        *groups["lock"],
        *project["build-system"]["requires"],
    ]
    names = {re.match(r"[\w.-]+", line)[0] for line in wanted}  # type: ignore[index]
    scripts = json.loads((PROJECT / "tools/javascript/package.json").read_text(encoding="utf-8"))
    names |= scripts["devDependencies"].keys()
    tables = [line.split("|")[1] for line in source("dependencies").splitlines() if line.startswith("| `")]
    assert names == {name for cell in tables for name in re.findall(r"`(.+?)`", cell)}


def test_the_readme_shows_its_picture() -> None:
    text = (PROJECT / "README.md").read_text(encoding="utf-8")
    pictures = re.findall(r"!\[[^\]]{20,}\]\((\S+?)\)", text)
    assert pictures
    assert all((PROJECT / picture).stat().st_size < 250_000 for picture in pictures)
