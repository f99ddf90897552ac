"""About the source of an article: its outlet and its rights holder."""

from course_reader.parts.about_source import page, print, values
from course_reader.parts.part import Below, Part

PART = Part(
    name="about_source",
    about="The outlet of an article, as it was on that day, and the rights in the text.",
    below=(
        Below(
            order=500, printed_order=800, closed=True, heading="About this source", anchor="about-this-source",
            classes=("reader-source",),
            values=values.source, page=page.page, printed=print.printed,
        ),
    ),
)  # fmt: skip
