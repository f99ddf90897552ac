"""Take the values out of a dossier of facts: dates, numbers, names, offices; no sentences.

Run it when the dossier changes: `python tests/facts/take_values.py FACTS.yaml FACTS.md`. It writes `values.yaml` beside
itself, against which `test_values.py` holds every page of the shipped reader.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import yaml

sys.path.insert(0, str(Path(__file__).parent))
from values import dates_in, day_months_in, names_in, numbers_in

KINDS = ("people", "places", "agreements", "organisations", "events", "terms")
_ISO = re.compile(r"\b\d{4}-\d\d(?:-\d\d)?\b")


def texts(value: Any) -> Iterator[str]:
    """Every text inside a value."""
    if isinstance(value, dict):
        for item in value.values():
            yield from texts(item)
    elif isinstance(value, list):
        for item in value:
            yield from texts(item)
    elif value is not None:
        yield str(value)


_SHORT = {
    "Jan": "January",
    "Feb": "February",
    "Mar": "March",
    "Apr": "April",
    "Jun": "June",
    "Jul": "July",
    "Aug": "August",
    "Sept": "September",
    "Sep": "September",
    "Oct": "October",
    "Nov": "November",
    "Dec": "December",
}
_CHAIN = re.compile(r"\b(\d{1,2} [A-Z][a-z]+)((?: and |, | / | – | or )\d{1,2} [A-Z][a-z]+ )(\d{4})\b")


def written_out(text: str) -> str:
    """A text with the names of months in full, and with the year at each of two dates that share one."""
    text = re.sub(rf"\b({'|'.join(_SHORT)})\b\.?", lambda m: _SHORT[m[1]], text)
    return _CHAIN.sub(r"\1 \3\2\3", text)


def dates(found: Iterable[str]) -> list[str]:
    """Dates with at least a month, as ISO dates or months."""
    result: set[str] = set()
    for text in found:
        result |= set(_ISO.findall(text)) | dates_in(written_out(text))
    return sorted(result)


def entry_values(entry: dict[str, Any]) -> dict[str, Any]:
    """What one entry of the dossier says."""
    said = [text for key, value in entry.items() if key not in ("sources", "see_also") for text in texts(value)]
    row: dict[str, Any] = {"dates": dates(said)}
    for key in (
        "born",
        "died",
        "founded",
        "dissolved",
        "start",
        "end",
        "signed",
        "announced",
        "in_force",
        "initialled",
    ):
        if entry.get(key):
            row[key] = str(entry[key])
    if entry.get("roles"):
        row["roles"] = [[role["title"], role.get("from"), role.get("to")] for role in entry["roles"]]
    return row


def main(facts: Path, dossier: Path) -> None:
    """Read both files, write the values."""
    data = yaml.safe_load(facts.read_text(encoding="utf-8"))
    said = list(texts(data)) + dossier.read_text(encoding="utf-8").splitlines()
    values = {
        "dates": dates(said),
        "days": sorted({f"{month:02d}-{day:02d}" for text in said for month, day in day_months_in(text)}),
        "numbers": sorted(set().union(*(numbers_in(text) for text in said)), key=lambda n: (float(n), n)),
        "names": sorted(set().union(*(names_in(text, everywhere=True) for text in said))),
        "entries": {entry["id"]: entry_values(entry) for kind in KINDS for entry in data[kind]},
    }
    out = Path(__file__).with_name("values.yaml")
    head = "# Made by take_values.py from the dossier of facts: values only. Do not edit; see additional.yaml.\n"
    out.write_text(
        head + yaml.safe_dump(values, allow_unicode=True, sort_keys=False, width=118, default_flow_style=None)
    )
    print(f"{out}: {len(values['dates'])} dates, {len(values['numbers'])} numbers, {len(values['names'])} names")


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
