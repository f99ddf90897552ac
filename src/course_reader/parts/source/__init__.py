"""About the source of an article: who printed it, and whose it is."""

from course_reader.parts.part import Below, Part
from course_reader.parts.source import page, print, values

PART = Part(
    name="source",
    about="Who printed an article, as it was on that day, and whose it is.",
    below=(
        Below(
            order=800, heading="About this source", anchor="about-this-source", classes=("reader-source",),
            values=values.source, page=page.page, printed=print.printed,
        ),
    ),
)  # fmt: skip
