"""The fonts of a pack: those inside the engine, those of installed packages, and those of the reader.

A character that the text face lacks is taken from the next family of the list. None of them is monospaced.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from importlib.util import find_spec
from itertools import chain
from pathlib import Path

import typst

from course_reader.tree.pack import Fonts

#: package with fonts → the folder of its fonts in it
PACKAGES = {
    "fontpkg_amiri": "files",
    "fontpkg_frank_ruhl_libre": "files",
    "manimgx_fonts": "",
    "manimgx_fonts_cjk": "",
}

#: families in the order in which they are tried after those of the settings
_FAMILIES = (
    "New Computer Modern", "Amiri", "Frank Ruhl Libre", "Noto Sans", "Noto Sans Armenian", "Noto Sans Georgian",
    "Noto Sans Hebrew", "Noto Sans Arabic", "Noto Sans Devanagari", "Noto Sans Bengali", "Noto Sans Tamil",
    "Noto Sans Telugu", "Noto Sans Kannada", "Noto Sans Malayalam", "Noto Sans Gujarati", "Noto Sans Gurmukhi",
    "Noto Sans Oriya", "Noto Sans Sinhala", "Noto Sans Thai", "Noto Sans Lao", "Noto Sans Khmer", "Noto Sans Myanmar",
    "Noto Sans Ethiopic", "Noto Sans CJK SC", "Noto Sans CJK KR", "New Computer Modern Math", "Noto Sans Symbols",
    "Noto Emoji",
)  # fmt: skip

#: language → the families that are tried first in it
_OF_LANGUAGES = {
    "hy": ("New Computer Modern",),
    **dict.fromkeys(("ar", "fa", "ur", "ps", "ckb", "ug", "sd"), ("Amiri",)),
    **dict.fromkeys(("he", "yi"), ("Frank Ruhl Libre",)),
    "ja": ("Noto Sans CJK JP",),
    "ko": ("Noto Sans CJK KR",),
    "zh": ("Noto Sans CJK SC",),
}

#: beginning of the Unicode name of a character → the extra of the tool that has a font for it
_EXTRAS = dict.fromkeys(("CJK", "HIRAGANA", "KATAKANA", "HANGUL", "BOPOMOFO", "IDEOGRAPHIC"), "cjk")


def folders() -> list[str]:
    """The folders with the fonts of installed packages."""
    found: list[str] = []
    for package, folder in PACKAGES.items():
        spec = find_spec(package)
        found += [str(Path(place, folder)) for place in (spec.submodule_search_locations or ())] if spec else []
    return found


def fonts_of(own: Sequence[str], paths: Iterable[str]) -> Fonts:
    """The families of a pack.

    Args:
        own: The families of the settings, which come first.
        paths: Folders with fonts.
    """
    there = set(typst.Fonts(include_system_fonts=False, font_paths=list(paths)).families())
    after = [family for family in _FAMILIES if family in there and family not in own]
    languages = {tag: [f for f in families if f in there] for tag, families in _OF_LANGUAGES.items()}
    return Fonts(serif=[*own, *after], languages={tag: found for tag, found in languages.items() if found})


def every_family(fonts: Fonts) -> list[str]:
    """All families of a pack, each once."""
    return list(dict.fromkeys([*fonts["serif"], *chain(*fonts["languages"].values())]))


def extra_for(names: Iterable[str]) -> str | None:
    """The extra of the tool whose fonts have one of some characters, given by their Unicode names."""
    return next((extra for name in names for begin, extra in _EXTRAS.items() if name.startswith(begin)), None)
