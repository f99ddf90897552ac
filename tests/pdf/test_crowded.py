"""Crowded pages: sixty names in a paragraph, and glosses that a full margin leaves to the glossary."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from printed import Pdf, pack, print_reader, tree_of
from readers import Reader, article, entry

from course_reader.pdf.layout import NEAR
from course_reader.tree.content import walk

pytestmark = pytest.mark.xdist_group("crowded")

FIRST = ("Anna", "Boris", "Carla", "Denis", "Elena", "Felix", "Greta", "Hanno", "Irene", "Julia")
LAST = ("Abelmann", "Brockwell", "Castellan", "Dornfeld", "Ellsberg", "Fairhurst")
NAMES = [f"{first} {last}" for last in LAST for first in FIRST]
GLOSS = "A member of the council of growers, who spoke for the orchards on the eastern slope."
WORDS = "Nobody in the orchard had counted the baskets before the rain came down from the hills again. "


def listed(count: int) -> str:
    return f"The list had {', '.join(NAMES[:count])}, and no other name."


@pytest.fixture(scope="module")
def printed(tmp_path_factory: pytest.TempPathFactory) -> tuple[Reader, Path]:
    files: dict[str, str | bytes | None] = {
        "corpus/sixty/article.md": article(f"{WORDS}\n\n{listed(60)}\n\n{WORDS * 9}", title="Sixty"),
        "corpus/calm/article.md": article(f"{NAMES[0]} spoke first. {WORDS * 4}", title="Calm"),
        "corpus/twenty/article.md": article(f"{WORDS * 16}\n\n{listed(18)}\n\n{WORDS * 16}", title="Twenty"),
        "corpus/packs/small.md": pack("calm", "sixty", parts="[articles]", paper="a5", sides="two"),
        "corpus/packs/letter.md": pack("calm", "sixty", parts="[articles]", paper="letter", sides="one"),
        "corpus/packs/some.md": pack("twenty", parts="[articles, glossary]"),
    }
    files |= {f"glossary/people/p{at}.md": entry(name, GLOSS) for at, name in enumerate(NAMES)}
    return print_reader(tmp_path_factory.mktemp("crowded") / "reader", files)


def decided(printed: tuple[Reader, Path], name: str) -> dict[str, dict[str, float]]:
    found: dict[str, dict[str, float]] = json.loads((printed[1] / ".work" / name / "layout.json").read_text())
    return found


@pytest.mark.parametrize("name", ["small", "letter"])
def test_sixty_names_in_a_paragraph_settle_and_their_neighbours_keep_their_margin(
    printed: tuple[Reader, Path], name: str
) -> None:
    pdf, layout = Pdf(printed[1] / f"{name}.pdf"), decided(printed, name)

    assert [line for line in printed[0].warnings if name in line] == []
    assert pdf.count("Note") == 61
    assert pdf.overlaps() == []
    assert "n:corpus/calm/article@0" in layout["places"]
    assert len(layout["places"]) > 25


def test_a_full_margin_leaves_glosses_to_the_glossary_rather_than_far_from_their_lines(
    printed: tuple[Reader, Path],
) -> None:
    pdf, layout = Pdf(printed[1] / "some.pdf"), decided(printed, "some")
    tree = tree_of(printed[1], "some")
    glosses = [item["note"] for item in walk(tree) if item.get("t") == "mention" and "note" in item]

    assert [line for line in printed[0].warnings if "some" in line] == []
    assert 0 < len(layout["dropped"]) < len(glosses) == 18
    assert pdf.count("Note") == len(glosses) - len(layout["dropped"]) == len(layout["places"])
    assert layout["foot"] == []
    # The notes of one paragraph: none is further from its line than that, and the paragraph is some 90 points high.
    assert max(layout["places"].values()) - min(layout["places"].values()) < 2 * NEAR + 90
    # The numbers of the others have no gaps, and each name is in the glossary.
    assert sorted(map(int, layout["numbers"].values())) == [*range(1, len(layout["places"]) + 1)]
    assert all(f"{name} " in pdf.text[pdf.text.rindex("Glossary") :] for name in NAMES[:18])
