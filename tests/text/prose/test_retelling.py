"""Retellings held against their originals."""

from __future__ import annotations

import pytest

from course_reader.text.prose.retelling import Difference, RetoldParagraph, differences, paired, passages
from course_reader.text.prose.voices import Speaker


def told(text: str) -> list[RetoldParagraph]:
    found, start = [], 0
    for number, part in enumerate(text.split("\n\n"), 1):
        found.append((start, start + len(part), number))
        start += len(part) + 2
    people = ("Quill", "Marsh")
    names = sorted(
        (at, name) for name in people for at in range(len(text)) if text.startswith(name, at)
    )  # fmt: skip
    return passages(text, found, [Speaker(name.lower(), "people", at, at + len(name)) for at, name in names])


def found(original: str, retelling: str) -> list[tuple[str, str]]:
    return [(one.kind, one.what) for one in differences(told(original), told(retelling))]


@pytest.mark.parametrize(
    ("original", "retelling", "kind", "what"),
    [
        ("Quill accused the port of theft.", "Quill said the port had stolen.", "reporting", "lost: accuse"),
        ("Quill said the port was shut.", "Quill admitted the port was shut.", "reporting", "added: admit"),
        ("Quill said the port was shut.", "The port was shut.", "speakers", "lost: quill"),
        ("Quill said the port was shut.", "Marsh said the port was shut.", "speakers", "added: marsh"),
        ("The port shut because of a storm.", "There was a storm. The port shut.", "causes", "1 in the original"),
        ("With the pier broken, the port shut.", "The pier broke. The port shut.", "causes", "1 in the original"),
        ("But the port shut.", "The port shut.", "contrasts", "1 in the original"),
        ("The port appeared to have failed.", "The port failed.", "hedges", "1 in the original"),
        ("The port did not open.", "The port opened.", "negations", "1 in the original"),
        ("In March 1,200 ships came.", "In spring many ships came to the port.", "numbers", "lost: 1200"),
        ("In March ships came.", "In spring ships came.", "numbers", "lost: Mar"),
        ("Ships met angry foes.", "Ships met “angry foes”.", "quotation-marks", "added: “angry foes”"),
        ("Quill said: “The port is shut.”", "Quill said the port was shut.", "quotation-marks", "fewer: 0 of 4"),
    ],
)
def test_a_difference_is_found(original: str, retelling: str, kind: str, what: str) -> None:
    assert any(k == kind and w.startswith(what) for k, w in found(original, retelling))


@pytest.mark.parametrize(
    ("original", "retelling"),
    [
        ("On May 4, Quill told Marsh that two ships sank.", "Quill told Marsh on 4 May that two ships had sunk."),
        ("Ferries have run since the war in 1991.", "Since 1991, the year of the war, ferries have run."),
        ("Since the pier broke, the port is shut.", "The port is shut because the pier broke."),
        ("The storm claimed some 30 lives.", "Some 30 people died in the storm."),
        ("Foes met in the port.", "Foes, as the report calls them, met in the port."),
        ("Neither the ferry nor the ship came.", "Neither ship nor ferry came."),
        ("Quill called it a “good day” for the port.", "It was a “good day” for the port, Quill said."),
    ],
)
def test_the_same_in_other_words_is_no_difference(original: str, retelling: str) -> None:
    assert found(original, retelling) == []


def test_paragraphs_are_paired_in_order_by_what_they_say() -> None:
    original = told("Quill saw the ferry.\n\nThe storm broke a pier.\n\nMarsh left the harbour.")
    retelling = told("The ferry was seen by Quill.\n\nMarsh went away from the harbour.\n\nNobody sings.")
    numbers = [(a.number if a else None, b.number if b else None) for a, b in paired(original, retelling)]
    assert [pair for pair in numbers if all(pair)] == [(1, 1), (3, 2)]
    assert {(2, None), (None, 3)} <= set(numbers)


def test_a_paragraph_of_one_side_alone_is_told() -> None:
    assert list(differences(told("Quill saw the ferry."), [])) == [
        Difference("paragraphs", None, 1, "paragraph 1 of the original is not retold")
    ]
    assert [one.paragraph for one in differences([], told("Quill saw the ferry."))] == [1]
