"""Where the names of a glossary occur: automata look for all of them at once."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace

from ahocorasick_rs import AhoCorasick, Implementation

from course_reader.text.fold import fold_case, fold_name
from course_reader.text.languages.language import Language
from course_reader.text.mention.names import Name
from course_reader.text.mention.settle import Span
from course_reader.text.mention.spellings import Style, forms, is_safe, without_accents
from course_reader.text.mention.words import stands_alone

#: up to so many forms, a faster automaton is worth its memory
_MANY = 4000


@dataclass(frozen=True, slots=True)
class Hit:
    """Some words that one or more entries are named by; offsets in the folded text."""

    start: int
    end: int
    #: none for a blocker
    names: tuple[Name, ...]
    style: Style = Style.PLAIN

    @property
    def span(self) -> Span:
        """Start and end."""
        return self.start, self.end


class Search:
    """All forms of all names, ready to be searched for.

    Args:
        names: The names; several may share a form.
        blockers: Names without an entry; each is a hit without names.
        signs: Words whose places are wanted as well, though they are no names.
        language: The language of the texts, if it is not English.
    """

    def __init__(
        self,
        names: Sequence[Name],
        blockers: Iterable[str],
        signs: Iterable[str] = (),
        language: Language | None = None,
    ) -> None:
        of_names, of_terms = (
            _in_language(language, is_term) if language else stands_alone for is_term in (False, True)
        )
        exact, cased, bare = _Forms(of_names), _Forms(of_terms), _Forms(of_names)
        self._plain = language.plain if language else _as_it_is
        self._melted = language.melted if language else None
        for sign in signs:
            exact.signs.add(sign)
            exact.add(sign)
        for text in blockers:
            if folded := fold_name(text):
                exact.add(folded)
        for name in names:
            for form, style in forms(name, language):
                text = self._plain(form)
                if name.fold_case:
                    cased.add(fold_case(text), name)
                else:
                    exact.add(text, name, style)
                    if style is Style.PLAIN and is_safe(text):
                        bare.add(without_accents(text), name)
        self._exact, self._cased, self._bare = exact, cased, bare
        for table in (exact, cased, bare):
            table.close()

    def hits(self, text: str) -> tuple[list[Hit], list[int]]:
        """All names that occur as whole words, overlapping ones included, by start, the longest first; and all signs.

        Args:
            text: A folded text.
        """
        found: dict[Span, Hit] = {}
        searched = self._plain(text)
        signs = self._exact.search(searched, text, found)
        self._cased.search(fold_case(searched), text, found)
        if not text.isascii() and (plain := without_accents(text)) != text:
            more: dict[Span, Hit] = {}
            self._bare.search(plain, text, more)
            for span, hit in more.items():
                found.setdefault(span, hit)
        hits = found.values() if self._melted is None else [_without(hit, self._melted, text) for hit in found.values()]
        return sorted(hits, key=_place), signs


def _without(hit: Hit, melted: re.Pattern[str], text: str) -> Hit:
    """A hit without the preposition that its article has melted into."""
    found = melted.match(text, hit.start, hit.end)
    return replace(hit, start=found.end()) if found else hit


def _as_it_is(text: str) -> str:
    return text


def _in_language(language: Language, is_term: bool) -> Callable[[str, int, int], bool]:
    """Whether a span is made of whole words, by the rule of a language."""
    whole_word = language.whole_word
    return lambda text, start, end: whole_word(text, start, end, is_term) >= 0


def _place(hit: Hit) -> tuple[int, int]:
    return hit.start, -hit.end


@dataclass(slots=True)
class _Forms:
    """Forms, the names that each belongs to, and an automaton over them."""

    is_whole: Callable[[str, int, int], bool]
    rows: dict[str, tuple[dict[Name, None], Style]] = field(default_factory=dict)
    signs: set[str] = field(default_factory=set)
    bearers: list[tuple[tuple[Name, ...], Style, bool]] = field(default_factory=list)
    automaton: AhoCorasick | None = None

    def add(self, form: str, name: Name | None = None, style: Style = Style.PLAIN) -> None:
        """Add a form; one that is closer to its name takes the place of one that is further away."""
        names, known = self.rows.get(form, ({}, style))
        if style.value < known.value:
            names = {}
        if style.value <= known.value or not names:
            self.rows[form] = ({**names, **({name: None} if name else {})}, min(style, known, key=lambda s: s.value))

    def close(self) -> None:
        """Make the automaton."""
        self.bearers = [(tuple(names), style, form in self.signs) for form, (names, style) in self.rows.items()]
        if self.rows:
            forms_ = list(self.rows)
            kind = Implementation.DFA if len(forms_) < _MANY else Implementation.ContiguousNFA
            self.automaton = AhoCorasick(forms_, implementation=kind, store_patterns=False)
        self.rows = {}

    def search(self, searched: str, text: str, found: dict[Span, Hit]) -> list[int]:
        """Add the forms that occur in a searched text as whole words of the text that it was made from.

        Returns:
            Where signs start.
        """
        signs: list[int] = []
        if self.automaton is None:
            return signs
        is_whole = self.is_whole
        for pattern, start, end in self.automaton.find_matches_as_indexes(searched, overlapping=True):
            if is_whole(text, start, end):
                names, style, is_sign = self.bearers[pattern]
                if is_sign:
                    signs.append(start)
                    if not names:
                        continue
                before = found.get((start, end))
                if before and names:
                    names, style = (*before.names, *names), min(before.style, style, key=lambda s: s.value)
                found[start, end] = Hit(start, end, names, style)
        return signs
