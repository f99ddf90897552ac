"""About the source of an article: its outlet and its rights holder."""

from course_reader.parts.part import Below, Part
from course_reader.parts.source import page, print, values

PART = Part(
    name="source",
    about="The outlet of an article, as it was on that day, and the rights in the text.",
    below=(
        Below(
            order=800, heading="About this source", anchor="about-this-source", classes=("reader-source",),
            values=values.source, page=page.page, printed=print.printed,
        ),
    ),
)  # fmt: skip
