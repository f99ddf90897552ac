"""Turns an input into articles: form → blocks → candidates → decisions → result. Pure: no files, no network."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from course_reader.model.outlets.taught import TaughtOutlet
from course_reader.scrape.decide.article import decide
from course_reader.scrape.draft import Draft
from course_reader.scrape.forms.form import RawInput
from course_reader.scrape.forms.registry import read
from course_reader.scrape.lines.taught import teaching
from course_reader.scrape.records import Scraped, ScrapeError
from course_reader.scrape.steps import tail
from course_reader.scrape.steps.document import find_structure
from course_reader.scrape.steps.head import read_head
from course_reader.scrape.steps.oddities import take_oddities
from course_reader.scrape.steps.paragraphs import build
from course_reader.scrape.steps.sweep import sweep

#: What each step takes out of the blocks that are left, in this order. All note where it went.
_STEPS: tuple[Callable[[Draft], None], ...] = (
    take_oddities,
    sweep,
    read_head,
    find_structure,
    tail.take_body_dateline,
    tail.take_tail,
    tail.take_pictures,
    tail.take_days_in_text,
)
#: For forms that say themselves what is the title, what the byline, and what the text.
_STEPS_OF_RECORDS = (take_oddities, find_structure, tail.take_body_dateline, tail.take_pictures, tail.take_days_in_text)


def scrape(raw: str | bytes, *, filename: str = "") -> Scraped:
    """Separate a raw text into the fields and paragraphs of an article; of several, the first.

    Weak evidence leads to a question in ``unsure``; text that is not in the blocks is in ``found`` or ``removed``.

    Raises:
        ScrapeError: the input is not a text.

    >>> raw = "Bridge Open Again\\n\\nBy Jane Doe\\n\\nOSTRAVEN, May 3, 2023 (Reuters) - The bridge is open."
    >>> article = scrape(raw)
    >>> article.title, article.byline, article.agency, article.dateline, article.date
    ('Bridge Open Again', 'Jane Doe', 'Reuters', 'Ostraven', '2023-05-03')
    >>> [block.text for block in article.blocks]
    ['The bridge is open.']
    >>> article.unsure[0].question
    'The text does not give its web address: what is it?'
    """
    return scrape_all(RawInput(raw, filename))[0]


def scrape_all(source: RawInput, taught: Sequence[TaughtOutlet] = ()) -> tuple[Scraped, ...]:
    """All articles of an input, in its order; at least one.

    Args:
        source: The input.
        taught: Outlets that the reader's settings teach.

    Raises:
        ScrapeError: the input is not a text.
    """
    with teaching(taught, _text_of(source) if taught else None):
        return tuple(_article(draft) for draft in read(source))


def _text_of(source: RawInput) -> str | None:
    """The text of an input; None of a document that has to be opened first."""
    try:
        return source.text
    except ScrapeError:
        return None


def _article(draft: Draft) -> Scraped:
    for step in _STEPS_OF_RECORDS if draft.settled else _STEPS:
        step(draft)
    return decide(draft, build(draft))
