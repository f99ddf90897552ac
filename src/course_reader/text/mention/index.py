"""Mentions: the stretches of a text that name glossary entries.

Pure and fast: automata search for all names at once (`search`), and the rules on the manual's page on mentions then
decide which matches count (`reading`). Nothing here depends on Markdown, documents or Sphinx.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date

from course_reader.text.fold import fold, without
from course_reader.text.languages.known import base, language_of
from course_reader.text.languages.language import Language
from course_reader.text.mention.abroad import ReadingAbroad
from course_reader.text.mention.beside.homes import Homes
from course_reader.text.mention.dated import DatedTexts
from course_reader.text.mention.found import Ambiguous, Findings, Mention, OpenName, TurnedDown
from course_reader.text.mention.names import Name
from course_reader.text.mention.people import People
from course_reader.text.mention.reading import Reading
from course_reader.text.mention.search import Hit, Search
from course_reader.text.mention.settle import Paragraph, Settled, Span, overlaps, settle

#: the records are exported here too, so that callers need only one module
__all__ = ["Ambiguous", "Findings", "Mention", "NameIndex", "OpenName", "Settled", "TurnedDown"]


class NameIndex:
    """All names of a glossary, ready to be searched for.

    Args:
        names: The names; several may share a spelling.
        blockers: Proper names without an entry, such as those of newspapers; nothing is found inside them.
    """

    def __init__(self, names: Iterable[Name], blockers: Iterable[str] = ()) -> None:
        self._names = tuple(dict.fromkeys(names))
        self._blockers = tuple(dict.fromkeys(blockers))
        self._dated = DatedTexts(self._names)
        self._search = Search(self._names, self._blockers, self._dated.signs)
        self._abroad: dict[str, Search] = {}
        self._people = People(self._names)
        self._homes = Homes(self._names)
        self._kinds = {name.entry: name.kind for name in self._names}

    def __reduce__(self) -> tuple[object, ...]:
        return type(self), (self._names, self._blockers)

    def find(
        self,
        text: str,
        *,
        date: date | None = None,
        paragraphs: Sequence[Paragraph] = (),
        skip: Sequence[Span] = (),
        settled: Sequence[Settled] = (),
        language: str = "en",
    ) -> Findings:
        """Find all mentions in a text.

        >>> names = [Name("Moscow", "moscow", "places"), Name("Nikol Pashinyan", "pashinyan", "people")]
        >>> found = NameIndex(names).find("Nikol Pashinyan flew to Moscow.")
        >>> [(mention.entry, mention.start, mention.end) for mention in found.mentions]
        [('pashinyan', 0, 15), ('moscow', 24, 30)]

        Args:
            text: Plain text whose blocks are separated by blank lines; no span crosses one.
            date: The article's day, which decides between entries that share a name.
            paragraphs: Start, end and number of each paragraph, for settled lines (code points).
            skip: Ranges in which nothing is found (code points). A name that reaches into one is dropped.
            settled: The article's settled lines.
            language: The language of the text, as a BCP-47 tag.

        Returns:
            Mentions, ambiguous names, questions, unmatched settled lines, and what was turned down, with spans in code
            points of `text`.
        """
        abroad = language_of(language)
        folded = without(fold(text), abroad.dropped) if abroad else fold(text)
        hits, months = (self._search_in(abroad) if abroad else self._search).hits(folded.text)
        if months:
            hits = self._dated.among(folded.text, hits, months)
        chosen = _leftmost_longest(hits)
        closed = _merged(skip)
        places, unmatched = settle(folded, settled, paragraphs, closed, [hit.span for hit in chosen])
        if places:
            fixed = [(place.start, place.end) for place in places]
            chosen = _leftmost_longest([hit for hit in hits if not overlaps(hit.span, fixed)])
        given = self._people, self._homes, self._kinds, text, folded, date, closed, hits
        reading = ReadingAbroad(*given).in_language(abroad) if abroad else Reading(*given)
        return reading.read(chosen, places, unmatched)

    def _search_in(self, language: Language) -> Search:
        """What finds the names in a text in another language; made when the first such text is read."""
        if language.tag not in self._abroad:
            names = [*self._names, *governments(self._names)]
            kept = [name for name in names if name.full or base(name.language) in ("", language.tag)]
            self._abroad[language.tag] = Search(kept, self._blockers, language=language)
        return self._abroad[language.tag]

    def kind(self, entry: str) -> str:
        """The kind of an entry; "" if no name of it is in the index."""
        return self._kinds.get(entry, "")

    def is_full(self, entry: str, folded_text: str) -> bool:
        """Whether a folded text is one of the entry's full names."""
        return self._people.is_full(entry, folded_text)


def governments(names: Iterable[Name]) -> Iterable[Name]:
    """The governments that are called like a capital, by the capital's names in other languages too."""
    places: dict[str, list[Name]] = {}
    for name in names:
        if name.kind == "places":
            places.setdefault(name.entry, []).append(name)
    for name in names:
        if name.metonym and name.kind != "places":
            for theirs in places.values():
                if any(place.text == name.text for place in theirs):
                    yield from (replace(name, text=p.text, language=p.language) for p in theirs if p.language)


def _leftmost_longest(hits: list[Hit]) -> list[Hit]:
    """The longest match at each place, from left to right, without overlaps."""
    chosen: list[Hit] = []
    free_from = 0
    for hit in hits:
        if hit.start >= free_from:
            chosen.append(hit)
            free_from = hit.end
    return chosen


def _merged(ranges: Sequence[Span]) -> list[Span]:
    """Ranges in order; overlapping ones are merged, empty ones left out."""
    merged: list[Span] = []
    for start, end in sorted(ranges):
        if end <= start:
            continue
        if merged and start <= merged[-1][1]:
            merged[-1] = merged[-1][0], max(end, merged[-1][1])
        else:
            merged.append((start, end))
    return merged
