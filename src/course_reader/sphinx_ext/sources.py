"""The sources that entries and articles cite, as sphinxcontrib-bibtex read them."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from importlib.metadata import version
from typing import TYPE_CHECKING, Any, ClassVar

from pybtex.plugin import PluginNotFound, find_plugin, register_plugin
from pybtex.style import FormattedEntry

from course_reader.sphinx_ext.domain import reader_domain

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.config import Config
    from sphinx.environment import BuildEnvironment

#: where what a style made of the sources is kept from run to run, in the data of the domain
_KEPT = "formatted"

#: what pybtex makes a style of: group of plugins, the style's own choice, pybtex's choice for a style without one
_STYLE_PARTS = (
    ("pybtex.style.names", "default_name_style", "plain"),
    ("pybtex.style.labels", "default_label_style", "number"),
    ("pybtex.style.sorting", "default_sorting_style", "none"),
)


@dataclass(frozen=True, slots=True)
class SourceView:
    """One source, in plain text."""

    key: str
    author: str
    title: str
    publisher: str
    date: str
    url: str
    #: the day on which its address was last read
    accessed: str = ""


@dataclass(frozen=True, slots=True)
class Sources:
    """All sources by key; `known` is false where the reader has no bibliography at all."""

    views: dict[str, SourceView]
    known: bool

    @classmethod
    def of(cls, app: Sphinx) -> Sources:
        """The sources that the citation domain holds."""
        if "cite" not in app.env.domains or not getattr(app.config, "bibtex_bibfiles", None):
            return cls({}, known=False)
        data: Any = app.env.domains["cite"]
        entries = data.bibdata.data.entries
        return cls({key: _view(key, entry) for key, entry in entries.items()}, known=True)

    def get(self, keys: tuple[str, ...]) -> tuple[SourceView, ...]:
        """The sources of these keys that are there."""
        return tuple(self.views[key] for key in keys if key in self.views)


def keep_styles(app: Sphinx, config: Config) -> None:
    """On `config-inited`: have the style of citations at hand, and have it format each source once.

    For each citation pybtex makes a style, and for each of its four parts goes through all installed packages: in a
    reader of a hundred citations that takes longer than to read it. What is registered by name is found at once, and
    a part that the style names by its class need not be looked for.
    """
    if "bibtex_default_style" not in config:
        return
    group, name = "pybtex.style.formatting", config.bibtex_default_style
    try:
        register_plugin(group, name, _formatting_once(find_plugin(group, name)), force=True)
    except PluginNotFound:
        # The extension that needs the style says so in its own words.
        return


class _Once:
    """A style that formats each source once, however often it is cited; put before the style itself.

    The lists of sources are formatted in every run, and each citation in a footnote formats its source again: each
    goes through the source's TeX letter by letter. The texts that pybtex makes cannot be changed, so that one may
    stand in many places.
    """

    #: the style itself
    plain: ClassVar[Any]
    #: what was made of each source
    made: ClassVar[dict[str, Any]]

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self._has_options = bool(args or options)

    def format_entry(self, label: str, entry: Any, bib_data: Any = None) -> Any:
        # What another source lends to this one does not show in it.
        if self._has_options or "crossref" in entry.fields:
            return super().format_entry(label, entry, bib_data)  # type: ignore[misc]
        key = _key(entry)
        if key not in self.made:
            # A source that lacks a field is an error each time.
            self.made[key] = super().format_entry(label, entry, bib_data).text  # type: ignore[misc]
        return FormattedEntry(entry.key, self.made[key], label)


def _formatting_once(style: Any) -> Any:
    plain = style.plain if issubclass(style, _Once) else style
    parts = {
        choice: find_plugin(group, getattr(plain, choice, None) or otherwise)
        for group, choice, otherwise in _STYLE_PARTS
    }
    return type(plain.__name__, (_Once, plain), {"plain": plain, "made": {}, "__module__": plain.__module__, **parts})


def _key(entry: Any) -> str:
    """Differs whenever what a source says differs."""
    return hashlib.sha256(f"{entry.key} {entry!r}".encode("utf-8", "replace")).hexdigest()[:16]


def recall(app: Sphinx) -> None:
    """On `builder-inited`: take over what the last run made of the sources."""
    style = _style(app)
    made_by, made = reader_domain(app.env).data.get(_KEPT, ("", {}))
    if style is not None and made_by == _made_by(style):
        style.made.update(made)


def keep_formatted(app: Sphinx, env: BuildEnvironment) -> None:
    """On `env-updated`, when all sources are formatted: keep what was made of those that are there."""
    style = _style(app)
    if style is None or "cite" not in env.domains:
        return
    known: Any = env.domains["cite"]
    there = {_key(entry) for entry in known.bibdata.data.entries.values()}
    reader_domain(env).data[_KEPT] = (
        _made_by(style),
        {key: text for key, text in style.made.items() if key in there},
    )


def _style(app: Sphinx) -> Any:
    """The style that formats once; None if there is none, or if it is not pybtex's own and may change unseen."""
    if "bibtex_default_style" not in app.config:
        return None
    try:
        style = find_plugin("pybtex.style.formatting", app.config.bibtex_default_style)
    except PluginNotFound:
        return None
    return style if issubclass(style, _Once) and style.__module__.startswith("pybtex.") else None


def _made_by(style: Any) -> str:
    """The style, and the versions of what formats."""
    return f"{style.__module__} pybtex {version('pybtex')} latexcodec {version('latexcodec')}"


def _view(key: str, entry: Any) -> SourceView:
    fields = entry.fields
    people = entry.persons.get("author") or entry.persons.get("editor") or []
    author = "; ".join(_plain(" ".join(p.first_names + p.prelast_names + p.last_names)) for p in people)
    when = fields.get("date") or "-".join(filter(None, (fields.get("year"), fields.get("month"))))
    publisher = fields.get("publisher") or fields.get("organization") or fields.get("howpublished") or ""
    return SourceView(
        key, author or _plain(fields.get("author", "")), _plain(fields.get("title", key)), _plain(publisher),
        _plain(when), fields.get("url", ""), fields.get("urldate", ""),
    )  # fmt: skip


def _plain(text: str) -> str:
    """TeX braces and escapes taken out."""
    for escaped in "&%$#_":
        text = text.replace("\\" + escaped, escaped)
    return " ".join(text.replace("{", "").replace("}", "").replace("--", "–").split())
