"""A reader that is kept in memory gives the same pages as one that is built from nothing."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack, closing
from pathlib import Path

import pytest
from authoring.serving import FILES
from readers import INDEX, Reader, article, entry, make_reader

from course_reader.authoring.kept import KeptReader

Edit = Mapping[str, str | None]

BIB = "@misc{a-source, title={A source}}\n@misc{c-source, title={A third source}}\n"
CITED = "As was reported {cite:p}`c-source`."
CITING = {"docs/sources.md": "# Sources\n\n```{bibliography}\n:all:\n```\n", "docs/sources.bib": BIB}
CONF = "bibtex_bibfiles = ['docs/sources.bib']"

#: after which edits all pages are compared; each comparison takes a build
COMPARED = {"a new article", "a removed article", "a broken article", "the settings"}

#: what is edited, one after the other
EDITS: dict[str, Edit] = {
    "the front page": {"index.md": INDEX.replace("Front page", "Welcome").replace("PAGES", "docs/*\nglossary/*/*")},
    "an article's words": {"corpus/prague/article.md": article("Yerevan said nothing. Baku did.", title="Talks")},
    "a note": {
        "corpus/prague/notes/instructor.yaml": "layer: {audience: public}\nnotes:\n  - {quote: Baku, body: New.}\n"
    },
    "a second layer": {
        "corpus/prague/notes/other.yaml": "layer: {title: Other, audience: public}\nnotes:\n  - {body: All of it.}\n"
    },
    "a gloss": {"glossary/places/baku.md": entry("Baku", "Where the talks failed.", CITED)},
    "a name": {"glossary/places/yerevan.md": entry("Erebuni", "The capital.", aliases="[nothing]")},
    "a new entry": {"glossary/people/a-person.md": entry("Said Nothing", "Somebody.")},
    "a new article": {"corpus/later/article.md": article("Baku again.", "2023-01-01", "Later")},
    "a removed layer": {"corpus/prague/notes/other.yaml": None},
    "a removed entry": {"glossary/people/a-person.md": None, "glossary/places/tbilisi.md": None},
    "a removed article": {"corpus/later/article.md": None},
    "a broken article": {"corpus/prague/article.md": "---\ntitle: [\n---\n\nBaku.\n"},
    "a mended article": {"corpus/prague/article.md": article("Erebuni and Baku.", title="Mended")},
    "the sources": {"docs/sources.bib": BIB + "@misc{b-source, title={Another source}}\n"},
    "the settings": {"conf.py": None},
}


def pages(folder: Path) -> dict[str, bytes]:
    """Every file that a build has written for its readers, the index of the search included."""
    found = {path.relative_to(folder).as_posix(): path for path in folder.rglob("*") if path.is_file()}
    return {name: path.read_bytes() for name, path in found.items() if "/." not in f"/{name}"}


def apply(reader: Reader, edit: Edit) -> None:
    """Make an edit."""
    if "conf.py" in edit:
        conf = (reader.root / "conf.py").read_text(encoding="utf-8")
        reader.write({"conf.py": conf.replace("A test reader", "Another name")})
    else:
        reader.write(edit)


def fresh(root: Path) -> tuple[dict[str, bytes], set[str]]:
    """The pages that a process of its own builds from nothing, and its warnings."""
    out = root / "_build" / "fresh"
    shutil.rmtree(out, ignore_errors=True)
    command = [sys.executable, "-m", "sphinx", "-q", "-E", "-b", "html", "-d", str(out / ".d"), str(root), str(out)]
    # It ends with 1 where it is unclear who may see a text.
    run = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=False, cwd=root)
    lines = (line for line in run.stderr.splitlines() if "WARNING: " in line)
    return pages(out), {line.partition("WARNING: ")[2].rpartition(" [")[0] for line in lines}


Keep = Callable[[Path], KeptReader]


@pytest.fixture
def keep() -> Iterator[Keep]:
    """Makes a kept reader, and lets go of it however the test ends: what Sphinx keeps is shared by all tests."""
    with ExitStack() as stack:
        yield lambda root: stack.enter_context(closing(KeptReader(root)))


def test_after_each_edit_the_pages_are_those_of_a_fresh_build(tmp_path: Path, keep: Keep) -> None:
    files = {name: text for name, text in FILES.items() if "notes" not in name}
    reader = make_reader(tmp_path, {**files, **CITING}, conf=CONF)
    kept = keep(tmp_path)
    assert not kept.build().failed
    for name, edit in EDITS.items():
        apply(reader, edit)
        outcome = kept.build([tmp_path / file for file in edit])
        assert not outcome.failed, name
        if name in COMPARED:
            built, warnings = fresh(tmp_path)
            ours = pages(kept.site.served)
            assert ours.keys() == built.keys(), name
            assert [page for page in built if ours[page] != built[page]] == [], name
            assert {" ".join(p.message.split()) for p in outcome.problems} == warnings, name


def test_a_file_that_is_saved_while_it_is_read_is_read_again(tmp_path: Path, keep: Keep) -> None:
    reader = make_reader(tmp_path, {"corpus/a/article.md": article("First words.")})
    kept = keep(tmp_path)
    kept.build()
    path = reader.root / "corpus/a/article.md"
    before = path.stat()
    path.write_text(path.read_text(encoding="utf-8").replace("First", "Later"), encoding="utf-8")
    os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))
    assert kept.build([path]).docnames == ("corpus/a/article",)
    assert kept.state.pages["corpus/a/article"].text.endswith("Later words.")
