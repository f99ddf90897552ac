"""The reader that this project ships: it builds in silence, every way, and nothing in it is wrong."""

from __future__ import annotations

import filecmp
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from course_reader.check import check
from course_reader.problems import Severity

SOURCES = ("index.md", "docs", "corpus", "glossary", "conf")


def copy_of(project: Path, folder: Path) -> Path:
    """The reader alone, so that a build leaves nothing in the project."""
    for name in SOURCES:
        source = project / name
        if source.is_dir():
            shutil.copytree(source, folder / name, ignore=shutil.ignore_patterns("private", "__pycache__"))
        else:
            folder.mkdir(parents=True, exist_ok=True)
            shutil.copy(source, folder / name)
    return folder


def sphinx_build(root: Path, builder: str, out: Path, *options: str) -> str:
    """Run `sphinx-build` as a user does; its output, which is empty when it has nothing to complain about."""
    command = [sys.executable, "-m", "sphinx", "-q", "-b", builder, "-c", "conf", *options, ".", str(out)]
    env = os.environ | {"PYTHONWARNINGS": "ignore"}
    done = subprocess.run(command, cwd=root, capture_output=True, text=True, env=env, check=False)
    return done.stdout + done.stderr + ("" if done.returncode == 0 else f"exit code {done.returncode}")


@pytest.fixture(scope="module")
def reader(project: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return copy_of(project, tmp_path_factory.mktemp("shipped") / "reader")


def test_one_process_and_two_build_it_without_a_word_and_give_the_same_files(reader: Path, tmp_path: Path) -> None:
    outs = [tmp_path / "one", tmp_path / "two"]
    for jobs, out in zip("12", outs, strict=True):
        assert sphinx_build(reader, "html", out, "-W", "-n", "-j", jobs, "-d", str(tmp_path / f"doctrees{jobs}")) == ""

    names = [p.relative_to(outs[0]).as_posix() for p in outs[0].rglob("*") if p.is_file()]
    _, different, missing = filecmp.cmpfiles(*outs, names, shallow=False)
    assert (different, missing) == ([], [])


def test_nothing_is_wrong_in_it(reader: Path) -> None:
    assert [p for p in check(reader) if p.severity is not Severity.HINT] == []


def test_every_link_inside_it_leads_somewhere(reader: Path, tmp_path: Path) -> None:
    from lxml import html

    assert sphinx_build(reader, "html", tmp_path) == ""
    ids: dict[Path, set[str]] = {}
    broken = []
    pages = [p for p in tmp_path.rglob("*.html") if "_static" not in p.parts]
    for page in pages:
        ids[page.resolve()] = set(html.parse(str(page)).getroot().xpath("//@id"))
    for page in pages:
        for href in html.parse(str(page)).getroot().xpath("//a/@href"):
            address, _, anchor = href.partition("#")
            if ":" in address.split("/")[0]:
                continue
            target = (page.parent / address).resolve() if address else page.resolve()
            target_ids = ids.get(target)
            if not target.exists() or (anchor and target_ids is not None and anchor not in target_ids):
                broken.append(f"{page.relative_to(tmp_path)}: {href}")
    assert broken == []


def test_its_epub_is_valid(reader: Path, tmp_path: Path) -> None:
    out = tmp_path / "epub"
    assert sphinx_build(reader, "epub", out, "-W", "-d", str(tmp_path / "doctrees")) == ""
    [book] = out.glob("*.epub")
    tool, java = shutil.which("epubcheck"), shutil.which("java")
    if not tool or not java:
        if os.environ.get("CI"):
            pytest.fail("epubcheck is not installed")
        pytest.skip("epubcheck is not installed (on Debian: apt-get install epubcheck)")
    is_jar = Path(tool).resolve().suffix == ".jar"
    command = [java, "-jar", str(Path(tool).resolve())] if is_jar else [tool]

    done = subprocess.run([*command, str(book)], capture_output=True, text=True, check=False)

    assert done.returncode == 0, done.stdout + done.stderr
