"""The page of an entry: explanation, facts, mentions and sources."""

from course_reader.parts.entry import learning, page, values
from course_reader.parts.part import Below, PageOf, Part

PART = Part(
    name="entry",
    about="The page of an entry: explanation, facts, mentions and sources.",
    page_of=PageOf(kind="entry", values=values.view, fill=page.fill),
    below=(
        Below(kind="entry", order=200, values=values.view, page=page.facts),
        Below(
            kind="entry", order=300, heading="Mentioned in", anchor="mentioned-in",
            classes=("reader-mentioned", "no-search"), values=values.mentioned, page=page.mentioned,
        ),
        Below(
            kind="entry", order=500, heading="See also", anchor="see-also", classes=("no-search",),
            values=values.see, page=page.see,
        ),
        Below(
            kind="entry", order=600, heading="Sources", anchor="sources", classes=("no-search",),
            values=values.sources, page=page.sources,
        ),
        Below(kind="entry", order=700, values=values.view, page=page.as_of),
        Below(kind="entry", order=800, values=values.origin, page=page.origin),
    ),
    cards=learning.cards,
)  # fmt: skip
