"""`notes import` and `notes export` in a reader: what is written, what is said, and what stays as it was."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from commands.notes.calls import FILES, Calls
from exchange.made_up import PAGE, quoting, row, w3c
from readers import Reader, make_reader

from course_reader.commands.check import check
from course_reader.commands.command import FINE, PROBLEMS, WRONG_USE
from course_reader.files.yaml_lines import load
from course_reader.model.problems import Severity


@pytest.fixture
def reader(tmp_path: Path) -> Reader:
    return make_reader(tmp_path / "reader", FILES)


@pytest.fixture
def calls(reader: Reader, capsys: pytest.CaptureFixture[str]) -> Calls:
    return Calls(reader, capsys)


SEMINAR = [
    row("reply2", "I disagree.", references=["root01", "reply1"], target=[{"source": PAGE}]),
    row(
        "reply1", "Why *forty*?", references=["root01"], target=[{"source": PAGE}], user_info={"display_name": "Oskar"}
    ),
    row("root01", "Count <b onclick=alert(1)>them</b>.", "dispute of forty years", prefix="“A ", tags=["time"]),
    row("lost01", "Which quay?", "the old quay of 1911", prefix="repairs on "),
    row("page01", "A good report.", target=[{"source": PAGE}]),
    row("group1", "For us.", "third day", prefix="for a ", group="kR7yQz", permissions={"read": ["group:kR7yQz"]}),
    row("other1", "Elsewhere.", "words", uri="https://news.example/other"),
]


def test_an_export_of_hypothesis_becomes_notes(calls: Calls) -> None:
    answer = calls.bring({"annotations": SEMINAR, "export_date": "2024-03-07"})
    assert answer["elsewhere"] == [{"address": "https://news.example/other", "count": 1}]
    assert {(n["result"], n["article"]) for n in answer["notes"]} == {("new", "talks")}
    first, answer1, answer2, *page = calls.notes("hypothesis")
    assert (first.quote, first.paragraph, first.tags, first.by) == ("dispute of forty years", 2, ("time",), "Lena Holm")
    assert first.body == "Count <b onclick=alert(1)>them</b>."
    assert first.created == "2024-03-06T09:30:12.345678Z"
    assert (answer1.in_reply_to, answer1.by, answer2.in_reply_to) == (first.id, "Oskar", answer1.id)
    assert [(n.quote, n.body) for n in page] == [(None, "Which quay?"), (None, "A good report.")]
    assert page[0].original and page[0].original["lost"] == {"quote": "the old quay of 1911", "prefix": "repairs on "}
    assert [n["lost"] for n in answer["notes"] if n["lost"]] == ["the old quay of 1911"]
    (mine,) = calls.notes("hypothesis-kR7yQz")
    assert (mine.quote, mine.paragraph) == ("third day", 1)


def test_what_was_imported_is_right_and_shown(calls: Calls) -> None:
    calls.bring({"rows": SEMINAR, "total": len(SEMINAR)})
    assert [p for p in check(calls.reader.root) if p.severity is not Severity.HINT] == []
    calls.reader.build()
    page = (calls.reader.root / "_build" / "html" / "corpus" / "talks" / "article.html").read_text(encoding="utf-8")
    assert "Which quay?" in page
    assert "For us." not in page
    assert "<b onclick" not in page


def test_again_nothing_is_doubled_and_nothing_is_touched(calls: Calls) -> None:
    calls.bring(SEMINAR)
    before = calls.files()
    answer = calls.bring(SEMINAR)
    assert {n["result"] for n in answer["notes"]} == {"unchanged"}
    assert calls.files() == before


def test_changes_there_come_here_and_edits_here_stay(calls: Calls) -> None:
    calls.bring(SEMINAR)
    path = calls.reader.root / "corpus" / "talks" / "notes" / "hypothesis.yaml"
    text = path.read_text(encoding="utf-8").replace("A good report.", "A shorter report.")
    path.write_text(f"# ours\n{text}", encoding="utf-8")
    newer = [dict(one, updated="2024-04-01T10:00:00Z") for one in SEMINAR]
    newer[1]["text"], newer[4]["text"] = "Who counts?", "A very good report."
    answer = calls.bring(newer)
    assert {n["original"]: n["result"] for n in answer["notes"]} == {
        "root01": "unchanged",
        "reply1": "changed",
        "reply2": "unchanged",
        "lost01": "unchanged",
        "page01": "edited here",
        "group1": "unchanged",
    }
    assert [n["conflicts"] for n in answer["notes"] if n["conflicts"]] == [["the text"]]
    bodies = {note.body: note.modified for note in calls.notes("hypothesis")}
    assert bodies["Who counts?"] == "2024-04-01T10:00:00Z"
    assert "A shorter report." in bodies
    assert path.read_text(encoding="utf-8").startswith("# ours\n")


def test_the_article_is_that_of_the_address_and_of_the_words(calls: Calls) -> None:
    """Two articles have the address: the one with the report's own words, and the one that retells it."""
    values = [
        w3c("urn:x:1", target=quoting("forty years", "dispute of ", " is not settled")),
        w3c("urn:x:2", target=quoting("takes time", "the mayor said, ")),
        w3c(
            "urn:x:3",
            target=quoting("talk about the harbour", source="http://127.0.0.1:8000/corpus/retold/article.html"),
        ),
        w3c("urn:x:4", target=PAGE.replace("https://", "http://www.") + "#comments"),
        w3c("urn:x:5", target="urn:x-course-reader:retold"),
    ]
    answer = calls.bring(values)
    assert [n["article"] for n in answer["notes"]] == ["talks", "retold", "retold", "talks", "retold"]
    assert [n["paragraph"] for n in answer["notes"]] == [2, 1, 1, None, None]


def test_everything_can_go_to_one_article_and_one_layer(calls: Calls) -> None:
    answer = calls.bring(SEMINAR, "--article", "retold", "--layer", "seminar")
    assert answer["elsewhere"] == []
    assert {(n["article"], n["layer"]) for n in answer["notes"]} == {("retold", "seminar")}
    assert len(calls.notes("seminar", "retold")) == len(SEMINAR)


SECRET = row("mine01", "Secret.", permissions={"read": ["acct:lena.holm@hypothes.is"]})


def test_what_was_not_public_does_not_become_so(calls: Calls) -> None:
    calls.bring([SECRET])
    calls.bring([SEMINAR[2], SECRET, SEMINAR[5]], "--article", "retold", "--layer", "all")
    for name in ("talks/notes/hypothesis-private", "retold/notes/all"):
        text = (calls.reader.root / f"corpus/{name}.yaml").read_text(encoding="utf-8")
        assert load(text).value["layer"]["audience"] == "class"


def test_what_becomes_public_in_a_layer_that_is_there_is_told(calls: Calls) -> None:
    calls.reader.write({"corpus/talks/notes/open.yaml": "layer: {audience: public}\nnotes:\n  - body: Open.\n"})
    answer = calls.bring([SEMINAR[2], SECRET], "--layer", "open")
    assert [(n["original"], n["exposed"]) for n in answer["notes"]] == [("root01", False), ("mine01", True)]
    file = calls.reader.root.parent / "file.json"
    file.write_text(json.dumps([dict(SECRET, id="mine02", text="Another secret.")]), encoding="utf-8")
    _, out, _ = calls.run("import", str(file), "--layer", "open")
    assert "Not public at the source, but public here" in out


def test_a_dry_run_says_all_and_writes_nothing(calls: Calls) -> None:
    before = calls.files()
    file = calls.reader.root.parent / "seminar.json"
    file.write_text(json.dumps(SEMINAR), encoding="utf-8")
    code, out, _ = calls.run("import", str(file), "--dry-run")
    assert code == FINE
    assert calls.files() == before
    lines = out.splitlines()
    assert lines[0].endswith("seminar.json: 7 annotations: 6 new, 1 about no article here")
    assert "talks: 5 notes would be written to the set hypothesis" in lines
    assert any("“the old quay of 1911” (not-found)" in line for line in lines)
    assert lines[-1] == "  1× https://news.example/other"


def test_notes_come_in_the_order_of_the_text_among_others(calls: Calls) -> None:
    hand = "notes:\n  # first\n  - quote: third day\n    body: A\n  - quote: go on in May\n    body: B # last\n"
    calls.reader.write({"corpus/talks/notes/seminar.yaml": hand})
    calls.bring([SEMINAR[2], row("end001", "Z", target=[{"source": PAGE}])], "--layer", "seminar")
    notes = calls.notes("seminar")
    assert [note.quote for note in notes] == ["third day", "dispute of forty years", "go on in May", None]
    text = (calls.reader.root / "corpus/talks/notes/seminar.yaml").read_text(encoding="utf-8")
    assert text.startswith("notes:\n  # first\n  - quote: third day\n    body: A\n")
    assert "body: B # last\n" in text


def test_the_same_note_by_hand_is_not_doubled(calls: Calls) -> None:
    calls.reader.write(
        {
            "corpus/talks/notes/lena.yaml": "layer: {author: Lena Holm, audience: public}\n"
            "notes:\n- {quote: third day, body: Why?}\n"
        }
    )
    before = calls.files()
    answer = calls.bring([row("same01", "Why?", "third day", prefix="for a ")])
    assert [(n["result"], n["layer"]) for n in answer["notes"]] == [("unchanged", "lena")]
    assert calls.files() == before


def test_an_answer_to_what_is_not_here_stands_alone_until_it_comes(calls: Calls) -> None:
    answer = calls.bring([SEMINAR[1]])
    assert [n["parent_missing"] for n in answer["notes"]] == [True]
    calls.bring([SEMINAR[2], SEMINAR[1]])
    root, reply = calls.notes("hypothesis")
    assert reply.in_reply_to == root.id
    assert reply.original and "references" not in reply.original


def test_an_answer_to_a_note_without_an_id_gives_it_its_id(calls: Calls) -> None:
    calls.reader.write({"corpus/talks/notes/lena.yaml": "notes:\n  - quote: third day\n    body: Why?\n"})
    _, out, _ = calls.run("export", "talks")
    parent = json.loads(out)["first"]["items"][0]
    calls.bring(w3c("urn:x:1", motivation="replying", target=parent["id"]))
    (reply,) = calls.notes("imported")
    assert reply.in_reply_to == parent["reader:note"] == calls.notes("lena")[0].id


def test_a_wrong_file_is_refused_whole_and_the_others_are_taken(calls: Calls) -> None:
    right, wrong, broken = (calls.reader.root.parent / name for name in ("right.json", "wrong.json", "broken.json"))
    right.write_text(json.dumps([SEMINAR[2]]), encoding="utf-8")
    wrong.write_text(json.dumps([SEMINAR[4], dict(SEMINAR[0], text=3), dict(SEMINAR[1], uri=None)]), encoding="utf-8")
    broken.write_text('[\n{"a": 1},\n]', encoding="utf-8")
    missing = calls.reader.root.parent / "missing.json"
    code, out, err = calls.run("import", *map(str, (wrong, right, broken, missing, calls.reader.root)))
    assert code == PROBLEMS
    assert out.splitlines()[0] == f"{right}: 1 annotation: 1 new"
    told = [line for line in err.splitlines() if line.endswith("[annotation-file]")]
    assert [line.partition(": ")[0] for line in told] == [str(wrong)] * 2 + [
        f"{broken}:3",
        str(missing),
        str(calls.reader.root),
    ]
    assert [note.body for note in calls.notes("hypothesis")] == [SEMINAR[2]["text"]]


def test_pages_in_several_files_are_one_collection(calls: Calls) -> None:
    names = []
    for number in (1, 2):
        page = {
            "@context": w3c()["@context"],
            "type": "AnnotationPage",
            "id": f"urn:x:p{number}",
            "next": f"urn:x:p{number + 1}",
        }
        file = calls.reader.root.parent / f"page{number}.json"
        file.write_text(json.dumps(page | {"items": [w3c(f"urn:x:{number}")]}), encoding="utf-8")
        names.append(str(file))
    _, out, _ = calls.run("import", *names, "--json")
    answer = json.loads(out)
    assert ([n["note"] is not None for n in answer["notes"]], answer["missing_pages"]) == ([True, True], ["urn:x:p3"])


def test_what_cannot_be_asked_is_told(calls: Calls) -> None:
    file = calls.reader.root.parent / "file.json"
    file.write_text("[]", encoding="utf-8")
    for options, said in (
        (["import", str(file), "--layer", "../x"], "“../x” cannot name a set of notes"),
        (["import", str(file), "--article", "nothing"], "there is no article 'nothing'; there are: retold, talks"),
        (["export", "nothing"], "there is no article 'nothing'; there are: retold, talks"),
        (["export", "talks", "--layer", "nobody"], "talks has no set of notes 'nobody'; there are: none"),
        (["export", "talks", "-o", str(file / "x")], "cannot be written"),
    ):
        code, _, err = calls.run(*options)
        assert (code, said in err) == (WRONG_USE, True), err


def test_a_hostile_file_leads_nowhere_else(calls: Calls) -> None:
    """Names of layers and ids are no paths; a link out of the reader is not followed."""
    value = w3c("urn:x:1") | {
        "reader:note": "n-00000001",
        "reader:layer": "../../../evil",
        "reader:textHash": "../../x",
    }
    calls.bring([value, row("a/../../b", group="/etc/passwd")])
    names = {name for name in calls.files() if "/notes/" in name}
    assert names == {"talks/notes/imported.yaml", "talks/notes/hypothesis-etc-passwd.yaml"}
    outside = calls.reader.root.parent / "outside"
    outside.mkdir()
    calls.reader.write({"corpus/retold/notes": outside})
    answer = calls.bring(w3c("urn:x:2", target="urn:x-course-reader:retold"), code=PROBLEMS)
    assert [p["code"] for p in answer["problems"]] == ["notes-not-written"]
    assert [n["result"] for n in answer["notes"]] == ["not written"]
    assert list(outside.iterdir()) == []


def test_beside_a_file_that_cannot_be_read_nothing_is_written(calls: Calls) -> None:
    calls.bring([SEMINAR[2]])
    path = calls.reader.root / "corpus" / "talks" / "notes" / "hypothesis.yaml"
    path.write_text(path.read_text(encoding="utf-8") + "  - [\n", encoding="utf-8")
    before = calls.files()
    answer = calls.bring([SEMINAR[2], SEMINAR[5]], "--layer", "again", code=PROBLEMS)
    assert {n["result"] for n in answer["notes"]} == {"not written"}
    (problem,) = answer["problems"]
    assert (problem["path"], problem["line"] > 5) == ("corpus/talks/notes/hypothesis.yaml", True)
    assert calls.files() == before


def test_the_page_on_the_web_is_the_source_of_an_export(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    conf = "html_baseurl = 'https://reader.example/course'"
    calls = Calls(make_reader(tmp_path, FILES, conf), capsys)
    calls.bring([SEMINAR[2]])
    _, out, _ = calls.run("export", "talks")
    target = json.loads(out)["first"]["items"][0]["target"]
    assert target["source"] == "https://reader.example/course/corpus/talks/article.html"
    address = f"{target['source']}?utm_id=7#p3"
    answer = calls.bring(w3c("urn:x:9", target=quoting("go on in May", source=address)))
    assert [(n["article"], n["paragraph"]) for n in answer["notes"]] == [("talks", 3)]
