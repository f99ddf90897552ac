"""A quote is found again: by its position, by comparison with the old text, by similarity, or not at all."""

from __future__ import annotations

import dataclasses

import pytest

from course_reader.text.anchor import Anchor, Anchored, Reason, State, describe, resolve, text_hash

OLD = (
    "The talks began on Monday in the old customs house. The mayor spoke first, for an hour.\n\n"
    "The governor had invited both mayors to her house in the hills. Nobody knows what she said to them there.\n\n"
    "In the evening the talks ended without a treaty, and the mayors went home by bus."
)


def found(quote: str, new: str, *, snapshot: bool = True) -> tuple[State, Reason | None, str | None]:
    start = OLD.index(quote)
    answer = resolve(describe(OLD, start, start + len(quote)), new, snapshot=OLD if snapshot else None)
    return answer.state, answer.reason, new[slice(*answer.span)] if answer.span else None


GOVERNOR = "The governor had invited both mayors to her house in the hills."


@pytest.mark.parametrize("snapshot", [True, False])
@pytest.mark.parametrize(
    ("quote", "new", "state", "words"),
    [
        ("without a treaty", "A new paragraph.\n\n" + OLD, State.EXACT, "without a treaty"),
        ("the old customs house", OLD.replace("customs house", "custom-house"), State.EDITED, "the old custom-house"),
        ("without a treaty", OLD.replace("a treaty", "any treaty"), State.EDITED, "without any treaty"),
        ("home by bus", OLD.replace("by bus", "by night train"), State.EDITED, "home by night train"),
        ("the mayors went home", OLD.replace("the mayors", "both mayors"), State.EDITED, "both mayors went home"),
    ],
)
def test_what_became_of_the_words(snapshot: bool, quote: str, new: str, state: State, words: str) -> None:
    assert found(quote, new, snapshot=snapshot) == (state, None, words)


def test_a_moved_paragraph_is_followed() -> None:
    first, second, third = OLD.split("\n\n")
    assert found(third, "\n\n".join([third, first, second])) == (State.MOVED, None, third)


def test_words_that_are_gone_are_an_orphan() -> None:
    state, reason, _ = found(GOVERNOR, OLD.replace(GOVERNOR + " ", ""))
    assert (state, reason) == (State.ORPHAN, Reason.NOT_FOUND)


def test_the_same_words_of_another_passage_are_a_decoy() -> None:
    twice = OLD + "\n\nThe talks began again on Friday in the old customs house."
    start = twice.index("in the old customs house")
    anchor = describe(twice, start, start + 24)
    new = twice.replace(" in the old customs house. The mayor", ". The mayor")
    answer = resolve(anchor, new, snapshot=twice)
    assert (answer.state, answer.reason) == (State.ORPHAN, Reason.DECOY)
    assert [place.text for place in answer.suggestions][:1] == ["in the old customs house"]


def test_the_same_words_between_others_are_no_proof() -> None:
    new = "Another text. Somebody built a new station without a treaty, which is seldom done."
    assert found("without a treaty", new, snapshot=False) == (State.ORPHAN, Reason.WEAK_CONTEXT, None)


def test_words_that_stand_there_twice_are_ambiguous() -> None:
    answer = resolve(Anchor("the talks"), "First the talks began. Then the talks ended.")
    assert (answer.state, answer.reason, len(answer.suggestions)) == (State.ORPHAN, Reason.AMBIGUOUS, 2)


def test_of_equal_places_the_nearest_is_a_tie() -> None:
    line = "The council met in the morning and voted for the pier. "
    old, new = ("Start. ", line, "x" * 2000, " ", line), ("Begin. ", line, "x" * 2000, " ", line)
    text, start = "".join(old), "".join(old).index("voted")
    anchor = Anchor("voted", text[start - 40 : start], text[start + 5 : start + 15], start=start)
    answer = resolve(anchor, "".join(new))
    assert (answer.state, answer.span) == (State.TIE, (start, start + 5))
    assert [place.start for place in answer.suggestions] == [text.index("voted", start + 1)]
    # Without a position nobody can tell.
    assert resolve(dataclasses.replace(anchor, start=None), "".join(new)).reason is Reason.AMBIGUOUS


def test_what_was_taken_out_is_read_as_whole_sentences() -> None:
    """Without its first sentence, "The one. The two." is not "The" and the rest of the second."""
    old = "They met. The first day was long and hot. The second day was short."
    start = old.index("The first")
    answer = resolve(describe(old, start, start + 3), "They met. The second day was short.", snapshot=old)
    assert answer.state is State.ORPHAN


def test_a_hand_written_quote_may_be_like_the_words_if_it_is_long() -> None:
    long = "The governor had invited both mayors to the house in the hills"
    assert resolve(Anchor(long), OLD).state is State.EDITED
    assert resolve(Anchor("The governor invited"), OLD).state is State.ORPHAN


# --- the unchanged text


def test_in_the_unchanged_text_the_position_decides() -> None:
    text = "the pier and the pier and the pier"
    anchor = Anchor("pier", "the ", " and", text_hash=text_hash(text), start=17)
    assert resolve(anchor, text) == Anchored(State.EXACT, (17, 21))
    assert resolve(anchor, text, within=(17, 21)).span == (17, 21)
    assert resolve(anchor, text, within=(17, 20)).span is None
    assert resolve(anchor, text, within=(18, 21)).span is None


def test_a_wrong_position_is_mended_by_the_context() -> None:
    text = "a pier, the pier and the pier"
    anchor = Anchor("pier", "the ", " and", text_hash=text_hash(text), start=3)
    assert resolve(anchor, text) == Anchored(State.EXACT, (12, 16))
    assert resolve(dataclasses.replace(anchor, start=None), text) == Anchored(State.EXACT, (12, 16))
    assert resolve(dataclasses.replace(anchor, prefix="e ", suffix=""), text).state is State.ORPHAN


def test_in_the_unchanged_text_every_letter_of_the_context_counts() -> None:
    text = "the pier, the  pier"
    anchor = Anchor("pier", "the  ", text_hash=text_hash(text))
    assert resolve(anchor, text) == Anchored(State.EXACT, (15, 19))
    assert resolve(dataclasses.replace(anchor, text_hash=None), text).reason is Reason.AMBIGUOUS


def test_the_snapshot_is_not_needed_in_the_unchanged_text() -> None:
    text = "the pier and the pier"
    anchor = Anchor("pier", "the ", text_hash=text_hash(text))
    assert resolve(anchor, text, snapshot="nothing like it") == resolve(anchor, text)


@pytest.mark.parametrize(
    ("within", "span"),
    [
        (None, None),
        ((0, 8), (4, 8)),
        ((9, 21), (17, 21)),
        ((5, 20), None),
        ((0, 21), None),
        ((4, 8), (4, 8)),
        ((4, 7), None),
    ],
)
def test_a_search_can_be_limited_to_a_paragraph(within: tuple[int, int] | None, span: tuple[int, int] | None) -> None:
    assert resolve(Anchor("pier"), "the pier and the pier", within=within).span == span


# --- an old text that is kept


def test_enough_of_the_words_has_to_be_left() -> None:
    """Half of the letters, or the comparison is not believed."""
    old = "At noon the abcd efgh ijkl mnop was seen from the shore by nobody."
    quote = "abcd efgh ijkl mnop"
    start = old.index(quote)
    anchor = describe(old, start, start + len(quote))
    for words, state in [("abcd efgh ijkl qrst", State.EDITED), ("abcd efgh qrst uvwx", State.EDITED)]:
        new = old.replace(quote, words)
        answer = resolve(anchor, new, snapshot=old)
        assert (answer.state, new[slice(*answer.span or ())]) == (state, words)
    for words in ("wxyz", "abcd 1234 5678 9012"):
        assert resolve(anchor, old.replace(quote, words), snapshot=old).reason is Reason.NOT_FOUND
    gone = resolve(anchor, old.replace(quote, "wxyz"), snapshot=old)
    assert (gone.state, gone.span) == (State.ORPHAN, None)


def test_the_old_text_is_searched_for_the_quote_as_files_keep_it() -> None:
    """Each part is on one line there, and the position is not kept."""
    quote = "Nobody knows what she said to them there."
    start = OLD.index(quote)
    anchor = describe(OLD, start, start + len(quote))
    parts = (" ".join(part.split()) for part in (anchor.quote, anchor.prefix, anchor.suffix))
    kept = Anchor(*parts, text_hash=anchor.text_hash)
    new = f"{quote} {OLD.replace(quote, '')}"
    assert resolve(kept, new, snapshot=OLD) == Anchored(State.MOVED, (0, len(quote)), score=0.594)
    assert resolve(kept, new).reason is Reason.WEAK_CONTEXT


def test_a_place_outside_the_limits_is_not_found_by_comparison_either() -> None:
    start = OLD.index("without a treaty")
    anchor = describe(OLD, start, start + 16)
    answer = resolve(anchor, "A new one.\n\n" + OLD, snapshot=OLD, within=(0, 5))
    assert answer == Anchored(State.ORPHAN, None, Reason.NOT_FOUND, score=0.0)


def test_a_quote_whose_place_in_the_old_text_is_unknown_is_searched_for_without_it() -> None:
    old = "the pier and the pier"
    new = "Well: the pier and the pier."
    assert resolve(Anchor("pier", "the "), new, snapshot=old).reason is Reason.AMBIGUOUS
    assert resolve(Anchor("pier", "and the "), new, snapshot=old).span == (23, 27)


def test_words_in_another_context_are_moved_and_the_same_words_in_theirs_are_exact() -> None:
    old = "In the morning the governor met both mayors at the old pier by the sea.\n\n" + OLD
    sentence = "the governor met both mayors at the old pier"
    start = old.index(sentence)
    anchor = describe(old, start, start + len(sentence))
    moved = OLD + "\n\nAs they say, " + sentence + " long ago."
    answer = resolve(anchor, moved, snapshot=old)
    assert (answer.state, moved[slice(*answer.span or ())]) == (State.MOVED, sentence)
    assert resolve(anchor, old + " The end.", snapshot=old).state is State.EXACT


# --- no old text


@pytest.mark.parametrize(
    ("text", "state", "reason"),
    [
        ("They met the governor at the old pier by the wide sea.", State.EXACT, None),
        ("They met the governor at the old pier by the wide see.", State.EXACT, None),
        ("They met some mayor at the old pier near the wide sea.", State.MOVED, None),
        ("They met the governor at the cold pier by the wide sea.", State.EDITED, None),
        ("They met the governor at the pier by the wide sea.", State.EDITED, None),
        ("So the old pier burned down again last night.", State.ORPHAN, Reason.WEAK_CONTEXT),
        ("Nothing of the kind was ever seen here.", State.ORPHAN, Reason.NOT_FOUND),
    ],
)
def test_a_short_quote_needs_its_context(text: str, state: State, reason: Reason | None) -> None:
    answer = resolve(Anchor("old pier", "They met the governor at the ", " by the wide sea."), text)
    assert (answer.state, answer.reason) == (state, reason)


LONG = "The governor had invited both mayors to her house in the hills above the bay"


@pytest.mark.parametrize(
    ("quote", "text", "state"),
    [
        (LONG, f"Then came this. {LONG}. And so on.", State.EXACT),
        (LONG, f"Then came this. {LONG.replace('house', 'home')}. And so on.", State.EDITED),
        (LONG, f"{LONG}. {LONG}.", State.ORPHAN),
        ("invited both mayors to her", f"{LONG}.", State.EXACT),
        ("invited both mayors to his", f"{LONG}.", State.EDITED),
        ("invited both mayors", f"{LONG}.", State.EXACT),
        ("invited some mayors", f"{LONG}.", State.ORPHAN),
        ("invited both mayors and two", f"{LONG}.", State.ORPHAN),
    ],
)
def test_a_quote_without_context_has_to_be_the_same_or_long_and_very_similar(
    quote: str, text: str, state: State
) -> None:
    assert resolve(Anchor(quote), text).state is state


def test_places_that_begin_or_end_inside_a_word_are_others() -> None:
    text = "They cart art, and the art of smart artisans was shown."
    anchor = Anchor("art", "and nothing of the ", " of old")
    assert resolve(anchor, text).span in ((23, 26), None)
    assert all(text[place.start - 1] == " " for place in resolve(anchor, text).suggestions)


def test_suggestions_are_few_good_and_in_order() -> None:
    text = "A pier. " + "The pier was old. " * 5 + "A pear."
    answer = resolve(Anchor("pier", "The ", " was new"), text)
    assert (answer.state, answer.reason, len(answer.suggestions)) == (State.ORPHAN, Reason.AMBIGUOUS, 3)
    scores = [place.score for place in answer.suggestions]
    assert scores == sorted(scores, reverse=True)
    assert answer.score == pytest.approx(scores[0], abs=1e-3)
    assert [place.text for place in answer.suggestions] == ["pier"] * 3
    nothing = resolve(Anchor("the governor of the bay", "x", "y"), "A quick brown fox.")
    assert (nothing.reason, nothing.suggestions) == (Reason.NOT_FOUND, ())


@pytest.mark.parametrize("last", ["", "An old pier burned."])
def test_the_same_words_in_nearly_their_context_are_preferred_to_similar_ones(last: str) -> None:
    anchor = Anchor("old pier", "They met the governor at the ", " by the wide sea.")
    first = "They met the governors at the old pier by the wide bay. "
    text = f"{first}They met the governor at the odd pier by the wide sea. {last}"
    assert resolve(anchor, text).span == (30, 38)


def test_the_same_words_elsewhere_do_not_hide_the_edited_ones() -> None:
    anchor = Anchor("old pier", "They met the governor at the ", " by the wide sea.")
    text = "An old pier burned. They met the governor at the odd pier by the wide sea."
    answer = resolve(anchor, text)
    assert (answer.state, text[slice(*answer.span or ())]) == (State.EDITED, "odd pier")


@pytest.mark.parametrize(
    ("text", "suggested"),
    [("xxxx abcdefghij xxxx", ["abcdefghij"]), ("xxxx abcdefg xyz xxxx", ["abcdefg"]), ("xxxx abcdef uvw xxxx", [])],
)
def test_a_place_that_is_hardly_like_the_quote_is_not_suggested(text: str, suggested: list[str]) -> None:
    answer = resolve(Anchor("abcdefghij", "nothing of the ", " and so on"), text)
    assert (answer.state, [place.text for place in answer.suggestions]) == (State.ORPHAN, suggested)


def test_scores_have_three_decimals() -> None:
    anchor = Anchor("old pier", "They met the governor at the ", " by the wide sea.")
    assert resolve(anchor, "They met some mayor at the old pier near the wide sea.").score == 0.864
    old = "They met the governor at the old pier by the wide sea. So it was."
    edited = old.replace("old pier", "odd pier")
    start = old.index("old pier")
    assert resolve(describe(old, start, start + 8), edited, snapshot=old).score == 0.938
    weak = resolve(anchor, "So the old pier burned down again last night.")
    assert [place.score for place in weak.suggestions] == [round(weak.score, 3)]
