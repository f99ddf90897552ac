"""Each check of the threat model, against a real server; its files stay as they are."""

from __future__ import annotations

import re
import socket
from base64 import b64encode
from hashlib import sha256
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from authoring.serving import DOCNAME, Served, serving

from course_reader.authoring import pages

# One server for all tests here.
pytestmark = pytest.mark.xdist_group("closed-server")

PAGE = f"/{DOCNAME}.html"
READING = ("/", PAGE, "/_static/reader.css", "/_cr/static/live.js", f"/_cr/article?docname={DOCNAME}", "/_cr/events")
NOTE = {"docname": DOCNAME, "layer": "instructor", "body": "Planted.", "kind": "comment", "tags": [], "target": None}
NOTE |= {"id": "n-00000bad"}


def status_line(server: Served, request: bytes) -> bytes:
    """The first line that answers some raw bytes."""
    with socket.create_connection(("127.0.0.1", server.port), timeout=60) as connection:
        connection.sendall(request)
        return connection.makefile("rb").readline()


def write(server: Served, **headers: Any) -> int:
    """The status of a request that would write if its headers were right."""
    return server.send("POST", "/_cr/notes", NOTE, **headers).status


def test_the_panels_own_request_is_let_in(closed: Served) -> None:
    # Past the guard, and stopped by what it asks for: otherwise the tests below would prove nothing.
    change = {"docname": DOCNAME, "layer": "instructor", "body": "Planted."}
    assert closed.send("PATCH", "/_cr/notes/n-00000001", change, '"old"').status == 412
    assert closed.send("POST", "/_cr/preview", {"body": "*x*"}).json == {"html": "<p><em>x</em></p>\n"}


# --- 1: where it listens


def test_it_listens_on_loopback_only(closed: Served) -> None:
    tables = [path for path in (Path("/proc/net/tcp"), Path("/proc/net/tcp6")) if path.is_file()]
    if not tables:
        pytest.skip("this system does not list its sockets in /proc")
    rows = [line.split() for table in tables for line in table.read_text().splitlines()]
    port = f"{closed.port:04X}"
    listening = {row[1].partition(":")[0] for row in rows if row[1].endswith(f":{port}") and row[3] == "0A"}
    assert listening <= {"0100007F", "00000000000000000000000001000000"}
    assert "0100007F" in listening


# --- 2: host


@pytest.mark.parametrize("path", READING)
@pytest.mark.parametrize(
    "host", ["attacker.example:PORT", "localhost", "127.0.0.1", "127.0.0.1:1", "127.0.0.1.:PORT", "0.0.0.0:PORT", ""]
)
def test_another_name_is_refused_for_everything(closed: Served, path: str, host: str) -> None:
    answer = closed.get(path, Host=host.replace("PORT", str(closed.port)))
    assert (answer.status, answer.json["code"]) == (421, "wrong-host")


def test_each_of_its_own_names_is_known(closed: Served) -> None:
    for host in ("127.0.0.1", "localhost", "LocalHost", "[::1]"):
        assert closed.get("/", Host=f"{host}:{closed.port}").status == 200


@pytest.mark.parametrize("second", ["attacker.example", "127.0.0.1:PORT"])
def test_a_host_that_comes_twice_is_refused(closed: Served, second: str) -> None:
    port = str(closed.port)
    hosts = f"Host: 127.0.0.1:{port}\r\nHost: {second.replace('PORT', port)}"
    assert status_line(closed, f"GET / HTTP/1.1\r\n{hosts}\r\n\r\n".encode()).split()[1] in (b"400", b"421")


def test_no_host_is_refused(closed: Served) -> None:
    assert status_line(closed, b"GET / HTTP/1.0\r\n\r\n").split()[1] in (b"400", b"421")


def test_a_whole_address_in_the_request_is_no_way_around(closed: Served) -> None:
    request = f"GET http://attacker.example/ HTTP/1.1\r\nHost: 127.0.0.1:{closed.port}\r\n\r\n".encode()
    assert status_line(closed, request).split()[1] in (b"400", b"404", b"421")


# --- 3: origin and site


@pytest.mark.parametrize(
    "origin",
    ["http://attacker.example", "null", "https://127.0.0.1:PORT", "http://127.0.0.1:1", "http://localhost:PORT", None],
)
def test_a_foreign_origin_writes_nothing(closed: Served, origin: str | None) -> None:
    assert write(closed, Origin=origin and origin.replace("PORT", str(closed.port))) == 403


@pytest.mark.parametrize("path", READING)
def test_a_foreign_origin_reads_nothing(closed: Served, path: str) -> None:
    assert closed.get(path, Origin="http://attacker.example").status == 403


@pytest.mark.parametrize("site", ["cross-site", "same-site", "none", "strange"])
def test_another_site_writes_nothing(closed: Served, site: str) -> None:
    assert write(closed, Sec_Fetch_Site=site) == 403


@pytest.mark.parametrize("site", ["cross-site", "same-site"])
@pytest.mark.parametrize("path", READING)
def test_another_site_embeds_nothing(closed: Served, path: str, site: str) -> None:
    headers = {"Sec-Fetch-Site": site, "Sec-Fetch-Mode": "no-cors", "Sec-Fetch-Dest": "script"}
    assert closed.get(path, **headers).status == 403
    assert closed.get(path, **{**headers, "Sec-Fetch-Mode": "navigate", "Sec-Fetch-Dest": "iframe"}).status == 403


def test_a_link_on_another_site_may_open_a_page_but_nothing_of_the_interface(closed: Served) -> None:
    headers = {"Sec-Fetch-Site": "cross-site", "Sec-Fetch-Mode": "navigate", "Sec-Fetch-Dest": "document"}
    assert closed.get(PAGE, **headers).status == 200
    assert closed.get(f"/_cr/article?docname={DOCNAME}", **headers).status == 403


# --- 4: what a request that writes must bring


@pytest.mark.parametrize(
    "kind", ["text/plain", "application/x-www-form-urlencoded", "multipart/form-data; boundary=x", "", "json", None]
)
def test_only_json_writes(closed: Served, kind: str | None) -> None:
    assert write(closed, Content_Type=kind) == 415


@pytest.mark.parametrize("token", ["", "x", "0" * 32, None])
def test_without_the_token_nothing_is_written(closed: Served, token: str | None) -> None:
    assert write(closed, X_CR_Token=token) == 403


def test_the_token_counts_in_its_header_only(closed: Served) -> None:
    token = closed.token()
    assert write(closed, X_CR_Token=None, Cookie=f"cr-token={token}") == 403
    answer = closed.send("POST", f"/_cr/notes?token={token}", {**NOTE, "token": token}, X_CR_Token=None)
    assert answer.status == 403


@pytest.mark.parametrize("length", [64 * 1024 + 1, 10**12])
def test_a_large_request_is_refused_before_it_is_sent(closed: Served, length: int) -> None:
    assert write(closed, Content_Length=str(length)) == 413


@pytest.mark.parametrize("length", [None, "-1", "x", "+3"])
def test_a_request_says_how_long_it_is(closed: Served, length: str | None) -> None:
    assert write(closed, Content_Length=length) in (400, 411)


def test_pieces_of_unknown_number_are_refused(closed: Served) -> None:
    assert write(closed, Content_Length=None, Transfer_Encoding="chunked") == 411


@pytest.mark.parametrize("body", [b"", b"[]", b"null", b"{", b'{"docname": 1}', b"[" * 30_000, b'{"body": "\\ud800"}'])
def test_what_is_no_request_is_told(closed: Served, body: bytes) -> None:
    answer = closed.send("POST", "/_cr/notes", body, '"old"')
    assert (answer.status, answer.json["code"]) == (400, "bad-request")


# --- 5: nothing that a browser makes an exception for


@pytest.mark.parametrize("path", ["/", "/_cr/notes", "/_cr/article", "*"])
def test_nobody_is_told_what_would_be_allowed(closed: Served, path: str) -> None:
    asks = {"Origin": closed.origin, "Access-Control-Request-Method": "POST"}
    answer = closed.ask("OPTIONS", path, headers=asks)
    assert answer.status in (400, 405)
    assert not [name for name in answer.headers if name.startswith("access-control-")]


@pytest.mark.parametrize("path", READING[:5])
def test_no_answer_is_for_other_origins(closed: Served, path: str) -> None:
    answer = closed.get(path, Origin=closed.origin)
    assert answer.status == 200
    assert not [name for name in answer.headers if name.startswith("access-control-")]


@pytest.mark.parametrize("method", ["PUT", "TRACE", "CONNECT", "PROPFIND", "post"])
def test_other_methods_are_not_answered(closed: Served, method: str) -> None:
    assert closed.ask(method, "/_cr/notes", b"", {"Origin": closed.origin}).status in (400, 405)


@pytest.mark.parametrize("path", ["/_cr/notes", "/_cr/notes/n-00000001", "/_cr/mentions", "/_cr/preview"])
def test_reading_changes_nothing(closed: Served, path: str) -> None:
    assert closed.get(f"{path}?docname={DOCNAME}&layer=instructor&body=x").status in (404, 405)


@pytest.mark.parametrize("path", ["/", "/_cr/events"])
def test_there_is_no_websocket(closed: Served, path: str) -> None:
    upgrade = {"Connection": "Upgrade", "Upgrade": "websocket", "Sec-WebSocket-Key": "eHh4eHh4eHh4eHh4eHh4eA=="}
    assert closed.get(path, **upgrade, **{"Sec-WebSocket-Version": "13"}, Origin=closed.origin).status == 400


# --- 6: what each answer says


@pytest.mark.parametrize("path", [*READING[:5], "/not/there.html", "/_cr/nothing"])
@pytest.mark.parametrize("host", ["127.0.0.1:PORT", "attacker.example"])
def test_each_answer_has_all_headers(closed: Served, path: str, host: str) -> None:
    headers = closed.get(path, Host=host.replace("PORT", str(closed.port))).headers
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["cross-origin-resource-policy"] == "same-origin"
    assert headers["referrer-policy"] == "no-referrer"
    assert headers["cache-control"] == "no-store"
    assert "frame-ancestors 'none'" in headers["content-security-policy"]
    assert "'unsafe-inline'" not in directives(headers["content-security-policy"]).get("script-src", "")
    assert "server" not in headers


def directives(policy: str) -> dict[str, str]:
    """The directives of a policy by name."""
    return {name: sources for name, _, sources in (part.strip().partition(" ") for part in policy.split(";"))}


@pytest.mark.parametrize("path", [PAGE, "/search.html", "/genindex.html", "/404.html"])
def test_the_server_allows_no_more_than_the_page_itself(closed: Served, path: str) -> None:
    answer = closed.get(path)
    sent = directives(answer.headers["content-security-policy"])
    own = re.search(r'http-equiv="Content-Security-Policy" content="([^"]+)"', answer.body.decode())
    assert own, "the page keeps its own policy"
    assert sent["script-src"] == directives(own[1])["script-src"] == "'self'"
    loosened = {"default-src", "connect-src", "media-src", "manifest-src", "base-uri", "frame-ancestors"}
    assert {k: v for k, v in directives(own[1]).items() if sent.get(k) != v}.keys() <= loosened


def test_lines_of_script_of_another_theme_are_named_and_those_of_a_text_are_not() -> None:
    site: Any = SimpleNamespace(read=lambda address: None)
    page = "<html><head><script>ours()</script></head><body><script>theirs()</script></body></html>"
    assert directives(pages.policy(page, site))["script-src"] == (
        "'self' 'sha256-" + b64encode(sha256(b"ours()").digest()).decode() + "'"
    )


def test_the_token_stands_in_one_element_and_nowhere_else(closed: Served) -> None:
    token = closed.token()
    page = closed.get(PAGE)
    assert page.body.decode().count(token) == 1
    assert token not in str(page.headers)
    for path in ("/_static/reader.css", f"/_cr/article?docname={DOCNAME}", "/_cr/entries", "/_cr/static/live.js"):
        assert token not in closed.get(path).body.decode()


# --- a login, where other people use the computer or the network


def test_with_a_login_nothing_is_seen_without_it(tmp_path: Any) -> None:
    with serving(tmp_path, "--port", "0", "--login") as server:
        for path in READING:
            assert server.get(path).status in (303, 401)
        assert server.get("/_cr/login").status == 200
        assert server.get("/_cr/static/login.js").status == 200
        assert server.process.stderr
        login = server.process.stderr.readline().removeprefix("Login: ").strip()
        headers = {"Origin": server.origin, "Content-Type": "application/json"}
        assert server.ask("POST", "/_cr/login", {"login": "guess"}, headers).status == 403
        answer = server.ask("POST", "/_cr/login", {"login": login}, headers)
        assert answer.status == 200
        cookie = answer.headers["set-cookie"]
        assert "httponly" in cookie.lower()
        assert "samesite=strict" in cookie.lower()
        assert server.get(PAGE, Cookie=cookie.partition(";")[0]).status == 200
        assert server.get(PAGE, Cookie="cr-login-1=x").status == 303
