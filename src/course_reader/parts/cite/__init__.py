"""Citations of an article."""

from course_reader.parts.cite import page, values
from course_reader.parts.part import Below, Part

PART = Part(
    name="cite",
    about="Citations to copy: of the original article, and of its text in this reader.",
    below=(
        Below(
            order=900, closed=True, heading="Cite this article", anchor="cite-this-article", classes=("reader-cite",),
            values=values.cited, page=page.page,
        ),
    ),
)  # fmt: skip
