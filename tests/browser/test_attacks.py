"""A real browser attacks the local server: from a foreign page, from another port, and under a name of its own."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest
from authoring.serving import DOCNAME, Served, serving
from browser.conftest import Pages
from browser.find_browser import installed
from browser.test_offline import IDLE

from course_reader.authoring import pages as served_pages
from course_reader.authoring.site import Site

# One server and one browser for all tests here.
pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("attacks")]

#: every way that a page has to reach another server; each gives what it could read, or that it was refused
ATTACK = """
async ([server, docname]) => {
  const note = JSON.stringify(
    {docname, layer: "instructor", target: null, kind: "comment", tags: [], body: "Planted.",
     id: "n-00000bad"});
  // This one would need nothing but to arrive.
  const entry = JSON.stringify({kind: "people", name: "Planted " + Math.random()});
  const unsafe = {"Content-Type": "application/json", "X-CR-Token": "guess", "If-None-Match": "*"};
  const read = async (path, options) => {
    try {
      const response = await fetch(server + path, options);
      return response.type === "opaque" ? "opaque" : response.status;
    } catch { return "refused"; }
  };
  const loaded = (tag, attributes) => new Promise((done) => {
    const element = Object.assign(document.createElement(tag), attributes);
    element.onload = () => done("loaded");
    element.onerror = () => done("refused");
    document.body.append(element);
    setTimeout(() => done("silent"), 30000);
  });
  const opened = (make) => new Promise((done) => {
    const channel = make();
    channel.onopen = () => { channel.close(); done("open"); };
    channel.onerror = () => { channel.close(); done("refused"); };
  });
  const frame = async (path, submit) => {
    const inner = Object.assign(document.createElement("iframe"), {name: "f" + Math.random()});
    document.body.append(inner);
    const done = new Promise((end) => { inner.onload = () => end(true); setTimeout(() => end(false), 30000); });
    if (submit) {
      const form = Object.assign(document.createElement("form"),
        {method: "post", action: server + path, enctype: "text/plain", target: inner.name});
      const field = Object.assign(document.createElement("input"),
        {name: note.slice(0, -2) + ' ', value: '"}'});
      form.append(field); document.body.append(form); form.submit();
    } else { inner.src = server + path; }
    if (!await done) return "silent";
    try { return inner.contentDocument?.querySelector("meta[name=cr-token]")?.content ?? "nothing"; }
    catch { return "nothing"; }
  };
  return {
    page: await read("/"),
    article: await read("/_cr/article?docname=" + docname),
    "article without a preflight": await read("/_cr/article?docname=" + docname, {mode: "no-cors"}),
    "note as JSON": await read("/_cr/notes", {method: "POST", headers: unsafe, body: note}),
    "note as text": await read("/_cr/notes", {method: "POST", mode: "no-cors", body: note}),
    "entry as text": await read("/_cr/entries", {method: "POST", mode: "no-cors", body: entry}),
    "note as a form": await frame("/_cr/notes", true),
    "note by DELETE": await read("/_cr/notes/n-00000001", {method: "DELETE", headers: unsafe, body: note}),
    beacon: navigator.sendBeacon(server + "/_cr/notes", new Blob([note], {type: "text/plain"})) && "sent",
    frame: await frame("/" + docname + ".html", false),
    script: await loaded("script", {src: server + "/searchindex.js"}),
    picture: await loaded("img", {src: server + "/_cr/article?docname=" + docname}),
    events: await opened(() => new EventSource(server + "/_cr/events")),
    socket: await opened(() => new WebSocket(server.replace("http", "ws") + "/_cr/events")),
  };
}
"""

#: what a foreign page may be left with: nothing that it can read
REFUSED = {
    "page": "refused",
    "article": "refused",
    # It does not learn that it was refused either.
    "article without a preflight": {"refused", "opaque"},
    "note as JSON": "refused",
    "note as text": {"refused", "opaque"},
    "entry as text": {"refused", "opaque"},
    "note as a form": "nothing",
    "note by DELETE": "refused",
    "beacon": {"sent", False},
    "frame": "nothing",
    "script": "refused",
    "picture": "refused",
    "events": "refused",
    "socket": "refused",
}


class _Attacker(BaseHTTPRequestHandler):
    """An empty page on a port of its own."""

    def do_GET(self) -> None:
        self.send_response(200)
        self.send_header("Content-Type", "text/html")
        self.end_headers()
        self.wfile.write(b"<!doctype html><title>Free kittens</title><body>")

    def log_message(self, *arguments: Any) -> None:
        pass


@pytest.fixture(scope="module")
def victim(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """The server that is attacked."""
    with serving(tmp_path_factory.mktemp("victim")) as server:
        yield server


@pytest.fixture(scope="module")
def attacker() -> Iterator[int]:
    """The port of another server on the same machine."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), _Attacker)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield server.server_port
    server.shutdown()
    server.server_close()


@pytest.fixture(scope="module")
def naive(browser: Any) -> Iterator[Any]:
    """A browser to which each name below `example` is this machine, and that guards the local network by nothing."""
    arguments = [
        "--no-sandbox",
        "--host-resolver-rules=MAP *.example 127.0.0.1",
        "--disable-features=LocalNetworkAccessChecks,BlockInsecurePrivateNetworkRequests,PrivateNetworkAccessChecks",
    ]
    running = browser.browser_type.launch(executable_path=installed(), args=arguments)
    yield running
    running.close()


def refused(found: dict[str, Any], but: dict[str, Any] | None = None) -> dict[str, Any]:
    """Attacks whose outcome is none of those that are allowed."""
    allowed = {**REFUSED, **(but or {})}
    return {k: v for k, v in found.items() if v not in (allowed[k] if isinstance(allowed[k], set) else {allowed[k]})}


@pytest.mark.parametrize("host", ["attacker.example", "localhost", "127.0.0.1"])
def test_a_foreign_page_reads_and_writes_nothing(naive: Any, victim: Served, attacker: int, host: str) -> None:
    before = victim.files()
    page = naive.new_page()
    page.goto(f"http://{host}:{attacker}/")
    for name in ("127.0.0.1", "localhost"):
        assert refused(page.evaluate(ATTACK, [f"http://{name}:{victim.port}", DOCNAME])) == {}
    page.close()
    assert victim.files() == before


def test_a_name_that_was_bent_to_this_machine_reads_and_writes_nothing(naive: Any, victim: Served) -> None:
    before = victim.files()
    origin = f"http://rebound.example:{victim.port}"
    page = naive.new_page()
    # The page came from the attacker; then the name was made to mean this machine. To the browser it is one origin.
    page.route(f"{origin}/attack", lambda route: route.fulfill(body="<!doctype html><body>", content_type="text/html"))
    page.goto(f"{origin}/attack")
    found = page.evaluate(ATTACK, [origin, DOCNAME])
    readable = dict.fromkeys(("page", "article", "article without a preflight"), 421)
    writable = dict.fromkeys(("note as JSON", "note as text", "entry as text", "note by DELETE"), 421)
    assert refused(found, {**readable, **writable}) == {}
    assert page.goto(f"{origin}/{DOCNAME}.html").status == 421
    page.close()
    assert victim.files() == before


def test_another_page_keeps_no_hold_on_one_that_it_opened(naive: Any, victim: Served, attacker: int) -> None:
    page = naive.new_page()
    page.goto(f"http://attacker.example:{attacker}/")
    with page.context.expect_page() as opened:
        page.evaluate("url => { window.kept = window.open(url); }", f"{victim.origin}/{DOCNAME}.html")
    opened.value.wait_for_load_state()
    assert opened.value.title()
    assert page.evaluate("() => window.kept.closed")
    assert opened.value.evaluate("() => window.opener") is None
    page.close()
    opened.value.close()


def test_the_servers_own_page_writes(naive: Any, victim: Served) -> None:
    """The same requests with what our page has: otherwise the refusals above would prove nothing."""
    page = naive.new_page()
    page.goto(f"{victim.origin}/{DOCNAME}.html")
    status = page.evaluate(
        """async (docname) => {
          const token = document.querySelector("meta[name=cr-token]").content;
          const headers = {"Content-Type": "application/json", "X-CR-Token": token};
          const note = {docname, layer: "instructor", target: null, kind: "comment", tags: [], body: "Wanted.",
            id: "n-0000900d"};
          return (await fetch("/_cr/notes", {method: "POST", headers, body: JSON.stringify(note)})).status;
        }""",
        DOCNAME,
    )
    page.close()
    assert status == 201
    assert "Wanted." in [note["body"] for note in victim.layer()["notes"]]


def test_a_script_in_a_text_does_not_run(naive: Any, tmp_path: Path) -> None:
    text = (
        "---\ntitle: A\ndate: 2022\nrights: {status: own}\n---\n\n"
        "Words <b id=here onclick=\"document.title = 'run'\">bold</b>.\n\n"
        "<script>document.title = 'run'</script>\n\n<img src=x onerror=\"document.title = 'run'\">\n"
    )
    with serving(tmp_path, files={"corpus/a/article.md": text}) as server:
        page = naive.new_page()
        page.goto(f"{server.origin}/corpus/a/article.html")
        assert page.locator("#here").count(), "the text's own HTML is on the page"
        page.evaluate("() => document.getElementById('here').click()")
        assert page.title() != "run"
        assert page.evaluate("() => document.documentElement.dataset.theme"), "the theme's own script runs"
        page.close()


def test_the_readers_own_pages_keep_to_the_policy(browser: Any, reader_site: Path, pages: Pages) -> None:
    site = Site(reader_site, reader_site)
    site.files = {f"/{p.relative_to(reader_site).as_posix()}": p for p in reader_site.rglob("*") if p.is_file()}
    page = browser.new_page()
    broken: list[str] = []
    page.on("console", lambda line: broken.extend([line.text] * ("Content Security Policy" in line.text)))

    def answer(route: Any) -> None:
        address = route.request.url.removeprefix("http://reader.test").partition("?")[0]
        content = site.read(address)
        if content is None:
            route.fulfill(status=404)
        elif address.endswith(".html"):
            policy = served_pages.policy(content.decode("utf-8"), site)
            route.fulfill(body=content, content_type="text/html", headers={"content-security-policy": policy})
        else:
            route.fulfill(body=content, content_type=served_pages.media_type(address))

    page.route("**/*", answer)
    for kind, paths in pages.items():
        for path in paths[:1] if kind in ("entry", "404") else paths[:4]:
            page.goto(f"http://reader.test/{path.relative_to(reader_site).as_posix()}?q=peace")
            page.evaluate(IDLE)
            assert page.evaluate("() => document.documentElement.dataset.theme") == "auto", path
    page.close()
    assert broken == []
