"""How a wrong file becomes problems, and what is right in it a record."""

from __future__ import annotations

import pytest

from course_reader.files.yaml_lines import load
from course_reader.model.article import Article, Chapter
from course_reader.model.entry import Entry, Event, Person, Place
from course_reader.model.note import NoteFile
from course_reader.model.problems import Problem
from course_reader.model.records import Record, build


def problems(model: type[Record], text: str) -> list[str]:
    found: list[Problem] = []
    build(model, load(text), "f.md", found)
    return [str(problem) for problem in found]


def salvage(model: type[Record], text: str) -> Record | None:
    return build(model, load(text), "f.md", [])


@pytest.mark.parametrize(
    ("model", "text", "expected"),
    [
        pytest.param(
            Person,
            "name: A\ngloss: g\nrolse: []",
            ["f.md:3: the key 'rolse' does not exist here; did you mean 'roles'? [unknown-key]"],
            id="an unknown key, with the nearest known one",
        ),
        pytest.param(
            Person,
            "name: A\ngloss: g\nroles:\n  - title: T\n    form: 2018",
            ["f.md:5: the key 'form' does not exist here; did you mean 'from'? [unknown-key]"],
            id="an unknown key inside a list",
        ),
        pytest.param(
            Person,
            "name: A\ngloss: g\nroles:\n  - {title: T, xyzzy: 1}",
            ["f.md:4: the key 'xyzzy' does not exist here; the keys are from, source, title, to [unknown-key]"],
            id="an unknown key with none near lists those that there are",
        ),
        pytest.param(
            Person,
            "name: A\ngloss: g\nroles:\n  - {title: T, start: 2018}",
            ["f.md:4: the key 'start' does not exist here; the keys are from, source, title, to [unknown-key]"],
            id="the name that the program gives a key is none for authors",
        ),
        pytest.param(
            Entry,
            "name: A\ngloss: g\naliases: [B, {nmae: C}]",
            [
                "f.md:3: the key 'name' is missing; add it [missing-key]",
                "f.md:3: the key 'nmae' does not exist here; did you mean 'name'? [unknown-key]",
            ],
            id="a wrong key and the right one that it leaves missing",
        ),
        pytest.param(
            Entry,
            "gloss: g",
            ["f.md:1: the key 'name' is missing; add it [missing-key]"],
            id="a key that must be there",
        ),
        pytest.param(
            Entry,
            "name: [A]\ngloss: {x: 1}",
            [
                "f.md:1: name is ['A']; it should be a text [bad-value]",
                "f.md:2: the key 'text' is missing; add it [missing-key]",
                "f.md:2: the key 'x' does not exist here; the keys are from, sense, source, text, to [unknown-key]",
            ],
            id="wrong types",
        ),
        pytest.param(
            Entry,
            "name: A\ngloss:\nsee: b\nsources:",
            [
                "f.md:2: gloss is empty; it should be a text [bad-value]",
                "f.md:3: see is 'b'; it should be a list (lines that begin with `- `) [bad-value]",
                "f.md:4: sources is empty; it should be a list (lines that begin with `- `) [bad-value]",
            ],
            id="nothing where something is needed, a text where a list is",
        ),
        pytest.param(
            Place,
            "name: A\ngloss: g\ncoordinates: [40.1]",
            ["f.md:3: coordinates has too few items [bad-value]"],
            id="half a pair",
        ),
        pytest.param(
            Place,
            "name: A\ngloss: g\ncoordinates: [40.1, 45, 3]",
            ["f.md:3: coordinates has too many items [bad-value]"],
            id="three of two",
        ),
        pytest.param(
            Place,
            "name: A\ngloss: g\ncoordinates: [140.1, north]",
            [
                "f.md:3: coordinates is '140.1'; write two numbers in degrees, latitude first, such as [40.18, 44.51] "
                "[bad-value]",
                "f.md:3: coordinates is 'north'; write two numbers in degrees, latitude first, such as [40.18, 44.51] "
                "[bad-value]",
            ],
            id="no place on earth",
        ),
        pytest.param(
            Person,
            "name: A\ngloss: g\nborn: 1975-13\nroles:\n  - {title: T, from: May 2018}",
            [
                "f.md:5: roles.from: 'May 2018' is not a date; write 2022, 2022-10 or 2022-10-31 [bad-date]",
                "f.md:3: born: '1975-13' is not in the calendar [bad-date]",
            ],
            id="dates",
        ),
        pytest.param(
            Article,
            "title: T\ngloss: frist\nrights: {status: mine}",
            [
                "f.md:3: rights.status is 'mine'; it should be one of 'none', 'adapted', 'licensed', 'open', "
                "'public-domain' or 'own' [bad-value]",
                "f.md:2: gloss is 'frist'; it should be one of 'first', 'section', 'paragraph', 'all' or 'none' "
                "[bad-value]",
            ],
            id="a word that is none of the few",
        ),
        pytest.param(
            Article,
            "title: ''\nmentions:\n  - {text: A, entry: a, paragraph: two}\n  - {text: A, entry: a, paragraph: 0}",
            [
                "f.md:1: title is empty; fill it in [bad-value]",
                "f.md:3: mentions.paragraph is 'two'; it should be a whole number [bad-value]",
                "f.md:4: mentions.paragraph: input should be greater than or equal to 1 [bad-value]",
            ],
            id="numbers",
        ),
        pytest.param(
            Article,
            "title: T\nmentions: yes\n\nrights: own\noriginal: o.txt",
            [
                "f.md:4: rights is 'own'; it should be a mapping (`key: value` lines) [bad-value]",
                "f.md:5: original is 'o.txt'; it should be a mapping (`key: value` lines) [bad-value]",
                "f.md:2: mentions is 'yes'; it should be a list (lines that begin with `- `) [bad-value]",
            ],
            id="a word where a list or a mapping should be",
        ),
        pytest.param(
            NoteFile,
            "layer: {title: L, audience: public}\nnotes:\n  - {quote: q, bdy: B}\n  - {id: n-1, kind: remark, body: B}",
            [
                "f.md:3: the key 'body' is missing; add it [missing-key]",
                "f.md:3: the key 'bdy' does not exist here; did you mean 'body'? [unknown-key]",
                "f.md:4: notes.id is 'n-1'; write n- and eight digits or letters from a to f, such as n-1a2b3c4d, or "
                "leave it out and use notes fix [bad-value]",
                "f.md:4: notes.kind is 'remark'; it should be one of 'comment', 'question', 'correction' or "
                "'context' [bad-value]",
            ],
            id="notes",
        ),
        pytest.param(Chapter, "date: 2022\nanything: goes", [], id="a chapter is a page and may say more"),
    ],
)
def test_what_is_wrong_is_told_with_its_line(model: type[Record], text: str, expected: list[str]) -> None:
    assert sorted(problems(model, text)) == sorted(expected)


def test_one_mistake_is_told_once() -> None:
    assert len(problems(Entry, "name: [A]\ngloss: g")) == 1
    assert len(problems(Person, "name: A\ngloss: g\nroles:\n  - {title: [T]}")) == 1
    assert len(problems(Entry, "name: A\ngloss:\n  - {text: [x]}")) == 1


def test_what_is_right_stays() -> None:
    text = "name: A\ngloss: g\nborn: 1975-13\nrolse: 1\nroles:\n  - {title: T, from: 2018, form: 2}\nsee: [b]"
    person = salvage(Person, text)
    assert isinstance(person, Person)
    assert person.born is None
    assert person.see == ("b",)
    assert str(person.roles[0].start) == "2018"


def test_wrong_items_of_a_long_list_go_and_the_others_stay() -> None:
    items = "".join(f"  - {'{nmae: x}' if n in (2, 9, 10, 11) else f'N{n}'}\n" for n in range(14))
    found: list[Problem] = []
    entry = build(Entry, load(f"name: A\ngloss: g\naliases:\n{items}"), "f.md", found)
    assert entry is not None
    assert [alias.name for alias in entry.aliases] == [f"N{n}" for n in range(14) if n not in (2, 9, 10, 11)]
    assert {problem.line for problem in found} == {6, 13, 14, 15}


def test_what_an_alias_repeats_can_be_wrong_in_one_place_only() -> None:
    event = salvage(Event, "name: A\ngloss: g\nstart: &x [1]\nplace: *x\nsee: *x")
    assert isinstance(event, Event)
    assert (event.start, event.place, event.see) == (None, None, ("1",))


@pytest.mark.parametrize("text", ["gloss: g", "name: [x]\ngloss: g", "name: A", "name: A\ngloss:\n  - {from: 2018}"])
def test_without_what_must_be_there_is_no_record(text: str) -> None:
    assert salvage(Entry, text) is None


def test_numbers_are_texts_where_texts_are_meant() -> None:
    entry = salvage(Entry, "name: 2018\ngloss: g\naliases: [1994, 30.50, {name: 7}]")
    assert isinstance(entry, Entry)
    assert (entry.name, [alias.name for alias in entry.aliases]) == ("2018", ["1994", "30.50", "7"])
