"""Lists of articles and of entries."""

from course_reader.parts.lists import page, values
from course_reader.parts.part import Listing, Part

PART = Part(
    name="lists",
    about="Lists of all articles, and of entries from A to Z.",
    listings=(
        Listing(asked=values.ArticlesAsked, values=values.articles, page=page.fill_articles, plain=page.plain_articles),
        Listing(asked=values.EntriesAsked, values=values.entries, page=page.fill_entries, plain=page.plain_entries),
    ),
    setup=page.setup,
)
