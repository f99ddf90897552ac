"""Glosses and notes in the margin, and the list of all notes below the text."""

from __future__ import annotations

from course_reader.marks.records import Page, PlacedNote
from course_reader.model.outputs import only_for
from course_reader.pages.languages import spoken
from course_reader.pages.markup import Html, Linker, a, box, joined, span
from course_reader.pages.safe_markdown import note_html
from course_reader.speech import say
from course_reader.views.glossing import Glossed
from course_reader.views.records import GlossView
from course_reader.views.threads import Thread

#: the label of each kind of note
NOTE_WORDS = {"comment": "Comment", "question": "Question", "correction": "Correction", "context": "Context"}

#: maximum characters of the noted words repeated in the list of notes
_LONGEST = 80


def render_gloss(chosen: Glossed, view: GlossView, links: Linker, *, waits: bool = False) -> Html:
    """A gloss: name, kind, office at the date, explanation, and a link back.

    Args:
        chosen: The mention that it explains, and how prominent it is.
        view: Its words.
        links: Addresses.
        waits: Whether it is not in the margin but waits until a reader asks for it.
    """
    items: list[str] = [
        links.link(view.docname, view.name, classes=("gloss-name",)),
        " ",
        span(say(view.kind.word), "gloss-kind"),
    ]
    if view.role:
        items += [" ", span(view.role, "gloss-role")]
    if view.text:
        items += [" ", span(view.text, "gloss-text")]
    if view.disputed:
        items += [" ", span(joined(span(say("disputed"), tag="em"), f" ({view.disputed})"), "gloss-disputed")]
    about = say("Back to {name} in the text", name=view.name)
    items += [" ", _back(chosen.back, about)]
    classes = ("gloss", *(["on-demand"] if waits else []), str(view.kind))
    return box(
        "div", box("p", *items), classes=classes, id=chosen.anchor, data_margin=chosen.ranked.tier.word,
        data_points=str(chosen.ranked.points), data_first=view.first, data_last=view.last, data_when=view.when,
    )  # fmt: skip


def _back(anchor: str, about: str) -> Html:
    return a("#" + anchor, "↩", ("gloss-back",), role="doc-backlink", aria_label=about)


def words_anchor(note: PlacedNote) -> str:
    """The id of the words that a note is about."""
    return f"{note.id}-words"


def listed_anchor(note: PlacedNote) -> str:
    """The id of a note in the list below the text."""
    return f"{note.id}-listed"


def note_label(note: PlacedNote) -> str:
    """What names a note: its title after its kind, or only its kind."""
    word = say(NOTE_WORDS[note.kind])
    return f"{word}: {note.title}" if note.title else word


def render_note(thread: Thread, language: str) -> Html:
    """A note in the margin: number and kind, text, author, number of replies, and a link back."""
    note = thread.note
    listed = "#" + listed_anchor(note)
    number = a(
        listed,
        str(thread.number),
        ("note-number",),
        aria_label=say("Note {number} in the list of notes", number=thread.number),
    )
    label = box("p", number, " ", span(note_label(note), "note-kind"), classes=("note-label",))
    items: list[str] = [_whose(note, language)]
    if count := sum(1 for _ in thread.all_replies()):
        items += [
            " ",
            a(listed, say("{count} replies", count=count) if count > 1 else say("1 reply"), ("note-answers",)),
        ]
    items += [" ", _back(words_anchor(note), say("Back to the words of note {number}", number=thread.number))]
    by = box("p", *items, classes=("note-by",))
    return _note("div", ("gloss", "note"), note, note.id, label, _text(note, language), by)


def render_list(threads: list[Thread], page: Page, language: str, *, is_only: bool = False) -> list[Html]:
    """All notes below the text: those on the whole article, then those on words, with links to the words.

    Args:
        threads: The notes, with the replies to them.
        page: The page that they are on.
        language: The language of the site.
        is_only: Whether the page has no margin, so that the list has the text of notes on words too.
    """
    whole = [_row(thread, page, language, True) for thread in threads if thread.number is None]
    placed = [_row(thread, page, language, is_only) for thread in threads if thread.number is not None]
    lists = [box("ul", *whole, classes=("note-list", "whole"))] if whole else []
    return [*lists, box("ol", *placed, classes=("note-list",))] if placed else lists


def _row(thread: Thread, page: Page, language: str, is_told: bool) -> Html:
    """A note in the list; one that the margin tells is only named, and linked."""
    note = thread.note
    word = span(say("Reply") if note.in_reply_to else note_label(note), "note-kind")
    label: list[str] = [word if is_told else a(f"#{note.id}", word, ("note-open",))]
    if note.span:
        label += [" ", _about(note, page)]
    told = [_text(note, language), box("p", _whose(note, language), classes=("note-by",))] if is_told else []
    replies = [_row(reply, page, language, True) for reply in thread.replies]
    below = [box("ul", *replies, classes=("note-replies",))] if replies else []
    marked = {"reply": note.in_reply_to, "placed": note.span, "answered": replies}
    return _note(
        "li", ("note-row", *(name for name, is_so in marked.items() if is_so)), note, listed_anchor(note),
        box("p", *label, classes=("note-label",)), *told, *below,
        data_note=note.id, value=str(thread.number or ""),
    )  # fmt: skip


def _note(tag: str, classes: tuple[str, ...], note: PlacedNote, anchor: str, *items: Html, **attributes: str) -> Html:
    return box(
        tag, *items, classes=(*classes, f"kind-{note.kind}"), id=anchor,
        data_layer=note.layer, data_layer_title=note.layer_title, **attributes,
    )  # fmt: skip


def _about(note: PlacedNote, page: Page) -> Html:
    """The words that a note is about, as a link to them, and their paragraph."""
    start, end = note.span or (0, 0)
    words = " ".join((note.elsewhere or page.text[start:end]).split())
    short = words if len(words) <= _LONGEST else words[: _LONGEST - 2].rsplit(" ", 1)[0] + " …"
    link = a("#" + words_anchor(note), f"“{short}”", ("note-words",))
    paragraph = page.paragraph_at(start)
    if paragraph is None:
        return link
    number = a(
        f"#{paragraph.anchor}", str(paragraph.number), aria_label=say("paragraph {number}", number=paragraph.number)
    )
    return joined(link, " ", span(joined("¶ ", number), "named-where"))


def _text(note: PlacedNote, language: str) -> Html:
    return box("div", Html(note_html(note.body)), classes=("note-text",), **spoken(note.language, language))


def _whose(note: PlacedNote, language: str) -> Html:
    """The title of the set of notes, and the note's author."""
    whose = span(note.layer_title + (f", {note.by}" if note.by else ""), **spoken(note.language, language))
    only = only_for(note.audience).removesuffix(" only")
    return joined(whose, span(f" ({only[:1].lower()}{only[1:]})", "note-audience")) if only else whose
