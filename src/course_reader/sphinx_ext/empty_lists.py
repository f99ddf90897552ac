"""A pattern in a table of contents that no page fits yet is no fault: a new reader may have no articles and packs.

Sphinx warns about it without a type, so that `suppress_warnings` cannot name the warning.
"""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.config import Config

#: Sphinx puts its own name before that of the module that warns.
_LOGGER = "sphinx.sphinx.directives.other"


def allow(app: Sphinx, config: Config) -> None:
    """On `config-inited`: these warnings are not passed on."""
    logging.getLogger(_LOGGER).addFilter(_is_about_something)


def _is_about_something(record: logging.LogRecord) -> bool:
    return getattr(record, "subtype", None) != "empty_glob"
