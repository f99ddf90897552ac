"""`move`: an article moves with everything that belongs to it, and its old address leads to the new one."""

from __future__ import annotations

from pathlib import Path

import pytest
from readers import Reader, article, make_reader

from course_reader.cli import main
from course_reader.commands.command import FINE, PROBLEMS, WRONG_USE

FILES: dict[str, str | bytes | Path | None] = {
    "corpus/private/talks/article.md": article(
        "Ann Lee spoke, as [the history](../../../docs/background.md) says.", title="Talks"
    ),
    "corpus/private/talks/notes/me.yaml": "layer: {audience: public}\nnotes:\n- {quote: Ann Lee, body: Who?}\n",
    "corpus/private/talks/snapshots/t-0123456789abcdef.txt": "An older text.\n",
    "corpus/private/talks/original.txt": "corpus/private/talks/article\n",
    "corpus/packs/autumn.md": "---\ntitle: Autumn\n---\n\n```{toctree}\n../private/talks/article\n```\n",
    "docs/background.md": "# Background\n\nSee [the talks](../corpus/private/talks/article.md).\n",
}


@pytest.fixture
def reader(tmp_path: Path) -> Reader:
    return make_reader(tmp_path / "reader", FILES)


def texts(root: Path) -> dict[str, bytes]:
    found = (path for path in root.rglob("*") if path.is_file() and "_build" not in path.parts)
    return {path.relative_to(root).as_posix(): path.read_bytes() for path in found}


def test_everything_moves_and_everybody_follows(reader: Reader, capsys: pytest.CaptureFixture[str]) -> None:
    root = reader.root
    assert main(["--root", str(root), "move", "talks", "talks-2024"]) == FINE
    assert capsys.readouterr().out.splitlines()[0] == "moved corpus/private/talks to corpus/talks-2024"
    now = texts(root)
    assert not any(name.startswith("corpus/private/talks/") for name in now)
    moved = "corpus/talks-2024"
    for name in ("original.txt", "snapshots/t-0123456789abcdef.txt"):
        assert now[f"{moved}/{name}"].decode() == FILES[f"corpus/private/talks/{name}"]
    assert b"moved_from: [corpus/private/talks/article]" in now[f"{moved}/article.md"]
    assert b"(../../docs/background.md)" in now[f"{moved}/article.md"]
    assert b"$schema=../../../.schemas/notes.json" in now[f"{moved}/notes/me.yaml"]
    assert b"\n../talks-2024/article\n" in now["corpus/packs/autumn.md"]
    assert b"(../corpus/talks-2024/article.md)" in now["docs/background.md"]
    reader.build()
    assert reader.warnings == []
    old = reader.page("corpus/private/talks/article")
    assert old.xpath("//meta[@http-equiv='refresh']/@content") == ["0; url=../../talks-2024/article.html"]
    assert old.xpath("//main//a/@href") == ["../../talks-2024/article.html"]
    assert "Who?" in reader.page(f"{moved}/article").text_content()


def test_a_second_move_keeps_the_first_address(reader: Reader) -> None:
    root = reader.root
    for old, new in (("talks", "one"), ("one", "private/two"), ("two", "one")):
        assert main(["--root", str(root), "move", old, new]) == FINE
    text = (root / "corpus/one/article.md").read_text(encoding="utf-8")
    assert "moved_from: [corpus/private/talks/article, corpus/private/two/article]" in text


def test_a_dry_run_writes_nothing(reader: Reader, capsys: pytest.CaptureFixture[str]) -> None:
    before = texts(reader.root)
    assert main(["--root", str(reader.root), "move", "talks", "talks-2024", "--dry-run"]) == FINE
    assert "would change corpus/packs/autumn.md" in capsys.readouterr().out
    assert texts(reader.root) == before


@pytest.mark.parametrize(
    ("old", "new", "sentence"),
    [
        ("talk", "x", "there is no article 'talk'; there are: talks"),
        ("talks", "../x", "an article is in corpus/NAME or corpus/private/NAME; give NAME"),
        ("talks", "Talks 2", "'Talks 2' cannot name a file of the reader"),
        ("talks", "packs", "'packs' cannot name a file of the reader"),
        ("talks", "private/talks", "corpus/private/talks has this name already"),
        ("talks", "taken", "corpus/taken exists already; choose another name"),
    ],
)
def test_what_cannot_be_is_refused(
    old: str, new: str, sentence: str, reader: Reader, capsys: pytest.CaptureFixture[str]
) -> None:
    (reader.root / "corpus/taken").mkdir()
    before = texts(reader.root)
    assert main(["--root", str(reader.root), "move", old, new]) == WRONG_USE
    assert sentence in capsys.readouterr().err
    assert texts(reader.root) == before


def test_nothing_moves_if_a_file_cannot_follow(reader: Reader, capsys: pytest.CaptureFixture[str]) -> None:
    path = reader.root / "corpus/packs/autumn.md"
    text = path.read_text(encoding="utf-8")
    path.write_text(f"{text}<<<<<<< a\n1\n=======\n2\n>>>>>>> b\n", encoding="utf-8")
    before = texts(reader.root)
    assert main(["--root", str(reader.root), "move", "talks", "x"]) == PROBLEMS
    assert "git could not merge two versions here" in capsys.readouterr().err
    assert texts(reader.root) == before


def test_an_old_address_is_no_way_out_of_the_reader(reader: Reader) -> None:
    old = '["../../x", /etc/x, "a b", a/b]'
    reader.write({"corpus/open/article.md": article("Ann Lee spoke.", title="Open", moved_from=old)})
    out = reader.build()
    assert len([line for line in reader.warnings if "corpus/open/article.md:5: WARNING: moved_from: " in line]) == 3
    assert (out / "a/b.html").is_file()
    assert not (out.parent.parent / "x.html").exists()
