"""The rights page of a pack: a table with the source and the permission of each article."""

from course_reader.parts.part import InPack, Part
from course_reader.parts.rights import print

PART = Part(
    name="rights",
    about="The rights page of a pack: a table with the source and the permission of each article.",
    in_pack=(InPack(name="rights", order=1200, make=print.make),),
)
