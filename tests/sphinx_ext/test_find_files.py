"""The files of the search: a function of the pages, in small parts, without a word that the audience may not see."""

from __future__ import annotations

import gzip
import json
import re
from pathlib import Path
from typing import Any

import pytest
from readers import article, entry, make_reader

from course_reader.sphinx_ext.output import find_files
from course_reader.sphinx_ext.output.find_files import FOLDER, PART, make
from course_reader.views.finding import FoundBlock, FoundText, SearchData

SECRET = "quartz"
FILES: dict[str, str | bytes | Path | None] = {
    "glossary/places/kalvik.md": entry("Kalvik", aliases="[Calvig]"),
    "corpus/one/article.md": article("Kalvik is wet."),
    "corpus/two/article.md": article(f"The {SECRET} of Kalvik.", title="Two").replace(
        "own", "own, expires: 2024-06-30"
    ),
    "corpus/two/notes/teacher.yaml": (
        "layer: {title: For the class, audience: class}\n"
        "notes:\n- {id: n-00000001, quote: Kalvik, body: A granite remark.}\n"
    ),
}
OPEN, CLOSED = {"reader_today": "2024-06-30"}, {"reader_today": "2024-07-01"}


def contents(out: Path) -> dict[str, str]:
    return {path.name: path.read_text(encoding="utf-8") for path in sorted((out / FOLDER).iterdir())}


def value(script: str) -> Any:
    return json.loads(script[script.index(",") + 1 : script.rindex(")")])


def test_an_expired_text_leaves_the_search_and_no_file_of_it_stays(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(find_files, "PART", 30)
    reader = make_reader(tmp_path, FILES)
    before = contents(reader.build(**OPEN))
    after = contents(reader.build(**CLOSED))

    assert any(SECRET in text for text in before.values())
    assert not any(SECRET in text for text in after.values())
    assert not any("granite" in text for text in (*before.values(), *after.values()))
    assert len(after) < len(before)
    assert value(after["index.js"])["texts"][1][3] == "corpus/two/article.html", "its stub is found"
    fresh = make_reader(tmp_path / "fresh", FILES)
    assert after == contents(fresh.build(**CLOSED))


def test_a_lost_or_changed_file_is_written_again(tmp_path: Path) -> None:
    reader = make_reader(
        tmp_path, {"glossary/places/kalvik.md": entry("Kalvik"), "corpus/one/article.md": article("Wet.")}
    )
    out = reader.build()
    before = contents(out)
    (out / FOLDER / "index.js").unlink()
    (out / FOLDER / "words-0.js").write_text("cut", encoding="utf-8")
    reader.build()

    assert contents(out) == before


def test_another_theme_has_no_files_that_nobody_loads(tmp_path: Path) -> None:
    out = make_reader(tmp_path, {"corpus/one/article.md": article("Wet.")}).build(html_theme="alabaster")

    assert not (out / FOLDER).exists()


def text(number: int) -> FoundText:
    words = [f"w{(number * 37 + at * at) % 4000}" for at in range(500)]
    sentences = tuple(" ".join(words[at : at + 20]) for at in range(0, 500, 20))
    blocks = tuple(FoundBlock(f"p{at}", (sentence,)) for at, sentence in enumerate(sentences))
    return FoundText(
        f"corpus/a{number}/article", "article", f"Title {number}", "Courier", "1 May 2020", "2020", blocks, {},
        frozenset({"title"}), frozenset(words),
    )  # fmt: skip


def test_what_is_always_loaded_hardly_grows_and_parts_stay_small() -> None:
    found = SearchData((), tuple(text(number) for number in range(1000)))
    files = dict(make(found, {item.docname: f"{item.docname}.html" for item in found.texts}))

    assert len(gzip.compress(files["index.js"].encode())) < 20_000
    longest = max(len(json.dumps(block.sentences)) for item in found.texts for block in item.blocks) * 30
    rows = max(
        len(row) for name, script in files.items() if name.startswith("words") for row in value(script).split("\n")
    )
    for name, script in files.items():
        if name != "index.js":
            assert len(script) < PART + max(longest, rows), name


def test_a_separator_of_lines_does_not_end_a_script() -> None:
    line = FoundText(
        "a", "article", "One\u2028two", "", "", "", (), {}, frozenset({"one"}), frozenset()
    )  # fmt: skip
    files = dict(make(SearchData((), (line,)), {"a": "a.html"}))

    assert not re.search("[\u2028\u2029]", "".join(files.values()))
    assert value(files["texts-0.js"])[0][0] == "One\u2028two"
