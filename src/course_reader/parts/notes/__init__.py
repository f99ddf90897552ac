"""All notes on an article, below its text."""

from course_reader.parts.notes import page, print, values
from course_reader.parts.part import Below, Part

PART = Part(
    name="notes",
    about="All notes on an article, both on its words and on the whole article.",
    below=(
        Below(
            order=400, closed=True, heading="Notes on this article", anchor="notes", classes=("reader-notes",),
            values=values.notes, page=page.page, printed=print.printed, printed_order=100,
        ),
    ),
)  # fmt: skip
