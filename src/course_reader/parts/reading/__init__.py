"""An article: its head, a stub if it may not be shown, and its form in print."""

from course_reader.parts.part import InPack, PageOf, Part
from course_reader.parts.reading import check, page, print, values

PART = Part(
    name="reading",
    about="An article: the head above its text; a stub if the text may not be shown.",
    page_of=PageOf(kind="article", values=values.reading, fill=page.fill, stub=page.stub),
    in_pack=(InPack(name="articles", order=500, make=print.make, is_text=True),),
    check=check.check,
)
