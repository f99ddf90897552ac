"""The manual's tutorial builds a part of one's own: it is run here as it is written."""

from __future__ import annotations

import json
import re
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path
from zipfile import ZipFile

import pytest
from printed import tool
from readers import Reader

PAGE = "docs/manual/a-part-of-your-own.md"
MOST_LINES = 60

_BLOCK = re.compile(
    r"^(?P<fence>`{3,})\{code-block\} \w+\n:caption: (?P<file>\S+)\n\n(?P<text>.*?)^(?P=fence)$", re.M | re.S
)
_COMMANDS = re.compile(r"^```console\n(.*?)^```$", re.M | re.S)


def blocks(project: Path) -> dict[str, str]:
    """The files of the tutorial, by their captions."""
    page = (project / PAGE).read_text(encoding="utf-8")
    return {found["file"]: found["text"] for found in _BLOCK.finditer(page)}


def commands(project: Path) -> list[list[str]]:
    """The commands of the tutorial in their order, without `cd`."""
    page = (project / PAGE).read_text(encoding="utf-8")
    lines = [line for found in _COMMANDS.finditer(page) for line in found[1].splitlines()]
    return [line.removeprefix("$ course-reader ").split() for line in lines if line.startswith("$ course-reader ")]


def run(folder: Path, command: list[str]) -> subprocess.CompletedProcess[str]:
    """Run a command of ours in a folder."""
    call = [sys.executable, "-m", "course_reader.cli", *command]
    return subprocess.run(call, cwd=folder, capture_output=True, text=True, encoding="utf-8", check=False)


@pytest.fixture(scope="module")
def answers(project: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Path, dict[str, str]]]:
    """The reader of the tutorial, and what its commands print."""
    folder = tmp_path_factory.mktemp("tutorial")
    first, *rest = commands(project)
    assert run(folder, first).returncode == 0
    root = folder / first[-1]
    files = blocks(project)
    (root / "conf/key_figures.py").write_text(files["conf/key_figures.py"], encoding="utf-8")
    with (root / "conf/conf.py").open("a", encoding="utf-8") as conf:
        conf.write(files["conf/conf.py"])
    article = root / "corpus/harbour-2024/article.md"
    text = article.read_text(encoding="utf-8")
    article.write_text(text.replace("---\n", f"---\n{files['corpus/harbour-2024/article.md']}", 1), encoding="utf-8")
    pack = root / "corpus/packs/handout.md"
    pack.parent.mkdir(exist_ok=True)
    pack.write_text(files["corpus/packs/handout.md"], encoding="utf-8")
    yield root, {command[0]: run(root, command).stdout for command in rest}


def test_it_is_one_file_of_few_lines(project: Path) -> None:
    assert len(blocks(project)["conf/key_figures.py"].splitlines()) <= MOST_LINES


def test_it_shows_on_the_page(answers: tuple[Path, dict[str, str]]) -> None:
    reader = Reader(answers[0])
    assert reader.texts("corpus/harbour-2024/article", "//section[@id='key-figures']//dt") == ["forty", "18"]
    parts = reader.page("corpus/harbour-2024/article").xpath("//section[contains(@class, 'reader-part')]/@id")
    assert parts[0] == "key-figures"


def test_it_shows_in_print(answers: tuple[Path, dict[str, str]]) -> None:
    call = [tool("pdftotext"), str(answers[0] / "_build/pdf/handout.pdf"), "-"]
    printed = " ".join(subprocess.run(call, capture_output=True, text=True, check=True).stdout.split())
    assert "Key figures forty years that the dispute lasted" in printed


def test_it_shows_in_the_e_book(answers: tuple[Path, dict[str, str]]) -> None:
    [book] = (answers[0] / "_build/epub").glob("*.epub")
    with ZipFile(book) as files:
        page = files.read("corpus/harbour-2024/article.xhtml").decode()
    assert "years that the dispute lasted" in page


def test_what_is_wrong_is_reported_with_its_line(answers: tuple[Path, dict[str, str]]) -> None:
    assert "corpus/harbour-2024/article.md:4: the text does not say “18”" in answers[1]["check"]


def test_its_key_is_in_the_schema(answers: tuple[Path, dict[str, str]]) -> None:
    keys = json.loads(answers[1]["schema"])["properties"]
    assert keys["key_figures"]["description"] == "numbers in the text, each with what it counts"
    assert "questions" in keys


def test_its_setting_is_in_the_list(answers: tuple[Path, dict[str, str]]) -> None:
    assert "reader_key_figures = 5" in answers[1]["settings"]


def test_a_package_needs_no_setting(answers: tuple[Path, dict[str, str]], project: Path, tmp_path: Path) -> None:
    """The entry point of the tutorial, as an installer writes it beside the package."""
    about = tomllib.loads(blocks(project)["pyproject.toml"])["project"]
    points = about["entry-points"]["course_reader.parts"]
    facts = tmp_path / f"reader_key_figures-{about['version']}.dist-info"
    facts.mkdir()
    (facts / "METADATA").write_text(f"Metadata-Version: 2.1\nName: {about['name']}\nVersion: {about['version']}\n")
    lines = [f"{name} = {value}" for name, value in points.items()]
    (facts / "entry_points.txt").write_text("[course_reader.parts]\n" + "\n".join(lines) + "\n", encoding="utf-8")
    (tmp_path / "key_figures.py").write_text(blocks(project)["conf/key_figures.py"], encoding="utf-8")

    code = (
        f"import sys; sys.path.insert(0, {str(tmp_path)!r})\n"
        "from course_reader.parts.registry import installed\n"
        "print([part.name for part in installed() if part.name == 'key_figures'])"
    )
    found = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert found.stdout.strip() == "['key_figures']"
