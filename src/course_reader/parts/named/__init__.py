"""The people, places and documents named in an article."""

from course_reader.parts.named import page, values
from course_reader.parts.part import Below, Part

PART = Part(
    name="named",
    about="People, places and documents named in an article, by kind, with paragraph numbers.",
    below=(
        Below(
            order=600, closed=True, heading="People, places and documents in this article", anchor="named-here",
            classes=("reader-named", "no-search"), values=values.named, page=page.page,
        ),
    ),
)  # fmt: skip
