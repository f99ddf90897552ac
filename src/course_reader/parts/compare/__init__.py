"""Two articles side by side: an author's comparison, and facts that can be counted or quoted."""

from course_reader.parts.compare import check, page, print, values
from course_reader.parts.part import InPack, Listing, Part

PART = Part(
    name="compare",
    about="Two articles side by side: an author's comparison, and facts that can be counted or quoted.",
    listings=(
        Listing(asked=values.CompareAsked, values=values.compare, page=page.fill, plain=page.plain),
        Listing(asked=values.LabelAsked, values=values.label, page=page.fill_label, plain=page.plain_label),
    ),
    in_pack=(InPack(name="compare", order=600, make=print.make, is_text=True),),
    check=check.check,
    setup=page.setup,
)
