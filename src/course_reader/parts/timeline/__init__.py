"""Events, agreements and articles in chronological order."""

from course_reader.parts.part import InPack, Listing, Part
from course_reader.parts.timeline import page, print, values

PART = Part(
    name="timeline",
    about="Events, agreements and articles in chronological order.",
    listings=(Listing(asked=values.TimelineAsked, values=values.rows, page=page.fill, plain=page.plain),),
    in_pack=(InPack(name="timeline", order=800, make=print.make),),
    setup=page.setup,
)
