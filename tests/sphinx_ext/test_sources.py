"""The sources of a reader in plain text, as a bibliography has them."""

from __future__ import annotations

from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from pybtex.database import parse_string

from course_reader.sphinx_ext.sources import sources_of
from course_reader.views.sources import SourceView


def view(tmp_path: Path, fields: str) -> SourceView:
    """One source, read as sphinxcontrib-bibtex does."""
    bibdata = SimpleNamespace(data=parse_string(f"@misc{{key, {fields}}}", "bibtex"))
    (tmp_path / "a.bib").write_text("", encoding="utf-8")
    app: Any = SimpleNamespace(
        confdir=tmp_path,
        env=SimpleNamespace(domains={"cite": SimpleNamespace(bibdata=bibdata)}),
        config=SimpleNamespace(bibtex_bibfiles=["a.bib"], bibtex_encoding="utf-8"),
    )
    found = sources_of(app)
    assert found.known
    return found.views["key"]


@pytest.mark.parametrize(
    ("fields", "author"),
    [
        ("author = {Jo Poe and Ann van Lee}", "Jo Poe; Ann van Lee"),
        ("editor = {Jo Poe}", "Jo Poe"),
        ("author = {{The Council of Port}}", "The Council of Port"),
        ("title = {T}", ""),
    ],
)
def test_authors_are_named_in_full(tmp_path: Path, fields: str, author: str) -> None:
    assert view(tmp_path, fields).author == author


@pytest.mark.parametrize(
    ("fields", "date"),
    [
        ("date = {2020-05-01}", "2020-05-01"),
        ("year = {2020}, month = {5}", "2020-5"),
        ("year = {2020}", "2020"),
        ("title = {T}", ""),
    ],
)
def test_the_date_is_what_there_is_of_it(tmp_path: Path, fields: str, date: str) -> None:
    assert view(tmp_path, fields).date == date


@pytest.mark.parametrize("key", ["publisher", "organization", "howpublished"])
def test_whoever_published_it_is_found_under_several_names(tmp_path: Path, key: str) -> None:
    assert view(tmp_path, f"{key} = {{The Press}}").publisher == "The Press"


def test_brackets_and_escapes_of_tex_are_taken_out(tmp_path: Path) -> None:
    found = view(
        tmp_path, r"title = {The {EU} \& 100\% of  the 1--2}, url = {https://example.org/a_b}, urldate = {2026-01-02}"
    )

    assert found.title == "The EU & 100% of the 1–2"
    assert (found.url, found.accessed) == ("https://example.org/a_b", "2026-01-02")


def test_a_source_without_a_title_is_called_by_its_key(tmp_path: Path) -> None:
    assert view(tmp_path, "year = {2020}").title == "key"


@pytest.mark.parametrize(("domains", "files"), [({}, ["a.bib"]), ({"cite": None}, [])])
def test_a_reader_without_a_bibliography_has_none(tmp_path: Path, domains: dict[str, None], files: list[str]) -> None:
    app: Any = SimpleNamespace(env=SimpleNamespace(domains=domains), config=SimpleNamespace(bibtex_bibfiles=files))
    assert (dict(sources_of(app).views), sources_of(app).known) == ({}, False)
