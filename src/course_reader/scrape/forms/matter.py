"""Reads the front matter of an imported Markdown file."""

from __future__ import annotations

import re

import yaml

from course_reader.scrape.decoding import TextLine
from course_reader.scrape.draft import Draft
from course_reader.scrape.evidence import Cut, Fact, Where
from course_reader.scrape.lines import dates, outlets
from course_reader.scrape.lines.segments import Segment

#: Names of the fields in the front matter of other programs.
_NAMES = {
    Fact.TITLE: "title headline",
    Fact.DATE: "date published date_published datepublished publish_date published_at",
    Fact.BYLINE: "author authors byline by creator",
    Fact.OUTLET: "source outlet publisher publication site sitename site_name newspaper",
    Fact.AGENCY: "agency",
    Fact.DATELINE: "dateline",
    Fact.CAPTION: "caption image_caption",
    Fact.CREDIT: "credit",
    Fact.URL: "url link canonical source_url original_url permalink",
    Fact.LANGUAGE: "language lang",
}
_KEYS = {key: name for name, keys in _NAMES.items() for key in keys.split()}
_LONGEST = 80
#: As note-taking programs write links: ``[[Jane Doe]]``, ``[[people/jane|Jane Doe]]``.
_WIKI_LINK = re.compile(r"\[\[(?:[^\[\]|]{0,200}\|)?([^\[\]|]{1,200})\]\]")


def take_front_matter(draft: Draft, lines: list[TextLine]) -> list[TextLine]:
    """Read YAML between two lines ``---`` at the top; return the remaining lines."""
    if not lines or lines[0].text != "---":
        return lines
    end = next((n for n, line in enumerate(lines[1 : _LONGEST + 1], 1) if line.text in ("---", "...")), None)
    if end is None:
        return lines
    inner = lines[1:end]
    try:
        values = yaml.safe_load("\n".join(" " * line.indent + line.text for line in inner))
    except (yaml.YAMLError, ValueError):
        return lines
    if not isinstance(values, dict):
        return lines
    for line in inner:
        segment = Segment(line.text, line.text, line.number, line.number, gap=False)
        draft.drop(segment, Cut.FRONT_MATTER)
    by_key = {line.text.partition(":")[0].strip(): line for line in reversed(inner)}
    for key, value in values.items():
        name = _KEYS.get(str(key).strip().lower().replace("-", "_"))
        at = by_key.get(str(key), inner[0])
        if name is not None and value not in (None, ""):
            _note(draft, name, value, Segment(at.text, at.text, at.number, at.number, gap=False))
    return lines[end + 1 :]


def _note(draft: Draft, name: Fact, value: object, segment: Segment) -> None:
    words = ", ".join(str(part) for part in value) if isinstance(value, list) else str(value)
    words = _WIKI_LINK.sub(r"\1", words)
    if "://" in words:
        name = Fact.URL
    where = Where.FRONT_MATTER
    if name == Fact.DATE:
        found = dates.find_dates(words)
        if found:
            draft.clue(Fact.DATE, found[0].iso or "", segment, where, text=words, day=found[0])
    elif name == Fact.LANGUAGE:
        draft.language = words
    elif name == Fact.CAPTION:
        draft.captions.append(words)
    elif name == Fact.CREDIT:
        draft.credits.append(words)
    elif name in (Fact.OUTLET, Fact.AGENCY):
        outlet = outlets.by_name(words)
        field = Fact.AGENCY if outlet is not None and outlet.agency else name
        draft.clue(field, outlet.name if outlet else words, segment, where)
    else:
        draft.clue(name, words, segment, where)
