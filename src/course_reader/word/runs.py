"""Words of a pack as runs of Word: glosses become footnotes, notes become comments about their words."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from course_reader.pages.languages import direction
from course_reader.word.xml import Element, R, w, words

#: ids of footnotes that Word keeps for its rules
_RESERVED = 2


@dataclass(frozen=True, slots=True)
class RunLook:
    """How words are set."""

    bold: bool = False
    italic: bool = False
    code: bool = False
    #: "superscript", "subscript" or ""
    raised: str = ""
    #: the language, as a BCP 47 tag
    language: str = ""
    style: str = ""

    def properties(self) -> Element:
        """The same as properties of a run."""
        found = w("rPr")
        if self.style:
            found.append(w("rStyle", val=self.style))
        if self.code:
            found.append(w("rFonts", ascii="DejaVu Sans Mono", hAnsi="DejaVu Sans Mono", cs="DejaVu Sans Mono"))
        for name, there in (("b", self.bold), ("bCs", self.bold), ("i", self.italic), ("iCs", self.italic)):
            if there:
                found.append(w(name))
        if self.raised:
            found.append(w("vertAlign", val=self.raised))
        is_rtl = bool(self.language) and direction(self.language) == "rtl"
        if is_rtl:
            found.append(w("rtl"))
        if self.language:
            found.append(w("lang", **{"bidi" if is_rtl else "val": self.language}))
        return found


@dataclass
class WordNotes:
    """What belongs to words but stands elsewhere: footnotes, comments, and addresses of links."""

    footnotes: list[Element] = field(default_factory=list)
    comments: list[Element] = field(default_factory=list)
    #: address → the id of the relation
    links: dict[str, str] = field(default_factory=dict)
    #: label → the name of its bookmark
    bookmarks: dict[str, str] = field(default_factory=dict)
    #: the author's footnotes in the text, by label: the number of each
    known: dict[str, int] = field(default_factory=dict)


#: turns blocks inside a note into paragraphs
Blocks = Callable[[Sequence[Any], str], list[Element]]


@dataclass
class Runs:
    """Makes runs of the words of one pack."""

    notes: WordNotes
    blocks: Blocks

    def of(self, content: Any, look: RunLook = RunLook()) -> list[Element]:
        """Runs for some words."""
        if isinstance(content, str):
            return [run(content, look)] if content else []
        if isinstance(content, list):
            return [one for item in content for one in self.of(item, look)]
        make = getattr(self, f"_{content['t']}", None)
        return make(content, look) if make else self.of(content.get("c", []), look)

    def _em(self, item: Any, look: RunLook) -> list[Element]:
        return self.of(item["c"], replace(look, italic=not look.italic))

    def _strong(self, item: Any, look: RunLook) -> list[Element]:
        return self.of(item["c"], replace(look, bold=True))

    def _code(self, item: Any, look: RunLook) -> list[Element]:
        return self.of(item["c"], replace(look, code=True))

    def _sub(self, item: Any, look: RunLook) -> list[Element]:
        return self.of(item["c"], replace(look, raised="subscript"))

    def _sup(self, item: Any, look: RunLook) -> list[Element]:
        return self.of(item["c"], replace(look, raised="superscript"))

    def _lang(self, item: Any, look: RunLook) -> list[Element]:
        return self.of(item["c"], replace(look, language=item["lang"]))

    def _break(self, item: Any, look: RunLook) -> list[Element]:
        return [w("r", w("br"))]

    def _anchor(self, item: Any, look: RunLook) -> list[Element]:
        return []

    def _formula(self, item: Any, look: RunLook) -> list[Element]:
        return [run(item["tex"], replace(look, code=True))]

    def _picture(self, item: Any, look: RunLook) -> list[Element]:
        return self.of(f"[{item['alt']}]" if item["alt"] else "", look)

    def _url(self, item: Any, look: RunLook) -> list[Element]:
        address = item["to"]
        if not address.lower().startswith(("http://", "https://", "mailto:")):
            return self.of(item["c"], look)
        number = self.notes.links.setdefault(address, f"link{len(self.notes.links) + 1}")
        made = w("hyperlink", *self.of(item["c"], replace(look, style="Hyperlink")))
        made.set(f"{{{R}}}id", number)
        return [made]

    def _ref(self, item: Any, look: RunLook) -> list[Element]:
        name = self.notes.bookmarks.get(item.get("to", ""))
        inner = self.of(item["c"], look)
        return [w("hyperlink", *inner, anchor=name)] if name else inner

    def _cite(self, item: Any, look: RunLook) -> list[Element]:
        return self.of(f" [{item['n']}]", look)

    def _endref(self, item: Any, look: RunLook) -> list[Element]:
        if "note" not in item:
            return self.of(f" [{item['n']}]", look)
        return [self._footnote(self.blocks(item["note"]["c"], "FootnoteText"))]

    def _mention(self, item: Any, look: RunLook) -> list[Element]:
        shown, gloss = self.of(item["c"], look), item.get("note")
        if not gloss:
            return shown
        bold, plain = RunLook(bold=True, language=gloss["language"]), RunLook()
        role = f"{gloss['role']} " if gloss["role"] else ""
        runs = [
            *self.of(gloss["name"], bold),
            *self.of(". ", RunLook(bold=True)),
            *self.of(role + gloss["text"], plain),
        ]
        return [*shown, self._footnote([paragraph(runs, "FootnoteText")])]

    def _noted(self, item: Any, look: RunLook) -> list[Element]:
        shown = self.of(item["c"], look)
        for note in item["notes"]:
            number = str(len(self.notes.comments))
            head = self.of([{"t": "strong", "c": [f"{note['label']}. "]}])
            body = self.in_note(note["c"], head)
            self.notes.comments.append(
                w("comment", *body, id=number, author="course-reader", initials=note["label"][:1])
            )
            sign = w("r", w("rPr", w("rStyle", val="CommentReference")), w("commentReference", id=number))
            shown = [w("commentRangeStart", id=number), *shown, w("commentRangeEnd", id=number), sign]
        return shown

    def in_note(self, content: Sequence[Any], head: Sequence[Element]) -> list[Element]:
        """The words and blocks of a note as paragraphs."""
        inline: list[Any] = []
        found: list[Element] = []
        for item in content:
            if isinstance(item, str) or item["t"] not in _BLOCKS:
                inline.append(item)
            else:
                found += self.blocks([item], "CommentText")
        return [paragraph([*head, *self.of(inline)], "CommentText"), *found]

    def _footnote(self, body: list[Element]) -> Element:
        number = len(self.notes.footnotes) + _RESERVED
        sign = w("r", w("rPr", w("rStyle", val="FootnoteReference")), w("footnoteRef"))
        at = 1 if len(body[0]) and body[0][0].tag.endswith("}pPr") else 0
        body[0].insert(at, run(" ", RunLook()))
        body[0].insert(at, sign)
        self.notes.footnotes.append(w("footnote", *body, id=number))
        return w("r", w("rPr", w("rStyle", val="FootnoteReference")), w("footnoteReference", id=number))


#: kinds of blocks that a note may have among its words
_BLOCKS = frozenset({"par", "verse", "ul", "ol", "quote", "terms", "code-block", "rule", "box", "figure", "table"})


def run(text: str, look: RunLook) -> Element:
    """Words that look alike; their line ends become breaks."""
    made = w("r", look.properties())
    for number, line in enumerate(text.split("\n")):
        if number:
            made.append(w("br"))
        made.append(words(line))
    return made


def paragraph(
    runs: Iterable[Element], style: str = "", *, language: str = "", properties: Iterable[Element] = ()
) -> Element:
    """A paragraph; its language decides its direction."""
    found = w("pPr")
    if style:
        found.append(w("pStyle", val=style))
    found.extend(properties)
    if language and direction(language) == "rtl":
        found.append(w("bidi"))
    return w("p", found, *runs)
