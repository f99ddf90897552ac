"""What programs read: every field once, every sign as it is."""

from __future__ import annotations

import json
import re

from hypothesis import given
from hypothesis import strategies as st
from pybtex.database import parse_string

from course_reader.model.dates import parse
from course_reader.parts.cite.formats import bibtex, csl_json, ris
from course_reader.views.works import Author, Work


def work(title: str = "R&D: 50%", made_from: str = "") -> Work:
    authors = (Author("Poe", "Jo"), Author("Bay & News"))
    return Work(
        title,
        authors,
        "The Gazette",
        parse("2022-10-31"),
        "https://e.org/a_b",
        "en",
        "gazette2022",
        bool(made_from),
        made_from,
    )


def test_bibtex_has_people_bodies_and_escaped_signs() -> None:
    text = bibtex(work())
    assert "title = {{R\\&D: 50\\%}}" in text
    assert "author = {Poe, Jo and {Bay \\& News}}" in text
    [entry] = parse_string(text, "bibtex").entries.values()
    assert [str(person) for person in entry.persons["author"]] == ["Poe, Jo", "{Bay \\& News}"]
    assert (entry.type, entry.fields["date"], entry.fields["url"]) == ("article", "2022-10-31", "https://e.org/a_b")


def test_a_text_of_the_reader_is_a_part_of_it() -> None:
    text = bibtex(work(made_from="Adapted from “X”."))
    assert text.startswith("@incollection{")
    assert "booktitle = {The Gazette}" in text
    assert "note = {Adapted from “X”.}" in text


def test_ris_has_a_line_for_each_field_and_an_end() -> None:
    lines = ris(work("A\nB")).split("\n")
    assert lines[0] == "TY  - NEWS"
    assert lines[-1] == "ER  - "
    fields = [line.split("  - ", 1) for line in lines[:-1]]
    assert ["TI", "A B"] in fields
    assert [value for tag, value in fields if tag == "AU"] == ["Poe, Jo", "Bay & News"]
    assert ["DA", "2022/10/31"] in fields
    assert all(re.fullmatch(r"[A-Z][A-Z0-9]", tag) for tag, _ in fields)


def test_csl_json_is_data() -> None:
    [item] = json.loads(csl_json(work()))
    assert (item["type"], item["title"]) == ("article-newspaper", "R&D: 50%")
    assert item["author"] == [{"family": "Poe", "given": "Jo"}, {"literal": "Bay & News"}]
    assert item["issued"] == {"date-parts": [[2022, 10, 31]]}
    assert json.loads(csl_json(work(made_from="X.")))[0]["type"] == "chapter"


@given(st.text("ab &%$#_{}\\~^", min_size=1, max_size=12).filter(lambda title: title.strip()))
def test_programs_read_any_title(title: str) -> None:
    text = bibtex(work(title))
    assert text.count("{") == text.count("}")
    [read] = parse_string(text, "bibtex").entries.values()
    plain = read.fields["title"].removeprefix("{").removesuffix("}")
    commands = {"textbraceleft": "{", "textbraceright": "}", "textbackslash": "\\"}
    commands |= {"textasciitilde": "~", "textasciicircum": "^"}
    plain = re.sub(r"\{\\(\w+)\}", lambda found: f"\0{ord(commands[found[1]])};", plain)
    plain = re.sub(r"\\([&%$#_])", r"\1", plain)
    assert re.sub(r"\0(\d+);", lambda code: chr(int(code[1])), plain).split() == title.split()
