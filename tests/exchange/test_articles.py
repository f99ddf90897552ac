"""`import`: files in, article folders out; nothing half done, nothing twice, nothing silently."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

import pytest
import yaml

from course_reader.exchange import articles
from course_reader.exchange.article_file import article_file
from course_reader.exchange.article_report import listing, to_json
from course_reader.exchange.articles import import_files
from course_reader.scrape import scrape

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


def _front(path: Path) -> dict[str, object]:
    front: dict[str, object] = yaml.safe_load(path.read_text(encoding="utf-8").split("---\n")[1])
    return front


def _files(root: Path) -> set[str]:
    return {path.relative_to(root).as_posix() for path in root.rglob("*") if path.is_file()}


def test_a_text_becomes_an_article_with_its_original(root: Path, source: Path) -> None:
    report = import_files([source], root)
    assert report.problems == ()
    (item,) = report.articles
    assert (item.slug, item.status) == ("island-ferry-returns-after-eleven-years-2021", "written")
    assert item.path == f"corpus/private/{item.slug}/article.md"
    folder = (root / item.path).parent
    assert (folder / "original.txt").read_bytes() == source.read_bytes()
    front = _front(root / item.path)
    assert front == {
        "title": "Island Ferry Returns After Eleven Years",
        "date": "2021-03-14",
        "outlet": "The Guardian",
        "byline": "Tomas Brandt",
        "url": "https://www.theguardian.com/world/2021/mar/14/ferry",
        "language": "en",
        "rights": {"status": "none"},
        "original": {"file": "original.txt", "sha256": hashlib.sha256(source.read_bytes()).hexdigest()},
    }
    body = (root / item.path).read_text(encoding="utf-8").split("---\n", 2)[2]
    assert body.endswith("\n\nIslanders had collected money for the ship, \\*all\\* of them.\n")


def test_private_texts_stay_out_of_git(root: Path, source: Path) -> None:
    import_files([source], root)
    assert (root / "corpus/private/.gitignore").read_text(encoding="utf-8").endswith("*\n")


def test_a_project_that_ignores_the_folder_needs_no_second_list(root: Path, source: Path) -> None:
    (root / ".gitignore").write_text("corpus/private/\n", encoding="utf-8")
    import_files([source], root)
    assert not (root / "corpus/private/.gitignore").exists()


def test_questions_stand_in_the_front_matter(root: Path, tmp_path: Path) -> None:
    path = tmp_path / "x.txt"
    path.write_text(
        "Ferry Returns: a “Miracle”\n\nThe ferry sailed for the first time in eleven years, with all islanders on "
        "board.\n",
        encoding="utf-8",
    )
    (item,) = import_files([path], root).articles
    assert _front(root / item.path)["unsure"] == ["url", "outlet", "date"]
    text = (root / item.path).read_text(encoding="utf-8")
    assert "  - outlet  # The text does not name its publisher" in text


def test_a_text_without_a_headline_gets_a_name_and_a_question(root: Path, tmp_path: Path) -> None:
    path = tmp_path / "x.txt"
    path.write_text(
        "The ferry between Estvik and the islands sailed on Sunday for the first time in eleven years.\n",
        encoding="utf-8",
    )
    (item,) = import_files([path], root).articles
    assert item.slug == "ferry-between-estvik-islands-sailed-sunday"
    front = _front(root / item.path)
    assert front["title"] == "Untitled"
    assert "title" in front["unsure"]  # type: ignore[operator]


def test_a_dry_run_writes_nothing(root: Path, source: Path) -> None:
    (item,) = import_files([source], root, dry_run=True).articles
    assert item.status == "dry-run"
    assert _files(root) == set()


def test_importing_again_changes_nothing(root: Path, source: Path) -> None:
    (first,) = import_files([source], root).articles
    article = root / first.path
    article.write_text(article.read_text(encoding="utf-8").replace("2021-03-14", "2021-03-15"), encoding="utf-8")
    before = article.read_bytes()
    files = _files(root)
    (again,) = import_files([source], root).articles
    assert (again.status, again.slug) == ("unchanged", first.slug)
    assert article.read_bytes() == before
    assert _files(root) == files


def test_an_imported_text_is_known_wherever_its_folder_was_moved(root: Path, source: Path) -> None:
    (first,) = import_files([source], root).articles
    (root / first.path).parent.rename(root / "corpus" / "ferry")
    (again,) = import_files([source], root).articles
    assert (again.status, again.path) == ("unchanged", "corpus/ferry/article.md")


def test_the_same_file_twice_in_a_run_is_one_article(root: Path, source: Path) -> None:
    report = import_files([source, source], root)
    assert [item.status for item in report.articles] == ["written", "unchanged"]


def test_a_taken_name_stops_this_file_only(root: Path, source: Path, tmp_path: Path) -> None:
    import_files([source], root)
    changed = tmp_path / "changed.txt"
    changed.write_text(TEXT.replace("Sunday", "Monday"), encoding="utf-8")
    other = tmp_path / "other.txt"
    other.write_text(TEXT.replace("Ferry", "Steamer"), encoding="utf-8")
    before = _files(root)
    report = import_files([changed, other], root)
    (problem,) = report.problems
    assert problem.code == "import-slug"
    assert "is taken by corpus/private/island-ferry" in problem.message
    assert "--slug" in problem.message
    assert [item.slug for item in report.articles] == ["island-steamer-returns-after-eleven-years-2021"]
    assert len(_files(root) - before) == 2


def test_a_name_of_a_public_article_is_taken_too(root: Path, source: Path) -> None:
    (root / "corpus/ferry").mkdir(parents=True)
    (problem,) = import_files([source], root, slug="ferry").problems
    assert "taken by corpus/ferry" in problem.message


@pytest.mark.parametrize("slug", ["", "A", "a b", "a/b", "../x", "-a", "a-", "private", "ä", "x" * 101])
def test_a_bad_name_is_refused(root: Path, source: Path, slug: str) -> None:
    (problem,) = import_files([source], root, slug=slug).problems
    assert problem.code == "import-slug"
    assert _files(root) == set()


def test_all_files_that_cannot_be_read_are_reported_together(root: Path, source: Path, tmp_path: Path) -> None:
    picture = tmp_path / "a.jpg"
    picture.write_bytes(b"\xff\xd8\xff\xe0\x00\x10JFIF\x00")
    empty = tmp_path / "empty.txt"
    empty.write_bytes(b"\n\n")
    menu = tmp_path / "menu.txt"
    menu.write_text("Home | News | Politics\nShare on Facebook\n", encoding="utf-8")
    nothing = tmp_path / "nothing"
    nothing.mkdir()
    report = import_files([tmp_path / "none.txt", nothing, picture, empty, menu, source], root)
    assert [problem.code for problem in report.problems] == ["import-unreadable"] * 3 + ["import-empty"] * 2
    messages = [problem.message for problem in report.problems]
    assert "there is no file" in messages[0]
    assert "is a folder without files" in messages[1]
    assert "a picture (JPEG)" in messages[2]
    assert "is empty" in messages[3]
    assert "only page furniture" in messages[4]
    assert len(report.articles) == 1


def test_a_folder_that_cannot_be_written_is_a_problem(root: Path, source: Path) -> None:
    (root / "corpus").write_text("in the way", encoding="utf-8")
    (problem,) = import_files([source], root).problems
    assert "could not be saved (Not a directory); check its folder" in problem.message


def test_nothing_is_left_behind_when_the_disk_refuses(
    root: Path, source: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(self: Path, target: Path) -> Path:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "rename", refuse)
    report = import_files([source], root)
    assert "the disk is too full" in report.problems[0].message
    assert _files(root) <= {"corpus/private/.gitignore"}


def test_the_answer_for_programs_is_json(root: Path, source: Path) -> None:
    report = import_files([source, Path("none")], root)
    answer = json.loads(json.dumps(to_json(report.articles, report.problems)))
    (article,) = answer["articles"]
    for key in [
        "slug",
        "path",
        "title",
        "date",
        "outlet",
        "agency",
        "byline",
        "dateline",
        "caption",
        "url",
        "paragraphs",
        "removed",
        "joined",
        "unsure",
    ]:
        assert key in article
    assert article["paragraphs"] == 2
    assert article["removed"][0]["line"] == 11
    assert (answer["problems"][0]["code"], answer["problems"][0]["severity"]) == ("import-unreadable", "error")


def test_the_answer_for_people_names_every_removed_line(root: Path, source: Path) -> None:
    lines = list(listing(import_files([source], root, dry_run=True).articles))
    assert lines[0].endswith("not written (--dry-run)")
    assert any("line 11" in line and "address" in line for line in lines)


def test_names_in_other_scripts_are_spelled_in_ascii(root: Path, tmp_path: Path) -> None:
    path = tmp_path / "x.txt"
    path.write_text(
        "Мост через реку открыт\n\n26 мая 2023\n\nНовый мост через реку открыли в пятницу, сообщила мэрия города "
        "Эствик журналистам.\n",
        encoding="utf-8",
    )
    (item,) = import_files([path], root).articles
    assert item.slug == "most-cherez-reku-otkryt-2023"


@pytest.mark.parametrize(
    "title",
    ["Yes: no", "- dash", "@at", "'quoted'", "null", "2021", "# hash", "a: b # c", "“x” — y", "\U0001f600 smile"],
)
def test_front_matter_loads_as_it_was_written(title: str) -> None:
    from course_reader.scrape import ArticleBlock, Scraped, Unsure

    scraped = Scraped(
        title=title,
        captions=(title,),
        blocks=(ArticleBlock("paragraph", "x", 1, 1),),
        unsure=(Unsure("date", f"Is {title}: right?\nOr not # so"),),
    )
    text = article_file(scraped, "original.txt", "0" * 64)
    front = yaml.safe_load(text.split("---\n")[1])
    assert (front["title"], front["caption"], front["unsure"]) == (title, title, ["date"])


@pytest.mark.samples
def test_both_articles_come_in_with_one_command(root: Path, samples: Path) -> None:
    paths = sorted(samples.glob("*.txt"))
    report = import_files(paths, root)
    assert report.problems == ()
    assert [len(item.scraped.paragraphs) for item in report.articles] == [19, 15]
    assert [item.status for item in import_files(paths, root).articles] == ["unchanged"] * 2


def test_a_problem_prints_as_place_sentence_and_code(root: Path) -> None:
    (problem,) = import_files(["none.txt"], root).problems
    assert str(problem) == "none.txt: there is no file none.txt; check its name [import-unreadable]"


def test_a_file_that_the_reading_fails_on_keeps_no_other_from_coming_in(
    root: Path, source: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(articles, "scrape_all", lambda raw, _: (scrape(raw.raw),) if raw.name == "ferry.txt" else 1 / 0)
    bad = tmp_path / "bad.html"
    bad.write_text("<html><body><p>Words.</p>", encoding="utf-8")
    report = import_files([bad, source], root)
    assert [one.status for one in report.articles] == ["written"]
    assert [str(problem) for problem in report.problems] == [
        f"{bad}: bad.html cannot be imported (ZeroDivisionError: division by zero); save it as plain text and import "
        "that [import-unreadable]"
    ]
