"""The full addresses of pages, by `html_baseurl`."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import quote, urljoin

if TYPE_CHECKING:
    from sphinx.application import Sphinx


def base_of(app: Sphinx) -> str:
    """The address of the site, with a slash at its end; "" if it is not known."""
    base = str(app.config.html_baseurl or "").strip()
    return f"{base.rstrip('/')}/" if base.startswith(("https://", "http://")) else ""


def address_of(app: Sphinx, docname: str) -> str:
    """The full address of a page; "" if that of the site is not known."""
    base = base_of(app)
    assert app.builder is not None
    return urljoin(base, quote(app.builder.get_target_uri(docname), safe="/#%")) if base else ""
