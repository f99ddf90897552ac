"""The sources cited in the texts and entries of a pack, numbered."""

from course_reader.parts.part import InPack, Part
from course_reader.parts.sources import print

PART = Part(
    name="sources",
    about="The sources cited in the texts and entries of a pack, numbered.",
    in_pack=(InPack(name="sources", order=1000, make=print.make),),
)
