"""A reader whose articles are hard on the margin. Their markup is written here, without the extension."""

from __future__ import annotations

from typing import Any

project = "Hard cases"
html_title = "Hard cases"
copyright = "the course-reader authors"
extensions = ["course_reader.theme"]
html_theme = "course_reader"
html_theme_options = {"nav": [["Articles", "index"]]}
html_copy_source = False
html_additional_pages = {"404": "404.html"}

KINDS = ("people", "places", "agreements", "organisations", "events", "terms")
WORDS = ("both", "sides", "sent", "letters", "across", "a", "river", "while", "the", "ferry", "waited", "for", "better")


class Article:
    """Writes the markup of an article, paragraph by paragraph."""

    def __init__(self) -> None:
        self.paragraphs = 0
        self.mentions = 0

    def words(self, count: int) -> str:
        """Some text of that many words."""
        return " ".join(WORDS[(self.mentions + i * 5) % len(WORDS)] for i in range(count))

    def mention(self, length: int = 16, name: str = "") -> tuple[str, str]:
        """A first mention and its gloss."""
        self.mentions += 1
        number, kind = self.mentions, KINDS[self.mentions % len(KINDS)]
        name = name or f"Name number {number}"
        return (
            f'<a class="mention first {kind}" id="m-{number}" href="#gloss-{number}" role="doc-glossref" '
            f'data-entry="entry-{number}">{name}</a>',
            f'<div class="gloss {kind}" id="gloss-{number}"><p><a class="gloss-name" href="../index.html">{name}</a> '
            f'<span class="gloss-kind">{kind}</span> <span class="gloss-text">{self.words(length)}.</span> '
            f'<a class="gloss-back" role="doc-backlink" href="#m-{number}" aria-label="Back to the text">↩</a>'
            "</p></div>",
        )

    def note(self, text: str, layer: str) -> tuple[str, str]:
        """Noted words and their note."""
        self.mentions += 1
        number = f"n-{self.mentions:08x}"
        return (
            f'<span class="noted" data-note="{number}">{text}</span>',
            f'<div class="gloss note kind-context" id="{number}" data-layer="{layer}"><p class="note-label">'
            f'<span class="note-kind">Context</span></p><p>{self.words(25)}.</p><p class="note-by">{layer}</p></div>',
        )

    def paragraph(self, *parts: str | tuple[str, str], form: str = "<p{0}>{1}</p>", span: int = 1) -> str:
        """A numbered paragraph; the glosses of its mentions follow it."""
        self.paragraphs += 1
        n = self.paragraphs
        number = f'<a class="para-number" href="#p{n}" aria-label="Paragraph {n}">{n}</a>'
        text = number + " ".join(part if isinstance(part, str) else part[0] for part in parts)
        glosses = "".join(part[1] for part in parts if not isinstance(part, str))
        block = form.format(f' id="p{n}" class="para"', text)
        if not glosses:
            return block
        attributes = f'class="glosses no-search" style="grid-row: span {span}" aria-label="Beside paragraph {n}"'
        return f"{block}<aside {attributes}>{glosses}</aside>"


def noted(mention: tuple[str, str], note: str) -> tuple[str, str]:
    """The same mention with a note on the words inside its link."""
    link, gloss = mention
    return link.replace(">", f'><span class="noted" data-note="{note}">', 1).replace("</a>", "</span></a>"), gloss


HEAD = (
    '<p class="reader-kicker">Article</p><h1>{}</h1>'
    '<div class="reader-head"><p>1 May 2020 · A newspaper · 4 minutes</p></div>'
)
PART = (
    '<section class="reader-part reader-time" id="in-time"><h2>This article in time</h2>'
    '<ol class="reader-timeline"><li class="now"><span class="when">1 May 2020</span> '
    '<span class="what">This article</span></li></ol></section>'
)


def crowded() -> str:
    """Twelve glosses on one paragraph, a gloss of 120 words, a mention at the very end."""
    a = Article()
    many = [piece for _ in range(12) for piece in (a.words(5), a.mention())]
    return "".join((
        '<section id="crowded">', HEAD.format("Crowded"),
        a.paragraph(*many), a.paragraph(a.words(40)),
        a.paragraph(a.words(30), a.mention(120)), a.paragraph(a.words(50)),
        a.paragraph(a.words(30), a.mention()), PART, "</section>",
    ))  # fmt: skip


def nested() -> str:
    """Glosses on a quotation, on a list, on words with a note, in sections within sections, in other scripts."""
    a = Article()
    quote = "<blockquote><p{0}>{1}</p></blockquote>"
    bullets = "<ul{0}><li><p>{1}</p></li><li><p>and one more</p></li></ul>"
    return "".join((
        '<section id="nested">', HEAD.format("Nested"),
        a.paragraph(a.words(20), a.mention(), form=quote, span=2), a.paragraph(a.words(60)),
        a.paragraph(a.words(12), a.mention(), form=bullets),
        a.paragraph(a.note(a.words(12), "instructor"), a.words(8), a.note("again", "caveats"), a.mention()),
        a.paragraph(noted(a.mention(), "n-00000004")),
        a.paragraph(a.words(150)),
        '<section id="one"><h2>One</h2>', a.paragraph(a.words(30), a.mention(name="Никол Пашинян")),
        '<section id="two"><h3>Two</h3>', a.paragraph(a.words(90), a.mention(name="Հայաստան"), a.words(80)),
        "</section></section>",
        '<section id="three"><h2>Three, without glosses</h2>', a.paragraph(a.words(60)),
        '<section id="four"><h3>Four</h3>', a.paragraph(a.words(3), a.mention(60)), "</section></section>",
        PART, "</section>",
    ))  # fmt: skip


PAGES = {"articles/crowded": crowded, "articles/nested": nested}


def fill(app: Any, pagename: str, templatename: str, context: dict[str, Any], doctree: object) -> None:
    if pagename in PAGES:
        context["body"] = PAGES[pagename]()
        context["reader_page_kind"] = "article"


def setup(app: Any) -> dict[str, bool]:
    app.connect("html-page-context", fill)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
