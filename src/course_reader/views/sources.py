"""The sources that entries and articles cite, as sphinxcontrib-bibtex read them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from sphinx.application import Sphinx


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
