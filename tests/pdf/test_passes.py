"""The passes of the engine: when a pack is printed, when it is not, and what is said of an engine that fails."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager, nullcontext
from pathlib import Path
from typing import Any

import pytest

from course_reader.pdf import engine, passes
from course_reader.pdf.engine import EngineError, Job, Measured
from course_reader.pdf.layout import Column, LayoutError, MarginItem
from course_reader.pdf.passes import print_pack

COLUMN = Column(70, 770)


class FakePass:
    """A pass that finds what it is given, and prints its number and mode."""

    def __init__(self, measured: Measured, name: str, *, is_sure: bool) -> None:
        self.measured, self.name, self.is_sure = measured, name, is_sure

    def print(self, output: Path) -> bool:
        output.write_bytes(self.name.encode())
        return self.is_sure


def fake_passes(monkeypatch: pytest.MonkeyPatch, find: Callable[[int], Measured], *, is_sure: bool = True) -> list[str]:
    """Let each pass find what `find` tells of its number; returns the modes of the passes, as they come."""
    modes: list[str] = []

    def run(job: Job, mode: str, tops: object = None) -> AbstractContextManager[FakePass]:
        modes.append(mode)
        return nullcontext(FakePass(find(len(modes)), f"{len(modes)} {mode}", is_sure=is_sure))

    monkeypatch.setattr(passes, "one_pass", run)
    return modes


def two_pages(number: int, **found: Any) -> Measured:
    """A page whose note never comes to rest, and one with a note that never moves."""
    restless, calm = MarginItem("a", 1, 100.0 + 10 * number, 20), MarginItem("b", 2, 100, 20)
    return Measured([restless, calm], COLUMN, {"a": 1, "b": 2}, **found)


def one_note(y: float = 100.0, height: float = 20.0, **found: Any) -> Measured:
    return Measured([MarginItem("a", 1, y, height)], COLUMN, {"a": 1}, **found)


EIGHT, NINE = one_note(pages={"x": "8"}), one_note(pages={"x": "9"})


def test_a_page_that_does_not_settle_sends_its_own_notes_to_the_foot_and_no_others(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    fake_passes(monkeypatch, two_pages)
    printed = print_pack(Job(tmp_path / "pack.typ", tmp_path), tmp_path / "p.pdf")

    assert printed.proved
    assert (printed.unsettled, printed.layout.foot) == ({1}, {"a"})
    assert printed.layout.places.keys() == {"b"}


def test_a_note_drawn_on_another_page_goes_to_the_foot_alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    strayed = Measured([MarginItem("a", 1, 100, 20), MarginItem("b", 2, 100, 20)], COLUMN, {"a": 2, "b": 2})
    fake_passes(monkeypatch, lambda number: strayed)
    printed = print_pack(Job(tmp_path / "pack.typ", tmp_path), tmp_path / "p.pdf")

    assert printed.proved
    assert (printed.unsettled, printed.layout.foot) == ({1}, {"a"})


@pytest.mark.parametrize(
    ("found", "modes"),
    [
        ([EIGHT, EIGHT], "draft placed"),
        # a note that no margin holds goes to the foot, which another draft has to show
        ([one_note(height=900), EIGHT, EIGHT], "draft draft placed"),
        ([one_note(200), EIGHT, EIGHT], "draft placed placed"),
        # Nobody told the first pass a page; the second was told the eighth.
        ([one_note(200), EIGHT, NINE, NINE], "draft placed placed placed"),
        ([one_note(200), one_note(contents=1), one_note(contents=2), one_note(contents=2)], "draft" + 3 * " placed"),
    ],
    ids=["at once", "foot", "moved", "page", "contents"],
)
def test_a_pack_is_printed_as_soon_as_a_pass_finds_what_it_was_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, found: list[Measured], modes: str
) -> None:
    done = fake_passes(monkeypatch, lambda number: found[number - 1])
    printed = print_pack(Job(tmp_path / "pack.typ", tmp_path), tmp_path / "p.pdf")

    assert printed.proved
    assert " ".join(done) == modes
    assert (tmp_path / "p.pdf").read_text() == f"{len(found)} placed"


def test_where_the_engine_is_not_sure_of_its_pages_a_pass_that_is_told_them_decides(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    modes = fake_passes(monkeypatch, lambda number: EIGHT, is_sure=False)
    printed = print_pack(Job(tmp_path / "pack.typ", tmp_path), tmp_path / "p.pdf")

    assert printed.proved
    assert modes == ["draft", "placed", "placed"]
    assert (tmp_path / "p.pdf").read_text() == "3 placed"


def test_what_cannot_be_proved_is_not_printed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*args: object) -> None:
        raise LayoutError("the note a has no place")

    fake_passes(monkeypatch, lambda number: one_note())
    monkeypatch.setattr(passes, "prove", refuse)
    printed = print_pack(Job(tmp_path / "pack.typ", tmp_path), tmp_path / "p.pdf")

    assert not printed.proved
    assert (tmp_path / "p.pdf").read_text().endswith("foot")


def test_an_engine_that_falls_over_says_its_last_word(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "python").write_text("#!/bin/sh\necho 'no memory left' >&2\nexit 1\n", encoding="utf-8")
    (tmp_path / "python").chmod(0o755)
    monkeypatch.setattr(engine.sys, "executable", str(tmp_path / "python"))

    with pytest.raises(EngineError, match="the engine broke off: no memory left"):
        print_pack(Job(tmp_path / "pack.typ", tmp_path), tmp_path / "p.pdf")


def test_an_engine_that_breaks_off_leaves_nothing_behind(tmp_path: Path) -> None:
    (tmp_path / "pack.typ").write_text('#panic("no")', encoding="utf-8")

    with pytest.raises(EngineError, match="panicked with"):
        print_pack(Job(tmp_path / "pack.typ", tmp_path), tmp_path / "p.pdf")
    assert list(tmp_path.glob("*.pdf")) == []


def test_a_template_that_does_not_tell_what_it_measured_is_told(tmp_path: Path) -> None:
    (tmp_path / "pack.typ").write_text("#metadata((notes: ()))<measured>", encoding="utf-8")

    with pytest.raises(EngineError, match="the template does not report its measurements: 'ends'"):
        print_pack(Job(tmp_path / "pack.typ", tmp_path), tmp_path / "p.pdf")
