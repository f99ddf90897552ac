"""Characters that nobody sees, in files that strangers send: an import says once what it leaves out."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from commands.notes.test_hidden_characters import HIDDEN
from commands.notes.test_round_trip import exported, holds_hidden, shelf, take_all
from exchange.made_up import quoting, row, w3c

from course_reader.exchange import forms
from course_reader.exchange.complaints import MalformedError
from course_reader.model.problems import Code


@pytest.mark.parametrize("kind", HIDDEN)
def test_an_import_says_once_what_it_leaves_out(tmp_path: Path, kind: str) -> None:
    character = HIDDEN[kind][0]
    strange = f"a{character}b"
    annotations = [
        w3c(
            "https://tool.example/1",
            body=[
                {"type": "TextualBody", "value": strange},
                {"type": "TextualBody", "value": strange, "purpose": "tagging"},
            ],
            creator={"type": "Person", "name": strange},
            target=quoting(f"the {character}mayor", f"{character}days,” ", character),
        ),
        row("aBc", strange, "said what was", prefix=character, tags=[strange], user_info={"display_name": strange}),
    ]
    data = json.dumps(annotations).encode()
    report = take_all(tmp_path, data)
    (problem,) = report.problems
    assert (problem.path, problem.code) == ("x.json", Code.HIDDEN_CHARACTER)
    assert problem.message.startswith(f"it holds U+{ord(character):04X}, ")
    notes = shelf(tmp_path).articles[0].noted
    assert notes.problems == []
    assert {(p.note.quote, p.note.body, p.note.by, p.note.tags) for p in notes.notes} == {
        ("the mayor", "ab", "ab", ("ab",)),
        ("said what was", "ab", "ab", ("ab",)),
    }
    assert not holds_hidden(json.loads(exported(tmp_path)))


def test_half_a_character_of_a_stranger_is_told_and_shown_as_one_that_is_missing(tmp_path: Path) -> None:
    report = take_all(tmp_path, json.dumps([row("a", "half \ud83d", "said what was")]).encode())
    (problem,) = report.problems
    assert problem.message.startswith("it holds U+D83D, ")
    assert [placed.note.body for placed in shelf(tmp_path).articles[0].noted.notes] == ["half �"]


def test_a_raw_control_character_in_json_is_one_problem() -> None:
    with pytest.raises(MalformedError, match="this is not JSON") as caught:
        forms.read(b'[{"uri": "https://a.example/", "text": "a\x1bb"}]')
    assert len(caught.value.problems) == 1
