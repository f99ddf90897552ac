"""Bibliographies are read source by source."""

from __future__ import annotations

import pytest
from pybtex.database.input.bibtex import Parser

from course_reader.sphinx_ext.bib_files import LARGEST, LONGEST, read_sources


@pytest.mark.parametrize("text", ["", "Only a remark.\n", "@", "@misc", "\n\n%\n"])
def test_a_file_without_sources_has_none(text: str) -> None:
    found = read_sources(text, Parser())
    assert (found.keys, found.faults) == ([], [])


@pytest.mark.parametrize(
    ("text", "keys", "faults"),
    [
        ("@misc{a, title = {A}}\n@misc{b, title = {B}}", ["a", "b"], []),
        ("@string{p = {Press}}\n@misc{a, publisher = p}", ["a"], []),
        ("@misc{a, title = {A}\n\n@misc{b, title = {B}}", ["a", "b"], [(1, "the source 'a' cannot be read in full")]),
        (
            "\n@misc{a,\n title {A}\n}\n@misc(b, title = {B})",
            ["a", "b"],
            [(3, "the source 'a' cannot be read in full")],
        ),
        (f"@misc{{a, title = {{{'x' * LONGEST}}}}}\n@misc{{b}}", ["b"], [(1, "the source 'a' has 20,021 characters")]),
        ("@misc{a, title = nothing}", ["a"], [(1, "the source 'a' cannot be read in full: undefined string: noth")]),
        ("x" * (LARGEST + 1), [], [(0, "it has 2,000,001 characters")]),
    ],
    ids=["right", "word", "open", "no sign", "long", "unknown word", "large"],
)
def test_what_is_wrong_with_one_source_keeps_no_other_out(
    text: str, keys: list[str], faults: list[tuple[int, str]]
) -> None:
    found = read_sources(text, Parser())
    assert found.keys == keys
    assert [line for line, _ in found.faults] == [line for line, _ in faults]
    assert all(said.startswith(start) for (_, said), (_, start) in zip(found.faults, faults, strict=True))


def test_errors_of_all_files_are_not_endless() -> None:
    assert len(read_sources("@misc{a, title = {A}\n" * 500, Parser()).faults) == 50
