"""A build for the public, from the first file to its exit status."""

from __future__ import annotations

from pathlib import Path

import pytest
from printed import pack
from readers import Reader, article, entry, make_reader
from shipped import sphinx_build

from course_reader.cli import FINE, PROBLEMS, main
from course_reader.commands.build import build
from course_reader.model.problems import Code

SECRET = "quartz"
WRONG = article(f"The {SECRET}.", title="One").replace("status: own", "status: wno")
FILES = {
    "index.md": "# Front\n\n```{toctree}\n:glob:\n\ncorpus/**\n```\n",
    "corpus/one/article.md": WRONG,
    "corpus/one/more.md": f"# More\n\n{SECRET}\n",
    "corpus/one/b1.md": f"{SECRET}\n",
    "corpus/two/article.md": article("Open.", title="Two"),
    "corpus/two/b1.md": "Easy.\n",
    "corpus/gone/article.md": article("Once.").replace("own", "licensed, expires: 2020-01-01"),
    "corpus/gone/a2.md": f"---\nmentions: []\n---\n{SECRET}\n",
    "corpus/two/more.md": "# More of two\n\nOpen.\n",
    "corpus/two/text.md": f"---\nrights: none\n---\n# A text with another name\n\n{SECRET}\n",
    "corpus/private/three/article.md": article(f"{SECRET}"),
    "corpus/private/three/b1.md": f"{SECRET}\n",
    "corpus/private/three/original.md": f"# Original\n\n{SECRET}\n",
    "corpus/private/index.md": f"# Index\n\n{SECRET}\n",
}
CONF = "html_copy_source = True\nexclude_patterns = ['_build', '.*', 'out']\n"


@pytest.fixture
def reader(tmp_path: Path) -> Reader:
    return make_reader(tmp_path, FILES, CONF)


def holders(folder: Path) -> list[str]:
    files = (path for path in folder.rglob("*") if path.is_file())
    return sorted(path.relative_to(folder).as_posix() for path in files if SECRET.encode() in path.read_bytes())


def test_documents_that_belong_to_closed_texts_are_left_out_and_others_are_built(reader: Reader) -> None:
    out = reader.build()

    assert holders(out) == []
    assert holders(reader.root / "_build/doctrees") == []
    pages = {path.relative_to(out).as_posix() for path in (out / "corpus").rglob("*.html")}
    assert {"corpus/one/article.html", "corpus/two/article.html", "corpus/two/more.html", "corpus/two/b1.html"} <= pages
    assert not pages & {"corpus/one/b1.html", "corpus/gone/a2.html", "corpus/private/three/b1.html"}
    assert not pages & {"corpus/one/more.html", "corpus/two/text.html", "corpus/private/index.html"}


def test_a_text_at_another_level_names_its_article_and_is_not_searched(reader: Reader) -> None:
    out = reader.build()

    page = (out / "corpus/two/b1.html").read_text(encoding="utf-8")
    assert '<link rel="canonical" href="article.html" />' in page
    assert "corpus/two/b1" not in (out / "searchindex.js").read_text(encoding="utf-8")
    assert "reader-levels" in (out / "corpus/two/article.html").read_text(encoding="utf-8")


def test_a_link_to_a_private_text_is_closed_too(tmp_path: Path) -> None:
    files = {**FILES, "corpus/open/article.md": Path("../private/three/article.md")}
    out = make_reader(tmp_path, files, CONF).build()

    assert (out / "corpus/open/article.html").is_file()
    assert holders(out) == []


def test_what_a_page_takes_in_of_closed_texts_is_left_out_and_ends_the_build_with_an_error(tmp_path: Path) -> None:
    private = "../corpus/private/three/article.md"
    texts = {
        "include": f"```{{include}} {private}\n```",
        "literal": f"```{{literalinclude}} {private}\n```",
        "table": f"```{{csv-table}} A table\n:file: {private}\n```",
        "download": "The {download}`list <../corpus/one/list.txt>` is long.",
        "picture": "![A ship](../corpus/one/ship.png)",
        "own": "![A ship](ship.png)",
    }
    pages = {f"docs/{name}.md": f"# Page {name}\n\n{text}\n" for name, text in texts.items()}
    files = dict.fromkeys(("corpus/one/list.txt", "corpus/one/ship.png"), SECRET)
    including = article("```{include} ../private/three/article.md\n```\n", title="Including")
    reader = make_reader(
        tmp_path, {**FILES, **pages, **files, "docs/ship.png": "open", "corpus/four/article.md": including}, CONF
    )

    built = build(reader.root, ["html"])

    out = reader.root / "_build/html"
    assert built.failed
    assert holders(out) == []
    told = {p.path for p in built.problems if p.code is Code.CLOSED_FILE}
    assert told == {f"docs/{name}.md" for name in texts.keys() - {"own"}} | {"corpus/four/article.md"}
    lines = {p.path: p.line for p in built.problems if p.code is Code.CLOSED_FILE}
    assert lines == {path: {"docs/table.md": 4, "corpus/four/article.md": 7}.get(path, 3) for path in told}
    assert "is long" in (out / "docs/download.html").read_text(encoding="utf-8")
    assert (out / "_images/ship.png").read_text(encoding="utf-8") == "open"


def test_an_unclear_key_ends_each_build_with_an_error_until_it_is_put_right(reader: Reader) -> None:
    for _ in range(2):
        built = build(reader.root, ["html"])
        assert built.failed
        assert built.outputs == ["_build/html/index.html"]
        assert any(p.path == "corpus/one/article.md" and p.line == 4 for p in built.problems)

    reader.write({"corpus/one/article.md": WRONG.replace("wno", "own"), "corpus/two/text.md": None})
    assert not build(reader.root, ["html"]).failed
    assert SECRET in (reader.root / "_build/html/corpus/one/article.html").read_text(encoding="utf-8")


def test_the_class_sees_everything_and_its_build_does_not_fail(reader: Reader) -> None:
    assert not build(reader.root, ["html"], settings={"reader_audience": "class"}).failed
    assert len(holders(reader.root / "_build/class/html")) > 5


def test_one_folder_of_doctrees_serves_both_audiences(reader: Reader) -> None:
    assert holders(reader.build(reader_audience="class")) != []
    reader.build()

    assert "corpus/one/article.html" not in holders(reader.root / "_build/html")
    assert "corpus/one/article.doctree" not in holders(reader.root / "_build/doctrees")


def test_a_permission_that_expires_is_seen_in_the_next_build(tmp_path: Path) -> None:
    text = article(f"The {SECRET}.").replace("own", "own, expires: 2024-06-30")
    reader = make_reader(tmp_path, {"corpus/one/article.md": text})

    assert "corpus/one/article.html" in holders(reader.build(reader_today="2024-06-30"))
    assert holders(reader.build(reader_today="2024-07-01")) == []
    assert holders(reader.root / "_build/doctrees") == []


@pytest.mark.parametrize("article_file", [b"---\ntitle: \xff\n---\n\nWords.\n", Path("../../../away.md")])
def test_what_is_beside_an_article_that_cannot_be_read_is_closed(tmp_path: Path, article_file: bytes | Path) -> None:
    (tmp_path / "away.md").write_text(article("Words from elsewhere."))
    files: dict[str, str | bytes | Path | None] = {
        "corpus/one/article.md": article_file,
        "corpus/one/b1.md": f"The {SECRET}.\n",
        "corpus/one/more.md": f"# More\n\n{SECRET}\n",
        "corpus/one/ship.png": SECRET,
        "corpus/two/article.md": article("Open.", title="Two"),
        "docs/picture.md": "# Picture\n\n![A ship](../corpus/one/ship.png)\n",
    }
    reader = make_reader(tmp_path / "reader", files, CONF)

    assert holders(reader.build()) == []
    assert (reader.root / "_build/html/corpus/two/article.html").is_file()


def test_pages_that_take_in_something_of_a_text_that_expires_are_read_again(tmp_path: Path) -> None:
    expires = article(f"The {SECRET}.").replace("own", "own, expires: 2024-06-30")
    files = {
        "corpus/one/article.md": expires,
        "corpus/one/ship.png": SECRET,
        "corpus/private/list.txt": SECRET,
        "docs/picture.md": "# Picture\n\n![A ship](../corpus/one/ship.png)\n",
        "docs/text.md": "# Text\n\n```{include} ../corpus/one/article.md\n:start-line: 5\n```\n",
        "docs/private.md": "# Private\n\n```{literalinclude} ../corpus/private/list.txt\n```\n",
    }
    reader = make_reader(tmp_path, files)
    seen = {"_images/ship.png", "corpus/one/article.html", "docs/text.html"}

    assert seen <= {*holders(reader.build(reader_today="2024-06-30"))}
    assert holders(reader.build(reader_today="2024-07-01")) == []
    assert seen <= {*holders(reader.build(reader_today="2024-06-30"))}
    assert "docs/private.html" in holders(reader.build(reader_audience="class"))
    assert "docs/private.html" not in holders(reader.build(reader_today="2024-06-30"))


def test_sphinx_build_ends_with_an_error_too_and_keeps_no_word_beside_its_pages(reader: Reader) -> None:
    (reader.root / "conf").mkdir()
    (reader.root / "conf.py").rename(reader.root / "conf/conf.py")
    for _ in range(2):
        said = sphinx_build(reader.root, "html", reader.root / "out")
        assert said.endswith("exit code 1")
        assert "corpus/one/article.md:4" in said
    assert holders(reader.root / "out") == []


NAMED = {
    "events/flood.md": entry("Spring flood", start="2001-05-02"),
    "agreements/pact.md": entry("Harbour Pact", date="1999-03-04"),
    "people/ann.md": entry("Ann Lee", born="1950", roles="[{title: Mayor, start: 2001-01-01}]"),
    "places/oslo.md": entry("Oslo"),
}


@pytest.mark.parametrize("kind", ["html", "epub", "pdf"])
def test_a_private_text_may_name_whatever_has_a_date(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], kind: str
) -> None:
    words = "Ann Lee, born in 1950, signed the Harbour Pact (4 March 1999) in Oslo before the Spring flood of 2001."
    files = {f"glossary/{path}": text for path, text in NAMED.items()}
    files |= {"corpus/private/one/article.md": article(words), "corpus/two/article.md": article(words)}
    files["corpus/packs/all.md"] = pack("private/one", "two")
    root = make_reader(tmp_path, files).root
    assert main(["--root", str(root), "build", kind]) in (FINE, PROBLEMS)
    assert f"built _build/{kind}" in capsys.readouterr().out
