"""The output is a function of the sources: what has none any longer goes, and what a person put there stays."""

from __future__ import annotations

import json
import os
import shutil
import struct
import zipfile
import zlib
from pathlib import Path

import pytest
from readers import Reader, article, entry, make_reader


def chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


#: a picture of one grey dot
SHIP = (
    b"\x89PNG\r\n\x1a\n"
    + chunk(b"IHDR", struct.pack(">IIBBBBB", 1, 1, 8, 0, 0, 0, 0))
    + chunk(b"IDAT", zlib.compress(b"\0\x80"))
    + chunk(b"IEND", b"")
)
CONF = "html_copy_source = True\nepub_show_urls = 'no'\nversion = '1'\n"
FILES: dict[str, str | bytes] = {
    "corpus/one/article.md": article("Ann Lee went to Borg.", "2020-01-01", "One"),
    "corpus/two/article.md": article(
        "Borg slept.\n\n![A ship](ship.png)\n\n```{index} whale\n```", "2021-01-01", "Two"
    ),
    "corpus/two/ship.png": SHIP,
    "corpus/packs/both.md": "---\ntitle: Both\n---\n\n```{toctree}\n../one/article\n../two/article\n```\n",
    "glossary/people/ann-lee.md": entry("Ann Lee"),
    "glossary/places/borg.md": entry("Borg"),
    "docs/plain.md": "# Plain\n\nSee [the second](/corpus/two/article.md) and {download}`a list </docs/list.txt>`.\n",
    "docs/list.txt": "One, two.\n",
    "docs/pair.md": "# Pair\n\n```{reader-compare} one gone\nA theme\n: Words of one.\n: Words of another.\n```\n",
}
#: what a person puts into the folder of the pages
OWN = {
    "CNAME": "reader.example.org",
    ".git/HEAD": "ref: x",
    "corpus/two/mine.txt": "Mine.",
    "_images/mine.png": "Mine.",
}


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory) -> Reader:
    reader = make_reader(tmp_path_factory.mktemp("output") / "reader", FILES, CONF)
    out = reader.build()
    for name, content in OWN.items():
        path = out / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(content, encoding="utf-8")
    reader.keep()
    return reader


@pytest.fixture
def reader(kept: Reader) -> Reader:
    kept.restore()
    return kept


def contents(out: Path) -> dict[str, bytes]:
    """Every file of an output but those of a person, and but what Sphinx keeps for itself."""
    found = {path.relative_to(out).as_posix(): path.read_bytes() for path in out.rglob("*") if path.is_file()}
    return {name: content for name, content in found.items() if name not in OWN and name != ".buildinfo"}


def is_as_from_nothing(reader: Reader, tmp_path: Path, builder: str = "html") -> Path:
    """Build a reader, and compare what is there with a build of a copy of its sources."""
    out = reader.build(builder)
    copy = Reader(shutil.copytree(reader.root, tmp_path / "copy", ignore=shutil.ignore_patterns("_build")))
    ours, theirs = contents(out), contents(copy.build(builder))
    assert ours.keys() == theirs.keys()
    assert [name for name in ours if ours[name] != theirs[name]] == []
    return out


def stays(out: Path) -> dict[str, str]:
    return {name: (out / name).read_text(encoding="utf-8") for name in OWN if (out / name).is_file()}


def take_away_two(reader: Reader) -> None:
    shutil.rmtree(reader.root / "corpus/two")


def test_an_article_taken_away_leaves_nothing_and_a_persons_files_stay(reader: Reader, tmp_path: Path) -> None:
    out = reader.root / "_build/html"
    assert (out / "corpus/two/before.html").is_file() and (out / "_images/ship.png").is_file()
    take_away_two(reader)

    is_as_from_nothing(reader, tmp_path)

    left = {
        path.relative_to(out).as_posix() for path in out.rglob("*") if "two" in path.as_posix() or "ship" in path.name
    }
    assert left == {"corpus/two", "corpus/two/mine.txt"}
    assert stays(out) == OWN
    assert "whale" not in (out / "searchindex.js").read_text() + (out / "genindex.html").read_text(encoding="utf-8")
    assert "two/article.html" not in "".join(path.read_text(encoding="utf-8") for path in out.rglob("*.html"))


@pytest.mark.parametrize(
    "edit",
    [
        {"corpus/two/article.md": str(FILES["corpus/two/article.md"]).replace("status: own", "status: none")},
        {"glossary/people/ann-lee.md": None, "glossary/terms/ann-lee.md": entry("Ann Lee")},
        {"glossary/places/borg.md": None},
        {"corpus/packs/both.md": None},
        {"corpus/packs/both.md": "---\ntitle: Both\n---\n\n```{toctree}\n../one/article\n```\n"},
        {
            f"corpus/{name}/article.md": str(FILES[f"corpus/{name}/article.md"]).replace("status: own", "status: none")
            for name in ("one", "two")
        },
        {"docs/plain.md": "# Plain\n\nNo longer a list.\n"},
        {"corpus/one/article.md": article("Ann Lee went to Borg.", "2021-05-06", "One")},
        {"corpus/two/ship.png": SHIP + b", larger"},
        {"corpus/a/article.md": article("Before all.\n\n![](ship.png)", "2019-01-01"), "corpus/a/ship.png": SHIP},
        {"docs/more.md": "(towns)=\n# More\n", "docs/plain.md": "# Plain\n\nSee {ref}`towns`.\n"},
        {"conf.py": 'html_theme = "alabaster"\nhtml_copy_source = False\n'},
    ],
    ids=[
        *("withheld", "moved", "entry", "pack", "smaller pack", "closed pack"),
        *("download", "date", "picture", "same name", "anchor", "theme"),
    ],
)  # fmt: skip
def test_after_an_edit_the_output_is_as_from_nothing(
    reader: Reader, tmp_path: Path, edit: dict[str, str | None]
) -> None:
    if "conf.py" in edit:
        edit = {"conf.py": (reader.root / "conf.py").read_text(encoding="utf-8") + str(edit["conf.py"])}
    reader.write(edit)

    assert stays(is_as_from_nothing(reader, tmp_path)) == OWN


def test_a_stub_names_what_its_text_names_after_the_names_have_changed(reader: Reader, tmp_path: Path) -> None:
    closed = str(FILES["corpus/two/article.md"]).replace("status: own", "status: none")
    reader.write({"corpus/two/article.md": closed})
    reader.build()
    reader.write({"glossary/places/borg.md": entry("Alna"), "glossary/places/town.md": entry("Borg")})

    out = is_as_from_nothing(reader, tmp_path)

    assert "glossary/places/town.html" in (out / "corpus/two/article.html").read_text(encoding="utf-8")


def test_a_text_that_is_withheld_leaves_no_word_in_the_index_and_no_file_to_load(reader: Reader) -> None:
    secret = str(FILES["corpus/two/article.md"]) + "\n{download}`the list <secret.txt>`\n"
    reader.write({"corpus/two/article.md": secret, "corpus/two/secret.txt": "Secret."})
    out = reader.build()
    assert "whale" in (out / "genindex.html").read_text(encoding="utf-8")
    assert list(out.glob("_downloads/*/secret.txt"))
    reader.write({"corpus/two/article.md": secret.replace("status: own", "status: none")})

    reader.build()

    assert "whale" not in (out / "genindex.html").read_text(encoding="utf-8")
    assert not list(out.glob("_downloads/*/secret.txt"))
    reader.build(reader_audience="class")
    assert "whale" in (out / "genindex.html").read_text(encoding="utf-8")


def test_the_sidebar_of_another_theme_shows_new_titles_on_every_page(reader: Reader, tmp_path: Path) -> None:
    reader.write({"conf.py": (reader.root / "conf.py").read_text(encoding="utf-8") + 'html_theme = "alabaster"\n'})
    reader.build()
    reader.write({"docs/plain.md": "# Another title\n\n## A section\n"})

    out = is_as_from_nothing(reader, tmp_path)

    pages = [path for path in out.rglob("*.html") if path.relative_to(out).as_posix() not in OWN]
    assert [path for path in pages if "Another title" not in path.read_text(encoding="utf-8")] == []


def record_of(reader: Reader) -> Path:
    [found] = (reader.root / "_build/doctrees").glob("reader-written-html-*.json")
    return found


@pytest.mark.parametrize(("which", "harm"), [("record", "cut"), ("list", "empty"), ("both", "missing")])
def test_without_its_lists_a_build_still_removes_its_own_files_only(
    reader: Reader, tmp_path: Path, which: str, harm: str
) -> None:
    record, listed = record_of(reader), reader.root / "_build/html/.course-reader"
    for path in {"record": [record], "list": [listed], "both": [record, listed]}[which]:
        content = path.read_bytes()
        path.unlink() if harm == "missing" else path.write_bytes(content[: len(content) // 2] if harm == "cut" else b"")
    take_away_two(reader)

    out = is_as_from_nothing(reader, tmp_path)

    # In the folder of pictures nobody but a build puts files: if no list can be read, all of them count as its own.
    lost = {"_images/mine.png"} if which == "both" else set()
    assert stays(out) == {name: content for name, content in OWN.items() if name not in lost}


def test_a_list_that_was_changed_by_hand_leads_nowhere_else(reader: Reader, tmp_path: Path) -> None:
    outside = tmp_path / "outside.txt"
    outside.write_text("Mine.", encoding="utf-8")
    out = reader.root / "_build/html"
    (out / "linked").symlink_to(tmp_path)
    names = ["../../../../outside.txt", str(outside), "linked/outside.txt", ".git/HEAD", "corpus/../CNAME"]
    (out / ".course-reader").write_text("\n".join([str(len(names)), *map(json.dumps, names)]), encoding="utf-8")
    record_of(reader).unlink()

    reader.build()

    assert outside.is_file()
    assert stays(out).keys() >= {"CNAME", ".git/HEAD"}


def test_files_of_the_output_that_were_cut_are_written_again(reader: Reader, tmp_path: Path) -> None:
    cut = [
        reader.root / "_build/html" / name
        for name in ("corpus/one/article.html", "corpus/two/before.html", "_images/ship.png", "_sources/index.md.txt")
    ]
    for path in cut:
        path.write_bytes(path.read_bytes()[:7])

    is_as_from_nothing(reader, tmp_path)

    assert [path.name for path in cut if len(path.read_bytes()) == 7] == []


def test_contents_decide_and_not_times(reader: Reader, tmp_path: Path) -> None:
    for name in ("corpus/one/article.md", "glossary/places/borg.md", "docs/plain.md"):
        path = reader.root / name
        before = path.stat()
        text = path.read_text(encoding="utf-8")
        path.write_text(text.replace("Borg", "Alna").replace("Plain", "Plane"), encoding="utf-8")
        os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))

    is_as_from_nothing(reader, tmp_path)

    assert reader.read >= {"corpus/one/article", "glossary/places/borg", "docs/plain"}


def test_files_with_other_times_alone_change_no_page(reader: Reader) -> None:
    out = reader.root / "_build/html"
    before = contents(out)
    for path in reader.root.glob("*/*/*.md"):
        os.utime(path, ns=(10**18, 10**18))

    reader.build()

    assert contents(out) == before
    assert reader.read == set()


def test_an_e_book_has_only_what_has_a_source(reader: Reader, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")
    out = reader.build("epub")
    (out / "strange.xhtml").write_text("<p>Not of this book</p>", encoding="utf-8")
    take_away_two(reader)

    reader.build("epub")

    with zipfile.ZipFile(next(out.glob("*.epub"))) as book:
        names = book.namelist()
    assert "corpus/one/article.xhtml" in names
    assert [name for name in names if "two" in name or "ship" in name or "strange" in name] == []
    (out / "strange.xhtml").unlink()
    is_as_from_nothing(reader, tmp_path, "epub")


def test_a_printed_pack_goes_with_its_page(reader: Reader) -> None:
    out = reader.build("typst")
    assert (out / "both.pdf").is_file() and (out / ".work/both").is_dir()
    reader.write({"corpus/packs/both.md": None})

    reader.build("typst")

    assert list(out.rglob("*both*")) == []
