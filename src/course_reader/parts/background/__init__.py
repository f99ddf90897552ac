"""The background chapter: its sections, the pages that need them, and its form in print."""

from course_reader.parts.background import check, page, print, values
from course_reader.parts.part import Below, InPack, PageOf, Part

_HEADING, _ANCHOR = "Background to read", "background-to-read"
_CLASSES = ("reader-background", "no-search")

PART = Part(
    name="background",
    about="The background chapter, with links from articles and entries to its sections.",
    keys=values.Keys,
    page_of=PageOf(kind="chapter", values=values.of_chapter, fill=page.fill),
    below=(
        Below(
            order=700,
            printed_order=700,
            closed=True,
            values=values.of_article,
            page=page.to_read,
            classes=_CLASSES,
            printed=print.printed,
            heading=_HEADING,
            anchor=_ANCHOR,
        ),
        Below(
            order=400,
            kind="entry",
            values=values.of_entry,
            page=page.to_read,
            classes=_CLASSES,
            heading=_HEADING,
            anchor=_ANCHOR,
        ),
    ),
    in_pack=(InPack(name="background", order=700, make=print.make, is_text=True),),
    check=check.check,
    setup=page.setup,
)
