"""Primary documents: the articles of a treaty, the clauses of a resolution, the speakers of an interview.

They have no byline, no captions and no furniture, and their short lines are their structure.
"""

from __future__ import annotations

import re
from collections import Counter
from itertools import pairwise

from course_reader.scrape.draft import Draft
from course_reader.scrape.expressions import expression
from course_reader.scrape.lines.segments import Segment, ends_sentence

_NUMBER = r"(?:\d{1,3}|[IVXLC]{1,7}|premier|unique|first|one)(?:[ -]?(?:bis|ter))?"
_ARTICLE = expression(
    r"(?:article|art\.|chapter|section|part|annex|appendix|protocol|title|chapitre|annexe|titre|artikel|kapitel|abschnitt|"
    r"teil|anlage|anhang|artículo|capítulo|sección|anexo|articolo|capitolo|allegato|artigo|artykuł|rozdział|"
    r"статья|глава|раздел|часть|приложение|стаття|розділ|madde|bölüm|maddə|fəsil|bölmə|հոդված|գլուխ|բաժին|mục|điều)"
    rf"\s+{_NUMBER}\s*[.:)։]?(?:\s*[.:–—-]?\s+\S.{{0,90}})?|"
    r"(?:\d{1,3}-\w{1,3}\s+(?:maddə|fəsil)|第[\d一二三四五六七八九十]{1,4}[条條章]).{0,60}",
    re.I,
)
_PART = expression(
    r"preamble|preambule|préambule|präambel|preámbulo|preambolo|преамбула|preambula|başlangıç|նախաբան|"
    r"(?:annex(?:e|es)?|appendix|anlage|приложение|final (?:provisions|act|clauses)|general provisions|"
    r"definitions|dispositions (?:générales|finales)|заключительные положения|общие положения)\.?",
    re.I,
)
#: A line with so many words can be the title of an article.
_TITLE = 9
#: Clauses before the first article or number: so many, each of at least so many characters.
_CLAUSES, _LONG = 2, 20
_SPEAKER = expression(
    r"(?P<who>[^\W\d_a-zа-яёա-ֆ][\w.’'-]{0,24}(?:[ ,]+[\w.’'()-]{1,24}){0,5}?)\s?[:։]\s+(?P<words>\S.*)", re.S
)
_NO_SPEAKER = expression(
    r"(?:note|source|photo|image|correction|update|editor.?s note|read|related|subject|to|from|date|re|tags?|"
    r"фото|источник|quelle|remarque)\b.*",
    re.I,
)
_BRACKETS = expression(r"\s*\([^()]*\)")
#: An interview has so many paragraphs with a speaker, and so many of the same one.
_SPOKEN, _AGAIN = 4, 2


def find_structure(draft: Draft) -> None:
    """Mark articles, clauses and speakers."""
    segments = draft.segments
    _mark_clauses(segments)
    articles = [n for n, segment in enumerate(segments) if _is_article(segment)]
    clauses = sum(_is_clause(segment) for segment in segments)
    draft.document = len(articles) > 1 or (clauses >= _CLAUSES and any(s.kind == "item" for s in segments))
    if draft.document:
        _mark_articles(segments, set(articles))
    mark_speakers(draft)


def _is_article(segment: Segment) -> bool:
    text = segment.plain
    return (
        segment.kind in ("text", "heading")
        and len(text) <= 110
        and _ARTICLE.fullmatch(text) is not None
        and not text.endswith((",", ";"))
        and (len(text.split()) <= 3 or not text.endswith("."))
    )


def _mark_articles(segments: list[Segment], articles: set[int]) -> None:
    """Make headings of the numbers of articles, with the titles below them, and of the names of parts."""
    for position, segment in enumerate(segments):
        if position in articles or (_PART.fullmatch(segment.plain) and segment.kind == "text"):
            segment.kind, segment.level = "heading", 2
        elif position - 1 in articles and _is_title(segments, position):
            segment.kind, segment.level = "heading", 3
        else:
            segment.sealed = segment.sealed or segment.kind == "text"


def _is_title(segments: list[Segment], position: int) -> bool:
    text = segments[position].plain
    return (
        segments[position].kind == "text"
        and len(text.split()) <= _TITLE
        and not ends_sentence(text)
        and text[:1].isupper()
        and position + 1 < len(segments)
    )


def _is_clause(segment: Segment) -> bool:
    text = segment.plain
    return segment.kind == "text" and len(text) >= _LONG and text[:1].isupper() and text[-1:] in ",;"


def _mark_clauses(segments: list[Segment]) -> None:
    """Clauses that each end with a comma are paragraphs of their own; others are joined with what follows."""
    for one, other in pairwise(segments):
        if _is_clause(one) and other.kind == "text" and other.plain[:1].isupper() and other.gap and _is_clause(other):
            one.sealed = other.sealed = True


def mark_speakers(draft: Draft) -> None:
    """Mark who speaks, in interviews and minutes; a single name with a colon is none."""
    found = [(segment, match) for segment in draft.segments if (match := _spoken(segment)) is not None]
    names = Counter(_last_name(match["who"]) for _, match in found)
    again = sum(count >= _AGAIN for count in names.values())
    if len(found) < _SPOKEN or not again or len(names) > max(2, len(found) // 2):
        return
    for segment, match in found:
        segment.speaker, segment.sealed = match["who"], True
    for one, other in pairwise(draft.segments):
        one.sealed = one.sealed or bool(other.speaker)


def _last_name(who: str) -> str:
    """The last word of a name, without the country or the party in brackets."""
    return (_BRACKETS.sub("", who).split() or who.split())[-1].casefold()


def _spoken(segment: Segment) -> re.Match[str] | None:
    if segment.kind != "text" or segment.text[:1] in "*_[":
        return None
    match = _SPEAKER.match(segment.plain)
    if match is None or _NO_SPEAKER.fullmatch(match["who"]) or not segment.text.startswith(match["who"]):
        return None
    return match
