"""The page of a test, which works without a script: an answer is closed until one opens it.

With a script it says whether a choice is right, counts, and remembers in this browser only.
"""

from __future__ import annotations

from collections.abc import Iterator
from html import escape

from course_reader.pages.markup import Html, Linker, box, joined, span
from course_reader.parts.questions.self_test import SelfTest, Tried
from course_reader.parts.questions.values import ANSWER
from course_reader.speech import say

_TITLE = "Test yourself"
_LEAD = (
    "Answer from memory, then look at the answer. What you choose and write stays in this browser; nobody else sees it."
)


def offer(test: SelfTest, links: Linker) -> Iterator[Html]:
    """The link from an article's page; an e-book has no such page."""
    if not links.is_book:
        count = len(test.questions)
        words = f"{_TITLE}: {count} question{'' if count == 1 else 's'} with answers"
        yield box("p", links.link(test.docname, words), classes=("self-test-link",))


def page(test: SelfTest, links: Linker) -> tuple[str, Html]:
    """The title and the body of a test."""
    body = joined(
        box("p", _TITLE, classes=("reader-kicker",)),
        box("h1", test.title),
        box("p", joined("On ", links.link(test.of, test.title), ". ", _LEAD), classes=("self-test-lead",)),
        box(
            "ol",
            *(_question(question, links) for question in test.questions),
            classes=("self-test", "no-search"),
            data_test=test.docname,
        ),
    )
    return f"{_TITLE}: {test.title}", body


def _question(question: Tried, links: Linker) -> Html:
    rows = [box("div", question.text, classes=("self-test-text",), id=f"q-{question.key}")]
    if question.choices:
        choices = (_choice(question, number, text) for number, text in enumerate(question.choices))
        rows.append(box("div", *choices, role="radiogroup", aria_labelledby=f"q-{question.key}"))
    said = [box("p", question.answer)]
    if question.places:
        places = Html("; ".join(links.link(place.docname, place.title, place.anchor) for place in question.places))
        said.append(box("p", joined(span(ANSWER, "look-up-label"), " ", places, "."), classes=("look-up",)))
    rows.append(box("details", box("summary", say("Show the answer")), *said))
    return box("li", *rows, data_question=question.key)


def _choice(question: Tried, number: int, text: str) -> Html:
    right = ' data-right=""' if text == question.answer else ""
    field = Html(f'<input type="radio" name="{escape(question.key)}" value="{number}"{right} />')
    return box("label", joined(field, " ", span(text)))
