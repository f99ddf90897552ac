"""All languages that the tool knows besides English, and what it does about the others."""

from __future__ import annotations

from course_reader.text.languages.arabic import ARABIC
from course_reader.text.languages.armenian import ARMENIAN
from course_reader.text.languages.azerbaijani import AZERBAIJANI
from course_reader.text.languages.chinese import CHINESE
from course_reader.text.languages.french import FRENCH
from course_reader.text.languages.german import GERMAN
from course_reader.text.languages.italian import ITALIAN
from course_reader.text.languages.japanese import JAPANESE
from course_reader.text.languages.language import Language
from course_reader.text.languages.russian import RUSSIAN
from course_reader.text.languages.spanish import SPANISH
from course_reader.text.languages.turkish import TURKISH
from course_reader.text.languages.ukrainian import UKRAINIAN

#: the languages with a module, in the order of the manual; English has rules of its own (`course_reader.text.mention`)
LANGUAGES = (
    FRENCH, RUSSIAN, ARMENIAN, AZERBAIJANI, TURKISH, GERMAN, SPANISH, ITALIAN, UKRAINIAN, ARABIC, CHINESE, JAPANESE,
)  # fmt: skip
#: names are found as whole words in the form in which the glossary has them, and nothing else is known
ANY = Language("und", "another language", r"^\W\d_")
_BY_TAG = {language.tag: language for language in LANGUAGES}


def base(tag: str) -> str:
    """A tag without script and region.

    >>> base("zh-Hant-TW")
    'zh'
    """
    return tag.replace("_", "-").partition("-")[0].lower()


def is_known(tag: str) -> bool:
    """Whether the tool has rules for a language."""
    return base(tag) in ("en", "") or base(tag) in _BY_TAG


def language_of(tag: str) -> Language | None:
    """The record of a language; None for English, and a plain one for a language without rules."""
    return None if base(tag) in ("en", "") else _BY_TAG.get(base(tag), ANY)
