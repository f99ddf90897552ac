"""The sources of a pack: what its texts and entries cite, numbered."""

from course_reader.parts.part import InPack, Part
from course_reader.parts.sources import print

PART = Part(
    name="sources",
    about="The sources of a pack: what its texts and entries cite, numbered.",
    in_pack=(InPack(name="sources", order=1000, make=print.make),),
)
