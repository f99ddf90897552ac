"""Words of a text and what is between them."""

from __future__ import annotations

from course_reader.text.propose.tokens import blocks


def test_words_keep_initials_abbreviations_and_possessives() -> None:
    [first, second] = blocks("J. T. Dahl's boat left St. Ives.\n\nThe U.S. ship.")

    assert [token.text for token in first] == ["J.", "T.", "Dahl's", "boat", "left", "St.", "Ives"]
    assert [token.text for token in second] == ["The", "U.S.", "ship"]
    assert [token.bare for token in first[:3]] == ["J", "T", "Dahl"]


def test_a_word_knows_what_it_is_and_whether_it_opens_a_sentence() -> None:
    [tokens] = blocks("Minister Dahl came on Monday. Armenians cheered the Acting Mayor.")
    by = {token.text: token for token in tokens}

    assert [token.text for token in tokens if token.opens] == ["Minister", "Armenians"]
    assert by["Minister"].is_office
    assert by["Acting"].is_rank
    assert by["Monday"].is_date
    assert by["Armenians"].is_adjective
    assert not by["Dahl"].is_office
