"""Pre-reading pages: the knowledge needed before an article or a pack, limited to what was known at the time."""

from course_reader.parts.part import InPack, OwnPages, Part
from course_reader.parts.prereading import check, page, print, role, values

PART = Part(
    name="prereading",
    about="Pre-reading pages: people, places, dates and words to know before an article or a pack.",
    keys=values.Keys,
    pack_keys=values.PackKeys,
    pages=OwnPages(kind="prereading", values=values.all_pages, page=page.page),
    in_pack=(InPack(name="before", order=400, make=print.make),),
    check=check.check,
    setup=role.setup,
)
