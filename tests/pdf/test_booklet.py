"""Booklets: the order of pages on sheets, and the file of a pack that asks for one."""

from __future__ import annotations

from pathlib import Path

import pytest
from printed import Pdf, pack, print_reader
from readers import article

from course_reader.pdf.booklet import sides_of


@pytest.mark.parametrize("count", [1, 4, 5, 6, 8, 11, 52])
def test_folded_sheets_are_read_in_order(count: int) -> None:
    sides = sides_of(count)
    assert len(sides) % 2 == 0, "every sheet has a back"
    # A folded booklet: all right halves of fronts and left halves of backs, then the way back through the others.
    first = [low for front, back in zip(sides[::2], sides[1::2], strict=True) for low in (front[1], back[0])]
    second = [high for front, back in zip(sides[::2], sides[1::2], strict=True) for high in (front[0], back[1])]
    assert first + second[::-1] == list(range(1, 2 * len(sides) + 1))


def test_a_pack_on_a5_has_a_booklet_on_a4(tmp_path: Path) -> None:
    files = {
        "corpus/one/article.md": article("\n\n".join(["Nobody said why the ferry waits. " * 20] * 12), title="One"),
        "corpus/packs/p.md": pack("one", title="P", paper="a5", booklet="true", parts="[title, articles]"),
    }
    reader, out = print_reader(tmp_path / "reader", files)
    pages, booklet = Pdf(out / "p.pdf"), Pdf(out / "p-booklet.pdf")

    assert [round(side / 72 * 25.4) for side in booklet.size()] == [296, 210]
    assert len(booklet.pages) == -(-len(pages.pages) // 4) * 2
    assert "Nobody said why" in booklet.texts[1], "the back of the first sheet has page 2 or 3"
    before = (out / "p-booklet.pdf").read_bytes()
    (out / "p-booklet.pdf").unlink()
    reader.build("typst")
    assert (out / "p-booklet.pdf").read_bytes() == before
