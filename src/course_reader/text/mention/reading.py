"""One pass over a text from left to right: who is named in full decides what shorter names mean later."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from course_reader.text.fold import Folded
from course_reader.text.mention.actors import country_is_meant, government_is_meant
from course_reader.text.mention.bearers import Bearers, has_office
from course_reader.text.mention.beside.bearing import bearing
from course_reader.text.mention.beside.company import why_not
from course_reader.text.mention.beside.families import Family, family_of
from course_reader.text.mention.beside.homes import Homes
from course_reader.text.mention.beside.quiet import is_quiet
from course_reader.text.mention.capitals import is_headline, is_ordinary
from course_reader.text.mention.context import Sort, Surroundings
from course_reader.text.mention.evidence import is_dateline, place_is_meant, why_unsure
from course_reader.text.mention.found import Ambiguous, Findings, Mention, OpenName, TurnedDown
from course_reader.text.mention.names import Name
from course_reader.text.mention.people import People
from course_reader.text.mention.reasons import WhyNot
from course_reader.text.mention.search import Hit
from course_reader.text.mention.settle import Applied, Settled, Span, overlaps
from course_reader.text.mention.spellings import Style
from course_reader.text.mention.weak import also_word, judge, opens_as_word, shows_place
from course_reader.text.wordlists import known_places, sections

#: reasons that make somebody or something without an entry known by the name
_STRANGERS = (WhyNot.INSIDE_PERSON, WhyNot.INITIALS, WhyNot.OTHER_OFFICE)
#: what comes before a country that is a place; a quick test before the thorough one
_PLACE_WORDS = frozenset(sections("evidence")["before_country"])


class Reading:
    """The reading of one text.

    Args:
        people: What the index knows of people's names.
        homes: What it knows of institutions.
        kinds: The kind of each entry.
        text: The text as it was given.
        folded: The same, folded.
        day: The article's day.
        skip: Ranges in which nothing is found, sorted and merged.
        hits: All names that occur.
    """

    def __init__(
        self, people: People, homes: Homes, kinds: dict[str, str], text: str, folded: Folded, day: date | None,
        skip: list[Span], hits: list[Hit],
    ) -> None:  # fmt: skip
        self.people, self.homes, self.kinds = people, homes, kinds
        self.text, self.folded, self.day, self.skip = text, folded, day, skip
        self.hits = [hit for hit in hits if hit.names]
        self.known = [bearing(hit.names) for hit in self.hits]
        self.context = Surroundings(
            folded.text,
            {hit.start for hit in self.hits},
            {hit.end for hit in self.hits},
            {hit.start for hit, known in zip(self.hits, self.known, strict=True) if known.has_short},
            {hit.start for hit, known in zip(self.hits, self.known, strict=True) if known.family is Family.PLAIN_BODY},
        )
        self.in_full = {entry for known in self.known for entry in known.in_full}
        self.bearers = Bearers(folded.text, day)
        self._at: dict[Span, Hit] = {}
        self._by_name: dict[Name, list[Hit]] = {}
        self.mentions: list[Mention] = []
        self.ambiguous: list[Ambiguous] = []
        self.questions: list[OpenName] = []
        self.turned_down: list[TurnedDown] = []

    def read(self, chosen: Iterable[Hit], places: Iterable[Applied], unmatched: Iterable[Settled]) -> Findings:
        """Go through the names and settled places in text order."""
        steps: list[tuple[int, int, Hit | Settled]] = [
            *((hit.start, hit.end, hit) for hit in chosen),
            *((place.start, place.end, place.line) for place in places),
        ]
        for start, end, what in sorted(steps, key=lambda step: step[:2]):
            if isinstance(what, Settled):
                self._settled(start, end, what)
            elif what.names:
                self._named(what)
        return Findings(
            tuple(self.mentions), tuple(self.ambiguous), tuple(self.questions), tuple(unmatched),
            tuple(self.turned_down),
        )  # fmt: skip

    def _settled(self, start: int, end: int, line: Settled) -> None:
        span = self.folded.span(start, end)
        words = self.text[slice(*span)]
        if line.entry is None:
            self.turned_down.append(TurnedDown(words, *span, (), WhyNot.SETTLED))
            return
        if self.people.is_full(line.entry, self.folded.text[start:end]):
            self.bearers.name(line.entry, start)
        self.mentions.append(Mention(line.entry, self.kinds.get(line.entry, ""), words, *span, line))

    def _named(self, hit: Hit) -> None:
        """Decide about one name."""
        span = self.folded.span(*hit.span)
        if self.skip and overlaps(span, self.skip):
            for name in hit.names:
                if name.full and not name.metonym:
                    self.bearers.name(name.entry, hit.start)
            return
        known = bearing(hit.names)
        names = list(hit.names)
        if not (known.is_calm and self._is_quiet(hit, known.family)):
            start = self._widened(hit) if known.has_short else hit.start
            if start != hit.start:
                span = self.folded.start(start), span[1]
            reasons = {name: self._why_not(hit, name, start) for name in hit.names}
            names = [name for name, reason in reasons.items() if reason is None]
            if not names:
                self._turn_down(hit, span, reasons)
                return
        elif known.plain:
            self._one(hit, span, known.plain)
            return
        names, reason = self._in_force(names)
        stranger = self._stranger(hit, names)
        if reason or stranger:
            self._turn_down(hit, span, dict.fromkeys(hit.names, reason or WhyNot.OTHER_BEARER))
        elif any(name.metonym for name in names):
            self._metonym(hit, span, names)
        elif stranger is None:
            self._ask(span, names)
        else:
            self._plain(hit, span, names)

    # --- what speaks against a name

    def _is_quiet(self, hit: Hit, family: Family) -> bool:
        """Whether nothing can speak against a name."""
        text = self.folded.text
        if hit.style is not Style.PLAIN or text[hit.start : hit.end] in self.bearers.strangers:
            return False
        return is_quiet(text, hit.start, hit.end, family)

    def _why_not(self, hit: Hit, name: Name, start: int) -> WhyNot | None:
        """The reason why a name is not meant, whoever else may bear it."""
        if hit.style is Style.CAPITALS:
            if name.kind == "places" and is_dateline(self.folded.text, *hit.span):
                return None
            if also_word(name) or not is_headline(self.context, *hit.span):
                return WhyNot.CAPITALS
        elif name.text.isupper() and is_ordinary(self.context, *hit.span, name.text):
            return WhyNot.COMMON_WORD
        if name.kind == "people" and start == hit.start and (reason := self.people.why_not(self.context, hit, name)):
            return reason
        reason = self.homes.why_not(self.context, hit.start, name) or why_not(self.context, start, hit.end, name)
        if reason is WhyNot.INSIDE_ORGANISATION and self.homes.forgives(self.context, hit.start, name):
            reason = None
        is_own = start != hit.start or (name.kind == "people" and self.context.left(hit.start)[1] is Sort.INITIAL)
        # An initial that fits, or the rest of a name that was widened, is no stranger's.
        if reason and not (is_own and reason is WhyNot.INSIDE_PERSON and self.context.right(hit.end)[1] is Sort.SMALL):
            return reason
        if name.kind == "people" and not name.full:
            word, sort = self.context.left(hit.start)
            if sort is Sort.TITLE and has_office(name, word) is False:
                return WhyNot.OTHER_OFFICE
        if also_word(name):
            is_sure = self._is_sure(hit, name)
            return judge(self.context, hit.start, hit.end, name, is_named=name.entry in self.in_full, is_sure=is_sure)
        if opens_as_word(self.context, hit.start, hit.end, name):
            return WhyNot.COMMON_WORD
        return self._country(hit, name)

    def _country(self, hit: Hit, name: Name) -> WhyNot | None:
        """Whether a government is named like its country, and the country is meant."""
        if name.kind != "organisations" or name.metonym or name.text not in known_places("countries"):
            return None
        if any(other.kind == "places" for other in hit.names):
            return None
        if self.context.left(hit.start)[0].lower() not in _PLACE_WORDS:
            return None
        return WhyNot.COUNTRY if place_is_meant(self.folded.text, hit.start, hit.end, self._is_place) else None

    def _is_sure(self, hit: Hit, name: Name) -> bool:
        """Whether another place in the text shows that a name means its entry."""
        text = self.folded.text
        if not self._by_name:
            for other in self.hits:
                for bearer in other.names:
                    self._by_name.setdefault(bearer, []).append(other)
        return any(
            other.start != hit.start
            and not self.context.opens_sentence(text[other.start], other.start)
            and self._is_meant(other, name)
            for other in self._by_name[name]
        )

    def _is_meant(self, hit: Hit, name: Name) -> bool:
        """Whether a name that is also something else is meant, by the words around it alone."""
        if why_not(self.context, *hit.span, name):
            return False
        return judge(self.context, *hit.span, name, is_named=name.entry in self.in_full, is_sure=False) is None

    def _in_force(self, names: list[Name]) -> tuple[list[Name], WhyNot | None]:
        """The names whose metonyms are in use at the article's day."""
        if self.day is None:
            return names, None
        kept = [name for name in names if not name.metonym or name.in_force(self.day)]
        return kept, None if kept else WhyNot.OTHER_TIME

    def _stranger(self, hit: Hit, names: list[Name]) -> bool | None:
        """Whether somebody without an entry has the name; None if that is possible."""
        if not self.bearers.strangers:
            return False
        if any(family_of(name) not in (Family.SURNAME, Family.PLACE, Family.PLAIN_BODY) for name in names):
            return False
        words = self.folded.text[hit.start : hit.end]
        answer = self.bearers.stranger_has(words, hit.start, frozenset(name.entry for name in names))
        if answer is False:
            return False
        if self._has_office(hit, names):
            return False
        if any(name.kind == "places" for name in names):
            return not (self._is_place_meant(hit) or shows_place(self.context, *hit.span))
        return answer

    def _has_office(self, hit: Hit, names: list[Name]) -> bool:
        """Whether the office before a name is one that its bearer has had."""
        word, sort = self.context.left(hit.start)
        return sort is Sort.TITLE and any(has_office(name, word) for name in names)

    def _is_place_meant(self, hit: Hit) -> bool:
        """Whether the words around a name show that a place is meant."""
        return place_is_meant(self.folded.text, *hit.span, self._is_place)

    # --- what becomes of it

    def _turn_down(self, hit: Hit, span: Span, reasons: dict[Name, WhyNot | None]) -> None:
        entries = tuple(dict.fromkeys(name.entry for name in hit.names))
        reason = next(reason for reason in reasons.values() if reason)
        self.turned_down.append(TurnedDown(self.text[slice(*span)], *span, entries, reason))
        words = self.folded.text[hit.start : hit.end]
        comma = reason is WhyNot.INSIDE_PLACE and self.folded.text[hit.end : hit.end + 1] == ","
        body = reason is WhyNot.INSIDE_ORGANISATION and any(family_of(name) is Family.PLAIN_BODY for name in hit.names)
        if reason in _STRANGERS or comma or body:
            self.bearers.meet(words, hit.start)

    def _metonym(self, hit: Hit, span: Span, names: list[Name]) -> None:
        """The place, its government, or a question with the likelier one first."""
        plain = [name for name in names if not name.metonym]
        bodies = list(dict.fromkeys(name.entry for name in names if name.metonym))
        text = self.folded.text
        has_place = any(name.kind == "places" for name in plain)
        if has_place and self._is_place_meant(hit):
            self._plain(hit, span, plain)
        elif len(bodies) == 1 and government_is_meant(text, *hit.span):
            self.mentions.append(Mention(bodies[0], self.kinds.get(bodies[0], ""), self.text[slice(*span)], *span))
        elif has_place and names[0].text in known_places("countries") and country_is_meant(text, *hit.span):
            self._plain(hit, span, plain)
        else:
            reason = why_unsure(text, *hit.span)
            places = list(dict.fromkeys(name.entry for name in plain))
            entries = [*bodies, *places] if reason != why_unsure("", 0, 0) else [*places, *bodies]
            self._question(span, tuple(entries), reason)

    def _question(self, span: Span, entries: tuple[str, ...], reason: str) -> None:
        self.questions.append(OpenName(self.text[slice(*span)], *span, entries, reason))

    def _plain(self, hit: Hit, span: Span, names: list[Name]) -> None:
        """Record a mention of the one entry that can be meant, or report the name as ambiguous."""
        entry = self.bearers.decide(names, hit.start)
        if entry is None:
            self._ask(span, names)
            return
        if any(name.full for name in names if name.entry == entry):
            self.bearers.name(entry, hit.start)
        self.mentions.append(Mention(entry, self.kinds.get(entry, ""), self.text[slice(*span)], *span))

    def _one(self, hit: Hit, span: Span, name: Name) -> None:
        """Record a mention of the only entry that has a name."""
        if name.full:
            self.bearers.name(name.entry, hit.start)
        self.mentions.append(Mention(name.entry, name.kind, self.text[span[0] : span[1]], *span))

    def _ask(self, span: Span, names: list[Name]) -> None:
        entries = tuple(sorted({name.entry for name in names}))
        self.ambiguous.append(Ambiguous(self.text[slice(*span)], *span, entries))

    def _widened(self, hit: Hit) -> int:
        """Where a person's name starts if the text adds an initial that the glossary does not have ("Ada B. Quill")."""
        starts = [
            self.people.start_with_initials(self.context, hit, n)
            for n in hit.names
            if n.kind == "people" and not n.full
        ]
        return min((start for start in starts if start is not None), default=hit.start)

    def _is_place(self, start: int, end: int) -> bool:
        if not self._at:
            self._at = {hit.span: hit for hit in self.hits}
        hit = self._at.get((start, end))
        return hit is not None and bool(hit.names) and all(n.kind == "places" and not n.metonym for n in hit.names)
