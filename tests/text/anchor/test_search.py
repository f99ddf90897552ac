"""Places that are similar to a quote."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rapidfuzz.distance import Levenshtein

from course_reader.text.anchor.exact import occurrences
from course_reader.text.anchor.flat import Needle
from course_reader.text.anchor.search import (
    MOST_PLACES,
    MOST_SEARCHES,
    alike,
    best_end,
    has_whole_words,
    likeliest,
    tight,
    windows,
)


@pytest.mark.parametrize(
    ("needle", "text", "found"),
    [
        ("the old pier", "They saw the old pier and the odd peer.", [(9, 21), (26, 38)]),
        ("the old pier", "They saw the odd peer and the old pier.", [(26, 38), (9, 21)]),
        ("pier", "pier pier pier", [(0, 4), (5, 9), (10, 14)]),
        ("abcdef", "zzzz", []),
        ("pier", "", []),
        ("pier", "p", []),
        ("pier", "pi", [(0, 2)]),
        ("a pier", "a pie", [(0, 5)]),
        ("abcdefghij", "abcdef----", [(0, 6)]),
        ("abcdefghij", "abcde-----", [(0, 5)]),
        ("abcdefghij", "a-c-e-g-----", []),
        ("ab", "a", [(0, 1)]),
        ("abcdefghij", "abcdefghij--abcdef", [(0, 10), (10, 18)]),
        ("abcdefghij", "abcdefg..., abcdefghij, abcdefghi.", [(12, 22), (23, 33), (0, 7)]),
    ],
)
def test_windows_are_as_long_as_the_needle_and_the_best_comes_first(
    needle: str, text: str, found: list[tuple[int, int]]
) -> None:
    assert windows(needle, text) == found


@pytest.mark.parametrize(
    ("needle", "shared", "found"),
    [("abcdefghij", 6, 1), ("abcdefghij", 5, 0), ("abcdefghijklmnopqrstuv", 14, 1), ("abcdefghijklmnopqrstuv", 13, 0)],
)
def test_six_characters_of_ten_have_to_be_the_same(needle: str, shared: int, found: int) -> None:
    gap = "z" * len(needle)
    assert len(windows(needle, gap + needle[:shared] + gap)) == found


def test_a_long_needle_is_found_by_its_pieces() -> None:
    text = " ".join(f"Word {n} of the text." for n in range(8_000))
    needle = text[60_000:65_000].replace("Word 34", "Term 34")
    assert windows(needle, text)[0] == (60_000, 65_000)


def test_a_search_ends_after_so_many_places() -> None:
    assert len(windows("pier", "pier " * 50)) == 5
    assert len(windows("abcd", "--abcd--" * 50)) == MOST_SEARCHES == 9
    assert windows("", "abc") == windows("", "") == []


@pytest.mark.parametrize(
    ("prefix", "quote", "suffix", "text", "found"),
    [
        ("", "the old pier", "", "They saw the odd peer by the sea.", ["the odd peer"]),
        ("", "piers", "", "They saw the peers.", ["peers"]),
        ("", "pier", "", "They saw the peer.", []),
        ("by the ", "pier", " at sea", "They sat by the peer at sea.", ["peer"]),
        ("by the ", "old", " pier at sea", "They sat by the odd pier at sea.", ["odd"]),
        ("by the ", "old", " pier at sea", "z. " * 80 + "They sat by the odd pier at sea.", ["odd"]),
        ("by the ", "old", " pier at sea", "odd pier at sea. " + "z. " * 80, ["odd"]),
        ("by the ", "old", " pier at sea", "They sat by the pier at sea.", []),
        (
            "They said that ",
            "the old pier was closed",
            " for a year, and nobody had seen it open since then.",
            "They said that the very old pier had been closed for a year, and nobody had seen it open since then.",
            ["the very old pier had been closed"],
        ),
        ("by the ", "old", " pier at sea", "Nothing at all here.", []),
        # Similar words far from the context are a place of their own.
        (
            "They met the governor at ",
            "the old pier",
            " by the wide sea.",
            "They saw the odd pier. They met the governor at a pier by the wide sea.",
            ["the odd pier", "a pier"],
        ),
        (
            "They said that ",
            "the old pier was closed",
            " for a year.",
            "They said that the very old pier had been closed for a year.",
            ["the very old pier had been closed"],
        ),
        (
            "",
            "the old pier was closed",
            "",
            "They said that the very old pier had been closed for a year.",
            [" old pier had be"],
        ),
    ],
)
def test_places_have_exact_ends(prefix: str, quote: str, suffix: str, text: str, found: list[str]) -> None:
    assert [text[slice(*span)] for span in alike(Needle(quote, prefix, suffix), text)] == found


@pytest.mark.parametrize(("size", "found"), [(63, True), (64, False)])
def test_from_64_characters_on_a_quote_is_searched_for_by_itself(size: int, found: bool) -> None:
    """A shorter one is found by its context, though all of its own letters but two have changed."""
    left, right = "They met by the wide bay. ", " Nobody had seen the mayors since."
    needle = Needle("q" * (size - 2) + "xy", left * 3, right * 3)
    assert bool(alike(needle, left * 3 + "w" * 10 + "xy" + right * 3)) is found


@pytest.mark.parametrize(
    ("text", "window", "found"),
    [
        ("They saw the odd peer by the sea.", (9, 21), "the odd peer"),
        ("They saw the odd peer by the sea.", (5, 17), "the odd peer"),
        ("They saw the odd peer by the sea.", (14, 26), "the odd peer"),
        ("the old pier", (3, 9), "the old pier"),
        ("a the old pier b", (5, 8), "the old pier"),
    ],
)
def test_the_ends_of_a_window_are_moved_to_where_the_errors_are_fewest(
    text: str, window: tuple[int, int], found: str
) -> None:
    assert text[slice(*tight("the old pier", text, *window))] == found


@pytest.mark.parametrize(("size", "slack"), [(25, 14), (250, 104)])
def test_the_ends_may_be_farther_away_if_the_quote_is_long(size: int, slack: int) -> None:
    quote = "".join(chr(0x4E00 + n * 37 % 5003) for n in range(size))
    text = "." * slack + quote
    assert tight(quote, text, 2 * slack, slack + size) == (slack, slack + size)
    assert tight(quote, text, 2 * slack + 1, slack + size) == (slack + 1, slack + size)


def test_the_ends_may_be_eight_characters_away_from_the_window_of_twelve() -> None:
    assert tight("the old pier", "." * 8 + "the old pier", 16, 20) == (8, 20)
    assert tight("the old pier", "." * 8 + "the old pier", 17, 20) == (9, 20)
    assert tight("the old pier", "the old pier" + "." * 8, 0, 4) == (0, 12)
    assert tight("the old pier", "the old pier" + "." * 8, 0, 3) == (0, 11)


@pytest.mark.parametrize(("size", "span"), [(256, (1, 257)), (257, (0, 257))])
def test_the_ends_of_a_long_window_stay(size: int, span: tuple[int, int]) -> None:
    assert tight("x" * size, "a" + "x" * size + "b", 0, size) == span


@pytest.mark.parametrize(
    ("needle", "text", "end"),
    [
        ("abc", "xxabcxx", 5),
        ("abc", "xxabxx", 4),
        ("abc", "xabxxabc", 8),
        ("abc", "abc abc", 3),
        ("abcd", "abd abcd", 8),
        ("talks", "the tahlks on", 10),
        ("talks", "talk", 4),
        ("ab", "b", 1),
        ("abc", "abbc", 2),
        ("a", "bbb", 0),
        ("abc", "", 0),
    ],
)
def test_the_end_with_the_fewest_errors(needle: str, text: str, end: int) -> None:
    assert best_end(needle, text) == end


@given(st.text("abc", min_size=1, max_size=8), st.text("abc", max_size=14))
def test_the_end_is_that_of_the_smallest_edit_distance(needle: str, text: str) -> None:
    least = [
        min(Levenshtein.distance(needle, text[start:end]) for start in range(end + 1)) for end in range(len(text) + 1)
    ]
    assert best_end(needle, text) == least.index(min(least))


@given(st.text("ab .", max_size=60), st.text("ab .", min_size=1, max_size=20), st.text("ab", max_size=5))
def test_places_are_inside_the_text(text: str, quote: str, context: str) -> None:
    for start, end in alike(Needle(quote.strip(), context, context), text):
        assert 0 <= start < end <= len(text)


TEXT = "a pier, the pier and my pier or the pier"


@pytest.mark.parametrize(
    ("prefix", "suffix", "most", "starts"),
    [
        ("the ", " and", 4, [2, 12, 24, 36]),
        ("the ", " and", 2, [12, 36]),
        ("the ", "", 1, [12]),
        ("or the ", "", 1, [36]),
        ("", " or", 1, [24]),
        ("", " or", 2, [12, 24]),
        ("", ", the", 1, [2]),
        ("a ", "", 1, [2]),
        ("", "", 2, [2, 12]),
    ],
)
def test_of_many_places_those_with_the_same_letters_beside_them_are_kept(
    prefix: str, suffix: str, most: int, starts: list[int]
) -> None:
    found = likeliest(Needle("pier", prefix, suffix), TEXT, occurrences("pier", TEXT), most)
    assert [start for start, _ in found] == starts
    assert MOST_PLACES == 100


def test_the_first_letter_of_a_text_counts_too() -> None:
    first, second = occurrences("pier", "abcpier! xbcpierz")
    assert likeliest(Needle("pier", "abc", "z"), "abcpier! xbcpierz", [first, second], 1) == [first]


def test_sixteen_letters_on_each_side_are_compared() -> None:
    """Two places have the same fifteen letters beside them; then they differ."""
    near = "123456789abcdef"
    text = f"..!{near}pier{near}!.....?{near}pier{near}?.."
    first, second = occurrences("pier", text)
    for needle in (Needle("pier", f"?{near}"), Needle("pier", "", f"{near}?")):
        assert likeliest(needle, text, [first, second], 1) == [second]
    # The seventeenth letter does not count.
    text = f"a!{near}pier{near}!b...c!{near}pier{near}!d"
    first, second = occurrences("pier", text)
    for needle in (Needle("pier", f"c!{near}"), Needle("pier", "", f"{near}!d")):
        assert likeliest(needle, text, [first, second], 1) == [first]


@pytest.mark.parametrize(
    ("prefix", "suffix", "text", "whole"),
    [
        ("a", "b", "the pier is", True),
        ("a", "b", "the piers", False),
        ("a", "", "the piers", True),
        ("", "b", "xpier is", True),
        ("a", "", "xpier is", False),
        ("", "", "xpiers", True),
        ("a", "b", "pier", True),
    ],
)
def test_a_place_is_not_inside_a_word_where_the_quote_was_not(prefix: str, suffix: str, text: str, whole: bool) -> None:
    start = text.index("pier")
    assert has_whole_words(Needle("pier", prefix, suffix), text, (start, start + 4)) is whole
