"""Addresses and names in requests are looked up: none becomes a path of a file."""

from __future__ import annotations

from typing import Any

import pytest
from authoring.serving import DOCNAME, LAYER, Served, serving

from course_reader.model.outputs import build_folder

# One server for all tests here.
pytestmark = pytest.mark.xdist_group("closed-server")

PAGE = f"/{DOCNAME}.html"
READING = ("/", PAGE, "/_static/reader.css", "/_cr/static/live.js", f"/_cr/article?docname={DOCNAME}", "/_cr/events")
NOTE = {"docname": DOCNAME, "layer": "instructor", "body": "Planted.", "kind": "comment", "tags": [], "target": None}
NOTE |= {"id": "n-00000bad"}


@pytest.mark.parametrize(
    "path",
    [
        "/../conf.py",
        "/..%2fconf.py",
        "/%2e%2e/%2e%2e/conf.py",
        "/_static/../../built/index.html",
        "/_static/..%5c..%5cconf.py",
        "//etc/passwd",
        "/C:/Windows/win.ini",
        "/index.html%00.css",
        "/.buildinfo",
        "/_cr/static/../app.py",
        "/_cr/static/..%2fapp.py",
        "/_cr/static/%2e%2e%2fapp.py",
        "/corpus/prague/article.md",
        f"/{LAYER}",
        "/secret.html",
        "/linked/secret.html",
    ],
)
def test_nothing_but_the_pages_is_handed_out(closed: Served, path: str) -> None:
    site = build_folder(closed.root, "serve", "teacher") / "site"
    (site.parent / "secret.html").write_text("SECRET")
    if not (site / "linked").exists():
        (site / "linked").symlink_to(site.parent)
        (site / "secret.html").symlink_to(site.parent / "secret.html")
    answer = closed.get(path)
    assert answer.status in (307, 400, 404)
    assert b"SECRET" not in answer.body
    assert b"extensions" not in answer.body


@pytest.mark.parametrize("docname", ["", "index", "../../etc/passwd", "/etc/passwd", "corpus/prague/../prague/article"])
def test_only_articles_are_told(closed: Served, docname: str) -> None:
    answer = closed.get(f"/_cr/article?docname={docname}")
    assert (answer.status, answer.json["code"]) == (404, "no-article")


@pytest.mark.parametrize("layer", ["../../../evil", "..", "a/b", "a\\b", "A B", "", ".hidden", "x" * 81])
def test_a_layers_name_is_no_path(closed: Served, layer: str) -> None:
    answer = closed.send("POST", "/_cr/notes", {**NOTE, "layer": layer}, If_None_Match="*")
    assert answer.status in (400, 422)


def test_a_link_out_of_the_reader_is_not_written_through(tmp_path: Any) -> None:
    outside = tmp_path / "outside"
    outside.mkdir()
    (outside / "away.yaml").write_text("notes: []\n")
    files: Any = {
        "corpus/prague/article.md": "---\ntitle: A\ndate: 2022\n---\n\nText about something.\n",
        "corpus/prague/notes/away.yaml": outside / "away.yaml",
        "corpus/prague/snapshots": outside,
        "glossary/people": outside,
    }
    with serving(tmp_path / "reader", files=files) as server:
        note = {**NOTE, "layer": "away"}
        assert server.send("POST", "/_cr/notes", note).status == 403
        target = {"quote": "about", "start": 8, "end": 13}
        new = {**NOTE, "layer": "new", "target": target}
        assert server.send("POST", "/_cr/notes", new, If_None_Match="*").status == 403
        entry = {"kind": "people", "name": "A Person"}
        assert server.send("POST", "/_cr/entries", entry).status == 403
    assert [path.name for path in outside.iterdir()] == ["away.yaml"]
    assert (outside / "away.yaml").read_text() == "notes: []\n"
