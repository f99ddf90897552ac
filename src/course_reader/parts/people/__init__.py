"""The people named in the articles of a pack, with their offices at the time."""

from course_reader.parts.part import InPack, Part
from course_reader.parts.people import print

PART = Part(
    name="people",
    about="The people named in the articles of a pack, with their offices at the time.",
    in_pack=(InPack(name="people", order=200, make=print.make),),
)
