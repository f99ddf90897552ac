"""The words beside a name in a language other than English, and what sort of word each is."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from course_reader.text.languages.language import Language
from course_reader.text.mention.context import Sort, Surroundings
from course_reader.text.mention.words import starts_sentence, word_after, word_before
from course_reader.text.wordlists import SUFFIXES, given_names

_INITIAL = re.compile(r"(?:[^\W\d_]\.-?){1,4}|[^\W\d_]")
_ELIDED = re.compile(r"[^\W\d_]{1,7}'(?=[^\W\d_])")
_WORD = re.compile(r"[^\W\d_][\w'-]*")


@dataclass(slots=True)
class Neighbours:
    """A folded text in a language, and the words beside a position in it."""

    language: Language
    context: Surroundings
    _words: frozenset[str] | None = None
    _found: dict[tuple[int, bool], tuple[str, Sort]] = field(default_factory=dict)

    def left(self, start: int) -> tuple[str, Sort]:
        """The word right before a position, and its sort."""
        if (start, True) not in self._found:
            self._found[start, True] = self._left(start)
        return self._found[start, True]

    def right(self, end: int) -> tuple[str, Sort]:
        """The word right after a position, and its sort."""
        if (end, False) not in self._found:
            self._found[end, False] = self._right(end)
        return self._found[end, False]

    def _left(self, start: int) -> tuple[str, Sort]:
        text = self.context.text
        word = word_before(text, start)
        if not word or (word.endswith(".") and not _INITIAL.fullmatch(word) and starts_sentence(text, start)):
            return "", Sort.SMALL
        return word, self._sort(word, start - 1 - len(word), known=start - 1 in self.context.ends)

    def _right(self, end: int) -> tuple[str, Sort]:
        word = word_after(self.context.text, end)
        if not word:
            return "", Sort.SMALL
        elided = _ELIDED.match(word)
        if elided and elided.end() < len(word):
            return word, Sort.SMALL
        return word, self._sort(word, end + 1, known=end + 1 in self.context.starts)

    def _sort(self, word: str, at: int, *, known: bool) -> Sort:
        """What sort of word begins at a position."""
        language = self.language
        bare = word.rstrip(".")
        if not language.has_case:
            if known:
                return Sort.KNOWN
            if bare in language.given:
                return Sort.GIVEN
            return Sort.INSTITUTION if language.bodies.fullmatch(bare) else Sort.SMALL
        if known:
            return Sort.KNOWN
        if elided := _ELIDED.match(bare):
            bare = bare[elided.end() :]
        if not bare[:1].isupper():
            return Sort.SMALL
        if language.beside.fullmatch(bare if len(bare) > 1 else word) or language.beside.fullmatch(word):
            return Sort.SMALL
        if _INITIAL.fullmatch(word) and (len(bare) > 1 or word != bare):
            return Sort.INITIAL
        opens = starts_sentence(self.context.text, at)
        if (opens or language.nouns_have_capitals) and language.openers.fullmatch(bare):
            return Sort.SMALL
        if language.bodies.fullmatch(bare):
            return Sort.INSTITUTION
        if bare in SUFFIXES or word in ("Jr.", "Sr."):
            return Sort.SUFFIX
        if bare in given_names() or bare in language.given:
            return Sort.GIVEN
        if (opens or language.nouns_have_capitals) and self._is_ordinary(bare):
            return Sort.SMALL
        if len(bare) == 1:
            return Sort.INITIAL
        return Sort.ACRONYM if bare.isupper() and len(bare) < 6 else Sort.OTHER

    def _is_ordinary(self, word: str) -> bool:
        """Whether a capitalised word looks like an ordinary one, or is one elsewhere in the text."""
        if len(word) > 4 and self.language.ordinary.fullmatch(word):
            return True
        return self.has_word(word.lower())

    def has_word(self, word: str) -> bool:
        """Whether the text has a word in exactly this form."""
        if self._words is None:
            self._words = frozenset(_WORD.findall(self.context.text))
        return word in self._words
