"""Hard words of an article, each with the meaning it has there."""

from course_reader.parts.hard_words import check, learning, page, print, values
from course_reader.parts.part import Below, Part

PART = Part(
    name="hard_words",
    about="Hard words of an article, each with the meaning it has there.",
    keys=values.Keys,
    below=(
        Below(
            order=300, closed=True, heading="Hard words", anchor="words", classes=("reader-words",),
            values=values.hard_words, page=page.page, printed=print.printed, printed_order=200,
        ),
    ),
    in_text=values.in_text,
    cards=learning.cards,
    check=check.check,
)  # fmt: skip
