"""The W3C's own samples: every correct one is read, every wrong one refused with a sentence."""

from __future__ import annotations

from pathlib import Path

import pytest

from course_reader.exchange.complaints import MalformedError
from course_reader.exchange.forms import read

pytestmark = pytest.mark.samples

CORRECT = [
    *(f"anno{n}" for n in range(1, 41)),
    "anno41-example44",
    "collection1",
    *(f"example{n}" for n in (41, 42, 43)),
]
COUNTS = {"collection1": 41, "example41": 0, "example42": 2, "example43": 2}
#: what each wrong sample is about, beyond two ids, where it is JSON at all
WRONG = {
    1: "this is not JSON, nor a table of annotations", 2: "“target” is missing", 3: "“@context” is missing",
    4: "@context: it is “fish”",
    5: "it should include “http://www.w3.org/ns/anno.jsonld”", 6: "id: it is “not a uri”", 7: "id: there are 2 of them",
    8: "type: it is missing", 9: "type: it is “Squirrel”", 11: "target: it is “9”", 26: "creator: it is “6”",
    27: "generator: it is “42”", 28: "created: it is “yesterday”", 29: "modified: it is “an hour ago”",
    30: "generated: it is “now”", 31: "modified: there are 2", 32: "created: there are 2", 33: "generated: there are 2",
    34: "rights: it is “not a uri”", 35: "via: it is “not a uri”", 36: "canonical: it is “not a uri”",
    38: "target.selector.value: it is missing", 39: "target.selector.value: there are 2",
}  # fmt: skip


def test_all_samples_are_known(w3c: Path) -> None:
    assert sorted(CORRECT) == sorted(path.stem for path in (w3c / "correct").glob("*.json"))
    assert {f"anno{n}" for n in range(1, 40)} == {path.stem for path in (w3c / "incorrect").glob("*.json")}


@pytest.mark.parametrize("name", CORRECT)
def test_a_correct_sample_is_read(w3c: Path, name: str) -> None:
    batch = read((w3c / "correct" / f"{name}.json").read_bytes())
    assert len(batch.annotations) == COUNTS.get(name, 1)
    assert all(a.body and a.places and a.id.startswith("http") for a in batch.annotations)
    assert bool(batch.elsewhere) == name.startswith("example")


@pytest.mark.parametrize("number", range(1, 40))
def test_a_wrong_sample_is_refused(w3c: Path, number: int) -> None:
    data = (w3c / "incorrect" / f"anno{number}.json").read_bytes()
    with pytest.raises(MalformedError) as caught:
        read(data)
    said = [problem.message for problem in caught.value.problems]
    if number in WRONG:
        assert any(WRONG[number] in line for line in said)
    else:
        assert said[0].startswith("this is not JSON: there is a comma before a closing bracket or brace")
        assert caught.value.problems[0].line > 1


def test_words_of_selectors_are_found_behind_fragments_too(w3c: Path) -> None:
    read_one = {n: read((w3c / "correct" / f"anno{n}.json").read_bytes()).annotations[0] for n in (26, 27, 32)}
    quotes = {n: (a.places[0].quote, a.places[0].prefix, a.places[0].start) for n, a in read_one.items()}
    assert quotes == {
        26: ("anotation", "this is an ", None),
        27: (None, "", 412),
        32: ("Selected Text", "text before the ", None),
    }
