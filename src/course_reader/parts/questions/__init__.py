"""Questions on an article, with the places in the reader that answer them."""

from course_reader.parts.part import Below, OwnPages, Part
from course_reader.parts.questions import check, organisers, page, print, self_test, self_test_page, values

PART = Part(
    name="questions",
    about="Questions on an article, with the places in the reader that answer them.",
    keys=values.Keys,
    below=(
        Below(
            order=100, heading="Questions", anchor="questions", classes=("reader-questions",),
            values=values.questions, page=page.page, printed=print.printed, printed_order=300,
        ),
        Below(
            order=101, anchor="organisers", values=organisers.organisers, page=organisers.page,
            printed=organisers.printed, printed_order=301,
        ),
        Below(order=602, values=self_test.offered, page=self_test_page.offer),
    ),
    pages=OwnPages(kind="test", values=self_test.all_pages, page=self_test_page.page),
    answers=values.answers,
    asks=values.asked,
    check=check.check,
)  # fmt: skip
