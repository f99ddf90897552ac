"""Maps of places: by directive, on the pages of places, and in print."""

from course_reader.parts.map import check, directive, page, print, values
from course_reader.parts.part import Below, InPack, Listing, Part

PART = Part(
    name="map",
    about="Maps of places: by directive, on the pages of places, and in print.",
    settings=(values.MAP, values.MAP_NOTE),
    listings=(Listing(asked=values.MapAsked, values=values.asked_maps, page=page.fill, plain=page.plain),),
    below=(
        Below(kind="entry", order=100, values=values.inset, page=page.small),
        Below(kind="article", order=950, values=values.on_cards, page=page.for_cards),
    ),
    in_pack=(InPack(name="map", order=300, make=print.make),),
    check=check.check,
    setup=directive.setup,
)
