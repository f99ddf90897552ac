"""One pass over a text in a language other than English."""

from __future__ import annotations

from course_reader.text.languages.language import Language
from course_reader.text.mention.beside.abroad import why_not
from course_reader.text.mention.beside.families import Family
from course_reader.text.mention.beside.neighbours import Neighbours
from course_reader.text.mention.capitals import is_headline
from course_reader.text.mention.context import Sort
from course_reader.text.mention.evidence import is_dateline, why_unsure
from course_reader.text.mention.names import Name
from course_reader.text.mention.reading import Reading
from course_reader.text.mention.reasons import WhyNot
from course_reader.text.mention.search import Hit
from course_reader.text.mention.settle import Span
from course_reader.text.mention.spellings import Style
from course_reader.text.mention.words import starts_sentence

#: how much of a text before a name is looked at
_REACH = 60


class ReadingAbroad(Reading):
    """A reading that asks the record of a language instead of the rules for English."""

    language: Language
    near: Neighbours

    def in_language(self, language: Language) -> ReadingAbroad:
        """The same reading, with its language."""
        text = self.folded.text
        # A name that has taken an ending is known up to its end.
        self.context.ends = {language.whole_word(text, *hit.span, hit.names[0].fold_case) for hit in self.hits}
        self.language, self.near = language, Neighbours(language, self.context)
        return self

    def _is_quiet(self, hit: Hit, family: Family) -> bool:
        return False

    def _widened(self, hit: Hit) -> int:
        return hit.start

    def _why_not(self, hit: Hit, name: Name, start: int) -> WhyNot | None:
        """The reason why a name is not meant, whoever else may bear it."""
        if hit.style is Style.CAPITALS:
            is_placed = name.kind == "places" and is_dateline(self.folded.text, *hit.span)
            return None if is_placed or is_headline(self.context, *hit.span) else WhyNot.CAPITALS
        is_initialled = name.kind == "people" and not name.full and self.near.left(hit.start)[1] is Sort.INITIAL
        if is_initialled and (reason := self.people.why_not(self.context, hit, name)):
            return reason
        return why_not(self.near, hit.start, hit.end, name)

    def _is_place_meant(self, hit: Hit) -> bool:
        """Whether a preposition or an ending shows that a place is meant."""
        text = self.folded.text
        if self.language.at_place.search(text[max(0, hit.start - _REACH) : hit.start]):
            return True
        stop = self.language.whole_word(text, *hit.span, False)
        follows = (
            text[hit.end : stop] if stop > hit.end else "" if self.language.has_case else text[hit.end : hit.end + 3]
        )
        return self.language.place_ending.match(follows) is not None

    def _is_government_meant(self, hit: Hit) -> bool:
        """Whether a name begins a sentence, and a verb of governments follows."""
        text = self.folded.text
        return self.language.acts.match(text, hit.end) is not None and starts_sentence(text, hit.start)

    def _metonym(self, hit: Hit, span: Span, names: list[Name]) -> None:
        """The place, its government, or a question."""
        plain = [name for name in names if not name.metonym]
        bodies = list(dict.fromkeys(name.entry for name in names if name.metonym))
        if any(name.kind == "places" for name in plain) and self._is_place_meant(hit):
            self._plain(hit, span, plain)
        elif len(bodies) == 1 and self._is_government_meant(hit):
            self._one(hit, span, next(name for name in names if name.metonym))
        else:
            entries = tuple(dict.fromkeys([*(name.entry for name in plain), *bodies]))
            self._question(span, entries, why_unsure("", 0, 0))

    def _has_office(self, hit: Hit, names: list[Name]) -> bool:
        return False
