"""Packs: the page that lists a pack's readings, and the front matter of the printed pack."""

from course_reader.parts.packs import check, page, print, values
from course_reader.parts.part import InPack, PageOf, Part
from course_reader.views.packs import BOOK_WITHOUT, EPUB_PACK, ONLY_EDITIONS, READINGS

PART = Part(
    name="packs",
    about="Packs: the page that lists a pack's readings, and the title page and contents in print.",
    page_of=PageOf(kind="pack", values=values.pack, fill=page.fill),
    in_pack=(
        InPack(name="title", order=0, make=print.title),
        InPack(name="contents", order=100, make=print.contents),
        InPack(name="lessons", order=350, make=print.lessons),
    ),
    settings=(EPUB_PACK, BOOK_WITHOUT, ONLY_EDITIONS, READINGS),
    check=check.check,
)
