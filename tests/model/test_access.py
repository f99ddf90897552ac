"""A text or a set of notes is closed unless its file says clearly that it is open."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from course_reader.files.yaml_lines import Document, load
from course_reader.model.article import Article
from course_reader.model.note import Layer, Note, NoteFile
from course_reader.model.problems import Code, Problem
from course_reader.model.public.access import Access, NoteKeys, access_of_notes, access_of_text, is_private, restricting

DAY = date(2024, 9, 1)
KEYS = NoteKeys(NoteFile.model_fields, Layer.model_fields, Note.model_fields)


def text(head: str, *, private: bool = False) -> Access:
    return access_of_text(load(head, first_line=2), "a.md", Article.model_fields, private=private)


def notes(file: str) -> Access:
    return access_of_notes(load(file), "n.yaml", KEYS)


@pytest.mark.parametrize("status", ["adapted", "licensed", "open", "public-domain", "own"])
def test_a_text_is_public_if_its_rights_say_so(status: str) -> None:
    access = text(f"title: A\nrights: {{status: {status}, holder: X, terms: T, expires: 2024-09-01}}")

    assert (access.closed, access.unclear) == ("", None)
    assert access.is_public(DAY)
    assert not access.is_public(date(2024, 9, 2))
    assert access.reason(date(2024, 9, 2)) == "its permission expired on 1 September 2024"


@pytest.mark.parametrize("rights", ["{status: none}", "{holder: X}", "{status: none, expires: 2030}"])
def test_a_text_without_permission_is_closed_and_nothing_is_unclear(rights: str) -> None:
    access = text(f"title: A\nrights: {rights}")

    assert not access.is_public(DAY)
    assert access.unclear is None


@pytest.mark.parametrize(
    ("head", "code", "line"),
    [
        ("title: A", Code.NO_RIGHTS, 1),
        ("title: A\nrights:", Code.NO_RIGHTS, 1),
        ("title: A\nrights: none", Code.BAD_VALUE, 3),
        ("title: A\nrights: [own]", Code.BAD_VALUE, 3),
        ("title: A\nrights: {status: Own}", Code.BAD_VALUE, 3),
        ("title: A\nrights: {status: }", Code.BAD_VALUE, 3),
        ("title: A\nrights: {statsu: own}", Code.UNKNOWN_KEY, 3),
        ("title: A\nrights: {status: own, expire: 2030}", Code.UNKNOWN_KEY, 3),
        ("title: A\nrights: {status: own, expires: 31.01.2020}", Code.BAD_DATE, 3),
        ("title: A\nrights: {status: own, expires: }", Code.RIGHTS_UNCLEAR, 3),
        ("title: A\nrights: {status: own, expires: 2030?}", Code.RIGHTS_UNCLEAR, 3),
        ("title: A\nrights: {status: own, expires: 2020/2030}", Code.RIGHTS_UNCLEAR, 3),
        ("rigths: {status: own}\ntitle: A", Code.RIGHTS_UNCLEAR, 2),
        ("right: {status: own}", Code.RIGHTS_UNCLEAR, 2),
        ("title: A\nrights: {status: own}\nexpires: 2020", Code.RIGHTS_UNCLEAR, 4),
        ("title: A\nrights: {status: own}\nprivate: true", Code.RIGHTS_UNCLEAR, 4),
        ("title: A\nrights: {status: own}\nnever_seen: 1", Code.RIGHTS_UNCLEAR, 4),
    ],
)
def test_what_is_wrong_or_missing_closes_a_text_and_says_where(head: str, code: Code, line: int) -> None:
    access = text(head)

    assert not access.is_public(date.min)
    assert access.unclear is not None
    assert (access.unclear.code, access.unclear.line, access.unclear.path) == (code, line, "a.md")


def test_a_head_that_cannot_be_read_closes_a_text() -> None:
    broken = Problem("a.md", 3, Code.YAML, "a tab")

    assert access_of_text(None, "a.md", (), private=False, broken=broken).unclear is broken
    assert not access_of_text(None, "a.md", (), private=False).is_public(DAY)


def test_a_slip_in_another_key_closes_nothing() -> None:
    assert text("title: A\ncaptoin: B\noulet: C\nrights: {status: own}").is_public(DAY)
    assert text("title: A\ndate: [1]\nrights: {status: own}").is_public(DAY)


def test_what_is_private_is_closed_whatever_it_says() -> None:
    assert not text("title: A\nrights: {status: own}", private=True).is_public(DAY)
    assert text("title: A", private=True).unclear is None, "its place decides"
    assert text("title: A\nrights: {status: won}", private=True).unclear is not None


@given(st.text(min_size=1, max_size=8).filter(lambda word: word not in Article.model_fields))
def test_an_unknown_key_never_opens_anything(key: str) -> None:
    document = Document({"title": "A", key: {"status": "own"}})
    assert not access_of_text(document, "a.md", Article.model_fields, private=False).is_public(DAY)


@pytest.mark.parametrize(
    ("path", "private"),
    [
        ("corpus/private/a/article", True),
        ("corpus/Private/a/article", True),
        ("corpus/2024/private/a/article", True),
        ("corpus/private", False),
        ("corpus/a/private", False),
        ("private/corpus/a/article", False),
        ("docs/private/a", False),
    ],
)
def test_private_is_what_is_below_a_private_folder_of_the_corpus(path: str, private: bool) -> None:
    assert is_private(path, "corpus") is private


def test_keys_that_may_restrict_are_told_from_slips() -> None:
    known = ["title", "caption", "rights", "date"]
    assert restricting(["title", "Caption", "dat", "Rights", "draft"], known) == ["Rights", "draft"]


def test_notes_are_public_only_if_they_say_so() -> None:
    assert notes("layer: {audience: public}\nnotes: [{body: B}]").is_public(DAY)
    assert not notes("layer: {audience: class}\nnotes: [{body: B}]").is_public(DAY)
    assert notes("layer: {audience: class}").unclear is None


@pytest.mark.parametrize("file", ["notes: [{body: B}]", "layer: {title: T}\nnotes: [{body: B}]", "layer:\nnotes: []"])
def test_notes_that_do_not_say_it_are_for_the_class_and_nothing_is_wrong(file: str) -> None:
    assert notes(file) == Access("it does not say `audience`")


@pytest.mark.parametrize(
    ("file", "code"),
    [
        ("layer: {audience: klass}", Code.AUDIENCE_UNCLEAR),
        ("layer: {audience: [public]}", Code.AUDIENCE_UNCLEAR),
        ("layer: {audience: Public}", Code.AUDIENCE_UNCLEAR),
        ("layer: public", Code.AUDIENCE_UNCLEAR),
        ("layer: {audiense: public}", Code.AUDIENCE_UNCLEAR),
        ("layer: {audience: public}\naudience: class", Code.AUDIENCE_UNCLEAR),
        ("layer: {audience: public, private: true}", Code.AUDIENCE_UNCLEAR),
        ("layer: {audience: public}\nnotes: [{body: B, audience: class}]", Code.AUDIENCE_UNCLEAR),
    ],
)
def test_other_notes_are_for_the_class_and_it_is_told_why(file: str, code: Code) -> None:
    access = notes(file)

    assert not access.is_public(DAY)
    assert access.unclear is not None
    assert access.unclear.code is code


def test_a_file_of_notes_that_cannot_be_read_is_for_the_class() -> None:
    assert not access_of_notes(None, "n.yaml", KEYS).is_public(DAY)
