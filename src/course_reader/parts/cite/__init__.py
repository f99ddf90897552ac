"""How an article is cited."""

from course_reader.parts.cite import page, values
from course_reader.parts.part import Below, Part

PART = Part(
    name="cite",
    about="How an article is cited: the original, and its text in this reader.",
    below=(
        Below(
            order=900, heading="Cite this article", anchor="cite-this-article", classes=("reader-cite",),
            values=values.cited, page=page.page,
        ),
    ),
)  # fmt: skip
