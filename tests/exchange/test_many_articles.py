"""Files with several articles, folders, standard input: each article gets its folder."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from scrape.exports.made_exports import made_articles, nexis

from course_reader.exchange.articles import import_files

TEXT = """Island Ferry Returns After Eleven Years

By Tomas Brandt

14 March 2021

The ferry between Estvik and the outer islands sailed on Sunday for the first time in eleven years.

Islanders had collected money for the ship, *all* of them.

https://www.theguardian.com/world/2021/mar/14/ferry
"""


@pytest.fixture
def root(tmp_path: Path) -> Path:
    (tmp_path / "reader").mkdir()
    return tmp_path / "reader"


@pytest.fixture
def source(tmp_path: Path) -> Path:
    path = tmp_path / "Ferry.TXT"
    path.write_bytes(TEXT.replace("\n", "\r\n").encode())
    return path


def test_each_article_of_an_export_has_its_folder_and_its_own_part(root: Path, tmp_path: Path) -> None:
    export = tmp_path / "export.txt"
    export.write_text(nexis(4), encoding="utf-8")
    report = import_files([export], root)
    assert report.problems == ()
    assert [one.scraped.title for one in report.articles] == [made.title for made in made_articles(4)]
    assert len({one.slug for one in report.articles}) == len(report.articles) == 5
    for one, made in zip(report.articles, made_articles(4), strict=True):
        part = (root / one.path).with_name("original.txt").read_text(encoding="utf-8")
        assert made.title in part
        assert part.count("Load-Date") == 1
    assert {one.status for one in import_files([export], root).articles} == {"unchanged"}


def test_articles_of_one_file_with_the_same_title_get_numbers(root: Path, tmp_path: Path) -> None:
    export = tmp_path / "export.txt"
    export.write_text(nexis(0) + nexis(0).replace("60 words", "61 words"), encoding="utf-8")
    slugs = [one.slug for one in import_files([export], root, dry_run=True).articles]
    assert slugs == [slugs[0], f"{slugs[0]}-2"]


def test_one_name_cannot_serve_an_export(root: Path, tmp_path: Path) -> None:
    export = tmp_path / "export.txt"
    export.write_text(nexis(1), encoding="utf-8")
    (problem,) = import_files([export], root, slug="ferry").problems
    assert "--slug ferry can name one article only, but export.txt has 2" in problem.message


def test_the_files_of_a_folder_are_imported(root: Path, source: Path, tmp_path: Path) -> None:
    folder = tmp_path / "texts"
    (folder / "deep").mkdir(parents=True)
    source.rename(folder / "deep" / "a.txt")
    (folder / ".hidden").write_text("x", encoding="utf-8")
    seen: list[tuple[int, int, str]] = []
    report = import_files([folder], root, progress=lambda done, of, path: seen.append((done, of, path.name)))
    assert [one.slug for one in report.articles] == ["island-ferry-returns-after-eleven-years-2021"]
    assert seen == [(0, 1, "a.txt")]


def test_standard_input(root: Path, source: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(source.read_bytes())))
    (one,) = import_files(["-"], root).articles
    assert one.scraped.title == "Island Ferry Returns After Eleven Years"


def test_a_text_is_cut_where_a_person_says_so(root: Path, tmp_path: Path) -> None:
    both = tmp_path / "both.txt"
    both.write_text(f"{TEXT}\n----\n\n{TEXT.replace('Island', 'Lake')}", encoding="utf-8")
    report = import_files([both], root, split=True)
    assert [one.scraped.title for one in report.articles] == [
        "Island Ferry Returns After Eleven Years", "Lake Ferry Returns After Eleven Years",
    ]  # fmt: skip


def test_a_reference_brings_its_snapshot_and_nothing_from_elsewhere(root: Path, tmp_path: Path) -> None:
    folder = tmp_path / "library"
    folder.mkdir()
    (folder / "page.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "secret.txt").write_text(TEXT.replace("Island", "Secret"), encoding="utf-8")
    entry = "TY  - NEWS\nTI  - Island Ferry Sails\nL1  - {}\nER  - \n"
    (folder / "a.ris").write_text(entry.format("page.txt"), encoding="utf-8")
    (folder / "b.ris").write_text(entry.format("../secret.txt"), encoding="utf-8")
    report = import_files([folder / "a.ris", folder / "b.ris"], root)
    assert [one.scraped.title for one in report.articles] == ["Island Ferry Sails"]
    assert "without the texts themselves" in report.problems[0].message


def test_one_name_cannot_serve_two_files(root: Path, source: Path) -> None:
    (problem,) = import_files([source, source], root, slug="ferry").problems
    assert "one article only" in problem.message
