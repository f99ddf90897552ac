"""A work for programs that manage references: BibTeX, RIS, CSL-JSON.

BibTeX is written here because the writer of pybtex leaves `$`, `^` and backslashes as they are, refuses one bracket
without the other, and changes signs in addresses.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Sequence
from typing import Any

from course_reader.model.dates import Edtf
from course_reader.views.works import Author, Work

#: what BibTeX takes for commands and brackets
_BIBTEX = str.maketrans(
    {sign: f"\\{sign}" for sign in "&%$#_"}
    | {
        "{": r"{\textbraceleft}",
        "}": r"{\textbraceright}",
        "\\": r"{\textbackslash}",
        "~": r"{\textasciitilde}",
        "^": r"{\textasciicircum}",
    }
)


def bibtex(work: Work) -> str:
    """An entry for BibTeX and BibLaTeX."""
    kind = "incollection" if work.is_part else "article"
    title, container = _escaped(work.title), _escaped(work.container)
    rows = {
        "title": f"{{{title}}}",
        "author": " and ".join(map(_bibtex_name, work.authors)),
        "booktitle" if work.is_part else "journal": container,
        "date": work.date.text if work.date else "",
        "url": work.address,
        "langid": work.language,
        "note": _escaped(work.made_from),
    }
    fields = ",\n".join(f"  {name} = {{{value}}}" for name, value in rows.items() if value)
    return f"@{kind}{{{work.key},\n{fields}\n}}"


def _escaped(text: str) -> str:
    return text.translate(_BIBTEX)


def _bibtex_name(name: Author) -> str:
    """A person as family and given name; a body in braces, so that it stays whole."""
    family = _escaped(name.family)
    return f"{family}, {_escaped(name.given)}" if name.given else f"{{{family}}}"


def ris(work: Work) -> str:
    """An entry in the format of RefMan, which EndNote and Zotero read."""
    rows = [("TY", "CHAP" if work.is_part else "NEWS"), ("TI", work.title)]
    rows += [("AU", f"{name.family}, {name.given}" if name.given else name.family) for name in work.authors]
    rows += [("T2", work.container), ("DA", "/".join(_numbers(work.date)) if work.date else "")]
    rows += [("PY", _numbers(work.date)[0] if _numbers(work.date) else ""), ("UR", work.address)]
    rows += [("LA", work.language), ("N1", work.made_from), ("ER", " ")]
    return "\n".join(f"{tag}  - {_line(value)}".rstrip() + (" " if tag == "ER" else "") for tag, value in rows if value)


def _line(text: str) -> str:
    return " ".join(text.split())


def _numbers(date: Edtf | None) -> Sequence[str]:
    """Year, month and day, as far as a plain date has them; the first year of any other."""
    if date is None:
        return ()
    found = re.fullmatch(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?", date.text)
    return [part for part in found.groups() if part] if found else [str(date.first.year)]


def csl_json(work: Work) -> str:
    """An item in the format of the Citation Style Language."""
    item: dict[str, Any] = {
        "id": work.key,
        "type": "chapter" if work.is_part else "article-newspaper",
        "title": work.title,
        "author": [
            {"family": name.family, "given": name.given} if name.given else {"literal": name.family}
            for name in work.authors
        ],
        "container-title": work.container,
        "issued": {"date-parts": [[int(part) for part in _numbers(work.date)]]} if work.date else {},
        "URL": work.address,
        "language": work.language,
        "note": work.made_from,
    }
    return json.dumps([{key: value for key, value in item.items() if value}], ensure_ascii=False, indent=2)


FORMATS: dict[str, Callable[[Work], str]] = {"BibTeX": bibtex, "RIS": ris, "CSL-JSON": csl_json}
