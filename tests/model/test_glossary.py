"""Reading a folder of entries: every mistake with file and line."""

from __future__ import annotations

from pathlib import Path

import pytest

from course_reader.model.entry import Kind
from course_reader.model.glossary import Cache, Glossary, load

GOOD = "---\nname: Good\ngloss: A gloss.\n---\n\nProse.\n"
WORDS = " ".join(["word"] * 31)
FORM = "write 2022, 2022-10 or 2022-10-31"


def glossary(root: Path, files: dict[str, str | bytes], cache: Cache | None = None) -> Glossary:
    for name, content in files.items():
        path = root / "glossary" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return load(root / "glossary", root, cache)


@pytest.mark.parametrize(
    ("name", "content", "expected"),
    [
        pytest.param(
            "people/a.md",
            "---\nname: A\ngloss: g\n\nrolse: []\n---\n",
            "glossary/people/a.md:5: the key 'rolse' does not exist here; did you mean 'roles'? [unknown-key]",
            id="unknown key",
        ),
        pytest.param(
            "people/a.md",
            "---\nname: A\ngloss: g\nsee: b\n---\n",
            "glossary/people/a.md:4: see is 'b'; it should be a list (lines that begin with `- `) [bad-value]",
            id="wrong type",
        ),
        pytest.param(
            "people/a.md",
            "---\nname: A\ngloss: g\nroles:\n  - title: T\n    from: 8 May 2018\n---\n",
            f"glossary/people/a.md:6: roles.from: '8 May 2018' is not a date; {FORM} [bad-date]",
            id="bad date",
        ),
        pytest.param(
            "people/a.md",
            "---\nname: A\ngloss: g\nroles:\n  - title: T\n    from: 2020\n    to: 2018-05\n---\n",
            "glossary/people/a.md:6: roles: 2020 comes after 2018-05; swap or correct them [date-order]",
            id="from after to",
        ),
        pytest.param(
            "places/a.md",
            "---\nname: A\naliases:\n  - B\n  - {name: C, from: 1991, to: 1923}\ngloss: g\n---\n",
            "glossary/places/a.md:5: aliases: 1991 comes after 1923; swap or correct them [date-order]",
            id="an alias out of order",
        ),
        pytest.param(
            "people/a.md",
            "---\nname: A\ngloss: g\nborn: 2003\ndied: 1923\n---\n",
            "glossary/people/a.md:4: `born` comes after `died`; swap or correct them [date-order]",
            id="death before birth",
        ),
        pytest.param(
            "peple/a.md",
            GOOD,
            "glossary/peple/a.md: there is no kind 'peple'; move the file to one of people, places, agreements, "
            "organisations, events, terms [wrong-kind]",
            id="wrong folder",
        ),
        pytest.param(
            "a.md",
            GOOD,
            "glossary/a.md: this entry is not in the folder of a kind; move the file to one of people, places, "
            "agreements, "
            "organisations, events, terms [wrong-kind]",
            id="no folder",
        ),
        pytest.param(
            "people/old/a.md",
            GOOD,
            "glossary/people/old/a.md: this entry is not in the folder of a kind; move the file to one of "
            "people, places, agreements, "
            "organisations, events, terms [wrong-kind]",
            id="a folder too deep",
        ),
        pytest.param(
            "people/a.md",
            "---\nname: A\ngloss: g\nkind: places\n---\n",
            "glossary/people/a.md:4: `kind` is 'places', but the entry is in the folder 'people', which "
            "decides; remove the line "
            "[wrong-kind]",
            id="a kind that is not the folder's",
        ),
        pytest.param(
            "people/Ilham Aliyev.md",
            GOOD,
            "glossary/people/Ilham Aliyev.md: 'Ilham Aliyev' cannot be used as an id; use the small letters a "
            "to z, digits and "
            "hyphens [bad-id]",
            id="bad id",
        ),
        pytest.param(
            "people/index.md",
            GOOD,
            "glossary/people/index.md: the name 'index' is reserved for the page that lists the entries; rename "
            "the file [bad-id]",
            id="an entry named index",
        ),
        pytest.param(
            "terms/a.md",
            f"---\nname: A\n\ngloss: {WORDS}\n---\n",
            "glossary/terms/a.md:4: the gloss has 31 words, but the margin has room for 30; shorten it [gloss-long]",
            id="long gloss",
        ),
        pytest.param(
            "terms/a.md",
            f"---\nname: A\ngloss:\n  - text: short\n    to: 2020\n  - text: {WORDS}\n    from: 2021\n---\n",
            "glossary/terms/a.md:6: the gloss has 31 words, but the margin has room for 30; shorten it [gloss-long]",
            id="long second gloss",
        ),
        pytest.param(
            "people/a.md",
            b"---\nname: A\ngloss: Jos\xe9\n---\n",
            "glossary/people/a.md:3: the byte 0xe9 is not UTF-8; save the file as UTF-8 [not-utf8]",
            id="not UTF-8",
        ),
        pytest.param(
            "people/a.md",
            "---\nname: A\ngloss: x: y\n---\n",
            'glossary/people/a.md:3: the value has a colon in it; put it in quotation marks: gloss: "…" [yaml]',
            id="broken YAML",
        ),
        pytest.param(
            "people/a.md",
            "---\nname: A\ngloss: g\n\nProse.\n",
            "glossary/people/a.md:1: the front matter never ends; close it with a line of three hyphens (---) [yaml]",
            id="front matter without end",
        ),
        pytest.param(
            "people/a.md",
            "---\n- name\n- gloss\n---\n",
            "glossary/people/a.md:2: it should consist of `key: value` lines [yaml]",
            id="a list",
        ),
    ],
)
def test_a_mistake_is_told_with_file_and_line(tmp_path: Path, name: str, content: str | bytes, expected: str) -> None:
    read = glossary(tmp_path, {name: content, "people/good.md": GOOD})
    assert [str(problem) for problem in read.problems] == [expected]
    assert "good" in read


@pytest.mark.parametrize("content", ["", "Only prose.\n", "---\n---\n"])
def test_an_entry_that_says_nothing_lacks_its_keys(tmp_path: Path, content: str) -> None:
    read = glossary(tmp_path, {"people/a.md": content})
    assert [problem.message for problem in read.problems] == [
        "the key 'name' is missing; add it",
        "the key 'gloss' is missing; add it",
    ]
    assert read.unread == {"a"}


def test_two_entries_cannot_have_one_id(tmp_path: Path) -> None:
    read = glossary(tmp_path, {"people/good.md": GOOD, "places/good.md": GOOD})
    assert [str(problem) for problem in read.problems] == [
        "glossary/places/good.md: the id 'good' is already used by glossary/people/good.md; rename one of "
        "the two files "
        "[duplicate-id]"
    ]
    assert read.kind("good") is Kind.PEOPLE


def test_lists_pages_and_hidden_files_are_no_entries(tmp_path: Path) -> None:
    files = dict.fromkeys(("index.md", "about.md", "people/index.md", "people/.draft.md", ".old/a.md"), "# People\n")
    read = glossary(tmp_path, {**files, "people/good.md": GOOD})
    assert list(read.files) == ["good"]
    assert read.problems == []


def test_line_ends_and_byte_order_marks_change_nothing(tmp_path: Path) -> None:
    text = "---\r\nname: A\r\ngloss: g\r\nrolse: 1\r\n---\r\n\r\nProse.\r\n"
    read = glossary(tmp_path, {"people/a.md": b"\xef\xbb\xbf" + text.encode(), "people/b.md": GOOD.replace("\n", "\r")})
    assert read["a"].name == "A"
    assert read["b"].name == "Good"
    assert [problem.line for problem in read.problems] == [4]


def test_a_link_to_nowhere_and_a_folder_are_problems(tmp_path: Path) -> None:
    (tmp_path / "glossary" / "people" / "folder.md").mkdir(parents=True)
    (tmp_path / "glossary" / "people" / "loop.md").symlink_to("loop.md")
    (tmp_path / "glossary" / "people" / "gone.md").symlink_to("nowhere.md")
    read = glossary(tmp_path, {"people/good.md": GOOD})
    assert [problem.path for problem in read.problems] == [
        "glossary/people/folder.md",
        "glossary/people/gone.md",
        "glossary/people/loop.md",
    ]
    assert all("cannot be read" in problem.message for problem in read.problems)


def test_no_folder_is_an_empty_glossary(tmp_path: Path) -> None:
    read = load(tmp_path / "glossary", tmp_path)
    assert len(read) == 0
    assert read.problems == []


def test_only_changed_files_are_read_again(tmp_path: Path) -> None:
    cache: Cache = {}
    first = glossary(tmp_path, {"people/a.md": GOOD, "people/b.md": GOOD, "people/c.md": GOOD}, cache)
    (tmp_path / "glossary" / "people" / "c.md").unlink()
    second = glossary(tmp_path, {"people/b.md": GOOD.replace("Good", "Better")}, cache)
    assert second.files["a"] is first.files["a"]
    assert second["b"].name == "Better"
    assert "c" not in second
    assert len(cache) == 2


def test_every_entry_knows_its_lines(tmp_path: Path) -> None:
    read = glossary(tmp_path, {"people/a.md": GOOD, "places/b.md": GOOD, "people/c.md": GOOD})
    assert [file.lines.line(("gloss",)) for file in read] == [3, 3, 3]
