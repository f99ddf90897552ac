"""A published reader names what a browser keeps, so that it works without a network."""

from __future__ import annotations

import json
import re
from pathlib import Path

from readers import article, make_reader


def kept(out: Path) -> list[str]:
    """The files that the script lists."""
    script = (out / "offline.js").read_text(encoding="utf-8")
    found = re.search(r"FILES = (\[.*\]);", script)
    assert found and re.search(r'VERSION = "[0-9a-f]{16}"', script)
    names: list[str] = json.loads(found[1])
    return names


def test_everything_that_a_page_loads_is_kept_unless_a_school_leaves_it_out(tmp_path: Path) -> None:
    reader = make_reader(tmp_path, {"corpus/one/article.md": article("A text.")}, "html_theme = 'course_reader'\n")
    out = reader.build()
    names = kept(out)
    assert {
        "index.html",
        "search.html",
        "corpus/one/article.html",
        "_static/reader.css",
        "_static/study/drawer.js",
    } <= {*names}
    assert [name for name in names if not (out / name).is_file()] == []
    before = (out / "offline.js").read_bytes()
    # What a person has put into the folder is none of the site's files.
    for name in ("corpus/mine.html", ".git/mine.json"):
        (out / name).parent.mkdir(exist_ok=True)
        (out / name).write_text("{}", encoding="utf-8")
    reader.build()
    assert (out / "offline.js").read_bytes() == before

    reader.build(html_theme_options={"offline": "off"})
    assert not (out / "offline.js").exists()
    assert "reader-offline" not in (out / "index.html").read_text(encoding="utf-8")
