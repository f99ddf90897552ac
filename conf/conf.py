"""Sphinx configuration of the reader: assignments only.

The source directory is the parent folder: build with `sphinx-build -c conf -d _build/.doctrees/html . _build/html`.
"""

project = "Reading the peace talks"
author = "The course-reader authors"
copyright = "2026, the course-reader authors. Texts: CC BY 4.0"
language = "en"
# An EPUB must state its edition.
version = "2026"

extensions = ["course_reader", "course_reader.manual"]

include_patterns = ["index.md", "docs/**", "corpus/**", "glossary/**"]
exclude_patterns = [".*", "_build", "src", "tests", "tools", "**/original.*", "**/snapshots"]
source_suffix = {".md": "markdown"}

myst_enable_extensions = ["colon_fence", "deflist", "attrs_inline"]
myst_heading_anchors = 3
suppress_warnings = ["myst.header"]

bibtex_bibfiles = ["../docs/sources.bib"]
bibtex_default_style = "unsrt"
# Sources are cited in footnotes; for tooltips, each would be formatted a second time.
bibtex_tooltips = False

reader_audience = "public"
reader_sides = [
    "Armenia: Armenian, Armenians, Armenia’s, Armenia's, Artsakh, Nagorno-Karabakh Republic",
    "Azerbaijan: Azerbaijani, Azerbaijanis, Azerbaijan’s, Azerbaijan's",
]
reader_map_note = (
    "Boundaries: Natural Earth (2018), which shows who controls an area, not who has a right to it. Broken lines are "
    "disputed. Nagorno-Karabakh is named but has no boundary line, because it has had several and has none today."
)

html_theme = "course_reader"
html_title = project
html_short_title = project
html_theme_options = {
    "nav": [
        ["Articles", "index", "corpus/"],
        ["Background", "docs/background"],
        ["Timeline", "docs/timeline"],
        ["Map", "docs/map"],
        ["Compare", "docs/compare"],
        ["Glossary", "glossary/index", "glossary/"],
    ],
    "nav_teachers": [
        ["Lessons", "docs/teach"],
        ["Manual", "docs/manual/index", "docs/manual/"],
    ],
}
html_copy_source = False
html_show_sourcelink = False
html_last_updated_fmt = None
html_show_sphinx = False

epub_show_urls = "no"
reader_book_without = ["docs/manual/*", "docs/teach"]
nitpicky = True
