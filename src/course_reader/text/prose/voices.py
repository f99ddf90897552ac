"""Who speaks in a report: verbs of saying with their subjects, and quoted words with their speakers; English only.

It says less than a reader would. Where the subject of a verb is not a name or a pronoun that can mean one person
only, nobody is named; where a sentence has more than one speaker, its quoted words have none.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from course_reader.text.prose.sentence import blocks, sentences_between
from course_reader.text.wordlists import DAYS, MONTHS

#: the speaker of words that a text gives as those of the report that it retells
REPORT = "the report"
PERSON = "people"


@dataclass(frozen=True, slots=True)
class Name:
    """A mention, as far as it can speak."""

    entry: str
    #: the kind of its entry
    kind: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Speech:
    """A verb of saying. Speakers are ids of entries, or `REPORT`; none if it is not certain who speaks."""

    start: int
    end: int
    speakers: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Quotation:
    """Words in quotation marks, without these; speakers as in `Speech`."""

    start: int
    end: int
    text: str
    speakers: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Voices:
    """Everything that is said in a text, in its order."""

    speeches: tuple[Speech, ...]
    quotations: tuple[Quotation, ...]


_SAYING = (
    "said says say told tells added adds claimed claims announced announces admitted admits repeated repeats warned "
    "warns insisted insists argued argues explained explains declared declares wrote writes implied implies promised "
    "promises denied denies stressed stresses asked asks replied replies confirmed confirms suggested suggests "
    "complained complains accused accuses criticised criticizes criticized criticises demanded demands acknowledged "
    "acknowledges conceded concedes reported reiterated reiterates stated went+on goes+on recalled predicted "
    "called calls"
)
_VERB = re.compile(rf"\b(?:{'|'.join(_SAYING.split()).replace('+', ' ')})\b")
#: those say something only where quoted words follow
_CALLING = frozenset({"called", "calls"})
#: those may stand before their subject
_INVERTED = frozenset({"said", "says", "added", "adds", "asked", "asks", "wrote", "writes", "replied", "replies"})

_BETWEEN = re.compile(
    r"(?:\s+(?:has|had|have|also|then|later|already|often|once|again|earlier|since|still|now|first|[a-z]+ly))*\s+\Z"
)
_PRONOUN = re.compile(r"(?<![\w'’-])([Hh]e|[Ss]he|[Ii]t)\Z")
_ITSELF = re.compile(r"\b[Tt]he (?:report|article)\Z")
#: behind quoted words, or before them: they are the report's own
_BEHIND = re.compile(r"[”\"»’]\s?,?\s*(?:as |in )the (?:report|article)\b")
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
)


@dataclass
class _State:
    """What is known of who spoke last."""

    speakers: tuple[str, ...] = ()
    #: whoever is named behind this point may be meant by a pronoun
    since: int = 0
    block: int = -2
    sentence: tuple[int, int] = (0, 0)
    #: the first place in the current block where somebody spoke who is not known
    unknown: bool = field(default=False)


def voices(text: str, names: Iterable[Name]) -> Voices:
    """Who says what in a text.

    Args:
        text: Blocks separated by blank lines.
        names: The mentions in it, in order; of an event or a term nobody expects to speak.
    """
    speakers = [name for name in names if name.kind not in ("events", "terms")]
    return _Listener(text, speakers).listen()


class _Listener:
    def __init__(self, text: str, names: Sequence[Name]) -> None:
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
        found = [(m.start(), m.end(), m.group()) for m in _VERB.finditer(self.text, first, last)]
        found += [(m.start(), m.end(), "") for m in _ACCORDING.finditer(self.text, first, last)]
        return iter(sorted(found))

    def _remember(self, speakers: tuple[str, ...], end: int, block: int, sentence: tuple[int, int]) -> None:
        # Who is spoken to, right behind the verb, does not become the next "he".
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
        if word in _INVERTED and before.rstrip()[-1:] in ',”"»’':
            name = self._starting_at(end)
            return (name.entry,) if name else ()
        return ()

    def _named_before(self, first: int, at: int) -> tuple[str, ...]:
        """The names that end at a place and are the subject of what follows."""
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

    def _before_clause(self, first: int, at: int) -> Name | None:
        """The name before a clause in commas: "Putin, who met Aliyev, said"."""
        inside = [name for name in self.names if first <= name.start and name.end < at]
        return next((name for name in inside if _CLAUSE.match(self.text, name.end, at)), None)

    def _opens_clause(self, first: int, start: int) -> bool:
        """Whether a name, with its titles, begins a clause: then it is no object of another verb."""
        before = self.text[first:start]
        while title := _TITLE.search(before):
            if _OPEN.search(before) or _WHEN.match(before):
                return True
            before = before[: title.start()]
        return _OPEN.search(before) is not None or _WHEN.match(before) is not None

    def _starting_at(self, end: int) -> Name | None:
        """The name that follows a word, with titles before it."""
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
        """Whom a pronoun means, if it can mean one only."""
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
                # Nothing but quoted words since: the same voice goes on.
                speakers = before[1] if not self._spoken(start, end, found) else ()
            yield Quotation(start, end, self.text[start:end], speakers)
            closing = next((last for first, last in found if first <= end < last), end + 1)
            before = (closing, speakers) if speakers else None

    def _speaker_of(self, start: int, end: int, found: dict[tuple[int, int], list[Speech]]) -> tuple[str, ...]:
        if _BEHIND.match(self.text, end) or _BEFORE.search(self.text, max(0, start - 60), start):
            return (REPORT,)
        said = self._spoken(start, end, found)
        different = {speech.speakers for speech in said}
        return said[0].speakers if len(different) == 1 else ()

    def _spoken(self, start: int, end: int, found: dict[tuple[int, int], list[Speech]]) -> list[Speech]:
        """The verbs of saying in the sentences that hold some quoted words."""
        return [speech for (a, b), said in found.items() if a <= end and start <= b for speech in said]


def _quoted(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """The spans between quotation marks in a block; straight ones only where they pair up."""
    pairs = text.count('"', start, end) % 2 == 0
    found = []
    for match in _MARKS.finditer(text, start, end):
        name = match.lastgroup or "a"
        inside = match[name]
        if (name != "b" or pairs) and any(c.isalnum() for c in inside) and inside == inside.strip():
            found.append(match.span(name))
    return found
