"""Sphinx configuration of the reader: assignments only."""

project = "My course reader"
author = "Your name"
copyright = "2024, Your name"
language = "en"
# An e-book must state its edition.
version = "1"

extensions = ["course_reader"]

include_patterns = ["index.md", "docs/**", "corpus/**", "glossary/**"]
exclude_patterns = [".*", "_build", "**/original.*", "**/snapshots"]
source_suffix = {".md": "markdown"}
myst_enable_extensions = ["colon_fence", "deflist"]

bibtex_bibfiles = ["../docs/sources.bib"]

# `course-reader settings` lists the settings of the reader itself; their names begin with `reader_`.

html_theme = "course_reader"
html_title = project
html_theme_options = {
    "nav": [["Articles", "index", "corpus/"], ["Background", "docs/background"], ["People", "glossary/people/index"]],
}
html_copy_source = False
html_show_sourcelink = False
