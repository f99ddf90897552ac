"""Deciding for each imported annotation on its article, its note and its place; nothing is written here."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from typing import Any, Literal

from course_reader.commands.notes.addressed import Addressed, Shelf
from course_reader.commands.notes.noted_articles import LocatedNote
from course_reader.exchange import merge, w3c_selectors, w3c_write
from course_reader.exchange.addresses import normalised
from course_reader.exchange.merge import Arrival
from course_reader.exchange.placing import anchor_of, place
from course_reader.exchange.positions import Pair, pairs
from course_reader.exchange.records import Incoming, LayerInfo, Passage, digest
from course_reader.model.note import Layer, Note
from course_reader.text.anchor import Anchored, State

Result = Literal["new", "changed", "unchanged", "edited here", "not written", "gloss", "elsewhere"]


@dataclass(slots=True)
class ImportOutcome:
    """The result for one annotation."""

    file: str
    incoming: Incoming
    result: Result
    article: str | None = None
    layer: str | None = None
    note: str | None = None
    #: the number of its paragraph
    paragraph: int | None = None
    #: words that could not be placed
    lost: str | None = None
    found: Anchored | None = None
    #: parts that were edited here and changed there
    conflicts: tuple[str, ...] = ()
    #: the note here that it answers could not be found
    parent_missing: bool = False
    #: it was not for everybody where it comes from, and goes to a layer that is
    exposed: bool = False


@dataclass(slots=True)
class LayerPlan:
    """The planned changes to one file of notes."""

    head: LayerInfo
    #: keys of new notes, each with its offset in the text
    new: list[tuple[int, dict[str, Any]]] = field(default_factory=list)
    #: changes by the note's id, each with the note before the change
    changes: dict[str, tuple[Note, dict[str, Any]]] = field(default_factory=dict)


#: an offset after every text
_LAST = 1 << 60


class Inbox:
    """The notes on one article, and the planned changes to them."""

    def __init__(self, article: Addressed) -> None:
        self.article = article
        self.plans: dict[str, LayerPlan] = {}
        self.notes: dict[str, LocatedNote] = {}
        #: note ids by their origins
        self.origins: dict[str, str] = {}
        self.contents: dict[str, str] = {}
        #: the note that each note answers
        self.answers: dict[str, str | None] = {}
        #: the offsets of notes, to keep answers after the notes they answer
        self.starts: dict[str, int] = {}
        for placed in article.noted.notes:
            self._know(placed)

    def _know(self, placed: LocatedNote) -> None:
        note, original = placed.note, placed.note.original or {}
        self.notes.setdefault(placed.id, placed)
        self.answers.setdefault(placed.id, note.in_reply_to)
        self.origins.setdefault(w3c_write.identity(self.article.slug, placed.id), placed.id)
        origin = origin_of(original.get("id"), original.get("source"))
        if origin:
            self.origins.setdefault(origin, placed.id)
        if not origin or str(original.get("id")).startswith("content:"):
            quote = w3c_selectors.lost_place(note).quote
            by = note.by or placed.layer.content.layer.author
            self.contents.setdefault(merge.content_mark(quote, note.body, note.tags, by), placed.id)
        found = placed.found
        self.starts.setdefault(placed.id, found.span[0] if found and found.span else _LAST)

    def head(self, layer: str) -> Layer | None:
        """The description of a layer, if it exists."""
        return next((p.layer.content.layer for p in self.article.noted.notes if p.layer.name == layer), None)

    def known(self, incoming: Incoming) -> str | None:
        """The id of the note that an annotation has become before."""
        if incoming.note_id in self.notes:
            return incoming.note_id
        before = incoming.original or {}
        for name, source in ((incoming.id, incoming.source), (before.get("id"), before.get("source"))):
            if (found := self.origins.get(origin_of(name, source) or "")) is not None:
                return found
        words = next((p.quote for p in incoming.places if p.quote), None)
        return self.contents.get(merge.content_mark(words, incoming.body, incoming.tags, incoming.by))

    def can_answer(self, note: str | None, parent: str | None) -> bool:
        """Whether a note can answer another one: it must not answer itself, not even indirectly."""
        seen: set[str | None] = {None}
        while parent not in seen:
            if parent == note:
                return False
            seen.add(parent)
            parent = self.answers.get(str(parent))
        return True

    def fresh_id(self, incoming: Incoming) -> str:
        """An id for a new note, always the same for the same annotation."""
        if incoming.note_id and incoming.note_id not in self.notes:
            return incoming.note_id
        number = 0
        while True:
            name = "n-" + digest([origin_of(incoming.id, incoming.source), number], 8)
            if name not in self.starts:
                return name
            number += 1

    def plan(self, head: LayerInfo) -> LayerPlan:
        """The planned changes to a layer."""
        plan = self.plans.setdefault(head.name, LayerPlan(head))
        if head.audience == "class":
            # An annotation that was not public restricts a new layer to the class, whatever else is in it.
            plan.head = replace(plan.head, audience="class")
        return plan

    def changes(self, placed: LocatedNote) -> dict[str, Any]:
        """The planned changes to an existing note."""
        info = placed.layer.content.layer
        head = LayerInfo(placed.layer.name, info.title, info.author, info.language, info.audience)
        return self.plan(head).changes.setdefault(placed.id, (placed.note, {}))[1]


def origin_of(name: object, source: object) -> str | None:
    """The identity of an annotation; an incomplete address is combined with its page."""
    if not isinstance(name, str) or not name:
        return None
    if ":" in name or not isinstance(source, str):
        return name
    return name if not name.startswith(("#", "/", ".")) else f"{normalised(source)} {name}"


class Arrivals:
    """Receives the annotations of all files, one after the other."""

    def __init__(self, shelf: Shelf, *, article: str | None = None, layer: str | None = None) -> None:
        self.shelf = shelf
        self.article = article
        self.layer = layer
        self.inboxes = {article.slug: Inbox(article) for article in shelf.articles}
        #: identity → the article and the note that it has become in this run
        self.became: dict[str, tuple[str, str]] = {}
        #: what the file's certain places say of its tool's offsets, by article
        self.offsets: dict[str, tuple[Pair, ...]] = {}

    def take(self, file: str, annotations: Iterable[Incoming]) -> Iterator[ImportOutcome]:
        """Decide on the annotations of a file, parents before their answers."""
        annotations = list(annotations)
        self.offsets = self._offsets(annotations)
        for incoming in annotations:
            outcome = self._take(file, incoming)
            if outcome.article and outcome.note:
                name = origin_of(incoming.id, incoming.source) or incoming.id
                self.became.setdefault(name, (outcome.article, outcome.note))
            yield outcome

    def _take(self, file: str, incoming: Incoming) -> ImportOutcome:
        if incoming.gloss:
            return ImportOutcome(file, incoming, "gloss")
        parents = tuple(p for p in incoming.parents if not self.shelf.book.find(p))
        incoming = replace(incoming, parents=parents)
        tried = () if incoming.circular else parents
        above = next((note for p in tried if (note := self._parent(p, incoming))), None)
        slugs = self._articles(incoming, above)
        if not slugs:
            return ImportOutcome(file, incoming, "elsewhere")
        slug = next((s for s in slugs if self.inboxes[s].known(incoming)), None)
        placed = [(s, *self._placed(incoming, s)) for s in ([slug] if slug else slugs)]
        slug, at, found = next((p for p in placed if p[2] and p[2].state is State.EXACT), placed[0])
        parent = above[1] if above and above[0] == slug else None
        return self._arrive(file, incoming, slug, at, found, parent)

    def _arrive(
        self, file: str, incoming: Incoming, slug: str, at: Passage | None, found: Anchored | None, parent: str | None
    ) -> ImportOutcome:
        inbox = self.inboxes[slug]
        head = self._head(incoming)
        known = inbox.known(incoming)
        if known and not inbox.can_answer(known, parent):
            parent = None
        layer = inbox.notes[known].layer.name if known else head.name
        sure = found.span if found and found.state is State.EXACT else None
        anchor = anchor_of(inbox.article.text, sure) if sure else None
        there = inbox.head(layer)
        author = (there or (inbox.plans[layer].head if layer in inbox.plans else head)).author
        arrival = Arrival(incoming, at, anchor, parent, author)
        outcome = ImportOutcome(
            file,
            incoming,
            "new",
            slug,
            layer,
            known,
            paragraph=anchor.paragraph if anchor else None,
            lost=at.quote if at and at.quote and not anchor else None,
            found=found,
            parent_missing=bool(incoming.parents) and parent is None,
            exposed=bool(known is None and head.audience == "class" and there and there.audience == "public"),
        )
        twin = self.became.get(origin_of(incoming.id, incoming.source) or "")
        if parent in inbox.notes and inbox.notes[parent].note.id is None:
            # An answer names it from now on, so its file has to give its id.
            inbox.changes(inbox.notes[parent])
        if known is None and twin and twin[0] == slug:
            # Two of the files contain the same annotation.
            outcome.note, outcome.result = twin[1], "unchanged"
        elif known is None:
            self._add(inbox, head, arrival, outcome)
        else:
            self._change(inbox, inbox.notes[known], arrival, outcome)
        return outcome

    def _add(self, inbox: Inbox, head: LayerInfo, arrival: Arrival, outcome: ImportOutcome) -> None:
        outcome.note = inbox.fresh_id(arrival.incoming)
        start = arrival.anchor.start if arrival.anchor and arrival.anchor.start is not None else _LAST
        if arrival.parent and not arrival.anchor:
            start = inbox.starts.get(arrival.parent, _LAST)
        inbox.starts[outcome.note] = start
        inbox.answers[outcome.note] = arrival.parent
        inbox.plan(head).new.append((start, merge.new_note(arrival, outcome.note)))

    def _change(self, inbox: Inbox, placed: LocatedNote, arrival: Arrival, outcome: ImportOutcome) -> None:
        update = merge.update(placed.note, arrival)
        outcome.conflicts = tuple(update.conflicts)
        outcome.result = "changed" if update.changes else "edited here" if update.conflicts else "unchanged"
        if update.changes:
            inbox.changes(placed).update(update.changes)

    # --- which article, which layer, which words

    def _parent(self, identity: str, incoming: Incoming) -> tuple[str, str] | None:
        """The article and the note with an identity."""
        name = origin_of(identity, incoming.source) or identity
        here = ((slug, note) for slug, inbox in self.inboxes.items() if (note := inbox.origins.get(name)))
        return self.became.get(name) or next(here, None)

    def _articles(self, incoming: Incoming, above: tuple[str, str] | None) -> list[str]:
        if self.article is not None:
            return [self.article]
        slugs = [slug for at in incoming.places for slug in self._named(at) if slug in self.inboxes]
        return list(dict.fromkeys(slugs)) or ([above[0]] if above else [])

    def _named(self, at: Passage) -> list[str]:
        """The articles that a passage is about, by address or else by title."""
        return self.shelf.book.find(at.address) or self.shelf.book.titled(at.title)

    def _offsets(self, annotations: Iterable[Incoming]) -> dict[str, tuple[Pair, ...]]:
        """Where the words of annotations with offsets are found without them."""
        known: dict[str, list[tuple[Passage, tuple[int, int]]]] = {}
        for incoming in annotations:
            counted = [at for at in incoming.places if at.quote and at.start is not None]
            for slug in self._articles(incoming, None) if counted else ():
                for at in counted:
                    found = place(replace(at, start=None), self.inboxes[slug].article.text)
                    if found.state is State.EXACT and found.span:
                        known.setdefault(slug, []).append((at, found.span))
        return {slug: pairs(found) for slug, found in known.items()}

    def _head(self, incoming: Incoming) -> LayerInfo:
        head = incoming.layer or LayerInfo("imported", "Imported notes", language=incoming.language)
        return replace(head, name=self.layer, title=self.layer) if self.layer else head

    def _placed(self, incoming: Incoming, slug: str) -> tuple[Passage | None, Anchored | None]:
        """The words that are about an article, and their place in it."""
        places = [at for at in incoming.places if self.article or slug in self._named(at)]
        quoted = [at for at in places if at.quote]
        if not quoted and incoming.form == "hypothesis":
            # Another address of the page is given as well, without the words.
            quoted = [at for at in incoming.places if at.quote]
        text = self.inboxes[slug].article.text
        known = self.offsets.get(slug, ())
        tried = [
            (at, place(at, text, paragraph=incoming.paragraph, made_on=incoming.text_hash, known=known))
            for at in quoted
        ]
        if not tried:
            return next(iter([*places, *incoming.places]), None), None
        return next((t for t in tried if t[1].state is State.EXACT), tried[0])
