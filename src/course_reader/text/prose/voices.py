"""Who speaks in a report: verbs of saying with their subjects, quotations with their speakers; English only.

The rules are cautious. If the subject of a verb is neither a name nor a pronoun that can mean only one person, no
speaker is given; if a sentence has more than one speaker, its quotations have none.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from course_reader.text.prose.sentence import blocks, sentences_between
from course_reader.text.prose.verbs import reporting_verbs
from course_reader.text.wordlists import DAYS, MONTHS

#: the speaker of words that a text attributes to the report itself
REPORT = "the report"
PERSON = "people"


@dataclass(frozen=True, slots=True)
class Speaker:
    """A mention of an entry that may speak."""

    entry: str
    #: the kind of the entry
    kind: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Speech:
    """A verb of saying and its speakers: ids of entries, or `REPORT`; empty if it is not certain who speaks."""

    start: int
    end: int
    speakers: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Quotation:
    """Words between quotation marks; speakers as in `Speech`."""

    start: int
    end: int
    text: str
    speakers: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Voices:
    """All speech found in a text, in text order."""

    speeches: tuple[Speech, ...]
    quotations: tuple[Quotation, ...]


_SAYING = sorted((form for verb in reporting_verbs() for form in verb.finite), key=len, reverse=True)
_VERB = re.compile(rf"\b(?:{'|'.join(_SAYING)})\b")
#: verbs of saying only when a quotation follows
_CALLING = frozenset({"called", "calls"})
#: verbs that may precede their subject
_INVERTED = frozenset({"said", "says", "added", "adds", "asked", "asks", "wrote", "writes", "replied", "replies"})

_BETWEEN = re.compile(
    r"(?:\s+(?:has|had|have|also|then|later|already|often|once|again|earlier|since|still|now|first|[a-z]+ly))*\s+\Z"
)
_PRONOUN = re.compile(r"(?<![\w'’-])([Hh]e|[Ss]he|[Ii]t)\Z")
_ITSELF = re.compile(r"\b[Tt]he (?:report|article)\Z")
#: after or before a quotation: the words are the report's own
_AFTER = re.compile(r"[”\"»’]\s?,?\s*(?:as |in )the (?:report|article)\b")
_BEFORE = re.compile(r"\b[Ii]n the (?:report|article)['’]s words?,?\s*[“\"«‘]\Z")
_CLAUSE = re.compile(r",\s+(?:who|which)\b[^.;:“”\"]*,\Z")
_ACCORDING = re.compile(r"\b[Aa]ccording to\s+")

_TITLE = re.compile(
    r"(?:[A-Z][\w'’.-]*|president|prime|minister|foreign|deputy|defence|defense|leader|secretary|chancellor|general|"
    r"spokesman|spokeswoman|former|the|a|an)\s+\Z"
)
_OPEN = re.compile(
    r"(?:\A|[,;:(—–“\"«‘-]|[,.!?…][”\"»’]|\b(?:and|but|that|as|while|when|because|if|whether|"
    r"where|what|how|though|although|or|after|before|since|until))\s*\Z"
)
_WHEN = re.compile(
    rf"\A(?:Earlier|Later|Last|This|On|In|Early|Late|Yesterday|Today|But|And|Yet|Still|Then|Also)(?: \w+){{0,3}}?"
    rf"(?: (?:year|month|week|day|{'|'.join(sorted(DAYS | MONTHS))}|\d{{1,4}}))?\s+\Z"
)
_AND = re.compile(r"\s+and\s+\Z")

_MARKS = re.compile(
    r"“(?P<a>[^“”\"]+)”|\"(?P<b>[^\"“”]+)\"|«(?P<c>[^«»]+)»|„(?P<d>[^„“”]+)[“”]|(?<!\w)‘(?P<e>[^‘’]+(?:’\w[^‘’]*)*)’(?!\w)"
    # A closing mark before a word, which newspapers print by mistake, opens a quotation.
    r"|(?<!\S)”(?=\w)(?P<f>[^“”\"]+)”"
)
#: "claimed some 30,000 lives" claims nothing
TAKING_LIVES = re.compile(
    r"\bclaim(?:s|ed|ing)?\s+(?:(?:some|about|nearly|over|more than|at least|the)\s+)*(?:\d|(?:lives|life|victims)\b)"
)


@dataclass
class _State:
    """The last speaker, as far as known."""

    speakers: tuple[str, ...] = ()
    #: from here on, another person named may be the one that a pronoun means
    since: int = 0
    block: int = -2
    sentence: tuple[int, int] = (0, 0)
    #: whether somebody unknown has spoken in the current block
    unknown: bool = field(default=False)


def voices(text: str, names: Iterable[Speaker]) -> Voices:
    """Find out who says what in a text.

    >>> heard = voices("“It rains,” Ann Lee said.", [Speaker("ann-lee", "people", 12, 19)])
    >>> [(quotation.text, quotation.speakers) for quotation in heard.quotations]
    [('It rains,', ('ann-lee',))]

    Args:
        text: Blocks separated by blank lines.
        names: The mentions in it, in text order (code points); events and terms are ignored, since they cannot
            speak.
    """
    speakers = [name for name in names if name.kind not in ("events", "terms")]
    return _Listener(text, speakers).listen()


class _Listener:
    def __init__(self, text: str, names: Sequence[Speaker]) -> None:
        self.text = text
        self.names = names
        self.persons = [name for name in names if name.kind == PERSON]
        self.by_end = {name.end: name for name in names}
        self.state = _State()

    def listen(self) -> Voices:
        speeches: list[Speech] = []
        quotations: list[Quotation] = []
        for number, (start, end) in enumerate(blocks(self.text)):
            marks = _quoted(self.text, start, end)
            self.state.unknown = False
            found: dict[tuple[int, int], list[Speech]] = {}
            for sentence in sentences_between(self.text, start, end):
                found[sentence] = list(self._speeches(sentence, number, (start, end), marks))
                speeches += found[sentence]
            quotations += self._quotations(marks, found)
        return Voices(tuple(speeches), tuple(quotations))

    # --- verbs

    def _speeches(
        self, sentence: tuple[int, int], block: int, bounds: tuple[int, int], marks: list[tuple[int, int]]
    ) -> Iterator[Speech]:
        first, last = sentence
        for start, end, word in self._signs(first, last):
            if any(a <= start < b for a, b in marks):
                continue
            if word in _CALLING and not any(end <= a < last for a, _ in marks):
                continue
            speakers = self._subject(start, end, word, sentence, block, bounds)
            yield Speech(start, end, speakers)
            self._remember(speakers, end, block, sentence)

    def _signs(self, first: int, last: int) -> Iterator[tuple[int, int, str]]:
        """Verbs of saying, and "according to", in order."""
        verbs = _VERB.finditer(self.text, first, last)
        found = [(m.start(), m.end(), m.group()) for m in verbs if not self._takes_lives(m)]
        found += [(m.start(), m.end(), "") for m in _ACCORDING.finditer(self.text, first, last)]
        return iter(sorted(found))

    def _takes_lives(self, verb: re.Match[str]) -> bool:
        return TAKING_LIVES.match(self.text, verb.start()) is not None

    def _remember(self, speakers: tuple[str, ...], end: int, block: int, sentence: tuple[int, int]) -> None:
        # The person spoken to, named right after the verb, is not the next "he".
        spoken_to = self._starting_at(end)
        since = spoken_to.end if spoken_to else end
        self.state = _State(speakers, since, block, sentence, self.state.unknown or not speakers)

    def _subject(
        self, start: int, end: int, word: str, sentence: tuple[int, int], block: int, bounds: tuple[int, int]
    ) -> tuple[str, ...]:
        first, _ = sentence
        if not word:
            name = self._starting_at(end - 1)
            return (name.entry,) if name else ()
        gap = _BETWEEN.search(self.text, first, start)
        at = gap.start() if gap else start
        before = self.text[first:at]
        pronoun = _PRONOUN.search(before)
        if pronoun:
            return self._meant(pronoun[1].lower(), first + pronoun.start(), sentence, block, bounds)
        if _ITSELF.search(before):
            return (REPORT,)
        named = self._named_before(first, at)
        if named:
            return named
        if word in _INVERTED and before[-1:] in ',”"»’':
            name = self._starting_at(end)
            return (name.entry,) if name else ()
        return ()

    def _named_before(self, first: int, at: int) -> tuple[str, ...]:
        """The names that end at a position and are the subject of what follows."""
        name = self.by_end.get(at) or self._before_clause(first, at)
        if name is None or name.start < first:
            return ()
        chain = [name]
        while joined := _AND.search(self.text, first, chain[0].start):
            other = self.by_end.get(joined.start())
            if other is None or other.start < first:
                break
            chain.insert(0, other)
        return tuple(n.entry for n in chain) if self._opens_clause(first, chain[0].start) else ()

    def _before_clause(self, first: int, at: int) -> Speaker | None:
        """The name before a clause in commas: "Putin, who met Aliyev, said"."""
        inside = [name for name in self.names if first <= name.start]
        return next((name for name in inside if _CLAUSE.match(self.text, name.end, at)), None)

    def _opens_clause(self, first: int, start: int) -> bool:
        """Whether a name, with its titles, begins a clause and so cannot be the object of another verb."""
        before = self.text[first:start]
        while title := _TITLE.search(before):
            if _OPEN.search(before) or _WHEN.match(before):
                return True
            before = before[: title.start()]
        return _OPEN.search(before) is not None or _WHEN.match(before) is not None

    def _starting_at(self, end: int) -> Speaker | None:
        """The name that follows a word directly or after titles."""
        following = next((name for name in self.names if name.start > end), None)
        if following is None:
            return None
        gap = self.text[end : following.start]
        while title := _TITLE.search(gap):
            gap = gap[: title.start()]
        return following if gap.strip() == "" and "\n\n" not in self.text[end : following.start] else None

    def _meant(
        self, pronoun: str, at: int, sentence: tuple[int, int], block: int, bounds: tuple[int, int]
    ) -> tuple[str, ...]:
        """The speaker that a pronoun means, if it can mean only one."""
        state = self.state
        people = {name.entry for name in self.persons}
        if pronoun == "it":
            same = state.sentence == sentence and len(state.speakers) == 1
            return state.speakers if same and not set(state.speakers) & {*people, REPORT} else ()
        if len(state.speakers) == 1 and state.speakers[0] in people and block - state.block <= 1:
            others = {n.entry for n in self.persons if state.since <= n.start < at} - set(state.speakers)
            if not others:
                return state.speakers
        here = [n for n in self.persons if bounds[0] <= n.start < at]
        owns = any(self.text[n.end : n.end + 2] in ("'s", "’s") for n in here)
        only = {n.entry for n in here}
        return tuple(only) if len(only) == 1 and not owns and not state.unknown else ()

    # --- quoted words

    def _quotations(
        self, marks: list[tuple[int, int]], found: dict[tuple[int, int], list[Speech]]
    ) -> Iterator[Quotation]:
        before: tuple[int, tuple[str, ...]] | None = None
        for start, end in marks:
            speakers = self._speaker_of(start, end, found)
            if not speakers and before and self.text[before[0] : start - 1].strip(' .!?…”"’»') == "":
                # Only quotations in between: the same person goes on speaking.
                speakers = before[1] if not self._spoken(start, end, found) else ()
            yield Quotation(start, end, self.text[start:end], speakers)
            closing = next((last for first, last in found if first <= end < last), end + 1)
            before = (closing, speakers) if speakers else None

    def _speaker_of(self, start: int, end: int, found: dict[tuple[int, int], list[Speech]]) -> tuple[str, ...]:
        if _AFTER.match(self.text, end) or _BEFORE.search(self.text, max(0, start - 60), start):
            return (REPORT,)
        said = self._spoken(start, end, found)
        different = {speech.speakers for speech in said}
        return said[0].speakers if len(different) == 1 else ()

    def _spoken(self, start: int, end: int, found: dict[tuple[int, int], list[Speech]]) -> list[Speech]:
        """The verbs of saying in the sentences that a quotation is part of."""
        return [speech for (a, b), said in found.items() if a <= end and start <= b for speech in said]


def _quoted(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """The spans between quotation marks in a block; straight marks count only in pairs."""
    pairs = text.count('"', start, end) % 2 == 0
    found = []
    for match in _MARKS.finditer(text, start, end):
        name = match.lastgroup or "a"
        inside = match[name]
        if (name != "b" or pairs) and any(c.isalnum() for c in inside) and inside == inside.strip():
            found.append(match.span(name))
    return found
