"""A work in the three styles that schools ask for: MLA, APA, Chicago.

The styles are written here for the two kinds of works that there are. citeproc-py with the styles that it needs would
be 90 MB in each installation, and gives a title twice where no author is known.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from course_reader.model.dates import Edtf, spell
from course_reader.views.works import Author, Work

_MONTHS = (
    *("January", "February", "March", "April", "May", "June", "July"),
    *("August", "September", "October", "November", "December"),
)
_SHORT = ("Jan.", "Feb.", "Mar.", "Apr.", "May", "June", "July", "Aug.", "Sept.", "Oct.", "Nov.", "Dec.")


def mla(work: Work) -> str:
    """The style of the Modern Language Association, ninth edition."""
    where = ", ".join(filter(None, (work.container, _day_first(work.date, _SHORT), work.address)))
    return _joined(_stopped(_listed(work.authors)), f"“{_inside(work.title, '.')}”", _stopped(where), work.made_from)


def apa(work: Work) -> str:
    """The style of the American Psychological Association, seventh edition."""
    when = f"({_year_first(work.date)})."
    head = (_stopped(_initials(work.authors)), when, _stopped(work.title)) if work.authors else (
        _stopped(work.title), when,
    )  # fmt: skip
    made = f"({work.made_from.rstrip('.')})" if work.made_from else ""
    return _joined(*head, _stopped(_within(work)), work.address, made)


def chicago(work: Work) -> str:
    """The Chicago style, as an entry of a bibliography."""
    where = ", ".join(filter(None, (_within(work), _month_first(work.date))))
    return _joined(
        _stopped(_listed(work.authors)), f"“{_inside(work.title, '.')}”", _stopped(where), work.made_from,
        _stopped(work.address),
    )  # fmt: skip


STYLES: dict[str, Callable[[Work], str]] = {"MLA": mla, "APA": apa, "Chicago": chicago}


def _within(work: Work) -> str:
    """The container; “In” before the reader, which is a book."""
    return f"In {work.container}" if work.is_part and work.container else work.container


def _joined(*parts: str) -> str:
    return " ".join(filter(None, parts))


def _stopped(text: str) -> str:
    """A text that ends with a full stop, or with the mark that it has."""
    return text if not text or text[-1] in ".?!" else f"{text}."


def _inside(title: str, stop: str) -> str:
    return title if title[-1:] in ".?!" else title + stop


def _listed(names: Sequence[Author]) -> str:
    """The first name turned around: Poe, Jo, and Max Roe."""
    if not names:
        return ""
    first, *others = names
    rows = [f"{first.family}, {first.given}" if first.given else first.family]
    rows += [f"{name.given} {name.family}".strip() for name in others]
    if len(rows) > 3:
        return f"{rows[0]}, et al."
    return rows[0] if len(rows) == 1 else ", ".join(rows[:-1]) + f", and {rows[-1]}"


def _initials(names: Sequence[Author]) -> str:
    """Family names with initials: Poe, J., & Roe, M."""
    rows = [
        f"{name.family}, {' '.join(f'{part[0]}.' for part in re.split(r'[ -]', name.given) if part)}"
        if name.given
        else name.family
        for name in names
    ]
    return rows[0] if len(rows) == 1 else ", ".join(rows[:-1]) + f", & {rows[-1]}"


def _parts(date: Edtf | None) -> tuple[str, ...]:
    """Year, month and day of a plain date, as far as it has them; empty for any other."""
    found = re.fullmatch(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?", date.text) if date else None
    return tuple(part for part in found.groups() if part) if found else ()


def _day_first(date: Edtf | None, months: Sequence[str]) -> str:
    parts = _parts(date)
    if not parts:
        return spell(date) if date else "n.d."
    year, month, day = (*parts, "", "")[:3]
    return _joined(str(int(day)) if day else "", months[int(month) - 1] if month else "", year)


def _month_first(date: Edtf | None) -> str:
    parts = _parts(date)
    if len(parts) < 3:
        return _day_first(date, _MONTHS)
    return f"{_MONTHS[int(parts[1]) - 1]} {int(parts[2])}, {parts[0]}"


def _year_first(date: Edtf | None) -> str:
    parts = _parts(date)
    if not parts:
        return spell(date) if date else "n.d."
    rest = _joined(_MONTHS[int(parts[1]) - 1] if len(parts) > 1 else "", str(int(parts[2])) if len(parts) > 2 else "")
    return ", ".join(filter(None, (parts[0], rest)))
