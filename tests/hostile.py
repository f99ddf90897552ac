"""What somebody might write into a note to do more than say something, and how to see whether it got through."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Any

HIT = "window.hit=(window.hit||0)+1"
FAR = "https://far.example/x"

#: name of the technique → Markdown
TECHNIQUES: dict[str, str] = {
    # -- scripts and handlers in HTML
    "script": f"<script>{HIT}</script>",
    "script in capitals": f"<ScRiPt>{HIT}</sCrIpT>",
    "script with a slash": f"<script/x>{HIT}</script>",
    "script from elsewhere": f"<script src={FAR}.js></script>",
    "script of a module": f"<script type=module>{HIT}</script>",
    "script that never ends": f"<script>{HIT}//",
    "picture that fails": f"<img src=x onerror={HIT}>",
    "picture with odd quotes": f"<img src='x' onerror=`{HIT}`>",
    "picture without a space": f'<img/src="x"/onerror={HIT}>',
    "handler behind a line break": f"<img src=x\nonerror\n=\n{HIT}>",
    "handler behind a form feed": f"<img\x0csrc=x\x0conerror={HIT}>",
    "handler behind a NUL": f"<img src=x \x00onerror={HIT}>",
    "tag with a NUL": f"<scr\x00ipt>{HIT}</scr\x00ipt>",
    "focus": f"<input autofocus onfocus={HIT}>",
    "details that open": f"<details open ontoggle={HIT}>x</details>",
    "body": f"<body onload={HIT}>",
    "video": f"<video><source onerror={HIT}></video>",
    "marquee": f"<marquee onstart={HIT}>x</marquee>",
    "animation": f"<style>@keyframes a{{}}</style><b style='animation-name:a' onanimationstart={HIT}>x</b>",
    "popover": f"<button popovertarget=p>x</button><p popover id=p onbeforetoggle={HIT}>y</p>",
    # -- other kinds of document in a document
    "svg": f"<svg onload={HIT}></svg>",
    "svg with a script": f"<svg><script>{HIT}</script></svg>",
    "svg that animates": f"<svg><a><animate attributeName=href values=javascript:{HIT} /><text y=9>x</text></a></svg>",
    "svg that uses another": "<svg><use href='data:image/svg+xml;base64,PHN2Zz48L3N2Zz4#x'/></svg>",
    "math that turns into HTML": (
        f"<math><mtext><table><mglyph><style><!--</style><img title='--&gt;&lt;img src=x onerror={HIT}&gt;'>"
    ),
    "svg style that ends early": f"<svg><style><img title='</style><img src=x onerror={HIT}>'></style></svg>",
    "noscript that ends early": f"<noscript><p title='</noscript><img src=x onerror={HIT}>'></noscript>",
    "textarea that ends early": f"<textarea><p title='</textarea><img src=x onerror={HIT}>'></textarea>",
    "title that ends early": f"<title><p title='</title><img src=x onerror={HIT}>'></title>",
    "xmp": f"<xmp><p title='</xmp><img src=x onerror={HIT}>'></xmp>",
    "template": f"<template><img src=x onerror={HIT}></template>",
    "shadow root": f"<div><template shadowrootmode=open><img src=x onerror={HIT}></template></div>",
    "select": f"<select><noembed></select><script>{HIT}</script></noembed>",
    "frame": f"<iframe src='javascript:{HIT}'></iframe>",
    "frame with a document": f"<iframe srcdoc='<script>parent.{HIT}</script>'></iframe>",
    "object": f"<object data='javascript:{HIT}'></object>",
    "embed": f"<embed src='data:text/html,<script>{HIT}</script>'>",
    # -- comments and declarations
    "comment": f"<!--><img src=x onerror={HIT}>-->",
    "comment with a bang": f"<!--x--!><img src=x onerror={HIT}>",
    "conditional comment": f"<!--[if gte IE 4]><script>{HIT}</script><![endif]-->",
    "CDATA": f"<![CDATA[<img src=x onerror={HIT}>]]>",
    "instruction": f"<?xml-stylesheet href='javascript:{HIT}'?><?><img src=x onerror={HIT}>",
    "declaration": f"<!ENTITY x '<img src=x onerror={HIT}>'>&x;",
    # -- the page around the note
    "base": f"<base href='{FAR}/'>",
    "refresh": f"<meta http-equiv=refresh content='0;url={FAR}'>",
    "style sheet": f"<link rel=stylesheet href={FAR}.css>",
    "preload": f"<link rel=prefetch href={FAR}>",
    "style": f"<style>@import '{FAR}.css'; body {{ background: url({FAR}) }}</style>",
    "style that covers the page": "<a href=x style='position:fixed;inset:0;z-index:9'>x</a>",
    "form": f"<form action={FAR}><input name=q><button>x</button></form>",
    "button outside its form": f"<button form=f formaction=javascript:{HIT}>x</button>",
    "names that cover the page's own": "<a id=notes name=location></a><img name=getElementById>",
    "end of the note": "</div></li></ol></section><h1>Gone</h1>",
    "end of the page": f"</body></html><script>{HIT}</script>",
    # -- links in Markdown
    "javascript": f"[x](javascript:{HIT})",
    "javascript in capitals": f"[x](JaVaScRiPt:{HIT})",
    "javascript with entities": f"[x](&#106;avascript&colon;{HIT})",
    "javascript with a tab": f"[x](java&#9;script:{HIT})",
    "javascript with a line break": f"[x](java&NewLine;script:{HIT})",
    "javascript behind a control": f"[x](&#1;javascript:{HIT})",
    "javascript in angles": f"[x](<javascript:{HIT}>)",
    "javascript as an autolink": f"<javascript:{HIT}>",
    "javascript by reference": f"[x]\n\n[x]: javascript:{HIT}",
    "javascript with escapes": f"[x](java\\script\\:{HIT})",
    "javascript in per cent": f"[x](javascript%3A{HIT})",
    "vbscript": "[x](vbscript:msgbox(1))",
    "data": f"[x](data:text/html,<script>{HIT}</script>)",
    "data that says picture": f"[x](data:image/svg+xml,<svg onload='{HIT}'/>)",
    "blob and file": "[x](blob:https://a.example/1) [y](file:///etc/passwd) [z](view-source:x)",
    "unknown scheme": "[x](ms-word:ofe|u|https://far.example/a.doc)",
    "other host without a scheme": "[x](//far.example/x) [y](/\\far.example) [z](\\\\far.example\\share)",
    "title that breaks out": f"[x](https://a.example '\" onmouseover={HIT} \"')",
    "title with an entity": f"[x](https://a.example \"&quot; onmouseover={HIT} &quot;\")",
    "address that breaks out": f"[x](https://a.example/\"onmouseover={HIT})",
    "picture in Markdown": f"![x]({FAR}.png)",
    "picture with an address of code": f"![x](javascript:{HIT})",
    "picture whose words are HTML": f"![<img src=x onerror={HIT}>]({FAR}.png)",
    "picture in a link": f"[![x]({FAR}.png)](javascript:{HIT})",
    "picture as SVG": f"![x](data:image/svg+xml,<svg onload='{HIT}'/>)",
    # -- Markdown that forgets where it is
    "HTML in a code span": f"`<img src=x onerror={HIT}>`",
    "HTML in a fence": f"```html\n<img src=x onerror={HIT}>\n```",
    "fence whose language breaks out": f"```\"><img/src=x/onerror={HIT}>\nx\n```",
    "fence in classes": "```x\" class=\"reader-page\nx\n```",
    "HTML in a heading": f"# <img src=x onerror={HIT}>",
    "HTML in a link's words": f"[<img src=x onerror={HIT}>](https://a.example)",
    "HTML behind a reference": f"[x]: https://a.example '<img src=x onerror={HIT}>'\n\n[x]",
    "HTML in a list": f"- <div onclick={HIT}>x",
    "HTML that Markdown joins": f"<a href=\"**x\" onclick=\"{HIT}**\">y</a>",
    "entities": f"&lt;img src=x onerror={HIT}&gt; &#60;script&#62;{HIT}&#60;/script&#62;",
    "entities twice": f"&amp;lt;script&amp;gt;{HIT}&amp;lt;/script&amp;gt;",
    "escaped angle": f"\\<script>{HIT}\\</script>",
    "letters that look like angles": f"＜script＞{HIT}＜/script＞ ‹img src=x onerror={HIT}›",
    "nesting without end": ">" * 400 + "[" * 400 + "*" * 400,
    # -- another language than Markdown
    "mustache": "{{ constructor.constructor('window.hit=1')() }} ${window.hit=1} <%= 7*7 %> #{7*7}",
    "mathematics": f"$$\\href{{javascript:{HIT}}}{{x}}$$ \\(\\unicode{{<img src=x onerror={HIT}>}}\\)",
    "turned text": "a \u202e<tpircs/>1=tih.wodniw<tpircs>\u202c b \u2066c",
    "line separators": f"x\u2028<script>\u2029{HIT}</script>\u0085",
    "lone surrogate as text": "\\ud83d <\\u0073cript>",
}  # fmt: skip

#: what could make MyST or docutils read a file or act; SECRET is the name of a file beside the article
ACTS = {
    "include": "```{include} SECRET\n```",
    "include with colons": ":::{include} SECRET\n:::",
    "literalinclude": "```{literalinclude} SECRET\n```",
    "raw": "```{raw} html\n:file: SECRET\n```",
    "raw html": f"```{{raw}} html\n<script>{HIT}</script>\n```",
    "eval-rst": "```{eval-rst}\n.. include:: SECRET\n```",
    "csv-table": "```{csv-table}\n:file: SECRET\n```",
    "figure": "```{figure} SECRET\n```",
    "toctree": "```{toctree}\n../two/article\n```",
    "only": "```{only} html\nx\n```",
    "entry list": "```{article-list}\n```",
    "rst include": ".. include:: SECRET\n\n.. raw:: html\n   :file: SECRET\n",
    "download": "{download}`SECRET` {raw}`x` {file}`SECRET` {eval}`1` :download:`SECRET`",
    "gloss roles": "{entry}`ann` {doc}`../two/article` {ref}`x` {term}`y` {cite}`z`",
    "substitution": "{{ env }} {{ project }} |today|",
    "front matter": "---\nsubstitutions:\n  x: SECRET\n---\n{{ x }}",
    "picture of the disk": "![x](SECRET)",
    "link of the project": "<project:SECRET> <path:SECRET> <inv:#x> [](SECRET) [x](project:#y)",
    "target": "(notes)=\n\n[x]: SECRET\n\n[^1]\n\n[^1]: SECRET",
    "comment": "% x\n\n+++ {\"y\": 1}\n",
    "html comment": "<!-- include SECRET -->",
}  # fmt: skip

#: all that a note's text may be made of, in any form of output
ELEMENTS = {"p", "br", "hr", "em", "strong", "code", "pre", "blockquote", "ul", "ol", "li", "a", "div"}
XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
ATTRIBUTES = {"a": {"href", "title", "rel"}, "ol": {"start"}, "div": {"class", "lang", "dir", XML_LANG}}
SCHEMES = ("https://", "http://", "mailto:")


@cache
def public_list() -> tuple[str, ...]:
    """Some four thousand attempts that others have collected."""
    import brs_kb.payloads as collected  # type: ignore[import-untyped]

    tables = [value for name, value in sorted(vars(collected).items()) if isinstance(value, dict)]
    found = [getattr(entry, "payload", None) for table in tables for entry in table.values()]
    return tuple(dict.fromkeys(text for text in found if isinstance(text, str)))


def faults(element: Any) -> Iterator[str]:
    """What is in the parsed text of a note that should not be there."""
    for node in element.iter():
        if not isinstance(node.tag, str):
            yield f"a comment or instruction: {node}"
            continue
        name = node.tag.rpartition("}")[2]
        # In a book, the words of a link that leads nowhere.
        is_bare = name == "span" and not node.attrib
        if name not in ELEMENTS and not is_bare:
            yield f"the element {name}"
        for key in node.attrib:
            if key not in ATTRIBUTES.get(name, set()):
                yield f"the attribute {key} of {name}"
        address = node.get("href")
        if address is not None:
            if name == "a" and node.get("rel") != "noopener noreferrer nofollow":
                yield f"a link without rel: {address}"
            if not address.startswith(SCHEMES) and (
                ":" in re.split("[/?#]", address)[0] or address[:2] in ("//", "/\\", "\\\\")
            ):
                yield f"the address {address}"
