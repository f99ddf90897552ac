"""What can be counted in a report: words, quotations, speakers, reporting verbs, names. English only."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from course_reader.text.prose.verbs import by_form
from course_reader.text.prose.voices import REPORT, Speaker, Voices, voices


@dataclass(frozen=True, slots=True)
class Counted:
    """The counts of one text; nothing in it but numbers and names."""

    words: int
    paragraphs: int
    #: quotations, and the words in them
    quotations: int
    quoted: int
    #: entry, or `REPORT`, → how often it is the subject of a verb of saying
    speakers: Mapping[str, int]
    #: reporting verb → how often it is used
    verbs: Mapping[str, int]
    #: entry → the names that the text uses for it, and how often each
    names: Mapping[str, Mapping[str, int]]

    def named(self, entry: str) -> int:
        """How often a text names an entry."""
        return sum(self.names.get(entry, {}).values())


def counted(paragraphs: Sequence[str], text: str, names: Iterable[Speaker]) -> Counted:
    """Count.

    >>> names = [Speaker("ann-lee", "people", 12, 19)]
    >>> found = counted(["“It rains,” Ann Lee said."], "“It rains,” Ann Lee said.", names)
    >>> found.words, found.quoted, dict(found.speakers), dict(found.verbs), found.named("ann-lee")
    (5, 2, {'ann-lee': 1}, {'say': 1}, 1)

    Args:
        paragraphs: The numbered paragraphs; their words are counted.
        text: The whole text, with blocks separated by blank lines.
        names: The mentions in it, in text order (code points).
    """
    found = list(names)
    return counted_voices(paragraphs, text, found, voices(text, found))


def counted_voices(paragraphs: Sequence[str], text: str, names: Iterable[Speaker], said: Voices) -> Counted:
    """Count in a text in which it is known who speaks."""
    words: dict[str, Counter[str]] = {}
    for name in names:
        words.setdefault(name.entry, Counter())[" ".join(text[name.start : name.end].split())] += 1
    spoken = [by_form().get(text[speech.start : speech.end].lower()) for speech in said.speeches]
    return Counted(
        words=sum(len(paragraph.split()) for paragraph in paragraphs),
        paragraphs=len(paragraphs),
        quotations=len(said.quotations),
        quoted=sum(len(quotation.text.split()) for quotation in said.quotations),
        speakers=_ordered(Counter(speaker for speech in said.speeches for speaker in speech.speakers)),
        verbs=_ordered(Counter(verb.verb for verb in spoken if verb)),
        names=words,
    )


def _ordered(count: Counter[str]) -> dict[str, int]:
    """The most frequent first."""
    return dict(sorted(count.items(), key=lambda item: (-item[1], item[0])))


__all__ = ["REPORT", "Counted", "counted", "counted_voices"]
