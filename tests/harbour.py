"""A small reader with something of everything that parts show, for tests that go through all parts."""

from __future__ import annotations

from pathlib import Path

from libraries import Shelf, make_shelf
from printed import pack
from readers import article, entry

from course_reader.parts.compare.values import CompareAsked, LabelAsked
from course_reader.parts.lists.values import ArticlesAsked, EntriesAsked
from course_reader.parts.map.values import MapAsked
from course_reader.parts.timeline.values import TimelineAsked

BACKGROUND = """
---
sections: [{anchor: war, years: 1991–1994, short: Two towns fought.}, {anchor: talks}]
---

# Background

(war)=
## The war

Ann Lee fought in Port.

(talks)=
## The talks

They talked.
"""
FILES = {
    "docs/background.md": BACKGROUND,
    "docs/map.md": "# Map\n",
    "glossary/people/ann.md": entry(
        "Ann Lee", "[{to: 2021, text: A sailor.}, {from: 2022, text: A captain.}]", see="[bo]", sources="[life]",
        aliases="[{name: Ann Poe, to: 2021, preferred: true}]", background="[war]", born="1960",
        roles="[{title: Mayor, from: 2000, to: 2021}, {title: Minister, from: 2022, source: life}]",
    ),
    "glossary/people/bo.md": entry("Bo Marsh", prose="Ann Lee knows him."),
    "glossary/places/port.md": entry(
        "Port", coordinates="[54.1, 9.9]", status="[{to: 2021, text: free}, {from: 2022, text: held}]", country="Alda",
        rival_names="[{name: Port, used_by: most}, {name: Haven, used_by: some}]",
    ),
    "glossary/organisations/gazette.md": entry("Gazette", "A paper.", owner="The Lees.", funding="Readers."),
    "glossary/agreements/pact.md": entry("Pact", date="2020-10-06", provisions="[The pier is shared.]"),
    "glossary/events/fair.md": entry("Fair", start="2021-06-15", end="2021-06-16"),
    "glossary/terms/ferry.md": entry("ferry", "A boat."),
    "corpus/one/article.md": article(
        "Ann Lee said “yes” in Port.\n\nThe ferry irked Bo Marsh, who signed the Pact.", title="One",
        date="2021-07-01", outlet="Gazette", byline="Jo Poe", url="https://example.org/one", background="[war, talks]",
        vocabulary="{irk: to annoy}", questions="[{text: What?, answer_in: [port, two, war]}]", before="[Who?]",
        what_happened_next="[{date: 2023, text: It rained., sources: [life]}]",
    ),
    "corpus/two/article.md": article("Ann Lee left Port after the Fair.", title="Two", date="2023-01-01"),
    "corpus/kept/article.md": article("Bo Marsh hid it.", title="Kept", date="2022-01-01").replace("own", "none"),
    "corpus/one/notes/lena.yaml": """
        layer: {title: Lena's notes, audience: public}
        notes:
          - {id: n-00000001, quote: Ann Lee, body: Who?}
          - {id: n-00000002, in_reply_to: n-00000001, body: She.}
          - {id: n-00000003, body: On the whole.}
        """,
    "corpus/packs/both.md": pack("one", "two", title="Both", term="Autumn"),
}  # fmt: skip
LABELS = {
    "war": ("docs/background", "war", "The war"),
    "talks": ("docs/background", "talks", "The talks"),
}
#: what the page with the map asks for: each directive once
ASKED = (
    MapAsked(),
    MapAsked(article="all", number=1),
    TimelineAsked(),
    ArticlesAsked(),
    EntriesAsked(),
    CompareAsked(("one", "two")),
    CompareAsked(("one", "two"), heads=True),
    LabelAsked("one"),
)


def make_harbour(root: Path, files: dict[str, str] = FILES) -> Shelf:
    """The reader in a folder, with a bibliography."""
    return make_shelf(files, root, sources=["life"], labels=LABELS, lists={"docs/map": ASKED})
