"""What a build of packs leaves alone, keeps, and says of what printing showed."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from printed import Pdf, pack, print_reader, tree_of
from readers import Reader, article, entry

from course_reader.model.problems import Code
from course_reader.pdf import builder
from course_reader.pdf.engine import EngineError, Job
from course_reader.pdf.layout import FAR, Layout, MarginItem
from course_reader.pdf.passes import Printed, print_pack
from course_reader.tree.content import walk

FILES: dict[str, str | bytes | None] = {
    "corpus/two/article.md": article("In Yerevan, Ann Lee said so.", title="Second article", date="2023-05-26"),
    "corpus/packs/alone.md": pack("two", title="Alone", paper="letter", sides="one"),
    "glossary/places/yerevan.md": entry("Yerevan", "Capital of Armenia."),
}
PNG = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010804000000b51c0c02"
    "0000000b4944415478da6364f80f00010501012718e3660000000049454e44ae426082"
)


def warnings(reader: Reader, code: Code) -> list[str]:
    return [line for line in reader.warnings if f"[reader.{code}]" in line]


@pytest.fixture
def small(tmp_path: Path) -> tuple[Reader, Path]:
    files = {
        **FILES,
        "corpus/three/article.md": article("A ![house](dot.png)."),
        "corpus/three/dot.png": PNG,
        "corpus/packs/third.md": pack("three", parts="[articles]"),
    }
    return print_reader(tmp_path / "reader", files)


def test_only_packs_with_a_change_are_printed_again(
    small: tuple[Reader, Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    reader, out = small
    printed: list[str] = []

    def counted(job: Job, output: Path) -> Printed:
        printed.append(output.stem)
        return print_pack(job, output)

    monkeypatch.setattr(builder, "print_pack", counted)

    reader.build("typst")
    assert printed == []
    reader.write({"corpus/two/article.md": article("In Yerevan, nobody said so.", title="Second article")})
    reader.build("typst")
    assert printed == ["alone"]
    assert "nobody said so" in Pdf(out / "alone.pdf").text
    # Another picture under the same name: the tree stays as it is, the pack does not.
    reader.write({"corpus/three/dot.png": PNG + b"\x00"})
    reader.build("typst")
    assert printed == ["alone", "third"]


def test_two_builds_in_two_folders_give_the_same_bytes(small: tuple[Reader, Path], tmp_path: Path) -> None:
    reader, out = small
    again = Reader(Path(shutil.copytree(reader.root, tmp_path / "elsewhere", ignore=shutil.ignore_patterns("_build"))))

    other = again.build("typst")

    for name in ("alone", "third"):
        assert (out / f"{name}.pdf").read_bytes() == (other / f"{name}.pdf").read_bytes()


def test_a_pack_that_cannot_be_printed_leaves_no_file_of_earlier_sources(
    small: tuple[Reader, Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    def refused(job: Job, output: Path) -> Printed:
        raise EngineError("nothing fits")

    reader, out = small
    assert (out / "alone.pdf").is_file()
    reader.write({"corpus/two/article.md": article("In Yerevan, they read.", title="Second article")})
    monkeypatch.setattr(builder, "print_pack", refused)

    reader.build("typst")

    assert not (out / "alone.pdf").exists()
    assert list(out.glob("*.new.pdf")) == []
    [line] = warnings(reader, Code.NOT_PRINTED)
    assert line.startswith("corpus/packs/alone.md:1: WARNING: the pack is not printed: nothing fits")
    # It is tried again, though nothing changed since.
    reader.build("typst")
    assert warnings(reader, Code.NOT_PRINTED) == [line]


@pytest.mark.parametrize(
    ("found", "code", "words"),
    [
        (Printed((), Layout({}, frozenset()), 8, proved=True), Code.NOT_PRINTED, "notes missing in print (1)"),
        (
            Printed((MarginItem("n:corpus/two/article@0", 1, 100, 20),), Layout({}, frozenset()), 8, proved=False),
            Code.MARGIN_UNSETTLED,
            "the margin did not settle in 8 passes",
        ),
        (
            Printed(
                (MarginItem("n:corpus/two/article@0", 4, 100, 20),),
                Layout({"n:corpus/two/article@0": (4, 100 + 2 * FAR)}, frozenset()),
                3,
                proved=True,
            ),
            Code.FAR_NOTE,
            "on page 4 of the PDF a note is more than 160 mm from the line (up to 320 mm)",
        ),
    ],
    ids=["lost", "unsettled", "far"],
)
def test_what_printing_shows_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, found: Printed, code: Code, words: str
) -> None:
    def printed(job: Job, output: Path) -> Printed:
        output.write_bytes(b"%PDF")
        return found

    monkeypatch.setattr(builder, "print_pack", printed)
    reader, out = print_reader(tmp_path / "reader", FILES, reader_margin="full")

    [line] = warnings(reader, code)
    assert line.startswith(f"corpus/packs/alone.md:1: WARNING: {words}")
    [note] = [item["note"]["id"] for item in walk(tree_of(out, "alone")) if item.get("t") == "mention"][:1]
    assert note.startswith("n:corpus/two/article@")
