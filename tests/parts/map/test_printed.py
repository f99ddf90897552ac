"""The map of a pack: in grey, with words for those who do not see it, and names that can be read."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from printed import Pdf, pack, print_reader
from readers import article, entry
from trees import PACK

FILES = {
    "glossary/places/northport.md": entry("Northport", coordinates="[54.1, 9.9]", map="capital", country="Bayland"),
    "glossary/places/southport.md": entry(
        "Southport / Zuidhaven", coordinates="[53.4, 10.4]", aliases="[Southport, Zuidhaven]"
    ),
    "glossary/places/farville.md": entry("Farville", coordinates="[40.0, -3.7]"),
    "corpus/one/article.md": article("Northport and Southport agreed."),
    "corpus/two/article.md": article("Nobody met anywhere."),
    "corpus/packs/first.md": pack("one", parts="[title, map, articles, glossary]"),
    "corpus/packs/second.md": pack("two", parts="[title, map, articles]"),
}


@pytest.fixture(scope="module")
def out(tmp_path_factory: pytest.TempPathFactory) -> Path:
    reader, folder = print_reader(tmp_path_factory.mktemp("map"), FILES)
    assert reader.warnings == []
    return folder


def tree(out: Path, name: str) -> Any:
    return json.loads((out / ".work" / name / "tree.json").read_text(encoding="utf-8"))


def test_the_map_shows_the_places_of_the_articles_and_their_names(out: Path) -> None:
    data = tree(out, "first")
    PACK.validate_python(data)
    part = next(part for part in data["parts"] if part["t"] == "map")
    assert [row["name"] for row in part["rows"]] == ["Northport", "Southport / Zuidhaven"]
    assert part["rows"][0]["text"] == "Bayland."
    assert part["caption"].startswith("Ring: capital; dot: town. Boundaries")


def test_a_pack_without_places_has_no_map(out: Path) -> None:
    assert [part["t"] for part in tree(out, "second")["parts"]] == ["title", "article"]


def test_the_picture_is_tagged_with_its_words(out: Path) -> None:
    pdf = Pdf(out / "first.pdf")
    alts = [str(item["/Alt"]) for item in pdf.file.objects if isinstance(item, pikepdf.Dictionary) and "/Alt" in item]
    assert any(alt.startswith("Map of Northport and Southport. Countries on it: ") for alt in alts)
    assert pdf.count("Figure") == 1


def test_names_on_the_map_are_letters_of_the_text(out: Path) -> None:
    pdf = Pdf(out / "first.pdf")
    on_map = next(page for page in pdf.pages if "Ring:" in [word.text for word in page])
    words = [word.text for word in on_map]
    assert words.count("Northport") == 2
    assert words.count("Zuidhaven") == 2
    assert pdf.overlaps() == []


def test_the_map_is_grey(out: Path) -> None:
    with pikepdf.open(out / "first.pdf") as file:
        for page in file.pages:
            spaces: Any = page.resources.get("/ColorSpace", {})
            assert all(space[0] == "/ICCBased" and space[1].N == 1 for space in dict(spaces).values())
