"""What to do about the warnings of Sphinx and others that authors meet most, which only say what is wrong."""

from __future__ import annotations

import re

from course_reader.model.near import near

#: directives and roles that authors use, to guess from what was meant
_DIRECTIVES = (
    *("admonition", "attention", "caution", "code-block", "contents", "csv-table", "danger", "dropdown", "epigraph"),
    *("figure", "footbibliography", "glossary", "grid", "hint", "image", "important", "include", "list-table", "math"),
    *("note", "only", "pull-quote", "rubric", "seealso", "sidebar", "tab-set", "table", "tip", "toctree", "topic"),
    *("warning", "article-list", "entry-list", "pack-list", "place-map", "reader-compare", "reader-timeline"),
)
_ROLES = (
    *("abbr", "cite", "cite:p", "cite:t", "code", "doc", "download", "eq", "footcite", "footcite:p", "index", "math"),
    *("numref", "ref", "sub", "sup", "term", "any", "nolink", "entry", "person", "place", "agreement", "organisation"),
    *("event", "prereading", "mention"),
)

#: the warning, and what to do; the second may take up the name in the first
_CURES = (
    (r"document isn't included in any toctree", "name it in a `toctree`, or delete the file"),
    (r"Unknown directive type: '(?P<directive>[^']+)'", ""),
    (r"Unknown interpreted text role \"(?P<role>[^\"]+)\"", ""),
    (
        r"reader:\w+ reference target not found",
        "write the id of an entry of this kind, which is the name of its file, or take the role out",
    ),
    (
        r"cross-reference target not found",
        "correct the path, which starts in the folder of this file, or take the link out",
    ),
    (
        r"image file not readable",
        "put the picture there, or correct its path, which starts in the folder of this file",
    ),
    (
        r"Unknown target name",
        "below the text, say what it stands for: [^1]: The words of the footnote.",
    ),
    (
        r"toctree contains reference to nonexisting document",
        "correct the path, which starts in the folder of this file (../talks/article), or take the line out",
    ),
    (
        r"may not begin with a transition",
        "begin the front matter in the first line, with exactly three hyphens",
    ),
    (r"Non-consecutive header level", "use one more # than in the heading above, not two"),
    (r"duplicate label", "give one of the two another label"),
)
_FOUND = tuple((re.compile(pattern), cure) for pattern, cure in _CURES)


def cure(message: str) -> str:
    """The end of a warning's sentence: what to do; "" if nothing better is known.

    >>> cure("Unknown directive type: 'artcle-list'")
    "; did you mean 'article-list'?"
    """
    for pattern, advice in _FOUND:
        if found := pattern.search(message):
            named = found.groupdict()
            if "directive" in named:
                return near(named["directive"], _DIRECTIVES)
            return near(named["role"], _ROLES) if "role" in named else f"; {advice}"
    return ""
