"""Who and what an article names."""

from course_reader.parts.named import page, values
from course_reader.parts.part import Below, Part

PART = Part(
    name="named",
    about="Who and what an article names, by kind, with the paragraphs that do.",
    below=(
        Below(
            order=300, heading="Who and what is named here", anchor="named-here",
            classes=("reader-named", "no-search"), values=values.named, page=page.page,
        ),
    ),
)  # fmt: skip
