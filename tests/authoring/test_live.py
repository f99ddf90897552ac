"""The server from its start to its end: pages follow the files, failures are told, ports are found, Ctrl-C ends it."""

from __future__ import annotations

import re
import socket
import subprocess
import sys
from collections.abc import Iterator
from itertools import dropwhile
from pathlib import Path
from typing import Any

import pytest
from authoring.serving import DOCNAME, FILES, Served, new_id, port_of, serving, start, stop
from readers import article, make_reader

from course_reader.authoring.server import CannotServeError, Wish, bound, serve
from course_reader.authoring.watching import matters, watched
from course_reader.cli import main

# One server for all tests here.
pytestmark = pytest.mark.xdist_group("live-server")

PAGE = f"/{DOCNAME}.html"


def until(events: Iterator[tuple[str, Any]], *names: str) -> tuple[str, Any]:
    """The next event of one of these names."""
    return next(dropwhile(lambda event: event[0] not in names, events))


def test_a_page_follows_its_file_and_is_told_of_it(served: Served) -> None:
    events = served.events()
    name, data = next(events)
    assert (name, list(data)) == ("hello", ["build"])
    served.save(f"{DOCNAME}.md", article("Baku, rewritten.", title="Talks in Prague"))
    assert until(events, "building") == ("building", {})
    built = until(events, "built", "failed")
    assert built[0] == "built"
    assert built[1]["build"] > data["build"]
    assert DOCNAME in built[1]["docnames"]
    assert "Baku</a>, rewritten." in served.get(PAGE).body.decode()


def test_a_problem_is_told_with_its_place(served: Served) -> None:
    events = served.events()
    served.save(f"{DOCNAME}.md", article("Baku.", title="Talks in Prague", dat="2022"))
    _, data = until(events, "built", "failed")
    (problem,) = [p for p in data["problems"] if p["path"] == f"{DOCNAME}.md"]
    assert (problem["code"], problem["line"]) == ("unknown-key", 5)


def test_a_build_that_fails_leaves_the_pages_and_is_told(served: Served) -> None:
    before, conf = served.get(PAGE).body, (served.root / "conf.py").read_text(encoding="utf-8")
    events = served.events()
    served.save("conf.py", conf + "\nproject = (\n")
    name, data = until(events, "built", "failed")
    assert name == "failed"
    assert data["problems"][0]["path"] == "conf.py"
    assert served.get(PAGE).body == before
    late = served.events()
    assert [next(late)[0], next(late)] == ["hello", ("failed", data)]
    served.save("conf.py", conf)
    assert until(events, "built", "failed")[0] == "built"


def test_pages_come_and_go_with_their_files(served: Served) -> None:
    (served.root / "corpus/later").mkdir()
    served.save("corpus/later/article.md", article("Tbilisi.", "2023-01-01", "Later"))
    assert "Tbilisi" in served.wait_for("/corpus/later/article.html", "Tbilisi")
    assert "Later" in served.wait_for("/index.html", "Later")
    (served.root / "corpus/later/article.md").unlink()
    served.until(lambda: served.get("/corpus/later/article.html").status == 404, "the page going")
    assert "Later" not in served.wait_for("/index.html", "Later", gone=True)


def test_a_folder_that_is_moved_into_the_reader_is_seen(served: Served) -> None:
    folder = served.root / ".moved"
    folder.mkdir()
    (folder / "article.md").write_text(article("Baku.", "2023-02-02", "Moved"), encoding="utf-8")
    folder.rename(served.root / "corpus" / "moved")
    assert "Baku" in served.wait_for("/corpus/moved/article.html", "Moved")


def test_what_the_server_wrote_itself_is_built_once(served: Served) -> None:
    number = served.marked()
    target = {"quote": "Baku"}
    asked = {
        "docname": DOCNAME,
        "layer": "instructor",
        "target": target,
        "kind": "comment",
        "tags": [],
        "body": "Once.",
        "id": new_id(),
    }
    assert served.send("POST", "/_cr/notes", asked).status == 201
    served.wait_for(PAGE, "Once.")
    assert served.marked() == number + 2


def test_folders_have_addresses_and_the_panel_is_in_each_page(served: Served) -> None:
    assert served.get("/").body == served.get("/index.html").body
    page = served.get(PAGE).body.decode()
    assert f'<meta name="cr-docname" content="{DOCNAME}">' in page.partition("</head>")[0]
    assert '<script defer src="/_cr/static/annotate.js"></script>' in page.partition("</head>")[0]
    missing = served.get("/not/there.html")
    assert missing.status == 404
    assert "text/html" in missing.headers["content-type"]
    assert served.ask("HEAD", PAGE).body == b""


def test_a_reader_that_cannot_be_built_yet_is_served_as_soon_as_it_can(tmp_path: Path) -> None:
    with serving(tmp_path, files={**FILES, "conf.py": "extensions = [\n"}) as server:
        waiting = server.get("/")
        assert waiting.status == 503
        assert b"conf.py:1" in waiting.body
        events = server.events()
        assert [next(events)[0] for _ in range(2)] == ["hello", "failed"]
        make_reader(server.root, {})
        assert until(events, "built")[0] == "built"
        assert server.get(PAGE).status == 200


# --- start and end


def test_ctrl_c_ends_it_cleanly_with_a_page_open(tmp_path: Path) -> None:
    make_reader(tmp_path, FILES)
    process = start(tmp_path)
    server = Served(tmp_path, port_of(process), process)
    events = server.events()
    next(events)
    said = stop(process)
    assert process.returncode == 0
    assert said.splitlines()[-1] == "Stopped."
    assert "Traceback" not in said
    assert list(events) == []


def run(root: Path, *options: str) -> subprocess.CompletedProcess[str]:
    """A server that ends by itself because it cannot start."""
    command = [sys.executable, "-m", "course_reader.cli", "--root", str(root), "serve", *options]
    return subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=False, timeout=120)


def test_a_port_that_is_taken_is_told_before_anything_is_built(tmp_path: Path) -> None:
    make_reader(tmp_path, FILES)
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        ended = run(tmp_path, "--port", str(port))
    assert ended.returncode == 2
    assert f"port {port} is taken by another program" in ended.stderr
    assert "--port" in ended.stderr
    assert not (tmp_path / "_build").exists()


def test_without_a_port_the_next_free_one_is_taken(monkeypatch: pytest.MonkeyPatch) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        first = taken.getsockname()[1]
        monkeypatch.setattr("course_reader.authoring.server.FIRST_PORT", first)
        sockets = bound("127.0.0.1", None)
        ports = {one.getsockname()[1] for one in sockets}
        for one in sockets:
            one.close()
    assert len(ports) == 1
    assert first < ports.pop() < first + 50


@pytest.mark.parametrize(
    ("wish", "says"),
    [
        (Wish(host="0.0.0.0"), "--allow-remote"),
        (Wish(host="::"), "--allow-remote"),
        (Wish(host="reader.example"), "is not an IP address"),
        (Wish(host="192.0.2.1", allow_remote=True, port=0), "not an address of this machine"),
    ],
)
def test_an_address_that_cannot_be_is_told(tmp_path: Path, wish: Wish, says: str) -> None:
    with pytest.raises(CannotServeError, match=re.escape(says)):
        serve(tmp_path, wish)


@pytest.mark.parametrize("port", ["x", "-1", "65536"])
def test_a_wrong_port_is_told(port: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["serve", f"--port={port}"])
    assert ended.value.code == 2
    assert "is not a valid port; give a number up to 65535" in capsys.readouterr().err


# --- what is watched


def test_neither_what_is_built_nor_what_is_left_out_is_watched(tmp_path: Path) -> None:
    for name in ("corpus", "conf", "_build", ".git", ".venv", "tests"):
        (tmp_path / name).mkdir()
    assert [path.name for path in watched(tmp_path, ["tests"])] == ["conf", "corpus"]


@pytest.mark.parametrize(
    ("name", "does"),
    [
        ("article.md", True),
        ("a.yaml", True),
        (".a.yaml.1a2b.tmp", False),
        ("a.md~", False),
        (".a.swp", False),
        ("serve.log", False),
        ("#a#", False),
        ("4913", False),
        ("t-0123456789abcdef.new", False),
    ],
)
def test_files_that_editors_leave_beside_are_not_built(name: str, does: bool) -> None:
    assert matters(name) == does
