"""Hostile addresses in every place that a file has for one: none is alive in pages, e-books or print."""

from __future__ import annotations

import json
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from hostile_addresses import ADDRESSES, GOOD, is_alive
from lxml import etree, html
from printed import pack
from readers import Reader, article, entry, make_reader

from course_reader.model.problems import Code

#: attributes through which a page loads something or leads somewhere
LEADING = {"href", "src", "action", "formaction", "data", "poster", "srcset", "background", "cite", "ping", "manifest"}
HEADS = 12

#: files with addresses, each of which is named in a problem
PLACES = (
    "index.md",
    "docs/page.md",
    "docs/background.md",
    "glossary/places/northport.md",
    "corpus/packs/all.md",
    "corpus/text0/article.md",
    "corpus/text0/notes/instructor.yaml",
)

#: ways to write a link or a picture in a text
WAYS = {
    "link": "[word{n}]({a})", "angles": "[word{n}](<{a}>)", "automatic": "<{a}> word{n}", "picture": "![word{n}]({a})",
    "definition": "[word{n}][d{n}]\n\n[d{n}]: {a}", "angled definition": "[word{n}][e{n}]\n\n[e{n}]: <{a}>",
    "HTML link": '<a href="{a}">word{n}</a>', "HTML picture": '<img src="{a}" alt="word{n}">',
    "HTML frame": '<iframe src="{a}">word{n}</iframe>', "HTML form": '<form action="{a}"><b>word{n}</b></form>',
    "HTML button": "<button formaction='{a}'>word{n}</button>", "HTML object": "<object data='{a}'>word{n}</object>",
    "HTML without quotes": "<a href={a}>word{n}</a>", "HTML block": '<div>\n<a href="{a}">word{n}</a>\n</div>',
    "HTML refresh": '<meta http-equiv="refresh" content="0;url={a}"> word{n}', "HTML base": '<base href="{a}"> word{n}',
    "download": "{{download}}`word{n} <{a}>`", "project": "<project:{a}> word{n}", "path": "<path:{a}> word{n}",
    "figure": "```{{figure}} {a}\n:alt: word{n}\n\nA caption.\n```",
    "linked figure": "```{{image}} quay.png\n:alt: A quay\n:target: {a}\n```\n\nword{n}",
    "raw": "```{{raw}} html\n<a href=\"{a}\" onclick=\"{a}\">word{n}</a>\n```",
    "reST": "```{{eval-rst}}\n`word{n} <{a}>`__\n\n"
    ".. image:: {a}\n   :alt: A quay\n\n.. meta::\n   :http-equiv=refresh: 0;url={a}\n```",
    "button": "```{{button-link}} {a}\nword{n}\n```", "card": "```{{card}} word{n}\n:link: {a}\nText.\n```",
    "toctree": "```{{toctree}}\nword{n} <{a}>\n```", "typed": "\\[word{n}\\]({a})",
}  # fmt: skip


def written(ways: list[str], addresses: list[str], step: int) -> Iterator[str]:
    """Paragraphs that write each address in a few of the ways, so that all ways come up for all kinds of address."""
    for n, address in enumerate(addresses):
        for way in ways[(n * step) % len(ways) :][:step] or ways[:step]:
            # A line break in an address would end the paragraph.
            yield way.format(a=address.replace("\r", "&#13;").replace("\n", "&#10;").replace("\x00", "&#0;"), n=n)


def quoted(address: str) -> str:
    """An address as a value in YAML."""
    return json.dumps(address)


def note(number: int, address: str) -> str:
    body = json.dumps(
        f"[word](<{address}>) [word]({address}) ![word]({address}) <{address}>\n\n[x][y]\n\n[y]: {address}\n"
    )
    return f"  - {{id: n-{number:08x}, kind: comment, body: {body}}}\n"


def hostile(root: Path, every: tuple[str, ...] = ADDRESSES, ways: tuple[str, ...] = tuple(WAYS)) -> Reader:
    """A reader that has the addresses everywhere, written in these ways."""

    def in_texts(addresses: list[str], step: int) -> Iterator[str]:
        return written([WAYS[way] for way in ways], addresses, step)

    addresses = [a.replace("\u2028", " ") for a in every]
    files: dict[str, Any] = {}
    for n in range(HEADS):
        a = quoted(every[n * len(every) // HEADS])
        status = "none" if n % 2 else "own"
        files[f"corpus/head{n}/article.md"] = (
            f"---\ntitle: Talks {n}\ndate: 2022-11-01\nurl: {a}\nadapted_from: {{title: Old, url: {a}}}\n"
            f"outlet: {a}\nrights: {{status: {status}, holder: {a}, terms: {a}}}\n"
            f"what_happened_next: [{{date: 2023-01-01, text: {a}, sources: [s{n}]}}]\n---\n\n"
            f"The mayor spoke in Northport {{footcite}}`s{n}`.\n\n```{{footbibliography}}\n```\n"
        )
    share = -(-len(addresses) // 6)
    parts = [addresses[at : at + share] for at in range(0, len(addresses), share)]
    for n, part in enumerate(parts):
        body = "\n\n".join(in_texts(part, 9))
        files[f"corpus/text{n}/article.md"] = (
            f"---\ntitle: Text {n}\ndate: 2022-11-02\nrights: {{status: own}}\n---\n\nThe mayor spoke.\n\n{body}\n"
        )
        notes = "".join(note(n * 1000 + m, a.replace("\x00", "")) for m, a in enumerate(part))
        files[f"corpus/text{n}/notes/instructor.yaml"] = (
            f"layer: {{title: Notes, author: A, audience: public}}\nnotes:\n{notes}"
        )
        files[f"corpus/text{n}/quay.png"] = PIXEL
        files["docs/quay.png"] = files["quay.png"] = files["corpus/packs/quay.png"] = files[
            "glossary/places/quay.png"
        ] = PIXEL
    files["docs/background.md"] = "# Background\n\n" + "\n\n".join(in_texts(addresses[::3], 3))
    files["docs/page.md"] = "# A page\n\n" + "\n\n".join(in_texts(addresses[1::3], 3))
    files["glossary/places/northport.md"] = entry(
        "Northport", prose="\n\n".join(in_texts(addresses[2::3], 3)), sources="[s1, s2, s3]"
    )
    files["docs/sources.bib"] = "".join(
        f"@misc{{s{n}, title = {{Source {n}}}, date = {{2020}}, url = {{{bare(a)}}}, doi = {{{bare(a)}}},"
        f" note = {{\\url{{{bare(a)}}} \\href{{{bare(a)}}}{{word}}}}, howpublished = {{\\url{{{bare(a)}}}}}}}\n"
        for n, a in enumerate(every)
    )
    files["docs/sources.md"] = "# Sources\n\n```{bibliography}\n:all:\n```\n"
    listed = [f"head{n}" for n in range(HEADS)] + [f"text{n}" for n in range(len(parts))]
    intro = "\n\n".join(in_texts(addresses[:60], 3))
    files["corpus/packs/all.md"] = pack(*listed, body=intro)
    conf = "bibtex_bibfiles = ['docs/sources.bib']\nreader_chapters = ['docs/background']\nreader_audience = 'public'"
    reader = make_reader(root, files, conf)
    index = root / "index.md"
    index.write_text(index.read_text() + "\n\n" + "\n\n".join(in_texts(addresses[::2], 2)), encoding="utf-8")
    return reader


def bare(address: str) -> str:
    """An address that does not end its field in BibTeX."""
    return "".join(c for c in address if c not in '{}%\\"#@,\x00').replace("\n", " ").replace("\r", " ")


PIXEL = bytes.fromhex(
    "89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c4890000000d49444154789c6360606060000000050001a5f645400000"
    "000049454e44ae426082"
)


@pytest.fixture(scope="module")
def reader(tmp_path_factory: pytest.TempPathFactory) -> Reader:
    """The reader, written once."""
    return hostile(tmp_path_factory.mktemp("hostile") / "reader")


def faults(tree: Any, place: str) -> Iterator[str]:
    """What in a page is alive that should not be."""
    for node in tree.iter():
        if not isinstance(node.tag, str):
            continue
        name = etree.QName(node).localname
        # Data that describes the page is not run, but programs follow its addresses.
        is_data = name == "script" and node.get("type") == "application/ld+json"
        if is_data:
            yield from (f"{place}: data {value!r}" for value in addresses_of(json.loads(node.text)) if is_alive(value))
        is_ours = is_data or (
            name == "script" and (node.get("src") or "").startswith(("_static", "../", "searchindex.js"))
        )
        if name in ("iframe", "object", "embed", "base", "frame", "applet") or (name == "script" and not is_ours):
            yield f"{place}: <{name}>"
        if name == "meta" and (node.get("http-equiv") or "").lower() not in ("", "content-security-policy"):
            yield f"{place}: <meta http-equiv={node.get('http-equiv')}>"
        for key, value in node.attrib.items():
            key = key.rpartition("}")[2].lower()
            if key.startswith("on"):
                yield f"{place}: {key}={value!r}"
            if (
                key in LEADING
                and is_alive(value)
                and not (name == "link" and value.startswith("data:image/svg+xml,%3Csvg"))
            ):
                yield f"{place}: <{name} {key}={value!r}>"
            if name in ("img", "source", "video", "audio") and key == "src" and "//" in value:
                yield f"{place}: loads {value!r}"


def addresses_of(data: Any) -> Iterator[str]:
    """The addresses in data about a page; a name may look like one."""
    for key, value in data.items() if isinstance(data, dict) else ():
        if isinstance(value, str) and key not in ("name", "headline", "description"):
            yield value
        for part in value if isinstance(value, list) else (value,):
            yield from addresses_of(part)


def test_none_is_alive_on_a_page_and_its_words_remain(reader: Reader) -> None:
    out = reader.build("html")
    pages = sorted(out.rglob("*.html"))
    assert len(pages) > HEADS + 10
    assert [fault for page in pages for fault in faults(html.parse(page).getroot(), page.name)] == []
    lines = [line for line in reader.warnings if f"reader.{Code.BAD_ADDRESS}" in line]
    assert len([line for line in lines if "url is" in line]) >= HEADS
    places = [line.partition(": WARNING")[0] for line in lines]
    assert all(place.rpartition(":")[2].isdigit() for place in places)
    for file in PLACES:
        assert any(place.startswith(f"{file}:") for place in places), file
    assert "word1" in " ".join(reader.texts("docs/page", "//main"))


def test_none_is_alive_in_an_e_book(reader: Reader) -> None:
    out = reader.build("epub")
    with zipfile.ZipFile(next(out.glob("*.epub"))) as book:
        names = [name for name in book.namelist() if name.endswith((".xhtml", ".ncx", ".opf"))]
        assert len(names) > HEADS
        for name in names:
            parser = etree.XMLParser(recover=True) if name.endswith(".xhtml") else None
            assert list(faults(etree.fromstring(book.read(name), parser), name)) == []


def test_none_is_alive_in_print(tmp_path: Path) -> None:
    # What no font has is not printed at all, and neither is a linked picture that was not found.
    ways = tuple(way for way in WAYS if "figure" not in way and way != "reST")
    reader = hostile(tmp_path, tuple(a for a in ADDRESSES if a.isascii() and a.isprintable()), ways)
    out = reader.build("typst")
    assert [line for line in reader.warnings if "not-printed" in line] == []
    with pikepdf.open(out / "all.pdf") as file:
        links = [
            str(note.A.URI) for page in file.pages for note in page.get("/Annots", []) if "/URI" in note.get("/A", {})
        ]
    assert len(links) > 10, "sources have a DOI"
    assert [link for link in links if is_alive(link) or not link.lower().startswith(("http", "mailto"))] == []


def test_honest_addresses_stay(tmp_path: Path) -> None:
    body = "\n\n".join(f"[word](<{a}>)" for a in GOOD if not a.startswith(("quay", "../", "images", "?")))
    files = {
        "corpus/one/article.md": article(body, url=GOOD[0]),
        "corpus/one/notes/instructor.yaml": (
            "layer: {title: Notes, author: A, audience: public}\nnotes:\n"
            f"  - {{id: n-00000001, kind: comment, body: '[word](<{GOOD[1]}>)'}}\n"
        ),
    }
    reader = make_reader(tmp_path, files)
    reader.build()
    # Sphinx cloaks the addresses of mailboxes.
    found = [address.replace("%40", "@") for address in reader.page("corpus/one/article").xpath("//a/@href")]
    for address in GOOD:
        if address.lower().startswith(("http", "mailto")) and address.isascii() and "[" not in address:
            assert address in found, address
    assert [line for line in reader.warnings if "bad-address" in line] == []
