"""The glossary of a pack: the entries that its texts name."""

from course_reader.parts.glossary import print
from course_reader.parts.part import InPack, Part

PART = Part(
    name="glossary",
    about="The glossary of a pack: the entries that its texts name.",
    in_pack=(InPack(name="glossary", order=900, make=print.make),),
)
