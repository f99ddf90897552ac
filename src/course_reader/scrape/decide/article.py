"""The result of an import: what was decided on each field."""

from __future__ import annotations

from course_reader.scrape.decide import resolve
from course_reader.scrape.draft import Draft
from course_reader.scrape.evidence import Fact
from course_reader.scrape.lines import language
from course_reader.scrape.records import ArticleBlock, Scraped


def decide(draft: Draft, blocks: list[ArticleBlock]) -> Scraped:
    """The article of a draft whose steps are done."""
    title = resolve.one(draft, Fact.TITLE)
    url = resolve.url(draft)
    agency = resolve.agency(draft)
    outlet = resolve.outlet(draft, url, agency)
    date = resolve.printed(draft, url, outlet)
    tag = _language(draft, "\n".join(block.text for block in blocks) + "\n" + (title or ""))
    return Scraped(
        title=title,
        date=date,
        outlet=outlet,
        agency=agency,
        byline=resolve.byline(draft),
        dateline=resolve.one(draft, Fact.DATELINE),
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
        encoding=draft.encoding,
        form=draft.form,
        part=draft.part,
        notes=tuple(draft.notes),
    )


def _language(draft: Draft, text: str) -> str | None:
    if draft.language is not None:
        return draft.language
    tag, sure = language.detect(text)
    if not sure and draft.clues.get(Fact.LANGUAGE):
        return draft.clues[Fact.LANGUAGE][0].value
    if not sure:
        question = f"Is the language of the text “{tag}”?" if tag else "Which language is the text in?"
        draft.ask(Fact.LANGUAGE, question)
    return tag
