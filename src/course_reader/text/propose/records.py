"""What is looked through, and what comes of it. All offsets are code points of the text as it was passed in."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from course_reader.text.mention.settle import Span


@dataclass(frozen=True, slots=True)
class SourceText:
    """A text to look through."""

    #: how the text is called: an article's slug
    name: str
    #: blocks separated by blank lines
    text: str
    day: date | None = None
    language: str = "en"
    #: mentions of entries that exist, and what is not searched
    taken: tuple[Span, ...] = ()
    #: bodies that the front matter names: the outlet and the agency
    bodies: tuple[str, ...] = ()
    #: the place in the dateline
    dateline: str = ""
    #: start, end and number of each paragraph
    paragraphs: tuple[tuple[int, int, int], ...] = ()

    def paragraph_at(self, offset: int) -> int | None:
        """The number of the paragraph that contains a character."""
        return next((number for start, end, number in self.paragraphs if start <= offset < end), None)


@dataclass(frozen=True, slots=True)
class Evidence:
    """A sentence in which a candidate is named."""

    text: str
    paragraph: int | None
    sentence: str


@dataclass(frozen=True, slots=True)
class ProposedEntry:
    """Somebody or something that texts name and no entry explains."""

    #: the name that would head an entry
    name: str
    #: people, places, agreements, organisations, events or terms
    kind: str
    #: other names by which an entry would be found, the most frequent first
    aliases: tuple[str, ...] = ()
    #: names that mean it only here and there: a capital for its government
    metonyms: tuple[str, ...] = ()
    #: descriptions that mean it in these texts ("the Armenian prime minister"); they are counted, and no names
    descriptions: tuple[str, ...] = ()
    #: names in other languages, by tag
    names: dict[str, tuple[str, ...]] = field(default_factory=dict)
    #: the texts that name it
    texts: tuple[str, ...] = ()
    mentions: int = 0
    evidence: tuple[Evidence, ...] = ()
    #: what the texts say of it, as a draft of a gloss; "" if they say nothing
    gloss: str = ""
    #: more that the texts say, by key of an entry: `date`, `place`, `parties`
    facts: dict[str, str | tuple[str, ...]] = field(default_factory=dict)

    @property
    def rank(self) -> tuple[int, int, str]:
        """A sort key: what most readers meet comes first."""
        return -len(self.texts), -self.mentions, self.name.casefold()
