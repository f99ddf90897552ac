"""Citations as printed by sphinxcontrib-bibtex and pybtex, without repeating the same work."""

from __future__ import annotations

import hashlib
from importlib.metadata import version
from typing import TYPE_CHECKING, Any, ClassVar

from pybtex.plugin import PluginNotFound, find_plugin, register_plugin
from pybtex.style import FormattedEntry

from course_reader.marks.domain import reader_domain

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.config import Config
    from sphinx.environment import BuildEnvironment

#: key for the formatted sources in the domain's data, where they are kept from run to run
_KEPT = "formatted"

#: the parts of a pybtex style: plugin group, the style's attribute, pybtex's default
_STYLE_PARTS = (
    ("pybtex.style.names", "default_name_style", "plain"),
    ("pybtex.style.labels", "default_label_style", "number"),
    ("pybtex.style.sorting", "default_sorting_style", "none"),
)


def keep_styles(app: Sphinx, config: Config) -> None:
    """On `config-inited`: keep the citation style at hand, and format each source only once.

    For each citation pybtex creates a style, and for each of its four parts searches all installed packages: in a
    reader with a hundred citations that takes longer than reading it. A style registered by name is found at once,
    and a part given as a class needs no search.
    """
    if "bibtex_default_style" not in config:
        return
    group, name = "pybtex.style.formatting", config.bibtex_default_style
    try:
        register_plugin(group, name, _formatting_once(find_plugin(group, name)), force=True)
    except PluginNotFound:
        # The extension that needs the style reports this itself.
        return


class _Once:
    """A mixin for styles: formats each source once, however often it is cited.

    The lists of sources are formatted in every run, and each citation in a footnote formats its source again, each
    time letter by letter. The texts that pybtex returns are immutable, so one text can be used in many places.
    """

    #: the style itself
    plain: ClassVar[Any]
    #: the formatted text of each source
    made: ClassVar[dict[str, Any]]

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self._has_options = bool(args or options)

    def format_entry(self, label: str, entry: Any, bib_data: Any = None) -> Any:
        # A source may inherit fields from the others, which its key does not show.
        if self._has_options or bib_data is not None:
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
    """A key that changes whenever the content of a source changes."""
    return hashlib.sha256(f"{entry.key} {entry!r}".encode("utf-8", "replace")).hexdigest()[:16]


def recall(app: Sphinx) -> None:
    """On `builder-inited`: reuse the sources formatted in the last run."""
    style = _style(app)
    made_by, made = reader_domain(app.env).data.get(_KEPT, ("", {}))
    if style is not None and made_by == _made_by(style):
        style.made.update(made)


def keep_formatted(app: Sphinx, env: BuildEnvironment) -> None:
    """On `env-updated`, when all sources are formatted: keep the texts of those that still exist."""
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
    """The caching style; None if there is none, or if a part is not pybtex's and may change unnoticed."""
    if "bibtex_default_style" not in app.config:
        return None
    try:
        style = find_plugin("pybtex.style.formatting", app.config.bibtex_default_style)
    except PluginNotFound:
        return None
    is_pybtex = issubclass(style, _Once) and all(module.startswith("pybtex.") for module in _modules(style))
    return style if is_pybtex else None


def _made_by(style: Any) -> str:
    """The style with its parts, and the versions of the packages that format."""
    return " ".join([*_modules(style), *(f"{name} {version(name)}" for name in ("pybtex", "latexcodec"))])


def _modules(style: Any) -> list[str]:
    return [style.__module__, *(getattr(style, choice).__module__ for _, choice, _ in _STYLE_PARTS)]
