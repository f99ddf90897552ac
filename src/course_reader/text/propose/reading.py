"""The texts made ready: folded, with what is taken already blotted out."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from course_reader.text.fold import Folded, fold
from course_reader.text.mention.settle import Span
from course_reader.text.propose.records import Evidence, SourceText
from course_reader.text.prose.sentence import sentence_around

_SMALL = re.compile(r"(?<![\w'-])[^\W\d_]+(?![\w'])")
#: stands in for each character that belongs to a mention
BLOT = "|"


@dataclass(frozen=True, slots=True)
class ReadText:
    """A text, folded."""

    source: SourceText
    #: without what is taken
    folded: Folded

    @property
    def text(self) -> str:
        """The folded text without what is taken."""
        return self.folded.text

    @property
    def language(self) -> str:
        """The language without its region."""
        return self.source.language.partition("-")[0].lower()

    def evidence(self, start: int, end: int) -> Evidence:
        """The sentence around a stretch of the folded text."""
        first, last = self.folded.span(start, end)
        at = sentence_around(self.source.text, first, last)
        sentence = " ".join(self.source.text[slice(*at)].split())
        return Evidence(self.source.name, self.source.paragraph_at(first), sentence)


def read(sources: Iterable[SourceText]) -> list[ReadText]:
    """The texts made ready."""
    return [ReadText(source, fold(_blotted(source.text, source.taken))) for source in sources]


def small_words(texts: Iterable[ReadText]) -> frozenset[str]:
    """The words that texts write with a small letter."""
    return frozenset(word for text in texts for word in _SMALL.findall(text.text) if word.islower())


def _blotted(text: str, spans: Sequence[Span]) -> str:
    pieces: list[str] = []
    done = 0
    for start, end in sorted(spans):
        if end > done:
            start = max(start, done)
            pieces += [text[done:start], BLOT * (end - start)]
            done = end
    return "".join([*pieces, text[done:]])
