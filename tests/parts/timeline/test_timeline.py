"""The timeline: what stands in it, in which order and in which words, and what makes its page stale."""

from __future__ import annotations

import json
import os
import re
import time

import pytest
from readers import Reader, article, entry, make_reader

TIMELINE = "docs/timeline"
PACT, WAR = "glossary/agreements/pact.md", "glossary/events/war.md"
ONE = "corpus/one/article"


def page(*options: str) -> str:
    lines = "\n".join(options)
    return f"# Timeline\n\n```{{timeline}}\n{lines}\n```\n"


FILES = {
    "glossary/people/ann.md": entry("Ann Lee", born="1970-01-01"),
    WAR: entry("Harbour war", "Ended in a draw.", start="1991-02-20", end="1994-05-12"),
    "glossary/events/storm.md": entry("Storm", "Broke the pier.", start="2021-05-02", end="2021-05-04"),
    "glossary/events/fair.md": entry("Fair", "One day only.", start="2021-06-15", end="2021-06-15"),
    "glossary/events/undated.md": entry("Undated"),
    PACT: entry("Harbour Pact", "", date="2021-05-02").replace(
        "gloss: \n",
        "aliases: [{name: Pier Paper, to: 2021-12-31, preferred: true}]\n"
        "gloss: [{to: 2021-06-30, text: Not yet signed.}, {from: 2021-07-01, text: Signed by all.}]\n",
    ),
    "glossary/agreements/letters.md": entry("Letters", "Four of them.", date="1993-04/1993-11"),
    "glossary/agreements/sketch.md": entry("Sketch <b>", 'A & B "C"', date="2020-10~"),
    f"{ONE}.md": article(
        "Ann Lee came.", date="2021-06-15", title="One & <i>two</i>", outlet="The Gazette", agency="APA"
    ),
    "corpus/two/article.md": article("Ann Lee left.", date="2023-01-01", title="Later"),
    f"{TIMELINE}.md": page(),
}


@pytest.fixture(scope="module")
def reader(tmp_path_factory) -> Reader:
    reader = make_reader(tmp_path_factory.mktemp("reader"), FILES)
    reader.build()
    return reader


def rows(reader: Reader, docname: str = TIMELINE) -> list[str]:
    return reader.texts(docname, "//*[contains(@class, 'reader-timeline')]/li")


def names(reader: Reader, docname: str = TIMELINE) -> list[str]:
    return reader.texts(docname, "//*[contains(@class, 'reader-timeline')]/li//a")


def test_what_has_a_date_stands_in_order_of_time_each_with_its_kind_and_its_latest_gloss(reader):
    assert reader.warnings == []
    assert rows(reader) == [
        "20 Feb 1991 – 12 May 1994 Harbour war event Ended in a draw.",
        "Apr – Nov 1993 Letters agreement Four of them.",
        'about Oct 2020 Sketch <b> agreement A & B "C"',
        "2–4 May 2021 Storm event Broke the pier.",
        "2 May 2021 Harbour Pact agreement Signed by all.",
        "15 June 2021 Fair event One day only.",
        "15 June 2021 One & <i>two</i> reading APA / The Gazette",
        "1 Jan 2023 Later reading",
    ]


def test_it_is_grouped_by_year(reader):
    assert reader.texts(TIMELINE, "//section[@class='reader-year']/h2") == ["1991", "1993", "2020", "2021", "2023"]
    assert reader.page(TIMELINE).xpath("//p[@class='reader-letters']/a/@href") == [
        "#year-1991", "#year-1993", "#year-2020", "#year-2021", "#year-2023",
    ]  # fmt: skip
    assert len(reader.page(TIMELINE).xpath("//*[@id='year-2021']//li")) == 4


def test_each_name_leads_to_its_page(reader):
    hrefs = reader.page(TIMELINE).xpath("//*[contains(@class, 'reader-timeline')]/li//a/@href")

    assert hrefs[0] == "../glossary/events/war.html"
    assert hrefs[-1] == "../corpus/two/article.html"


def test_a_row_tells_the_script_what_a_reader_could_know_and_when(reader):
    [war, _, sketch, _, pact, *_] = reader.page(TIMELINE).xpath("//*[contains(@class, 'reader-timeline')]/li")

    assert (war.get("data-known"), war.get("data-last")) == ("1991-02-20", "1994-05-12")
    assert war.get("data-opened") == "from 20 Feb 1991"
    assert sketch.get("data-known") == "2020-10-31", "known only when the whole month is over"
    assert json.loads(pact.get("data-versions")) == [
        ["", "Pier Paper", "Not yet signed."],
        ["2021-07-01", "Pier Paper", "Signed by all."],
        ["2022-01-01", "Harbour Pact", "Signed by all."],
    ]
    assert war.get("data-versions") is None


def test_the_script_is_loaded_where_there_is_a_timeline_and_nowhere_else(reader):
    def scripts(docname: str) -> str:
        return " ".join(reader.page(docname).xpath("//script/@src"))

    assert "timeline.js" in scripts(TIMELINE)
    assert "timeline.js" not in scripts(ONE) + scripts("index")


def test_it_is_not_searched_since_the_entries_are(reader):
    index = (reader.root / "_build" / "html" / "searchindex.js").read_text(encoding="utf-8")
    data = json.loads(index[index.index("(") + 1 : index.rindex(")")])

    assert "draw" not in data["terms"]
    assert "draw" in "".join(path.read_text() for path in (reader.root / "_build/html/find").glob("words-*.js"))


@pytest.mark.parametrize(
    ("options", "expected"),
    [
        ([":kind: events"], ["Harbour war", "Storm", "Fair", "One & <i>two</i>", "Later"]),
        ([":kind: agreements", ":to: 2020"], ["Letters", "Sketch <b>"]),
        ([":from: 1994", ":to: 2021-05-03"], ["Harbour war", "Sketch <b>", "Storm", "Harbour Pact"]),
        ([":from: 2021-06"], ["Fair", "One & <i>two</i>", "Later"]),
    ],
)
def test_a_page_may_ask_for_a_part(tmp_path, options, expected):
    reader = make_reader(tmp_path, FILES | {f"{TIMELINE}.md": page(*options)})
    reader.build()

    assert reader.warnings == []
    assert names(reader) == expected


@pytest.mark.parametrize(
    ("options", "complaint"),
    [
        ([":kind: people"], "kind"),
        ([":from: last year"], "'last year' is not a date; write 2022, 2022-10 or 2022-10-31"),
        ([":from: 2022", ":to: 2021"], "the timeline ends (2021) before it starts (2022)"),
    ],
)
def test_a_wrong_option_is_told_with_its_place(tmp_path, options, complaint):
    reader = make_reader(tmp_path, FILES | {f"{TIMELINE}.md": page(*options)})
    reader.build()

    # Sphinx 8 doubles the ending; the project's own commands mend that.
    place = re.compile(rf"{TIMELINE}(?:\.md)+:\d+")
    assert any(place.match(line) and complaint in line for line in reader.warnings), reader.warnings


def test_two_timelines_on_a_page_share_no_address(tmp_path):
    reader = make_reader(tmp_path, FILES | {f"{TIMELINE}.md": page() + page(":kind: events")[12:]})
    reader.build()
    ids = reader.page(TIMELINE).xpath("//*[@id]/@id")

    assert len(ids) == len(set(ids))
    assert {"year-1991", "timeline-2-year-1991"} <= set(ids)


@pytest.mark.parametrize("builder", ["html", "text"])
def test_a_timeline_of_nothing_says_so(tmp_path, builder):
    reader = make_reader(tmp_path, {f"{TIMELINE}.md": page()})
    reader.write({"index.md": "# Front\n\n```{toctree}\ndocs/timeline\n```\n"})
    out = reader.build(builder)

    assert reader.warnings == []
    [built] = out.glob("docs/timeline.*")
    assert "There are no dates to show." in built.read_text(encoding="utf-8")


@pytest.mark.parametrize("builder", ["text", "latex", "man", "texinfo", "xml"])
def test_other_formats_get_a_plain_list(tmp_path, builder):
    reader = make_reader(tmp_path, FILES)
    out = reader.build(builder)

    assert not [line for line in reader.warnings if "unknown node" in line or "ERROR" in line]
    endings = {".txt", ".tex", ".1", ".xml", ".texi"}
    text = " ".join(p.read_text(encoding="utf-8") for p in out.rglob("*") if p.suffix in endings)
    assert "Harbour war (event). Ended in a draw." in " ".join(text.split())


def test_plain_text_has_the_dates_in_order(tmp_path):
    reader = make_reader(tmp_path, FILES)
    lines = (reader.build("text") / f"{TIMELINE}.txt").read_text(encoding="utf-8").split("\n\n")

    assert [line.removeprefix("* ").split(":")[0] for line in lines[1:4]] == [
        "20 Feb 1991 – 12 May 1994", "Apr – Nov 1993", "about Oct 2020",
    ]  # fmt: skip


@pytest.mark.parametrize("theme", ["alabaster", "classic"])
def test_under_another_theme_it_is_complete(tmp_path, theme):
    reader = make_reader(tmp_path, FILES)
    reader.build(html_theme=theme)

    assert len(rows(reader)) == 8
    assert "timeline.js" not in " ".join(reader.page(TIMELINE).xpath("//script/@src"))


# --- what makes the page stale


@pytest.fixture(scope="module", params=[1, 2], ids=["serial", "parallel"])
def built(request, tmp_path_factory) -> tuple[Reader, int]:
    reader = make_reader(tmp_path_factory.mktemp("stale") / "reader", FILES)
    reader.build(jobs=request.param)
    reader.build(jobs=request.param)
    assert TIMELINE not in reader.written, "a second build does not write it"
    reader.keep()
    return reader, request.param


@pytest.fixture
def fresh(built) -> tuple[Reader, int]:
    built[0].restore()
    return built


def edit(reader: Reader, name: str, old: str, new: str) -> None:
    path = reader.root / name
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")
    now = time.time_ns() + 2_000_000_000
    os.utime(path, ns=(now, now))


@pytest.mark.parametrize(
    ("name", "old", "new", "shown"),
    [
        (WAR, "name: Harbour war", "name: Pier war", "Pier war event"),
        (WAR, "start: 1991-02-20", "start: 1991-02-21", "21 Feb 1991 – 12 May 1994"),
        (WAR, "end: 1994-05-12", "end: 1994-05-13", "20 Feb 1991 – 13 May 1994"),
        (WAR, "Ended in a draw.", "Nobody won.", "Nobody won."),
        (PACT, "date: 2021-05-02", "date: 2021-05-03", "3 May 2021 Harbour Pact"),
        ("corpus/two/article.md", "title: Later", "title: Much later", "Much later reading"),
        (f"{ONE}.md", "date: 2021-06-15", "date: 2021-06-16", "16 June 2021"),
    ],
)
def test_what_it_shows_makes_it_stale(fresh, name, old, new, shown):
    reader, jobs = fresh
    edit(reader, name, old, new)
    reader.build(jobs=jobs)

    assert TIMELINE in reader.written
    assert TIMELINE not in reader.read
    assert shown in " ".join(rows(reader))


def test_an_earlier_wording_makes_it_stale_too(fresh):
    reader, jobs = fresh
    edit(reader, PACT, "Not yet signed.", "A draft.")
    reader.build(jobs=jobs)

    assert TIMELINE in reader.written


@pytest.mark.parametrize(("name", "old", "new"), [(WAR, "Prose.", "Better prose."), (f"{ONE}.md", "came", "ran")])
def test_what_it_does_not_show_leaves_it_as_it_is(fresh, name, old, new):
    reader, jobs = fresh
    edit(reader, name, old, new)
    reader.build(jobs=jobs)

    assert TIMELINE not in reader.written


def test_an_entry_with_a_date_more_or_less_makes_it_stale(fresh):
    reader, jobs = fresh
    reader.write({"glossary/events/feast.md": entry("Feast", start="2022-02-02")})
    reader.build(jobs=jobs)
    assert "2 Feb 2022 Feast event A gloss." in rows(reader)

    reader.write({"glossary/events/feast.md": None})
    reader.build(jobs=jobs)
    assert "Feast" not in names(reader)
