"""Turns a raw text into the parts of an article. Pure: no files, no network, no Sphinx."""

from __future__ import annotations

import re

from course_reader.scrape import language, resolve, tail
from course_reader.scrape.draft import Draft
from course_reader.scrape.evidence import Kind
from course_reader.scrape.forms import matter
from course_reader.scrape.forms.lines import Decoded, clean, decode, split_lines
from course_reader.scrape.forms.markdown import looks_like_markdown
from course_reader.scrape.head import read_head
from course_reader.scrape.paragraphs import build
from course_reader.scrape.records import ArticleBlock, Scraped
from course_reader.scrape.segments import group
from course_reader.scrape.sweep import sweep

_HTML = re.compile(r"\s*(?:<!--.{0,2000}?-->\s*)*<(?:!doctype\s+html|html|head|body)\b", re.I | re.S)


def scrape(raw: str | bytes, *, filename: str = "") -> Scraped:
    """Separate a raw text into the fields and paragraphs of an article.

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
    decoded = decode(raw)
    name = filename.lower()
    if name.endswith((".html", ".htm", ".xhtml")) or _HTML.match(decoded.text[:8000]):
        from course_reader.scrape.forms.html import read_page

        return _scrape(*read_page(decoded))
    text, notes = clean(decoded.text, entities=True)
    markdown = name.endswith((".md", ".markdown")) or looks_like_markdown(text)
    draft = Draft([], markdown=markdown, notes=[*decoded.notes, *notes])
    lines = matter.take_front_matter(draft, split_lines(text))
    draft.segments, draft.joined, width = group(lines, markdown=markdown)
    if width is not None:
        draft.notes.append(f"lines wrapped at about {width} columns were joined into paragraphs")
    return _scrape(draft, decoded)


def _scrape(draft: Draft, decoded: Decoded) -> Scraped:
    sweep(draft)
    read_head(draft)
    tail.take_body_dateline(draft)
    tail.take_tail(draft)
    tail.take_pictures(draft)
    tail.take_days_in_text(draft, 12)
    return _result(draft, build(draft), decoded)


def _result(draft: Draft, blocks: list[ArticleBlock], decoded: Decoded) -> Scraped:
    title = resolve.one(draft, Kind.TITLE)
    url = resolve.url(draft)
    agency = resolve.agency(draft)
    outlet = resolve.outlet(draft, url, agency)
    date = resolve.printed(draft, url, outlet)
    tag = draft.language
    if tag is None:
        tag, sure = language.detect("\n".join(block.text for block in blocks) + "\n" + (title or ""))
        if not sure and draft.clues.get(Kind.LANGUAGE):
            tag = draft.clues[Kind.LANGUAGE][0].value
        elif not sure:
            draft.ask(
                Kind.LANGUAGE, f"Is the language of the text “{tag}”?" if tag else "Which language is the text in?"
            )
    return Scraped(
        title=title,
        date=date,
        outlet=outlet,
        agency=agency,
        byline=resolve.byline(draft),
        dateline=resolve.one(draft, Kind.DATELINE),
        caption=draft.captions[0] if draft.captions else None,
        captions=tuple(draft.captions),
        credit=draft.credits[0] if draft.credits else None,
        credits=tuple(draft.credits),
        url=url,
        language=tag,
        blocks=tuple(blocks),
        found=tuple(sorted(draft.found, key=lambda item: item.line)),
        removed=tuple(sorted(draft.removed, key=lambda item: item.line)),
        joined=tuple(sorted(draft.joined, key=lambda item: item.line)),
        unsure=tuple(draft.unsure),
        encoding=decoded.encoding,
        notes=tuple(draft.notes),
    )
