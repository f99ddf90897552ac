"""A site offers a printed pack only to those it was printed for, and only as long as they may see what is in it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from libraries import make_shelf
from printed import pack as pack_file
from readers import article

from course_reader.model.outputs import folder_for, name_for
from course_reader.views.printed import file_names, keep, kept, offered

ONE, NOTE = "corpus/one/article", "n-00000001"
FILES = {f"{ONE}.md": article("Ann went."), "corpus/packs/p.md": pack_file("one")}
LAYER = f"layer: {{audience: public}}\nnotes: [{{id: {NOTE}, quote: went, body: Where?}}]\n"


def offer(root: Path, printed: str = "public", changed: bool = False, **settings: Any) -> str | None:
    """The file that is offered after a pack with one text and one note was printed."""
    folder = root / folder_for("_build/pdf", printed)
    name = name_for("p", printed)
    (folder / ".work" / name).mkdir(parents=True)
    file = folder / f"{name}.pdf"
    file.write_bytes(b"%PDF")
    whole = make_shelf(FILES, reader_audience=printed).library
    keep(folder / ".work" / name, file, whole, [ONE], [(ONE, NOTE)])
    if changed:
        file.write_bytes(b"%PDF of somebody else")
    files = {"corpus/one/notes/lena.yaml": LAYER, **FILES, **settings.pop("files", {})}
    found = offered(make_shelf(files, root, **settings).library, "p")
    return found.relative_to(root).as_posix() if found else None


@pytest.mark.parametrize(
    ("printed", "audience", "path"),
    [
        ("public", "public", "_build/pdf/p.pdf"),
        ("class", "class", "_build/class/pdf/p-class.pdf"),
        ("class", "public", None),
        ("public", "class", None),
    ],
)
def test_a_file_is_offered_to_those_it_was_printed_for(
    tmp_path: Path, printed: str, audience: str, path: str | None
) -> None:
    assert offer(tmp_path, printed, reader_audience=audience) == path


def test_a_file_of_the_class_in_the_folder_of_the_public_is_not_offered(tmp_path: Path) -> None:
    folder = tmp_path / "_build/pdf"
    (folder / ".work/p").mkdir(parents=True)
    (folder / "p.pdf").write_bytes(b"%PDF")
    keep(folder / ".work/p", folder / "p.pdf", make_shelf(FILES, reader_audience="class").library, (), ())

    assert offered(make_shelf(FILES, tmp_path).library, "p") is None


def test_a_file_that_was_exchanged_is_not_offered(tmp_path: Path) -> None:
    assert offer(tmp_path, changed=True) is None


@pytest.mark.parametrize(
    "files",
    [
        {f"{ONE}.md": article("Ann went.").replace("status: own", "status: none")},
        {f"{ONE}.md": article("Ann went.").replace("status: own", "status: licensed, expires: 2020-01-01")},
        {"corpus/one/notes/lena.yaml": LAYER.replace("public", "class")},
    ],
)
def test_a_file_with_something_that_was_withdrawn_is_not_offered(tmp_path: Path, files: dict[str, str]) -> None:
    assert offer(tmp_path, files=files) is None


def test_a_record_that_cannot_be_read_is_none(tmp_path: Path) -> None:
    assert kept(tmp_path) is None
    for text in ("", "[]", "{", '{"audience": "public"}', '{"audience": "public", "notes": [1]}'):
        (tmp_path / "printed.json").write_text(text, encoding="utf-8")
        assert kept(tmp_path) is None


def test_each_audience_has_its_own_name() -> None:
    names = file_names("p")
    assert len(names) == len(set(names))
    assert {"p.pdf", "p-class.pdf", "p-teacher.pdf", "p-student.pdf", "p-student-class.pdf", "p-large.pdf"} <= {*names}
