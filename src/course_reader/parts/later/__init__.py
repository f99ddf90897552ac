"""Events after an article was published."""

from course_reader.parts.later import check, page, print, values
from course_reader.parts.part import Below, Part

PART = Part(
    name="later",
    about="Events after an article was published.",
    keys=values.Keys,
    below=(
        Below(
            order=200, closed=True, heading="What happened next", anchor="what-happened-next", classes=("reader-next",),
            values=values.later, page=page.page, printed=print.printed, printed_order=400,
        ),
    ),
    check=check.check,
)  # fmt: skip
