"""The pre-reading page of an article or a pack: its content, what it must not contain, and when it is rebuilt."""

from __future__ import annotations

import io
import re
from datetime import date, timedelta
from pathlib import Path

import pytest
from examples import examples
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from readers import Reader, article, entry, make_reader
from sphinx.application import Sphinx
from sphinx.util.docutils import docutils_namespace, patch_docutils

from course_reader.parts.prereading.values import PrereadingView, of_article
from course_reader.sphinx_ext.run_state import library_of
from course_reader.views.chronology import known_by
from course_reader.views.library import Library

BEFORE = """
  questions: [Who speaks and why?]
  dates: [storm, fair]"""
ROLES = """
  - {title: Clerk of Port, from: 1990, to: 1999}
  - {title: Mayor of Port, from: 2000, to: 2021}
  - {title: President of Bay, from: 2023-05}"""
FILES = {
    "glossary/people/ann.md": entry("Ann Lee", roles=ROLES),
    "glossary/people/bo.md": entry("Bo Marsh", "A sailor.", roles="[{title: Admiral, from: 2030}]"),
    "glossary/places/port.md": entry("Port", "A town.", coordinates="[54.1, 9.9]"),
    "glossary/events/war.md": entry("Harbour war", start="2020-03-01", end="2022-12-31"),
    "glossary/events/storm.md": entry("Storm", start="2021-05-02"),
    "glossary/events/fair.md": entry("Fair", start="2021-06-15"),
    "glossary/agreements/pact.md": entry("Harbour Pact", date="2021-06-20"),
    "glossary/agreements/later.md": entry("Later Pact", date="2022-12-31"),
    "corpus/one/article.md": article(
        "Ann Lee and Bo Marsh met in Port after the Harbour war; it irked them.\n\nThe Later Pact was far.",
        date="2021-07-01", title="One", before=BEFORE, vocabulary="{irk: to annoy}",
    ),
    "corpus/two/article.md": article(
        "Ann Lee spoke of the Harbour Pact.", date="2023-06-01", event_date="2023-05-31", title="Two"
    ),
    "corpus/packs/both.md": "---\ntitle: Both\n---\n\nText.\n\n```{toctree}\n../two/article\n../one/article\n```\n",
    "docs/links.md": "# Links\n\n{prereading}`one`, {sheet}`that one <both>`\n",
}  # fmt: skip


@pytest.fixture(scope="module")
def reader(tmp_path_factory: pytest.TempPathFactory) -> Reader:
    reader = make_reader(tmp_path_factory.mktemp("prereading"), FILES)
    reader.build()
    assert [line for line in reader.warnings if "isn't included in any toctree" not in line] == []
    return reader


def part(reader: Reader, page: str, name: str) -> list[str]:
    return reader.texts(page, f"//section[@class='prereading-{name}']//*[self::dt or self::dd or self::li]")


def test_an_article_has_a_prereading_page_of_its_day(reader: Reader) -> None:
    page = "corpus/one/before"
    assert part(reader, page, "people") == ["Ann Lee", "Mayor of Port since 2000.", "Bo Marsh", "A sailor."]
    assert part(reader, page, "places") == ["Port", "A town."]
    assert part(reader, page, "dates") == ["2 May 2021 Storm. A gloss.", "15 June 2021 Fair. A gloss."]
    assert part(reader, page, "questions") == ["Who speaks and why?"]
    assert part(reader, page, "words") == ["irk", "to annoy"]
    assert reader.page(page).xpath("//section[@class='prereading-map']//svg")


def test_a_link_at_the_head_of_the_article_and_of_the_pack_leads_there(reader: Reader) -> None:
    assert reader.page("corpus/one/article").xpath("//a[@class='head-before']/@href") == ["before.html"]
    assert reader.page("corpus/packs/both").xpath("//a[@class='head-before']/@href") == ["both-before.html"]


def test_without_chosen_dates_it_shows_what_is_named_and_then_what_came_last(reader: Reader) -> None:
    dates = part(reader, "corpus/two/before", "dates")
    assert [line.split(". ")[0] for line in dates] == [
        "1 Mar 2020 – 31 Dec 2022 Harbour war", "2 May 2021 Storm", "15 June 2021 Fair", "20 June 2021 Harbour Pact",
        "31 Dec 2022 Later Pact",
    ]  # fmt: skip


def test_a_pack_knows_no_more_than_the_first_of_its_articles(reader: Reader) -> None:
    page = "corpus/packs/both-before"
    assert part(reader, page, "dates")[0].startswith("from 1 Mar 2020 Harbour war")
    assert "Later Pact" not in " ".join(part(reader, page, "dates"))
    assert part(reader, page, "people")[1] == "Mayor of Port since 2000."
    assert part(reader, page, "questions") == ["Who speaks and why?"]
    assert part(reader, page, "words") == ["irk", "to annoy"]


def test_a_role_links_to_it_and_elsewhere_to_what_it_is_for(reader: Reader) -> None:
    links = reader.page("docs/links").xpath("//main//p/a")
    assert [(a.get("href"), a.text_content()) for a in links] == [
        ("../corpus/one/before.html", "One"), ("../corpus/packs/both-before.html", "that one"),
    ]  # fmt: skip


def test_it_is_made_again_when_what_it_shows_changes_and_only_then(tmp_path: Path) -> None:
    reader = make_reader(tmp_path, FILES)
    reader.build()

    def prereading_pages() -> set[str]:
        reader.build()
        return {page for page in reader.written if page.endswith("before")}

    assert prereading_pages() == set()
    reader.write({"glossary/people/bo.md": entry("Bo Marsh", "A fisherman.")})
    assert prereading_pages() == {"corpus/one/before", "corpus/packs/both-before"}
    text = str(FILES["corpus/two/article.md"]).replace("spoke of", "praised")
    reader.write({"corpus/two/article.md": text})
    assert prereading_pages() == set()
    Path(tmp_path, "_build", "html", "corpus", "two", "before.html").unlink()
    assert prereading_pages() == {"corpus/two/before"}
    reader.build(html_short_title="Another")
    assert {page for page in reader.written if page.endswith("before")} == {
        "corpus/one/before", "corpus/two/before", "corpus/packs/both-before",
    }  # fmt: skip


def test_in_a_book_it_stands_before_the_text_and_nothing_leads_out(tmp_path: Path) -> None:
    from lxml import html

    reader = make_reader(tmp_path, FILES)
    out = reader.build("epub")
    assert not list(out.rglob("*before*"))
    page = html.fromstring((out / "corpus" / "one" / "article.xhtml").read_bytes())
    [before] = page.xpath("//section[@id='before']")
    assert before.xpath(".//section[@class='prereading-people']")
    assert before.xpath("following::*[@id='p1']")
    links = html.fromstring((out / "docs" / "links.xhtml").read_bytes()).xpath("//p/a/@href")
    assert links == ["../corpus/one/article.xhtml", "../corpus/packs/both.xhtml"]


def test_a_page_of_the_author_is_not_written_over(tmp_path: Path) -> None:
    files = {**FILES, "corpus/one/before.md": "---\norphan: true\n---\n\n# My own page\n"}
    reader = make_reader(tmp_path, files)
    reader.build()
    assert reader.texts("corpus/one/before", "//h1") == ["My own page¶"]


# --- nothing later

MONTHS = 12 * 20


def _day(month: int) -> date:
    return date(2000 + month // 12, month % 12 + 1, 15)


def _events() -> dict[str, str]:
    """Forty events and twenty people whose words say when they can first be known."""
    files = {}
    for number in range(40):
        start, end = _day(number * 6), _day(min(number * 6 + number % 20, MONTHS + 60))
        gloss = f"\n  - {{to: {end - timedelta(1)}, text: 'Since {start}.'}}\n  - {{from: {end}, text: 'Until {end}.'}}"
        files[f"glossary/events/e{number}.md"] = entry(
            f"Event{number} of {start}", gloss, start=str(start), end=str(end)
        )
    for number in range(20):
        begins = _day(number * 12)
        roles = f"[{{title: Mayor{number} of {begins}, from: {begins}}}]"
        files[f"glossary/people/p{number}.md"] = entry(f"Person{number} Lee", "A person.", roles=roles)
    return files


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Library:
    root = tmp_path_factory.mktemp("days")
    names = [f"Event{n} of {_day(n * 6)}" for n in range(40)] + [f"Person{n} Lee" for n in range(20)]
    make_reader(root, {**_events(), "corpus/a/article.md": article("; ".join(names), date="2030-01-01")})
    with patch_docutils(root), docutils_namespace():
        app = Sphinx(root, root, root / "o", root / "d", "dummy", status=None, warning=io.StringIO())
        app.build()
        return library_of(app)


def _said(view: PrereadingView) -> str:
    return " ".join(f"{line.when} {line.name} {line.text}" for line in (*view.people, *view.places, *view.dates))


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=examples(40))
@given(st.dates(date(1999, 1, 1), date(2026, 1, 1)))
def test_whatever_the_day_nothing_on_a_prereading_page_is_later(library: Library, day: date) -> None:
    page = library.pages["corpus/a/article"]
    page.day = day
    view = of_article(library, "corpus/a/article")
    said = _said(view)
    assert [found for found in re.findall(r"\d{4}-\d\d-\d\d", said) if date.fromisoformat(found) > day] == []
    for line in view.dates:
        last = re.findall(r"\d{4}", line.when)
        assert all(int(year) <= day.year for year in last)
    known = known_by(library, day)
    assert {line.entry for line in view.dates} <= set(known)
    assert len(view.dates) == min(5, len(known))
