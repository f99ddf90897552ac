"""Whatever lies in the folders: a clear problem or a right page, never a traceback."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from readers import CONF, Reader, article, entry, make_reader

from course_reader.cli import main
from course_reader.commands.build import Built, build
from course_reader.commands.check import check
from course_reader.commands.command import FINE, PROBLEMS
from course_reader.model.problems import Problem, Severity

ODD_TITLE = r"""*a* _b_ [c](d) <i>e</i> & $f$ `g` {role}`x` # 1. ~s~ | \ {{x}} ^ <!>"""
LONG_NAME = "Long " * 199 + "Name"
REGEX_NAME = "A.B (C+) [x]* | ^z$"

GOOD: dict[str, str | bytes | Path | None] = {
    "corpus/title/article.md": article("Armenia.", title="'" + ODD_TITLE + "'"),
    "corpus/two words/article.md": article("Armenia here."),
    "corpus/Ünï-հայ/article.md": article("Armenia again."),
    "corpus/crlf/article.md": article("Armenia one.\n\nArmenia two.").replace("\n", "\r\n").encode(),
    "corpus/bom/article.md": b"\xef\xbb\xbf" + article("Armenia.").encode(),
    "corpus/nul/article.md": article("Arme\x00nia and Armenia."),
    "corpus/regex/article.md": article(r"Here is A.B (C+) [x]* \| ^z\$ and AxB (CC) x."),
    "corpus/long/article.md": article(f"Here is {LONG_NAME}, at length."),
    "corpus/scripts/article.md": article("Քաղաքը Երևան է։ שלום ירושלים היום. مدينة القدس هنا."),
    "corpus/within/article.md": article("Karabakh, Nagorno-Karabakh, Karabakh Committee."),
    "corpus/markup/article.md": article(r"By \*Star\* \<b\>Bold\</b\> & Co."),
    "corpus/nested/article.md": article("Armenia.\n\n" + "> " * 200 + "Deep."),
    "corpus/brackets/article.md": article("[" * 500 + " Armenia"),
    "glossary/places/armenia.md": b"\xef\xbb\xbf" + entry("Armenia").replace("\n", "\r\n").encode(),
    "glossary/people/regex.md": entry(f"'{REGEX_NAME}'"),
    "glossary/people/long.md": entry(LONG_NAME),
    "glossary/places/yerevan.md": entry("Երևան"),
    "glossary/places/jerusalem.md": entry("Jerusalem", names="{he: ירושלים, ar: القدس}"),
    "glossary/places/karabakh.md": entry("Karabakh", aliases="[Nagorno-Karabakh]"),
    "glossary/organisations/committee.md": entry("Karabakh Committee"),
    "glossary/people/markup.md": entry(
        "'*Star* <b>Bold</b> & Co'", gloss="'<script>alert(1)</script> *x* [y](z) {{q}}'", prose=""
    ),
    "glossary/terms/many.md": entry("many", aliases="[" + ", ".join(f"alias number {n}" for n in range(10_000)) + "]"),
    "corpus/many/article.md": article("An alias number 9999 and an alias number 12345."),
}


@pytest.fixture(scope="module")
def good(tmp_path_factory: pytest.TempPathFactory) -> tuple[Reader, Built]:
    reader = make_reader(tmp_path_factory.mktemp("good"), GOOD)
    return reader, build(reader.root, ["html"])


def test_odd_texts_are_no_problem(good: tuple[Reader, Built]) -> None:
    assert [str(problem) for problem in good[1].problems] == []


@pytest.mark.parametrize(
    ("slug", "linked"),
    [
        ("title", ["Armenia"]),
        ("two words", ["Armenia"]),
        ("Ünï-հայ", ["Armenia"]),
        ("crlf", ["Armenia", "Armenia"]),
        ("bom", ["Armenia"]),
        ("nul", ["Armenia"]),
        ("regex", [REGEX_NAME]),
        ("long", [LONG_NAME]),
        ("scripts", ["Երևան", "ירושלים", "القدس"]),
        ("within", ["Karabakh", "Nagorno-Karabakh", "Karabakh Committee"]),
        ("markup", ["*Star* <b>Bold</b> & Co"]),
        ("many", ["alias number 9999"]),
    ],
)
def test_names_are_found_in_odd_texts(good: tuple[Reader, Built], slug: str, linked: list[str]) -> None:
    xpath = "//*[contains(@class, 'para')]//a[contains(@class, 'mention')]"
    assert good[0].texts(f"corpus/{slug}/article", xpath) == linked


def test_markup_in_front_matter_is_shown_as_it_is_written(good: tuple[Reader, Built]) -> None:
    reader, _ = good
    assert reader.texts("corpus/title/article", "//h1/text()") == [ODD_TITLE]
    assert reader.texts("glossary/people/markup", "//h1/text()") == ["*Star* <b>Bold</b> & Co"]
    gloss = "<script>alert(1)</script> *x* [y](z) {{q}}"
    assert reader.texts("corpus/markup/article", "//*[@class='gloss-text']") == [gloss]
    assert ODD_TITLE in " ".join(reader.texts("index", "//a"))


def test_links_to_odd_folders_lead_there(good: tuple[Reader, Built]) -> None:
    reader, _ = good
    links = reader.page("glossary/places/armenia").xpath("//a/@href")
    assert "../../corpus/two%20words/article.html#p1" in links
    assert any(link.endswith("-%D5%B0%D5%A1%D5%B5/article.html#p1") for link in links)


def lines(root: Path) -> list[str]:
    """What `check` says, without hints."""
    return [str(problem) for problem in check(root) if problem.severity is not Severity.HINT]


BAD: dict[str, str | bytes | Path | None] = {
    "corpus/zero/article.md": b"",
    "corpus/front-only/article.md": "---\ntitle: T\ndate: 2022\nrights: {status: own}\n---\n",
    "corpus/no-front/article.md": "Just text.\n",
    "corpus/endless/article.md": "---\ntitle: T\ndate: 2022\n\nText.\n",
    "corpus/list/article.md": "---\n- title\n- date\n---\n\nText.\n",
    "corpus/broken/article.md": "---\ntitle: T: U\n---\n\nText.\n",
    "corpus/deep/article.md": "---\ntitle: " + "[" * 5000 + "\n---\n\nText.\n",
    "corpus/nul/article.md": "---\ntitle: T\x00\n---\n\nText.\n",
    "corpus/yes/article.md": article("Text.", mentions="yes"),
    "corpus/not-utf8/article.md": b"---\ntitle: \xe9\n---\n",
    "corpus/notes-only/notes/me.yaml": "notes: []\n",
    "corpus/folder/article.md/x.txt": "",
    "corpus/nowhere/article.md": Path("nothing.md"),
    "corpus/loop": Path(".."),
    "corpus/noted/article.md": article("Text."),
    "corpus/noted/notes/a.yaml": "notes:\n  - {bdy: B, kind: remark}\n  - {quote: '', body: B, paragraph: 7}\n",
    "corpus/noted/notes/b.yaml": b"\xff\xfe",
    "corpus/noted/notes/c.yaml": "- a list\n",
    "corpus/noted/notes/d.yaml": "",
    "corpus/noted/notes/e.yaml": Path("nothing.yaml"),
    "corpus/noted/notes/f.yaml/x.txt": "",
    "glossary/people/index.md": entry("Index"),
    "glossary/people/self.md": entry("Self", see="[self]"),
    "glossary/people/empty.md": "---\nname: E\ngloss:\n---\n",
    "glossary/people/not-utf8.md": b"---\nname: \xe9\n---\n",
    "glossary/people/nowhere.md": Path("nothing.md"),
    "glossary/people/loop.md": Path("loop.md"),
    "docs/not-utf8.md": b"# \xff\n",
    "docs/fine.md": "# Fine\n",
}

ADVICE = "look at the brackets, quotation marks, colons and indentation here [yaml]"


def test_what_is_broken_is_told_all_at_once(tmp_path: Path) -> None:
    make_reader(tmp_path, BAD)
    assert lines(tmp_path) == [
        'corpus/broken/article.md:2: the value has a colon in it; put it in quotation marks: title: "…" [yaml]',
        "corpus/deep/article.md:2: brackets or lists are nested too deeply; use fewer levels [yaml]",
        "corpus/endless/article.md:1: the front matter never ends; close it with a line of three hyphens (---) [yaml]",
        "corpus/folder/article.md: this is a folder; it should be the article's file [empty-article]",
        "corpus/front-only/article.md:2: the article has no text; write it below the front matter [empty-article]",
        "corpus/list/article.md:2: it should consist of `key: value` lines [yaml]",
        "corpus/loop: this link points to a folder of the reader itself and is not followed; remove it [link-back]",
        "corpus/no-front/article.md:1: the article has no front matter; begin it with --- and at least title and date "
        "[missing-key]",
        "corpus/not-utf8/article.md:2: the byte 0xe9 is not UTF-8; save the file as UTF-8 [not-utf8]",
        "corpus/noted/notes/a.yaml:2: notes.kind is 'remark'; it should be one of 'comment', 'question', 'correction' "
        "or 'context' [bad-value]",
        "corpus/noted/notes/a.yaml:2: the key 'body' is missing; add it [missing-key]",
        "corpus/noted/notes/a.yaml:2: the key 'bdy' does not exist here; did you mean 'body'? [unknown-key]",
        "corpus/noted/notes/b.yaml:1: the byte 0xff is not UTF-8; save the file as UTF-8 [not-utf8]",
        "corpus/noted/notes/c.yaml:1: it should consist of `key: value` lines [yaml]",
        "corpus/noted/notes/e.yaml: the file cannot be read: No such file or directory [not-utf8]",
        "corpus/noted/notes/f.yaml: the file cannot be read: Is a directory [not-utf8]",
        "corpus/notes-only/article.md: this file is missing, but its folder contains notes on it; add it, or "
        "delete the folder [empty-article]",
        "corpus/nowhere/article.md: Ignored unreadable document 'corpus/nowhere/article.md'. [sphinx]",
        "corpus/nul/article.md:2: it contains the character U+0000, which YAML does not allow; remove it [yaml]",
        "corpus/yes/article.md:5: mentions is 'yes'; it should be a list (lines that begin with `- `) [bad-value]",
        "corpus/zero/article.md:1: the article has no text; write it below the front matter [empty-article]",
        "corpus/zero/article.md:1: the article has no front matter; begin it with --- and at least title and date "
        "[missing-key]",
        "docs/not-utf8.md:1: the byte 0xff is not UTF-8; save the file as UTF-8 [not-utf8]",
        "glossary/people/empty.md:3: gloss is empty; it should be a text [bad-value]",
        "glossary/people/index.md: the name 'index' is reserved for the page that lists the entries; rename "
        "the file [bad-id]",
        "glossary/people/loop.md: the file cannot be read: Too many levels of symbolic links [not-utf8]",
        "glossary/people/loop.md: Ignored unreadable document 'glossary/people/loop.md'. [sphinx]",
        "glossary/people/not-utf8.md:2: the byte 0xe9 is not UTF-8; save the file as UTF-8 [not-utf8]",
        "glossary/people/nowhere.md: the file cannot be read: No such file or directory [not-utf8]",
        "glossary/people/nowhere.md: Ignored unreadable document 'glossary/people/nowhere.md'. [sphinx]",
        "glossary/people/self.md:4: `see` names the entry itself; take it out [dangling-see]",
    ]


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="whoever may read everything cannot test this")
def test_files_that_may_not_be_read_are_problems(tmp_path: Path) -> None:
    files = {"corpus/a/article.md": article("Text."), "glossary/people/a.md": entry("A")}
    make_reader(tmp_path, files)
    for name in files:
        (tmp_path / name).chmod(0)
    assert {line.partition(":")[0] for line in lines(tmp_path)} >= set(files)


@pytest.mark.parametrize(
    ("files", "conf", "expected"),
    [
        ({"index.md": None}, "", "index.md: the reader cannot be built: its front page is missing; write it"),
        ({"index.md": b"# \xff\n"}, "", "index.md: the reader cannot be built: its front page cannot be read"),
        (
            {},
            "x = 1 / 0",
            "conf.py:9: the configuration cannot be run (ZeroDivisionError: division by zero); correct it",
        ),
        (
            {},
            "x = )",
            "conf.py:9: the configuration cannot be run (SyntaxError: unmatched ')'); correct it",
        ),
        (
            {},
            "raise SystemExit(3)",
            "conf.py:9: the configuration cannot be run (SystemExit: 3); correct it",
        ),
        (
            {},
            "extensions = ['myst_parser']",
            "the reader cannot be built: conf.py does not load the extension; add 'course_reader' to `extensions`",
        ),
    ],
    ids=["no front page", "front page", "conf raises", "conf syntax", "conf exits", "no extension"],
)
def test_what_stops_everything_is_one_sentence(
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    files: dict[str, str | bytes | Path | None],
    conf: str,
    expected: str,
) -> None:
    make_reader(tmp_path, files, conf)
    assert f"{expected} [not-built]" in lines(tmp_path)
    assert main(["--root", str(tmp_path), "build"]) == PROBLEMS
    assert main(["--root", str(tmp_path), "mentions", "a"]) == PROBLEMS
    said = capsys.readouterr()
    assert f"{expected} [not-built]" in said.err.splitlines()
    assert "Traceback" not in said.err + said.out


def test_problems_of_files_are_told_though_the_front_page_is_missing(tmp_path: Path) -> None:
    make_reader(tmp_path, {"index.md": None, "glossary/people/a.md": "---\nname: A\n---\n"})
    assert lines(tmp_path) == [
        "glossary/people/a.md:2: the key 'gloss' is missing; add it [missing-key]",
        "index.md: the reader cannot be built: its front page is missing; write it [not-built]",
    ]


def test_settings_that_cannot_be_are_replaced_and_told(tmp_path: Path) -> None:
    conf = """
    reader_gloss = "frist"
    reader_chapters = "docs/background"
    reader_glos = "all"
    reader_today = "2024-13-01"
    reader_time_before = -1
    reader_corpus = "/etc"
    reader_audience = None
    """
    reader = make_reader(tmp_path, {"corpus/a/article.md": article("Text.")}, conf)
    first = CONF.count("\n") + 1
    found: list[Problem] = [p for p in check(tmp_path) if p.path == "conf.py"]
    assert [(p.line - first, p.message.split(" ")[0]) for p in found] == [
        (0, "reader_gloss"),
        (1, "reader_chapters"),
        (2, "there"),
        (3, "reader_today"),
        (4, "reader_time_before"),
        (5, "reader_corpus"),
        (6, "reader_audience"),
    ]
    assert "did you mean 'reader_gloss'?" in found[2].message
    assert build(tmp_path, ["html"]).problems == found
    reader.build("dummy")
    assert len(reader.warnings) == len(found)


def test_what_other_extensions_say_while_they_start_is_heard(tmp_path: Path) -> None:
    make_reader(tmp_path, {}, "myst_enable_extensions = ['nothing']")
    assert any(line.startswith("conf.py:9: myst configuration invalid:") for line in lines(tmp_path))


def test_five_megabytes_are_read_and_marked(tmp_path: Path) -> None:
    paragraph = "Armenia stands first. " + "Then come many other words, as in any article. " * 50 + "\n\n"
    files = {"glossary/places/armenia.md": entry("Armenia"), "corpus/a/article.md": article(paragraph * 2100)}
    reader = make_reader(tmp_path, files)
    assert (tmp_path / "corpus/a/article.md").stat().st_size > 4_900_000
    assert main(["--root", str(tmp_path), "build"]) == FINE
    assert len(reader.texts("corpus/a/article", "//p//a[contains(@class, 'mention')]")) == 2100
