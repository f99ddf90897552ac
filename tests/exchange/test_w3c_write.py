"""The exported collection: what stands in it, and that it is what the W3C asks for."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft4Validator, FormatChecker
from pyld import jsonld
from referencing import Registry, Resource
from referencing.jsonschema import DRAFT4

from course_reader.exchange.forms import read
from course_reader.exchange.w3c_check import CONTEXT
from course_reader.exchange.w3c_write import ExportedArticle, GlossOut, NoteOut, collection, identity, to_bytes
from course_reader.model.note import Layer, Note
from course_reader.text.paragraphs import NumberedText, Paragraph

FIRST = "The talks 😀 went on. A dispute of forty years was not settled."
SECOND = "The talks will go on in May."
TEXT = NumberedText(f"{FIRST}\n\n{SECOND}", (Paragraph(1, "p1", 0, 62), Paragraph(2, "p2", 64, 92)))
ARTICLE = ExportedArticle("harbour", "The harbour", "https://reader.example/corpus/harbour/article.html", TEXT)
LAYERS = {
    "instructor": Layer(title="Notes", author="Lena Holm", language="en", audience="public"),
    "zoe": Layer(language="no such", audience="class"),
}


def span(words: str, nth: int = 0) -> tuple[int, int]:
    start = -1
    for _ in range(nth + 1):
        start = TEXT.text.index(words, start + 1)
    return start, start + len(words)


def out(name: str, words: str | None = None, nth: int = 0, layer: str = "instructor", **keys: Any) -> NoteOut:
    place = span(words, nth) if words else None
    return NoteOut(name, layer, Note(**{"body": "Why?", "quote": words} | keys), place)


FOREIGN = {
    "id": "https://tool.example/a/1",
    "format": "w3c",
    "source": "https://news.example/",
    "kept": {
        "rights": "https://creativecommons.org/licenses/by/4.0/",
        "motivation": "assessing",
        "creator": {"id": "https://tool.example/oskar", "type": "Person", "name": "Oskar"},
        "target": {"source": "https://news.example/", "selector": {"type": "SvgSelector", "value": "<svg/>"}},
    },
    "wrote": "body:01234567",
}
NOTES = [
    out("n-00000001", "forty years", kind="question", tags=["time", " time "], created="2024-03-05", by="Oskar Brandt"),
    out("n-00000002", "The talks", 1, body="The *second* time.\n\nSee <https://a.example/>."),
    out("n-00000003", "The talks 😀 went", created="last spring", modified="2024-03-05T10:00:00+04:00"),
    out("n-00000004", SECOND, kind="correction", title="A second dispute"),
    out("n-00000005", f"settled.\n\n{SECOND[:9]}", layer="zoe"),
    out("n-00000006", body="On the whole.", kind="context"),
    out("n-00000007", body="Yes.", in_reply_to="n-00000001", created="2024-03-07"),
    out("n-00000008", body="No.", in_reply_to="n-00000001", created="2024-03-06", layer="zoe"),
    NoteOut(
        "n-00000009",
        "zoe",
        Note(body="Lost.", quote="gone", prefix="all is", suffix="now", paragraph=4, text_hash="t-0"),
    ),
    NoteOut(
        "n-0000000a", "zoe", Note(body="Lost too.", original=FOREIGN | {"lost": {"quote": "gone", "paragraph": "x"}})
    ),
    out("n-0000000b", "settled", body="Kept.", original=FOREIGN, by="Oskar"),
    out("n-0000000c", body="To nobody.", original={"id": "x", "format": "hypothesis", "references": ["zZ9", "y"]}),
]
GLOSSES = [
    GlossOut("may", "event", "May", "The month of the talks.", "en", span("May"), "https://reader.example/may.html")
]
WHOLE = collection(ARTICLE, LAYERS, NOTES, GLOSSES)


def item(name: str) -> dict[str, Any]:
    (found,) = [i for i in WHOLE["first"]["items"] if i.get("reader:note") == name]
    return found


def test_notes_stand_in_the_order_of_the_text_and_answers_behind_them() -> None:
    names = [i.get("reader:note", i.get("reader:entry")) for i in WHOLE["first"]["items"]]
    assert names == [
        *("n-00000003", "n-00000001", "n-00000008", "n-00000007", "n-0000000b", "n-00000002", "n-00000004"),
        *("n-00000006", "n-0000000c", "n-00000005", "n-00000009", "n-0000000a", "may"),
    ]
    assert WHOLE["total"] == len(names)


def test_the_same_notes_give_the_same_bytes_in_any_order() -> None:
    data = to_bytes(WHOLE)
    assert to_bytes(collection(ARTICLE, dict(reversed(LAYERS.items())), reversed(NOTES), GLOSSES)) == data
    assert data.decode().endswith("}\n")


def test_a_note_says_three_ways_where_its_words_stand() -> None:
    quote, position, fragment = item("n-00000001")["target"]["selector"]
    assert quote["exact"] == "forty years"
    assert quote["prefix"] == "The talks 😀 went on. A dispute of "
    assert TEXT.text[position["start"] : position["end"]] == "forty years"
    assert (fragment["value"], fragment["refinedBy"]) == ("p1", {"type": "TextQuoteSelector", "exact": "forty years"})
    assert item("n-00000001")["target"]["source"] == ARTICLE.address


def test_people_times_tags_and_kinds_are_told() -> None:
    first = item("n-00000001")
    assert (first["creator"], first["created"]) == ({"type": "Person", "name": "Oskar Brandt"}, "2024-03-05T00:00:00Z")
    assert (first["motivation"], first["reader:kind"]) == ("questioning", "question")
    assert [(b["value"], b["purpose"]) for b in first["body"]] == [("Why?", "questioning"), ("time", "tagging")]
    third = item("n-00000003")
    assert (third["reader:created"], third["modified"]) == ("last spring", "2024-03-05T06:00:00Z")
    assert third["creator"]["name"] == "Lena Holm"
    assert "creator" not in item("n-00000005")
    assert "language" not in item("n-00000005")["body"][0]


def test_answers_are_about_what_they_answer() -> None:
    assert item("n-00000007")["target"] == item("n-00000001")["id"] == identity("harbour", "n-00000001")
    assert item("n-00000007")["motivation"] == "replying"
    assert item("n-0000000c")["target"].startswith("urn:uuid:")


def test_words_that_are_lost_are_exported_as_they_were() -> None:
    assert item("n-00000009")["target"]["selector"] == [
        {"type": "TextQuoteSelector", "exact": "gone", "prefix": "all is", "suffix": "now"}
    ]
    assert item("n-0000000a")["target"]["selector"] == [{"type": "TextQuoteSelector", "exact": "gone"}]


def test_what_came_from_elsewhere_says_so_and_keeps_its_rights() -> None:
    found = item("n-0000000b")
    assert (found["via"], found["rights"]) == (FOREIGN["id"], "https://creativecommons.org/licenses/by/4.0/")
    assert (found["motivation"], found["creator"]["id"]) == ("assessing", "https://tool.example/oskar")
    before = json.loads(found["reader:original"])
    assert before == {key: value for key, value in FOREIGN.items() if key != "wrote"}


def test_a_circle_of_answers_is_exported() -> None:
    circle = [out("n-00000001", in_reply_to="n-00000002"), out("n-00000002", in_reply_to="n-00000001")]
    assert collection(ARTICLE, LAYERS, circle)["total"] == 2


def test_what_is_exported_is_read_again() -> None:
    batch = read(to_bytes(WHOLE))
    assert len(batch.annotations) == len(NOTES) + 1
    by_id = {a.note_id: a for a in batch.annotations}
    assert by_id["n-00000001"].kind == "question"
    assert by_id["n-00000008"].parents == (identity("harbour", "n-00000001"),)
    assert by_id["n-0000000b"].original == json.loads(item("n-0000000b")["reader:original"])
    layer = by_id["n-00000001"].layer
    assert layer and (layer.name, layer.title, layer.author, layer.audience) == (
        "instructor",
        "Notes",
        "Lena Holm",
        "public",
    )
    assert [a.gloss for a in batch.annotations].count(True) == 1


# --- the W3C's schemas


def _is_uri(value: object) -> bool:
    return not isinstance(value, str) or bool(re.fullmatch(r"[A-Za-z][A-Za-z0-9+.-]*:[^\s<>\"{}|\\^`]+", value))


def _is_time(value: object) -> bool:
    return not isinstance(value, str) or bool(
        re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)", value)
    )


FORMATS = FormatChecker(formats=())
FORMATS.checks("uri")(_is_uri)
FORMATS.checks("date-time")(_is_time)


def failures(folder: Path, listing: str, value: object) -> Iterator[str]:
    """The assertions of a list of the W3C's that a value does not meet."""

    def definitions(name: str) -> Resource[Any]:
        text = (folder / "definitions" / name).read_text(encoding="utf-8")
        return Resource(json.loads(text), DRAFT4)

    registry = Registry(retrieve=definitions)
    named = json.loads((folder / listing).read_text(encoding="utf-8"))["assertions"]
    paths = [path for path in named if isinstance(path, str)]
    assert len(paths) > 5
    for path in paths:
        schema = json.loads((folder / path).read_text(encoding="utf-8"))
        valid = Draft4Validator(schema, registry=registry, format_checker=FORMATS).is_valid(value)
        if valid != (schema.get("expectedResult", "valid") == "valid"):
            yield path


def alone(value: dict[str, Any]) -> dict[str, Any]:
    return {"@context": WHOLE["@context"]} | value


@pytest.mark.samples
def test_the_collection_and_its_page_keep_to_the_w3cs_schemas(w3c: Path) -> None:
    assert list(failures(w3c / "schemas", "collections/collectionMusts.test", WHOLE)) == []
    assert list(failures(w3c / "schemas", "collections/pages/pageMusts.test", alone(WHOLE["first"]))) == []


@pytest.mark.samples
@pytest.mark.parametrize("at", range(len(NOTES) + 1))
def test_each_annotation_keeps_to_the_w3cs_schemas(w3c: Path, at: int) -> None:
    found = alone(WHOLE["first"]["items"][at])
    assert list(failures(w3c / "schemas", "annotations/annotationMusts.test", found)) == []


@pytest.mark.samples
def test_the_schemas_can_fail(w3c: Path) -> None:
    wrong = alone(WHOLE["first"]["items"][0]) | {"created": "yesterday", "target": 9, "id": "not a uri"}
    assert len(list(failures(w3c / "schemas", "annotations/annotationMusts.test", wrong))) >= 3


# --- as triples


def triples(w3c: Path, value: dict[str, Any]) -> set[str]:
    """What a JSON-LD processor understands; it may read the W3C's context, and nothing else."""

    def load(url: str, options: object = None) -> dict[str, Any]:
        assert url == CONTEXT, f"{url} would be fetched"
        context = json.loads((w3c / "anno.jsonld").read_text(encoding="utf-8"))
        return {"contentType": "application/ld+json", "contextUrl": None, "documentUrl": url, "document": context}

    options = {"algorithm": "URDNA2015", "format": "application/n-quads", "documentLoader": load}
    return set(jsonld.normalize(value, options).splitlines())


XSD = "http://www.w3.org/2001/XMLSchema#"
OA, RDF, OWN = "http://www.w3.org/ns/oa#", "http://www.w3.org/1999/02/22-rdf-syntax-ns#", "urn:x-course-reader:"


@pytest.mark.samples
def test_a_note_expands_to_the_expected_triples(w3c: Path) -> None:
    note = item("n-00000007") | {"body": item("n-00000007")["body"]}
    parent, name = note["target"], note["id"]
    assert triples(w3c, alone(note)) == {
        f"<{name}> <{RDF}type> <{OA}Annotation> .",
        f"<{name}> <{OA}motivatedBy> <{OA}replying> .",
        f"<{name}> <{OA}hasTarget> <{parent}> .",
        f"<{name}> <{OA}hasBody> _:c14n1 .",
        f'<{name}> <http://purl.org/dc/terms/created> "2024-03-07T00:00:00Z"^^<{XSD}dateTime> .',
        f"<{name}> <http://purl.org/dc/terms/creator> _:c14n0 .",
        f'<{name}> <{OWN}note> "n-00000007" .',
        f'<{name}> <{OWN}layer> "instructor" .',
        f'<{name}> <{OWN}kind> "comment" .',
        f'<{name}> <{OWN}page> "{ARTICLE.address}" .',
        f"_:c14n0 <{RDF}type> <http://xmlns.com/foaf/0.1/Person> .",
        '_:c14n0 <http://xmlns.com/foaf/0.1/name> "Lena Holm" .',
        f"_:c14n1 <{RDF}type> <{OA}TextualBody> .",
        f'_:c14n1 <{RDF}value> "Yes." .',
        f"_:c14n1 <{OA}hasPurpose> <{OA}replying> .",
        '_:c14n1 <http://purl.org/dc/elements/1.1/format> "text/markdown" .',
        '_:c14n1 <http://purl.org/dc/elements/1.1/language> "en" .',
    }


@pytest.mark.samples
def test_words_and_their_places_expand_too(w3c: Path) -> None:
    found = triples(w3c, WHOLE)
    said = {line.split(" ", 1)[1] for line in found}
    assert f'<{OA}exact> "forty years" .' in said
    assert f"<{OA}hasSource> <{ARTICLE.address}> ." in said
    assert f'<{OWN}entry> "may" .' in said
    assert f'<{OA}end> "{len(TEXT.text)}"^^<{XSD}nonNegativeInteger> .' in said
    assert len([line for line in found if f"<{RDF}type> <{OA}Annotation>" in line]) == len(NOTES) + 1


@pytest.mark.samples
def test_nothing_else_is_ever_fetched(w3c: Path) -> None:
    with pytest.raises(jsonld.JsonLdError) as caught:
        triples(w3c, {"@context": "https://evil.example/context", "id": "urn:a:b"})
    said: list[str] = []
    error: BaseException | None = caught.value
    while error is not None:
        said.append(str(error))
        error = error.__cause__ or error.__context__
    assert any("https://evil.example/context would be fetched" in line for line in said)
