"""The people whom the articles of a pack name, each with the offices of these days."""

from course_reader.parts.part import InPack, Part
from course_reader.parts.people import print

PART = Part(
    name="people",
    about="The people whom the articles of a pack name, each with the offices of these days.",
    in_pack=(InPack(name="people", order=200, make=print.make),),
)
