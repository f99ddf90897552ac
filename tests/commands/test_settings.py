"""Every setting is honoured by every command that it concerns."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import pytest
from commands.other_settings import ARTICLE, CONF, ENTRY, FONT, Answers, annotated, begun, make_answers, printed

from course_reader.cli import commands
from course_reader.commands.command import named
from course_reader.model.settings import OWN, PREFIX
from course_reader.parts.registry import installed


@pytest.fixture(scope="module")
def answers(tmp_path_factory: pytest.TempPathFactory) -> Answers:
    return make_answers(tmp_path_factory.mktemp("settings"))


def words(page: Any, xpath: str = "//main") -> str:
    """The text of the first element that an XPath finds."""
    return " ".join(page.xpath(xpath)[0].text_content().split())


def links(page: Any) -> list[str]:
    return [str(link) for link in page.xpath("//a/@href")]


def dates(page: Any) -> list[str]:
    """The lines of an article's time line, without their dates."""
    items = page.xpath("//*[@id='in-time']//li")
    return [" ".join(item.text_content().split()).split(" ", 3)[-1] for item in items]


def places(answers: Answers) -> list[dict[str, Any]]:
    """The places that are proposed for the glossary."""
    return [draft for draft in answers.proposed["drafts"] if draft["kind"] == "places"]


LENT = ("--licence", "CC0")

Seen = Callable[[Answers], bool]


def on_pages(seen: Callable[[Callable[[str], Any]], bool]) -> dict[str, Seen]:
    """The same look at the pages of `build` and of `serve`."""
    return {"build": lambda a: seen(a.html), "serve": lambda a: seen(a.live)}


#: setting → command → whether the command's answer shows the setting's value
SEEN: dict[str, dict[str, Seen]] = {
    "corpus": {
        "add article": lambda a: "added texts/new/article.md" in a.after("add", "article", "New"),
        "add note": lambda a: a.after("add", "note", "harbour", "came to")[0].startswith("added texts/harbour/notes/"),
        "add pack": lambda a: "added texts/packs/new.md" in a.after("add", "pack", "New"),
        "import": lambda a: (
            a.imported["articles"][0]["path"].startswith("texts/private/")
            and (a.copy("import") / a.imported["articles"][0]["path"]).is_file()
        ),
        "move": lambda a: "moved texts/harbour to texts/moved" in a.after("move", "harbour", "moved"),
        "check": lambda a: ("rights-expired", f"{ARTICLE}.md") in a.problems,
        "compare": lambda a: list(a.compared) == ["harbour"],
        "mentions": lambda a: a.mentions["article"] == "harbour" and bool(a.mentions["mentions"]),
        "propose": lambda a: [draft["articles"] for draft in places(a)] == [["last"]],
        "notes list": lambda a: a.listed["notes"][0]["path"] == "texts/harbour/notes/me.yaml",
        "notes fix": lambda a: a.fixed["files"] == ["texts/harbour/notes/me.yaml"],
        "notes reanchor": lambda a: [note["article"] for note in a.reanchored["notes"]] == ["harbour"],
        "notes export": lambda a: "texts/harbour" in json.dumps(a.exported),
        "notes import": lambda a: (
            a.annotations["notes"][0]["article"] == "harbour"
            and (a.copy("notes-import") / "texts/harbour/notes/imported.yaml").is_file()
        ),
        "pack": lambda a: [row["title"] for row in a.pack["articles"]] == ["Harbour"],
        "serve": lambda a: annotated(a) == "texts/harbour/notes/panel.yaml",
        "build": lambda a: "Ann Lee came to Oslo" in words(a.html(ARTICLE)),
    },
    "glossary": {
        "add entry": lambda a: "added words/terms/pier.md" in a.after("add", "entry", "term", "pier"),
        "check": lambda a: ("reading-level", f"{ENTRY}.md") in a.problems,
        "compare": lambda a: set(a.compared["harbour"]["names"]) == {"ann-lee", "oslo"},
        "mentions": lambda a: {m["entry"] for m in a.mentions["mentions"]} == {"ann-lee", "oslo"},
        "notes export": lambda a: ENTRY in json.dumps(a.exported),
        "propose": lambda a: [draft["path"] for draft in places(a)] == ["words/places/vardby.md"],
        "glossary export": lambda a: a.after("glossary", "export", str(a.folder / "out"), *LENT)[0].startswith("2 en"),
        "build": lambda a: any("words/people/ann-lee" in link for link in links(a.html(ARTICLE))),
        "serve": lambda a: begun(a) == "words/people/new-person.md",
        "pack": lambda a: "Ann Lee" in a.printed,
    },
    "glossaries": on_pages(lambda page: "A wind." in words(page("words/terms/zephyr"))),
    "background": {
        "check": lambda a: "dangling-background" not in {code for code, _ in a.problems},
        "build": lambda a: "A rascal ruled" in a.printed,
        "serve": lambda a: any("past/history.html#the-old-days" in link for link in links(a.live(ARTICLE))),
    },
    "chapters": {
        "check": lambda a: ("reading-level", "past/history.md") in a.problems,
        **on_pages(lambda page: bool(page("past/history").xpath("//a[contains(@class, 'mention')]"))),
    },
    "gloss": {
        "mentions": lambda a: all(m["glossed"] for m in a.mentions["mentions"] if m["paragraph"]),
        "notes export": lambda a: json.dumps(a.exported).count('"reader:entry": "oslo"') > 1,
        **on_pages(lambda page: len(page(ARTICLE).xpath("//*[starts-with(@id, 'gloss-oslo')]")) > 1),
    },
    "margin": {
        **on_pages(lambda page: not page(ARTICLE).xpath("//*[contains(@class, 'on-demand')]")),
        "check": lambda a: all(gloss["margin"] for gloss in a.margin[0]["glosses"]),
    },
    "link_entries": on_pages(lambda page: not page(ENTRY).xpath("//p//a[contains(@class, 'mention')]")),
    "search_in": {
        "mentions": lambda a: any(m["paragraph"] is None for m in a.mentions["mentions"]),
        **on_pages(lambda page: bool(page(ARTICLE).xpath("//h1/a[contains(@class, 'mention')]"))),
    },
    "not_names": {
        "propose": lambda a: all("Opera" not in draft["name"] for draft in a.proposed["drafts"]),
        "mentions": lambda a: (
            "Oslo" not in a.mentions["mentions"][-1]["text"]
            or [m["entry"] for m in a.mentions["mentions"]].count("oslo") == 3
        ),
    },
    "outlets": {
        "import": lambda a: (
            [a.imported["articles"][0][key] for key in ("outlet", "byline")] == ["The Isle", "Eva Lund"]
        ),
        "compare": lambda a: bool(a.compared),
    },
    "loaded_words": {"check": lambda a: ("loaded-word", "past/history.md") in a.problems},
    "sides": {"check": lambda a: ("balance", "docs/balance.txt") in a.problems},
    "level": {"check": lambda a: ("reading-level", "texts/later/article.md") in a.problems},
    "known_words": {"check": lambda a: all("jurisprudence" not in row["hard"] for row in a.levels)},
    "audience": {
        **on_pages(lambda page: "Ann Lee came to Oslo" in words(page(ARTICLE))),
        "pack": lambda a: a.pack["articles"][0]["pages"] is not None,
        "publish zip": lambda a: "reader_audience = 'class'" in a.refused("publish", "zip"),
        "publish imscc": lambda a: "reader_audience = 'class'" in a.refused("publish", "imscc"),
        "publish pages": lambda a: "reader_audience = 'class'" in a.refused("publish", "pages"),
    },
    "book_without": {"build": lambda a: "past/history.xhtml" not in a.book},
    "epub_pack": {"build": lambda a: {n for n in a.book if n.startswith("texts/")} == {"texts/harbour/article.xhtml"}},
    "time_before": on_pages(lambda page: dates(page("texts/later/article")) == ["This article", "Last"]),
    "time_after": on_pages(lambda page: dates(page(ARTICLE)) == ["This article", "Later"]),
    "map": on_pages(lambda page: any("past/atlas" in link for link in links(page("words/places/oslo")))),
    "map_note": on_pages(lambda page: "No line on this map is final" in words(page("past/atlas"))),
    "packs": {
        "build": lambda a: (
            "_build/class/printed/autumn-class.pdf" in a.outputs
            and any(link.endswith("autumn-class.pdf") for link in links(a.html("texts/packs/autumn")))
        ),
        "pack": lambda a: bool(a.pack) and (a.copy("pack") / "_build/class/printed/autumn-class.pdf").is_file(),
    },
    "pdf_editions": {
        "build": lambda a: (
            [name for name in a.outputs if "winter" in name]
            == [
                "_build/class/printed/winter-large-1-harbour-class.pdf",
                "_build/class/printed/winter-large-class.pdf",
            ]
        )
    },
    "pdf_readings": {"build": lambda a: "_build/class/printed/autumn-1-harbour-class.pdf" in a.outputs},
    "pdf_template": {"build": lambda a: "our own template" in " ".join(printed(a).texts)},
    "pdf_fonts": {"build": lambda a: FONT is None or "DejaVuSerif" in str(printed(a).fonts)},
    "pdf_serif": {"build": lambda a: "DejaVu Serif" in a.printed},
    "pdf_size": {"build": lambda a: "13.5" in a.printed},
    "today": {
        "check": lambda a: ("rights-expired", f"{ARTICLE}.md") in a.problems,
        "pack": lambda a: a.pack["articles"][0]["expires"] == "1 January 2030",
    },
}
for setting in SEEN:
    SEEN[setting]["settings"] = lambda a, name=setting: _as_written(a.settings[PREFIX + name], name)  # type: ignore[misc]

#: tested where parts are
ELSEWHERE = {"parts"}
#: it depends on the reader's parts only
UNCONCERNED = {"schema"}
ALL = (*OWN, *(setting for part in installed() for setting in part.settings))


def _as_written(value: Any, name: str) -> bool:
    namespace: dict[str, Any] = {}
    exec(CONF, namespace)
    return bool(value == namespace[PREFIX + name])


def test_every_setting_is_looked_at() -> None:
    assert {*SEEN, *ELSEWHERE} == {setting.name for setting in ALL}
    in_reader = {name for name, command in named(commands()) if command.in_reader and not command.parts}
    assert {command for seen in SEEN.values() for command in seen} == in_reader - UNCONCERNED


def test_no_setting_has_its_default() -> None:
    namespace: dict[str, Any] = {}
    exec(CONF, namespace)
    assert [setting.name for setting in ALL if namespace.get(PREFIX + setting.name) == setting.default] == []


@pytest.mark.parametrize(
    ("setting", "command"), [(setting, command) for setting, seen in SEEN.items() for command in seen]
)
def test_a_setting_is_honoured(setting: str, command: str, answers: Answers) -> None:
    assert SEEN[setting][command](answers)
