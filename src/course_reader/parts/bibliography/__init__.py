"""The sources cited in the texts and entries of a pack, numbered."""

from course_reader.parts.bibliography import print
from course_reader.parts.part import InPack, Part

PART = Part(
    name="bibliography",
    about="The sources cited in the texts and entries of a pack, numbered.",
    in_pack=(InPack(name="sources", order=1000, make=print.make),),
)
