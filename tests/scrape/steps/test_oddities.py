"""What is taught comes before what is known in general, in copied texts and in saved pages."""

from __future__ import annotations

from scrape.made_up import OTHER, SENTENCE, draft

from course_reader.model.outlets.taught import TaughtOutlet
from course_reader.scrape.forms.form import RawInput
from course_reader.scrape.lines.taught import teaching
from course_reader.scrape.scrape import scrape_all
from course_reader.scrape.steps.oddities import take_oddities

COURIER = TaughtOutlet(
    "The Estvik Courier",
    domains=("courier.example",),
    titles=("KURIER | {title}",),
    bylines=("-> {name} <-", "+ {name} +"),
    dates=("{day}/{month}/{year} o",),
    furniture=("The boat of the day: *",),
)
LINES = ["KURIER | Ferry Sails Again", "-> Lena Marsh <-", "5/6/2023 o", SENTENCE, "The boat of the day: Anna", OTHER]


def test_nothing_is_taken_without_teaching() -> None:
    made = draft(*LINES)
    take_oddities(made)
    assert len(made.segments) == len(LINES)


def test_each_line_goes_to_its_field() -> None:
    made = draft(*LINES)
    with teaching([COURIER], None):
        take_oddities(made)
    assert [segment.plain for segment in made.segments] == ["Ferry Sails Again", SENTENCE, OTHER]
    assert [(item.field, item.value) for item in made.found] == [("byline", "Lena Marsh"), ("date", "2023-06-05")]
    assert [item.text for item in made.removed] == [LINES[0], LINES[4]]


def test_a_copied_text_needs_no_question() -> None:
    text = "\n\n".join([*LINES, "https://courier.example/ferry"])
    (got,) = scrape_all(RawInput(text, "a.txt"), [COURIER])
    assert (got.title, got.byline, got.date) == ("Ferry Sails Again", "Lena Marsh", "2023-06-05")
    assert got.outlet == "The Estvik Courier"
    assert not {item.field for item in got.unsure} & {"title", "byline", "date", "outlet"}
    assert [block.text for block in got.blocks] == [SENTENCE, OTHER]


def test_a_line_that_looks_like_an_item_is_matched_with_its_bullet() -> None:
    (got,) = scrape_all(RawInput(f"Ferry Sails\n\n+ Lena Marsh +\n\n{SENTENCE}\n\nThe Estvik Courier"), [COURIER])
    assert got.byline == "Lena Marsh"


def test_in_a_saved_page_too() -> None:
    shown = "".join(f"<p>{line.replace('<-', '&lt;-').replace('->', '-&gt;')}</p>" for line in LINES[1:])
    page = (
        f"<html><head><title>x</title></head><body><nav>courier.example</nav><h1>{LINES[0]}</h1>{shown}</body></html>"
    )
    (got,) = scrape_all(RawInput(page, "a.html"), [COURIER])
    assert (got.title, got.byline, got.date) == ("Ferry Sails Again", "Lena Marsh", "2023-06-05")
    assert [block.text for block in got.blocks] == [SENTENCE, OTHER]
