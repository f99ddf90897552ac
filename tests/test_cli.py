"""The command line: what it answers, where, and with which exit code."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from readers import article, entry, make_reader

from course_reader import __version__
from course_reader.cli import commands, main
from course_reader.commands.build import FORMATS, Built
from course_reader.commands.command import FINE, PROBLEMS, WRONG_USE
from course_reader.model.outputs import folder_for


@pytest.fixture(scope="module")
def reader(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A reader as `new` makes it, built once."""
    root = tmp_path_factory.mktemp("cli") / "reader"
    assert main(["new", str(root)]) == FINE
    assert main(["--root", str(root), "build", "--strict"]) == FINE
    return root


def test_a_build_of_no_pack_says_where_packs_are(
    reader: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    for outputs, says in (([], True), (["_build/pdf/harbour.pdf"], False)):
        monkeypatch.setattr("course_reader.commands.build.build", lambda *a, outputs=outputs, **k: Built(outputs))
        assert main(["--root", str(reader), "build", "pdf"]) == FINE
        assert ("There is no pack to print. Make one" in capsys.readouterr().out) is says


def wrong_use(*argv: str) -> int:
    """The exit code of a call that the parser itself may end."""
    try:
        return main(argv)
    except SystemExit as stop:
        assert isinstance(stop.code, int)
        return stop.code


def test_help_is_a_table_of_contents(capsys: pytest.CaptureFixture[str]) -> None:
    assert wrong_use("--help") == FINE
    said = capsys.readouterr().out
    for command in commands():
        assert re.search(rf"^ +{command.name} +{re.escape(command.about)}$", said, re.MULTILINE)


@pytest.mark.parametrize("command", [command.name for command in commands()])
def test_each_command_explains_itself(command: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert wrong_use(command, "--help") == FINE
    assert f"usage: course-reader {command}" in capsys.readouterr().out.replace(" [--root DIR]", "")


def test_the_version_is_that_of_the_package(capsys: pytest.CaptureFixture[str]) -> None:
    assert wrong_use("--version") == FINE
    assert capsys.readouterr().out.strip() == f"course-reader {__version__}"


@pytest.mark.parametrize(
    ("argv", "sentence"),
    [
        (["chekc"], "course-reader: there is no command 'chekc'; did you mean 'check'?"),
        (["biuld"], "course-reader: there is no command 'biuld'; did you mean 'build'?"),
        (["xyzzy"], "course-reader: there is no command 'xyzzy'; there are new, add, import, check, mentions, build"),
        ([], "course-reader: the following arguments are required: COMMAND"),
        (["check", "--reviw"], "course-reader: unrecognized arguments: --reviw"),
        (["mentions"], "course-reader: the following arguments are required: ARTICLE"),
        (["build", "htlm"], "course-reader: argument FORMAT: there is no format 'htlm'; did you mean 'html'?"),
        (["build", "x"], f"course-reader: argument FORMAT: there is no format 'x'; there are {', '.join(FORMATS)}"),
        (["build", "-j", "0"], "course-reader: argument --jobs/-j: '0' is not a number of processes; give 1, 2"),
        (["--root", "/nowhere", "check"], "course-reader: there is no folder /nowhere; name the reader's folder"),
        (["import", "a", "b", "--slug", "s"], "course-reader: --slug names one article; give one FILE with it"),
    ],
)  # fmt: skip
def test_wrong_use_says_what_to_do(
    argv: list[str], sentence: str, reader: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(reader)
    assert wrong_use(*argv) == WRONG_USE
    said = capsys.readouterr()
    assert said.err.splitlines()[0].startswith(sentence.partition("there are new")[0])
    assert said.out == ""


@pytest.mark.parametrize("argv", [["check"], ["mentions", "a"], ["build"], ["import", "x.txt"]])
def test_outside_a_reader_nothing_is_done(
    argv: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    assert main(argv) == WRONG_USE
    assert f"there is no reader in {tmp_path}" in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []


def test_a_reader_is_found_from_the_folders_inside_it(
    reader: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(reader / "glossary" / "people")
    assert main(["check"]) == FINE
    assert capsys.readouterr().out.startswith("No problems.")


def test_new_build_and_check_are_clean(reader: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert (reader / "_build" / "html" / "index.html").is_file()
    assert main(["--root", str(reader), "check", "--json"]) == FINE
    said = capsys.readouterr()
    answer = json.loads(said.out)
    assert answer["problems"] == []
    assert {code for code, count in answer["counts"].items() if count} == set()
    assert said.err == ""


def test_new_does_not_overwrite(reader: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["new", str(reader)]) == WRONG_USE
    assert "is not empty; name a new folder" in capsys.readouterr().err


def test_build_answers_with_data(reader: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--root", str(reader), "build", "html", "--json"]) == FINE
    said = capsys.readouterr()
    assert json.loads(said.out) == {"outputs": ["_build/html/index.html"], "problems": []}
    assert said.err == ""


@pytest.mark.parametrize("name", ["harbour-2024", "corpus/harbour-2024", "corpus/harbour-2024/article.md"])
def test_mentions_answers_with_data(
    reader: Path, name: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(reader)
    assert main(["mentions", name, "--json"]) == FINE
    said = capsys.readouterr()
    answer = json.loads(said.out)
    assert set(answer) == {"article", "mentions", "ambiguous", "turned_down", "unknown"}
    assert answer["article"] == "harbour-2024"
    first = answer["mentions"][0]
    assert first == {
        "entry": "northport", "kind": "places", "text": "Northport", "paragraph": 1,
        "start": first["start"], "end": first["start"] + len("Northport"), "glossed": True,
    }  # fmt: skip
    assert [row["entry"] for row in answer["mentions"]] == ["northport", "ada-quill", "harbour-agreement", "ada-quill"]
    assert [row["glossed"] for row in answer["mentions"]] == [True, True, True, False]
    assert "Southport" in [row["text"] for row in answer["unknown"]]
    assert said.err == ""


def test_mentions_answers_people_in_lines(reader: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--root", str(reader), "mentions", "harbour-2024"]) == FINE
    said = capsys.readouterr().out.splitlines()
    assert said[0] == "harbour-2024: 4 mentions"
    assert "  ¶1   gloss Northport → places/northport" in said
    assert "Named, but without an entry:" in said


def test_an_article_that_is_not_there_is_wrong_use(reader: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--root", str(reader), "mentions", "harbor"]) == WRONG_USE
    assert "there is no article 'harbor'; there are: harbour-2024" in capsys.readouterr().err


def test_problems_make_check_fail_and_strict_builds(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    make_reader(tmp_path, {"corpus/a/article.md": article("", date="2022-13")})
    root = ["--root", str(tmp_path)]
    assert main([*root, "check"]) == PROBLEMS
    said = capsys.readouterr().out.splitlines()
    assert said[0] == (
        "corpus/a/article.md:2: the article has no text; write it below the front matter [empty-article]"
    )
    assert said[-1] == "1 error, 1 warning."
    assert main([*root, "build"]) == FINE
    assert main([*root, "build", "--strict"]) == PROBLEMS
    said = capsys.readouterr()  # type: ignore[assignment]
    assert "corpus/a/article.md:3: date: '2022-13' is not in the calendar [bad-date]" in str(said)


def test_questions_for_the_editor_are_asked_on_demand(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    make_reader(tmp_path, {"corpus/a/article.md": article("Text."), "glossary/terms/ferry.md": entry("ferry")})
    root = ["--root", str(tmp_path)]
    assert main([*root, "check"]) == FINE
    assert capsys.readouterr().out == "No problems. 2 questions for the editor: course-reader check --review\n"
    assert main([*root, "check", "--review", "--json"]) == FINE
    answer = json.loads(capsys.readouterr().out)
    assert ("never-named", "hint") in [(p["code"], p["severity"]) for p in answer["problems"]]


def test_the_audience_can_be_chosen(tmp_path: Path) -> None:
    text = "---\ntitle: A\ndate: 2022\nrights: {status: none}\n---\n\nSecret words.\n"
    make_reader(tmp_path, {"corpus/a/article.md": text})
    for audience, shown in (("public", ""), ("class", "For the class only"), ("teacher", "For teachers only")):
        assert main(["--root", str(tmp_path), "build", "--audience", audience]) == FINE
        folder = tmp_path / folder_for("_build/html", audience)
        page = (folder / "corpus/a/article.html").read_text(encoding="utf-8")
        assert ("Secret words." in page, "noindex" in page) == (bool(shown), bool(shown))
        assert ("reader-banner" in page, shown in page) == (bool(shown), True)


def test_elsewhere_progress_is_plain_lines(reader: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--root", str(reader), "build", "--fresh"]) == FINE
    said = capsys.readouterr()
    assert said.out == "built _build/html/index.html\n"
    lines = said.err.splitlines()
    assert "Reading … 100 %" in lines
    assert "Writing … 100 %" in lines
    assert "\r" not in said.err
    assert "\x1b" not in said.err


@pytest.mark.skipif(sys.platform == "win32", reason="has no pseudo-terminals")
@pytest.mark.parametrize(
    ("command", "answer", "progress"),
    [("build --fresh", b"built ", "\rReading  █+░* +\\d+ % "), ("check", b"No problems.", "\rReading [a-z/]+[^%█]*$")],
)
def test_on_a_terminal_a_build_has_a_bar_and_a_check_says_what_it_reads(
    reader: Path, command: str, answer: bytes, progress: str
) -> None:
    import pty

    ours, theirs = pty.openpty()
    call = [sys.executable, "-m", "course_reader.cli", "--root", str(reader), *command.split()]
    run = subprocess.Popen(call, stdout=subprocess.PIPE, stderr=theirs)
    os.close(theirs)
    shown = b""
    while True:
        try:
            piece = os.read(ours, 65536)
        except OSError:  # how Linux says that nobody writes any more
            break
        if not piece:
            break
        shown += piece
    os.close(ours)
    out, _ = run.communicate()
    assert run.returncode == FINE
    assert out.startswith(answer)
    text = shown.decode()
    assert re.search(progress, text)
    assert "\n" not in text
    assert text.endswith("\r\x1b[K")


def test_a_reader_that_stops_reading_is_no_error(reader: Path) -> None:
    call = f"{sys.executable} -m course_reader.cli --root {reader} mentions harbour-2024 | head -n 1"
    run = subprocess.run(call, shell=True, capture_output=True, text=True, check=True)
    assert run.stdout == "harbour-2024: 4 mentions\n"
    assert "Traceback" not in run.stderr


def test_check_says_how_hard_each_text_is(reader: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--root", str(reader), "check", "--levels"]) == FINE
    rows = capsys.readouterr().out.splitlines()
    assert rows[0].split()[:3] == ["level", "words", "≤"]
    assert re.match(r"(A1|A2|B1|B2) +\d+ +\d+% +\d+\.\d +\d+  article: Two towns sign", rows[1])
    assert [row.split("  ")[-1].split(":")[0] for row in rows[1:-1]].count("entry") == 3
    assert main(["--root", str(reader), "check", "--levels", "--json"]) == FINE
    levels = json.loads(capsys.readouterr().out)["levels"]
    assert [level["kind"] for level in levels] == ["article", "section", "entry", "entry", "entry", "glosses"]
    assert set(levels[0]) >= {"level", "words_level", "sentences_level", "share_b2", "hard", "path", "line"}


def test_help_is_there_before_sphinx_is_loaded() -> None:
    asked = (
        "import sys, course_reader.cli as c; c.parser().format_help(); print({'sphinx', 'pydantic'} & {*sys.modules})"
    )
    said = subprocess.run([sys.executable, "-c", asked], capture_output=True, text=True, check=True).stdout
    assert said.strip() == "set()"
