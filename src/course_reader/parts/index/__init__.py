"""The index of a pack: the pages that name each entry."""

from course_reader.parts.index import print
from course_reader.parts.part import InPack, Part

PART = Part(
    name="index",
    about="The index of a pack: the pages that name each entry.",
    in_pack=(InPack(name="index", order=1100, make=print.make),),
)
