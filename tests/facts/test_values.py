"""Every date, number and name of the shipped reader is known to the dossier of facts, and no two pages disagree.

`values.yaml` holds what the dossier says, as values. `additional.yaml` is the reviewed list of what the reader says
besides, each with the key of its source. `quantities.yaml` names quantities that several pages tell.
"""

from __future__ import annotations

import re
from datetime import date, timedelta
from functools import cache
from typing import Any

import pytest
import yaml
from facts.pages import PROJECT, Text, all_texts
from facts.values import dates_in, day_months_in, names_in, numbers_in

from course_reader.marks.session import names_of
from course_reader.model.dates import Edtf, parse
from course_reader.model.entry import Person, happened
from course_reader.model.glossary import load
from course_reader.text.mention.index import NameIndex
from course_reader.text.prose.sentence import sentences

FOLDER = PROJECT / "tests" / "facts"
GLOSSARY = load(PROJECT / "glossary", PROJECT)
#: pages for teaching count minutes and paragraphs, and speak of other things too
STRICT = ("entry", "article", "note", "chapter")


@cache
def known(file: str) -> dict[str, Any]:
    return yaml.safe_load((FOLDER / file).read_text(encoding="utf-8")) or {}


def told(key: str) -> set[str]:
    """What the dossier knows, and what was reviewed besides."""
    return {str(value) for value in (*known("values.yaml")[key], *known("additional.yaml")[key])}


def unknown(key: str, texts: list[Text]) -> list[str]:
    """The values of some texts that nothing vouches for, with their places."""
    take = TAKE[key]
    vouched = told(key)
    if key == "dates":
        vouched |= {day[:7] for day in vouched}
    if key == "days":
        vouched |= {day[5:] for day in told("dates") if len(day) == 10}
    return sorted({f"{text.path}: {value}" for text in texts for value in take(text.text) if value not in vouched})


def _days(text: str) -> set[str]:
    return {f"{month:02d}-{day:02d}" for month, day in day_months_in(text)}


TAKE = {"dates": dates_in, "days": _days, "numbers": numbers_in, "names": names_in}


@pytest.mark.parametrize("key", TAKE)
def test_every_value_of_the_texts_is_known(key: str) -> None:
    assert unknown(key, [text for text in all_texts() if text.kind in STRICT]) == []


def test_a_wrong_value_is_found() -> None:
    wrong = Text("x.md", "It was 7 October 2021, or 8 October. Some 31,000 met Zaphod.", "entry")
    assert unknown("dates", [wrong]) == ["x.md: 2021-10-07"]
    assert unknown("numbers", [wrong]) == ["x.md: 31000"]
    assert unknown("names", [wrong]) == ["x.md: Zaphod"]
    assert unknown("days", [Text("x.md", "On 9 October it rained.", "entry")]) == ["x.md: 10-09"]


def test_pages_for_teaching_tell_only_known_dates_and_large_numbers() -> None:
    pages = [text for text in all_texts() if text.kind == "page"]
    large = [line for line in unknown("numbers", pages) if float(line.rsplit(": ", 1)[1]) >= 1000]
    assert [*unknown("dates", pages), *unknown("days", pages), *large] == []


def test_the_texts_that_are_walked_are_all_there() -> None:
    texts = all_texts()
    assert {text.id for text in texts if text.kind == "entry"} == set(GLOSSARY.files)
    assert {text.kind for text in texts} == {*STRICT, "page"}
    assert sum(len(dates_in(text.text)) for text in texts) > 300
    assert sum(len(numbers_in(text.text)) for text in texts) > 300


def test_what_was_added_has_a_source_that_is_there_and_is_still_told() -> None:
    bibliography = (PROJECT / "docs" / "sources.bib").read_text(encoding="utf-8")
    for key in TAKE:
        for value, source in known("additional.yaml")[key].items():
            assert source == "general" or f"{{{source}," in bibliography, f"{value}: no source {source}"
            assert any(str(value) in TAKE[key](text.text) for text in all_texts()), (
                f"{value} is told nowhere; take it out"
            )


# --- entries against the dossier


def _facts(entry_id: str) -> dict[str, Any]:
    rows: dict[str, dict[str, Any]] = known("values.yaml")["entries"]
    return {"dates": []} if entry_id in known("additional.yaml")["entries"] else rows[entry_id]


def test_the_dossier_and_the_glossary_have_the_same_entries() -> None:
    ours = set(GLOSSARY.files) - set(known("additional.yaml")["entries"])
    assert set(known("values.yaml")["entries"]) == ours


def test_lives_events_and_agreements_have_the_dates_of_the_dossier() -> None:
    wrong = []
    for file in GLOSSARY:
        row = _facts(file.id)
        pairs = [(getattr(file.entry, key, None), row.get(key)) for key in ("born", "died", "start", "end")]
        when = happened(file.entry)
        if "signed" in row or "announced" in row:
            pairs.append((when, row.get("signed") or row.get("announced")))
        wrong += [f"{file.id}: {ours}, not {theirs}" for ours, theirs in pairs if _differ(ours, theirs)]
    assert wrong == list(known("additional.yaml")["corrected"])


def _differ(ours: Edtf | None, theirs: str | None) -> bool:
    if ours is None or theirs is None:
        return False
    given, leeway = parse(theirs), timedelta(days=45 if ours.approximate else 0)
    return ours.last + leeway < given.first or given.last < ours.first - leeway


def test_terms_of_office_are_those_of_the_dossier() -> None:
    """A day of handover may count for either; an office that the dossier splits may be told in more parts."""
    wrong = []
    for file in GLOSSARY:
        if not isinstance(file.entry, Person):
            continue
        bounds = [bound for role in file.entry.roles for bound in (role.start, role.end) if bound]
        for title, start, end in _facts(file.id).get("roles", []):
            lacking = [d for d in (start, end) if d and not any(_near(bound, parse(d)) for bound in bounds)]
            wrong += [f"{file.id}: {title} {day} is not among its terms" for day in lacking]
    assert wrong == []


def _near(ours: Edtf, given: Edtf) -> bool:
    day = timedelta(days=1)
    first = ours.first if ours.first == date.min else ours.first - day
    return first <= given.last and given.first <= ours.last + day


# --- pages against each other


@cache
def index() -> NameIndex:
    return NameIndex(name for file in GLOSSARY for name in names_of(file))


def test_an_event_has_one_date_on_all_pages() -> None:
    """In a sentence that names one dated entry and one day, the day is one that the dossier gives for that entry."""
    wrong = []
    for text in all_texts():
        for start, end in sentences(text.text):
            sentence = text.text[start:end]
            days = [day for day in dates_in(sentence) if len(day) == 10]
            dated = {m.entry for m in index().find(sentence).mentions if happened(GLOSSARY[m.entry])}
            if len(days) != 1 or len(dated) != 1:
                continue
            [entry_id] = dated
            own = happened(GLOSSARY[entry_id])
            if days[0] not in _facts(entry_id)["dates"] and own and parse(days[0]).first not in own:
                wrong.append(f"{text.path}: {entry_id} on {days[0]}: {sentence}")
    assert [
        line for line in wrong if not any(line.startswith(fine) for fine in known("additional.yaml")["sentences"])
    ] == []


_OFFICES = "Prime Minister|President|Foreign Minister|Secretary of State|Vice President"
_OFFICE = re.compile(rf"\b((?:Acting |acting )?(?:{_OFFICES}|{_OFFICES.lower()}))(?: of [A-Z]\w+(?: [A-Z]\w+)?)?,? ?\Z")


def test_nobody_is_given_an_office_that_they_never_held() -> None:
    wrong, seen = [], 0
    for text in all_texts():
        for mention in index().find(text.text).mentions:
            entry = GLOSSARY[mention.entry]
            found = _OFFICE.search(text.text[: mention.start])
            if not isinstance(entry, Person) or not found:
                continue
            seen += 1
            office = found[1].lower().removeprefix("acting ")
            if not any(_is(office, role.title.lower()) for role in entry.roles):
                wrong.append(f"{text.path}: {found[1]} {mention.text}")
    assert wrong == []
    assert seen > 10


def _is(office: str, title: str) -> bool:
    return office in title or (office == "foreign minister" and "minister of foreign affairs" in title)


@pytest.mark.parametrize("quantity", known("quantities.yaml"), ids=lambda q: q["what"])
def test_a_quantity_is_the_same_on_all_pages(quantity: dict[str, Any]) -> None:
    found = {
        (text.path, match[1].replace(",", ""))
        for text in all_texts()
        for match in re.finditer(quantity["told"], text.text)
    }
    assert found, "no page tells this quantity any more"
    assert {pair for pair in found if pair[1] not in {str(value) for value in quantity["is"]}} == set()
