"""Functions on the data of a pack: languages, empty sections, long words, counts."""

from __future__ import annotations

from trees import heading, par

from course_reader.tree.content import cited, divided, language_runs, letters, walk, without_empty_sections


def test_a_line_of_one_script_is_one_run() -> None:
    assert list(language_runs("a Նիկոլ Փաշինյան b")) == [
        "a ",
        {"t": "lang", "lang": "hy", "c": ["Նիկոլ Փաշինյան"]},
        " b",
    ]


def test_headings_without_a_text_are_left_out() -> None:
    words = par("Words.")
    content = [heading(2), heading(3), heading(2), words, heading(3), {"t": "rule"}]

    assert without_empty_sections(content) == [heading(2), words]


def test_an_endless_word_gets_places_where_a_line_may_end() -> None:
    content = {"t": "par", "ids": ["x" * 40], "c": ["y" * 40, {"t": "url", "to": "z" * 40, "c": ["z" * 40]}]}

    found = divided(content)

    assert found["ids"] == ["x" * 40]
    assert found["c"][0] == "\u00ad".join(["y" * 9] * 4 + ["y" * 4])
    assert found["c"][1] == {"t": "url", "to": "z" * 40, "c": ["\u200b".join(["z" * 9] * 4 + ["z" * 4])]}
    assert divided("A word of a length that can be met.") == "A word of a length that can be met."


def test_letters_are_those_that_are_printed() -> None:
    content = [par("abc", {"t": "url", "to": "https://example.org", "c": ["de"]}), {"t": "rule"}]

    assert letters(content) == 5


def test_cited_sources_come_in_their_order_and_once() -> None:
    def cite(key: str) -> dict[str, object]:
        return {"t": "cite", "key": key, "n": 0, "to": f"source:{key}"}

    assert list(cited([par("A", cite("z")), {"t": "quote", "c": [par(cite("a"), cite("z"))]}])) == ["z", "a"]


def test_a_walk_meets_every_record() -> None:
    content = [{"t": "terms", "c": [{"term": ["x"], "c": [par({"t": "em", "c": ["y"]})]}]}]

    assert [item.get("t") for item in walk(content)] == ["terms", None, "par", "em"]
