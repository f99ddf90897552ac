"""Links to articles that a pack does not have."""

from __future__ import annotations

from course_reader.model.dates import spell
from course_reader.tree.content import walk
from course_reader.tree.pack import AnyPart, PackTree
from course_reader.views.library import Library


def drop_foreign_links(data: PackTree[AnyPart], library: Library) -> None:
    """A link to an article that is not in the pack prints as its title, date and address."""
    labels = set(data["labels"])
    for item in walk(data["parts"]):
        if item.get("t") != "ref" or item["to"] in labels:
            continue
        docname = item["to"].partition("#")[0]
        if docname in labels:
            # The pack has the document, but not this place in it.
            item["to"] = docname
        page = library.pages.get(docname)
        if page is None or page.article is None or docname in labels:
            continue
        del item["to"]
        article = page.article
        rest = ", ".join(filter(None, (page.title, spell(article.date) if article.date else None, article.url)))
        item |= {"t": "em", "c": [*item["c"], f" ({rest})"]}
