"""Pre-reading pages: what to know before an article or a pack, and nothing that came later."""

from course_reader.parts.part import InPack, OwnPages, Part
from course_reader.parts.prereading import check, page, print, role, values

PART = Part(
    name="prereading",
    about="Pre-reading pages: what to know before an article or a pack, and nothing that came later.",
    keys=values.Keys,
    pack_keys=values.PackKeys,
    pages=OwnPages(kind="sheet", values=values.all_sheets, page=page.page),
    in_pack=(InPack(name="before", order=400, make=print.make),),
    check=check.check,
    setup=role.setup,
)
