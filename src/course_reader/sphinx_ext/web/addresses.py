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
    """The full address of a page on the web, in a book too; "" if that of the site is not known."""
    base, builder = base_of(app), app.builder
    assert builder is not None
    if not base:
        return ""
    is_site = builder.format == "html" and builder.name != "epub"
    page = builder.get_target_uri(docname) if is_site else f"{quote(docname)}{app.config.html_file_suffix or '.html'}"
    return urljoin(base, quote(page, safe="/#%"))
