"""Mentions: the stretches of a text that name glossary entries.

Pure and fast: automata search for all names at once, and the rules on the manual's page on mentions then decide
which matches count. Nothing here depends on Markdown, documents or Sphinx.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from functools import cached_property

from ahocorasick_rs import AhoCorasick, Implementation

from course_reader.text.fold import Folded, fold, fold_case, fold_name
from course_reader.text.mention.company import Company
from course_reader.text.mention.evidence import place_is_meant, why_unsure
from course_reader.text.mention.found import Ambiguous, Findings, Mention, OpenName
from course_reader.text.mention.names import Name, spellings
from course_reader.text.mention.settle import Applied, Paragraph, Settled, Span, overlaps, settle
from course_reader.text.mention.words import stands_alone

#: the records are exported here too, so that callers need only one module
__all__ = ["Ambiguous", "Findings", "Mention", "NameIndex", "OpenName", "Settled"]


#: start, end, and the names found there; none for a blocker
Hit = tuple[int, int, tuple[Name, ...]]


class NameIndex:
    """All names of a glossary, ready to be searched for.

    Args:
        names: The names; several may share a spelling.
        blockers: Proper names without an entry, such as those of newspapers; nothing is found inside them.
    """

    def __init__(self, names: Iterable[Name], blockers: Iterable[str] = ()) -> None:
        self._names = tuple(dict.fromkeys(names))
        self._blockers = tuple(dict.fromkeys(blockers))
        exact: dict[str, list[Name]] = {fold_name(text): [] for text in self._blockers if fold_name(text)}
        cased: dict[str, list[Name]] = {}
        for name in self._names:
            for spelling in spellings(name):
                table, key = (cased, fold_case(spelling)) if name.fold_case else (exact, spelling)
                bearers = table.setdefault(key, [])
                if name not in bearers:
                    bearers.append(name)
        self._exact, self._exact_bearers = _automaton(exact)
        self._cased, self._cased_bearers = _automaton(cased)
        self._kinds = {name.entry: name.kind for name in self._names}
        self._full = {(name.entry, fold_name(name.text)) for name in self._names if name.full and not name.metonym}

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

        Returns:
            Mentions, ambiguous names, questions and unmatched settled lines, with spans in code points of `text`.
        """
        folded = fold(text)
        hits = self._hits(folded.text)
        chosen = _leftmost_longest(hits)
        closed = _merged(skip)
        places, unmatched = settle(folded, settled, paragraphs, closed, [hit[:2] for hit in chosen])
        if places:
            fixed = [(place.start, place.end) for place in places]
            chosen = _leftmost_longest([hit for hit in hits if not overlaps(hit[:2], fixed)])
        return _Reading(self, text, folded, date, closed, hits).read(chosen, places, unmatched)

    def kind(self, entry: str) -> str:
        """The kind of an entry; "" if no name of it is in the index."""
        return self._kinds.get(entry, "")

    def is_full(self, entry: str, folded_text: str) -> bool:
        """Whether a folded text is one of the entry's full names."""
        return (entry, folded_text) in self._full

    @cached_property
    def initials(self) -> dict[str, frozenset[str]]:
        """The first letters of each person's full names."""
        found: dict[str, set[str]] = {}
        for name in self._names:
            folded = fold_name(name.text)
            if name.kind == "people" and " " in folded:
                found.setdefault(name.entry, set()).add(folded[0])
        return {entry: frozenset(letters) for entry, letters in found.items()}

    def _hits(self, text: str) -> list[Hit]:
        """All names that occur as whole words, overlapping ones included, by start, the longest first."""
        found: dict[Span, tuple[Name, ...]] = {}
        if self._exact:
            for pattern, start, end in self._exact.find_matches_as_indexes(text, overlapping=True):
                if stands_alone(text, start, end):
                    found[start, end] = self._exact_bearers[pattern]
        if self._cased:
            for pattern, start, end in self._cased.find_matches_as_indexes(fold_case(text), overlapping=True):
                if stands_alone(text, start, end):
                    found[start, end] = found.get((start, end), ()) + self._cased_bearers[pattern]
        return [(*span, found[span]) for span in sorted(found, key=lambda span: (span[0], -span[1]))]


class _Reading:
    """One pass over a text from left to right: names given in full decide what shorter ones mean later."""

    def __init__(
        self, index: NameIndex, text: str, folded: Folded, day: date | None, skip: list[Span], hits: list[Hit]
    ) -> None:
        self.index, self.text, self.folded, self.day, self.skip = index, text, folded, day, skip
        self.bearers = {hit[:2]: hit[2] for hit in hits}
        self.company = Company(
            folded.text,
            {start for start, _, names in hits if names},
            {end for _, end, names in hits if names},
        )
        self.named_in_full: set[str] = set()
        self.mentions: list[Mention] = []
        self.ambiguous: list[Ambiguous] = []
        self.questions: list[OpenName] = []

    def read(self, chosen: list[Hit], places: list[Applied], unmatched: list[Settled]) -> Findings:
        """Go through the names and settled places in text order."""
        steps: list[tuple[int, int, tuple[Name, ...] | Settled]] = [
            *chosen,
            *((place.start, place.end, place.line) for place in places),
        ]
        for start, end, what in sorted(steps, key=lambda step: step[:2]):
            if isinstance(what, Settled):
                self._settled(start, end, what)
            elif what:
                self._named(start, end, what)
        return Findings(tuple(self.mentions), tuple(self.ambiguous), tuple(self.questions), tuple(unmatched))

    def _settled(self, start: int, end: int, line: Settled) -> None:
        if line.entry is None:
            return
        if self.index.is_full(line.entry, self.folded.text[start:end]):
            self.named_in_full.add(line.entry)
        first, last = self.folded.span(start, end)
        kind = self.index.kind(line.entry)
        self.mentions.append(Mention(line.entry, kind, self.text[first:last], first, last))

    def _named(self, start: int, end: int, names: tuple[Name, ...]) -> None:
        span = self.folded.span(start, end)
        hidden = bool(self.skip) and overlaps(span, self.skip)
        bearers = [name for name in names if self._may_bear(name, start, end)]
        plain = [name for name in bearers if not name.metonym]
        if len(plain) < len(bearers) and not hidden and not self._means_place(plain, start, end):
            entries = dict.fromkeys(name.entry for name in [*plain, *bearers])
            reason = why_unsure(self.folded.text, start, end)
            self.questions.append(OpenName(self.text[slice(*span)], *span, tuple(entries), reason))
        elif plain:
            self._plain(plain, span, hidden=hidden)

    def _plain(self, bearers: list[Name], span: Span, *, hidden: bool) -> None:
        """Record a mention of the one entry that can be meant, or report the name as ambiguous."""
        entry = self._decide(bearers)
        words = self.text[slice(*span)]
        if entry is not None:
            if any(name.full for name in bearers if name.entry == entry):
                self.named_in_full.add(entry)
            if not hidden:
                self.mentions.append(Mention(entry, self.index.kind(entry), words, *span))
        elif not hidden:
            entries = tuple(sorted({name.entry for name in bearers}))
            self.ambiguous.append(Ambiguous(words, *span, entries))

    def _decide(self, bearers: list[Name]) -> str | None:
        """The entry that a name means; None if there are several and nothing to decide by."""
        entries = {name.entry for name in bearers}
        if len(entries) == 1:
            return entries.pop()
        if named := entries & self.named_in_full:
            return named.pop() if len(named) == 1 else None
        if self.day is None:
            return None
        in_force = {name.entry for name in bearers if name.in_force(self.day)}
        return in_force.pop() if len(in_force) == 1 else None

    def _may_bear(self, name: Name, start: int, end: int) -> bool:
        """Whether the words around a match allow this name, rather than a longer one that it is part of."""
        company = self.company
        if company.is_another_name(start, end, name.kind) or company.is_joined(start, end, name.kind):
            return False
        if name.kind == "terms":
            return not company.is_in_title(start, end)
        if name.kind != "people" or name.full or " " in name.text:
            return True
        if initial := company.initial_before(start):
            return initial in self.index.initials.get(name.entry, initial)
        return not company.is_another_person(start, end)

    def _means_place(self, plain: list[Name], start: int, end: int) -> bool:
        """Whether a name that is also a metonym means the place itself."""
        places = [name for name in plain if name.kind == "places"]
        return bool(places) and place_is_meant(self.folded.text, start, end, self._is_place)

    def _is_place(self, start: int, end: int) -> bool:
        names = self.bearers.get((start, end), ())
        return bool(names) and all(name.kind == "places" and not name.metonym for name in names)


def _automaton(table: dict[str, list[Name]]) -> tuple[AhoCorasick | None, list[tuple[Name, ...]]]:
    """An automaton over the keys of a table, and the names that each pattern belongs to."""
    bearers = [tuple(names) for names in table.values()]
    if not table:
        return None, bearers
    return AhoCorasick(list(table), implementation=Implementation.ContiguousNFA, store_patterns=False), bearers


def _leftmost_longest(hits: list[Hit]) -> list[Hit]:
    """The longest match at each place, from left to right, without overlaps."""
    chosen: list[Hit] = []
    free_from = 0
    for hit in hits:
        if hit[0] >= free_from:
            chosen.append(hit)
            free_from = hit[1]
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
