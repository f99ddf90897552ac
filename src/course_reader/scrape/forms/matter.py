"""Reads the front matter of an imported Markdown file."""

from __future__ import annotations

import yaml

from course_reader.scrape import dates, outlets
from course_reader.scrape.draft import Draft
from course_reader.scrape.evidence import Cut, Kind, Where
from course_reader.scrape.forms.lines import TextLine
from course_reader.scrape.segments import Segment

#: Names of the fields in the front matter of other programs.
_NAMES = {
    Kind.TITLE: "title headline",
    Kind.DATE: "date published date_published datepublished publish_date published_at",
    Kind.BYLINE: "author authors byline by creator",
    Kind.OUTLET: "source outlet publisher publication site sitename site_name newspaper",
    Kind.AGENCY: "agency",
    Kind.DATELINE: "dateline",
    Kind.CAPTION: "caption image_caption",
    Kind.CREDIT: "credit",
    Kind.URL: "url link canonical source_url original_url permalink",
    Kind.LANGUAGE: "language lang",
}
_KEYS = {key: name for name, keys in _NAMES.items() for key in keys.split()}
_LONGEST = 80


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


def _note(draft: Draft, name: Kind, value: object, segment: Segment) -> None:
    words = ", ".join(str(part) for part in value) if isinstance(value, list) else str(value)
    if "://" in words:
        name = Kind.URL
    where = Where.FRONT_MATTER
    if name == Kind.DATE:
        found = dates.find_dates(words)
        if found:
            draft.clue(Kind.DATE, found[0].iso or "", segment, where, text=words, day=found[0])
    elif name == Kind.LANGUAGE:
        draft.language = words
    elif name == Kind.CAPTION:
        draft.captions.append(words)
    elif name == Kind.CREDIT:
        draft.credits.append(words)
    elif name in (Kind.OUTLET, Kind.AGENCY):
        outlet = outlets.by_name(words)
        field = Kind.AGENCY if outlet is not None and outlet.agency else name
        draft.clue(field, outlet.name if outlet else words, segment, where)
    else:
        draft.clue(name, words, segment, where)
