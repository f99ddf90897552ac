"""The HTML theme ``course_reader``: its templates, stylesheet and small scripts.

It is a separate Sphinx extension, so that the theme also works through its entry point alone.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterator
from functools import cache
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING, Any

from course_reader.speech import say, use
from course_reader.theme.policy import POLICY, as_text, policy_of

#: words that a script says in the language of the site
SAID_IN_SCRIPTS = re.compile(r'\bsay\("((?:[^"\\]|\\.)*)"')

#: a comment in a stylesheet, and the blank space after it
_COMMENT = re.compile(r"/\*.*?\*/\s*", re.DOTALL)
#: comments that fill lines of a script; within a line only a parser could tell them from strings
_COMMENT_LINES = re.compile(r"^[ \t]*(?:/\*(?:(?!\*/).)*\*/[ \t]*|//[^\n]*)\n", re.DOTALL | re.MULTILINE)

if TYPE_CHECKING:
    from docutils import nodes
    from sphinx.application import Sphinx
    from sphinx.util.typing import ExtensionMetadata

#: The theme's folder: templates, ``theme.toml`` and ``static``.
THEME = Path(__file__).parent / "course_reader"

#: The theme's own scripts, in the order in which they run.
SCRIPTS = (
    "reader-choices.js", "reader.js", "study.js", "reader-card.js", "levels.js", "timeline.js", "self-test.js",
    "find.js",
)  # fmt: skip

#: Scripts of Sphinx that only search and other extensions need; a page of text does not.
CORE_SCRIPTS = frozenset(
    f"_static/{name}" for name in ("documentation_options.js", "doctools.js", "sphinx_highlight.js", "translations.js")
)

#: Files that a page needs only if its markup contains their class prefix. The stylesheet of
#: sphinx-design alone is larger than an article. Code is coloured by the theme's own rules, in light and dark.
NEEDED_FOR = {
    "_static/sphinx-design.min.css": "sd-",
    "_static/design-tabs.js": "sd-tab-",
    "_static/pygments.css": "\0never",
    "_static/timeline.js": "reader-chronicle",
    "_static/levels.js": "reader-levels",
    "_static/self-test.js": "self-test-lead",
}


def setup(app: Sphinx) -> ExtensionMetadata:
    """Register the theme and its changes to pages before they are rendered."""
    app.add_html_theme("course_reader", str(THEME))
    app.connect("config-inited", speak)
    app.connect("builder-inited", add_script)
    app.connect("html-page-context", give_strings)
    app.connect("builder-inited", add_filter)
    # After all other extensions have added their files to the page.
    app.connect("html-page-context", keep_assets_lean, priority=900)
    app.connect("html-page-context", set_policy, priority=901)
    app.connect("html-collect-pages", not_found_page)
    return {"parallel_read_safe": True, "parallel_write_safe": True}


def not_found_page(app: Sphinx) -> Iterator[tuple[str, dict[str, Any], str]]:
    """The page that a server shows for an unknown address; only in HTML."""
    if _in_use(app):
        yield "404", {}, "404.html"


def add_script(app: Sphinx) -> None:
    """Load the theme's scripts with a checksum in their address; a template could not compute that."""
    if _in_use(app):
        for name in SCRIPTS:
            app.add_js_file(name, loading_method="defer")


def add_filter(app: Sphinx) -> None:
    """Let templates speak the site's language, and leave out of styles and scripts what is for those who write them."""
    if _in_use(app):
        environment = app.builder.templates.environment
        environment.filters["without_comments"] = without_comments
        environment.globals["say"] = say
        environment.globals["script"] = served_script


def without_comments(css: str) -> str:
    """A stylesheet as it is served: without what is only for those who write it.

    >>> without_comments("/* Links. */ a { color: red; }")
    'a { color: red; }'
    """
    return _COMMENT.sub("", css).strip()


def served_script(name: str) -> str:
    """A script that all pages load, as it is served: without comments that fill lines.

    >>> served_script("find.js").splitlines()[0]
    '"use strict";'
    """
    return _COMMENT_LINES.sub("", (THEME / "scripts" / name).read_text(encoding="utf-8")).strip()


def spoken_strings() -> dict[str, str]:
    """The words that scripts say, in the site's language where that is not English."""
    return {words: said for words in _said_in_scripts() if (said := say(words)) != words}


@cache
def _said_in_scripts() -> tuple[str, ...]:
    """The English words that the theme's scripts say; every page asks for them."""
    scripts = (path.read_text(encoding="utf-8") for path in sorted(THEME.rglob("*.js")))
    return tuple(dict.fromkeys(words for script in scripts for words in SAID_IN_SCRIPTS.findall(script)))


def give_strings(
    app: Sphinx, pagename: str, templatename: str, context: dict[str, Any], doctree: nodes.document | None
) -> None:
    """Give pages in another language than English the words of their scripts."""
    if _in_use(app) and (strings := spoken_strings()):
        # A page that holds data for scripts must not end them.
        context["reader_strings"] = json.dumps(strings, ensure_ascii=False, sort_keys=True).replace("<", "\\u003c")


def speak(app: Sphinx, config: object) -> None:
    """Speak the language of the site."""
    use(app.config.language)


def keep_assets_lean(
    app: Sphinx, pagename: str, templatename: str, context: dict[str, Any], doctree: nodes.document | None
) -> None:
    """Drop the stylesheets and scripts that this page does not use."""
    if not _in_use(app):
        return
    markup: str = context.get("body") or ""
    context["css_files"] = [css for css in context["css_files"] if _is_used(css, markup)]
    scripts = [js for js in context["script_files"] if _is_used(js, markup)]
    ours = {*(f"_static/{name}" for name in SCRIPTS), "_static/design-tabs.js", *CORE_SCRIPTS}
    has_foreign = any(_filename(js) not in ours for js in scripts)
    if "body" in context and not has_foreign:
        scripts = [js for js in scripts if _filename(js) not in CORE_SCRIPTS]
    context["script_files"] = scripts


def set_policy(
    app: Sphinx, pagename: str, templatename: str, context: dict[str, Any], doctree: nodes.document | None
) -> None:
    """Give a page its content security policy, and take out what the policy forbids.

    Lines of script that extensions add to pages become files. Scripts of other hosts are left out: without a network
    they would not be there either.
    """
    policy = policy_of(str(context.get("theme_policy", ""))) if _in_use(app) else {}
    if not policy:
        return
    meta = f'<meta http-equiv="Content-Security-Policy" content="{escape(as_text(policy), quote=False)}" />'
    # Before all others: a policy holds for what comes after it.
    context["metatags"] = f"\n    {meta}{context.get('metatags') or ''}"
    # Sphinx's page of a domain's index collapses it by a line of script.
    context["collapse_index"] = False
    scripts = (_as_file(app, js) for js in context["script_files"])
    has_hosts = policy["script-src"] != POLICY["script-src"]
    context["script_files"] = [js for js in scripts if has_hosts or "//" not in _filename(js)]


def _as_file(app: Sphinx, script: Any) -> Any:
    """A script as a file of the site; data for scripts, which has another type, stays in the page."""
    attributes = getattr(script, "attributes", None) or {}
    body, kind = attributes.get("body"), attributes.get("type", "")
    if _filename(script) or not body or kind not in ("", "module", "text/javascript", "application/javascript"):
        return script
    name = f"_static/inline-{hashlib.sha256(str(body).encode()).hexdigest()[:12]}.js"
    path = Path(app.outdir, name)
    path.parent.mkdir(exist_ok=True)
    path.write_text(str(body), encoding="utf-8")
    return name


def _in_use(app: Sphinx) -> bool:
    """Whether this build's HTML theme is ours or inherits from it."""
    theme = getattr(app.builder, "theme", None)
    return theme is not None and str(THEME) in map(str, theme.get_theme_dirs())


def _is_used(asset: object, markup: str) -> bool:
    """Whether a page with this markup needs the file; unknown files are always needed."""
    return NEEDED_FOR.get(_filename(asset), "") in markup


def _filename(asset: object) -> str:
    """The address of a stylesheet or script in the output; empty for an inline script."""
    return str(getattr(asset, "filename", None) or "")
