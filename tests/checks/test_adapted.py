"""Retellings and their originals: what is listed, what is not, and the commands that say so."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from readers import article, entry, make_reader

from course_reader.checks.adapted import differing, explains
from course_reader.cli import main
from course_reader.commands.command import FINE, PROBLEMS, WRONG_USE
from course_reader.model.article import Change
from course_reader.model.problems import Code
from course_reader.text.prose.retelling import Difference, RetoldParagraph

ORIGINAL = """A Bridge Too Late

NORTHPORT, May 3, 2023 (Bay News) - Mayor Ada Quill accused the builders of delay, because the bridge was not open.

"We have waited for four long years," Quill said. She claimed that the city had paid twice.
"""
TOLD = (
    "Mayor Ada Quill said that the bridge is late.\n\nThe city waited “four long years”, Quill said; it “paid twice”."
)
HEAD = {"title": "The bridge", "date": "2023-05-03", "adapted_from": "{title: A Bridge Too Late}"}


def reader(root: Path, **more: str) -> Path:
    text = article(TOLD, **{**HEAD, **more}).replace("status: own", "status: adapted")
    make_reader(
        root, {"corpus/bridge/article.md": text, "glossary/people/quill.md": entry("Ada Quill", aliases="[Quill]")}
    )
    (root.parent / "held.txt").write_text(ORIGINAL, encoding="utf-8")
    return root.parent / "held.txt"


def told(root: Path, held: Path, capsys: pytest.CaptureFixture[str]) -> tuple[int, list[str], dict[str, int]]:
    code = main(["--root", str(root), "check", "--adapted", str(held), "--json"])
    answer = json.loads(capsys.readouterr().out)
    assert {problem["code"] for problem in answer["problems"]} <= {str(Code.RETELLING)}
    row = answer["articles"][0]
    return code, [p["message"] for p in answer["problems"]], {"listed": len(row["listed"]), "others": row["unlisted"]}


def test_what_a_retelling_loses_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    root = tmp_path / "r"
    code, messages, counts = told(root, reader(root), capsys)
    assert (code, counts["listed"]) == (PROBLEMS, 0)
    assert len(messages) == counts["others"] > 0
    for sign in ("lost: accuse", "lost: claim", "causes: 1", "negations: 1", "added: “paid twice”"):
        assert any(sign in message for message in messages), sign


def test_a_listed_change_needs_a_reason_and_a_difference(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    root = tmp_path / "r"
    changes = "\n  - {kind: causes, paragraph: 1, reason: Shorter.}\n  - {kind: hedges, reason: None is there.}"
    _, messages, counts = told(root, reader(root, changes=changes), capsys)
    assert counts["listed"] == 1
    assert [m for m in messages if "causes" in m] == []
    assert [m for m in messages if "hedges" in m] == [
        "`changes` has hedges, but there is no such difference; take the line out"
    ]


def test_a_change_explains_its_kind_its_paragraph_and_its_words() -> None:
    lost = Difference("numbers", 2, 3, "lost: 1991")
    assert explains(Change(kind="numbers", reason="r"), lost)
    assert explains(Change(kind="numbers", paragraph=2, words="1991", reason="r"), lost)
    assert not explains(Change(kind="numbers", paragraph=3, reason="r"), lost)
    assert not explains(Change(kind="numbers", words="1992", reason="r"), lost)
    assert not explains(Change(kind="causes", reason="r"), lost)
    assert differing([RetoldParagraph(1, "It rained.")], [RetoldParagraph(1, "It rained.")], ()) == ([], [], [])


def test_counts_of_an_original_are_kept_without_its_words(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    root = tmp_path / "r"
    held = reader(root)
    file = root / "corpus/bridge/article.md"
    before = file.read_text(encoding="utf-8")
    assert main(["--root", str(root), "compare", f"bridge={held}", "--write", "--json"]) == FINE
    counts = json.loads(capsys.readouterr().out)["bridge"]
    after = file.read_text(encoding="utf-8")
    assert (counts["quotations"], counts["quoted"], counts["speakers"]) == (1, 7, {"quill": 3})
    assert counts["verbs"] == {"accuse": 1, "claim": 1, "say": 1}
    assert counts["sha256"] in after and "waited for" not in after
    assert after.replace(after[after.index("counts:") : after.index("---", 4)], "") == before
    assert main(["--root", str(root), "compare", str(held), "--write"]) == FINE
    assert file.read_text(encoding="utf-8") == after, "once more changes nothing"


def test_a_text_of_no_article_is_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    root = tmp_path / "r"
    held = reader(root)
    held.write_text(ORIGINAL.replace("Too Late", "Open"), encoding="utf-8")
    assert main(["--root", str(root), "check", "--adapted", str(held)]) == WRONG_USE
    assert "write SLUG=" in capsys.readouterr().err
    assert main(["--root", str(root), "compare", str(tmp_path / "none.txt")]) == WRONG_USE
    assert "cannot be read" in capsys.readouterr().err
