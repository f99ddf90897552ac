"""The sources of a reader, as read by sphinxcontrib-bibtex."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from course_reader.model.addresses import is_web
from course_reader.sphinx_ext import bib_files
from course_reader.views.sources import Sources, SourceView

if TYPE_CHECKING:
    from sphinx.application import Sphinx


def sources_of(app: Sphinx) -> Sources:
    """The sources in the citation domain."""
    if "cite" not in app.env.domains or not getattr(app.config, "bibtex_bibfiles", None):
        return Sources({}, known=False)
    data: Any = app.env.domains["cite"]
    entries = data.bibdata.data.entries
    return Sources({key: _view(key, entry) for key, entry in entries.items()}, known=bib_files.is_complete(app))


def _view(key: str, entry: Any) -> SourceView:
    fields = entry.fields
    people = entry.persons.get("author") or entry.persons.get("editor") or []
    author = "; ".join(_plain(" ".join(p.first_names + p.prelast_names + p.last_names)) for p in people)
    when = fields.get("date") or "-".join(filter(None, (fields.get("year"), fields.get("month"))))
    publisher = fields.get("publisher") or fields.get("organization") or fields.get("howpublished") or ""
    address = fields.get("url", "")
    refused = address if address and not is_web(address) else ""
    return SourceView(
        key, author or _plain(fields.get("author", "")), _plain(fields.get("title", key)), _plain(publisher),
        _plain(when), "" if refused else address, fields.get("urldate", ""), refused,
        *(str(fields.get(name, "")).strip("{} ") for name in ("kind", "side", "archived")),
    )  # fmt: skip


def _plain(text: str) -> str:
    """A text without TeX braces and escapes."""
    for escaped in "&%$#_":
        text = text.replace("\\" + escaped, escaped)
    return " ".join(text.replace("{", "").replace("}", "").replace("--", "–").split())
