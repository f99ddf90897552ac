"""The text of an annotation as Markdown, converted from untrusted Markdown, plain text or HTML.

The renderer of notes shows the result; it allows no HTML in it and cleans its own output.
"""

from __future__ import annotations

import re
from functools import lru_cache
from html import unescape

import nh3
from markdownify import MarkdownConverter

from course_reader.files.characters import with_plain_lines, without_hidden
from course_reader.model.addresses import SCHEMES, is_outer

#: text of an annotation that has none
WORDLESS = "*Marked, without words.*"

#: elements that are allowed in the HTML of an annotation; of all others only the text is kept
_TAGS = {
    *("p", "br", "div", "em", "i", "strong", "b", "code", "pre", "blockquote", "ul", "ol", "li", "a", "hr", "q", "img"),
    *("h1", "h2", "h3", "h4", "h5", "h6", "table", "tr", "th", "td"),
}
#: elements that are removed together with their text
_WITH_TEXT = {
    *("script", "style", "iframe", "object", "embed", "noscript", "template", "svg", "math", "title", "textarea"),
    *("xmp", "head"),
}
#: with more elements and character references, HTML takes unreasonably long to clean and to convert
_MOST_ELEMENTS = 2_000

_ANCHOR = re.compile(r"<a\b([^<>]*)>([^<>]*)</a>", re.I)
_MATH = re.compile(r"(?<!\\)\\(?=[()\[\]])")
_PLAIN = re.compile(r"([\\`*_\[\]<>~]|&(?=#?\w+;))|^( *)([#+-]|\d+[.)]|={3,}|-{3,})(?=\s|$)", re.M)


def tidy(text: str) -> str:
    """A text as files of notes store it: no carriage returns, tabs, hidden characters or spaces at line ends.

    A Markdown line break that is written with two spaces is written with a backslash instead.

    >>> tidy(" Why?  \\r\\nBecause. ")
    'Why?\\\\\\nBecause.'
    """
    lines = without_hidden(with_plain_lines(text)).replace("\t", "    ").strip().split("\n")
    last = len(lines) - 1
    broken = [
        line.rstrip(" ") + ("\\" if line.endswith("  ") and i < last and lines[i + 1].strip() else "")
        if line.strip()
        else ""
        for i, line in enumerate(lines)
    ]
    return "\n".join(broken).strip()


def line(text: str) -> str:
    """A text on one line, for names, tags and titles."""
    return " ".join(tidy(text).split())


def from_hypothesis(text: str) -> str:
    """Markdown from Hypothesis: mentions become `@name`, and formulas keep the backslashes that Markdown would drop."""
    return tidy(_MATH.sub(r"\\\\", _ANCHOR.sub(_mention, text)))


def _mention(found: re.Match[str]) -> str:
    """The name in a link that mentions a person; any other link unchanged."""
    return f"@{found[2].strip().removeprefix('@')}" if "data-hyp-mention" in found[1].lower() else found[0]


def from_plain(text: str) -> str:
    """Plain text, escaped so that Markdown shows it unchanged, with its line breaks.

    >>> from_plain("1 * 2")
    '1 \\\\* 2'
    """
    escaped = _PLAIN.sub(_escaped, tidy(text))
    return tidy(re.sub(r"(?<!\n)\n(?!\n)", "\\\\\n", escaped))


def _escaped(found: re.Match[str]) -> str:
    if found[1]:
        return "\\" + found[1]
    indent, mark = found[2], found[3]
    return f"{indent}{mark[:-1]}\\{mark[-1]}" if mark[0].isdigit() else f"{indent}\\{mark}"


class _Converter(MarkdownConverter):
    """Replaces elements that notes do not show: pictures by links, headings by bold text, table rows by list items."""

    def convert_img(self, el: object, text: str, parent_tags: set[str]) -> str:
        """An `img` as a link to the picture."""
        attributes: dict[str, str] = el.attrs  # type: ignore[attr-defined]
        words: str = self.escape(attributes.get("alt") or "picture", parent_tags)  # type: ignore[attr-defined]
        address = attributes.get("src", "")
        return f"[{words}](<{address}>)" if address and not set(address) & set("<>\n") else words

    def convert_hN(self, n: int, el: object, text: str, parent_tags: set[str]) -> str:
        """A heading as bold words."""
        words = " ".join(text.split())
        return f"\n\n**{words}**\n\n" if words else ""

    def convert_tr(self, el: object, text: str, parent_tags: set[str]) -> str:
        """A table row as a list item."""
        words = " ".join(text.split()).removesuffix("|").strip()
        return f"- {words}\n" if words else ""

    def convert_td(self, el: object, text: str, parent_tags: set[str]) -> str:
        """A table cell."""
        return f"{' '.join(text.split())} | "

    convert_th = convert_td

    def convert_table(self, el: object, text: str, parent_tags: set[str]) -> str:
        """A table as a list of its rows."""
        return f"\n\n{text.strip()}\n\n"


@lru_cache(maxsize=1)
def _converter() -> _Converter:
    return _Converter(heading_style="atx", bullets="-", escape_misc=True, newline_style="backslash")


def from_html(text: str) -> str:
    """Untrusted HTML as Markdown: cleaned, then converted. If it has too many elements, only its text is kept.

    >>> from_html("<p>See <b>here</b><script>alert(1)</script></p>")
    'See **here**'
    """
    if text.count("<") + text.count("&") > _MOST_ELEMENTS:
        return from_plain(unescape(re.sub("<[^<>]*>", "", text)))
    clean = nh3.clean(
        _ANCHOR.sub(_mention, text),
        tags=_TAGS,
        clean_content_tags=_WITH_TEXT,
        attributes={"a": {"href"}, "img": {"src", "alt"}, "ol": {"start"}},
        url_schemes=set(SCHEMES),
        link_rel=None,
    )
    try:
        return tidy(str(_converter().convert(clean)))
    except RecursionError:
        return from_plain(unescape(re.sub("<[^<>]*>", "", clean)))


def of_format(text: str, media_type: str | None) -> str:
    """A text of a media type as Markdown; without a media type it is treated as Markdown."""
    kind = (media_type or "").partition(";")[0].strip().lower()
    if kind in ("text/html", "application/xhtml+xml"):
        return from_html(text)
    return from_plain(text) if kind == "text/plain" else tidy(text)


def link(address: str) -> str:
    """A link to a resource, or its address as code if it cannot be linked."""
    address = line(address)
    if is_outer(address):
        return f"<{address}>"
    return f"`{address.replace('`', '')}`"
