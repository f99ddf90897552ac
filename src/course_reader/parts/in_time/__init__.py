"""An article in time: the dates around its own."""

from course_reader.parts.in_time import page, values
from course_reader.parts.part import Below, Part

PART = Part(
    name="in_time",
    about="An article in time: the dates just before and after its own.",
    settings=(values.TIME_BEFORE, values.TIME_AFTER),
    below=(
        Below(
            order=250, closed=True, heading="This article in time", anchor="in-time",
            classes=("reader-time", "no-search"), values=values.around, page=page.page,
        ),
    ),
)  # fmt: skip
