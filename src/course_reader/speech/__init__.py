"""The words of pages in the site's language, from gettext catalogues: `de/LC_MESSAGES/course_reader.po` and its `.mo`.

English needs no catalogue: the words in the code are English. A word that a catalogue does not have stays English.
"""

from __future__ import annotations

import gettext
from pathlib import Path

#: the folder of the catalogues, and their name
CATALOGUES, DOMAIN = Path(__file__).parent, "course_reader"


class _Spoken:
    """The language that pages speak in this process: that of the reader that is built."""

    catalogue: gettext.NullTranslations = gettext.NullTranslations()
    language = "en"


def use(language: str | None) -> None:
    """Speak a language from now on; without a catalogue for it, English.

    Args:
        language: As in `conf.py`.
    """
    tag = (language or "en").replace("-", "_")
    _Spoken.catalogue = gettext.translation(DOMAIN, CATALOGUES, [tag], fallback=True)
    has_catalogue = isinstance(_Spoken.catalogue, gettext.GNUTranslations)
    _Spoken.language = tag if has_catalogue else "en"


def spoken() -> str:
    """The language that pages speak, as a tag with underscores."""
    return _Spoken.language


def say(words: str, **values: object) -> str:
    """Words of a page in the language that it speaks.

    Args:
        words: The English words, with names in braces for what is put in.
        values: What is put in.

    >>> say("Back to {name} in the text", name="Ada Quill")
    'Back to Ada Quill in the text'
    """
    said = _Spoken.catalogue.gettext(words)
    return said.format(**values) if values else said
