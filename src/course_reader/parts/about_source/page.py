"""The source of an article, on its page."""

from __future__ import annotations

from collections.abc import Iterator

from course_reader.pages.markup import Html, Linker, box
from course_reader.parts.about_source.values import OriginView, OutletView
from course_reader.speech import say


def page(view: OriginView, links: Linker) -> Iterator[Html]:
    """The outlet, as it was on that day, and the rights in the text."""
    for outlet in view.outlets:
        yield _outlet(outlet, links)
    if not view.outlets:
        yield box("p", view.origin)
    if view.terms:
        yield box("p", view.terms, classes=("rights",))
    if view.holder:
        yield box("p", f"{say('Rights in the original:')} {view.holder.rstrip('.')}.", classes=("rights",))


def _outlet(outlet: OutletView, links: Linker) -> Html:
    gloss = outlet.gloss
    name = links.link(gloss.docname, gloss.name, classes=("about-name",))
    parts = [box("p", name, ": " + gloss.text)]
    if outlet.rows:
        rows = [row for label, text in outlet.rows for row in (box("dt", say(label)), box("dd", text))]
        parts.append(box("dl", *rows))
    if outlet.changed:
        more = links.link(gloss.docname, say("more on {name}", name=gloss.name))
        parts.append(
            box("p", say("Some of this changed after the article:") + " ", more, ".", classes=("reader-hint",))
        )
    return box("div", *parts, classes=("about-outlet",))
