"""Settings that cannot be are reported by every command, in the same words."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from commands.other_settings import ANNOTATION, FERRY, FILES
from readers import make_reader

from course_reader.authoring.kept import KeptReader
from course_reader.cli import commands, main
from course_reader.commands.command import FINE, PROBLEMS, named

CALLS = {
    "add article": ["add", "article", "New"],
    "add entry": ["add", "entry", "term", "pier"],
    "add note": ["add", "note", "harbour", "came to"],
    "add pack": ["add", "pack", "New"],
    "import": ["import", "--dry-run", "--json", "{folder}/ferry.txt"],
    "check": ["check", "--json"],
    "compare": ["compare", "harbour={folder}/ferry.txt", "--json"],
    "move": ["move", "harbour", "moved", "--dry-run"],
    "mentions": ["mentions", "harbour", "--json"],
    "propose": ["propose", "--dry-run"],
    "publish zip": ["publish", "zip", "--json", "-o", "{folder}/site.zip"],
    "publish imscc": ["publish", "imscc", "--json", "-o", "{folder}/site.imscc"],
    "publish pages": ["publish", "pages"],
    "notes list": ["notes", "list", "--json"],
    "notes fix": ["notes", "fix", "--json"],
    "notes reanchor": ["notes", "reanchor", "--json"],
    "notes export": ["notes", "export", "harbour", "-o", "{folder}/out.json"],
    "notes import": ["notes", "import", "{folder}/notes.json", "--json"],
    "pack": ["pack", "autumn", "--json"],
    "glossary export": ["glossary", "export", "{folder}/lent", "--licence", "CC0"],
    "build": ["build", "--json"],
    "settings": ["settings", "--json"],
}
BAD = """
include_patterns = ["index.md", "corpus/**", "glossary/**"]
reader_corpus = "/etc"
reader_level = "B7"
"""
SAID = [
    "conf.py:{0}: reader_corpus is '/etc'; it should be a folder inside the reader, such as 'corpus'. 'corpus' is used "
    "instead [bad-setting]",
    "conf.py:{1}: reader_level is 'B7'; it should be one of '', 'A1', 'A2', 'B1', 'B2', 'C1', 'C2'. 'B2' is used "
    "instead [bad-setting]",
]


@pytest.fixture(scope="module")
def wrong(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a reader that has wrong settings, and files to import."""
    folder = tmp_path_factory.mktemp("wrong")
    files = {name.replace("texts/", "corpus/"): text for name, text in FILES.items() if name.startswith("texts/")}
    make_reader(folder / "reader", files, BAD)
    (folder / "ferry.txt").write_text(FERRY, encoding="utf-8")
    (folder / "notes.json").write_text(json.dumps(ANNOTATION), encoding="utf-8")
    return folder


def test_every_command_is_called_with_wrong_settings() -> None:
    in_reader = {name for name, command in named(commands()) if command.in_reader and not command.parts}
    # `schema` looks at no setting but `reader_parts`.
    assert {*CALLS, "serve", "schema"} == in_reader


@pytest.mark.parametrize("command", CALLS)
def test_a_wrong_setting_is_told_in_the_same_words(
    command: str, wrong: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    argv = [part.format(folder=wrong) for part in CALLS[command]]
    code = main(["--root", str(wrong / "reader"), *argv])
    said = capsys.readouterr()
    told = [line for line in said.err.splitlines() if line.endswith("[bad-setting]")]
    if "--json" in argv:
        answer = json.loads(said.out)
        rows = [row for row in answer.get("problems", ()) if row["code"] == "bad-setting"]
        told += [f"{row['path']}:{row['line']}: {row['message']} [{row['code']}]" for row in rows]
        assert {row["severity"] for row in rows} <= {"warning"}
    conf = (wrong / "reader" / "conf.py").read_text(encoding="utf-8").splitlines()
    lines = [conf.index(line) + 1 for line in BAD.splitlines()[-2:]]
    assert told == [sentence.format(*lines) for sentence in SAID]
    # A build shows what it can; it fails only if it is asked to be strict.
    assert code == (FINE if command in ("build", "publish zip", "publish imscc") else PROBLEMS)


def test_the_server_tells_wrong_settings_too(wrong: Path) -> None:
    kept = KeptReader(wrong / "reader")
    outcome = kept.build()
    kept.close()
    assert [str(p).partition(": ")[2] for p in outcome.problems if p.code == "bad-setting"] == [
        sentence.partition(": ")[2] for sentence in SAID
    ]


@pytest.mark.parametrize("command", [name for name in CALLS if name != "check"])
def test_a_configuration_that_fails_stops_every_command(
    command: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    make_reader(tmp_path / "reader", {}, "x = 1 / 0\n")
    (tmp_path / "ferry.txt").write_text(FERRY, encoding="utf-8")
    (tmp_path / "notes.json").write_text(json.dumps(ANNOTATION), encoding="utf-8")
    argv = [part.format(folder=tmp_path) for part in CALLS[command]]
    assert main(["--root", str(tmp_path / "reader"), *argv]) == PROBLEMS
    said = capsys.readouterr()
    assert "ZeroDivisionError: division by zero" in said.err + said.out
    assert "Traceback" not in said.err + said.out
